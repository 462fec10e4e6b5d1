"""Whether a view of the findings has room for two things side by side, and for what stands over them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qualcoder_lite.gui.theme import current

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_NARROW = 66  # letters of body text
_LOW = 36


def is_narrow(view: QWidget) -> bool:
    """Whether the window is so narrow, in letters and not in pixels, that the two have to take turns."""
    return view.window().width() < _NARROW * current().look.px(15)


def is_low(view: QWidget) -> bool:
    """Whether the window is so low, in letters, that what is looked at needs the room of what can be had otherwise."""
    return view.window().height() < _LOW * current().look.px(15)
