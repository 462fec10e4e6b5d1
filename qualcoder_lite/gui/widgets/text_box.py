"""A box for some paragraphs that grows with what is typed, and that the Tab key leaves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy

from qualcoder_lite.gui.widgets.themed import Themed

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent


class TextBox(Themed, QPlainTextEdit):
    """Plain text, as high as its lines, from `least` to `most` of them; beyond that it scrolls."""

    def __init__(self, name: str, object_name: str, *, hint: str = "", least: int = 2, most: int = 12) -> None:
        """Hold nothing yet; `name` is said aloud."""
        super().__init__()
        self._least, self._most = least, most
        self.setObjectName(object_name)
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.textChanged.connect(self._fit)
        self.follow_theme()

    @property
    def words(self) -> str:
        """What stands in the box, without blanks around it."""
        return self.toPlainText().strip()

    def restyle(self) -> None:
        """Take type and height from the look."""
        self.setFont(self.look.font("body"))
        super().restyle()
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the lines anew, and be as high as they are."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def minimumSizeHint(self) -> QSize:
        """Room for some words."""
        return QSize(self.look.px(160), self.minimumHeight())

    def _fit(self) -> None:
        line = QFontMetricsF(self.font()).lineSpacing()
        lines = min(max(round(self.document().size().height()), self._least), self._most)
        high = round(lines * line + 2 * self.document().documentMargin() + 2 * self.look.gap(6)) + 4
        if high != self.height():
            self.setFixedHeight(high)
