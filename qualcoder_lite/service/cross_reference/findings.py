"""The cross-reference of a project: outcomes by features, through three lenses."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from qualcoder_lite.domain.codebook import Code
from qualcoder_lite.domain.cross_reference import (
    Lens,
    counted_passages,
    matrix_of,
)
from qualcoder_lite.domain.errors import UserError
from qualcoder_lite.domain.paper import Beginning
from qualcoder_lite.domain.people import CLIENT_GROUPS, FeatureState, RegisterEntry, Respondent
from qualcoder_lite.service.cross_reference.hearings import Hearings
from qualcoder_lite.service.cross_reference.studies import StudyReader
from qualcoder_lite.service.extracts.extracts import ExtractList
from qualcoder_lite.service.scope import Scope, ScopeReader, told, whose_codings
from qualcoder_lite.service.seen_stars import seen_stars
from qualcoder_lite.storage import projects
from qualcoder_lite.storage.agreement import decisions
from qualcoder_lite.storage.coding.codings import settled_and_most
from qualcoder_lite.storage.cross_reference import counting
from qualcoder_lite.storage.people import people
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from qualcoder_lite.domain.cross_reference import Matrix, Near
    from qualcoder_lite.exporters.word.matrix import MatrixDocument
    from qualcoder_lite.service.session import Session


_SHOWN = 24  # paragraphs and tables of the document's first pages


class Missing(StrEnum):
    """What a project lacks to be counted: of several things, what is needed first."""

    CODES = "codes"
    TRANSCRIPTS = "transcripts"
    CODINGS = "codings"
    SITES = "sites"
    LINKS = "links"


class Findings:
    """Which features of partnership go with which outcomes."""

    def __init__(self, session: Session) -> None:
        """Work on an open project."""
        self._session = session
        self._database = session.database
        self._studies = StudyReader(session)
        self._hearings = Hearings(session)

    def matrix(self, lens: Lens | str, *, near: Near = "turn", scope: Scope | None = None) -> Matrix:
        """Count the project's outcomes by features.

        Raises UnknownNameError where the scope names something that the project doesn't hold.
        """
        lens = Lens(lens)
        reader = ScopeReader(self._session, scope or Scope())
        return matrix_of(self._studies.study(reader, lens, near, ()), self._hearings.of(reader, lens, near), lens, near)

    def keep_what_is_heard(self) -> None:
        """Keep, for the next time, what transcripts say that changed since it was last kept. Nothing is lost without.

        Raises StorageFullError where there is no room for it.
        """
        self._hearings.keep()

    def extracts(
        self,
        lens: Lens | str,
        outcome: str,
        feature: str,
        *,
        state: FeatureState = FeatureState.PRESENT,
        near: Near = "turn",
        scope: Scope | None = None,
    ) -> ExtractList:
        """The very passages that one cell of `matrix` counts, as extracts in the order of the transcripts.

        `outcome` and `feature` are names or ids, the feature one of the register in the lens `sites`; `state` says
        which of that lens's four tallies. Each extract is put together only when it is looked at.

        Raises UnknownNameError where something is named that the project doesn't hold.
        """
        lens = Lens(lens)
        reader = ScopeReader(self._session, scope or Scope())
        directory = self._session.directory
        row = directory.codes.find(outcome).id
        column = (directory.features if lens is Lens.SITES else directory.codes).find(feature).id
        codings = reader.rows([row, column] if lens is Lens.PASSAGES else [row], linked=lens is Lens.ATTRIBUTIONS)
        study = self._studies.study(reader, lens, near, codings)
        order = {transcript: n for n, transcript in enumerate(reader.placements)}
        passages = counted_passages(study, lens, row, column, state=state, near=near)
        passages.sort(key=lambda passage: (order[passage.transcript], passage.start))
        return ExtractList(self._database, reader.placements, study.outcomes, passages, seen_stars(self._session))

    def missing(self, lens: Lens | None = None) -> Missing | None:
        """What the project lacks so that anything can be counted, or through a lens; None where there is enough."""
        outcomes, features = self._studies.outcomes_and_features()
        if not outcomes or not features:
            return Missing.CODES
        if not self._session.placements():
            return Missing.TRANSCRIPTS
        if not any(self._session.coding_counts().values()):
            return Missing.CODINGS
        if lens is Lens.SITES and not people.sites(self._database):
            return Missing.SITES
        if lens is Lens.ATTRIBUTIONS and not counting.has_links(self._database):
            return Missing.LINKS
        return None

    def whose(self, scope: Scope | None = None) -> str:
        """Whose codings `matrix` counts, in words."""
        return whose_codings(self._session, scope)

    def sites_where(self, feature: str, state: FeatureState) -> list[str]:
        """The names of the sites at which a register feature (by id) has a state; what isn't recorded is unknown."""
        unrecorded = RegisterEntry()
        return [
            site.name for site in people.sites(self._database) if site.register.get(feature, unrecorded).state is state
        ]

    def client_groups(self) -> list[str]:
        """The client groups that some transcript belongs to: those of the study in its order, then others by name."""
        found = {placement.client_group for placement in self._session.placements().values()} - {""}
        return [group for group in CLIENT_GROUPS if group in found] + sorted(found.difference(CLIENT_GROUPS))

    def respondents(self) -> list[Respondent]:
        """The types of respondent whose transcripts there are, in the order of `Respondent`."""
        found = {place.participant.respondent for place in self._session.placements().values() if place.participant}
        return [respondent for respondent in Respondent if respondent in found]

    def has_settled(self) -> bool:
        """Whether any disagreement between coders was settled."""
        return decisions.any_settled(self._database)

    def is_mostly_settled(self) -> bool:
        """Whether settled codings alone say something of the whole: there are half as many as one coder's, or more."""
        settled, most = settled_and_most(self._database)
        return self.has_settled() and 2 * settled >= most

    def beginning(
        self, matrix: Matrix, ending: str, *, on: date, scope: Scope | None = None, who: str = ""
    ) -> Beginning:
        """How a matrix begins that is written as .docx, .csv or .xlsx; an empty beginning for another kind of file."""
        from qualcoder_lite.exporters import tables
        from qualcoder_lite.exporters.matrix import matrix_sheets, matrix_table

        if ending == ".docx":
            from qualcoder_lite.exporters.word.first_pages import first_pages
            from qualcoder_lite.exporters.word.matrix import matrix_body

            return Beginning(pages=first_pages(matrix_body(self._document(matrix, on, scope, who)), _SHOWN))
        if ending == ".csv":
            return tables.beginning([matrix_table(matrix.as_dict())])
        return tables.beginning(matrix_sheets(matrix.as_dict())) if ending == ".xlsx" else Beginning()

    def _document(self, matrix: Matrix, on: date, scope: Scope | None, who: str) -> MatrixDocument:
        from qualcoder_lite.exporters.word.matrix import MatrixDocument

        return MatrixDocument(
            title=tr("Outcomes and features of partnership"),
            study=projects.details(self._database),
            date=on,
            who=who,
            matrix=matrix.as_dict(),
            outcome_groups={code.name: code.group for code in matrix.rows},
            feature_groups={column.name: column.group for column in matrix.columns if isinstance(column, Code)},
            scope=told(self._session, scope or Scope()),
        )

    def write(
        self,
        target: Path,
        matrix: Matrix,
        *,
        on: date,
        scope: Scope | None = None,
        who: str = "",
    ) -> None:
        """Write a matrix to a file, whose ending says as what: .csv, .xlsx, .docx, or as a heat map .png or .svg.

        Raises UserError where the ending isn't known or the file can't be written.
        """
        ending = target.suffix.lower()
        if ending == ".csv":
            from qualcoder_lite.exporters.matrix import write_matrix_csv

            write_matrix_csv(matrix.as_dict(), target)
        elif ending == ".xlsx":
            from qualcoder_lite.exporters.matrix import write_matrix_xlsx

            write_matrix_xlsx(matrix.as_dict(), target)
        elif ending == ".docx":
            from qualcoder_lite.exporters.word.matrix import write_matrix_document

            write_matrix_document(self._document(matrix, on, scope, who), target)
        elif ending in (".png", ".svg"):
            from qualcoder_lite.service.cross_reference.pictures import Pictures

            pictures = Pictures(self._session)
            pictures.write(target, pictures.heat_map(matrix, scope))
        else:
            raise UserError(
                tr(
                    "The matrix is written as .csv, .xlsx, .docx, .png or .svg, not as “{ending}”.",
                    ending=ending or target.name,
                )
            )
