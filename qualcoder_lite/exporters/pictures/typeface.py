"""The typeface of pictures: the window's own, Atkinson Hyperlegible, read from the files of its package."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import fontpkg_atkinson_hyperlegible as package  # pyright: ignore[reportMissingTypeStubs]
from PIL import ImageFont

FAMILY = package.FAMILY

_EXACT = 64  # sizes at which advances are measured: large, so that whole pixels don't round them


def font_file(*, bold: bool) -> Path:
    """Where the typeface lies."""
    return Path(package.ROOT) / "files" / f"AtkinsonHyperlegible-{'Bold' if bold else 'Regular'}.ttf"


@cache
def font(size: float, *, bold: bool) -> ImageFont.FreeTypeFont:
    """The typeface at a size in pixels."""
    return ImageFont.truetype(str(font_file(bold=bold)), size, layout_engine=ImageFont.Layout.BASIC)


def words_width(text: str, size: float, bold: bool) -> float:
    """How wide words are, in the units of their size."""
    return font(_EXACT, bold=bold).getlength(text) * size / _EXACT
