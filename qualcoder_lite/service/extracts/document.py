"""Putting together what a document of extracts tells, whatever kind of file it is, and writing it."""

from __future__ import annotations

from dataclasses import replace
from importlib import import_module
from typing import TYPE_CHECKING

from qualcoder_lite.domain.consent import WithoutConsent
from qualcoder_lite.domain.extracts.layout import Appendix
from qualcoder_lite.domain.paper import Beginning
from qualcoder_lite.exporters import tables
from qualcoder_lite.exporters.word.extracts_content import ExtractsDocument
from qualcoder_lite.service.extracts.quote_notes import NotesGatherer
from qualcoder_lite.service.scope import told
from qualcoder_lite.storage.codebook import codebooks
from qualcoder_lite.storage.people import people
from qualcoder_lite.storage.transcripts import transcripts
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from qualcoder_lite.domain.codebook import Codebook
    from qualcoder_lite.domain.extracts.extract import Extract
    from qualcoder_lite.domain.paper import OnPaper
    from qualcoder_lite.domain.progress import Progress
    from qualcoder_lite.service.extracts.order import ExtractsOrder, Retrieval
    from qualcoder_lite.service.scope import Scope
    from qualcoder_lite.service.session import Session


# What writes the files, in the package of exporters, by their endings.
_WRITERS = {
    ".docx": ("word.extracts", "word.first_pages"),
    ".xlsx": ("extract_workbook",),
    ".html": ("extract_web_page",),
    ".csv": ("extracts",),
}
_SHOWN, _PARAGRAPHS = 12, 60  # quotes with what stands beside them, and paragraphs, of the first pages


def write_document(
    session: Session, target: Path, found: Retrieval, order: ExtractsOrder, scope: Scope, progress: Progress
) -> None:
    """Write what was found as a document, whose ending says of which kind: .docx, .xlsx or .html.

    Raises UserError where the file can't be written.
    """
    ending = target.suffix.lower()
    content = document(session, found, order, scope, appendices=ending == ".docx")
    if ending == ".docx":
        from qualcoder_lite.exporters.word.extracts import write_extracts_document

        write_extracts_document(content, target, progress)
    elif ending == ".xlsx":
        from qualcoder_lite.exporters.extract_workbook import write_extracts_workbook

        write_extracts_workbook(content, transcripts.dates(session.database), target, progress)
    else:
        from qualcoder_lite.exporters.extract_web_page import write_extracts_web_page

        write_extracts_web_page(content, target, progress)


def load_writers(ending: str) -> None:
    """Load what writes files of this ending, ahead of the quotes.

    What is loaded among 200,000 of them lies between them, and Python can't give their memory back when they go.
    """
    for name in _WRITERS[ending]:
        import_module(f"qualcoder_lite.exporters.{name}")


def beginning(session: Session, found: Retrieval, order: ExtractsOrder, scope: Scope, ending: str) -> Beginning:
    """How the file of this ending (.docx, .xlsx, .html or .csv) would begin."""
    if ending == ".docx":
        return Beginning(pages=_first_pages(session, found, order, scope))
    if ending == ".csv":
        from qualcoder_lite.exporters.extracts import extracts_table

        marked = order.without_consent is WithoutConsent.MARK
        return tables.beginning([extracts_table(found.extracts, marked=marked)])
    order = replace(order, layout=order.layout.in_file(ending))
    content = document(session, found, order, scope, noted=found.extracts[:_SHOWN])
    if ending == ".html":
        from qualcoder_lite.exporters.extract_web_page import first_screen

        return Beginning(pages=first_screen(content, _PARAGRAPHS))
    from qualcoder_lite.exporters.extract_workbook import extract_sheets

    return tables.beginning(extract_sheets(content, transcripts.dates(session.database)))


def _first_pages(session: Session, found: Retrieval, order: ExtractsOrder, scope: Scope) -> list[OnPaper]:
    """The first pages of the Word document, without its appendices."""
    from qualcoder_lite.exporters.word.extracts import opening_body
    from qualcoder_lite.exporters.word.first_pages import first_pages
    from qualcoder_lite.exporters.word.styles import BODY_SIZE, LARGE_PRINT

    bare = replace(order, layout=replace(order.layout, appendices=frozenset()))
    content = document(session, found, bare, scope, noted=found.extracts[:_SHOWN])
    content = replace(content, warnings=found.warnings(order.layout))  # they speak of the appendices too
    smallest = LARGE_PRINT if order.layout.large_print else BODY_SIZE
    return first_pages(opening_body(content, _SHOWN), _PARAGRAPHS, smallest=smallest)


def document(
    session: Session,
    found: Retrieval,
    order: ExtractsOrder,
    scope: Scope,
    *,
    noted: Sequence[Extract] | None = None,
    appendices: bool = True,
) -> ExtractsDocument:
    """Everything that a document of what was found tells; beside each quote, or those of `noted` alone.

    Without `appendices`, what only they tell isn't gathered: no kind of file but Word has any.
    """
    layout = order.layout
    gatherer = NotesGatherer(session, found.extracts if noted is None else noted, scope)
    wanted = layout.appendices if appendices and not layout.plain else frozenset[Appendix]()
    return ExtractsDocument(
        title=tr("What people said") if layout.plain else tr("Coded extracts"),
        study=order.study,
        date=order.date,
        who=order.who,
        extracts=found.extracts,
        codebooks=_codebooks(session, found.extracts),
        layout=layout,
        scope=told(session, scope),
        all_sites=len(people.sites(session.database)),
        withheld_passages=len(found.withheld),
        withheld_people=found.withheld_people,
        marked=order.without_consent is WithoutConsent.MARK,
        unasked=found.unasked,
        capped=found.capped,
        warnings=found.warnings(layout),
        notes=gatherer.notes(layout),
        shares=gatherer.shares() if Appendix.CODING in wanted else (),
        decided=gatherer.decided() if Appendix.CODING in wanted else (),
        sources=gatherer.sources() if Appendix.SOURCES in wanted else (),
        template=order.template,
    )


def _codebooks(session: Session, extracts: Iterable[Extract]) -> list[Codebook]:
    """The codebooks that the extracts use."""
    used = {(extract.group, extract.code) for extract in extracts}
    return [
        book for book in codebooks.read(session.database) if any((code.group, code.name) in used for code in book.codes)
    ]
