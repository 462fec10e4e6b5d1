"""The framework chart as it is handed out: plain words, cell by cell."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from qualcoder_lite.domain.chart.cells import Level
    from qualcoder_lite.domain.project_details import ProjectDetails


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteShown:
    """A quote that a summary refers to: its words and who says them.

    Both say why there are none where the person said no to being quoted, or the coding is gone.
    """

    words: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CellShown:
    """A cell: the summary, what to know of it, the quotes by number, and what is written of each person in it."""

    body: str = ""
    note: str = ""
    quotes: Sequence[QuoteShown] = ()
    parts: Sequence[tuple[str, str]] = ()

    @property
    def text(self) -> str:
        """All of it but the quotes, as the cell of a table holds it."""
        parts = [f"{name}: {body}" for name, body in self.parts]
        return "\n".join(line for line in (self.body, self.note, *parts) if line)


@dataclass(frozen=True, slots=True, kw_only=True)
class RowShown:
    """A person, a site or a client group with its cells, one for each outcome."""

    name: str
    place: str
    cells: Sequence[CellShown]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChapterShown:
    """The rows of one level: people, sites, or client groups."""

    level: Level
    rows: Sequence[RowShown]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartDocument:
    """A chart as a document or workbook holds it; `withheld` counts quotes of people who said no to being quoted."""

    study: ProjectDetails
    date: dt.date
    who: str
    scope: Sequence[str]
    outcomes: Sequence[str]
    chapters: Sequence[ChapterShown]
    withheld: int
