"""Which picture is asked for, how the project is asked for it, and for the quotes behind a place of it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from qualcoder_lite.domain.cross_reference import Lens
from qualcoder_lite.gui.pages.findings.asked import NEAR
from qualcoder_lite.gui.pages.findings.columns import column_groups
from qualcoder_lite.gui.pages.findings.drawn_choices import Counted
from qualcoder_lite.gui.pages.findings.quotes_beside import FIRST_QUOTES
from qualcoder_lite.service.scope import Scope
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qualcoder_lite.domain.extracts.extract import Extract
    from qualcoder_lite.domain.pictures import Behind, Drawing
    from qualcoder_lite.service.project import Project


class Kind(StrEnum):
    """The pictures there are."""

    MATRIX = "matrix"
    SITES = "sites"
    GROUPS = "groups"
    COVERAGE = "coverage"
    PROGRESS = "progress"


KINDS = {
    Kind.MATRIX: tr("Outcomes and features"),
    Kind.SITES: tr("Outcomes by site"),
    Kind.GROUPS: tr("Outcomes by client group"),
    Kind.COVERAGE: tr("Who has been heard"),
    Kind.PROGRESS: tr("How far coding is"),
}
"""The pictures in plain words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A picture that is asked for. `near` is a key of NEAR, `outcome` an outcome's name or empty for all of them.

    `columns` is the value of a `ColumnGroup`; one that there is not stands for the first.
    """

    kind: Kind = Kind.MATRIX
    lens: Lens = Lens.SITES
    near: str = "turn"
    outcome: str = ""
    columns: str = ""
    scope: Scope = field(default_factory=Scope)

    def count(self, project: Project) -> Counted:
        """The picture's drawing; with the heat map, the groups of features of which one is in it."""
        if self.kind is not Kind.MATRIX:
            return Counted(self._drawing(project), ())
        matrix = project.findings.matrix(self.lens, near=NEAR[self.near][0], scope=self.scope)
        groups = column_groups(matrix)
        in_sight = next((group.columns for group in groups if group.value == self.columns), groups[0].columns)
        return Counted(project.pictures.heat_map(matrix, self.scope, in_sight), groups)

    def _drawing(self, project: Project) -> Drawing:
        if self.kind is Kind.COVERAGE:
            return project.pictures.coverage()
        if self.kind is Kind.PROGRESS:
            return project.pictures.progress("".join(self.scope.sites))
        codes = (self.outcome,) if self.outcome else ()
        by = "site" if self.kind is Kind.SITES else "client_group"
        return project.pictures.outcomes(by, replace(self.scope, codes=codes))

    def quotes_scope(self, behind: Behind) -> Scope | None:
        """What the page Quotes shows of a place; None for a cell of the heat map, which a scope can't tell."""
        if self.kind is Kind.MATRIX:
            return None
        everybody = Scope(settled=False if self.kind is Kind.PROGRESS else None)
        scope = self.scope if self.kind in (Kind.SITES, Kind.GROUPS) else everybody
        return replace(
            scope,
            codes=(behind.outcome,) if behind.outcome else (),
            sites=(behind.site,) if behind.site else self.scope.sites,
            client_groups=(behind.client_group,) if behind.client_group else scope.client_groups,
            coders=(behind.coder,) if behind.coder else scope.coders,
        )

    def quotes(self, project: Project, behind: Behind) -> tuple[int, Sequence[Extract]]:
        """How many quotes are behind a place, and the first of them."""
        scope = self.quotes_scope(behind)
        if scope is None:
            found = project.findings.extracts(
                self.lens, behind.outcome, behind.feature, near=NEAR[self.near][0], scope=self.scope
            )
        else:
            found = project.extracts.listed(scope)
        return len(found), found[:FIRST_QUOTES]
