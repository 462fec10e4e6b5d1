"""The window's typeface: Atkinson Hyperlegible, whose letters aren't mistaken for each other.

It comes from the package fontpkg-atkinson-hyperlegible (SIL Open Font License). That package is a folder of four
files and a path to it, so importing it costs nothing; importlib.resources would cost more than reading the fonts.
"""

from __future__ import annotations

from pathlib import Path

import fontpkg_atkinson_hyperlegible as package
from PySide6.QtGui import QFont, QFontDatabase, QFontInfo

from qualcoder_lite.gui.theme.tokens import FAMILIES, GREATEST_SCALE, LEAST_SCALE, TYPE, TypeRole

_USUAL_PIXELS = 13.3
"""What desktops give as their own font when nobody asked for larger: 10 points at 96 dots an inch."""


def load() -> bool:
    """Make the typeface known to Qt; False when a file is missing or damaged, and the fallback family is used."""
    files = sorted((Path(package.ROOT) / "files").glob("*.ttf"))
    known = [QFontDatabase.addApplicationFont(str(file)) >= 0 for file in files]
    return bool(known) and all(known)


def font_for(role: TypeRole, scale: float) -> QFont:
    """The font for a kind of words, at a text scale."""
    size, weight = TYPE[role]
    made = QFont(list(FAMILIES))
    made.setPixelSize(round(size * scale))
    made.setWeight(QFont.Weight(weight))
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return made


def system_scale(system_font: QFont) -> float:
    """The text scale, 1.0 to 2.0 in steps of 0.05, that matches the size of the system's own font."""
    steps = round(QFontInfo(system_font).pixelSize() / _USUAL_PIXELS * 20)
    scale = steps / 20
    return 1.0 if scale < 1.1 else clamped(scale)


def clamped(scale: float) -> float:
    """A text scale brought within what the window is drawn for."""
    return min(max(scale, LEAST_SCALE), GREATEST_SCALE)
