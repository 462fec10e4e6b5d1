"""The framework chart: what analysts write of each person, site and client group on each outcome."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from qualcoder_lite.domain.chart.cells import Level, SubjectKind, Summary, as_one, tidied
from qualcoder_lite.domain.errors import UserError
from qualcoder_lite.domain.names import new_id
from qualcoder_lite.domain.progress import unwatched
from qualcoder_lite.domain.transcript import canonical
from qualcoder_lite.service.chart.grid import ChartGrid, seen_summaries
from qualcoder_lite.service.directory import one_line
from qualcoder_lite.service.extracts.listing import ExtractList
from qualcoder_lite.service.history.nouns import gone
from qualcoder_lite.service.seen_stars import seen_stars
from qualcoder_lite.storage import summaries as stored
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from pathlib import Path

    from qualcoder_lite.domain.changes import Changes
    from qualcoder_lite.domain.chart.cells import Subject
    from qualcoder_lite.domain.extracts.extract import Extract
    from qualcoder_lite.domain.paper import Beginning
    from qualcoder_lite.domain.progress import Progress
    from qualcoder_lite.service.chart.file import ChartOrder, ChartWritten
    from qualcoder_lite.service.scope import Scope
    from qualcoder_lite.service.session import Session


@dataclass(frozen=True, slots=True, kw_only=True)
class SummaryUse:
    """A summary that refers to a coding: whom it is about and its outcome, by name."""

    about: str
    outcome: str
    subject: Subject
    code: str


class Chart:
    """The framework chart of a project."""

    def __init__(self, session: Session) -> None:
        """Work on an open project."""
        self._session = session
        self._database = session.database

    # Looking

    def grid(self, level: Level | str = Level.PEOPLE, scope: Scope | None = None) -> ChartGrid:
        """The chart as it is now, by people or rolled up. Raises UnknownNameError as a scope does."""
        return ChartGrid(self._session, Level(level), scope)

    def quotes(self, grid: ChartGrid, row: int, column: int) -> Sequence[Extract]:
        """The quotes of a cell, each put together when it is looked at."""
        passages = grid.passages(row, column)
        placements, stars = self._session.placements(), seen_stars(self._session)
        return ExtractList(self._database, placements, grid.codes, passages, stars)

    def count(self, grid: ChartGrid) -> int:
        """How many cells of a chart hold a summary."""
        subjects, codes = {row.subject for row in grid.rows}, {code.id for code in grid.codes}
        return sum(subject in subjects and code in codes for subject, code in seen_summaries(self._session))

    def first(self, grid: ChartGrid, most: int) -> list[tuple[str, str]]:
        """The first few summaries of a chart: whom and what each is about in words, and what it says."""
        written = seen_summaries(self._session)
        found: list[tuple[str, str]] = []
        for row in grid.rows:
            for code in grid.codes:
                if len(found) < most and (summary := as_one(written.get((row.subject, code.id), ()))):
                    found.append((f"{row.name}, {code.name}", summary.body))
        return found

    def uses(self, codings: Collection[str]) -> list[SummaryUse]:
        """The summaries that refer to any of some codings (ids)."""
        wanted = set(codings)
        return [
            SummaryUse(
                about=self.name_of(subject),
                outcome=self._session.directory.codes.by_id[code].name,
                subject=subject,
                code=code,
            )
            for (subject, code), written in seen_summaries(self._session).items()
            if any(wanted.intersection(summary.quotes) for summary in written)
        ]

    def name_of(self, subject: Subject) -> str:
        """A person's, a site's or a client group's name."""
        directory = self._session.directory
        listings = {
            SubjectKind.PARTICIPANT: directory.participants,
            SubjectKind.TRANSCRIPT: directory.transcripts,
            SubjectKind.SITE: directory.sites,
        }
        listing = listings.get(subject.kind)
        if listing is None:
            return subject.key
        entry = listing.by_id.get(subject.key)
        return entry.name if entry else gone(listing.noun)

    # Handing out

    def write_file(
        self, target: Path, order: ChartOrder, scope: Scope | None = None, progress: Progress = unwatched
    ) -> ChartWritten:
        """Write the chart to a file, whose ending says as what: .docx or .xlsx.

        Words of people who said no to being quoted are left out, and counted.

        Raises UserError where nothing is written in it yet, the ending isn't known or the file can't be written.
        """
        from qualcoder_lite.service.chart.file import ChartFile

        return ChartFile(self._session, order, scope, progress).write(target)

    def beginning(self, order: ChartOrder, scope: Scope, ending: str, progress: Progress = unwatched) -> Beginning:
        """How the file of this ending will begin; an empty beginning where that can't be shown."""
        from qualcoder_lite.service.chart.file import ChartFile

        return ChartFile(self._session, order, scope, progress).beginning(ending)

    # Writing

    def write(
        self, grid: ChartGrid, row: int, column: int, body: str, *, quotes: Sequence[str] = (), coder: str
    ) -> Changes:
        """Write a cell's summary; blank takes it away. `[1]` in it refers to the first of `quotes` (codings' ids).

        It counts as up to date then, even where nothing in it is changed. What several people wrote becomes one.

        Raises UserError where nobody signs it.
        """
        if not one_line(coder):
            raise UserError(tr("Say who you are first: a summary bears the name of who wrote it."))
        subject, code = grid.rows[row].subject, grid.codes[column].id
        present = seen_summaries(self._session).get((subject, code), [])
        body, kept = tidied(canonical(body).strip(), quotes)
        facts = {"code": code, "about": subject.kind, "subject": subject.key, **_where(grid, row)}
        verb = "summarise" if body else "clear-summary"
        with self._session.step(verb, facts, coder=self._session.directory.coder_name(coder)) as step:
            stored.remove(self._database, [each.id for each in present[1 if body else 0 :]])
            if body:
                wanted = Summary(
                    id=present[0].id if present else new_id(),
                    code=code,
                    subject=subject,
                    body=body,
                    quotes=kept,
                    basis=grid.basis(row, column),
                    coder=self._session.directory.coder(coder),
                    written_at=datetime.now(UTC).isoformat(timespec="milliseconds"),
                )
                if len(present) != 1 or replace(wanted, written_at="", coder="") != replace(
                    present[0], written_at="", coder=""
                ):
                    stored.put(self._database, wanted)
        return step.changes


def _where(grid: ChartGrid, row: int) -> dict[str, str]:
    """The transcript that a step is about, by which a round of blind coding knows who may read of it."""
    transcripts = grid.rows[row].transcripts
    return {"transcript": transcripts[0]} if grid.level is Level.PEOPLE and len(transcripts) == 1 else {}
