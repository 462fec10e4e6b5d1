"""“What do you decide?”: one of five answers by button or digit, why, and the way to the next place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from qualcoder_lite.domain.disagreement import Outcome
from qualcoder_lite.gui.pages.cross_check.words import is_same, taking
from qualcoder_lite.gui.widgets.buttons import Button
from qualcoder_lite.gui.widgets.card import Card
from qualcoder_lite.gui.widgets.choice_box import ChoiceBox
from qualcoder_lite.gui.widgets.key_cap import KeyCap
from qualcoder_lite.gui.widgets.labels import Label
from qualcoder_lite.gui.widgets.layouts import Column, Flow, Row
from qualcoder_lite.gui.widgets.status_line import StatusLine
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QLayout

    from qualcoder_lite.gui.pages.code.codes import Codes
    from qualcoder_lite.service.agreement.disagreements import Compared, Place

_ANSWERS = (tr("Take"), tr("Take"), tr("Take both"), tr("Make a new one"), tr("Change the definition"))
_WHY = tr("Why? One line is enough. It is kept with the code.")


class DecisionBar(Card):
    """What can be decided about the place that is shown.

    Signals:
        decided: The person decided: the outcome, and the id of the coder whose version is taken (or "").
        taken_back: The person takes back what was decided.
        stepped: The person wants the next place (1) or the one before (-1).
        definition_wanted: The person keeps the note and changes the definition of this code (its id) at once.
    """

    decided = Signal(object, str)
    taken_back = Signal()
    stepped = Signal(int)
    definition_wanted = Signal(str)

    def __init__(self, *, leads_away: bool = True) -> None:
        """Nothing is shown yet; unless it `leads_away`, no definition is opened from here."""
        super().__init__(kind="foot")
        self.setObjectName("decision")
        self._chosen = -1
        self._leads_away = leads_away
        self._compared: Compared | None = None
        self._place: Place | None = None
        self._differing: list[str] = []
        self._names: dict[str, str] = {}
        self.status = StatusLine()
        self.status.setObjectName("cross-check-status")
        self.setLayout(
            Column(
                self._made_head(),
                self._made_answers(),
                self._made_new(),
                self._made_definitions(),
                self._made_foot(),
                gap=8,
                margins=(16, 10),
            )
        )

    def _made_head(self) -> QLayout:
        self.count = Label("", "small", tone="muted")
        self.back = Button(tr("Back"), kind="quiet", icon="chevron-left")
        self.next = Button(tr("Next"), kind="quiet", icon="chevron-right", icon_after=True)
        self.back.clicked.connect(lambda: self.stepped.emit(-1))
        self.next.clicked.connect(lambda: self.stepped.emit(1))
        title = Label(tr("What do you decide?"), "heading")
        return Row(title, 8, (self.status, 1), self.count, self.back, self.next, gap=8)

    def _made_answers(self) -> QLayout:
        self.answers = [Button(words) for words in _ANSWERS]
        pairs: list[QWidget] = []
        for n, button in enumerate(self.answers):
            button.setObjectName(f"answer-{n + 1}")
            button.setCheckable(True)
            button.clicked.connect(lambda _checked=False, n=n: self.choose(n))
            pair = QWidget()
            pair.setLayout(Row(KeyCap(str(n + 1)), button, gap=6))
            pairs.append(pair)
        return Flow(*pairs, gap=10)

    def _made_new(self) -> QWidget:
        self.code = ChoiceBox(tr("The new code"), ())
        self.code.setObjectName("new-code")
        self.words = Label("", "small", tone="muted", wrap=True)
        self.new = QWidget()
        self.new.setLayout(Row(Label(tr("Which code?")), self.code, (self.words, 1), gap=10))
        return self.new

    def _made_definitions(self) -> QWidget:
        self.definitions = [Button("", kind="quiet", icon="book") for _ in range(2)]
        for n, button in enumerate(self.definitions):
            button.setObjectName(f"definition-{n + 1}")
            button.clicked.connect(lambda _checked=False, n=n: self.definition_wanted.emit(self._differing[n]))
        self.definition = QWidget()
        self.definition.setLayout(Flow(*self.definitions, gap=10))
        return self.definition

    def _made_foot(self) -> QLayout:
        self.why = QLineEdit()
        self.why.setObjectName("why")
        self.why.setAccessibleName(tr("Why"))
        self.why.setPlaceholderText(_WHY)
        self.open = Button(tr("Leave open"))
        self.open.setObjectName("leave-open")
        self.undecide = Button(tr("Take it back"), kind="quiet")
        self.undecide.setObjectName("take-back")
        self.settle = Button(tr("Settle it"), kind="primary", icon="check")
        self.settle.setObjectName("settle")
        self.why.returnPressed.connect(self.settle.click)
        self.open.clicked.connect(lambda: self.decided.emit(Outcome.OPEN, ""))
        self.undecide.clicked.connect(self.taken_back)
        self.settle.clicked.connect(self._settle)
        return Row((self.why, 1), self.undecide, self.open, self.settle, gap=8)

    def show_codes(self, codes: Codes) -> None:
        """Offer the project's codes for a new version."""
        self._names = {shown.code.id: shown.name for shown in codes.all()}
        live = [shown for shown in codes.all() if not shown.code.retired]
        self.code.set_choices([(shown.code.id, shown.name) for shown in live], value=self.code.value or None)

    def show_place(self, place: Place | None, compared: Compared | None, number: int, of: int) -> None:
        """Ask about a place, the so-many-th of so many.

        An answer that is being given stays where the place is the same as before: the coders are compared again after
        every decision, which takes a while in a large project, and the person goes on meanwhile.
        """
        stays = self.is_begun_on(place)
        chosen, why = self._chosen, self.why.text()
        self._compared, self._place = compared, place
        self.setEnabled(place is not None)
        self.count.setText(tr("{number:,} of {of:,}", number=number, of=of) if of else "")
        self.why.clear()
        if place is not None and compared is not None:
            sides = (place.seen.first, place.seen.second)
            for button, take, side in zip(self.answers, taking(compared), sides, strict=False):
                button.set_words(take if side is not None else tr("{take}: no code", take=take))
            self.answers[2].setEnabled(len(place.seen.sides) > 1)
            self._differing = list(dict.fromkeys(side.code for side in place.seen.sides))
            for n, button in enumerate(self.definitions):
                button.setVisible(n < len(self._differing))
                if n < len(self._differing):
                    button.set_words(
                        tr("Keep the note and open “{code}”", code=self._names.get(self._differing[n], tr("the code")))
                    )
            self.why.setText(self._why_before())
        self.undecide.setVisible(place is not None and bool(place.decided))
        self._show_chosen(chosen if stays else -1)
        if stays:
            self.why.setText(why)

    def is_begun_on(self, place: Place | None) -> bool:
        """Whether the person has begun to answer about this place, as it is shown."""
        shown = self._place
        if place is None or shown is None or not is_same(place, shown) or place.decided != shown.decided:
            return False
        return self._chosen >= 0 or self.why.text() != self._why_before()

    def _why_before(self) -> str:
        """Why it was decided as it is."""
        return self._place.decided[-1].why if self._place is not None and self._place.decided else ""

    def show_marked(self, words: str) -> None:
        """Say which words a new version would stand on."""
        self.words.setText(tr("on ‘{words}’", words=words) if words else tr("Mark the words in either text."))

    def choose(self, number: int) -> None:
        """Choose an answer, by its place from 0; nothing is settled yet."""
        if 0 <= number < len(self.answers) and self.answers[number].isEnabled() and self.isEnabled():
            self._show_chosen(number)
            (self.code if number == 3 else self.why).setFocus()
            if self.why.text() == self._why_before():
                self.why.selectAll()  # another answer mostly has another reason; an arrow key writes on

    def _show_chosen(self, number: int) -> None:
        self._chosen = number
        for n, button in enumerate(self.answers):
            button.setChecked(n == number)
        self.new.setVisible(number == 3)
        self.definition.setVisible(number == 4 and self._leads_away)
        self.settle.setEnabled(number >= 0)
        self.settle.set_words(tr("Keep the note") if number == 4 else tr("Settle it"))

    def _settle(self) -> None:
        if self._compared is None or self._chosen < 0:
            return
        take = (self._compared.first, self._compared.second, "", "", "")[self._chosen]
        outcomes: Sequence[Outcome] = (Outcome.ONE, Outcome.ONE, Outcome.BOTH, Outcome.NEW, Outcome.DEFINITION)
        self.decided.emit(outcomes[self._chosen], take)
