"""Pictures of a study, laid out once for the window and for files; what they say, they say in words too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qualcoder_lite.domain.pictures.bars import bars_picture
from qualcoder_lite.domain.pictures.dots import dots_picture
from qualcoder_lite.domain.pictures.drawings import Bars, Behind, Dots, Drawing, Grid
from qualcoder_lite.domain.pictures.grid import grid_picture
from qualcoder_lite.domain.pictures.marks import Box, Corner, Line, Mark, Paint, Picture, Spot, Words

if TYPE_CHECKING:
    from qualcoder_lite.domain.pictures.marks import Measure

__all__ = [
    "Bars",
    "Behind",
    "Box",
    "Corner",
    "Dots",
    "Drawing",
    "Grid",
    "Line",
    "Mark",
    "Paint",
    "Picture",
    "Spot",
    "Words",
    "picture_of",
]


def picture_of(drawing: Drawing, measure: Measure, width: float) -> Picture:
    """Lay a drawing out on a sheet of some width, in units of 1/96 inch."""
    if isinstance(drawing, Grid):
        return grid_picture(drawing, measure, width)
    if isinstance(drawing, Dots):
        return dots_picture(drawing, measure, width)
    return bars_picture(drawing, measure, width)
