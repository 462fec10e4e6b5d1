"""The places behind a two by two: which units both coders put a code on, and which only one of them did.

It counts as `measure` does, so that each cell has as many units here as there.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from qualcoder_lite.domain.agreement.tables import judged_cells
from qualcoder_lite.domain.agreement.units import Axis

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from qualcoder_lite.domain.agreement.measure import Pair
    from qualcoder_lite.domain.agreement.study import Judgeable, Judged, Unit

    Stretch = tuple[int, int]


class Cell(StrEnum):
    """A cell that has places."""

    BOTH = "both"
    ONLY_FIRST = "only_first"
    ONLY_SECOND = "only_second"


class CellPlace(NamedTuple):
    """A stretch of a transcript (by id), in code points, that is one unit; of single characters a run of `units`."""

    transcript: str
    start: int
    end: int
    units: int


@dataclass(frozen=True, slots=True)
class Cells:
    """The places of two coders and one code, in the order of the transcripts, and how many units neither coded."""

    places: Mapping[Cell, Sequence[CellPlace]]
    neither: int

    def units(self, cell: Cell) -> int:
        """How many units a cell has."""
        return sum(place.units for place in self.places[cell])


def cells(study: Judged, unit: Unit, code: str, pair: Pair, *, all_turns: bool = False) -> Cells:
    """Find the places of a code and two coders (ids), in the transcripts that both judged for this code."""
    import numpy as np

    of_code = replace(study, codes=[code], coders=list(pair))
    both = [each for each, judged in zip(study.transcripts, judged_cells(of_code)[0].all(-1), strict=True) if judged]
    axis = Axis(both, unit, all_turns=all_turns)
    numbers = {each.id: n for n, each in enumerate(both)}
    coded: list[list[Stretch]] = []
    for coder in pair:
        rows = [row for row in study.codings if row[1] == code and row[6] == coder and row[0] in numbers]
        columns = ([numbers[row[0]] for row in rows], [row[2] for row in rows], [row[3] for row in rows])
        low, high = axis.project(*(np.array(column, np.int64) for column in columns))
        coded.append(_united(zip(low.tolist(), high.tolist(), strict=True)))
    found: dict[Cell, list[CellPlace]] = {cell: [] for cell in Cell}
    for cell, low, high in _swept(*coded):
        found[cell] += _places(axis, both, unit, low, high)
    in_cells = sum(place.units for places in found.values() for place in places)
    return Cells(found, int(axis.offsets[-1]) - in_cells)


def _united(stretches: Iterable[Stretch]) -> list[Stretch]:
    """Stretches that overlap or touch made one; empty ones are left out."""
    united: list[Stretch] = []
    for low, high in sorted(stretch for stretch in stretches if stretch[0] < stretch[1]):
        if united and low <= united[-1][1]:
            united[-1] = (united[-1][0], max(united[-1][1], high))
        else:
            united.append((low, high))
    return united


def _swept(first: Sequence[Stretch], second: Sequence[Stretch]) -> Iterator[tuple[Cell, int, int]]:
    """Every stretch that either coded, by who did."""
    steps = [(place, step, 0) for low, high in first for place, step in ((low, 1), (high, -1))]
    steps += [(place, 0, step) for low, high in second for place, step in ((low, 1), (high, -1))]
    by_first = by_second = before = 0
    for place, one, other in sorted(steps):
        if place > before and (by_first or by_second):
            yield (
                (Cell.BOTH if by_first and by_second else Cell.ONLY_FIRST if by_first else Cell.ONLY_SECOND),
                before,
                place,
            )
        before, by_first, by_second = place, by_first + one, by_second + other


def _places(axis: Axis, transcripts: Sequence[Judgeable], unit: Unit, low: int, high: int) -> Iterator[CellPlace]:
    """A stretch of units as places: each unit by itself, single characters in runs that no transcript's end is in."""
    if unit.value != "character":
        for number in range(low, high):
            transcript, start, end = axis.span(number, number + 1)
            yield CellPlace(transcripts[transcript].id, start, end, 1)
        return
    while low < high:
        transcript = axis.transcript(low)
        stop = min(high, int(axis.offsets[transcript + 1]))
        yield CellPlace(transcripts[transcript].id, *axis.span(low, stop)[1:], stop - low)
        low = stop
