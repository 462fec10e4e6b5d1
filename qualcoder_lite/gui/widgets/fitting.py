"""The size of a dialog whose middle scrolls: as high as what is in it, and never more than the screen has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer

from qualcoder_lite.gui.theme import current

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDialog, QWidget

    from qualcoder_lite.gui.widgets.area import Area

_FRAME_WIDE, _FRAME_HIGH = 24, 64  # pixels kept for the window's frame and the desktop's own bars


def within_screen(dialog: QWidget, width: int, height: int) -> None:
    """Give a dialog or a window this size (pixels at a scale of 1), and never more than the screen has."""
    room, look = dialog.screen().availableGeometry(), current().look
    dialog.resize(min(look.px(width), room.width() - _FRAME_WIDE), min(look.px(height), room.height() - _FRAME_HIGH))
    _bring_inside(dialog)


def keep_on_screen(window: QWidget) -> None:
    """Make a window that is to be shown no larger than its screen, so that nothing of it is out of reach."""
    room = window.screen().availableGeometry()
    window.resize(min(window.width(), room.width()), min(window.height(), room.height() - _FRAME_HIGH // 2))


def lower_to_screen(window: QWidget) -> None:
    """Make a window that grew over the foot of its screen as high as there is room, and leave its width."""
    window.resize(window.width(), min(window.height(), window.screen().availableGeometry().height() - _FRAME_HIGH))
    _bring_inside(window)


def fit(dialog: QDialog, area: Area, width: int) -> None:
    """Give a dialog this width (pixels at a scale of 1) and the height at which its area has nothing to scroll.

    From then on it grows with what is in it: a box that comes in the middle pushes nothing out of sight.
    """
    room = dialog.screen().availableGeometry()
    wide, high = min(current().look.px(width), room.width() - _FRAME_WIDE), room.height() - _FRAME_HIGH
    inside = area.widget()
    if inside is None:
        return
    around = dialog.sizeHint().height() - area.sizeHint().height()
    dialog.resize(wide, min(high, around + inside.heightForWidth(wide)))
    _bring_inside(dialog)
    if dialog.findChild(_Growing) is None:
        _Growing(dialog, area)


class _Growing(QObject):
    """Makes a dialog higher where what is in its area needs more room than before, as far as the screen goes."""

    def __init__(self, dialog: QDialog, area: Area) -> None:
        """Watch what is in the area now."""
        super().__init__(dialog)
        self._dialog, self._area = dialog, area
        self._needed = 0
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._grow)
        if (inside := area.widget()) is not None:
            inside.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look again once the layout is settled."""
        if event.type() == QEvent.Type.LayoutRequest and self._dialog.isVisible():
            self._soon.start()
        return super().eventFilter(watched, event)

    def _grow(self) -> None:
        inside, seen = self._area.widget(), self._area.viewport()
        if inside is None:
            return
        before, self._needed = self._needed, inside.heightForWidth(seen.width())
        if self._needed <= max(before, seen.height()):
            return
        high = self._dialog.screen().availableGeometry().height() - _FRAME_HIGH
        self._dialog.resize(self._dialog.width(), min(high, self._dialog.height() + self._needed - seen.height()))
        _bring_inside(self._dialog)


def _bring_inside(dialog: QWidget) -> None:
    """Move a dialog that grew over an edge of the screen, as it does when its words are made larger."""
    if not dialog.isVisible():
        return  # it is placed when it is shown
    room, frame = dialog.screen().availableGeometry(), dialog.frameGeometry()
    left = max(room.left(), min(frame.left(), room.right() - frame.width()))
    top = max(room.top(), min(frame.top(), room.bottom() - frame.height()))
    dialog.move(left, top)
