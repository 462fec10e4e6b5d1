"""What stands after the quotes of a document: codebook, counts, who coded and what was decided, sources."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from qualcoder_lite.domain.days_in_words import day_in_words, short_day
from qualcoder_lite.domain.extracts.extract import count_people
from qualcoder_lite.domain.extracts.layout import Appendix, Split
from qualcoder_lite.domain.kept_words import in_language
from qualcoder_lite.exporters.word.body import Cell, Table, spread
from qualcoder_lite.exporters.word.codebook import codebook_part
from qualcoder_lite.exporters.word.styles import twips
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from qualcoder_lite.domain.extracts.extract import Extract
    from qualcoder_lite.domain.extracts.quote_notes import CoderShare, DecisionTold, Source
    from qualcoder_lite.exporters.word.body import Body
    from qualcoder_lite.exporters.word.extracts_content import ExtractsDocument
    from qualcoder_lite.exporters.word.extracts_words import ExtractsWords

# The width between the margins of an upright page, and what the first column of the counts takes of it (centimetres).
_WIDTH, _FIRST = 16.0, 4.6
# How many sites or groups stand side by side, beside everybody.
_WIDEST, _WIDEST_LARGE = 4, 2


def write_appendices(body: Body, document: ExtractsDocument, words: ExtractsWords) -> None:
    """Add the appendices that are asked for, lettered in their order. Plain words leave out what only coders need."""
    parts: list[tuple[Appendix, str, Callable[[], None]]] = []
    if document.codebooks:
        parts.append((Appendix.CODEBOOK, words.appendix_codebook, lambda: _codebooks(body, document)))
    parts.append((Appendix.COUNTS, words.appendix_counts, lambda: _counts(body, document, words)))
    if not document.layout.plain:
        parts.append((Appendix.CODING, tr("Who coded what, and what was decided"), lambda: _coding(body, document)))
        parts.append((Appendix.SOURCES, tr("Sources"), lambda: _sources(body, document)))
    wanted = [part for part in parts if part[0] in document.layout.appendices]
    for letter, (_, title, write) in zip("ABCD", wanted, strict=False):
        body.heading(1, tr("Appendix {letter}: {title}", letter=letter, title=title))
        write()


def _codebooks(body: Body, document: ExtractsDocument) -> None:
    if not document.layout.plain:
        for codebook in document.codebooks:
            codebook_part(body, codebook, 2)
        return
    quoted = {(extract.group, extract.code) for extract in document.extracts}
    for codebook in document.codebooks:
        for code in codebook.codes:
            if (code.group, code.name) in quoted:
                body.paragraph("CodeEntry", f" {code.question or code.definition}", label=f"{code.name}.")


def _counts(body: Body, document: ExtractsDocument, words: ExtractsWords) -> None:
    body.paragraph("Normal", words.counts_why)
    split = Split.CLIENT_GROUP if document.layout.split is Split.CLIENT_GROUP else Split.SITE
    by_code: dict[tuple[str, str], dict[str, list[Extract]]] = {
        (code.group, code.name): {} for codebook in document.codebooks for code in codebook.codes
    }
    for extract in document.extracts:
        place = (extract.client_group if split is Split.CLIENT_GROUP else extract.site) or ""
        by_code.setdefault((extract.group, extract.code), {}).setdefault(place, []).append(extract)
    rows = {code: by_place for code, by_place in by_code.items() if by_place}
    places = sorted({place for by_place in rows.values() for place in by_place}, key=lambda p: (not p, p.casefold()))
    widest = _WIDEST_LARGE if document.layout.large_print else _WIDEST
    for title, columns in spread(tr("People and quotes by code"), range(len(places)), widest):
        body.table(_counts_table(title, rows, [places[column] for column in columns], words.no_place[split]))


def _counts_table(
    title: str, rows: Mapping[tuple[str, str], Mapping[str, Sequence[Extract]]], places: Sequence[str], nowhere: str
) -> Table:
    width = (_WIDTH - _FIRST) / (1 + len(places))
    return Table(
        title=title,
        summary=tr(
            "One row for each code: how many people speak of it, by place, with the number of quotes in brackets."
        ),
        widths=[twips(_FIRST), *[twips(width)] * (1 + len(places))],
        header=[_heading(name) for name in (tr("Code"), tr("Everybody"), *(place or nowhere for place in places))],
        rows=[
            [
                _heading(code),
                _people([extract for extracts in by_place.values() for extract in extracts]),
                *(_people(by_place.get(place, ())) for place in places),
            ]
            for (_, code), by_place in rows.items()
        ],
    )


def _people(extracts: Sequence[Extract]) -> Cell:
    return _text(f"{count_people(extracts):,} ({len(extracts):,})" if extracts else "–")


def _coding(body: Body, document: ExtractsDocument) -> None:
    _put(body, document, _shares_table(document.shares))
    if document.decided:
        _put(body, document, _decisions_table(document.decided))
    else:
        body.paragraph("AfterTable", tr("No disagreement about these codes was settled in these transcripts."))


def _shares_table(shares: Sequence[CoderShare]) -> Table:
    return Table(
        title=tr("Who coded what is quoted here"),
        summary=tr("One row for each coder: their part in the study, transcripts, and quotes that bear their coding."),
        widths=[twips(width) for width in (5.0, 4.4, 2.2, 2.2, 2.2)],
        header=[
            _heading(name) for name in (tr("Coder"), tr("Role"), tr("Transcripts"), tr("Read to the end"), tr("Quotes"))
        ],
        rows=[
            [
                _heading(share.coder),
                _text(in_language(share.role) or "–"),
                *(_text(f"{number:,}") for number in (share.transcripts, share.done, share.quotes)),
            ]
            for share in shares
        ],
    )


def _decisions_table(decided: Sequence[DecisionTold]) -> Table:
    return Table(
        title=tr("What was decided where coders differed"),
        summary=tr("One row for each decision: the code, where, what was decided, by whom and when, and why."),
        widths=[twips(width) for width in (3.4, 2.4, 3.4, 3.0, 3.8)],
        header=[_heading(name) for name in (tr("Code"), tr("Where"), tr("Decision"), tr("By, on"), tr("Why"))],
        rows=[
            [
                _heading(each.code),
                _text(
                    tr("source {number}", number=each.source),
                    *([tr("turn {turn}", turn=each.turn)] if each.turn else []),
                ),
                _text(each.what),
                _text(*([each.who] if each.who else []), day_in_words(dt.date.fromisoformat(each.on))),
                _text(each.why or "–"),
            ]
            for each in decided
        ],
    )


def _sources(body: Body, document: ExtractsDocument) -> None:
    alone = tr(
        "For the research team alone: this list tells the site and client group behind each pseudonym. Leave it out "
        "of whatever leaves the team."
    )
    body.paragraph("Warning", alone)
    _put(body, document, _sources_table(document.sources))


def _sources_table(sources: Sequence[Source]) -> Table:
    heads = (
        tr("No."),
        tr("Pseudonym"),
        tr("Respondent"),
        tr("Client group"),
        tr("Site"),
        tr("Date"),
        tr("Words"),
        tr("Quotes"),
    )
    return Table(
        title=tr("Sources"),
        summary=tr("One row for each transcript quoted: who, respondent, client group, site, date, words and quotes."),
        widths=[twips(width) for width in (0.9, 2.5, 2.4, 2.8, 2.6, 2.1, 1.35, 1.35)],
        header=[_heading(name) for name in heads],
        rows=[
            [
                _heading(str(source.number)),
                *(_text(words or "–") for words in _described(source)),
                _text(f"{source.words:,}"),
                _text(f"{source.quotes:,}"),
            ]
            for source in sources
        ],
    )


def _described(source: Source) -> tuple[str | None, ...]:
    return source.person, in_language(source.respondent), source.client_group, source.site, _day(source.date)


def _put(body: Body, document: ExtractsDocument, table: Table) -> None:
    """Add a table; in large print, whose letters leave its columns no room, an entry for each row instead."""
    if not document.layout.large_print:
        body.table(table)
        return
    body.paragraph("Caption", table.title)
    names = [_words(cell) for cell in table.header]
    for row in table.rows:
        first, *others = [_words(cell) for cell in row]
        told = [f"{name}: {words}" for name, words in zip(names[1:], others, strict=True) if words not in ("", "–")]
        body.paragraph("CodeEntry", f" {'; '.join(told)}.", label=f"{first}.")


def _day(written: str) -> str:
    """A day as a sentence says it, which needs no hyphens to break at; whatever else stands for one as it is."""
    try:
        return short_day(dt.date.fromisoformat(written))
    except ValueError:
        return written


def _words(cell: Cell) -> str:
    return ", ".join(text for _, text in cell.paragraphs)


def _heading(text: str) -> Cell:
    return Cell([("TableHeading", text)])


def _text(*lines: str) -> Cell:
    return Cell([("TableText", line) for line in lines])
