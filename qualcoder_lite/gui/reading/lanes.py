"""Which lane of the margin a coding's stripe stands in: at most ten, and a stripe never jumps while one reads on.

Rows are the lines in view, counted from 0. Passages that run out of view are taken as far as it reaches: two that
share no row in view can't share one outside it, so a lane stays right however far one scrolls.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

#: Stripes side by side before the rest share one lane that shows how many they are.
MOST_LANES = 10


class Stretch(NamedTuple):
    """The rows that a coding stands beside, first and last included."""

    id: str
    first: int
    last: int


class DensityStep(NamedTuple):
    """A run of rows, both included, and the ids of those that cover all of it."""

    first: int
    last: int
    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Lanes:
    """The lane of each stripe, and those that found no room (they share the density lane)."""

    of: Mapping[str, int] = field(default_factory=dict[str, int])
    crowded: tuple[Stretch, ...] = ()

    @property
    def used(self) -> int:
        """How many lanes stand side by side, the density lane left out."""
        return max(self.of.values(), default=-1) + 1


def assign(stretches: Sequence[Stretch], before: Mapping[str, int], most: int = MOST_LANES) -> Lanes:
    """Lanes for the stretches in view; one that had a lane `before` keeps it unless another now stands in its way."""
    taken = [0] * most  # a bit for each row
    lanes: dict[str, int] = {}
    newcomers: list[tuple[Stretch, int]] = []
    for stretch in stretches:
        rows, lane = _bits(stretch), before.get(stretch.id, most)
        if lane < most and not taken[lane] & rows:
            taken[lane] |= rows
            lanes[stretch.id] = lane
        else:
            newcomers.append((stretch, rows))
    crowded: list[Stretch] = []
    for stretch, rows in newcomers:
        lane = next((number for number, bits in enumerate(taken) if not bits & rows), None)
        if lane is None:
            crowded.append(stretch)
        else:
            taken[lane] |= rows
            lanes[stretch.id] = lane
    return Lanes(lanes, tuple(crowded))


def density(stretches: Sequence[Stretch]) -> list[DensityStep]:
    """The rows that stretches cover, cut wherever it is others that cover them."""
    edges = sorted({s.first for s in stretches} | {s.last + 1 for s in stretches})
    steps: list[DensityStep] = []
    for first, after in pairwise(edges):
        ids = tuple(s.id for s in stretches if s.first <= first and s.last >= after - 1)
        if ids:
            steps.append(DensityStep(first, after - 1, ids))
    return steps


def pushed_down(wanted: Sequence[float], latest: Sequence[float], height: float, bottom: float) -> list[float | None]:
    """Tops for labels of one height in one column, each at or below where it is wanted, none on another.

    Args:
        wanted: where each label would stand, from the top down.
        latest: how far down each would still be understood.
        height: of a label with the room around it.
        bottom: the end of the column.

    Returns:
        One top a label; None for those that found no room.
    """
    tops: list[float | None] = []
    free = 0.0
    for want, last in zip(wanted, latest, strict=True):
        top = max(want, free)
        fits = top <= last and top + height <= bottom
        tops.append(top if fits else None)
        free = top + height if fits else free
    return tops


def _bits(stretch: Stretch) -> int:
    return (1 << stretch.last + 1) - (1 << stretch.first)
