"""The page Search: what was said where, read in its turn, gone to, and coded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QSplitter, QWidget

from qualcoder_lite.gui.menus import action
from qualcoder_lite.gui.pages.finder import Finder
from qualcoder_lite.gui.pages.page import Page
from qualcoder_lite.gui.pages.scrolled import Scrolled
from qualcoder_lite.gui.pages.search.hit_list import HitList
from qualcoder_lite.gui.pages.search.model import HitModel
from qualcoder_lite.gui.pages.search.query_bar import QueryBar
from qualcoder_lite.gui.pages.search.words import counted, place, source, summary
from qualcoder_lite.gui.pages.turns_text import TurnsText
from qualcoder_lite.gui.theme import current
from qualcoder_lite.gui.widgets.announce import announce
from qualcoder_lite.gui.widgets.buttons import Button
from qualcoder_lite.gui.widgets.card import Card
from qualcoder_lite.gui.widgets.empty_state import EmptyState
from qualcoder_lite.gui.widgets.labels import Label
from qualcoder_lite.gui.widgets.layouts import Column, Flow, Row
from qualcoder_lite.gui.widgets.stack import Stack
from qualcoder_lite.gui.workspace import Visit
from qualcoder_lite.service.search import Elsewhere

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QAction, QResizeEvent

    from qualcoder_lite.domain.search import Query
    from qualcoder_lite.gui.widgets.labels import Tone
    from qualcoder_lite.gui.workspace import Workspace
    from qualcoder_lite.service.project import Project
    from qualcoder_lite.service.search import Found

_NARROW = 66  # width in letters of body text (em) below which what was found has no pane beside it
_SHAPE = "search-splitter"
_FIRST = 100  # hits that are shown while the rest is still being looked for


class SearchPage(Page):
    """Words in all transcripts."""

    value, word = "search", "Search"
    nouns = frozenset(("transcript", "turn_list", "speaker", "site", "participant"))

    def __init__(self, workspace: Workspace) -> None:
        """Build the page; `refresh` fills it."""
        super().__init__(workspace)
        self._project: Project | None = None
        self._finder = Finder(workspace, self)
        self._finder.found.connect(self._on_found)
        self._finder.failed.connect(self._on_failed)
        self._query: Query | None = None
        self._model = HitModel(self)
        self._model.ticks_changed.connect(self._name_buttons)
        self._make_widgets()
        self._lay_out()
        self._actions = [
            action("&Words to look for", self._go_to_words, "Ctrl+F"),
            action("&Go to turn", self._go_to_current_turn, "Ctrl+G"),
            action("&Code what was found …", self._code, "Ctrl+Return"),
            action("&Tick all", lambda: self._model.tick_all(ticked=True)),
            action("&Untick all", lambda: self._model.tick_all(ticked=False)),
        ]
        workspace.opened.connect(self._on_project_opened_or_closed)
        current().changed.connect(self._fold)

    # Building

    def _make_widgets(self) -> None:
        self._summary = Label("", "small", tone="muted", wrap=True)
        self._summary.setObjectName("search-summary")
        self.bar = QueryBar()
        self.bar.asked.connect(self._look)
        self._list = HitList(self._model)
        self._list.turn_asked.connect(self._go_to_turn)
        self._list.selectionModel().currentChanged.connect(lambda now, _before: self._read(now.row()))
        self._tick = Button("Tick all", kind="link")
        self._tick.setObjectName("search-tick-all")
        self._tick.clicked.connect(lambda: self._model.tick_all(ticked=not self._model.ticked))
        self._do = Button("Code all …", kind="primary", icon="code")
        self._do.setObjectName("search-code")
        self._do.clicked.connect(self._code)
        self._title = Label("", "title", wrap=True)
        self._who = Label("", "small", tone="muted", wrap=True)
        self._text = TurnsText("The turn, with what was said before and after")
        self._text.setObjectName("search-text")
        self._go = Button("Go to turn", icon="transcript")
        self._go.setObjectName("search-go")
        self._go.clicked.connect(self._go_to_current_turn)
        self._memos, self._codes = Button("", kind="link"), Button("", kind="link")
        self._memos.setObjectName("search-memos")
        self._codes.setObjectName("search-codes")
        self._memos.clicked.connect(lambda: self.workspace.visit(Visit(page="memos", words=self.bar.words.text())))
        self._codes.clicked.connect(lambda: self.workspace.visit(Visit(page="codebook", code=self._elsewhere.codes[0])))
        self._elsewhere = Elsewhere(0, ())
        self._start = EmptyState(
            "search",
            "Look for words in all transcripts",
            "Type a word, or some words in a row, above. You see each place with what was said around it.",
        )
        self._none = EmptyState(
            "search", "Nothing was found", "Try fewer letters, or other words.", primary="Look everywhere"
        )
        self._none.setObjectName("search-none")
        self._none.primary.setObjectName("search-everywhere")
        self._none.primary_chosen.connect(self.bar.widen)

    def _lay_out(self) -> None:
        head = Column(Label("Search", "title"), self._summary, gap=2)
        self._top = Card(Row((head, 1), self._memos, self._codes, gap=12, margins=(24, 10)), kind="bar")
        self._foot = Card(Flow(self._do, self._tick, gap=12, margins=(24, 8)), kind="foot")
        self._foot.setObjectName("search-foot")
        left = QWidget()
        left.setLayout(Column(Row((self._list, 1), margins=(16, 0, 0, 0)), self._foot, gap=0))
        self._pane = Card(kind="aside")
        self._pane.setObjectName("search-pane")
        self._pane.setAccessibleName("The turn")
        self._pane.setLayout(
            Column(self._title, self._who, (self._text, 1), Flow(self._go, gap=8), gap=8, margins=(24, 16))
        )
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setObjectName(_SHAPE)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.addWidget(left)
        self._splitter.addWidget(self._pane)
        self._splitter.setStretchFactor(0, 3)
        self._splitter.setStretchFactor(1, 2)
        self._splitter.splitterMoved.connect(
            lambda *_: self.workspace.settings.set_shape(_SHAPE, self._splitter.saveState())
        )
        self._stack = Stack()
        self._start_page, self._none_page = Scrolled(self._start), Scrolled(self._none)
        for shown in (self._start_page, self._splitter, self._none_page):
            self._stack.addWidget(shown)
        self.setLayout(Column(self._top, self.bar, (self._stack, 1), gap=0))
        self._splitter.restoreState(self.workspace.settings.shape(_SHAPE))

    # What pages do

    def refresh(self) -> None:
        """Offer the project's sites and client groups, and look again."""
        project = self.workspace.project
        if project is not self._project:
            self._project = project
            self.bar.clear()
        self.bar.offer(project)
        self._look()

    def receive(self, visit: Visit) -> None:
        """Be ready for words."""
        del visit
        self._go_to_words()

    def panes(self) -> Sequence[QWidget]:
        """The question, what was found, the turn, what can be done."""
        elsewhere = [self._top] if self._memos.isVisible() or self._codes.isVisible() else []
        return (self.bar, self._list, self._text, self._foot, *elsewhere)

    def actions_for_menu(self) -> Sequence[QAction]:
        """What can be done with what was found."""
        return self._actions

    def leave(self) -> None:
        """Stop looking. What was not found yet is looked for when coming back."""
        waiting = self.bar.stop_typing()
        self._stale = self._finder.stop() or waiting or self._stale

    def _on_project_opened_or_closed(self) -> None:
        if not self.workspace.is_open:
            self._finder.stop()
            self._project = self._query = None
            self._model.show((), ())

    # Looking

    def _look(self) -> None:
        if not self.workspace.is_open:
            return
        query = self.bar.query
        if not query.words.strip():
            self._finder.stop()
            self._query = None
            self._model.show((), ())
            self._show_elsewhere(Elsewhere(0, ()))
            self._say("")
            self._stack.setCurrentWidget(self._start_page)
            return
        self._query = query
        self._show_elsewhere(Elsewhere(0, ()) if query.regex else self.workspace.project.search.elsewhere(query.words))
        self._ask(query, _FIRST)
        if self._finder.busy:
            self._say("Looking …")

    def _show_elsewhere(self, elsewhere: Elsewhere) -> None:
        """Lead on to the memos and codes that have the words too."""
        self._elsewhere = elsewhere
        for link, number, noun in (
            (self._memos, elsewhere.memos, "memo"),
            (self._codes, len(elsewhere.codes), "code"),
        ):
            link.set_words(f"Also in {counted(number, noun)}")
            link.setVisible(number > 0)

    def _ask(self, query: Query, limit: int | None) -> None:
        self._finder.find(lambda project, progress: project.search.find(query, limit, progress), "Searching")

    def _on_found(self, found: Found) -> None:
        if self._query is None:
            return
        row = self._list.currentIndex().row()
        kept = self._model.hit(row) if row >= 0 else None
        self._model.show(found.hits, self.workspace.project.search.show(found.hits), keep_ticks=True)
        self._say(summary(found))
        if found.hits:
            self._stack.setCurrentWidget(self._splitter)
            self._list.go_to(max(self._model.row_of(kept), 0) if kept else 0)
        else:
            self._none.primary.setVisible(self.bar.narrowed)
            self._stack.setCurrentWidget(self._none_page)
        self._fold()
        if found.complete:
            announce(self, self._summary.text())
        else:
            self._ask(self._query, None)

    def _on_failed(self, sentence: str) -> None:
        """Say beside the words what is wrong with them: they may still be being typed."""
        self._model.show((), ())
        self._stack.setCurrentWidget(self._start_page)
        self._say(sentence, tone="danger")
        announce(self, sentence)

    def _say(self, words: str, tone: Tone = "muted") -> None:
        self._summary.set_tone(tone)
        self._summary.setText(words)

    def _go_to_words(self) -> None:
        self.bar.words.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.bar.words.selectAll()

    # The chosen hit

    def _read(self, row: int) -> None:
        if row < 0:
            return
        found = self._model.words(row)
        self._title.setText(place(found))
        self._who.setText(source(found).removeprefix(place(found)).removeprefix(" · "))
        self._text.show_turns(self.workspace.project.search.around(self._model.hit(row)), "")

    def _go_to_turn(self, row: int) -> None:
        hit = self._model.hit(row)
        self.workspace.visit(Visit(page="code", transcript=hit.transcript, start=hit.start, end=hit.end))

    def _go_to_current_turn(self) -> None:
        if self._list.currentIndex().isValid():
            self._go_to_turn(self._list.currentIndex().row())

    # Coding

    def _name_buttons(self) -> None:
        ticked, every = len(self._model.ticked), self._model.rowCount()
        some = "the ticked one" if ticked == 1 else f"the {ticked:,} ticked"
        which = some if ticked else f"all {every:,}" if every > 1 else "it"
        self._do.set_words(f"Code {which} …")
        self._tick.set_words("Untick all" if ticked else "Tick all")

    def _code(self) -> None:
        from qualcoder_lite.gui.pages.search.code_found import CodeFoundDialog

        hits = self._model.ticked or list(self._model.hits)
        if not hits:
            return
        if self._finder.busy:
            self.workspace.failed.emit("The search is still going on. Wait a moment, so that nothing is left out.")
            return
        coder = self._coder()
        if not coder:
            return
        project = self.workspace.project
        dialog = CodeFoundDialog(project, hits, coder, self)
        wanted = dialog.exec() == QDialog.DialogCode.Accepted
        code, unit = dialog.code, dialog.unit
        dialog.deleteLater()
        if not wanted:
            return
        changes = self.workspace.act(lambda: project.search.code(hits, code, coder, unit), by=self)
        if changes:
            number = counted(len(changes.of("coding")), "passage")
            self.workspace.done.emit(f"Coded: {project.codebooks.names()[code]}, on {number}.", True)
        elif changes is not None:
            self.workspace.done.emit("All of it has that code already.", False)

    def _coder(self) -> str:
        """Who codes, asked for where nobody said yet."""
        if not self.workspace.coder:
            from qualcoder_lite.gui.pages.code.who import ask_who

            name = ask_who(self, [coder.name for coder in self.workspace.project.coders.all()])
            if name:
                self.workspace.set_coder(name)
        return self.workspace.coder

    # Room

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold by width in letters."""
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        """Where there is no room for both, the list has it: a turn is read on the page Code."""
        narrow = self.width() < _NARROW * current().look.px(15)
        self._pane.setVisible(not narrow)
        self.bar.fold(narrow=narrow)
