"""The page Memos: all memos, narrowed by kind, writer, what they are about and words; the chosen one to be changed."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QWidget

from qualcoder_lite.domain.memo import About, Subject
from qualcoder_lite.gui.memos.writer import write_memo
from qualcoder_lite.gui.pages.memos.filters import MemoFilters
from qualcoder_lite.gui.pages.memos.memo_list import MemoList
from qualcoder_lite.gui.pages.memos.memo_pane import MemoPane
from qualcoder_lite.gui.pages.memos.model import MemoModel
from qualcoder_lite.gui.pages.page import Page
from qualcoder_lite.gui.pages.scrolled import Scrolled
from qualcoder_lite.gui.project.workspace import Visit
from qualcoder_lite.gui.widgets.actions import action
from qualcoder_lite.gui.widgets.announce import announce
from qualcoder_lite.gui.widgets.buttons import Button
from qualcoder_lite.gui.widgets.card import Card
from qualcoder_lite.gui.widgets.empty_state import EmptyState
from qualcoder_lite.gui.widgets.labels import Label
from qualcoder_lite.gui.widgets.layouts import Column, Row
from qualcoder_lite.gui.widgets.list_and_detail import ListAndDetail
from qualcoder_lite.gui.widgets.stack import Stack
from qualcoder_lite.service.memos.file import MemosOrder
from qualcoder_lite.service.memos.listed import MemoFilter
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QAction

    from qualcoder_lite.gui.project.workspace import Workspace

_LIST = 440  # width of the list in pixels at a text scale of 1, until a person moves the edge
_FILES = tr("Word document (*.docx);;CSV table (*.csv)")


class MemosPage(Page):
    """What people thought."""

    value, word, icon = "memos", tr("Memos"), "memo"
    nouns = frozenset(("memo", "coding", "code", "coder", "site", "participant", "transcript", "consent"))

    def __init__(self, workspace: Workspace) -> None:
        """Build the page; `refresh` fills it."""
        super().__init__(workspace)
        self._chosen = ""
        self._choosing = False
        self.model = MemoModel(self)
        self.list = MemoList(self.model)
        self.pane = MemoPane()
        self.filters = MemoFilters()
        self._make_widgets()
        self._lay_out()
        self._connect()
        self._actions = self._make_actions()

    # Building

    def _make_widgets(self) -> None:
        self._summary = Label("", "small", tone="muted", wrap=True)
        self._summary.setObjectName("memos-summary")
        self.new = Button(tr("New memo …"), kind="primary", icon="plus", name=tr("New memo about the project"))
        self.new.setObjectName("memos-new")
        self.export = Button(tr("Export what is shown …"), icon="export")
        self.export.setObjectName("memos-export")
        advice = tr("Write what you notice: about the project here, about a passage or a code where you see it.")
        self._nothing = EmptyState("memo", tr("No memos yet"), advice, primary=tr("Write a memo"), primary_icon="plus")
        self._nothing.setObjectName("memos-nothing")
        self._nothing.primary.setObjectName("memos-first")
        self._none_fits = EmptyState(
            "filter", tr("No memo fits"), tr("Choose something else above."), primary=tr("Show all memos")
        )
        self._none_fits.setObjectName("memos-none-fits")
        self._none_fits.primary.setObjectName("memos-show-all")

    def _lay_out(self) -> None:
        head = Column(Label(tr("Memos"), "title"), self._summary, gap=2)
        self._head = Card(Row((head, 1), self.export, self.new, gap=8, margins=(24, 10)), kind="bar")
        self._sides = ListAndDetail(
            "memos-splitter", self.list, self.pane, width=_LIST, settings=self.workspace.settings
        )
        self._stack = Stack()
        self._nothing_page, self._none_fits_page = Scrolled(self._nothing), Scrolled(self._none_fits)
        for shown in (self._sides, self._nothing_page, self._none_fits_page):
            self._stack.addWidget(shown)
        self.setLayout(Column(self._head, self.filters, (self._stack, 1), gap=0))

    def _connect(self) -> None:
        self.list.selectionModel().currentChanged.connect(lambda now, _before: self._on_row_chosen(now.row()))
        self.list.entered.connect(self._enter)
        self.list.clicked.connect(lambda _index: self._sides.read(True))
        self.filters.changed.connect(self._look)
        self.new.clicked.connect(self._write)
        self._nothing.primary_chosen.connect(self._write)
        self._none_fits.primary_chosen.connect(self.filters.clear)
        self.export.clicked.connect(self._export)
        self.pane.saved.connect(self.save)
        self.pane.removed.connect(self.remove)
        self.pane.go_wanted.connect(self._go)
        self.pane.back_wanted.connect(self._sides.go_back)
        self.workspace.opened.connect(self._on_project_opened_or_closed)
        self.workspace.coder_changed.connect(self.mark_stale)
        self._sides.folded.connect(self._on_folded)

    def _make_actions(self) -> list[QAction]:
        made = [
            action(tr("&New memo about the project …"), self._write, "Ctrl+Shift+N"),
            action(tr("&Find words"), self._go_to_words, "Ctrl+F"),
            action(tr("&Save the memo"), self.save, "Ctrl+S"),
            action(tr("&Go to what it is about"), self._go, "Ctrl+G"),
            action(tr("Show &all memos"), self.filters.clear),
            action(tr("&Export what is shown …"), self._export, "Ctrl+E"),
        ]
        for each in made:
            each.setParent(self)
        return made

    # What pages do

    def refresh(self) -> None:
        """Look at the memos again; what is being typed stays."""
        project = self.workspace.project
        names = sorted({each.coder for each in project.memos.all() if each.coder}, key=str.casefold)
        self.filters.offer(names)
        self.new.setEnabled(not project.read_only)
        self._nothing.primary.setVisible(not project.read_only)
        self._look()

    def receive(self, visit: Visit) -> None:
        """Show the memos that have some words, or one memo among all."""
        if visit.words:
            self.filters.find(visit.words)
        if visit.memo:
            self.filters.clear()
            row = self.model.row_of(visit.memo)
            self.list.setCurrentIndex(self.model.index(row, 0))
            self._sides.read(row >= 0)

    def panes(self) -> Sequence[QWidget]:
        """List, memo, filters, head."""
        return (self.list, self._nothing.primary, self._none_fits.primary, self.pane, self.filters, self._head)

    def actions_for_menu(self) -> Sequence[QAction]:
        """What can be done with memos."""
        return self._actions

    def leave(self) -> None:
        """Keep what was typed."""
        if self.pane.changed and not self.save():
            return
        self.pane.show_again()

    def _on_project_opened_or_closed(self) -> None:
        self._chosen = ""
        if not self.workspace.is_open:
            self.pane.listed = None
            self.model.show(())

    # Looking

    def _look(self) -> None:
        if not self.workspace.is_open:
            return
        which = self.filters.which
        found = self.workspace.project.memos.all(which)
        self._choosing = True
        self.model.show(found)
        row = max(self.model.row_of(self._chosen), 0)
        self.list.setCurrentIndex(self.model.index(row, 0))
        self._choosing = False
        number = tr("{n:,} memo", "{n:,} memos", n=len(found))
        self._summary.setText(tr("What people noted while working · {number}", number=number))
        self.export.setEnabled(bool(found))
        narrowed = which != MemoFilter()
        self.new.setVisible(bool(found) or narrowed)  # else the page's middle has the button
        if found:
            self._stack.setCurrentWidget(self._sides)
            self._show(row)
        else:
            self._stack.setCurrentWidget(self._none_fits_page if narrowed else self._nothing_page)
            self._sides.read(False)
        self._show_filters()
        if narrowed:
            announce(self, number)

    def _on_row_chosen(self, row: int) -> None:
        if self._choosing or row < 0 or self.model.memo(row).memo.id == self._chosen:
            return
        wanted = self.model.memo(row).memo.id
        if self.pane.changed and not self.save():
            self._choosing = True
            self.list.setCurrentIndex(self.model.index(self.model.row_of(self._chosen), 0))
            self._choosing = False
            return
        self._chosen = wanted
        row = self.model.row_of(wanted)
        self.list.setCurrentIndex(self.model.index(row, 0))
        self._show(row)

    def _show(self, row: int) -> None:
        listed = self.model.memo(row)
        if self.pane.listed is not None and self.pane.listed.memo.id == listed.memo.id and self.pane.changed:
            return  # what is being typed stays
        self._chosen = listed.memo.id
        memos, coder = self.workspace.project.memos, self.workspace.coder
        own = bool(coder) and memos.may_change(listed, coder) and not self.workspace.project.read_only
        self.pane.show_memo(listed, memos.quoted(listed.memo.about), own=own)

    # Changing

    def save(self) -> bool:
        """Keep what was typed; whether that could be done, and there was something."""
        pane = self.pane
        if pane.listed is None or not pane.changed:
            return False
        memos, id_, who = self.workspace.project.memos, pane.listed.memo.id, self.workspace.coder
        body, title, kind = pane.typed
        if pane.listed.is_coding:
            done = self.workspace.act(lambda: memos.change(id_, coder=who, body=body), self, tr("The memo is changed."))
        else:
            done = self.workspace.act(
                lambda: memos.change(id_, coder=who, body=body, title=title, kind=kind),
                self,
                tr("The memo is changed."),
            )
        if done is None:
            return False
        pane.take_as_kept()
        self.refresh()
        return True

    def remove(self) -> None:
        """Take the chosen memo away."""
        listed = self.pane.listed
        if listed is None:
            return
        memos, who = self.workspace.project.memos, self.workspace.coder
        self.pane.show_again()
        if (
            self.workspace.act(lambda: memos.remove([listed.memo.id], coder=who), self, tr("The memo is gone."))
            is not None
        ):
            self._sides.go_back()
            self.refresh()

    def _write(self) -> None:
        if self.pane.changed and not self.save():
            return
        written = write_memo(self.workspace, About(), self.window(), by=self)
        if written:
            self._chosen = written
            self.refresh()

    # Going elsewhere

    def _go(self) -> None:
        listed = self.pane.listed
        if listed is None:
            return
        about = listed.memo.about
        match listed.subject:
            case Subject.TRANSCRIPT | Subject.PASSAGE | Subject.CODING:
                visit = Visit(page="code", transcript=about.transcript, start=about.start, end=about.end)
            case Subject.CODE:
                visit = Visit(page="codebook", code=about.code)
            case Subject.SITE:
                visit = Visit(page="sites")
            case Subject.PARTICIPANT:
                visit = Visit(page="people", participant=about.participant)
            case Subject.PROJECT:
                return
        self.workspace.visit(visit)

    def _export(self) -> None:
        if not self.model.rowCount():
            return
        offered = self.workspace.beside("memos.docx")
        place, _ = QFileDialog.getSaveFileName(self.window(), tr("Export the memos"), offered, _FILES)
        if not place:
            return
        project, which, target = self.workspace.project, self.filters.which, Path(place)
        today = date.today()  # noqa: DTZ011 - the writer's own day
        order = MemosOrder(study=project.details.read(), date=today, who=self.workspace.coder)
        if self.workspace.attempt(lambda: project.memos.write_file(target, order, which)):
            self.workspace.done.emit(tr("The memos are in “{target}”.", target=target), False)

    def _go_to_words(self) -> None:
        self._sides.go_back()
        self.filters.focus_words()

    # Room

    def _enter(self) -> None:
        self._sides.read(True)
        self.pane.focus_first()

    def _on_folded(self) -> None:
        self._head.setVisible(not self._sides.reading)
        self._show_filters()
        self.pane.back.setVisible(self._sides.narrow)

    def _show_filters(self) -> None:
        of_use = self._stack.currentWidget() is not self._nothing_page
        self.filters.setVisible(of_use and not self._sides.reading)
