"""The size of a dialog whose middle scrolls: as high as what is in it, and never more than the screen has."""

from __future__ import annotations

from typing import TYPE_CHECKING

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


def fit(dialog: QDialog, area: Area, width: int) -> None:
    """Give a dialog this width (pixels at a scale of 1) and the height at which its area has nothing to scroll."""
    room = dialog.screen().availableGeometry()
    wide, high = min(current().look.px(width), room.width() - _FRAME_WIDE), room.height() - _FRAME_HIGH
    inside = area.widget()
    if inside is None:
        return
    around = dialog.sizeHint().height() - area.sizeHint().height()
    dialog.resize(wide, min(high, around + inside.heightForWidth(wide)))
    _bring_inside(dialog)


def _bring_inside(dialog: QWidget) -> None:
    """Move a dialog that grew over an edge of the screen, as it does when its words are made larger."""
    if not dialog.isVisible():
        return  # it is placed when it is shown
    room, frame = dialog.screen().availableGeometry(), dialog.frameGeometry()
    left = max(room.left(), min(frame.left(), room.right() - frame.width()))
    top = max(room.top(), min(frame.top(), room.bottom() - frame.height()))
    dialog.move(left, top)
