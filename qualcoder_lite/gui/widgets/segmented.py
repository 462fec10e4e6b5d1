"""A choice of one among a few, all in sight: SegmentedControl([("mine", "Mine"), ("all", "All")], name="Whose").

`chosen(value)` says what the person chose. Tab goes to the chosen segment, arrow keys change it. When the width runs
out the segments go on to a second line.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from qualcoder_lite.gui.theme import tokens
from qualcoder_lite.gui.widgets.layouts import Flow
from qualcoder_lite.gui.widgets.painting import paint_box, paint_words, smooth
from qualcoder_lite.gui.widgets.themed import Themed

if TYPE_CHECKING:
    from collections.abc import Sequence


class SegmentedControl(Themed, QWidget):
    """One of a few values.

    Signals:
        chosen: The person chose this value.
    """

    chosen = Signal(str)

    def __init__(
        self,
        choices: Sequence[tuple[str, str]],
        *,
        name: str,
        value: str | None = None,
        hints: dict[str, str] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Offer `choices`, each a value and its words; nothing is chosen when `value` is None."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self._segments = {each: _Segment(words, self) for each, words in choices}
        for each, segment in self._segments.items():
            segment.setToolTip((hints or {}).get(each, ""))
            segment.setAccessibleDescription(name)
            segment.clicked.connect(self._on_segment_clicked)
        self._value: str | None = None
        self.setLayout(Flow(*self._segments.values(), gap=2, margins=3, fill=True))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.set_value(value)
        self.follow_theme()

    @property
    def value(self) -> str | None:
        """What is chosen, or None."""
        return self._value

    def set_value(self, value: str | None) -> None:
        """Show another value as chosen, without a signal.

        Raises:
            KeyError: The value is not among the choices.
        """
        target = None if value is None else self._segments[value]
        self._value = value
        for segment in self._segments.values():
            # An exclusive button can't be unchecked while its siblings are exclusive too.
            segment.setAutoExclusive(False)
            segment.setChecked(segment is target)
        for segment in self._segments.values():
            segment.setAutoExclusive(True)

    def segment(self, value: str) -> QAbstractButton:
        """The button of one value, to give it focus or disable it."""
        return self._segments[value]

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the trough the segments lie in."""
        paint_box(smooth(QPainter(self)), QRectF(self.rect()), tokens.RADIUS_CONTROL, fill=self.look.colour("sunken"))

    def _on_segment_clicked(self) -> None:
        value = next(each for each, segment in self._segments.items() if segment.isChecked())
        if value != self._value:
            self._value = value
            self.chosen.emit(value)


class _Segment(Themed, QAbstractButton):
    def __init__(self, words: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = words
        self.setText(words.replace("&", "&&"))
        self.setAccessibleName(words)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.follow_theme()

    def sizeHint(self) -> QSize:
        wide = QFontMetricsF(self.look.font("strong")).horizontalAdvance(self._words) + 2 * self.look.gap(10)
        return QSize(round(wide + 0.5), self.look.px(32))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, look = smooth(QPainter(self)), self.look
        rect = QRectF(self.rect())
        if self.isChecked():
            paint_box(painter, rect, 6, fill=look.colour("accent"))
        elif self.underMouse() and self.isEnabled():
            paint_box(painter, rect, 6, fill=look.colour("tint"))
        ink = "muted" if not self.isEnabled() else "on_accent" if self.isChecked() else "text"
        font = look.font("strong" if self.isChecked() else "body")
        paint_words(painter, rect, self._words, font, look.colour(ink))
