"""The framework chart as a Word document: people, then sites, then client groups, by outcomes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qualcoder_lite.domain.chart.cells import Level
from qualcoder_lite.domain.days_in_words import day_in_words
from qualcoder_lite.exporters.chart import TITLES
from qualcoder_lite.exporters.files import write_file
from qualcoder_lite.exporters.word.body import Body, Cell, Table, spread
from qualcoder_lite.exporters.word.document import Properties, word_file
from qualcoder_lite.exporters.word.front import fact, opening
from qualcoder_lite.exporters.word.styles import twips
from qualcoder_lite.exporters.word.words import client_groups, people, quotes, sites
from qualcoder_lite.translation import tr, tr_later

if TYPE_CHECKING:
    from pathlib import Path

    from qualcoder_lite.domain.chart.document import CellShown, ChapterShown, ChartDocument

_WIDTH, _WHO, _SIDE_BY_SIDE = 24.7, 3.7, 3  # centimetres between the margins, of the first column; outcomes in a table


def write_chart_document(document: ChartDocument, target: Path) -> None:
    """Write the chart as a Word document on its side, a few outcomes to a table, quotes under their summary.

    Raises:
        UserError: the file can't be written there.
    """
    properties = Properties(title=_title(), subject=document.study.title, author=document.who, date=document.date)
    write_file(target, word_file(chart_body(document), properties, landscape=True))


def chart_body(document: ChartDocument) -> Body:
    """The text of the document."""
    body = Body()
    opening(body, _title(), document.study)
    fact(body, tr("Holds"), ", ".join(_ROWS[each.level](len(each.rows)) for each in document.chapters))
    for line in document.scope:
        fact(body, tr("Narrowed to"), line)
    fact(body, tr("Date"), day_in_words(document.date))
    fact(body, tr("Made by"), document.who)
    if document.withheld:
        left_out = tr(
            "Left out: the words of {quotes}, because the person said no to being quoted.",
            quotes=quotes(document.withheld),
        )
        body.paragraph("Normal", left_out)
    about = tr("Summaries are the analysts’ words. A number in brackets refers to the quote under it.")
    body.paragraph("Normal", about)
    for chapter in document.chapters:
        body.heading(1, tr(TITLES[chapter.level]))
        for table in _tables(document, chapter):
            body.table(table)
    return body


_ROWS = {Level.PEOPLE: people, Level.SITES: sites, Level.CLIENT_GROUPS: client_groups}
_SUMMARIES = {
    Level.PEOPLE: tr_later("A row for each of people; in columns what is written on {outcomes}."),
    Level.SITES: tr_later("A row for each of sites; in columns what is written on {outcomes}."),
    Level.CLIENT_GROUPS: tr_later("A row for each of client groups; in columns what is written on {outcomes}."),
}


def _title() -> str:
    return tr("Framework chart")


def _tables(document: ChartDocument, chapter: ChapterShown) -> list[Table]:
    """The chapter over as many tables as hold its outcomes; outcomes of which nothing is written are left out."""
    written = [n for n in range(len(document.outcomes)) if any(row.cells[n].text for row in chapter.rows)]
    if not written:
        return []
    tables: list[Table] = []
    for title, wanted in spread(tr(TITLES[chapter.level]), written, _SIDE_BY_SIDE):
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
                summary=tr(_SUMMARIES[chapter.level], outcomes=", ".join(names)),
                widths=[twips(_WHO), *[twips(wide)] * len(wanted)],
                header=[Cell([("TableHeading", tr("Who"))]), *(Cell([("TableHeading", name)]) for name in names)],
                rows=rows,
            )
        )
    return tables


def _cell(cell: CellShown) -> Cell:
    lines = [("TableText", line) for line in cell.text.split("\n") if line]
    lines += [("TableText", f"[{n}] {quote.words} {quote.source}") for n, quote in enumerate(cell.quotes, 1)]
    return Cell(lines or [("TableText", "–")])
