"""The page Interview schedule: the questions at the left, the chosen one at the right."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QFileDialog, QWidget

from qualcoder_lite.domain.codebook import CodebookKind
from qualcoder_lite.gui import theme
from qualcoder_lite.gui.pages.page import Page
from qualcoder_lite.gui.pages.schedule.question_panel import QuestionPanel
from qualcoder_lite.gui.pages.schedule.rows import QuestionList, QuestionModel
from qualcoder_lite.gui.widgets.actions import action
from qualcoder_lite.gui.widgets.area import Area
from qualcoder_lite.gui.widgets.buttons import Button, IconButton
from qualcoder_lite.gui.widgets.card import Card
from qualcoder_lite.gui.widgets.empty_state import EmptyState
from qualcoder_lite.gui.widgets.labels import Label
from qualcoder_lite.gui.widgets.layouts import Column, Flow
from qualcoder_lite.gui.widgets.stack import Stack
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QAction, QResizeEvent

    from qualcoder_lite.domain.changes import Changes
    from qualcoder_lite.gui.project.workspace import Workspace
    from qualcoder_lite.service.transcripts.schedule import Schedule

_TABLES = tr("Tables (*.csv *.tsv *.xlsx)")
_NEW = tr("A new question")
_NARROW = 56  # width in letters of body text (em) below which the question stands under the list
_LIST, _PANEL = 240, 420  # least heights, in pixels at a text scale of 1


class SchedulePage(Page):
    """What the interviews asked, so that asked and silent, unprompted and not asked can be told apart."""

    value, word = "schedule", tr("Interview schedule")
    nouns = frozenset({"question", "not_asked", "transcript", "code", "codebook", "site", "participant"})

    def __init__(self, workspace: Workspace) -> None:
        """Build the page; it is filled when it is first shown."""
        super().__init__(workspace)
        self._model = QuestionModel(self)
        self.list, self.panel = QuestionList(self._model), QuestionPanel()
        self._buttons = self._make_buttons()
        self._empty = EmptyState(
            "quotes",
            tr("No questions yet"),
            tr(
                "Write down what the interviews asked, and the outcome each question is about. Then an outcome can "
                "be told "
                "as asked, unprompted or not asked."
            ),
            primary=tr("Add a question"),
            primary_icon="plus",
            other=tr("Import a table"),
        )
        self._empty.setObjectName("schedule-empty")
        self._empty.primary_chosen.connect(self.add)
        self._empty.other_chosen.connect(self.ask_for_table)
        self._left = Card(Column((self.list, 1), Flow(*self._buttons, gap=4), margins=(8, 8)))
        both = QWidget()
        self._both = QBoxLayout(QBoxLayout.Direction.LeftToRight, both)
        self._both.setContentsMargins(0, 0, 0, 0)
        self._both.addWidget(self._left, 1)
        self._both.addWidget(self.panel, 1)
        self._body = Stack()
        self._body.addWidget(Area(both))
        self._body.addWidget(self._empty)
        told = tr("A question counts as asked in every interview, unless you take its tick off.")
        head = Column(Label(tr("Interview schedule"), "title", wrap=True), Label(told, tone="muted", wrap=True), gap=2)
        self.setLayout(Column(head, (self._body, 1), gap=12, margins=(28, 20)))
        self._actions = self._make_actions()
        self.list.went.connect(self._on_went)
        self.panel.written.connect(self._on_written)
        self.panel.outcome_chosen.connect(self._on_outcome_chosen)
        self.panel.asked_said.connect(self._on_asked_said)
        theme.current().changed.connect(self._fold)

    # Looking

    def refresh(self) -> None:
        """Look at the schedule again; the chosen question stays chosen."""
        self._show(self.list.question)

    def _show(self, question: str) -> None:
        schedule = self._schedule
        questions = schedule.questions()
        books = [book for book in self.workspace.project.codebooks.all() if book.kind is CodebookKind.OUTCOMES]
        outcomes = {code.id: code.name for book in books for code in book.codes}
        self.panel.offer(list(outcomes.items()))
        left_out = {each.id: len(schedule.left_out(each.id)) for each in questions}
        self._model.show(questions, outcomes, left_out)
        self._body.setCurrentIndex(0 if questions else 1)
        for control in (self._empty.primary, self._empty.other, *self._buttons):
            control.setEnabled(not self.workspace.project.read_only)
        if questions:
            self.list.show_question(question)

    def _on_went(self, question: str) -> None:
        if question:
            project = self.workspace.project
            rows, left_out = project.transcripts.overview(), self._schedule.left_out(question)
            self.panel.show_question(self._schedule.get(question), rows, left_out, locked=project.read_only)

    @property
    def _schedule(self) -> Schedule:
        return self.workspace.project.schedule

    # What a person can do here

    def add(self) -> None:
        """Put a question at the end, and let its words be typed."""
        coder = self.workspace.coder
        changes = self._act(lambda: self._schedule.add(_NEW, coder=coder), tr("Added a question."))
        if changes is not None:
            self._show(next(iter(changes.of("question"))))
            self.panel.words.setFocus(Qt.FocusReason.OtherFocusReason)
            self.panel.words.selectAll()

    def remove(self) -> None:
        """Take the chosen question out."""
        question, coder = self.list.question, self.workspace.coder
        if question:
            self._act(lambda: self._schedule.remove(question, coder=coder), tr("Took the question out."))
            self._show("")

    def move(self, step: int) -> None:
        """Move the chosen question up or down."""
        question, coder = self.list.question, self.workspace.coder
        if question:
            self._act(lambda: self._schedule.move(question, step, coder=coder))
            self._show(question)

    def ask_for_table(self) -> None:
        """Take questions in from a table."""
        name, _ = QFileDialog.getOpenFileName(self, tr("Import an interview schedule"), "", _TABLES)
        if name:
            self._act(lambda: self._schedule.import_table(Path(name)), tr("Took the questions in."))
            self._show(self.list.question)

    def _on_written(self, wording: str) -> None:
        self._update(wording=wording)

    def _on_outcome_chosen(self, code: str) -> None:
        self._update(code=code)

    def _update(self, *, wording: str | None = None, code: str | None = None) -> None:
        question, coder = self.list.question, self.workspace.coder
        if not question:
            return
        before = self._schedule.get(question)
        words, outcome = wording if wording is not None else before.wording, before.code if code is None else code
        self._act(lambda: self._schedule.update(question, wording=words, code=outcome or None, coder=coder))
        self._show(question)

    def _on_asked_said(self, transcripts: Sequence[str], asked: bool) -> None:
        question, coder = self.list.question, self.workspace.coder
        self._act(lambda: self._schedule.set_asked(question, transcripts, asked=asked, coder=coder))
        self._show(question)

    def _act(self, do: Callable[[], Changes], say: str = "") -> Changes | None:
        return self.workspace.act(do, by=self, say=say)

    # The window's side

    def panes(self) -> Sequence[QWidget]:
        """The questions, the chosen one."""
        return (self.list, self.panel) if self._model.questions else (self._empty,)

    def actions_for_menu(self) -> Sequence[QAction]:
        """What can be done here."""
        return self._actions

    def leave(self) -> None:
        """Keep what was typed."""
        self.panel.keep()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the question under the list where there is no room beside it."""
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        look = theme.current().look
        narrow = self.width() < _NARROW * look.px(15)
        direction = QBoxLayout.Direction
        self._both.setDirection(direction.TopToBottom if narrow else direction.LeftToRight)
        self._both.setSpacing(look.gap(16))
        self._left.setMinimumHeight(look.px(_LIST))
        self.panel.setMinimumHeight(look.px(_PANEL))

    def _make_buttons(self) -> list[Button | IconButton]:
        add = Button(tr("Add a question"), icon="plus")
        up, down = IconButton(tr("Move up"), "chevron-up"), IconButton(tr("Move down"), "chevron-down")
        out, table = (
            IconButton(tr("Take the question out"), "bin"),
            Button(tr("Import a table"), kind="quiet", icon="import"),
        )
        for button, name, do in (
            (add, "add", self.add),
            (up, "up", lambda: self.move(-1)),
            (down, "down", lambda: self.move(1)),
            (out, "remove", self.remove),
            (table, "import", self.ask_for_table),
        ):
            button.setObjectName(f"schedule-{name}")
            button.clicked.connect(lambda _checked=False, do=do: do())
        return [add, up, down, out, table]

    def _make_actions(self) -> list[QAction]:
        made = [
            action(tr("&Add a question"), self.add, "Ctrl+Shift+A"),
            action(tr("Move &up"), lambda: self.move(-1), "Ctrl+Up"),
            action(tr("Move &down"), lambda: self.move(1), "Ctrl+Down"),
            action(tr("&Take the question out"), self.remove),
            action(tr("&Import a table …"), self.ask_for_table),
        ]
        for each in made:
            each.setParent(self)
        return made
