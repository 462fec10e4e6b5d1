"""In a meeting: one place at a time in large letters, what is decided about it, and a note for the minutes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QLineEdit, QPushButton, QSizePolicy, QWidget

from qualcoder_lite.gui.pages.code.codes import Codes
from qualcoder_lite.gui.pages.cross_check.comparer import Comparer
from qualcoder_lite.gui.pages.cross_check.decider import Decider
from qualcoder_lite.gui.pages.cross_check.decision import DecisionBar
from qualcoder_lite.gui.pages.cross_check.place_pane import PlacePane
from qualcoder_lite.gui.pages.cross_check.words import kind_within, same_key, state_of
from qualcoder_lite.gui.theme import current
from qualcoder_lite.gui.widgets.announce import announce
from qualcoder_lite.gui.widgets.area import Area
from qualcoder_lite.gui.widgets.buttons import Button
from qualcoder_lite.gui.widgets.card import Card
from qualcoder_lite.gui.widgets.labels import Label
from qualcoder_lite.gui.widgets.layouts import Column, Row
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

    from qualcoder_lite.gui.pages.cross_check.comparer import Answer, Wanted
    from qualcoder_lite.gui.project.workspace import Workspace
    from qualcoder_lite.service.agreement.disagreements import Compared, Place

_LETTERS, _USUAL = 18.0, 12.5  # points of the texts on a wall, where letters aren't large already; and on a desk
_TEXTS = 300  # least height of the texts
_NOTE = tr("A note for the minutes, such as who will ask whom")


class MeetingDesk(QWidget):
    """The places of a meeting, one after another.

    Signals:
        ended: The person ends the meeting.
        size_wanted: The person wants the whole screen, or the window again.
    """

    ended = Signal()
    size_wanted = Signal()

    def __init__(self, workspace: Workspace) -> None:
        """Nothing is looked at yet."""
        super().__init__()
        self._workspace = workspace
        self._codes = Codes(workspace.project.codebooks.all())
        self._wanted: Wanted | None = None
        self._meeting = ""
        self._places: list[Place] = []
        self._at = 0
        self._seen: set[int] = set()
        self._comparer = Comparer(workspace, self)
        self.texts = PlacePane(workspace, points=max(_USUAL, _LETTERS / current().look.scale))
        self.texts.setMinimumHeight(current().look.px(_TEXTS))
        self.decision = DecisionBar(leads_away=False)
        self._decider = Decider(workspace, self.texts, self.decision, self)
        self._build()
        self._comparer.answered.connect(self._on_compared_again)
        self._decider.decided.connect(self._on_decided)
        self._decider.taken_back.connect(self._compare_again)
        self.decision.stepped.connect(self.step)
        self.note.editingFinished.connect(self._keep_note)
        workspace.failed.connect(self._on_failed)
        workspace.changed.connect(self._on_changed)

    def _build(self) -> None:
        self._about = Label("", "heading")
        self._about.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.whole = Button(tr("Whole screen"), kind="quiet")
        self.whole.setObjectName("meeting-screen")
        self.end = Button(tr("End the meeting"), kind="primary")
        self.end.setObjectName("meeting-end")
        self.whole.clicked.connect(self.size_wanted)
        self.end.clicked.connect(self.ended)
        self.note = QLineEdit()
        self.note.setObjectName("meeting-note")
        self.note.setAccessibleName(tr("A note for the minutes"))
        self.note.setPlaceholderText(_NOTE)
        head = Card(Row((self._about, 1), self.whole, self.end, gap=8, margins=(16, 8)), kind="bar")
        inside = QWidget()
        inside.setProperty("clear", True)
        notes = Card(Column(self.note, margins=(16, 0, 16, 10)), kind="foot")
        inside.setLayout(Column((self.texts, 1), self.decision, notes, gap=0))
        area = Area(inside)
        area.setAccessibleName(tr("The place that is looked at"))
        self._area = area
        self.setLayout(Column(head, (area, 1), gap=0))
        for button in self.findChildren(QPushButton):
            button.setAutoDefault(False)  # Enter in a line settles, or keeps a note; it presses nothing else

    # The meeting

    def begin(self, meeting: str, wanted: Wanted, compared: Compared, places: Sequence[Place]) -> None:
        """Go through places that two coders saw differently, in the order of the transcripts."""
        self._meeting, self._decider.meeting, self._wanted = meeting, meeting, wanted
        self._places = list(places)
        self.decision.show_codes(self._codes)
        self.texts.show_coders(compared)
        self._show(0)
        QTimer.singleShot(0, self.texts, self.texts.show_again)  # the desk has just come, and isn't laid out yet
        self.texts.sides[0].view.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def seen(self) -> list[Place]:
        """The places that were looked at, as they are now."""
        return [self._places[n] for n in sorted(self._seen)]

    @property
    def compared(self) -> Compared | None:
        """The two coders whose places are looked at."""
        return self.texts.compared

    def step(self, step: int) -> None:
        """Go to another place."""
        if 0 <= self._at + step < len(self._places):
            self._show(self._at + step)
            announce(self.texts, self._about.text())

    def _show(self, at: int) -> None:
        self._keep_note()
        self._at = at
        compared = self.texts.compared
        place = self._places[at] if at < len(self._places) else None
        stays = self.decision.is_begun_on(place)
        self.decision.show_place(place, compared, at + 1, len(self._places))
        if not stays:  # words marked for a new version stay too
            self.decision.show_marked("")
            self.texts.show_place(place, self._codes)
        self.note.setEnabled(place is not None)
        if place is None or compared is None:
            return
        self._seen.add(at)
        kind = kind_within(place.seen.kind, compared)
        number = tr("Place {at:,} of {places:,}", at=at + 1, places=len(self._places))
        self._about.setText(f"{number}: {kind}. {state_of(place, compared)}")
        self.note.setText(self._workspace.project.meetings.note_on(self._meeting, compared, place))
        self.note.setModified(False)
        self._area.ensureWidgetVisible(self.texts)

    # What is decided and noted

    def _on_decided(self) -> None:
        self._compare_again()
        if self._at + 1 < len(self._places):
            self._show(self._at + 1)
        self.texts.sides[0].view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _compare_again(self) -> None:
        if self._wanted is not None:
            self._comparer.ask(self._wanted, quiet=True)

    def _on_compared_again(self, answer: Answer) -> None:
        """Let the places be what they are now; those that are there no longer stay as they were looked at."""
        if answer.compared is None:
            return
        self.texts.compared = answer.compared
        now = {same_key(each): each for each in answer.compared.places}
        self._places = [now.get(same_key(place), place) for place in self._places]
        self._show(self._at)

    def _keep_note(self) -> None:
        place, compared = self.texts.place, self.texts.compared
        if not self.note.isModified() or place is None or compared is None:
            return
        self.note.setModified(False)
        words, who, project = self.note.text(), self._workspace.coder, self._workspace.project
        changes = self._workspace.act(
            lambda: project.meetings.note(self._meeting, compared, place, words, coder=who), by=self
        )
        if changes:
            self.decision.status.say(tr("Noted."), action=tr("Undo"))

    def _on_changed(self, _changes: object, by: object) -> None:
        """Something was taken back, or put back."""
        if by is not self:
            self._compare_again()

    def _on_failed(self, sentence: str) -> None:
        self.decision.status.say(sentence, icon="warning", urgent=True)

    def keep(self) -> None:
        """Keep what was written last, before the meeting ends."""
        self._keep_note()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The digits answer from anywhere where they aren't typed into a box."""
        if event.modifiers() == Qt.KeyboardModifier.NoModifier and event.text() and event.text() in "12345":
            self._decider.take_key(event.text())
        else:
            super().keyPressEvent(event)
