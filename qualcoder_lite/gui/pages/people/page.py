"""The page People: all participants with the chosen one beside them, or the grid of who is heard.

The page puts its parts together and tells the project what a person changed; each change is one step.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from qualcoder_lite.domain.people import Consent
from qualcoder_lite.gui.pages.page import Page
from qualcoder_lite.gui.pages.people.header import EVERYBODY, GRID, ONE, Header
from qualcoder_lite.gui.pages.people.heard import Heard
from qualcoder_lite.gui.pages.people.listing import PeopleList
from qualcoder_lite.gui.pages.people.panel import ParticipantPanel
from qualcoder_lite.gui.pages.people.register import Register
from qualcoder_lite.gui.pages.people.room import ListBesidePanel
from qualcoder_lite.gui.pages.people.words import summary
from qualcoder_lite.gui.project.workspace import Visit
from qualcoder_lite.gui.theme import current
from qualcoder_lite.gui.widgets.actions import action
from qualcoder_lite.gui.widgets.empty_state import EmptyState
from qualcoder_lite.gui.widgets.layouts import Column
from qualcoder_lite.gui.widgets.stack import Stack
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QAction, QResizeEvent, QShowEvent

    from qualcoder_lite.domain.changes import Changes
    from qualcoder_lite.domain.people import Participant
    from qualcoder_lite.gui.project.workspace import Workspace
    from qualcoder_lite.service.people.overview import ParticipantOverview


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
        self._project, self._view = "", EVERYBODY
        self._make_widgets(workspace)
        self._lay_out()
        self._connect()
        self._actions = self._make_actions()

    # Building

    def _make_widgets(self, workspace: Workspace) -> None:
        self.header = Header()
        self.list, self.heard = PeopleList(), Heard()
        self.panel = ParticipantPanel(workspace)
        self.register = Register(self, self.list, self.panel)
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
        self._room = ListBesidePanel(self.list, self.panel, self.workspace.settings)
        empty_page = QWidget()
        empty_page.setLayout(Column((self.empty, 1), margins=(24, 20)))
        self._stack = Stack()
        for page in (self._room, self.heard, empty_page):
            self._stack.addWidget(page)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(0)
        self._box.addWidget(self.header)
        self._box.addWidget(self._stack, 1)

    def _connect(self) -> None:
        header, panel = self.header, self.panel
        header.import_wanted.connect(self.register.import_table)
        header.names_wanted.connect(self.register.replace_names)
        header.add_wanted.connect(self.register.add)
        header.view_chosen.connect(self.show_view)
        self.empty.primary_chosen.connect(self.register.import_table)
        self.empty.other_chosen.connect(self.register.add)
        self.list.leaving.connect(panel.keep)
        self.list.shows.connect(panel.show_participant)
        self.list.opened.connect(self.open_chosen)
        panel.written.connect(self._on_written)
        panel.consent_wanted.connect(self.register.record_consent)
        panel.facts_wanted.connect(self.register.set_up_facts)
        panel.give_wanted.connect(self.register.give_transcripts)
        panel.transcript_wanted.connect(lambda id_: self.workspace.visit(Visit(page="code", transcript=id_)))
        panel.remove_wanted.connect(self.register.remove)
        panel.withdraw_wanted.connect(self.register.withdraw)
        panel.left.connect(self.focus_table)
        self.register.added.connect(self._on_added)
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

    def _act(self, do: Callable[[], Changes], said: str) -> None:
        """Do one thing and say so. What couldn't be done is shown again as it is recorded."""
        self.workspace.act(do, by=self, say=said)
        self.refresh()

    def _on_added(self) -> None:
        self.show_view(EVERYBODY)
        self.open_chosen()

    # Sharing the room

    def show_view(self, view: str) -> None:
        """Show everybody, the chosen one where there is room for one thing, or who is heard."""
        self.panel.keep()
        self._view = view
        self._show_view()
        (self.heard.table if view == GRID else self.list.table).setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_view(self) -> None:
        if self._view == ONE and not self._room.is_narrow:
            self._view = EVERYBODY
        nobody = self.list.is_empty
        empty = nobody and not (self._view == GRID and not self.heard.is_empty)
        self._stack.setCurrentIndex(2 if empty else 1 if self._view == GRID else 0)
        self.header.show_empty(empty)
        self.header.show_view(self._view)
        self.list.setVisible(not self._room.is_narrow or self._view != ONE)
        self.panel.setVisible(not nobody and (not self._room.is_narrow or self._view == ONE))
        if self._room.panel_lacks_room:
            self._divide_room()

    def open_chosen(self) -> None:
        """Go to the chosen participant's own facts."""
        if self._room.is_narrow:
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
        if self._room.take_shape(self.window().width()):
            self.header.fold(self._room.is_narrow)
            self._show_view()
            self._divide_room()

    def _divide_room(self) -> None:
        if not self._room.divide_as_before():
            self._box.activate()  # the width that is divided is the one it is going to have
            self._room.divide_as_suits()

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
            action(tr("&Add a participant …"), self.register.add, "Ctrl+Shift+A"),
            action(tr("&Import a table of participants …"), self.register.import_table, "Ctrl+Shift+I"),
            action(tr("&Find a participant"), self._go_to_words, "Ctrl+F"),
            action(tr("&Record consent …"), self.register.record_consent, "Ctrl+E"),
            action(tr("Who is &heard"), lambda: self.show_view(GRID), "Ctrl+G"),
            action(tr("&Everybody"), self.focus_table, "Ctrl+T"),
            action(tr("Which fa&cts are recorded …"), self.register.set_up_facts),
            action(tr("Replace &names …"), self.register.replace_names),
            action(tr("Who is wh&o, from a key …"), self.register.look_into_key),
            action(tr("&Withdraw the chosen participant …"), self.register.withdraw),
        ]
        for each in made:
            each.setParent(self)
        return made
