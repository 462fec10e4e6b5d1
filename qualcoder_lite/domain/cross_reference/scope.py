"""Who is being counted: the people behind a study's transcripts."""

from __future__ import annotations

from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING

from qualcoder_lite.domain.cross_reference.matrix import Denominators, FeatureDenominator, StateDenominator

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence

    from qualcoder_lite.domain.cross_reference.study import TranscriptInScope
    from qualcoder_lite.domain.passage import CodedRow
    from qualcoder_lite.domain.people import FeatureState

_TRANSCRIPT: Callable[[CodedRow], str] = itemgetter(0)
_CODE: Callable[[CodedRow], str] = itemgetter(1)


class Scope:
    """The people behind the transcripts in scope; a transcript without a participant is a person of its own."""

    def __init__(self, transcripts: Sequence[TranscriptInScope]) -> None:
        """Number the people."""
        self._transcripts = transcripts
        numbers: dict[str, int] = {}
        #: The person of each transcript.
        self.person = {
            one.transcript: numbers.setdefault(one.participant, number) if one.participant else number
            for number, one in enumerate(transcripts)
        }
        self._done = self.people(one.transcript for one in transcripts if one.done)

    def people(self, transcripts: Iterable[str]) -> frozenset[int]:
        """The people of some transcripts, each once."""
        return frozenset(map(self.person.__getitem__, transcripts))

    def coded(
        self, codings: Iterable[CodedRow], outcomes: Container[str], features: Container[str] = ()
    ) -> Iterator[tuple[str, list[CodedRow], list[CodedRow]]]:
        """Per transcript in scope, the codings of the outcomes and those of the features, in their order."""
        for transcript, of_transcript in groupby(codings, key=_TRANSCRIPT):
            if transcript not in self.person:
                continue
            of_outcomes: list[CodedRow] = []
            of_features: list[CodedRow] = []
            for code, rows in groupby(of_transcript, key=_CODE):
                if code in outcomes:
                    of_outcomes.extend(rows)
                elif code in features:
                    of_features.extend(rows)
            yield transcript, of_outcomes, of_features

    def speaking(self, transcripts: Iterable[str]) -> FeatureDenominator:
        """The people of the transcripts that speak of a feature."""
        people = self.people(transcripts)
        return FeatureDenominator(people=len(people), people_done=len(people & self._done))

    def denominators(
        self, features: Iterable[FeatureDenominator | Mapping[FeatureState, StateDenominator]]
    ) -> Denominators:
        """What a matrix's cells are out of, with what each column adds."""
        return Denominators(
            people=len(set(self.person.values())),
            people_done=len(self._done),
            people_without_participant=sum(not one.participant for one in self._transcripts),
            transcripts_without_site=sum(not one.site for one in self._transcripts),
            people_at_several_sites=self._at_several_sites(),
            features=tuple(features),
        )

    def _at_several_sites(self) -> int:
        sites: dict[int, set[str]] = {}
        for one in self._transcripts:
            if one.site:
                sites.setdefault(self.person[one.transcript], set()).add(one.site)
        return sum(len(found) > 1 for found in sites.values())
