"""The chosen question: its words, the outcome it asks about, and the interviews in which it was asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSortFilterProxyModel, Signal
from PySide6.QtWidgets import QLineEdit

from qualcoder_lite.domain.names import folded
from qualcoder_lite.gui.pages.schedule.rows import FOUND_BY, INTERVIEW, InterviewModel, TwoLines
from qualcoder_lite.gui.widgets.buttons import Button
from qualcoder_lite.gui.widgets.card import Card
from qualcoder_lite.gui.widgets.choice_box import ChoiceBox
from qualcoder_lite.gui.widgets.clear_cross import ClearCross
from qualcoder_lite.gui.widgets.labels import Label
from qualcoder_lite.gui.widgets.layouts import Column, Flow
from qualcoder_lite.gui.widgets.tick_rows import TickRowView
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from qualcoder_lite.domain.schedule import Question
    from qualcoder_lite.service.transcripts.transcripts import TranscriptOverview

_MANY = 8  # interviews above which there is a field to find one
_EVERY, _NONE = tr("Asked in all"), tr("Asked in none")
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
        self._found = QSortFilterProxyModel(self)
        self._found.setFilterRole(FOUND_BY)
        self._found.setSourceModel(self.interviews)
        self.sought = QLineEdit()
        self.sought.setObjectName("schedule-find")
        self.sought.setAccessibleName(tr("Find an interview"))
        self.sought.setPlaceholderText(tr("Find by name or site"))
        ClearCross(self.sought)
        self.sought.textChanged.connect(self._on_find)
        self.rows.setModel(self._found)
        self.rows.setItemDelegate(TwoLines(self.rows))
        self._every, self._none = Button(_EVERY, kind="quiet"), Button(_NONE, kind="quiet")
        self._every.setObjectName("schedule-asked-all")
        self._none.setObjectName("schedule-asked-none")
        self._every.clicked.connect(lambda: self.asked_said.emit(self._found_ids(), True))
        self._none.clicked.connect(lambda: self.asked_said.emit(self._found_ids(), False))
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
                self.sought,
                Flow(self._every, self._none),
                (self.rows, 1),
                margins=(20, 16),
            )
        )
        self._shown = ""

    def offer(self, outcomes: Sequence[tuple[str, str]]) -> None:
        """Offer outcomes: ids and names."""
        self.outcome.set_choices([_OPEN, *outcomes], value=self.outcome.value)

    def show_question(
        self, question: Question, rows: Sequence[TranscriptOverview], left_out: Collection[str], *, locked: bool
    ) -> None:
        """Show a question; `locked` where nothing can be changed."""
        self.sought.setVisible(len(rows) > _MANY)
        if question.wording != self._shown or self.words.text() != question.wording:
            self._shown = question.wording
            self.words.setText(question.wording)
            self.words.setCursorPosition(0)
        self.outcome.set_value(question.code or "")
        self.interviews.show(rows, left_out, locked=locked)
        self.words.setReadOnly(locked)
        for control in (self.outcome, self._every, self._none):
            control.setEnabled(not locked)

    def _on_find(self, words: str) -> None:
        """Show what is found; all and none are of that then."""
        self._found.setFilterFixedString(folded(words))
        self._every.set_words(tr("Asked in all of these") if words.strip() else _EVERY)
        self._none.set_words(tr("Asked in none of these") if words.strip() else _NONE)

    def _found_ids(self) -> list[str]:
        return [self._found.index(row, 0).data(INTERVIEW) for row in range(self._found.rowCount())]

    def keep(self) -> None:
        """Keep what was typed."""
        self._on_edited()

    def _on_edited(self) -> None:
        if self.words.text() != self._shown and not self.words.isReadOnly():
            self._shown = self.words.text()
            self.written.emit(self._shown)
