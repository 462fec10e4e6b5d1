"""Whether a view of the findings has room for two things side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qualcoder_lite.gui.theme import current

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_NARROW = 66  # letters of body text


def is_narrow(view: QWidget) -> bool:
    """Whether the window is so narrow, in letters and not in pixels, that the two have to take turns."""
    return view.window().width() < _NARROW * current().look.px(15)
