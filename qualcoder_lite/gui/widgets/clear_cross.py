"""A cross at the end of a field that empties it: ClearCross(field).

Qt's own cross is 16 pixels at every text size, less than a target should be, and in no colour of the theme.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent

from qualcoder_lite.gui.theme import icons, tokens
from qualcoder_lite.gui.widgets.painting import paint_box, smooth
from qualcoder_lite.gui.widgets.pressable import Pressable
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLineEdit

_SIDE, _ICON, _AWAY = 28, 18, 4


class ClearCross(Pressable):
    """Empties its field. It shows only where there is something to take away.

    Tab passes it by, since the keyboard empties a field by itself.
    """

    def __init__(self, field: QLineEdit) -> None:
        """Stand in a field, at its end."""
        super().__init__(tr("Empty this field"), field)
        self._field = field
        self.setObjectName("clear-cross")
        self.setToolTip(self.accessibleName())
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setVisible(bool(field.text()))
        field.installEventFilter(self)
        field.textChanged.connect(self._on_text_changed)
        self.clicked.connect(self._on_clicked)
        self.follow_theme()

    def restyle(self) -> None:
        """Grow with the text."""
        super().restyle()
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay at the end of the field."""
        if watched is self._field and event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutDirectionChange):
            self._place()
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the cross, on a tint when pointed at."""
        painter, look = smooth(QPainter(self)), self.look
        rect = QRectF(self.rect())
        if self.underMouse() or self.isDown():
            paint_box(painter, rect, tokens.RADIUS_CONTROL, fill=look.colour("sunken" if self.isDown() else "tint"))
        place = QRectF(0, 0, look.px(_ICON), look.px(_ICON))
        place.moveCenter(rect.center())
        icons.paint(painter, place, "close", look.colour("text"))

    def _place(self) -> None:
        """Stand at the end of the field, and keep its words off."""
        field, side = self._field, self.look.px(_SIDE)
        from_right = field.layoutDirection() == Qt.LayoutDirection.RightToLeft
        x = _AWAY if from_right else field.width() - side - _AWAY
        self.setGeometry(x, (field.height() - side) // 2, side, side)
        taken = side if field.text() else 0
        field.setTextMargins(taken if from_right else 0, 0, 0 if from_right else taken, 0)

    def _on_text_changed(self, words: str) -> None:
        self.setVisible(bool(words))
        self._place()

    def _on_clicked(self) -> None:
        self._field.clear()
        self._field.setFocus(Qt.FocusReason.MouseFocusReason)
