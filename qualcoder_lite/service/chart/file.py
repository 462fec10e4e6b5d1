"""The framework chart as a Word document or an Excel workbook."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from qualcoder_lite.domain.chart.cells import Level
from qualcoder_lite.domain.chart.document import CellShown, ChapterShown, ChartDocument, QuoteShown, RowShown
from qualcoder_lite.domain.errors import UserError
from qualcoder_lite.domain.extracts.extract import attribution
from qualcoder_lite.domain.paper import Beginning
from qualcoder_lite.domain.progress import unwatched
from qualcoder_lite.service.chart.grid import ChartGrid
from qualcoder_lite.service.extracts.listing import ExtractList
from qualcoder_lite.service.scope import Scope, told
from qualcoder_lite.service.seen_stars import seen_stars
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from pathlib import Path

    from qualcoder_lite.domain.extracts.extract import Extract
    from qualcoder_lite.domain.passage import Passage
    from qualcoder_lite.domain.progress import Progress
    from qualcoder_lite.domain.project_details import ProjectDetails
    from qualcoder_lite.service.chart.grid import ChartCell, ChartRow
    from qualcoder_lite.service.session import Session

_SHOWN = 16  # paragraphs and tables of a beginning


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartOrder:
    """How a chart is to be written. `study` and `who` stand on the title page."""

    study: ProjectDetails
    date: date
    who: str = ""
    levels: tuple[Level, ...] = tuple(Level)


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartWritten:
    """What a written chart holds: summaries, quotes, how many are left out, the transcripts (ids) it tells of."""

    summaries: int
    quotes: Sequence[Extract]
    withheld: int
    transcripts: frozenset[str]


class ChartFile:
    """A chart put into plain words, level by level."""

    def __init__(
        self, session: Session, order: ChartOrder, scope: Scope | None = None, progress: Progress = unwatched
    ) -> None:
        """Read the summaries and the quotes they refer to. Raises UnknownNameError as a scope does."""
        self._session, self._order, self._scope = session, order, scope or Scope()
        self._cells: dict[Level, list[list[ChartCell]]] = {}
        self._grids = {level: ChartGrid(session, level, scope) for level in order.levels}
        self._told_of: set[str] = set()
        passages: list[Passage] = []
        for n, (level, grid) in enumerate(self._grids.items()):
            progress(n, len(self._grids) + 1)
            self._cells[level] = [[grid.cell(row, n) for n in range(len(grid.codes))] for row in range(len(grid.rows))]
            passages += self._referred_to(level)
        self._extracts = self._put_together(list(dict.fromkeys(passages)))
        self._shown: dict[str, Extract] = {}
        self._withheld = 0

    @property
    def summaries(self) -> int:
        """How many summaries there are."""
        return sum(cell.summary is not None for rows in self._cells.values() for row in rows for cell in row)

    def beginning(self, ending: str) -> Beginning:
        """How the document (.docx) or workbook (.xlsx) begins; an empty beginning for another kind of file."""
        if ending == ".docx":
            from qualcoder_lite.exporters.word.chart import chart_body
            from qualcoder_lite.exporters.word.first_pages import first_pages

            return Beginning(pages=first_pages(chart_body(self._document()), _SHOWN))
        if ending != ".xlsx":
            return Beginning()
        from qualcoder_lite.exporters import tables
        from qualcoder_lite.exporters.chart import chart_sheets

        return tables.beginning(chart_sheets(self._document()))

    def write(self, target: Path) -> ChartWritten:
        """Write the chart as .docx or .xlsx.

        Raises UserError where nothing is written in it yet, the ending isn't known or the file can't be written.
        """
        ending = target.suffix.lower()
        if ending not in (".docx", ".xlsx"):
            raise UserError(
                tr("A chart is written as .docx or .xlsx, not as “{ending}”.", ending=ending or target.name)
            )
        if not self.summaries:
            raise UserError(
                tr("No cell of the chart holds a summary yet, so no file was written. Write one on Findings.")
            )
        document = self._document()
        if ending == ".docx":
            from qualcoder_lite.exporters.word.chart import write_chart_document

            write_chart_document(document, target)
        else:
            from qualcoder_lite.exporters.chart import write_chart_workbook

            write_chart_workbook(document, target)
        return ChartWritten(
            summaries=self.summaries,
            quotes=list(self._shown.values()),
            withheld=self._withheld,
            transcripts=frozenset(self._told_of),
        )

    def _referred_to(self, level: Level) -> list[Passage]:
        """The passages that the summaries of a level refer to."""
        grid = self._grids[level]
        found: list[Passage] = []
        for n, row in enumerate(self._cells[level]):
            for column, cell in enumerate(row):
                if cell.summary or cell.parts:
                    self._told_of.update(grid.rows[n].transcripts)
                if cell.summary and cell.summary.quotes:
                    wanted = set(cell.summary.quotes)
                    found += [passage for passage in grid.passages(n, column) if wanted.intersection(passage.codings)]
        return found

    def _put_together(self, passages: Sequence[Passage]) -> dict[str, Extract]:
        """Extracts by the ids of their codings."""
        codes = next(iter(self._grids.values())).codes if self._grids else []
        extracts = ExtractList(
            self._session.database, self._session.placements(), codes, passages, seen_stars(self._session)
        )
        return {coding: extract for extract in extracts.together() for coding in extract.codings}

    def _document(self) -> ChartDocument:
        chapters = [
            ChapterShown(
                level=level,
                rows=[
                    self._row(row, cells)
                    for row, cells in zip(grid.rows, self._cells[level], strict=True)
                    if any_of(cells)
                ],
            )
            for level, grid in self._grids.items()
        ]
        return ChartDocument(
            study=self._order.study,
            date=self._order.date,
            who=self._order.who,
            scope=told(self._session, self._scope),
            outcomes=[code.name for code in next(iter(self._grids.values())).codes],
            chapters=[chapter for chapter in chapters if chapter.rows],
            withheld=self._withheld,
        )

    def _row(self, row: ChartRow, cells: Sequence[ChartCell]) -> RowShown:
        return RowShown(name=row.name, place=row.place, cells=[self._cell(cell) for cell in cells])

    def _cell(self, cell: ChartCell) -> CellShown:
        summary = cell.summary
        return CellShown(
            body=summary.body if summary else "",
            note=tr("(Older than the coding: look at it again.)") if cell.older else "",
            quotes=[self._quote(coding) for coding in summary.quotes] if summary else (),
            parts=cell.parts,
        )

    def _quote(self, coding: str) -> QuoteShown:
        extract = self._extracts.get(coding)
        if extract is None:
            return QuoteShown(words=tr("(no longer coded)"), source="")
        if not extract.may_quote:
            self._withheld += 1
            return QuoteShown(words=tr("(not to be quoted)"), source="")
        self._shown[extract.id] = extract
        return QuoteShown(words=f"“{' '.join(extract.text.split())}”", source=attribution(extract))


def any_of(cells: Sequence[ChartCell]) -> bool:
    """Whether anything is written in some cells, of the row or of the people in it."""
    return any(cell.summary or cell.parts for cell in cells)
