"""What the demonstration's coders did beside coding: summaries in the chart, stars on quotes, a way of exporting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qualcoder_lite.domain.chart.cells import Level
from qualcoder_lite.importers.tables.sample_tables import read_stars, read_summaries
from qualcoder_lite.service.scope import Scope

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from qualcoder_lite.importers.tables.sample_tables import SummaryRow
    from qualcoder_lite.service.chart.grid import ChartGrid
    from qualcoder_lite.service.project import Project

PRESET = "For the site report"
_PRESET_CODER = "Ailsa Brodie"
#: What the page Export calls its choices: extracts as a Word document, by site, at most two quotes of one person.
_PRESET_VALUES: dict[str, str | bool] = {"form": ".docx", "split": "site", "most": "2"}


def write_first_impressions(project: Project, samples: Path) -> None:
    """Write the summaries that were there before the coding, and are older than it once that is done."""
    _write(project, (row for row in read_summaries(samples / "summaries.csv") if row.before_coding))


def write_summaries(project: Project, samples: Path) -> None:
    """Write the summaries that rest on the coding: of people, then of sites, which rest on those of their people."""
    _write(project, (row for row in read_summaries(samples / "summaries.csv") if not row.before_coding))


def put_stars(project: Project, samples: Path) -> None:
    """Put stars on quotes."""
    grid = project.chart.grid()
    for row in read_stars(samples / "stars.csv"):
        place = _place(grid, row.about, row.outcome)
        if place is None:
            raise ValueError(f"stars.csv stars a quote of somebody who has no row: {row.about}")
        project.stars.put(_codings_at(grid, *place, row.at), coder=row.coder)


def keep_preset(project: Project) -> None:
    """Keep one way of exporting, as a team does that makes the same document for each site."""
    project.presets.save(PRESET, "extracts", Scope(), _PRESET_VALUES, coder=_PRESET_CODER)


def _write(project: Project, rows: Iterable[SummaryRow]) -> None:
    left = list(rows)
    for level in (Level.PEOPLE, Level.SITES):
        grid = project.chart.grid(level)
        places = [(row, _place(grid, row.about, row.outcome)) for row in left]
        for row, place in places:
            if place is not None:
                quotes = [_codings_at(grid, *place, position)[0] for position in row.quotes]
                project.chart.write(grid, *place, row.summary, quotes=quotes, coder=row.coder)
        left = [row for row, place in places if place is None]
    if left:
        raise ValueError(f"summaries.csv is about somebody who has no row: {left[0].about}")


def _place(grid: ChartGrid, about: str, outcome: str) -> tuple[int, int] | None:
    """The row and column of a cell; None where nobody of that name has a row."""
    row = next((number for number, each in enumerate(grid.rows) if each.name == about), None)
    column = next(number for number, code in enumerate(grid.codes) if code.name == outcome)
    return None if row is None else (row, column)


def _codings_at(grid: ChartGrid, row: int, column: int, position: int) -> tuple[str, ...]:
    """The codings (ids) of the passage of a cell that covers a position."""
    return next(each.codings for each in grid.passages(row, column) if each.start <= position < each.end)
