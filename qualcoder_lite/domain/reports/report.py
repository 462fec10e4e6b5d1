"""The reports of the study's three stages: by site, within a client group, across all groups. What stands in them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from qualcoder_lite.domain.extracts.extract import person_of
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from qualcoder_lite.domain.cross_reference import Verdict
    from qualcoder_lite.domain.extracts.extract import Extract
    from qualcoder_lite.domain.people import FeatureState
    from qualcoder_lite.domain.reports.told import Likeness, Told

# A quote that a cell of a table can hold, in characters.
_CELL_QUOTE = 240


class Stage(StrEnum):
    """Which of the three stages of the analysis a report belongs to."""

    SITE = "site"
    CLIENT_GROUP = "client-group"
    ACROSS = "across"


@dataclass(frozen=True, slots=True)
class Heard:
    """How many people were heard, in all or in a part (a site, a client group); nobody is named.

    `done` are those with a transcript that somebody declared done: the others are unread, not silent. An empty name
    stands for those of whom it isn't recorded.
    """

    name: str
    people: int
    done: int


@dataclass(frozen=True, slots=True)
class Asked:
    """How many people were asked about an outcome, spoke of it without a question, or weren't asked and are silent."""

    asked: int
    unprompted: int
    not_asked: int


@dataclass(frozen=True, slots=True, kw_only=True)
class OutcomeReport:
    """One outcome: what everybody tells of it, what the people of each part tell, and the quotes chosen for it.

    `asked` is None where the project has no interview schedule; `likeness` where there is nothing to compare.
    """

    name: str
    group: str
    question: str
    told: Told
    by_part: Sequence[Told]
    asked: Asked | None
    likeness: Likeness | None
    quotes: Sequence[Extract]


@dataclass(frozen=True, slots=True, kw_only=True)
class FeatureReport:
    """A feature that people say helped or hindered: how many say so, and for which outcomes (names)."""

    name: str
    group: str
    helped: int
    hindered: int
    outcomes_helped: Sequence[str]
    outcomes_hindered: Sequence[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkReport:
    """One outcome under one feature: who says that it helped or hindered, beside what was published."""

    feature: str
    helped: int
    hindered: int
    published: bool | None
    verdict: Verdict | None


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingReport:
    """A row in the layout of the study's Table 3: an outcome with its features of service and of partnership.

    `quote` is the one that stands in its cell; None where none is short enough.
    """

    outcome: OutcomeReport
    service: Sequence[LinkReport]
    partnership: Sequence[LinkReport]
    quote: Extract | None = None


def quotes_for_cells(outcomes: Sequence[OutcomeReport]) -> list[Extract | None]:
    """One short quote for each outcome: starred ones first, then of whoever was quoted least in the rows before."""
    said: Counter[str] = Counter()
    found: list[Extract | None] = []
    for outcome in outcomes:
        short = [quote for quote in outcome.quotes if len(quote.text) <= _CELL_QUOTE]
        best = min(short, key=lambda quote: (not quote.starred, said[person_of(quote)]), default=None)
        if best is not None:
            said[person_of(best)] += 1
        found.append(best)
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterReport:
    """A feature of the register: the sites (names) by what is recorded of them, and, for one site, the evidence."""

    feature: str
    sites: Mapping[FeatureState, Sequence[str]]
    evidence: Sequence[str] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What stands in a report.

    Attributes:
        stage: Which stage it belongs to.
        name: The site or client group; empty across all groups.
        heard: Everybody in scope.
        without_participant: How many of them are transcripts that name no participant.
        transcripts: How many transcripts are in scope.
        parts: The sites or client groups that are compared; none in a report by site.
        sites, client_groups, respondents: The people in scope by each.
        facts: What is recorded of the site, as (what, value).
        outcomes: All outcomes of the framework in its order, those nobody speaks of among them.
        features: The features that people say helped or hindered.
        findings: The layout of Table 3; only across all groups.
        notes: What the published table's yes or no leaves out, in sentences.
        register: What is recorded of the sites in scope.
        withheld_passages, withheld_people: What is never quoted because the person said no to it.
        per_person: How often one person is quoted on one outcome, at most.
        quoted: How often each person is quoted who could be, most first; zeros are people without a quote.
        warnings: Attributions that may tell a reader who is speaking, in sentences.
        settled: Whether settled codings stand in for the coders' own.
    """

    stage: Stage
    name: str
    heard: Heard
    without_participant: int
    transcripts: int
    parts: Sequence[Heard]
    sites: Sequence[Heard]
    client_groups: Sequence[Heard]
    respondents: Sequence[Heard]
    facts: Sequence[tuple[str, str]]
    outcomes: Sequence[OutcomeReport]
    features: Sequence[FeatureReport]
    findings: Sequence[FindingReport]
    notes: Sequence[str]
    register: Sequence[RegisterReport]
    withheld_passages: int
    withheld_people: int
    per_person: int
    quoted: Sequence[int]
    warnings: Sequence[str]
    settled: bool

    @property
    def title(self) -> str:
        """What the report is called."""
        if self.stage is Stage.ACROSS:
            return tr("Across all client groups")
        if self.stage is Stage.SITE:
            return tr("{name}: site report", name=self.name)
        return tr("{name}: client group report", name=self.name)

    @property
    def quotes(self) -> list[Extract]:
        """Every quote of the report, in its order."""
        return [quote for outcome in self.outcomes for quote in outcome.quotes]
