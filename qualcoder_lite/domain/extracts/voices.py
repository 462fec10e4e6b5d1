"""Choosing quotes in balance: no voice of a report drowns out the others."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from qualcoder_lite.domain.coding import Polarity

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Sequence
    from collections.abc import Set as AbstractSet

    from qualcoder_lite.domain.passage import Passage

#: How often one person is quoted on one outcome, at most.
PER_PERSON = 2

# A quote of about one to five lines carries its own context and is still read to the end; in code points.
_SHORT, _LONG = 80, 400


class _Rank(NamedTuple):
    """What speaks for a quote, most important first; the lesser rank is quoted."""

    without_star: int
    own_turn: int
    seen_before: bool
    polarity_shown: int
    quoted_so_far: int
    without_reason: bool
    polarity_unknown: bool
    one_coder_only: bool
    off_length: int
    place: int


class Voices:
    """Chooses quotes, outcome by outcome of one report, and remembers who was heard.

    Attributes:
        quoted: How often each person is quoted so far.
    """

    def __init__(
        self, person_of: Callable[[Passage], str], giving_reasons: AbstractSet[str], starred: Container[Passage] = ()
    ) -> None:
        """Take who a passage is from, the ids of the codings that say what made a difference, and what is starred."""
        self.quoted: Counter[str] = Counter()
        self._person_of = person_of
        self._giving_reasons = giving_reasons
        self._starred = starred
        self._seen: dict[str, list[tuple[int, int]]] = {}

    def choose(self, passages: Sequence[Passage], most: int, per_person: int = PER_PERSON) -> list[Passage]:
        """Up to `most` of an outcome's passages, in the order given, nobody's more often than `per_person`.

        Passages that an analyst starred come before all others. Among either sort everybody is heard once before
        anybody is heard twice. Within that come first: words the report doesn't quote yet, a polarity that isn't shown
        yet, people who are quoted least, and passages that say what made the difference, that several coders chose, and
        that are neither scraps nor speeches.
        """
        chosen: list[int] = []
        turns: Counter[str] = Counter()
        shown: Counter[Polarity] = Counter()
        while len(chosen) < most:
            open_to = [
                n
                for n, passage in enumerate(passages)
                if n not in chosen and turns[self._person_of(passage)] < per_person
            ]
            if not open_to:
                break
            best = min(open_to, key=lambda n: self._rank(passages[n], n, turns, shown))
            chosen.append(best)
            turns[self._person_of(passages[best])] += 1
            shown[passages[best].polarity] += 1
            self._remember(passages[best])
        return [passages[n] for n in sorted(chosen)]

    def _rank(self, passage: Passage, place: int, turns: Counter[str], shown: Counter[Polarity]) -> _Rank:
        length = passage.end - passage.start
        return _Rank(
            without_star=passage not in self._starred,
            own_turn=turns[self._person_of(passage)],
            seen_before=any(
                start < passage.end and passage.start < end for start, end in self._seen.get(passage.transcript, ())
            ),
            polarity_shown=shown[passage.polarity],
            quoted_so_far=self.quoted[self._person_of(passage)],
            without_reason=self._giving_reasons.isdisjoint(passage.codings),
            polarity_unknown=passage.polarity is Polarity.NOT_STATED,
            one_coder_only=len(passage.coders) == 1,
            off_length=max(_SHORT - length, length - _LONG, 0),
            place=place,
        )

    def _remember(self, passage: Passage) -> None:
        self.quoted[self._person_of(passage)] += 1
        self._seen.setdefault(passage.transcript, []).append((passage.start, passage.end))


def at_most_of_each(
    passages: Sequence[Passage],
    per_person: int,
    person_of: Callable[[Passage], str],
    giving_reasons: AbstractSet[str],
    starred: Container[Passage] = (),
) -> list[Passage]:
    """The passages, in the order given, less what is more than `per_person` of one person under one code.

    Which of a person's passages stay follows the same rank as in `Voices.choose`.
    """
    voices = Voices(person_of, giving_reasons, starred)
    together: dict[tuple[str, str], list[Passage]] = {}
    for passage in passages:
        together.setdefault((passage.code, person_of(passage)), []).append(passage)
    chosen = {
        passage for of_person in together.values() for passage in voices.choose(of_person, per_person, per_person)
    }
    return [passage for passage in passages if passage in chosen]
