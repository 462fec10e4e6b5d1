"""A choice of one among a few, all in sight: SegmentedControl([("mine", "Mine"), ("all", "All")], name="Whose").

`chosen(value)` says what the person chose. Tab goes to the chosen segment, arrow keys change it. When the width runs
out the segments go on to a second line.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from qualcoder_lite.gui.theme import tokens
from qualcoder_lite.gui.widgets.layouts import Flow
from qualcoder_lite.gui.widgets.painting import paint_box, paint_words, smooth
from qualcoder_lite.gui.widgets.pressable import OneOfSeveral
from qualcoder_lite.gui.widgets.themed import Themed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent


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
            segment.stepped.connect(self._on_segment_stepped)
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

    @property
    def values(self) -> tuple[str, ...]:
        """What can be chosen."""
        return tuple(self._segments)

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
        self._keep_one_stop()

    def segment(self, value: str) -> QAbstractButton:
        """The button of one value, to give it focus or disable it."""
        return self._segments[value]

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the trough the segments lie in."""
        paint_box(smooth(QPainter(self)), QRectF(self.rect()), tokens.RADIUS_CONTROL, fill=self.look.colour("sunken"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for the height that the new width needs: a layout would keep to that of one line."""
        super().resizeEvent(event)
        self.setMinimumHeight(self.heightForWidth(self.width()))

    def restyle(self) -> None:
        """Take sizes from the look."""
        self.setMinimumHeight(self.heightForWidth(self.width()) if self.isVisible() else 0)
        super().restyle()

    def _keep_one_stop(self) -> None:
        # The Tab key stops once, at the chosen segment or else the first; arrow keys do the rest.
        stop = self._value if self._value is not None else next(iter(self._segments), None)
        for each, segment in self._segments.items():
            segment.setFocusPolicy(Qt.FocusPolicy.StrongFocus if each == stop else Qt.FocusPolicy.ClickFocus)

    def _on_segment_clicked(self) -> None:
        value = next(each for each, segment in self._segments.items() if segment.isChecked())
        if value != self._value:
            self._value = value
            self._keep_one_stop()
            self.chosen.emit(value)

    def _on_segment_stepped(self, step: int) -> None:
        segments = [segment for segment in self._segments.values() if segment.isEnabled()]
        here = next((nth for nth, segment in enumerate(segments) if segment.hasFocus()), 0)
        there = segments[min(max(here + step, 0), len(segments) - 1)]
        there.setFocus(Qt.FocusReason.TabFocusReason)
        there.click()


class _Segment(OneOfSeveral):
    def __init__(self, words: str, parent: QWidget) -> None:
        super().__init__(words, parent)
        self._words = words
        self.setText(words.replace("&", "&&"))
        self.setAutoExclusive(True)
        self.follow_theme()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter on what is chosen already has nothing more to choose: it presses a dialog's own button."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.isChecked():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        wide = QFontMetricsF(self.look.font("strong")).horizontalAdvance(self._words) + 2 * self.look.gap(10)
        return QSize(round(wide + 0.5), self.look.px(32))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, look = smooth(QPainter(self)), self.look
        rect = QRectF(self.rect())
        if self.isChecked() and not self.isEnabled():
            paint_box(painter, rect, 6, fill=look.colour("surface"), edge=look.colour("edge"))
        elif self.isChecked():
            paint_box(painter, rect, 6, fill=look.colour("accent"))
        elif self.underMouse() and self.isEnabled():
            paint_box(painter, rect, 6, fill=look.colour("tint"))
        ink = "muted" if not self.isEnabled() else "on_accent" if self.isChecked() else "text"
        font = look.font("strong" if self.isChecked() else "body")
        paint_words(painter, rect, self._words, font, look.colour(ink))
