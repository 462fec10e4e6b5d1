"""How the width of the page is shared: the text has its column, and what stands beside it the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qualcoder_lite.gui.reading.document_builder import CARD_MARGIN, CARD_PADDING
from qualcoder_lite.gui.reading.margin import Labels

if TYPE_CHECKING:
    from qualcoder_lite.gui.reading.reading_style import ReadingStyle

#: From these widths on, in heights of ordinary type, the margin has room for names, and for letters.
_ROOM_FOR_NAMES, _ROOM_FOR_LETTERS = 43, 32


def labels_for(room: int, style: ReadingStyle) -> Labels:
    """How much of the labels there is room for beside the text, in pixels."""
    if room < _ROOM_FOR_LETTERS * style.em:
        return Labels.NONE
    return Labels.FULL if room >= _ROOM_FOR_NAMES * style.em and not style.plain else Labels.LETTERS


def width_of_text(room: int, style: ReadingStyle, beside: int) -> int:
    """How wide the text runs, its card and the numbers of lines included, when what is beside it wants so much."""
    side = 2 * style.gap(CARD_MARGIN + CARD_PADDING) + style.gutter
    most = max(side + 40, room - beside)
    column = style.column_width()
    return min(most, round(column) + side) if column else most
