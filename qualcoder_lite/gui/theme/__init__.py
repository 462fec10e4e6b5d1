"""How the window looks: colours, type and spaces, light and dark, at any text scale from 100 to 200 %.

Install once, then read the look in force wherever something is painted:

    theme = install(app)                    # follows the system's light or dark and its text size
    theme.choose(mode="dark", text=1.5)     # a person's own choice
    current().look.colour("text")           # QColor; .font("body"), .px(24), .gap(8), .group("process")
    current().changed.connect(...)          # after palette, font and sheet are in place
"""

from __future__ import annotations

from qualcoder_lite.gui.theme.look import GroupLook, Look
from qualcoder_lite.gui.theme.theme import STYLE, Mode, Theme, current, install

__all__ = ["STYLE", "GroupLook", "Look", "Mode", "Theme", "current", "install"]
