"""Pictures of a project: the matrix, outcomes by site or client group, who has been heard, how far coding is."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from qualcoder_lite.domain.codebook import CodebookKind
from qualcoder_lite.domain.cross_reference import Lens
from qualcoder_lite.domain.errors import UserError
from qualcoder_lite.domain.people import group_order
from qualcoder_lite.domain.pictures import patterns
from qualcoder_lite.domain.pictures.heat_map import heat_map
from qualcoder_lite.domain.pictures.outcomes import Heard, outcomes_by
from qualcoder_lite.domain.pictures.trend import trend_drawing
from qualcoder_lite.domain.pictures.work import coverage, progress
from qualcoder_lite.domain.reports.told import told_in
from qualcoder_lite.domain.transcript_mark import Tally
from qualcoder_lite.service.codebook.in_use import codes_in_use
from qualcoder_lite.service.coding.progress import CodingProgress
from qualcoder_lite.service.cross_reference.hearings import Hearings
from qualcoder_lite.service.people.sampling import Sampling
from qualcoder_lite.service.scope import Scope, ScopeReader
from qualcoder_lite.storage.people import people
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from pathlib import Path

    from qualcoder_lite.domain.agreement.trend import Trend
    from qualcoder_lite.domain.codebook import Code
    from qualcoder_lite.domain.cross_reference import Heard as Said
    from qualcoder_lite.domain.cross_reference import Hearing, Matrix, Near
    from qualcoder_lite.domain.pictures import Bars, Dots, Drawing, Grid
    from qualcoder_lite.domain.pictures.outcomes import Part
    from qualcoder_lite.domain.retrieval.co_occurrence import CoOccurrence
    from qualcoder_lite.domain.retrieval.frequencies import Frequencies
    from qualcoder_lite.service.placement import Placement
    from qualcoder_lite.service.session import Session


class Pictures:
    """The pictures of a project, each as a drawing that the window paints and `write` makes a file of."""

    def __init__(self, session: Session) -> None:
        """Work on an open project."""
        self._session = session
        self._database = session.database

    def heat_map(self, matrix: Matrix, scope: Scope | None = None, columns: Sequence[int] | None = None) -> Grid:
        """A matrix that was counted in a scope, or some of its columns by number."""
        return heat_map(matrix, columns, self._about(ScopeReader(self._session, scope or Scope())))

    def outcomes(self, by: Part, scope: Scope | None = None) -> Bars:
        """What people say of the outcomes at each site or in each client group; the scope's codes say of which.

        Raises UnknownNameError as a scope does, UserError where none of its codes is an outcome.
        """
        reader = ScopeReader(self._session, scope or Scope())
        outcomes = self._outcomes(reader)
        parts = self._parts(by, reader, Hearings(self._session).of(reader, Lens.SITES))
        return outcomes_by(by, parts, outcomes, self._about(reader))

    def together(
        self, found: CoOccurrence, near: Near, rows: Collection[str], columns: Collection[str], scope: Scope
    ) -> Grid:
        """Which codes come together in a scope of one coder, or of settled codings: some codes (ids) by others."""
        reader = ScopeReader(self._session, scope)
        about = self._about(reader) if not reader.settled else [*_narrowed(reader), tr("Settled codings alone.")]
        return patterns.together(found, near, rows, columns, about)

    def frequencies(self, found: Frequencies, by: str, rows: Collection[str], scope: Scope) -> Grid:
        """How often some codes (ids) are used in a scope; `by` says in words what the columns are values of."""
        return patterns.frequencies(found, by, rows, self._about(ScopeReader(self._session, scope)))

    def coverage(self) -> Grid:
        """Who has been heard at each site from each client group, against how many are wanted."""
        names = {site.id: site.name for site in people.sites(self._database)}
        return coverage(Sampling(self._session).grid(), names)

    def progress(self, site: str = "") -> Bars:
        """How far each coder has come with the transcripts, or those of one site. UnknownNameError where it is none."""
        found = CodingProgress(self._session).by_site()
        name = self._session.directory.sites.find(site).name if site else ""
        chosen = [each for each in found if not site or each.site == name]
        coders = found[0].coders if found else ()
        tallies = {coder: sum((each.coders[coder] for each in chosen), Tally()) for coder in coders}
        return progress(tallies, [tr("At {name}.", name=name)] if name else [])

    @staticmethod
    def trend(found: Trend) -> Dots:
        """Agreement over the rounds."""
        return trend_drawing(found)

    @staticmethod
    def write(target: Path, drawing: Drawing) -> None:
        """Write a drawing to a file, whose ending says as what: .png (300 dots an inch) or .svg.

        Raises UserError where the ending isn't known or the file can't be written.
        """
        from qualcoder_lite.exporters.pictures import write_picture

        write_picture(drawing, target)

    @staticmethod
    def _about(reader: ScopeReader) -> list[str]:
        """Whom and whose codings a drawing counts, a sentence each."""
        whose = reader.whose()
        return [*_narrowed(reader), f"{whose[:1].upper()}{whose[1:]}."]

    def _outcomes(self, reader: ScopeReader) -> list[Code]:
        found = [
            code
            for code in codes_in_use(self._database, CodebookKind.OUTCOMES)
            if reader.codes is None or code.id in reader.codes
        ]
        if not found:
            raise UserError(
                tr("There is no such outcome in the project’s codebooks. Choose a code of the outcomes framework.")
            )
        return found

    @staticmethod
    def _parts(by: Part, reader: ScopeReader, hearing: Hearing) -> list[Heard]:
        """The sites or client groups in scope in their order, with what is told there."""
        said: defaultdict[str, list[tuple[str, Said]]] = defaultdict(list)
        interviewed: defaultdict[str, set[str]] = defaultdict(set)
        read: defaultdict[str, set[str]] = defaultdict(set)
        done = reader.done()
        for id_, placement in reader.placements.items():
            part = _part(placement, by)
            interviewed[part].add(placement.person)
            if id_ in done:
                read[part].add(placement.person)
            if id_ in hearing:
                said[part].append((placement.person, hearing[id_]))
        return [
            Heard(
                name=name,
                people=len(interviewed[name]),
                people_done=len(read[name]),
                told=told_in(said[name]),
            )
            for name in sorted(interviewed, key=group_order if by == "client_group" else _by_name)
        ]


def _narrowed(reader: ScopeReader) -> list[str]:
    """What a scope is narrowed to, a sentence each; codes and coders are told elsewhere."""
    return [f"{line}." for line in replace(reader.scope, codes=(), coders=()).in_words()]


def _part(placement: Placement, by: Part) -> str:
    if by == "client_group":
        return placement.client_group
    return placement.site.name if placement.site else ""


def _by_name(name: str) -> tuple[int, str]:
    return int(not name), name.casefold()
