"""Which files with people's words left the project, so that a certificate of withdrawal can name them."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import TYPE_CHECKING

from qualcoder_lite.domain.errors import UserError
from qualcoder_lite.domain.extracts.extract import count_people
from qualcoder_lite.storage.exports import exports as stored
from qualcoder_lite.storage.exports.exports import Export
from qualcoder_lite.storage.file import opening
from qualcoder_lite.translation import tr, tr_later

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from pathlib import Path

    from qualcoder_lite.domain.extracts.extract import Extract
    from qualcoder_lite.domain.reports.report import Report
    from qualcoder_lite.service.chart.file import ChartWritten
    from qualcoder_lite.service.extracts.order import Retrieval
    from qualcoder_lite.service.scope import Scope
    from qualcoder_lite.service.session import Session


# The columns of the list, and how wide they are in a workbook, where they are said in the person's language.
_WIDTHS = {
    tr_later("when"): 26,
    tr_later("by"): 20,
    tr_later("file"): 60,
    tr_later("kind"): 8,
    tr_later("passages"): 10,
    tr_later("people"): 10,
    tr_later("asked for"): 60,
    tr_later("sha256"): 66,
}


class Exports:
    """The files that were exported from a project."""

    def __init__(self, session: Session) -> None:
        """Work on an open project."""
        self._session = session

    def all(self) -> list[Export]:
        """The files that were written, newest first."""
        return stored.read(self._session.database)

    def write(self, target: Path) -> None:
        """Write the list of these files as a table, whose ending says of which kind: .csv or .xlsx.

        Raises UserError where the ending isn't known or the file can't be written.
        """
        from qualcoder_lite.exporters.tables import Sheet, write_csv, write_workbook

        ending = target.suffix.lower()
        if ending not in (".csv", ".xlsx"):
            raise UserError(
                tr("The list is written as .csv or .xlsx, not as “{ending}”.", ending=ending or target.name)
            )
        rows = [_row(export) for export in self.all()]
        if ending == ".csv":
            write_csv(rows, tuple(_WIDTHS), target)
        else:
            headings = {column: tr(column) for column in _WIDTHS}
            write_workbook([Sheet(tr("What has left"), tuple(_WIDTHS), rows, _WIDTHS, headings=headings)], target)

    def record_extracts(self, file: Path, found: Retrieval, scope: Scope, *, coder: str = "") -> None:
        """Write down that extracts were written to a file: a fact about the world, so no step, and never undone.

        Raises ReadOnlyProjectError.
        """
        self._record(_export(file, found.extracts, scope.in_words(), coder))

    def record_report(self, file: Path, report: Report, *, coder: str = "") -> None:
        """Write down, in the same way, that a report was written to a file. Raises ReadOnlyProjectError."""
        self._record(_export(file, report.quotes, [report.title], coder))

    def record_chart(self, file: Path, written: ChartWritten, *, coder: str = "") -> None:
        """Write down, in the same way, that a framework chart was written to a file. Raises ReadOnlyProjectError."""
        self._record(_chart(file, written, coder))

    def record_file(self, file: Path, scope: Sequence[str] = (), *, coder: str = "") -> None:
        """Write down, in the same way, a file with nobody's words in it: counts, a codebook, a picture.

        Raises ReadOnlyProjectError.
        """
        self._record(_export(file, (), scope, coder))

    def _record(self, export: Export) -> None:
        self._session.database.refuse_read_only()
        stored.add(self._session.database, export)


def record_extracts_in(project: Path, file: Path, found: Retrieval, scope: Scope, *, coder: str = "") -> None:
    """The same for a project that isn't open; nothing else is done to it.

    Raises ProjectLockedError or ReadOnlyProjectError.
    """
    _record_in(project, _export(file, found.extracts, scope.in_words(), coder))


def record_report_in(project: Path, file: Path, report: Report, *, coder: str = "") -> None:
    """Write down a report for a project that isn't open. Raises ProjectLockedError or ReadOnlyProjectError."""
    _record_in(project, _export(file, report.quotes, [report.title], coder))


def record_chart_in(project: Path, file: Path, written: ChartWritten, *, coder: str = "") -> None:
    """Write down a framework chart, in the same way. Raises ProjectLockedError or ReadOnlyProjectError."""
    _record_in(project, _chart(file, written, coder))


def _chart(file: Path, written: ChartWritten, coder: str) -> Export:
    """A chart tells of people whom it doesn't quote: their transcripts count too."""
    export = _export(file, written.quotes, [tr("Framework chart")], coder)
    return replace(export, transcripts=tuple(sorted(written.transcripts.union(export.transcripts))))


def _record_in(project: Path, export: Export) -> None:
    database = opening.for_writing(project)
    try:
        stored.add(database, export)
    finally:
        database.close()


def note_export(session: Session, file: Path, transcripts: Collection[str], *, passages: int, coder: str = "") -> None:
    """Let a project that is open for work know of any other file with words of these transcripts (ids) in it."""
    if transcripts and not session.database.read_only:
        placements = session.placements()
        export = Export(
            file=str(file.resolve()),
            format=file.suffix.lower().lstrip("."),
            sha256=hashlib.sha256(file.read_bytes()).hexdigest(),
            extracts=passages,
            people=len({placements[transcript].person for transcript in transcripts}),
            coder=coder,
            transcripts=tuple(sorted(transcripts)),
        )
        stored.add(session.database, export)


def _row(export: Export) -> dict[str, object]:
    return {
        "when": export.exported_at,
        "by": export.coder,
        "file": export.file,
        "kind": export.format,
        "passages": export.extracts,
        "people": export.people,
        "asked for": export.scope,
        "sha256": export.sha256,
    }


def _export(file: Path, extracts: Sequence[Extract], scope: Sequence[str], coder: str) -> Export:
    return Export(
        file=str(file.resolve()),
        format=file.suffix.lower().lstrip("."),
        scope=tuple(scope),
        sha256=hashlib.sha256(file.read_bytes()).hexdigest(),
        extracts=len(extracts),
        people=count_people(extracts),
        coder=coder,
        transcripts=tuple(sorted({extract.transcript for extract in extracts})),
    )
