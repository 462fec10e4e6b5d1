"""What people tell of an outcome: how many, in how many passages, and whether it came about for them."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from qualcoder_lite.domain.coding import Direction, Polarity
from qualcoder_lite.domain.cross_reference import Tally
from qualcoder_lite.domain.cross_reference.hearing import Counted
from qualcoder_lite.domain.passage import united_polarity

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from qualcoder_lite.domain.cross_reference import Heard
    from qualcoder_lite.domain.passage import FullRow, Passage


@dataclass(frozen=True, slots=True)
class Told:
    """What is told of one outcome: the tally of the cross-reference, and the people divided as their passages are.

    `stands` counts people by what all their passages say together, so that somebody who talks much weighs no more than
    somebody who says it once; it adds up to the people of the tally.
    """

    tally: Tally = field(default_factory=Tally)
    stands: Mapping[Polarity, int] = field(default_factory=dict[Polarity, int])


class Leaning(StrEnum):
    """Which way the people of a site or client group lean about an outcome."""

    DELIVERED = "delivered"
    NOT_DELIVERED = "not_delivered"
    DIVIDED = "divided"
    NOT_STATED = "not_stated"
    SILENT = "silent"


class Likeness(StrEnum):
    """How an outcome compares between sites or client groups."""

    SHARED = "shared"
    DIFFERS = "differs"
    SOME_SILENT = "some_silent"
    SILENT = "silent"


@dataclass(frozen=True, slots=True)
class Said:
    """Who says that a feature helped or hindered (ids of people), and which outcomes (ids of codes)."""

    people: frozenset[str] = frozenset()
    outcomes: frozenset[str] = frozenset()


def told(passages: Iterable[Passage], person_of: Callable[[Passage], str]) -> dict[str, Told]:
    """What is told of each outcome (by the code's id); outcomes that nobody speaks of are not in it."""
    by_code: defaultdict[str, list[Passage]] = defaultdict(list)
    for passage in passages:
        by_code[passage.code].append(passage)
    return {code: _told(of_code, person_of) for code, of_code in by_code.items()}


def _told(passages: Sequence[Passage], person_of: Callable[[Passage], str]) -> Told:
    by_person: defaultdict[str, list[Polarity]] = defaultdict(list)
    for passage in passages:
        by_person[person_of(passage)].append(passage.polarity)
    stands = Counter(Polarity(united_polarity(said)) for said in by_person.values())
    divided = Counter(passage.polarity for passage in passages)
    return Told(Tally.of(len(by_person), *(divided[each] for each in Polarity)), stands)


def told_in(heard: Iterable[tuple[str, Heard]]) -> dict[str, Told]:
    """The same from what transcripts say of outcomes, each given with its person: for counting over very many."""
    by_code: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for person, (codes, _, outcomes, _, counts) in heard:
        for outcome, much in zip(outcomes, counts, strict=True):
            by_code[codes[outcome]][person] += much
    return {code: _told_by(of_people) for code, of_people in by_code.items()}


def _told_by(of_people: Mapping[str, int]) -> Told:
    stands: Counter[Polarity] = Counter()
    for much in of_people.values():
        divided = zip(Polarity, Counted.apart(much), strict=False)  # what follows are links
        stands[Polarity(united_polarity([polarity for polarity, passages in divided if passages]))] += 1
    return Told(Tally.of(len(of_people), *Counted.apart(sum(of_people.values()))[: len(Polarity)]), stands)


def leaning(of: Told) -> Leaning:
    """Which way people lean: more of them say it was delivered, or more that it was not; people count, not passages."""
    if not of.tally.people:
        return Leaning.SILENT
    delivered, not_delivered = of.stands.get(Polarity.DELIVERED, 0), of.stands.get(Polarity.NOT_DELIVERED, 0)
    if delivered == not_delivered:
        return Leaning.DIVIDED if delivered or of.stands.get(Polarity.MIXED, 0) else Leaning.NOT_STATED
    return Leaning.DELIVERED if delivered > not_delivered else Leaning.NOT_DELIVERED


def likeness(leanings: Iterable[Leaning]) -> Likeness:
    """How sites or client groups compare: a difference in leaning comes before a silence."""
    found = set(leanings)
    if found <= {Leaning.SILENT}:
        return Likeness.SILENT
    if len(found - {Leaning.SILENT, Leaning.NOT_STATED}) > 1:
        return Likeness.DIFFERS
    return Likeness.SOME_SILENT if Leaning.SILENT in found else Likeness.SHARED


def said_of_features(
    rows: Iterable[FullRow], links: Iterable[tuple[str, str, str]], person_of: Callable[[str], str]
) -> dict[tuple[str, Direction], Said]:
    """Who says which features helped or hindered, and which outcomes, by (the feature's id, direction).

    Args:
        rows: The codings in scope of the outcomes.
        links: Coding, feature, direction; those of other codings are passed over.
        person_of: Who a transcript (an id) counts for.
    """
    codings = {row[5]: (person_of(row[0]), row[1]) for row in rows}
    found: defaultdict[tuple[str, Direction], set[tuple[str, str]]] = defaultdict(set)
    for coding, feature, direction in links:
        if coding in codings:
            found[feature, Direction(direction)].add(codings[coding])
    return {
        key: Said(frozenset(person for person, _ in pairs), frozenset(outcome for _, outcome in pairs))
        for key, pairs in found.items()
    }
