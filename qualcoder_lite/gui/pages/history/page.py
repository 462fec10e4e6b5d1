"""The page History: the steps of the journal under their days, with undo and redo, and the codebooks' changes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFileDialog, QLineEdit, QWidget

from qualcoder_lite.gui.pages.history.day_list import DayList
from qualcoder_lite.gui.pages.history.lines import change_line, export_line
from qualcoder_lite.gui.pages.history.models import LineModel, StepModel
from qualcoder_lite.gui.pages.page import Page
from qualcoder_lite.gui.pages.scrolled import Scrolled
from qualcoder_lite.gui.theme import current
from qualcoder_lite.gui.widgets.actions import action
from qualcoder_lite.gui.widgets.announce import announce
from qualcoder_lite.gui.widgets.buttons import Button
from qualcoder_lite.gui.widgets.card import Card
from qualcoder_lite.gui.widgets.choice_box import ChoiceBox
from qualcoder_lite.gui.widgets.clear_cross import ClearCross
from qualcoder_lite.gui.widgets.empty_state import EmptyState
from qualcoder_lite.gui.widgets.labels import Label
from qualcoder_lite.gui.widgets.layouts import Column, Flow, Row
from qualcoder_lite.gui.widgets.segmented import SegmentedControl
from qualcoder_lite.gui.widgets.stack import Stack
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QAction, QResizeEvent, QShowEvent

    from qualcoder_lite.gui.project.workspace import Workspace
    from qualcoder_lite.service.history.history import HistoryEntry

_STEPS, _CHANGES, _EXPORTS = "steps", "changes", "exports"
_NARROW = 70  # width in letters of body text (em) below which the buttons don't say what they would undo
_NAMED = 40  # characters of a step that a button shows
_WIDEST = 920
_ALL = 1_000  # the list's share of the width, as far as it wants it
_EVERYBODY = ""
_PAUSE = 200  # milliseconds without a key after which the words are looked for


class HistoryPage(Page):
    """Who did what."""

    value, word, icon = "history", tr("History"), "history"

    def __init__(self, workspace: Workspace) -> None:
        """Build the page; `refresh` fills it."""
        super().__init__(workspace)
        self._narrow = False
        self._steps, self._changes, self._exports = StepModel(self), LineModel(self), LineModel(self)
        self._typing, self._looking = QTimer(self), QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(_PAUSE)
        self._typing.timeout.connect(self._show_steps)
        self._looking.setInterval(0)
        self._looking.timeout.connect(self._look_further)
        self._make_widgets()
        self._lay_out()
        self._actions = [
            action(tr("&Find in the history"), self._go_to_words, "Ctrl+F"),
            action(tr("&What was done"), lambda: self._turn_to(_STEPS)),
            action(tr("&Changes to the codebook"), lambda: self._turn_to(_CHANGES)),
            action(tr("What has &left the project"), lambda: self._turn_to(_EXPORTS)),
            action(tr("&Save the list of what has left …"), self._save_exports),
            action(tr("Take the chosen step &back"), self._on_take_back),
        ]
        workspace.opened.connect(self._on_project_opened_or_closed)
        current().changed.connect(self._fold)

    # Building

    def _make_widgets(self) -> None:
        self._summary = Label("", "small", tone="muted", wrap=True)
        self._summary.setObjectName("history-summary")
        self._undo, self._redo = Button(tr("Undo"), icon="undo"), Button(tr("Redo"), icon="redo")
        self._undo.setObjectName("history-undo")
        self._redo.setObjectName("history-redo")
        self._undo.clicked.connect(self.workspace.undo)
        self._redo.clicked.connect(self.workspace.redo)
        self._view = SegmentedControl(
            [(_STEPS, tr("What was done")), (_CHANGES, tr("Changes to the codebook")), (_EXPORTS, tr("What has left"))],
            name=tr("Which history"),
            value=_STEPS,
        )
        self._view.setObjectName("history-view")
        self._view.chosen.connect(self._turn_to)
        self._coder = ChoiceBox(tr("Done by whom"), [(_EVERYBODY, tr("Everybody"))])
        self._coder.setObjectName("history-coder")
        self._coder.chosen.connect(self._show_steps)
        self._words = QLineEdit()
        self._words.setObjectName("history-words")
        self._words.setAccessibleName(tr("Find words in the history"))
        self._words.setPlaceholderText(tr("Find words"))
        ClearCross(self._words)
        self._words.textChanged.connect(lambda _: self._typing.start())
        self._take_back = Button(tr("Take this step back"), icon="undo")
        self._take_back.setObjectName("history-take-back")
        self._take_back.setToolTip(
            tr("Takes the chosen step back alone, and leaves what was done since. You can undo it.")
        )
        self._take_back.clicked.connect(self._on_take_back)
        self._step_list = DayList(self._steps, tr("What was done, newest first"), self.workspace.face)
        self._step_list.setObjectName("history-steps")
        self._step_list.selectionModel().currentChanged.connect(self._on_chosen)
        self._change_list = DayList(self._changes, tr("Changes to the codebook, newest first"), self.workspace.face)
        self._change_list.setObjectName("history-changes")
        self._export_list = DayList(self._exports, tr("Files that left the project, newest first"), self.workspace.face)
        self._export_list.setObjectName("history-exports")
        self._save_list = Button(tr("Save this list …"), icon="export")
        self._save_list.setObjectName("history-save-exports")
        self._save_list.clicked.connect(self._save_exports)
        self._save_list.hide()

    def _lay_out(self) -> None:
        head = Column(Label(tr("History"), "title"), self._summary, gap=2)
        bar = Card(Row((head, 1), self._undo, self._redo, gap=12, margins=(24, 10)), kind="bar")
        self._filters = QWidget()
        self._filters.setLayout(
            Flow(self._view, self._coder, self._words, self._take_back, self._save_list, margins=(24, 10))
        )
        self._stack = Stack()
        self._cards = [Card(Column((shown, 1), margins=(1, 8))) for shown in self._lists]
        self._step_page, self._change_page, self._export_page = (_at_the_left(card) for card in self._cards)
        self._no_steps = Scrolled(EmptyState("search", tr("Nothing fits"), tr("Try other words, or choose everybody.")))
        self._no_changes = Scrolled(
            EmptyState(
                "book", tr("The codebook is as it was"), tr("When somebody renames a code, it is told here, and why.")
            )
        )
        self._no_exports = Scrolled(
            EmptyState(
                "export",
                tr("Nothing has left yet"),
                tr("Every file with people’s words in it is noted here, and by whom."),
            )
        )
        pages = (self._step_page, self._change_page, self._export_page)
        for shown in (*pages, self._no_steps, self._no_changes, self._no_exports):
            self._stack.addWidget(shown)
        self.setLayout(Column(bar, self._filters, (self._stack, 1), gap=0))

    @property
    def _lists(self) -> tuple[DayList, DayList, DayList]:
        return self._step_list, self._change_list, self._export_list

    # What pages do

    def refresh(self) -> None:
        """Show the steps and changes there are now."""
        project = self.workspace.project
        coders = {coder.id: coder.name for coder in project.coders.all()}
        books = {book.id: book.title for book in project.codebooks.all()}
        changes = sorted(
            project.codebooks.changes(), key=lambda change: (change.changed_at, change.version), reverse=True
        )
        names = project.codebooks.names()
        self._changes.show([change_line(change, coders, books, names) for change in changes])
        self._name_buttons()
        self._show_steps()

    def panes(self) -> Sequence[QWidget]:
        """List, filters, undo and redo."""
        shown: dict[str, DayList] = dict(zip((_STEPS, _CHANGES, _EXPORTS), self._lists, strict=True))
        return (shown[self._view.value or _STEPS], self._filters, self._undo, self._redo)

    def actions_for_menu(self) -> Sequence[QAction]:
        """What can be done with the history."""
        return self._actions

    def leave(self) -> None:
        """Look for nothing while the page isn't seen."""
        self._stale = self._looking.isActive() or self._typing.isActive() or self._stale
        self._typing.stop()
        self._looking.stop()

    def _on_project_opened_or_closed(self) -> None:
        if not self.workspace.is_open:
            self.leave()
            self._steps.show((), ())
            self._changes.show(())
            self._exports.show(())

    # Showing

    def _turn_to(self, view: str) -> None:
        self._view.set_value(view)
        for narrowing in (self._coder, self._words, self._take_back):
            narrowing.setVisible(view == _STEPS)
        self._save_list.setVisible(view == _EXPORTS)
        self._look_at_exports()
        self._show_list()
        announce(self, self._summary.text())

    def showEvent(self, event: QShowEvent) -> None:
        """Be up to date: a file that was written is no change of the project."""
        super().showEvent(event)
        self._look_at_exports()

    def _look_at_exports(self) -> None:
        if self.workspace.is_open and self._view.value == _EXPORTS:
            self._exports.show([export_line(each) for each in self.workspace.project.exports.all()])
            self._save_list.setEnabled(bool(self._exports.lines))
            self._show_list()

    def _save_exports(self) -> None:
        kinds = tr("Excel workbook (*.xlsx);;Table as CSV (*.csv)")
        offered = self.workspace.beside(tr("What has left.xlsx"))
        name, _ = QFileDialog.getSaveFileName(self, tr("Save the list"), offered, kinds)
        if name and self.workspace.attempt(lambda: self.workspace.project.exports.write(Path(name))):
            self.workspace.done.emit(tr("The list is in “{name}”.", name=name), False)

    def _show_steps(self) -> None:
        if not self.workspace.is_open:
            return
        self._typing.stop()
        listed = self.workspace.project.history.listed(self._coder.value)
        names = [(name, name) for name in listed.coders]
        self._coder.set_choices([(_EVERYBODY, tr("Everybody")), *names], value=self._coder.value)
        chosen = self._step_list.currentIndex().row()
        self._steps.show(listed, listed.days, self._words.text())
        (self._looking.start if self._steps.is_looking else self._looking.stop)()
        if self._steps.rowCount():
            row = min(max(chosen, self._steps.first_line()), self._steps.rowCount() - 1)
            self._step_list.setCurrentIndex(self._steps.index(row, 0))
        self._show_chosen()
        self._show_list()

    def _look_further(self) -> None:
        self._steps.look_further()
        if not self._steps.is_looking:
            self._looking.stop()
            announce(self, tr("{n:,} step found.", "{n:,} steps found.", n=self._steps.lines))
        self._show_list()

    def _show_list(self) -> None:
        if self._view.value == _CHANGES:
            number = self._changes.lines
            self._show(self._change_page if number else self._no_changes)
            self._summary.setText(
                tr(
                    "How the codebook came to be as it is · {n:,} change",
                    "How the codebook came to be as it is · {n:,} changes",
                    n=number,
                )
            )
            return
        if self._view.value == _EXPORTS:
            number = self._exports.lines
            self._show(self._export_page if number else self._no_exports)
            self._summary.setText(
                tr(
                    "Files that were taken out of the project · {n:,} file",
                    "Files that were taken out of the project · {n:,} files",
                    n=number,
                )
            )
            return
        looking = tr(" so far …") if self._steps.is_looking else ""
        none_fits = not self._steps.rowCount() and not self._steps.is_looking
        self._show(self._no_steps if none_fits else self._step_page)
        self._summary.setText(
            tr(
                "Who did what, newest first · {n:,} step{looking}",
                "Who did what, newest first · {n:,} steps{looking}",
                n=self._steps.lines,
                looking=looking,
            )
        )

    def _show(self, shown: QWidget) -> None:
        self._stack.setCurrentWidget(shown)
        if shown.hasFocus():  # where nothing can be walked through, the keyboard stays with the choice above
            self._view.segment(self._view.value or _STEPS).setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_to_words(self) -> None:
        self._turn_to(_STEPS)
        self._words.setFocus()
        self._words.selectAll()

    # Undo and redo

    def _name_buttons(self) -> None:
        history, closed = self.workspace.project.history, self.workspace.project.read_only
        _name(self._undo, tr("Undo"), None if closed else history.next_undo(), short=self._narrow)
        _name(self._redo, tr("Redo"), None if closed else history.next_redo(), short=self._narrow)

    def _on_chosen(self, *_: object) -> None:
        self._show_chosen()

    def _show_chosen(self) -> None:
        entry = self._steps.entry(self._step_list.currentIndex().row())
        open_ = self.workspace.is_open and not self.workspace.project.read_only
        self._take_back.setEnabled(open_ and entry is not None and not entry.undone and not entry.final)
        self._take_back.setAccessibleName(
            tr("Take this step back: {what}", what=entry.what) if entry else tr("Take this step back")
        )

    def _on_take_back(self) -> None:
        entry = self._steps.entry(self._step_list.currentIndex().row())
        if entry is not None and self._take_back.isEnabled():
            history, who = self.workspace.project.history, self.workspace.coder
            self.workspace.act(lambda: history.take_back(entry.step, coder=who), say=tr("Taken back."))

    # Room

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold by width in letters."""
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        look = current().look
        for card in self._cards:
            card.setMaximumWidth(look.px(_WIDEST))
        self._words.setFixedWidth(look.px(220))
        narrow = self.width() < _NARROW * look.px(15)
        if narrow != self._narrow:
            self._narrow = narrow
            if self.workspace.is_open:
                self._name_buttons()


def _at_the_left(card: Card) -> QWidget:
    page = QWidget()
    page.setLayout(Row((card, _ALL), None, margins=(24, 0, 24, 16)))
    return page


def _name(button: Button, verb: str, entry: HistoryEntry | None, *, short: bool) -> None:
    """Say on a button what it would take back, as far as there is room; the whole of it to a screen reader."""
    whole = f"{verb}: {entry.what}" if entry else verb
    button.set_words(verb if short else whole if len(whole) <= _NAMED else f"{whole[:_NAMED].rstrip()} …")
    button.setAccessibleName(whole)
    button.setToolTip(whole if entry else "")
    button.setEnabled(entry is not None)
