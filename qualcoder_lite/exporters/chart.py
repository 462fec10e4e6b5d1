"""The framework chart as an Excel workbook: a sheet for each level, and one with the quotes that summaries refer to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qualcoder_lite.domain.chart.cells import Level
from qualcoder_lite.exporters.tables import Sheet, write_workbook
from qualcoder_lite.translation import tr, tr_later

if TYPE_CHECKING:
    from pathlib import Path

    from qualcoder_lite.domain.chart.document import ChartDocument

#: What each level is called.
TITLES = {
    Level.PEOPLE: tr_later("People"),
    Level.SITES: tr_later("Sites"),
    Level.CLIENT_GROUPS: tr_later("Client groups"),
}
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
        outcomes = {f"outcome_{number}": name for number, name in enumerate(document.outcomes, 1)}
        headings = {"who": tr("Who"), "where": tr("Where"), **outcomes}
        rows = [
            {"who": row.name, "where": row.place}
            | {column: cell.text for column, cell in zip(outcomes, row.cells, strict=True)}
            for row in chapter.rows
        ]
        widths = {"who": _WHO, "where": _WHO} | dict.fromkeys(outcomes, _SUMMARY)
        sheets.append(Sheet(tr(TITLES[chapter.level]), list(headings), rows, widths, headings=headings))
    quotes = [
        {"who": row.name, "outcome": outcome, "number": number, "quote": quote.words, "said_by": quote.source}
        for chapter in document.chapters
        for row in chapter.rows
        for outcome, cell in zip(document.outcomes, row.cells, strict=True)
        for number, quote in enumerate(cell.quotes, 1)
    ]
    if quotes:
        headings = {
            "who": tr("Who"),
            "outcome": tr("Outcome"),
            "number": tr("Number"),
            "quote": tr("Quote"),
            "said_by": tr("Said by"),
        }
        widths = {"who": _WHO, "quote": _WORDS}
        sheets.append(Sheet(tr("Quotes"), list(headings), quotes, widths, headings=headings))
    return sheets
