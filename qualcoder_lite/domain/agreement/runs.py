"""Cutting the line of units into runs within which every coder said the same, however many units each is long."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Ints = npt.NDArray[np.int64]
    Numbers = npt.NDArray[np.float64]


class Marks(NamedTuple):
    """Stretches of units, end exclusive, each with the number of its coder and of what it says."""

    coder: Ints
    value: Ints
    low: Ints
    high: Ints


class Runs(NamedTuple):
    """Runs in order: units of each, its transcript, and `said[coder, value, run]`: whether a coder said a value."""

    units: Ints
    transcript: Ints
    said: npt.NDArray[np.bool_]


def runs(marks: Marks, offsets: Ints, coders: int, values: int) -> Runs:
    """Cut the line at every edge of a stretch and of a transcript; `offsets` are where transcripts begin and end."""
    import numpy as np

    edges = np.unique(np.concatenate([marks.low, marks.high, offsets]))
    steps = np.zeros((coders, values, edges.size), np.int64)
    filled = marks.high > marks.low
    coder, value, low, high = (column[filled] for column in marks)
    np.add.at(steps, (coder, value, np.searchsorted(edges, low)), 1)
    np.add.at(steps, (coder, value, np.searchsorted(edges, high)), -1)
    return Runs(
        np.diff(edges),
        np.searchsorted(offsets, edges[:-1], side="right") - 1,
        steps.cumsum(-1)[:, :, :-1] > 0,
    )


def coincidences_by_transcript(counts: Numbers, units: Ints, transcript: Ints, transcripts: int) -> Numbers:
    """Coincidences `[transcript, q, q]` of runs that have so many units, from `counts[run, q]` of coders by value.

    Runs that fewer than two coders judged count for nothing.
    """
    import numpy as np

    values = counts.shape[1]
    judged = counts.sum(1)
    several = judged > 1
    counts, weight, where = counts[several], units[several] / (judged[several] - 1), transcript[several]
    found = np.zeros((transcripts, values, values))
    for one in range(values):
        for other in range(values):
            pairs = counts[:, one] * (counts[:, other] - (one == other))
            found[:, one, other] = np.bincount(where, pairs * weight, minlength=transcripts)
    return found
