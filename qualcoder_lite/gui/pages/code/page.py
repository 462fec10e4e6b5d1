"""The page Code: the transcripts at the left, the text in the middle, the codes at the right.

The page puts its parts together and tells them of each other; what coding does is in `session`, what keys do in
`keys`, how the parts share the room in `desk`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication, QStackedLayout

from qualcoder_lite.domain.coding import Direction, Polarity
from qualcoder_lite.domain.transcript import Span
from qualcoder_lite.gui import theme
from qualcoder_lite.gui.dialogs.who_is_coding import ask_who
from qualcoder_lite.gui.pages.code.about_transcript import AboutTranscript
from qualcoder_lite.gui.pages.code.desk import Desk
from qualcoder_lite.gui.pages.code.details import CodingDetails
from qualcoder_lite.gui.pages.code.edges import EdgeKeeping
from qualcoder_lite.gui.pages.code.empty import NoTranscripts
from qualcoder_lite.gui.pages.code.hint import Hint
from qualcoder_lite.gui.pages.code.jumps import Jumps
from qualcoder_lite.gui.pages.code.keyed_codes import KeyedCodes
from qualcoder_lite.gui.pages.code.keys import CodingKeys
from qualcoder_lite.gui.pages.code.opening import Opening
from qualcoder_lite.gui.pages.code.painted import colours_for
from qualcoder_lite.gui.pages.code.paper import Paper
from qualcoder_lite.gui.pages.code.reading import Reading
from qualcoder_lite.gui.pages.code.session import CodingSession
from qualcoder_lite.gui.pages.code.shelf import Shelf
from qualcoder_lite.gui.pages.code.small_bites import SmallBites
from qualcoder_lite.gui.pages.code.transcript_list import EVERYONE, MINE
from qualcoder_lite.gui.pages.code.turn_list import TurnList
from qualcoder_lite.gui.pages.code.ways import Ways
from qualcoder_lite.gui.pages.page import Page
from qualcoder_lite.gui.program.own_keys import Command
from qualcoder_lite.gui.project.workspace import Visit
from qualcoder_lite.gui.reading.focus_keys import typed
from qualcoder_lite.gui.reading.passage_edges import Edge
from qualcoder_lite.gui.widgets.actions import action, gathered
from qualcoder_lite.gui.widgets.code_card import CodeCard
from qualcoder_lite.gui.work.afterwards import Afterwards
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QAction, QKeyEvent, QResizeEvent, QShowEvent
    from PySide6.QtWidgets import QWidget

    from qualcoder_lite.domain.changes import Changes
    from qualcoder_lite.gui.project.workspace import Workspace

_CODING_NOUNS = frozenset({"coding", "attribution", "coder", "star"})


class CodePage(Page):
    """Read a transcript and put codes on what is said."""

    value, word, icon = "code", tr("Code"), "code"

    def __init__(self, workspace: Workspace) -> None:
        """Build the page; it is filled when it is first shown."""
        super().__init__(workspace)
        self.session = CodingSession(workspace, self, self._ask_who)
        self.details = CodingDetails(self.session, workspace, self)
        self.keyed = KeyedCodes(workspace, self)
        self.desk = Desk(workspace.settings)
        self.paper = Paper(self.session, self.desk, self)
        self.edges = EdgeKeeping(self.session, self.details, self.desk, self)
        self.jumps = Jumps(self.session, self.desk, self.paper)
        self.keys = CodingKeys(self.session, self.details, self.desk, workspace.settings, self.edges, self.jumps, self)
        self.hint = Hint(self.session, self.desk, workspace.settings, self)
        self.reading = Reading(workspace, self.desk, self)
        self.turn_list = TurnList(self.session, self.desk, self.paper, self)
        self.bites = SmallBites(workspace, self.desk.break_bar, self)
        self.about = AboutTranscript(self, self.session, self.desk, self.bites.action)
        self.shelf = Shelf(workspace, self.session, self.desk, self.paper, self.about, self.bites)
        self.opening = Opening(self.session, self.desk, self.paper, self.shelf, self.keys, self.bites, self.hint)
        self.ways = Ways(workspace, self.session, self.desk, self)
        self._empty = NoTranscripts()
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.desk)
        self._stack.addWidget(self._empty)
        self._was_seen = False
        self._actions = self._make_actions()
        self._refolding = Afterwards(self._fold, self)
        self._connect()
        self._dress()

    def _connect(self) -> None:
        desk, session = self.desk, self.session
        desk.view.focus_changed.connect(self._on_focus_changed)
        desk.view.coding_activated.connect(session.activate)
        desk.list.transcript_chosen.connect(self._on_transcript_chosen)
        desk.list.whose_chosen.connect(self._on_whose_chosen)
        desk.panel.left.connect(self.focus_text)
        self.reading.left.connect(self.focus_text)
        self.turn_list.left.connect(self.focus_text)
        desk.foot.undo_wanted.connect(self.undo)
        desk.find_bar.left.connect(self.focus_text)
        desk.foot.keep_wanted.connect(self.edges.keep)
        desk.foot.keys_wanted.connect(self.keyed.show)
        self.keyed.changed.connect(self._on_codes_changed)
        self.keyed.left.connect(self.focus_text)
        self.about.marked.connect(self.shelf.look_again)
        self.bites.went_on.connect(self._on_gone_on)
        self.bites.chosen.connect(self._on_bites_chosen)
        self.bites.stopped.connect(lambda: self.workspace.visit(Visit(page="home")))
        self._empty.files_wanted.connect(self._on_files_wanted)
        session.said.connect(lambda words, undo: self.desk.say(words, can_undo=undo))
        self.workspace.coder_changed.connect(self._on_coder_changed)
        self.workspace.opened.connect(self._on_opened_or_closed)
        theme.current().changed.connect(self._dress)
        self._connect_header()
        self._connect_bar()

    def _connect_header(self) -> None:
        header, steps = self.desk.header, self.workspace.next_steps
        header.reading_wanted.connect(self.reading.ask)
        header.undo_wanted.connect(self.undo)
        header.redo_wanted.connect(self.redo)
        header.list_wanted.connect(lambda: self.desk.show_list(True))
        header.who.chosen.connect(self.workspace.set_coder)
        header.who.somebody_else_wanted.connect(self._on_somebody_else)
        header.about.setMenu(self.about.menu)
        steps.offered.connect(header.offer)
        steps.named.connect(self._show_steps)
        header.offer(steps.can_undo, steps.can_redo)
        self._show_steps()

    def _connect_bar(self) -> None:
        bar, details = self.desk.bar, self.details
        bar.polarity_chosen.connect(lambda value: details.set_polarity(Polarity(value)))
        bar.link_chosen.connect(lambda code, way: details.set_link(code, Direction(way) if way else None))
        bar.memo_written.connect(details.set_memo)
        bar.sure_chosen.connect(details.set_sure)
        bar.star_wanted.connect(details.toggle_star)
        bar.removed.connect(self.take_off_active)
        bar.closed.connect(self._on_bar_closed)
        bar.left.connect(self.focus_text)
        bar.edge_wanted.connect(lambda edge: self.edges.begin(Edge(edge)))
        bar.change_wanted.connect(lambda: self.keys.do(Command.CHANGE))

    # Looking at the project

    def refresh(self) -> None:
        """Look at everything again; the transcript that is open stays where it is."""
        self._meet_project()
        if not self._was_seen:
            self.paper.whose = MINE if self.workspace.coder else EVERYONE
            self._was_seen = self.isVisible()
        self.session.look_up_coders()
        self.keyed.look_again()
        self.shelf.look_again()
        self._stack.setCurrentWidget(self.desk if len(self.shelf) else self._empty)
        self._empty.show_project(self.session.codes, self.workspace.coder)
        if self.session.transcript.id not in self.shelf:
            self.opening.open_last()
        else:
            self._refresh_transcript()
        self._show_who()

    def _meet_project(self) -> None:
        """Put the transcript away where another project is open than it is of."""
        path = str(self.workspace.project.path)
        if path != self.opening.project:
            self.opening.project, self._was_seen = path, False
            self.session.close()

    def _refresh_transcript(self) -> None:
        """Read what may have changed of the open transcript."""
        open_, transcripts = self.session.transcript, self.workspace.project.transcripts
        if list(open_.turns) != transcripts.turns(open_.id) or list(open_.speakers) != transcripts.speakers(open_.id):
            self.open_transcript(open_.id, self.desk.view.passage)
        else:
            self.session.read_again()
            self._let_go_of_the_far()
            self.paper.look_at_stars()
            self.shelf.tell()

    def open_transcript(self, transcript: str, place: Span = Span(0, 0)) -> None:  # noqa: B008 - a named tuple
        """Open a transcript, at a passage if one is given."""
        self.opening.open(transcript, place)

    # Showing

    def _show_who(self) -> None:
        face = self.workspace.face
        self.desk.header.who.show_who(face(self.workspace.coder), [face(name) for name in self.session.names.values()])

    def _show_steps(self) -> None:
        steps = self.workspace.next_steps
        self.desk.header.show_steps(steps.undo, steps.redo)

    def _dress(self) -> None:
        look = theme.current().look
        self.desk.view.set_colours(colours_for(look))
        self.desk.view.set_text_scale(look.scale)
        if self.isVisible():
            self._refolding.ask()  # once every part has the size that the new type gives it

    # What happens

    def _on_codes_changed(self) -> None:
        self.session.codes = self.keyed.codes
        self.keys.set_codes(self.keyed.codes, self.keyed.own)
        self.desk.panel.set_codes(self.keyed.codes)
        self.paper.paint_all()

    def _on_gone_on(self) -> None:
        self.shelf.tell()
        self.focus_text()

    def _on_bites_chosen(self, on: bool) -> None:
        said = tr("A break is offered after every ten turns.") if on else tr("No breaks are offered any more.")
        self.desk.say(said, icon="info")

    def _on_focus_changed(self, start: int, end: int, turn: int) -> None:
        self.bites.reach(turn)
        self.opening.remember(Span(start, end))
        self._let_go_of_the_far()
        self.paper.show_applied()
        self.shelf.tell_where()

    def _let_go_of_the_far(self) -> None:
        """Pick no coding of elsewhere: letters would change what nobody looks at."""
        active, (first, last) = self.session.active, self.session.transcript.reach(*self.desk.view.passage)
        if active is not None and not (active.start < last and active.end > first):
            self.session.activate("")

    def _on_transcript_chosen(self, transcript: str) -> None:
        if transcript != self.session.transcript.id:
            self.open_transcript(transcript)
        self.desk.show_list(False)
        self.focus_text()

    def _on_whose_chosen(self, whose: str) -> None:
        self.paper.whose = whose
        self.shelf.look_again()
        self.paper.paint_all()

    def _on_coder_changed(self, _name: str) -> None:
        if self.isVisible() and self.workspace.is_open and str(self.workspace.project.path) == self.opening.project:
            self.session.look_up_coders()
            self._show_who()
            self.keyed.look_again()
            self.shelf.look_again()
            self.paper.paint_all()
            self.paper.show_active()
            self.hint.say()  # “You are done” was said to somebody else
        else:
            self.mark_stale()

    def _on_project_changed(self, changes: Changes, by: object) -> None:
        """After an undo or another page's coding look only at the codings; after anything else at everything."""
        if by is self:
            return
        if self.isVisible() and not self._stale and set(changes.touched) <= _CODING_NOUNS:
            if changes.of("coder"):  # the first coding of somebody new, and its undo
                self.session.look_up_coders()
                self._show_who()
            self.paper.look_at_stars()
            if not self.session.catch_up(changes):
                self.shelf.count_again()
            self._let_go_of_the_far()
        else:
            super()._on_project_changed(changes, by)

    def _on_opened_or_closed(self) -> None:
        if not self.workspace.is_open:
            self.paper.drop()

    def _on_bar_closed(self) -> None:
        self.session.activate("")
        self.focus_text()

    def _on_files_wanted(self) -> None:
        from qualcoder_lite.gui.dialogs.import_transcripts import import_transcripts

        import_transcripts(self.window(), self.workspace, [])

    def _ask_who(self) -> str:
        return ask_who(self, list(self.session.names.values()))

    def _on_somebody_else(self) -> None:
        name = self._ask_who()
        if name:
            self.workspace.set_coder(name)

    # What a person can do here

    def focus_text(self) -> None:
        """Go to the text."""
        self.desk.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def undo(self) -> None:
        """Take the last step back, and say so under the text."""
        self.workspace.undo()

    def redo(self) -> None:
        """Do again what was undone last."""
        self.workspace.redo()

    def take_off_active(self) -> None:
        """Take the coding in the bar off."""
        coding = self.session.active
        if coding is not None and self.session.is_own(coding):
            self.session.take_off([coding])
            self.focus_text()

    def step_transcript(self, step: int) -> None:
        """Open the next transcript of the list, or the one before."""
        if self.opening.step(step):
            self.focus_text()

    # The window's side

    def receive(self, visit: Visit) -> None:
        """Open a transcript at a passage, and pick a coding that is there."""
        if visit.transcript not in self.shelf:
            return
        self.opening.open_at(visit.transcript, Span(visit.start, visit.end))
        self.desk.show_list(False)
        self.focus_text()

    def preparations(self) -> Sequence[Callable[[], object]]:
        """Fold into the window, make the cards, and open a transcript."""
        return (self._fold, self._make_cards, self.look_ahead)

    def _make_cards(self) -> None:
        if self._stale and self.workspace.is_open:
            self._meet_project()
            self.keyed.look_again()

    def panes(self) -> Sequence[QWidget]:
        """Text, what is found in it, passage, codes, transcripts; those that are put away are passed over."""
        if not len(self.shelf):
            return [self._empty]
        self.paper.catch_up()
        bar = [self.desk.bar] if self.desk.bar.has_controls else []
        return [self.desk.view, self.desk.break_bar, self.desk.find_bar, *bar, self.desk.panel, self.desk.list]

    def actions_for_menu(self) -> Sequence[QAction]:
        """What can be done here, with its keys."""
        return self._actions

    def leave(self) -> None:
        """Keep the memo that is being written, and how the page stands."""
        self.desk.bar.keep_memo()
        self.desk.remember()

    def say(self, sentence: str, can_undo: bool) -> bool:
        """Say under the text what was done."""
        self.desk.say(sentence, can_undo=can_undo)
        return True

    def explain_focus(self) -> bool:
        """In the text and on a code's card, what is asked is what the code means."""
        focused = QApplication.focusWidget()
        asks_for_code = isinstance(focused, CodeCard) or focused is self.desk.view
        if asks_for_code:
            self.desk.panel.toggle_meaning()
        return asks_for_code

    def _make_actions(self) -> list[QAction]:
        onwards = [
            *self.jumps.actions(),
            action(tr("&Next transcript"), lambda: self.step_transcript(1), "Ctrl+PgDown"),
            action(tr("Transcript before"), lambda: self.step_transcript(-1), "Ctrl+PgUp"),
        ]
        # More than a dozen entries side by side would stand beside the screen in words of twice the size.
        made = [
            *gathered(tr("&Find"), self.desk.ways_to_find()),
            action(tr("What does this code &mean?"), self.desk.panel.toggle_meaning),
            *self.keys.actions_for_passage(),
            *self.ways.actions_for_passage(),
            *gathered(
                tr("This &coding"), [*self.keys.actions(), *self.ways.actions_for_coding(), self._take_off_action()]
            ),
            *gathered(tr("&Go on to"), onwards),
            *gathered(tr("This &transcript"), [*self.about.all_actions(), *self.ways.actions_for_transcript()]),
            action(tr("How you &read …"), self.reading.ask),
            *self.keyed.actions(),
        ]
        for each in made:
            each.setParent(self)
        return made

    def _take_off_action(self) -> QAction:
        return action(tr("Take the code off"), self.take_off_active, "Delete")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer to a letter that nothing on the page took: it codes only in the text."""
        if typed(event) and self.workspace.settings.letter_keys and self.session.transcript.id:
            self.hint.say_where_letters_code()
        else:
            super().keyPressEvent(event)

    def minimumSizeHint(self) -> QSize:
        """What it can fold down to; how it stands now must not hold the window open."""
        em = theme.current().look.px(15)
        return QSize(30 * em, 18 * em)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold by the window's width in letters."""
        super().resizeEvent(event)
        if self.isVisible():
            self._fold()

    def showEvent(self, event: QShowEvent) -> None:
        """Fit into the window, then look at the project."""
        self._fold()
        super().showEvent(event)
        if not self._was_seen and self.session.transcript.id:  # filled ahead, when nobody could hear how to begin
            self.hint.say()
        self._was_seen = True

    def _fold(self) -> None:
        self.desk.fold(self.window().width())
