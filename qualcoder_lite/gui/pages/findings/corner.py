"""What heads the column of names in a table, where Qt has an empty corner."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from qualcoder_lite.gui.theme import current
from qualcoder_lite.gui.widgets.painting import paint_words, smooth

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QTableView

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class Corner(QWidget):
    """A word over the rows' names; the table puts it in its place."""

    def __init__(self, word: str, table: QTableView) -> None:
        """Lie over a table's corner and let the pointer through."""
        super().__init__(table)
        self._word = word
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the word as a head, with the heads' edge under it."""
        painter, look = smooth(QPainter(self)), current().look
        painter.fillRect(self.rect(), look.colour("surface"))
        room = QRectF(self.rect()).adjusted(look.gap(14), 0, 0, 0)
        paint_words(painter, room, self._word, look.font("small_strong"), look.colour("text"), _LEFT)
        painter.fillRect(0, self.height() - 1, self.width(), 1, look.colour("edge"))
