"""The page People: all participants with the chosen one beside them, or the grid of who is heard.

The page puts its parts together and tells the project what a person changed; each change is one step.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFileDialog, QSplitter, QVBoxLayout, QWidget

from qualcoder_lite.domain.errors import UserError
from qualcoder_lite.domain.people import Consent
from qualcoder_lite.gui.dialogs.ask_name import NameQuestion, ask_name
from qualcoder_lite.gui.pages.page import Page
from qualcoder_lite.gui.pages.people.header import EVERYBODY, GRID, ONE, Header
from qualcoder_lite.gui.pages.people.heard import Heard
from qualcoder_lite.gui.pages.people.listing import PeopleList
from qualcoder_lite.gui.pages.people.panel import ParticipantPanel
from qualcoder_lite.gui.pages.people.words import summary
from qualcoder_lite.gui.project.workspace import Visit
from qualcoder_lite.gui.theme import current
from qualcoder_lite.gui.widgets.actions import action
from qualcoder_lite.gui.widgets.empty_state import EmptyState
from qualcoder_lite.gui.widgets.layouts import Column
from qualcoder_lite.gui.widgets.question import ask
from qualcoder_lite.gui.widgets.stack import Stack
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QAction, QResizeEvent, QShowEvent

    from qualcoder_lite.domain.changes import Changes
    from qualcoder_lite.domain.people import Participant
    from qualcoder_lite.gui.project.workspace import Workspace
    from qualcoder_lite.service.people.overview import ParticipantOverview

_TABLES = tr("Tables (*.csv *.tsv *.xlsx)")
_NARROW = 72  # width in em below which one thing is shown at a time
_BESIDE = 372
_WHO = NameQuestion(
    handle="add-participant",
    title=tr("Add a participant"),
    question=tr("What is the participant called in the study?"),
    advice=tr("Use a pseudonym or a number, never their real name. You can change it later."),
    label=tr("Name in the study"),
    hint=tr("A pseudonym, or a number such as P07"),
)


class PeoplePage(Page):
    """Who was interviewed, and who is still to be heard."""

    value, word, icon = "people", tr("People"), "people"
    nouns = frozenset(
        {
            "participant",
            "attribute",
            "attribute_kind",
            "consent",
            "site",
            "transcript",
            "coding",
            "sampling_target",
        }
    )

    def __init__(self, workspace: Workspace) -> None:
        """Build the page; it is filled when it is first shown."""
        super().__init__(workspace)
        self._project, self._view, self._narrow, self._shape = "", EVERYBODY, False, ""
        self._make_widgets(workspace)
        self._lay_out()
        self._connect()
        self._actions = self._make_actions()

    # Building

    def _make_widgets(self, workspace: Workspace) -> None:
        self.header = Header()
        self.list, self.heard = PeopleList(), Heard()
        self.panel = ParticipantPanel(workspace)
        self.empty = EmptyState(
            "people",
            tr("Nobody is recorded yet"),
            tr(
                "A participant is a person you interviewed, by a pseudonym. Import a table with a row for each, or add "
                "them one by one. They are also made when a transcript is brought in with somebody’s name."
            ),
            primary=tr("Import a table"),
            primary_icon="import",
            other=tr("Add a participant"),
        )
        self.empty.setObjectName("people-empty")
        self.empty.primary.setObjectName("people-empty-import")
        self.empty.other.setObjectName("people-empty-add")

    def _lay_out(self) -> None:
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setObjectName("people-splitter")
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setHandleWidth(1)
        self._splitter.addWidget(self.list)
        self._splitter.addWidget(self.panel)
        self._splitter.setStretchFactor(0, 1)
        self._splitter.setStretchFactor(1, 0)
        self._splitter.splitterMoved.connect(self._remember_shape)
        empty_page = QWidget()
        empty_page.setLayout(Column((self.empty, 1), margins=(24, 20)))
        self._stack = Stack()
        for page in (self._splitter, self.heard, empty_page):
            self._stack.addWidget(page)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(0)
        self._box.addWidget(self.header)
        self._box.addWidget(self._stack, 1)

    def _connect(self) -> None:
        header, panel = self.header, self.panel
        header.import_wanted.connect(self.ask_for_table)
        header.names_wanted.connect(self.replace_names)
        header.add_wanted.connect(self.ask_for_participant)
        header.view_chosen.connect(self.show_view)
        self.empty.primary_chosen.connect(self.ask_for_table)
        self.empty.other_chosen.connect(self.ask_for_participant)
        self.list.leaving.connect(panel.keep)
        self.list.shows.connect(panel.show_participant)
        self.list.opened.connect(self.open_chosen)
        panel.written.connect(self._on_written)
        panel.consent_wanted.connect(self.record_consent)
        panel.facts_wanted.connect(self.set_up_facts)
        panel.give_wanted.connect(self.give_transcripts)
        panel.transcript_wanted.connect(lambda id_: self.workspace.visit(Visit(page="code", transcript=id_)))
        panel.remove_wanted.connect(self.remove)
        panel.withdraw_wanted.connect(self.withdraw)
        panel.left.connect(self.focus_table)
        self.heard.wanted.connect(self._on_target_wanted)
        current().changed.connect(self._fold)

    # Looking at the project

    def refresh(self) -> None:
        """Look at the participants again; the one that was chosen stays chosen, and what is being typed stays too."""
        project = self.workspace.project
        if str(project.path) != self._project:
            self._project, self.list.chosen = str(project.path), ""
            self.panel.forget()
        people = project.participants.overview()
        sites = [(site.id, site.name) for site in project.sites.all()]
        groups = project.participants.client_groups()
        self.list.offer([name for _, name in sites], groups)
        self.panel.offer(sites, groups, project.participants.attribute_kinds())
        self.panel.set_read_only(project.read_only)
        self.header.set_read_only(project.read_only)
        for button in (self.empty.primary, self.empty.other):
            button.setEnabled(not project.read_only)
        self._show_counts(people)
        self.list.show_people(people)
        grid, heard = project.sampling.grid(), sum(bool(one.transcripts) for one in people)
        self.heard.show_grid(grid, dict(sites), recorded=heard, read_only=project.read_only)
        self._show_view()

    def _show_counts(self, people: Sequence[ParticipantOverview]) -> None:
        heard = sum(bool(one.transcripts) for one in people)
        refusing = sum(one.person.quote_consent == Consent.NO for one in people)
        self.header.show_counts(summary(heard, len(people), refusing) if people else "")
        self.header.show_empty(not people and self._view != GRID)

    # Changing

    def _on_written(self, person: Participant) -> None:
        self._act(lambda: self.workspace.project.participants.update(person), tr("{person}: kept.", person=person.name))

    def _on_target_wanted(self, site: str, group: str, people: int | None) -> None:
        place = self.heard.table.currentIndex()
        words = (
            tr("no number is planned any more")
            if people is None
            else tr("{n:,} person wanted", "{n:,} people wanted", n=people)
        )
        sampling = self.workspace.project.sampling
        self._act(lambda: sampling.set_targets({(site, group): people}), f"{group}: {words}.")
        self.heard.go_to(place.row(), place.column())

    def _act(self, do: Callable[[], Changes], said: str) -> bool:
        """Do one thing and say so; whether it was done. What couldn't be done is shown again as it is recorded."""
        changes = self.workspace.act(do, by=self, say=said)
        self.refresh()
        return changes is not None

    def ask_for_participant(self) -> None:
        """Ask for a participant's name, add the participant and go to them."""
        self.panel.keep()
        if ask_name(_WHO, self._add, self.window()):
            self.show_view(EVERYBODY)
            self.open_chosen()

    def _add(self, name: str) -> str:
        try:
            changes = self.workspace.project.participants.add(name)
        except UserError as fault:
            return str(fault)
        self.list.show_all()
        (self.list.chosen,) = changes.of("participant")
        self.workspace.tell(changes, self)
        self.refresh()
        self.workspace.done.emit(tr("Added: {name}.", name=" ".join(name.split())), True)
        return ""

    def remove(self) -> None:
        """Remove the entries of the chosen participants, after a question."""
        chosen = self.list.selected()
        if not chosen:
            return
        who = (
            chosen[0].person.name if len(chosen) == 1 else tr("{n:,} participant", "{n:,} participants", n=len(chosen))
        )
        detail = tr("What is recorded of them goes. Their transcripts stay, without a person. You can undo this.")
        if ask(
            self.window(), tr("Remove the entry of {who}?", who=who), detail, do=tr("Remove it"), leave=tr("Keep it")
        ):
            ids = [one.person.id for one in chosen]
            self._act(lambda: self.workspace.project.participants.remove(ids), tr("Removed: {who}.", who=who))

    def record_consent(self) -> None:
        """Record what the chosen participants agreed to."""
        from qualcoder_lite.gui.dialogs.people.consent import ask_consent

        self.panel.keep()
        if self._somebody_is_chosen() and ask_consent(self.window(), self.workspace, self.list.selected(), self):
            self.refresh()

    def give_transcripts(self) -> None:
        """Say which of the transcripts without a participant are of the chosen one."""
        from qualcoder_lite.gui.dialogs.people.give_transcripts import give_transcripts

        self.panel.keep()
        if self._somebody_is_chosen():
            give_transcripts(self.window(), self.workspace, self.list.chosen)

    def set_up_facts(self) -> None:
        """Set up which facts are recorded of each participant."""
        from qualcoder_lite.gui.dialogs.people.facts import set_up_facts

        self.panel.keep()
        set_up_facts(self.window(), self.workspace, self)
        self.refresh()

    def withdraw(self) -> None:
        """Take the chosen participant out of the study for good, after they were told what that means."""
        from qualcoder_lite.gui.dialogs.people.withdraw import withdraw

        self.panel.keep()
        if self._somebody_is_chosen():
            withdraw(self.window(), self.workspace, self.list.chosen)

    def _somebody_is_chosen(self) -> bool:
        """Whether there is somebody to do it with; where not, it is said."""
        if self.list.chosen and self.list.selected():
            return True
        self.workspace.failed.emit(tr("Nobody is chosen. Choose a participant in the table first."))
        return False

    def replace_names(self) -> None:
        """Find names in the transcripts and replace them for good."""
        from qualcoder_lite.gui.dialogs.people.names import replace_names

        self.panel.keep()
        replace_names(self.window(), self.workspace)

    def look_into_key(self) -> None:
        """Show whose pseudonym is whose, from a key."""
        from qualcoder_lite.gui.dialogs.people.names import show_who_is_who

        self.panel.keep()
        show_who_is_who(self.window(), self.workspace)

    def ask_for_table(self) -> None:
        """Ask for a table of participants, show what it would do, and take it in."""
        from qualcoder_lite.gui.dialogs.people.import_people import import_people

        self.panel.keep()
        name, _ = QFileDialog.getOpenFileName(self, tr("Import a table of participants"), "", _TABLES)
        if name and import_people(self.window(), self.workspace, Path(name), self):
            self.refresh()

    # Sharing the room

    def show_view(self, view: str) -> None:
        """Show everybody, the chosen one where there is room for one thing, or who is heard."""
        self.panel.keep()
        self._view = view
        self._show_view()
        (self.heard.table if view == GRID else self.list.table).setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_view(self) -> None:
        if self._view == ONE and not self._narrow:
            self._view = EVERYBODY
        nobody = self.list.is_empty
        empty = nobody and not (self._view == GRID and not self.heard.is_empty)
        self._stack.setCurrentIndex(2 if empty else 1 if self._view == GRID else 0)
        self.header.show_empty(empty)
        self.header.show_view(self._view)
        self.list.setVisible(not self._narrow or self._view != ONE)
        self.panel.setVisible(not nobody and (not self._narrow or self._view == ONE))
        if self._shape and not self.panel.isHidden() and not self._splitter.sizes()[1]:
            self._split()  # it was hidden while there was nobody, when the room was divided

    def open_chosen(self) -> None:
        """Go to the chosen participant's own facts."""
        if self._narrow:
            self._view = ONE
            self._show_view()
        self.panel.focus_name()

    def focus_table(self) -> None:
        """Go to the table of participants."""
        self.show_view(EVERYBODY)

    def minimumSizeHint(self) -> QSize:
        """What it can fold down to; how it stands now must not hold the window open."""
        em = current().look.px(15)
        return QSize(42 * em, 21 * em)

    def _fold(self) -> None:
        width, em = self.window().width(), current().look.px(15)
        narrow = width < _NARROW * em
        shape = f"people-{'narrow' if narrow else 'wide'}-{em}"
        if shape == self._shape:
            return
        self._narrow, self._shape = narrow, shape
        self.header.fold(narrow)
        self._show_view()
        self._split()

    def _split(self) -> None:
        """Divide the room as the person did, or as suits the panel."""
        if not self._splitter.restoreState(self.workspace.settings.shape(self._shape)):
            beside = current().look.px(_BESIDE)
            self._box.activate()  # the width that is divided is the one it is going to have
            self._splitter.setSizes([max(self._splitter.width() - beside, beside), beside])

    def _remember_shape(self) -> None:
        self.workspace.settings.set_shape(self._shape, self._splitter.saveState())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold by the window's width in letters."""
        super().resizeEvent(event)
        if self.isVisible():
            self._fold()

    def showEvent(self, event: QShowEvent) -> None:
        """Fit into the window, then look at the project."""
        self._fold()
        super().showEvent(event)

    # The window's side

    def receive(self, visit: Visit) -> None:
        """Show a participant."""
        if visit.participant:
            self.list.find(visit.participant)
            self.show_view(EVERYBODY)
            self.open_chosen()

    def preparations(self) -> Sequence[Callable[[], object]]:
        """List everybody."""
        return (self.look_ahead,)

    def panes(self) -> Sequence[QWidget]:
        """The table or the grid, the chosen participant, the filters and the buttons."""
        if self._stack.currentIndex() == 2:
            return [self.empty, self.header]
        if self._view == GRID:
            return [self.heard.table, self.header]
        return [self.list.table, self.panel, self.list.filters, self.header]

    def actions_for_menu(self) -> Sequence[QAction]:
        """What can be done here, with its keys."""
        return self._actions

    def leave(self) -> None:
        """Keep what was typed."""
        if self.workspace.is_open:
            self.panel.keep()

    def _go_to_words(self) -> None:
        self.show_view(EVERYBODY)
        self.list.words.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.list.words.selectAll()

    def _make_actions(self) -> list[QAction]:
        made = [
            action(tr("&Add a participant …"), self.ask_for_participant, "Ctrl+Shift+A"),
            action(tr("&Import a table of participants …"), self.ask_for_table, "Ctrl+Shift+I"),
            action(tr("&Find a participant"), self._go_to_words, "Ctrl+F"),
            action(tr("&Record consent …"), self.record_consent, "Ctrl+E"),
            action(tr("Who is &heard"), lambda: self.show_view(GRID), "Ctrl+G"),
            action(tr("&Everybody"), self.focus_table, "Ctrl+T"),
            action(tr("Which fa&cts are recorded …"), self.set_up_facts),
            action(tr("Replace &names …"), self.replace_names),
            action(tr("Who is wh&o, from a key …"), self.look_into_key),
            action(tr("&Withdraw the chosen participant …"), self.withdraw),
        ]
        for each in made:
            each.setParent(self)
        return made
