"""The framework chart as a Word document: people, then sites, then client groups, by outcomes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qualcoder_lite.domain.days_in_words import day_in_words
from qualcoder_lite.exporters.files import write_file
from qualcoder_lite.exporters.word.body import Body, Cell, Table, spread
from qualcoder_lite.exporters.word.document import Properties, word_file
from qualcoder_lite.exporters.word.front import fact, opening
from qualcoder_lite.exporters.word.styles import twips
from qualcoder_lite.exporters.word.words import counted

if TYPE_CHECKING:
    from pathlib import Path

    from qualcoder_lite.domain.chart_document import CellShown, ChapterShown, ChartDocument

TITLE = "Framework chart"
_WIDTH, _WHO, _SIDE_BY_SIDE = 24.7, 3.7, 3  # centimetres between the margins, of the first column; outcomes in a table


def write_chart_document(document: ChartDocument, target: Path) -> None:
    """Write the chart as a Word document on its side, a few outcomes to a table, quotes under their summary.

    Raises:
        UserError: the file can't be written there.
    """
    properties = Properties(title=TITLE, subject=document.study.title, author=document.who, date=document.date)
    write_file(target, word_file(chart_body(document), properties, landscape=True))


def chart_body(document: ChartDocument) -> Body:
    """The text of the document."""
    body = Body()
    opening(body, TITLE, document.study)
    fact(body, "Holds", ", ".join(counted(len(each.rows), _ROW[each.title]) for each in document.chapters))
    for line in document.scope:
        fact(body, "Narrowed to", line)
    fact(body, "Date", day_in_words(document.date))
    fact(body, "Made by", document.who)
    if document.withheld:
        quotes = counted(document.withheld, "quote")
        body.paragraph("Normal", f"Left out: the words of {quotes}, because the person said no to being quoted.")
    body.paragraph("Normal", "Summaries are the analysts’ words. A number in brackets refers to the quote under it.")
    for chapter in document.chapters:
        body.heading(1, chapter.title)
        for table in _tables(document, chapter):
            body.table(table)
    return body


_ROW = {"People": "person", "Sites": "site", "Client groups": "client group"}


def _tables(document: ChartDocument, chapter: ChapterShown) -> list[Table]:
    """The chapter over as many tables as hold its outcomes; outcomes of which nothing is written are left out."""
    written = [n for n in range(len(document.outcomes)) if any(row.cells[n].text for row in chapter.rows)]
    if not written:
        return []
    tables: list[Table] = []
    for title, wanted in spread(chapter.title, written, _SIDE_BY_SIDE):
        wide = (_WIDTH - _WHO) / len(wanted)
        rows = [
            [
                Cell([("TableHeading", row.name), *([("TableText", row.place)] if row.place else [])]),
                *(_cell(row.cells[n]) for n in wanted),
            ]
            for row in chapter.rows
            if any(row.cells[n].text for n in wanted)
        ]
        names = [document.outcomes[n] for n in wanted]
        tables.append(
            Table(
                title=title,
                summary=f"A row for each of {chapter.title.lower()}; in columns what is written on {', '.join(names)}.",
                widths=[twips(_WHO), *[twips(wide)] * len(wanted)],
                header=[Cell([("TableHeading", "Who")]), *(Cell([("TableHeading", name)]) for name in names)],
                rows=rows,
            )
        )
    return tables


def _cell(cell: CellShown) -> Cell:
    lines = [("TableText", line) for line in cell.text.split("\n") if line]
    lines += [("TableText", f"[{n}] {quote.words} {quote.source}") for n, quote in enumerate(cell.quotes, 1)]
    return Cell(lines or [("TableText", "–")])
