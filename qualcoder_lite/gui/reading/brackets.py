"""The brackets at the edges of the passage, by which each edge can be moved."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt

from qualcoder_lite.gui.reading.passage_edges import Edge

if TYPE_CHECKING:
    from PySide6.QtCore import QRectF

    from qualcoder_lite.gui.reading.bands import Bands
    from qualcoder_lite.gui.reading.geometry import InView
    from qualcoder_lite.gui.reading.turn_focus import TurnFocus


class Bracket(NamedTuple):
    """The words that a bracket clings to, in the viewport, and whether it stands at their left."""

    rect: QRectF
    on_left: bool


class Brackets:
    """Where the brackets stand.

    Attributes:
        on_whole_turns: Whether the passage has them even where it is all of a turn.
        moving: The edge that is being moved, if one is.
    """

    def __init__(self) -> None:
        """Begin with those of a part of a turn alone."""
        self.on_whole_turns = False
        self.moving: Edge | None = None

    def places(self, focus: TurnFocus, seen: InView, bands: Bands) -> dict[Edge, Bracket]:
        """The brackets that are in view; the whole of a turn goes without them, unless told otherwise."""
        start, end = focus.passage
        if start >= end or not seen.rows or (focus.is_whole and not self.on_whole_turns and not self.moving):
            return {}
        found: dict[Edge, Bracket] = {}
        for edge, position in ((Edge.START, start), (Edge.END, end - 1)):
            row = seen.rows[seen.row_at(position)]
            rects = bands.in_view(seen, row, max(start, row.start), min(end, row.end))
            if row.start <= position < row.end and rects:
                rightwards = seen.block_of(row).block.textDirection() != Qt.LayoutDirection.RightToLeft
                on_left = (edge is Edge.START) == rightwards
                found[edge] = Bracket(rects[0] if on_left else rects[-1], on_left)
        return found
