"""What is asked about the use of codes, how the project is asked, and for the quotes behind a place of the table."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from qualcoder_lite.domain.codebook import CodebookKind
from qualcoder_lite.gui.pages.findings.asked import NEAR
from qualcoder_lite.gui.pages.findings.drawn_choices import Counted
from qualcoder_lite.gui.pages.findings.quotes_beside import FIRST_QUOTES
from qualcoder_lite.service.scope import Scope
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qualcoder_lite.domain.extracts.extract import Extract
    from qualcoder_lite.domain.pictures import Behind
    from qualcoder_lite.service.project import Project


class Kind(StrEnum):
    """What can be asked."""

    TOGETHER = "together"
    OFTEN = "often"


class Which(StrEnum):
    """Which codes are in the table."""

    OUTCOMES = "outcomes"
    FEATURES = "features"
    ALL = "all"


KINDS = {Kind.TOGETHER: tr("Which codes come together"), Kind.OFTEN: tr("How often codes are used")}
WHICH = {
    Kind.TOGETHER: {
        Which.OUTCOMES: tr("Outcomes with outcomes"),
        Which.FEATURES: tr("Outcomes with features"),
        Which.ALL: tr("All codes"),
    },
    Kind.OFTEN: {Which.OUTCOMES: tr("Outcomes"), Which.FEATURES: tr("Features"), Which.ALL: tr("All codes")},
}
"""The codes in plain words, for each thing that is asked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A question. `scope` holds one coder, or asks for settled codings: nothing is added up across coders.

    `near` is a key of NEAR; `by` is something known of people, and `by_words` that in words.
    """

    kind: Kind = Kind.TOGETHER
    which: Which = Which.OUTCOMES
    near: str = "turn"
    by: str = "site"
    by_words: str = "site"
    scope: Scope = field(default_factory=Scope)

    def count(self, project: Project) -> Counted:
        """The table as a drawing, and what was counted, for writing it to a file."""
        rows, columns = self._codes(project)
        if self.kind is Kind.OFTEN:
            found = project.patterns.frequencies(self.by, self.scope)
            return Counted(project.pictures.frequencies(found, self.by_words, rows, self.scope), found)
        near = NEAR[self.near][0]
        tables = project.patterns.co_occurrence(near, self.scope)
        if not tables:  # the coder hasn't coded anybody in scope
            tables = [project.patterns.no_co_occurrence()]
        return Counted(project.pictures.together(tables[0], near, rows, columns, self.scope), tables[0])

    def _codes(self, project: Project) -> tuple[frozenset[str], frozenset[str]]:
        """The codes (ids) that are rows, and those that are columns where codes are."""
        outcomes, features, every = set[str](), set[str](), set[str]()
        for book in project.codebooks.all():
            ids = {code.id for code in book.codes}
            every |= ids
            if book.kind is CodebookKind.OUTCOMES:
                outcomes |= ids
            elif book.kind is CodebookKind.FEATURES:
                features |= ids
        rows = {Which.OUTCOMES: outcomes, Which.FEATURES: outcomes, Which.ALL: every}[self.which]
        columns = {Which.OUTCOMES: outcomes, Which.FEATURES: features, Which.ALL: every}[self.which]
        return frozenset(columns if self.kind is Kind.OFTEN else rows), frozenset(columns)

    def quotes_scope(self, behind: Behind) -> Scope | None:
        """What the page Quotes shows of a place: a code by itself, or at a site, in a client group."""
        if self.kind is Kind.TOGETHER:
            return (
                replace(self.scope, codes=(behind.outcome,)) if not behind.feature and not self.scope.settled else None
            )
        if not behind.value:
            return None
        narrowed = {"site": {"sites": (behind.value,)}, "client_group": {"client_groups": (behind.value,)}}
        return replace(self.scope, codes=(behind.outcome,), **narrowed[self.by]) if self.by in narrowed else None

    def quotes(self, project: Project, behind: Behind) -> tuple[int, Sequence[Extract]]:
        """How many quotes are behind a place, and the first of them."""
        if self.kind is Kind.OFTEN:
            found = project.patterns.extracts_of(behind.outcome, self.by, behind.value, self.scope)
        else:
            other = behind.feature or behind.outcome
            found = project.patterns.extracts_together(behind.outcome, other, NEAR[self.near][0], self.scope)
        return len(found), found[:FIRST_QUOTES]
