"""The shapes that say a feature's state, so that no colour has to: a disc, half a disc, a ring, a question mark."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from qualcoder_lite.domain.people import FeatureState
from qualcoder_lite.gui.pages.sites.words import KEYS, WORDS
from qualcoder_lite.gui.widgets.key_cap import KeyCap
from qualcoder_lite.gui.widgets.labels import Label
from qualcoder_lite.gui.widgets.layouts import Flow, Row
from qualcoder_lite.gui.widgets.painting import paint_words, smooth
from qualcoder_lite.gui.widgets.themed import Themed

if TYPE_CHECKING:
    from qualcoder_lite.gui.theme import Look

_SIDE = 18
_QUARTER, _HALF_ROUND = 90 * 16, 180 * 16  # Qt counts sixteenths of a degree


def paint_state(painter: QPainter, rect: QRectF, state: FeatureState, look: Look) -> None:
    """Paint a state's shape in the middle of a rectangle."""
    if state == FeatureState.UNKNOWN:
        paint_words(painter, rect, "?", look.font("strong"), look.colour("muted"))
        return
    side = look.px(_SIDE)
    place = QRectF(0, 0, side, side)
    place.moveCenter(rect.center())
    ink = look.colour("edge" if state == FeatureState.ABSENT else "accent")
    width = 2 * look.scale
    painter.setPen(QPen(ink, width))
    painter.setBrush(ink if state == FeatureState.PRESENT else Qt.BrushStyle.NoBrush)
    inset = width / 2
    painter.drawEllipse(place.adjusted(inset, inset, -inset, -inset))
    if state == FeatureState.PARTIAL:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        inset *= 3
        painter.drawPie(place.adjusted(inset, inset, -inset, -inset), _QUARTER, _HALF_ROUND)


class StateMark(Themed, QLabel):
    """A state's shape beside its word."""

    def __init__(self, state: FeatureState) -> None:
        """Show one state."""
        super().__init__()
        self._state = state
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.follow_theme()

    def sizeHint(self) -> QSize:
        """A square."""
        side = self.look.px(_SIDE + 2)
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the shape."""
        paint_state(smooth(QPainter(self)), QRectF(self.rect()), self._state, self.look)


class Legend(QWidget):
    """What each shape means, and the key that sets it."""

    def __init__(self, object_name: str) -> None:
        """Name all four states."""
        super().__init__()
        self.setObjectName(object_name)
        self._keys = [KeyCap(key) for key in KEYS.values()]
        parts: list[QWidget] = []
        for state, key in zip(WORDS, self._keys, strict=True):
            part = QWidget()
            part.setLayout(Row(StateMark(state), Label(WORDS[state], "small"), key, gap=6))
            parts.append(part)
        self.setLayout(Flow(*parts, gap=16))

    def show_keys(self, shown: bool) -> None:
        """Show the keys, where single letters are on."""
        for key in self._keys:
            key.setVisible(shown)
