"""The page Quotes: what people said under each code, narrowed by filters, read in full, copied and exported."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QWidget

from qualcoder_lite.domain.passages import Passages
from qualcoder_lite.gui.pages.finder import Finder
from qualcoder_lite.gui.pages.page import Page
from qualcoder_lite.gui.pages.quotes.doing import change, copy, star, take_off
from qualcoder_lite.gui.pages.quotes.empty import no_quotes, none_fits
from qualcoder_lite.gui.pages.quotes.filters import Filters, FiltersArea
from qualcoder_lite.gui.pages.quotes.head import Head
from qualcoder_lite.gui.pages.quotes.model import QuoteModel
from qualcoder_lite.gui.pages.quotes.quote_list import QuoteList, face_of
from qualcoder_lite.gui.pages.quotes.reading_pane import ReadingPane
from qualcoder_lite.gui.pages.quotes.voices import show_voices
from qualcoder_lite.gui.pages.quotes.words import summary, withheld
from qualcoder_lite.gui.pages.scrolled import Scrolled
from qualcoder_lite.gui.project.workspace import Visit
from qualcoder_lite.gui.theme import current
from qualcoder_lite.gui.widgets.actions import action
from qualcoder_lite.gui.widgets.announce import announce
from qualcoder_lite.gui.widgets.buttons import Button
from qualcoder_lite.gui.widgets.card import Card
from qualcoder_lite.gui.widgets.chip import ChipFace
from qualcoder_lite.gui.widgets.layouts import Column, Flow
from qualcoder_lite.gui.widgets.stack import Stack
from qualcoder_lite.service.scope import Scope
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QAction, QResizeEvent

    from qualcoder_lite.domain.extracts.extract import Extract
    from qualcoder_lite.domain.passage import Passage
    from qualcoder_lite.gui.project.workspace import Workspace
    from qualcoder_lite.service.extracts.extracts import Found
    from qualcoder_lite.service.project import Project

_NARROW = 60  # width in letters of body text (em) below which list and quote take turns
_SHARES = (520, 650)  # widths of the list and of what is read, until a person moves the edge
_SHAPE = "quotes-splitter"


class QuotesPage(Page):
    """The coded passages."""

    value, word, icon = "quotes", tr("Quotes"), "quotes"
    nouns = frozenset(
        (
            "coding",
            "decision",
            "transcript",
            "speaker",
            "code",
            "code_group",
            "codebook",
            "coder",
            "site",
            "participant",
            "consent",
            "transcript_mark",
            "star",
        )
    )

    def __init__(self, workspace: Workspace) -> None:
        """Build the page; `refresh` fills it."""
        super().__init__(workspace)
        self._project: Project | None = None
        self._narrow = self._reading = False
        self._asked = self._answered = Scope()
        self._finder = Finder(workspace, self)
        self._finder.found.connect(self._on_found)
        self._finder.failed.connect(self._on_failed)
        self._model = QuoteModel(self)
        self._make_widgets()
        self._lay_out()
        self._make_actions()
        workspace.opened.connect(self._on_project_opened_or_closed)
        current().changed.connect(self._fold)

    # Building

    def _make_widgets(self) -> None:
        self._head = Head()
        self._head.export.clicked.connect(self._export_shown)
        self._head.voices.clicked.connect(self._show_voices)
        self._head.filters.toggled.connect(self._fold)
        self._filters = Filters()
        self._filters.changed.connect(self._look)
        self._filters.reshaped.connect(self._fold)
        self._filters_area = FiltersArea(self._filters)
        self._list = QuoteList(self._model)
        self._list.turn_asked.connect(self._go_to_turn)
        self._list.star_asked.connect(self._star)
        self._list.selectionModel().currentChanged.connect(lambda now, _before: self._read(now.row()))
        self._make_pane()
        self._make_empty_states()

    def _make_pane(self) -> None:
        """The chosen quote in full, and the ways to it and on from it in a narrow window."""
        self._pane = ReadingPane()
        self._pane.turn_asked.connect(self._go_to_current_turn)
        self._pane.copy_asked.connect(self._copy)
        self._pane.change_asked.connect(self._change)
        self._pane.uses_asked.connect(self._show_uses)
        self._pane.star_asked.connect(self._star_current)
        self._pane.back_asked.connect(lambda: self._set_reading(False))
        self._whole = Button(tr("Read the whole quote"), icon="quotes")
        self._whole.setObjectName("quotes-whole")
        self._whole.clicked.connect(lambda: self._set_reading(True))
        self._go = Button(tr("Go to turn"), icon="transcript")
        self._go.setObjectName("quotes-go-narrow")
        self._go.clicked.connect(self._go_to_current_turn)

    def _make_empty_states(self) -> None:
        self._nothing, self._none_fits = no_quotes(), none_fits()
        self._nothing.primary_chosen.connect(lambda: self.workspace.visit(Visit(page="code")))
        self._none_fits.primary_chosen.connect(self._filters.clear)

    def _lay_out(self) -> None:
        self._foot = Card(Flow(self._whole, self._go, gap=8, margins=(24, 8)), kind="foot")
        self._foot.setObjectName("quotes-foot")
        self._left = QWidget()
        self._left.setLayout(Column((self._list, 1), self._foot, gap=0))
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setObjectName("quotes-splitter")
        self._splitter.setChildrenCollapsible(False)
        self._splitter.addWidget(self._left)
        self._splitter.addWidget(self._pane)
        self._splitter.setStretchFactor(0, 3)
        self._splitter.setStretchFactor(1, 2)
        self._splitter.splitterMoved.connect(self._remember_shape)
        self._stack = Stack()
        self._nothing_page, self._none_fits_page = Scrolled(self._nothing), Scrolled(self._none_fits)
        for shown in (self._splitter, self._nothing_page, self._none_fits_page):
            self._stack.addWidget(shown)
        self._below = QWidget()  # what filters leave of the page: without it the bar over them would swell
        self.setLayout(Column(self._head, self._filters_area, (self._stack, 1), (self._below, 1), gap=0))
        if not self._splitter.restoreState(self.workspace.settings.shape(_SHAPE)):
            self._splitter.setSizes(list(_SHARES))  # otherwise what is read would leave the cards little room

    def _make_actions(self) -> None:
        self._actions = [
            action(tr("&Go to turn"), self._go_to_current_turn, "Ctrl+G"),
            action(tr("&Copy quote"), self._copy, "Ctrl+C"),
            action(tr("&Star it, or take the star off"), self._star_current, "Ctrl+D"),
            action(tr("Whose &voices …"), self._show_voices),
            action(tr("C&hange this quote …"), self._change, "Ctrl+R"),
            action(tr("&Where is it used? …"), self._show_uses, "Ctrl+Shift+W"),
            action(tr("&Take the code off"), self._take_off, "Del"),
            action(tr("Show &all quotes"), self._filters.clear),
            action(tr("&Export what is shown …"), self._export_shown, "Ctrl+E"),
        ]

    # What pages do

    def refresh(self) -> None:
        """Offer the project's own filters, and look for the quotes again."""
        project = self.workspace.project
        if project is not self._project:
            self._project = project
            self._filters.set_scope(Scope())
        self._filters.offer(project)
        self._list.faces = {
            (group.name, code.name): ChipFace(group.key + code.key, code.name, group.colour)
            for book in project.codebooks.all()
            for group in book.groups
            for code in group.codes
        }
        self._look()

    def receive(self, visit: Visit) -> None:
        """Show the quotes of a scope."""
        if visit.scope is not None:
            self._filters.set_scope(visit.scope)
            self._reading = False
            self._look()
        self._list.setFocus(Qt.FocusReason.OtherFocusReason)

    def panes(self) -> Sequence[QWidget]:
        """List, quote in full, filters."""
        return (self._list, self._nothing.primary, self._none_fits.primary, self._pane, self._filters, self._head)

    def actions_for_menu(self) -> Sequence[QAction]:
        """What can be done with quotes."""
        return self._actions

    def leave(self) -> None:
        """Stop looking. What was not found yet is looked for when coming back."""
        self._stale = self._finder.stop() or self._stale

    def _on_project_opened_or_closed(self) -> None:
        if not self.workspace.is_open:
            self._finder.stop()
            self._project = None
            self._model.show(Passages(()), ())

    # Looking

    def _look(self) -> None:
        scope = self._asked = self._filters.scope
        self._finder.find(lambda project, progress: project.extracts.find(scope, progress), tr("Looking for quotes"))
        if self._finder.busy:
            self._head.summary.setText(tr("Looking …"))

    def _on_found(self, found: Found) -> None:
        kept, stood = self._current_passage(), self._list.currentIndex().row()
        self._model.show(found.passages, self.workspace.project.extracts.show(found))
        words = summary(found)
        self._head.summary.setText(" · ".join(part for part in (words, withheld(found)) if part))
        self._head.enable(there=bool(found.passages))
        if found.passages:
            self._stack.setCurrentWidget(self._splitter)
            row = self._model.row_of(kept) if kept else -1
            if row < 0 and self._asked == self._answered:  # it was changed or taken off: go on from there
                row = min(stood, len(found.passages) - 1)
            self._list.go_to(max(row, 0))
        else:
            self._stack.setCurrentWidget(self._none_fits_page if self._filters.count else self._nothing_page)
            self._reading = False
        self._answered = self._asked
        self._fold()
        announce(self, words)

    def _on_failed(self, sentence: str) -> None:
        self._head.summary.setText("")
        self.workspace.failed.emit(sentence)

    # The chosen quote

    def _current_passage(self) -> Passage | None:
        row = self._list.currentIndex().row()
        return self._model.passage(row) if row >= 0 else None

    def _current(self) -> Extract | None:
        row = self._list.currentIndex().row()
        return self._model.extract(row) if row >= 0 else None

    def _read(self, row: int) -> None:
        if row < 0:
            return
        extract = self._model.extract(row)
        around = self.workspace.project.extracts.around(extract)
        self._pane.show_quote(extract, face_of(extract, self._list.faces), around)

    def _go_to_turn(self, row: int) -> None:
        extract = self._model.extract(row)
        self.workspace.visit(Visit(page="code", transcript=extract.transcript, start=extract.start, end=extract.end))

    def _go_to_current_turn(self) -> None:
        if self._list.currentIndex().isValid():
            self._go_to_turn(self._list.currentIndex().row())

    def _copy(self) -> None:
        if (extract := self._current()) is not None:
            copy(self.workspace, extract)

    def _show_uses(self) -> None:
        from qualcoder_lite.gui.dialogs.where_used import show_where_used

        if (extract := self._current()) is not None:
            show_where_used(self.window(), self.workspace, extract.codings)

    def _change(self) -> None:
        if (extract := self._current()) is not None:
            change(self, self.workspace, extract, face_of(extract, self._list.faces))

    def _take_off(self) -> None:
        if (extract := self._current()) is not None:
            take_off(self, self.workspace, extract, face_of(extract, self._list.faces))

    def _star(self, row: int) -> None:
        star(self.workspace, self._model.extract(row))

    def _star_current(self) -> None:
        if (extract := self._current()) is not None:
            star(self.workspace, extract)

    def _show_voices(self) -> None:
        if self._model.rowCount():
            show_voices(self, self.workspace.project.stars.voices(self._model.passages))

    def _export_shown(self) -> None:
        if self._model.rowCount():
            self.workspace.visit(Visit(page="export", making="extracts", scope=self._filters.scope))

    # Room

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold by width in letters."""
        super().resizeEvent(event)
        self._fold()

    def _set_reading(self, reading: bool) -> None:
        self._reading = reading
        self._fold()
        if self._narrow:
            (self._pane.text if reading else self._list).setFocus(Qt.FocusReason.OtherFocusReason)

    def _fold(self) -> None:
        """Where there is no room for both, list and quote take turns, and the filters fold away behind a button."""
        self._narrow = narrow = self.width() < _NARROW * current().look.px(15)
        any_quotes = self._stack.currentWidget() is not self._nothing_page
        self._head.fold(narrow=narrow, any_quotes=any_quotes)
        self._head.setVisible(not (narrow and self._reading))
        unfolded = not narrow or (self._head.filters.isChecked() and not self._reading)
        self._filters_area.setVisible(unfolded and any_quotes)
        in_turn = narrow and unfolded and any_quotes
        self._head.name_filters(self._filters.count, in_turn=in_turn)
        room = self.height() - self._head.sizeHint().height()
        # In a narrow window the filters take turns with the quotes; in a wide one they leave them half the page.
        self._filters_area.fit(self.width(), room if narrow else room // 2)
        self._stack.setVisible(not in_turn)
        self._below.setVisible(in_turn)
        self._left.setVisible(not narrow or not self._reading)
        self._pane.setVisible(not narrow or self._reading)
        self._pane.set_alone(narrow)
        self._foot.setVisible(narrow)

    def _remember_shape(self) -> None:
        self.workspace.settings.set_shape(_SHAPE, self._splitter.saveState())
