"""What one transcript says through a lens, counted before anybody knows whose transcript it is or where it was made.

A matrix is put together from what each transcript says. That part depends on the transcript alone, so it can be kept
from one time to the next: of a large project, only what changed is then gone through again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from qualcoder_lite.domain.coding import Polarity

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_POLARITIES = (Polarity.DELIVERED, Polarity.NOT_DELIVERED, Polarity.MIXED, Polarity.NOT_STATED)


#: The passages of one outcome that a transcript has together with one feature, as a row: their ids; the passages that
#: are delivered, not delivered, mixed, not stated; the codings that link the two by helped, by hindered. In the lens
#: `sites` there is no feature, and only the lens `attributions` has links. A large project has a hundred thousand such
#: rows, so they are no objects.
Count: TypeAlias = tuple[str, str, int, int, int, int, int, int]


class Heard(NamedTuple):
    """What one transcript says: its counts, and the features (ids) that it speaks of at all."""

    counts: Sequence[Count] = ()
    spoken: Sequence[str] = ()


#: What each transcript says, by id; one that says nothing may be missing.
Hearing = dict[str, Heard]


def counts(passages: Mapping[tuple[str, str], Sequence[str]]) -> list[Count]:
    """The counts of passages given by outcome and feature, each passage by its polarity."""
    return [(*pair, *by_polarity(polarities), 0, 0) for pair, polarities in passages.items()]


def by_polarity(polarities: Sequence[str]) -> tuple[int, int, int, int]:
    """How many are delivered, not delivered, mixed, not stated."""
    delivered, not_delivered, mixed, not_stated = map(polarities.count, _POLARITIES)
    return delivered, not_delivered, mixed, not_stated
