"""Who speaks against a cell: the people one by one, their quotes, and what the analyst makes of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QDialog, QSplitter, QWidget

from qualcoder_lite.domain.cross_reference import Lens
from qualcoder_lite.domain.errors import UserError
from qualcoder_lite.domain.kept_words import in_language
from qualcoder_lite.gui.dialogs.who_is_coding import is_known_who
from qualcoder_lite.gui.pages.findings.quotes import QuotesList
from qualcoder_lite.gui.theme import current
from qualcoder_lite.gui.widgets.announce import announce
from qualcoder_lite.gui.widgets.area import Area
from qualcoder_lite.gui.widgets.buttons import Button
from qualcoder_lite.gui.widgets.card import Card
from qualcoder_lite.gui.widgets.fitting import within_screen
from qualcoder_lite.gui.widgets.focus_ring import FocusRing
from qualcoder_lite.gui.widgets.grouped_list import Group, GroupedList, Line
from qualcoder_lite.gui.widgets.kept_box import KeptBox
from qualcoder_lite.gui.widgets.labels import Label
from qualcoder_lite.gui.widgets.layouts import Column, Row
from qualcoder_lite.gui.words.memos import signed
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from qualcoder_lite.domain.memo import About
    from qualcoder_lite.gui.project.workspace import Workspace
    from qualcoder_lite.service.cross_reference.counter_examples import CounterExample, CounterExamples

_TITLE = tr("Counter-examples")
_WIDE, _HIGH = 900, 640
_WITH = {
    Lens.SITES: tr("At a site with the feature, and not delivered"),
    Lens.PASSAGES: tr("Said close to the feature, and not delivered"),
    Lens.ATTRIBUTIONS: tr("Linked to the feature, and not delivered"),
}
_WITHOUT = {
    Lens.SITES: tr("At a site without the feature, and delivered"),
    Lens.PASSAGES: tr("Delivered, with no word of the feature close by"),
    Lens.ATTRIBUTIONS: tr("Delivered, and not linked to the feature"),
}


class CounterExamplesDialog(QDialog):
    """The counter-examples of one cell.

    Signals:
        turn_wanted: The person wants to see an extract in its transcript.

    Attributes:
        people: Everybody listed, group by group.
        quotes: What the chosen person says against the cell.
        answer: Where the answer is typed.
        keep: The button that keeps it.
    """

    turn_wanted = Signal(object)

    def __init__(
        self, workspace: Workspace, lens: Lens, find: Callable[[], CounterExamples], parent: QWidget | None = None
    ) -> None:
        """`find` gives the counter-examples as they are now."""
        super().__init__(parent)
        self._workspace, self._lens, self._find = workspace, lens, find
        self._examples = find()
        self._asked: CounterExample | None = None  # of whom the box speaks
        self._unkept: dict[About, str] = {}  # what was typed and couldn't be kept
        self.setObjectName("counter-examples")
        self.setWindowTitle(_TITLE)
        self.setAccessibleName(_TITLE)
        self._make_controls()
        self._lay_out()
        within_screen(self, _WIDE, _HIGH)
        FocusRing(self)
        self._fill()
        self.people.setFocus()

    def _make_controls(self) -> None:
        self._count = Label("", tone="muted", wrap=True)
        self.people = GroupedList(tr("People"))
        self.people.setObjectName("counter-examples-people")
        self.people.went.connect(self._on_person_chosen)
        self.people.opened.connect(self._on_person_opened)
        self.quotes = QuotesList()
        self.quotes.setObjectName("counter-examples-quotes")
        self.quotes.turn_wanted.connect(self._on_turn_wanted)
        self._both = Label("", "small", tone="muted", wrap=True)
        self._answers = Label("", wrap=True)
        self._answered = Card(Column(Label(tr("Answered"), "small_strong"), self._answers, gap=4, margins=(14, 10)))
        self.answer = KeptBox(
            tr("What you make of it"), "counter-examples-answer", hint=tr("What may explain it?"), most=6
        )
        self.answer.finished.connect(self._on_keep)
        self.answer.given_up.connect(self._give_up)
        self.answer.textChanged.connect(self._on_typed)
        self.keep = Button(tr("Keep this answer"), icon="memo", name=tr("Keep this answer (Ctrl+Enter)"))
        self.keep.setObjectName("counter-examples-keep")
        self.keep.clicked.connect(self._on_keep)
        self._trouble = Label("", "small_strong", tone="danger", wrap=True)
        self._trouble.hide()
        self.close_it = Button(tr("Close"), kind="primary")
        self.close_it.setObjectName("counter-examples-close")
        self.close_it.setAutoDefault(False)
        self.close_it.clicked.connect(self.reject)

    def _lay_out(self) -> None:
        head = Column(Label(_TITLE, "title"), self._count, gap=4, margins=(24, 20, 24, 8))
        said = QWidget()
        read_only = self._workspace.project.read_only
        asked = Label(tr("What do you make of it?"), "strong")
        for part in (asked, self.answer, self.keep):
            part.setVisible(not read_only)
        said.setLayout(
            Column(
                self._both,
                (self.quotes, 1),
                self._answered,
                asked,
                self.answer,
                self._trouble,
                Row(None, self.keep),
                gap=8,
                margins=(8, 0, 24, 8),
            )
        )
        splitter = QSplitter()
        splitter.setObjectName("counter-examples-splitter")
        splitter.setChildrenCollapsible(False)
        left = QWidget()
        left.setLayout(Column((self.people, 1), margins=(16, 0, 8, 8)))
        splitter.addWidget(left)
        splitter.addWidget(Area(said))
        splitter.setSizes([2 * _WIDE, 3 * _WIDE])
        self.quotes.setMinimumHeight(current().look.px(200))
        foot = Card(Row(None, self.close_it, margins=(24, 12)), kind="foot")
        self.setLayout(Column(head, (splitter, 1), foot, gap=0))

    # What is shown

    def _fill(self) -> None:
        """List everybody anew, and stay with whoever is chosen."""
        examples = self._examples
        with_it, without = len(examples.not_delivered_with), len(examples.delivered_without)
        self._count.setText(
            tr(
                "{outcome}, {feature}: {n:,} person, "
                "{unanswered} of them still to be answered. An answer is kept as a memo.",
                "{outcome}, {feature}: {n:,} people, "
                "{unanswered} of them still to be answered. An answer is kept as a memo.",
                n=examples.people,
                outcome=examples.outcome,
                feature=examples.feature,
                unanswered=examples.unanswered or tr("none"),
            )
        )
        self.people.show_groups(
            [
                Group(f"{_WITH[self._lens]}: {with_it}", _lines(examples.not_delivered_with), tr("Nobody")),
                Group(f"{_WITHOUT[self._lens]}: {without}", _lines(examples.delivered_without), tr("Nobody")),
            ]
        )

    @property
    def _chosen(self) -> CounterExample | None:
        return cast("CounterExample | None", self.people.value)

    def _on_person_chosen(self, _value: object) -> None:
        example = self._chosen
        self._trouble.hide()
        self._turn_to(example)
        self.quotes.show_quotes(example.extracts if example else ())
        _say(
            self._both,
            tr("{person} says the opposite elsewhere too.", person=example.person) if example and example.both else "",
        )
        answers = example.answers if example else ()
        self._answers.setText("\n\n".join(f"{each.memo.body}\n{signed(each)}" for each in answers))
        self._answered.setVisible(bool(answers))
        self.answer.setEnabled(example is not None)
        self._on_typed()

    def _on_person_opened(self, _value: object) -> None:
        self.quotes.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _on_typed(self) -> None:
        self.keep.setEnabled(self._chosen is not None and bool(self.answer.words))

    # What is done

    def _turn_to(self, example: CounterExample | None) -> None:
        """Let the box speak of this person; what was typed of the one before is kept, as in the chart."""
        before, self._asked = self._asked, example
        if before is None or (example is not None and example.about == before.about):
            return
        typed = self.answer.words
        self.answer.setPlainText(self._unkept.pop(example.about, "") if example else "")
        if not typed:
            return
        if self._answer(before, typed):
            QTimer.singleShot(0, self, self._fill)  # not while the list goes from one line to the other
        else:
            self._unkept[before.about] = typed

    def _on_turn_wanted(self, extract: object) -> None:
        if self._keep_typed():
            super().accept()
            self.turn_wanted.emit(extract)

    def reject(self) -> None:
        """Close it; what was typed is kept first, and where it can't be, that is told instead."""
        if self._keep_typed():
            super().reject()

    def _keep_typed(self) -> bool:
        """Keep what stands in the box, if anything does; whether nothing is lost."""
        example, words = self._chosen, self.answer.words
        if example is None or not words or not self.answer.isVisibleTo(self):
            return True
        return self._answer(example, words)

    def _give_up(self) -> None:
        """Take what is typed back, or close what is otherwise read to its end."""
        if not self.answer.words:
            self.reject()
            return
        self.answer.clear()
        self.people.setFocus()

    def _on_keep(self) -> None:
        example, words = self._chosen, self.answer.words
        if example is None or not words or not is_known_who(self, self._workspace):
            return
        if not self._answer(example, words):
            return
        self.answer.clear()
        self._fill()
        announce(self, tr("Answered. It is kept as a memo."))
        self.people.setFocus()

    def _answer(self, example: CounterExample, words: str) -> bool:
        """Keep an answer; whether that worked, which is told where it didn't."""
        workspace = self._workspace
        try:
            workspace.project.refuse_if_gone()
            changes = workspace.project.counter_examples.answer(
                example, self._examples.feature, words, coder=workspace.coder
            )
        except UserError as fault:
            self._trouble.setText(str(fault))
            self._trouble.show()
            announce(self, str(fault), urgent=True)
            return False
        workspace.tell(changes)
        self._examples = self._find()
        return True


def _lines(examples: Sequence[CounterExample]) -> list[Line]:
    """Everybody in a group, and whether something is written of them."""
    return [
        Line(
            " · ".join(part for part in (each.person, each.site, in_language(each.respondent)) if part),
            tr(
                "{answers} · {n:,} passage",
                "{answers} · {n:,} passages",
                n=len(each.extracts),
                answers=tr("Answered") if each.answers else tr("Not answered yet"),
            ),
            each,
            "done" if each.answers else "memo",
        )
        for each in examples
    ]


def _say(label: Label, words: str) -> None:
    label.setText(words)
    label.setVisible(bool(words))
