"""What is done to the register of participants: each thing is asked for in a dialog, and then shown on the page."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog

from qualcoder_lite.domain.errors import UserError
from qualcoder_lite.gui.dialogs.ask_name import NameQuestion, ask_name
from qualcoder_lite.gui.widgets.question import ask
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from qualcoder_lite.gui.pages.page import Page
    from qualcoder_lite.gui.pages.people.listing import PeopleList
    from qualcoder_lite.gui.pages.people.panel import ParticipantPanel

_TABLES = tr("Tables (*.csv *.tsv *.xlsx)")
_WHO = NameQuestion(
    handle="add-participant",
    title=tr("Add a participant"),
    question=tr("What is the participant called in the study?"),
    advice=tr("Use a pseudonym or a number, never their real name. You can change it later."),
    label=tr("Name in the study"),
    hint=tr("A pseudonym, or a number such as P07"),
)


class Register(QObject):
    """Adds participants, records what they agreed to, and takes them out.

    What is being typed into the panel is kept before anything else is asked.

    Signals:
        added: A participant was added by name, and is the chosen one.
    """

    added = Signal()

    def __init__(self, page: Page, people: PeopleList, panel: ParticipantPanel) -> None:
        """Work on whoever is chosen in the list; `page` looks again after each change."""
        super().__init__(page)
        self._page, self._workspace = page, page.workspace
        self._list, self._panel = people, panel

    def add(self) -> None:
        """Ask for a participant's name, add the participant and go to them."""
        self._panel.keep()
        if ask_name(_WHO, self._add_named, self._page.window()):
            self.added.emit()

    def _add_named(self, name: str) -> str:
        try:
            changes = self._workspace.project.participants.add(name)
        except UserError as fault:
            return str(fault)
        self._list.show_all()
        (self._list.chosen,) = changes.of("participant")
        self._workspace.tell(changes, self._page)
        self._page.refresh()
        self._workspace.done.emit(tr("Added: {name}.", name=" ".join(name.split())), True)
        return ""

    def remove(self) -> None:
        """Remove the entries of the chosen participants, after a question."""
        chosen = self._list.selected()
        if not chosen:
            return
        who = (
            chosen[0].person.name if len(chosen) == 1 else tr("{n:,} participant", "{n:,} participants", n=len(chosen))
        )
        detail = tr("What is recorded of them goes. Their transcripts stay, without a person. You can undo this.")
        question = tr("Remove the entry of {who}?", who=who)
        if ask(self._page.window(), question, detail, do=tr("Remove it"), leave=tr("Keep it")):
            ids = [one.person.id for one in chosen]
            participants = self._workspace.project.participants
            self._workspace.act(lambda: participants.remove(ids), by=self._page, say=tr("Removed: {who}.", who=who))
            self._page.refresh()

    def record_consent(self) -> None:
        """Record what the chosen participants agreed to."""
        from qualcoder_lite.gui.dialogs.people.consent import ask_consent

        self._panel.keep()
        if self._somebody_is_chosen() and ask_consent(
            self._page.window(), self._workspace, self._list.selected(), self._page
        ):
            self._page.refresh()

    def give_transcripts(self) -> None:
        """Say which of the transcripts without a participant are of the chosen one."""
        from qualcoder_lite.gui.dialogs.people.give_transcripts import give_transcripts

        self._panel.keep()
        if self._somebody_is_chosen():
            give_transcripts(self._page.window(), self._workspace, self._list.chosen)

    def set_up_facts(self) -> None:
        """Set up which facts are recorded of each participant."""
        from qualcoder_lite.gui.dialogs.people.facts import set_up_facts

        self._panel.keep()
        set_up_facts(self._page.window(), self._workspace, self._page)
        self._page.refresh()

    def withdraw(self) -> None:
        """Take the chosen participant out of the study for good, after they were told what that means."""
        from qualcoder_lite.gui.dialogs.people.withdraw import withdraw

        self._panel.keep()
        if self._somebody_is_chosen():
            withdraw(self._page.window(), self._workspace, self._list.chosen)

    def _somebody_is_chosen(self) -> bool:
        """Whether there is somebody to do it with; where not, it is said."""
        if self._list.chosen and self._list.selected():
            return True
        self._workspace.failed.emit(tr("Nobody is chosen. Choose a participant in the table first."))
        return False

    def replace_names(self) -> None:
        """Find names in the transcripts and replace them for good."""
        from qualcoder_lite.gui.dialogs.people.names import replace_names

        self._panel.keep()
        replace_names(self._page.window(), self._workspace)

    def look_into_key(self) -> None:
        """Show whose pseudonym is whose, from a key."""
        from qualcoder_lite.gui.dialogs.people.names import show_who_is_who

        self._panel.keep()
        show_who_is_who(self._page.window(), self._workspace)

    def import_table(self) -> None:
        """Ask for a table of participants, show what it would do, and take it in."""
        from qualcoder_lite.gui.dialogs.people.import_people import import_people

        self._panel.keep()
        name, _ = QFileDialog.getOpenFileName(self._page, tr("Import a table of participants"), "", _TABLES)
        if name and import_people(self._page.window(), self._workspace, Path(name), self._page):
            self._page.refresh()
