"""The framework chart as an Excel workbook: a sheet for each level, and one with the quotes that summaries refer to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qualcoder_lite.exporters.tables import Sheet, write_workbook

if TYPE_CHECKING:
    from pathlib import Path

    from qualcoder_lite.domain.chart_document import ChartDocument

_WHO, _SUMMARY, _WORDS = 24, 44, 70  # widths in characters


def write_chart_workbook(document: ChartDocument, target: Path) -> None:
    """Write the chart as a workbook, a row for each person, site or client group.

    Raises:
        UserError: the file can't be written there.
    """
    write_workbook(chart_sheets(document), target)


def chart_sheets(document: ChartDocument) -> list[Sheet]:
    """The sheets of the workbook."""
    sheets: list[Sheet] = []
    for chapter in document.chapters:
        columns = ("Who", "Where", *document.outcomes)
        rows = [
            {"Who": row.name, "Where": row.place}
            | {outcome: cell.text for outcome, cell in zip(document.outcomes, row.cells, strict=True)}
            for row in chapter.rows
        ]
        widths = {"Who": _WHO, "Where": _WHO} | dict.fromkeys(document.outcomes, _SUMMARY)
        sheets.append(Sheet(chapter.title, columns, rows, widths))
    quotes = [
        {"Who": row.name, "Outcome": outcome, "Number": number, "Quote": quote.words, "Said by": quote.source}
        for chapter in document.chapters
        for row in chapter.rows
        for outcome, cell in zip(document.outcomes, row.cells, strict=True)
        for number, quote in enumerate(cell.quotes, 1)
    ]
    if quotes:
        sheets.append(
            Sheet("Quotes", ("Who", "Outcome", "Number", "Quote", "Said by"), quotes, {"Who": _WHO, "Quote": _WORDS})
        )
    return sheets
