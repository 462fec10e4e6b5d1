"""The tables beside the sample transcripts that say what the demonstration's coders wrote in the chart, and starred."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from qualcoder_lite.importers.tables.cells import Columns, read_cells
from qualcoder_lite.importers.tables.files import read_table

if TYPE_CHECKING:
    from pathlib import Path

    from qualcoder_lite.importers.tables.cells import Cells

_SUMMARIES = Columns(needed=("about", "outcome", "coder", "summary"), optional=("before_coding", "quotes"))
_STARS = Columns(needed=("about", "outcome", "at", "coder"), optional=())


@dataclass(frozen=True, slots=True, kw_only=True)
class SummaryRow:
    """A summary for the chart. `about` names a person or a site; `quotes` are positions in the person's transcript."""

    about: str
    outcome: str
    coder: str
    before_coding: bool
    quotes: tuple[int, ...]
    summary: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StarRow:
    """A star on a person's passage of an outcome; `at` is a position within it."""

    about: str
    outcome: str
    at: int
    coder: str


def read_summaries(path: Path) -> list[SummaryRow]:
    """Read summaries in the order of the table. UnreadableFileError or TableError as other tables."""
    return [_summary(cells) for cells in read_cells(read_table(path), _SUMMARIES)]


def read_stars(path: Path) -> list[StarRow]:
    """Read stars in the order of the table. UnreadableFileError or TableError as other tables."""
    return [_star(cells) for cells in read_cells(read_table(path), _STARS)]


def _summary(cells: Cells) -> SummaryRow:
    quotes = cells.several("quotes")
    if not all(position.isdecimal() for position in quotes):
        raise cells.error("quotes", "these must be positions, separated by semicolons")
    return SummaryRow(
        about=cells.needed("about"),
        outcome=cells.needed("outcome"),
        coder=cells.needed("coder"),
        before_coding=cells.choice("before_coding", {"yes": True, "no": False}) or False,
        quotes=tuple(map(int, quotes)),
        summary=cells.needed("summary"),
    )


def _star(cells: Cells) -> StarRow:
    at = cells.whole_number("at")
    if at is None:
        raise cells.error("at", "the position is missing")
    return StarRow(about=cells.needed("about"), outcome=cells.needed("outcome"), at=at, coder=cells.needed("coder"))
