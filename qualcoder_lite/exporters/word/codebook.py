"""Codebooks in Word: as a document of their own with their history, and as the appendix of others."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from qualcoder_lite.domain.days_in_words import day_in_words
from qualcoder_lite.exporters.files import write_file
from qualcoder_lite.exporters.word.body import Body, Cell, Table
from qualcoder_lite.exporters.word.document import Properties, word_file
from qualcoder_lite.exporters.word.front import made
from qualcoder_lite.exporters.word.styles import twips
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path
    from typing import BinaryIO

    from qualcoder_lite.domain.codebook import Code, Codebook
    from qualcoder_lite.domain.project_details import ProjectDetails

_WIDTHS = tuple(twips(centimetres) for centimetres in (2.6, 1.6, 7.4, 4.4))


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldChange:
    """A change of a codebook in words: the time ISO in UTC, `why` may be empty."""

    codebook: str
    version: int
    at: str
    what: str
    who: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CodebookDocument:
    """What goes into a document of codebooks; `changes` are in order."""

    study: ProjectDetails
    date: dt.date
    codebooks: Sequence[Codebook]
    who: str = ""
    changes: Sequence[ToldChange] = ()


def write_codebook_document(document: CodebookDocument, target: BinaryIO | Path) -> None:
    """Write codebooks as a Word document: every code with all that is said of it, then what was changed and why.

    Raises:
        UserError: the file can't be written there.
    """
    body = codebook_body(document)
    properties = Properties(
        title=_title(document), subject=document.study.title, author=document.who, date=document.date
    )
    write_file(target, word_file(body, properties, notice=document.study.title))


def codebook_body(document: CodebookDocument) -> Body:
    """The text of the document."""
    body = Body()
    body.paragraph("Title", _title(document))
    body.paragraph("Subtitle", document.study.named)
    codes = tr("{n:,} code", "{n:,} codes", n=sum(len(book.codes) for book in document.codebooks))
    books = tr("{n:,} codebook", "{n:,} codebooks", n=len(document.codebooks))
    body.paragraph("Normal", tr("{codes} in {codebooks}.", codes=codes, codebooks=books))
    body.paragraph("Normal", made(document.date, document.who))
    body.paragraph("TOCHeading", tr("Contents"))
    body.contents()
    for codebook in document.codebooks:
        codebook_part(body, codebook, 1)
    if document.changes:
        _changes(body, document.changes)
    return body


def _title(document: CodebookDocument) -> str:
    return document.codebooks[0].title if len(document.codebooks) == 1 else tr("Codebook")


def codebook_part(body: Body, codebook: Codebook, level: int) -> None:
    """Add a codebook under a heading of this level, its groups and codes under the next two."""
    body.heading(level, tr("{title} (version {version})", title=codebook.title, version=codebook.version))
    if codebook.source:
        body.paragraph("Normal", codebook.source, label=tr("Source: "))
    for group in codebook.groups:
        body.heading(level + 1, group.name)
        for code in group.codes:
            _code(body, code, level + 2)


def _code(body: Body, code: Code, level: int) -> None:
    body.heading(level, tr("{code} (retired)", code=code.name) if code.retired else code.name)
    for label, text in (
        ("", code.definition),
        (tr("When to use: "), code.when_to_use),
        (tr("When not to use: "), code.when_not_to_use),
        (tr("Example: "), code.example),
        (tr("Also called: "), "; ".join(code.aliases)),
        (tr("Source: "), code.source),
    ):
        if text:
            body.paragraph("CodeEntry", text, label=label)


def _changes(body: Body, changes: Sequence[ToldChange]) -> None:
    body.heading(1, tr("What was changed, and why"))
    heads = (tr("When, by whom"), tr("Version"), tr("What"), tr("Why"))
    body.table(
        Table(
            title=tr("Changes of the codebook"),
            summary=tr("Each change of the codebook with the day, the person, the new version and the reason."),
            widths=_WIDTHS,
            header=[Cell([("TableHeading", head)]) for head in heads],
            rows=[
                [
                    Cell([("TableText", _day(change.at)), *([("TableText", change.who)] if change.who else [])]),
                    Cell([("TableFigure", str(change.version))]),
                    Cell([("TableText", f"{change.what} ({change.codebook})")]),
                    Cell([("TableText", change.why)]),
                ]
                for change in changes
            ],
        )
    )


def _day(at: str) -> str:
    return day_in_words(dt.datetime.fromisoformat(at).astimezone().date())
