"""What transcripts say of outcomes and features, put together for the people who say it."""

from __future__ import annotations

from collections import defaultdict
from itertools import count
from typing import TYPE_CHECKING

from qualcoder_lite.domain.cross_reference.hearing import HELPED, HINDERED, Counted, Heard
from qualcoder_lite.domain.cross_reference.matrix import Tally

if TYPE_CHECKING:
    from qualcoder_lite.domain.cross_reference.hearing import Hearing
    from qualcoder_lite.domain.cross_reference.matrix import FeatureDenominator
    from qualcoder_lite.domain.cross_reference.scope import Scope
    from qualcoder_lite.domain.cross_reference.study import Study

_NOTHING = Heard()


class Together:
    """The outcomes and features of a study as its people speak of them together."""

    def __init__(self, study: Study, scope: Scope, hearing: Hearing) -> None:
        """Go once through what each transcript says."""
        self._scope = scope
        self._numbers: defaultdict[str, int] = defaultdict(count().__next__)
        # By the numbers of outcome and feature: who says so, and how much, transcript by transcript.
        self._pairs: defaultdict[tuple[int, int], tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
        self._speaking: defaultdict[int, list[str]] = defaultdict(list)
        number_of, pairs = self._numbers.__getitem__, self._pairs
        for one in study.transcripts:
            codes, spoken, outcomes, features, counts = hearing.get(one.transcript, _NOTHING)
            here = list(map(number_of, codes))
            for feature in spoken:
                self._speaking[here[feature]].append(one.transcript)
            person = scope.person[one.transcript]
            for outcome, feature, said in zip(outcomes, features, counts, strict=True):
                people, much = pairs[here[outcome], here[feature]]
                people.append(person)
                much.append(said)

    def tally(self, outcome: str, feature: str) -> Tally:
        """The people and passages of one cell."""
        people, much = self._pair(outcome, feature)
        return Tally.of(len(set(people)), *Counted.apart(sum(much))[:4])

    def links(self, outcome: str, feature: str) -> tuple[int, int]:
        """How many codings say that the feature helped, and that it hindered."""
        _, much = self._pair(outcome, feature)
        return Counted.apart(sum(much))[4:]

    def people_linking(self, outcome: str, feature: str) -> tuple[int, int]:
        """How many people say that the feature helped, and that it hindered."""
        people, much = self._pair(outcome, feature)
        helped, hindered = (
            {person for person, said in zip(people, much, strict=True) if said & part} for part in (HELPED, HINDERED)
        )
        return len(helped), len(hindered)

    def speaking(self, feature: str) -> FeatureDenominator:
        """The people who speak of a feature at all."""
        return self._scope.speaking(self._speaking[self._numbers[feature]])

    def _pair(self, outcome: str, feature: str) -> tuple[list[int], list[int]]:
        return self._pairs[self._numbers[outcome], self._numbers[feature]]
