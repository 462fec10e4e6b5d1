"""What transcripts say of outcomes and features, put together for the people who say it."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from qualcoder_lite.domain.cross_reference.hearing import Heard
from qualcoder_lite.domain.cross_reference.matrix import Tally

if TYPE_CHECKING:
    from qualcoder_lite.domain.cross_reference.hearing import Count, Hearing
    from qualcoder_lite.domain.cross_reference.matrix import FeatureDenominator
    from qualcoder_lite.domain.cross_reference.scope import Scope
    from qualcoder_lite.domain.cross_reference.study import Study

_NOTHING = Heard()
_NONE = (0, 0, 0, 0, 0, 0)


class _Pair:
    """One outcome with one feature: who says so, and in how many passages and links, transcript by transcript."""

    def __init__(self) -> None:
        self.people: list[int] = []
        self.counts: list[Count] = []

    def totals(self) -> tuple[int, ...]:
        """The passages of each polarity, then the links of each direction."""
        return tuple(map(sum, list(zip(*self.counts, strict=True))[2:])) or _NONE

    def linking(self, direction: int) -> int:
        """How many people link the two, by helped (-2) or by hindered (-1)."""
        return len({person for person, count in zip(self.people, self.counts, strict=True) if count[direction]})


class Together:
    """The outcomes and features of a study as its people speak of them together."""

    def __init__(self, study: Study, scope: Scope, hearing: Hearing) -> None:
        """Go once through what each transcript says."""
        self._scope = scope
        self._pairs: defaultdict[tuple[str, str], _Pair] = defaultdict(_Pair)
        self._speaking: defaultdict[str, list[str]] = defaultdict(list)
        for one in study.transcripts:
            heard = hearing.get(one.transcript, _NOTHING)
            for feature in heard.spoken:
                self._speaking[feature].append(one.transcript)
            person = scope.person[one.transcript]
            for count in heard.counts:
                pair = self._pairs[count[:2]]
                pair.people.append(person)
                pair.counts.append(count)

    def tally(self, outcome: str, feature: str) -> Tally:
        """The people and passages of one cell."""
        pair = self._pairs[outcome, feature]
        return Tally.of(len(set(pair.people)), *pair.totals()[:4])

    def links(self, outcome: str, feature: str) -> tuple[int, int]:
        """How many codings say that the feature helped, and that it hindered."""
        helped, hindered = self._pairs[outcome, feature].totals()[4:]
        return helped, hindered

    def people_linking(self, outcome: str, feature: str) -> tuple[int, int]:
        """How many people say that the feature helped, and that it hindered."""
        pair = self._pairs[outcome, feature]
        return pair.linking(-2), pair.linking(-1)

    def speaking(self, feature: str) -> FeatureDenominator:
        """The people who speak of a feature at all."""
        return self._scope.speaking(self._speaking[feature])
