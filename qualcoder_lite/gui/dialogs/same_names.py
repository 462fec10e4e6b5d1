"""Two of one name, as copies of the project may each have made: are they the same? Each is joined, or kept apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from qualcoder_lite.domain.errors import UserError
from qualcoder_lite.gui.widgets.announce import announce
from qualcoder_lite.gui.widgets.area import Area
from qualcoder_lite.gui.widgets.buttons import Button
from qualcoder_lite.gui.widgets.card import Card
from qualcoder_lite.gui.widgets.fitting import within_screen
from qualcoder_lite.gui.widgets.focus_ring import FocusRing
from qualcoder_lite.gui.widgets.labels import Label
from qualcoder_lite.gui.widgets.layouts import Column, Row
from qualcoder_lite.translation import tr, tr_later

if TYPE_CHECKING:
    from qualcoder_lite.gui.project.workspace import Workspace
    from qualcoder_lite.service.people.twins import Twin

_TITLE = tr("Are these the same?")
_INTRO = tr(
    "Copies that were worked on apart may each have made something of one name. Join the two where they are one; keep "
    "them apart where they only share a name, and rename one of them."
)
_TWO = {
    "coder": tr_later("Two coders: “{staying}” and “{going}”"),
    "code": tr_later("Two codes: “{staying}” and “{going}”"),
    "site": tr_later("Two sites: “{staying}” and “{going}”"),
    "participant": tr_later("Two participants: “{staying}” and “{going}”"),
}
_WIDE, _HIGH = 640, 560
_OTHER = Qt.FocusReason.OtherFocusReason


class SameNamesDialog(QDialog):
    """Shows each two of one name with what joining them would do. Joining is a step of its own, which Undo takes back.

    Attributes:
        cards: What is asked about each two, in order.
    """

    def __init__(self, workspace: Workspace, parent: QWidget) -> None:
        """Ask about all there are now."""
        super().__init__(parent)
        self._workspace = workspace
        self.setObjectName("same-names")
        self.setWindowTitle(_TITLE)
        self.setAccessibleName(_TITLE)
        self.setAccessibleDescription(_INTRO)
        self.cards = [_TwinCard(twin) for twin in workspace.project.twins.all()]
        for number, card in enumerate(self.cards):
            card.join.clicked.connect(lambda _checked=False, at=number: self._join(at))
            card.apart.clicked.connect(lambda _checked=False, at=number: self._settle(at, tr("Kept apart.")))
        self.close_it = Button(tr("Close"))
        self.close_it.setObjectName("same-names-close")
        self.close_it.setAutoDefault(False)
        self.close_it.clicked.connect(self.accept)
        inside = QWidget()
        head = Label(_TITLE, "title", wrap=True), Label(_INTRO, tone="muted", wrap=True)
        inside.setLayout(Column(*head, 8, *self.cards, None, gap=10, margins=(24, 20)))
        foot = Card(Row(None, self.close_it, margins=(20, 10)), kind="foot")
        self.setLayout(Column((Area(inside), 1), foot, gap=0))
        within_screen(self, _WIDE, _HIGH)
        FocusRing(self)
        self._focus_next()

    def _join(self, at: int) -> None:
        card, workspace = self.cards[at], self._workspace
        try:
            workspace.project.refuse_if_gone()
            changes = workspace.project.twins.join(card.twin, by=workspace.coder)
        except UserError as fault:
            card.say(str(fault), tone="danger")
            return
        workspace.tell(changes)
        self._settle(at, tr("Joined: {name}. Undo takes it back.", name=card.twin.name))

    def _settle(self, at: int, words: str) -> None:
        self.cards[at].settle(words)
        self._focus_next()

    def _focus_next(self) -> None:
        """Go to the next two that are still to be decided; the safe answer has the focus."""
        waiting = [card.apart for card in self.cards if card.apart.isVisibleTo(card)]
        (waiting[0] if waiting else self.close_it).setFocus(_OTHER)


class _TwinCard(Card):
    """One question: two of one name."""

    def __init__(self, twin: Twin) -> None:
        self.twin = twin
        self.join, self.apart = Button(tr("Join them")), Button(tr("Keep apart"), kind="quiet")
        self.join.setObjectName(f"same-names-join-{twin.other}")
        self.apart.setObjectName(f"same-names-apart-{twin.other}")
        self.join.setAccessibleName(tr("Join {going} with {staying}", going=twin.shown, staying=twin.name))
        self.apart.setAccessibleName(tr("Keep {going} apart from {staying}", going=twin.shown, staying=twin.name))
        for button in (self.join, self.apart):
            button.setAutoDefault(False)
        self._said = Label("", "small_strong", wrap=True)
        self._said.hide()
        self._trouble = Label("", "small_strong", tone="danger", wrap=True)
        self._trouble.hide()
        head = Label(tr(_TWO[twin.noun], staying=twin.name, going=twin.shown), "strong", wrap=True)
        buttons = Row(None, self.apart, self.join, gap=10)
        super().__init__(
            Column(head, Label(_would(twin), wrap=True), self._said, self._trouble, buttons, gap=8, margins=(20, 14))
        )

    def say(self, words: str, *, tone: str = "") -> None:
        """Say what came of it, or what stands in the way."""
        label = self._trouble if tone else self._said
        self._trouble.hide()
        label.setText(words)
        label.show()
        announce(self, words, urgent=bool(tone))

    def settle(self, words: str) -> None:
        """Say what was decided; there is nothing more to press."""
        self.say(words)
        self.join.hide()
        self.apart.hide()


def _would(twin: Twin) -> str:
    """What joining would do, before it is done."""
    if not twin.hanging:
        return tr(
            "Nothing belongs to “{going}” yet. If you join them, it goes and “{staying}” stays.",
            going=twin.shown,
            staying=twin.name,
        )
    if twin.noun == "code":
        return tr(
            "If you join them, what belongs to “{going}” ({hanging}) goes to “{staying}”, and its name stays as "
            "another name of it. Where the two contradict each other, you are told and nothing changes.",
            going=twin.shown,
            staying=twin.name,
            hanging=twin.hanging,
        )
    return tr(
        "If you join them, what belongs to “{going}” ({hanging}) goes to “{staying}”, and “{going}” is gone. "
        "Where the two contradict each other, you are told and nothing changes.",
        going=twin.shown,
        staying=twin.name,
        hanging=twin.hanging,
    )


def ask_same_names(parent: QWidget, workspace: Workspace) -> None:
    """Ask about everything in the project that goes by one name; where nothing does, say so."""
    if workspace.project.read_only:
        workspace.failed.emit(tr("This project can only be looked at here, so nothing can be joined in it."))
    elif not workspace.project.twins.all():
        workspace.done.emit(tr("No two coders, codes, sites or participants go by one name."), False)
    else:
        dialog = SameNamesDialog(workspace, parent)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
