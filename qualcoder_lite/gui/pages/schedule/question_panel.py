"""The chosen question: its words, the outcome it asks about, and the interviews in which it was asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit

from qualcoder_lite.gui.pages.schedule.rows import InterviewModel, TwoLines
from qualcoder_lite.gui.widgets.buttons import Button
from qualcoder_lite.gui.widgets.card import Card
from qualcoder_lite.gui.widgets.choice_box import ChoiceBox
from qualcoder_lite.gui.widgets.labels import Label
from qualcoder_lite.gui.widgets.layouts import Column, Flow
from qualcoder_lite.gui.widgets.tick_rows import TickRowView
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from qualcoder_lite.domain.schedule import Question
    from qualcoder_lite.service.transcripts import TranscriptOverview

_OPEN = ("", tr("No outcome: an open question"))


class QuestionPanel(Card):
    """Everything about one question, changed on the spot.

    Signals:
        written: The person gave the question other words.
        outcome_chosen: The person chose what it asks about: a code's id, or nothing.
        asked_said: The person said of interviews (ids) whether it was asked.
    """

    written = Signal(str)
    outcome_chosen = Signal(str)
    asked_said = Signal(list, bool)

    def __init__(self) -> None:
        """Show no question yet."""
        super().__init__()
        self.setObjectName("schedule-question")
        self.setAccessibleName(tr("The chosen question"))
        self.words = QLineEdit()
        self.words.setObjectName("schedule-words")
        self.words.setAccessibleName(tr("The question, as it is asked"))
        self.words.editingFinished.connect(self._on_edited)
        self.outcome = ChoiceBox(tr("The outcome it asks about"), [_OPEN])
        self.outcome.setObjectName("schedule-outcome")
        self.outcome.chosen.connect(self.outcome_chosen)
        self.interviews = InterviewModel(self)
        self.interviews.said.connect(lambda id_, asked: self.asked_said.emit([id_], asked))
        self.rows = TickRowView(tr("Interviews in which it was asked"), whole_row=True)
        self.rows.setObjectName("schedule-interviews")
        self.rows.setModel(self.interviews)
        self.rows.setItemDelegate(TwoLines(self.rows))
        self._every, self._none = Button(tr("Asked in all"), kind="quiet"), Button(tr("Asked in none"), kind="quiet")
        self._every.setObjectName("schedule-asked-all")
        self._none.setObjectName("schedule-asked-none")
        self._every.clicked.connect(lambda: self.asked_said.emit(self._ids, True))
        self._none.clicked.connect(lambda: self.asked_said.emit(self._ids, False))
        asked = tr(
            "Take the tick off where it was left out. What people say of their own accord counts as unprompted there."
        )
        self.setLayout(
            Column(
                Label(tr("The question, as it is asked"), "strong"),
                self.words,
                6,
                Label(tr("The outcome it asks about"), "strong"),
                self.outcome,
                6,
                Label(tr("Asked in"), "strong"),
                Label(asked, "small", tone="muted", wrap=True),
                Flow(self._every, self._none),
                (self.rows, 1),
                margins=(20, 16),
            )
        )
        self._shown = ""
        self._ids: list[str] = []

    def offer(self, outcomes: Sequence[tuple[str, str]]) -> None:
        """Offer outcomes: ids and names."""
        self.outcome.set_choices([_OPEN, *outcomes], value=self.outcome.value)

    def show_question(
        self, question: Question, rows: Sequence[TranscriptOverview], left_out: Collection[str], *, locked: bool
    ) -> None:
        """Show a question; `locked` where nothing can be changed."""
        self._ids = [row.transcript.id for row in rows]
        if question.wording != self._shown or self.words.text() != question.wording:
            self._shown = question.wording
            self.words.setText(question.wording)
            self.words.setCursorPosition(0)
        self.outcome.set_value(question.code or "")
        self.interviews.show(rows, left_out, locked=locked)
        self.words.setReadOnly(locked)
        for control in (self.outcome, self._every, self._none):
            control.setEnabled(not locked)

    def keep(self) -> None:
        """Keep what was typed."""
        self._on_edited()

    def _on_edited(self) -> None:
        if self.words.text() != self._shown and not self.words.isReadOnly():
            self._shown = self.words.text()
            self.written.emit(self._shown)
