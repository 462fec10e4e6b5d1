"""The program's own icon, as drawn in `qualcoder_lite/desktop/qualcoder-lite.svg`."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon

from qualcoder_lite.service.program.shipped import desktop_folder

#: The sides in pixels in which the icon is there as a picture: the taskbar then needs nothing that draws SVG.
SIZES = (16, 32, 48, 64, 128, 256)


def application_icon() -> QIcon:
    """The icon in all its sizes; each picture is read when it is asked for."""
    made = QIcon()
    for side in SIZES:
        made.addFile(str(desktop_folder() / f"qualcoder-lite-{side}.png"), QSize(side, side))
    return made
