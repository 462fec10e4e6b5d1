"""The page Search: what was said where, read in its turn, gone to, and coded."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QWidget

from qualcoder_lite.gui.pages.finder import Finder
from qualcoder_lite.gui.pages.page import Page
from qualcoder_lite.gui.pages.scrolled import Scrolled
from qualcoder_lite.gui.pages.search.elsewhere import ElsewhereList, ElsewhereModel, way_to
from qualcoder_lite.gui.pages.search.pane import FoundPane
from qualcoder_lite.gui.pages.search.query_bar import QueryBar
from qualcoder_lite.gui.pages.search.said import Said
from qualcoder_lite.gui.pages.search.words import also_in, summary
from qualcoder_lite.gui.project.workspace import Visit
from qualcoder_lite.gui.theme import current
from qualcoder_lite.gui.widgets.actions import action
from qualcoder_lite.gui.widgets.announce import announce
from qualcoder_lite.gui.widgets.card import Card
from qualcoder_lite.gui.widgets.empty_state import EmptyState
from qualcoder_lite.gui.widgets.labels import Label
from qualcoder_lite.gui.widgets.layouts import Column, Row
from qualcoder_lite.gui.widgets.segmented import SegmentedControl
from qualcoder_lite.gui.widgets.stack import Stack
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QAction, QResizeEvent

    from qualcoder_lite.domain.progress import Progress
    from qualcoder_lite.domain.searching.search import Query
    from qualcoder_lite.gui.project.workspace import Workspace
    from qualcoder_lite.gui.widgets.labels import Tone
    from qualcoder_lite.service.project import Project
    from qualcoder_lite.service.searching.found_elsewhere import FoundElsewhere
    from qualcoder_lite.service.searching.search import Found

_NARROW = 66  # width in letters of body text (em) below which what was found has no pane beside it
_SHAPE = "search-splitter"
_FIRST = 100  # hits that are shown while the rest is still being looked for
_SAID, _ELSEWHERE = "said", "elsewhere"


@dataclass(frozen=True, slots=True)
class _Answer:
    """What was found in transcripts, and elsewhere; None where that was told before."""

    said: Found
    elsewhere: Sequence[FoundElsewhere] | None = None


class SearchPage(Page):
    """Words in all transcripts, and in memos, codes and summaries."""

    value, word = "search", tr("Search")
    nouns = frozenset(
        ("transcript", "turn_list", "speaker", "site", "participant", "memo", "coding", "summary", "code", "code_group")
    )

    def __init__(self, workspace: Workspace) -> None:
        """Build the page; `refresh` fills it."""
        super().__init__(workspace)
        self._project: Project | None = None
        self._finder = Finder(workspace, self)
        self._finder.found.connect(self._on_found)
        self._finder.failed.connect(self._on_failed)
        self._query: Query | None = None
        self._also = ""  # where else the words are, said beside what was found
        self._said = Said()
        self._model = self._said.model
        self._elsewhere = ElsewhereModel(self)
        self._make_widgets()
        self._lay_out()
        self._actions = [
            action(tr("&Words to look for"), self._go_to_words, "Ctrl+F"),
            action(tr("&Go to it"), self._go_to_current, "Ctrl+G"),
            action(tr("What was &said, or memos, codes and summaries"), self._turn_over, "Ctrl+Shift+E"),
            action(tr("&Code what was found …"), self._code, "Ctrl+Return"),
            action(tr("&Tick all"), self._said.tick_all),
            action(tr("&Untick all"), self._said.untick_all),
        ]
        workspace.opened.connect(self._on_project_opened_or_closed)
        current().changed.connect(self._fold)

    # Building

    def _make_widgets(self) -> None:
        self._summary = Label("", "small", tone="muted", wrap=True)
        self._summary.setObjectName("search-summary")
        self.bar = QueryBar()
        self.bar.asked.connect(self._look)
        self._said.turn_asked.connect(self._go_to_turn)
        self._said.row_chosen.connect(self._read)
        self._said.code_asked.connect(self._code)
        self._pane = FoundPane()
        self._pane.go_asked.connect(self._go_to_current)
        self._where = SegmentedControl(
            [(_SAID, tr("What was said")), (_ELSEWHERE, tr("Memos, codes, summaries"))],
            name=tr("Where it was found"),
            value=_SAID,
        )
        self._where.setObjectName("search-where")
        self._where.chosen.connect(self._show_where)
        self._where.hide()
        self._things = ElsewhereList(self._elsewhere)
        self._things.asked.connect(self._go_to_thing)
        self._things.selectionModel().currentChanged.connect(lambda now, _before: self._read_thing(now.row()))
        self._start = EmptyState(
            "search",
            tr("Look for words in all transcripts"),
            tr("Type a word, or some words in a row, above. You see each place with what was said around it."),
        )
        self._none = EmptyState(
            "search", tr("Nothing was found"), tr("Try fewer letters, or other words."), primary=tr("Look everywhere")
        )
        self._none.setObjectName("search-none")
        self._none.primary.setObjectName("search-everywhere")
        self._none.primary_chosen.connect(self.bar.widen)

    def _lay_out(self) -> None:
        head = Column(Label(tr("Search"), "title"), self._summary, gap=2)
        self._top = Card(Row((head, 1), self._where, gap=12, margins=(24, 10)), kind="bar")
        things = QWidget()
        things.setLayout(Row((self._things, 1), margins=(16, 0, 0, 0)))
        self._lists = Stack()
        self._lists.addWidget(self._said)
        self._lists.addWidget(things)
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setObjectName(_SHAPE)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.addWidget(self._lists)
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
        where = [self._where] if self._where.isVisible() else []
        return (self.bar, self._said.list, self._things, self._pane.text, self._said.foot, *where)

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
            self._show_nothing()

    # Looking

    def _look(self) -> None:
        if not self.workspace.is_open:
            return
        query = self.bar.query
        if not query.words.strip():
            self._finder.stop()
            self._query = None
            self._show_nothing()
            self._say("")
            return
        self._query = query
        self._ask(query, _FIRST)
        if self._finder.busy:
            self._say(tr("Looking …"))

    def _ask(self, query: Query, limit: int | None) -> None:
        def look(project: Project, progress: Progress) -> _Answer:
            elsewhere = None if limit is None else project.search.elsewhere(query)
            return _Answer(project.search.find(query, limit, progress), elsewhere)

        self._finder.find(look, tr("Searching"))

    def _on_found(self, answer: _Answer) -> None:
        if self._query is None:
            return
        found = answer.said
        row = self._said.row
        kept = self._model.hit(row) if row >= 0 else None
        self._model.show(found.hits, self.workspace.project.search.show(found.hits), keep_ticks=True)
        if answer.elsewhere is not None:
            self._also = also_in(answer.elsewhere)
            self._show_elsewhere(answer.elsewhere)
        self._say(" · ".join(part for part in (summary(found), self._also) if part))
        if found.hits:
            self._said.list.go_to(max(self._model.row_of(kept), 0) if kept else 0)
        self._show_where(self._where.value or _SAID)
        self._fold()
        if found.complete:
            announce(self, self._summary.text())
        else:
            self._ask(self._query, None)

    def _show_elsewhere(self, found: Sequence[FoundElsewhere]) -> None:
        """Offer the codes, summaries and memos that have the words too."""
        row = self._things.currentIndex().row()
        kept = self._elsewhere.found(row) if row >= 0 else None
        self._elsewhere.show(found)
        self._where.setVisible(bool(found))
        if found:
            self._things.go_to(self._elsewhere.row_of(kept))
        else:
            self._where.set_value(_SAID)

    def _show_where(self, where: str) -> None:
        """Show what was said, or what was found elsewhere; the other where there is nothing of the one."""
        said = where == _SAID
        self._lists.setCurrentIndex(0 if said else 1)
        if said and not self._model.rowCount():
            self._none.primary.setVisible(self.bar.narrowed)
            self._stack.setCurrentWidget(self._none_page)
            return
        self._stack.setCurrentWidget(self._splitter)
        if said:
            self._read(self._said.row)
        else:
            self._read_thing(self._things.currentIndex().row())

    def _turn_over(self) -> None:
        """Turn from what was said to what was found elsewhere, or back."""
        if self._where.isVisible():
            self._where.segment(_ELSEWHERE if self._where.value == _SAID else _SAID).click()
            (self._said.list if self._where.value == _SAID else self._things).setFocus(
                Qt.FocusReason.ShortcutFocusReason
            )

    def _show_nothing(self) -> None:
        self._model.show((), ())
        self._show_elsewhere(())
        self._stack.setCurrentWidget(self._start_page)

    def _on_failed(self, sentence: str) -> None:
        """Say beside the words what is wrong with them: they may still be being typed."""
        self._show_nothing()
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
        if row >= 0:
            self._pane.show_turn(self._model.words(row), self.workspace.project.search.around(self._model.hit(row)))

    def _read_thing(self, row: int) -> None:
        if row >= 0 and self._where.value == _ELSEWHERE:
            self._pane.show_elsewhere(self._elsewhere.found(row))

    def _go_to_turn(self, row: int) -> None:
        hit = self._model.hit(row)
        self.workspace.visit(Visit(page="code", transcript=hit.transcript, start=hit.start, end=hit.end))

    def _go_to_thing(self, row: int) -> None:
        self.workspace.visit(way_to(self._elsewhere.found(row)))

    def _go_to_current(self) -> None:
        said = self._where.value == _SAID
        row = self._said.row if said else self._things.currentIndex().row()
        if row >= 0:
            (self._go_to_turn if said else self._go_to_thing)(row)

    # Coding

    def _code(self) -> None:
        from qualcoder_lite.gui.pages.search.code_found import code_found

        hits = self._model.ticked or list(self._model.hits)
        if hits and self._finder.busy:
            self.workspace.failed.emit(tr("The search is still going on. Wait a moment, so that nothing is left out."))
        elif hits:
            code_found(self, hits)
            self._said.list.setFocus(Qt.FocusReason.OtherFocusReason)  # in the box for words, Undo would undo typing

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
