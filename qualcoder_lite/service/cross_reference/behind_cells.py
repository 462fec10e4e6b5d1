"""What stands behind the counts of a cell: who was asked, whose words they are, and on request the arithmetic."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from qualcoder_lite.domain.coding import Polarity
from qualcoder_lite.domain.cross_reference import Lens
from qualcoder_lite.domain.four_fold import FourFold
from qualcoder_lite.domain.people import FeatureState, RegisterEntry
from qualcoder_lite.domain.schedule import Prompting
from qualcoder_lite.service.cross_reference.studies import StudyReader
from qualcoder_lite.service.scope import Scope, ScopeReader
from qualcoder_lite.service.transcripts.interviewers_words import in_interviewers_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from qualcoder_lite.domain.cross_reference import Near
    from qualcoder_lite.domain.passage import Passage
    from qualcoder_lite.service.placement import Placement
    from qualcoder_lite.service.session import Session
    from qualcoder_lite.service.transcripts.schedule import Schedule


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """How many people were asked about an outcome, and what their silence means; each person counts once.

    Attributes:
        known: Whether the project has a schedule. Without one all else is 0.
        asked: People who were asked and speak of it.
        asked_silent: People who were asked, say nothing of it, and whose transcript is declared done.
        unprompted: People who speak of it without being asked.
        not_asked: People who weren't asked, say nothing of it, and whose transcript is declared done.
        unread: People of whom nothing is coded with it so far and whose transcript nobody declared done.
    """

    known: bool = False
    asked: int = 0
    asked_silent: int = 0
    unprompted: int = 0
    not_asked: int = 0
    unread: int = 0


class BehindCells:
    """Tells what stands behind the cells of the cross-reference."""

    def __init__(self, session: Session, schedule: Schedule) -> None:
        """Work on an open project."""
        self._session = session
        self._schedule = schedule
        self._studies = StudyReader(session)

    def asking(
        self,
        outcome: str,
        feature: str = "",
        *,
        state: FeatureState = FeatureState.PRESENT,
        scope: Scope | None = None,
    ) -> Asking:
        """Who was asked about an outcome (id): all people in scope, or those at the sites with a state of a feature.

        `feature` is one of the register (id); without it everybody counts. Raises UnknownNameError as scopes do.
        """
        asked = self._schedule.asked()
        if not asked.known:
            return Asking()
        reader = ScopeReader(self._session, scope or Scope())
        people: dict[str, list[str]] = {}
        for transcript, placement in reader.placements.items():
            if not feature or _state(placement, feature) is state:
                people.setdefault(placement.person, []).append(transcript)
        heard, done = {row[0] for row in reader.lean_rows([outcome])}, reader.done()
        counts = {"asked": 0, "asked_silent": 0, "unprompted": 0, "not_asked": 0, "unread": 0}
        for transcripts in people.values():
            spoke = not heard.isdisjoint(transcripts)
            prompted = asked.of_person(transcripts, outcome, spoke=spoke)
            if not spoke and done.isdisjoint(transcripts):
                counts["unread"] += 1
            elif prompted is Prompting.ASKED:
                counts["asked" if spoke else "asked_silent"] += 1
            else:
                counts["unprompted" if prompted is Prompting.UNPROMPTED else "not_asked"] += 1
        return Asking(known=True, **counts)

    def arithmetic(
        self, lens: Lens | str, outcome: str, feature: str, *, near: Near = "turn", scope: Scope | None = None
    ) -> FourFold:
        """People who speak of an outcome (id), with and without a feature (id), by whether they say it was delivered.

        They do where any passage of theirs says so; whoever is silent isn't counted. Who is with the feature, and who
        without, is as `StudyReader.with_and_without` has it.
        """
        reader = ScopeReader(self._session, scope or Scope())
        with_it, without = self._studies.with_and_without(reader, Lens(lens), outcome, feature, near)
        yes, no = self._delivered(reader, with_it)
        other_yes, other_no = self._delivered(reader, without)
        return FourFold(yes, no, other_yes, other_no)

    def in_interviewers_words(self, places: Iterable[tuple[str, int, int]]) -> int:
        """How many of some passages (transcript, start, end) lie wholly in what interviewers say."""
        listed = list(places)
        asks = in_interviewers_words(self._session, {transcript for transcript, _, _ in listed})
        return sum(asks(*place) for place in listed)

    @staticmethod
    def _delivered(reader: ScopeReader, passages: Iterable[Passage]) -> tuple[int, int]:
        """How many people say in some passage that it was delivered, and how many in none."""
        said: dict[str, bool] = {}
        for passage in passages:
            person = reader.placements[passage.transcript].person
            said[person] = said.get(person, False) or passage.polarity is Polarity.DELIVERED
        return sum(said.values()), len(said) - sum(said.values())


def _state(placement: Placement, feature: str) -> FeatureState:
    register = placement.site.register if placement.site else dict[str, RegisterEntry]()
    return register.get(feature, RegisterEntry()).state
