"""The ways from a cell to other pages: to a turn on Code, to its quotes on Quotes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qualcoder_lite.domain.cross_reference import Lens
from qualcoder_lite.domain.people import FeatureState
from qualcoder_lite.gui.project.workspace import Visit
from qualcoder_lite.service.scope import Scope

if TYPE_CHECKING:
    from qualcoder_lite.domain.extracts.extract import Extract
    from qualcoder_lite.gui.pages.findings.asked import Asked
    from qualcoder_lite.gui.pages.findings.panel import Chosen
    from qualcoder_lite.service.project import Project


def to_turn(extract: Extract) -> Visit:
    """The way to a quote in its transcript."""
    return Visit(page="code", transcript=extract.transcript, start=extract.start, end=extract.end)


def has_own_quotes(chosen: Chosen, state: FeatureState) -> bool:
    """Whether the page of quotes can show just what a cell counts.

    A scope names sites, not what is said near what: for the other lenses it holds all quotes of the outcome. Nor can it
    ask for transcripts that name no site, which stand under "not known".
    """
    placeless = state is FeatureState.UNKNOWN and chosen.matrix.denominators.transcripts_without_site
    return chosen.matrix.lens is Lens.SITES and not placeless


def to_quotes(chosen: Chosen, state: FeatureState, asked: Asked, project: Project) -> Visit:
    """The way to the quotes of a cell, or where a scope can't tell them apart, to all quotes of its outcome."""
    sites = asked.scope.sites
    if not sites and has_own_quotes(chosen, state):
        sites = project.findings.sites_where(chosen.matrix.columns[chosen.column].id, state)
    scope = Scope(
        codes=(chosen.matrix.rows[chosen.row].name,),
        sites=tuple(sites),
        client_groups=asked.scope.client_groups,
        respondents=asked.scope.respondents,
        coders=asked.scope.coders,
        settled=asked.scope.settled,
        reflecting=asked.scope.reflecting,
        without_interviewers=asked.scope.without_interviewers,
    )
    return Visit(page="quotes", scope=scope)
