"""Where passages begin and end: alphas for cutting a text into passages and naming them.

Two definitions are in use, and give different figures for the same passages. That of 2016 (Krippendorff, Mathet,
Bouvry and Widlöcher, "On the reliability of unitizing textual continua", Quality & Quantity 50) counts what passages
share; that of 2004 (Krippendorff, "Measuring the reliability of qualitative text analysis data", Quality & Quantity 38)
squares how far their edges lie apart. A figure is only worth something with its definition named.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from qualcoder_lite.domain.agreement.quotient import over

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    import numpy.typing as npt

    Ints = npt.NDArray[np.int64]
    Numbers = npt.NDArray[np.float64]


class Definition(StrEnum):
    """Which definition of agreement on passages is meant, by its year."""

    SHARED = "2016"
    EDGES = "2004"


class Passages(NamedTuple):
    """What the alphas of 2016 need, over any number of leading dimensions; the gaps between passages come first.

    `met[..., q + 1, q + 1]` are the coincidences of gaps and of q values, in characters; `squares[..., q + 1]` the sum
    of the squared lengths of each value's passages, of gaps the sum of their lengths; `within[..., q]` the sum, over
    each value's passages and all other coders, of the square of what a coder's passages share with it, divided by how
    many other coders there are.
    All three may be added up over texts.
    """

    met: Numbers
    squares: Numbers
    within: Numbers

    @property
    def flat(self) -> Numbers:
        """All of it in one dimension, `[..., n]`, so that it can be added up over texts at once."""
        import numpy as np

        leading = self.squares.shape[:-1]
        return np.concatenate([self.met.reshape(*leading, -1), self.squares, self.within], -1)

    def from_flat(self, flat: Numbers) -> Passages:
        """The same for as many values as here, from what `flat` holds."""
        values = self.squares.shape[-1]
        cells = values * values
        return Passages(
            flat[..., :cells].reshape(*flat.shape[:-1], values, values),
            flat[..., cells : cells + values],
            flat[..., cells + values :],
        )


def where_and_which(passages: Passages) -> Numbers:
    """u-alpha: whether coders agree on where passages are and on which value each has."""
    import numpy as np

    expected = _expected(passages)
    agreed, by_chance = (np.trace(each, axis1=-2, axis2=-1) for each in (passages.met, expected))
    total = passages.met.sum((-1, -2))
    return 1 - over(total - agreed, total - by_chance)


def where(passages: Passages) -> Numbers:
    """|u-alpha: whether they agree on where there is a passage, whatever its value."""
    expected, met = _expected(passages), passages.met
    differing = met[..., 0, :].sum(-1) - met[..., 0, 0]
    return 1 - over(differing, expected[..., 0, :].sum(-1) - expected[..., 0, 0])


def which(passages: Passages) -> Numbers:
    """cu-alpha: whether they agree on the value where both have a passage; `coverage` says how much text that is."""
    import numpy as np

    met, expected = _valued(passages)
    total = met.sum((-1, -2))
    agreed, by_chance = (np.trace(each, axis1=-2, axis2=-1) for each in (met, expected))
    return 1 - over(total - agreed, total - by_chance)


def which_of_each(passages: Passages) -> Numbers:
    """(k)u-alpha of each value: whether they agree on it where both have a passage, `[..., q]`."""
    import numpy as np

    met, expected = _valued(passages)
    used, by_chance = met.sum(-1), expected.sum(-1)
    same, same_by_chance = (np.diagonal(each, axis1=-2, axis2=-1) for each in (met, expected))
    return 1 - over(by_chance * (used - same), used * (by_chance - same_by_chance))


def coverage(passages: Passages) -> Numbers:
    """The share of all text on which two coders both have a passage."""
    return over(passages.met[..., 1:, 1:].sum((-1, -2)), passages.met.sum((-1, -2)))


def _expected(passages: Passages) -> Numbers:
    """What chance would bring together, gaps and all: single characters of gaps, and passages as wholes."""
    import numpy as np

    met, squares = passages.met, passages.squares
    used = met.sum(-1)
    total = used.sum(-1)
    diagonal = squares[..., None] * np.eye(squares.shape[-1])
    share = over(total, total * total - squares.sum(-1))
    return share[..., None, None] * (used[..., :, None] * used[..., None, :] - diagonal)


def _valued(passages: Passages) -> tuple[Numbers, Numbers]:
    """Coincidences of values alone, and what chance would bring of them."""
    import numpy as np

    met = passages.met[..., 1:, 1:]
    used = met.sum(-1)
    total = used.sum(-1)
    diagonal = passages.within[..., None] * np.eye(met.shape[-1])
    share = over(np.ones_like(total), total - over(passages.within.sum(-1), total))
    return met, share[..., None, None] * (used[..., :, None] * used[..., None, :] - diagonal)


class Edges(NamedTuple):
    """Disagreement by the definition of 2004, seen and by chance; sums over codes give the alpha of all of them."""

    seen: float
    by_chance: float


def edges(passages: Sequence[tuple[Ints, Ints]], offsets: Ints) -> Edges:
    """Seen and expected disagreement on one code; its alpha is 1 less the one divided by the other.

    `passages` has, for each coder, where the passages start and end on one line of text, in order; those of one coder
    don't overlap. `offsets` are where the texts on that line begin and end: no gap reaches beyond a text. Both are NaN
    where there is no text, or nobody has a passage.
    """
    import numpy as np

    coders, length = len(passages), int(offsets[-1])
    lengths = np.concatenate([ends - starts for starts, ends in passages]).astype(float)
    pairs = coders * (coders - 1) * float(length) ** 2
    places = coders * length * (coders * length - 1.0) - (lengths * (lengths - 1)).sum()
    if not lengths.size or pairs <= 0 or places <= 0:
        return Edges(np.nan, np.nan)
    seen = sum(_between(mine, theirs) for n, mine in enumerate(passages) for m, theirs in enumerate(passages) if m != n)
    gaps = np.concatenate([_gaps(*of_coder, offsets) for of_coder in passages])
    among = (lengths.size - 1) / 3 * (2 * lengths**3 - 3 * lengths**2 + lengths)
    chance = (among + lengths**2 * _rooms(lengths, gaps)).sum()
    return Edges(seen / pairs, float(2 / length * chance / places))


def _between(mine: tuple[Ints, Ints], theirs: tuple[Ints, Ints]) -> float:
    """Squared distances of one coder's passages from those of another; twice its own square where there is none."""
    import numpy as np

    (starts, ends), (other_starts, other_ends) = mine, theirs
    first = np.searchsorted(other_ends, starts, side="right")
    last = np.searchsorted(other_starts, ends, side="left")
    touching = np.maximum(last - first, 0)
    which_one = np.repeat(np.arange(starts.size), touching)
    of_them = np.arange(which_one.size) - np.repeat(np.cumsum(touching) - touching, touching) + first[which_one]
    apart = (starts[which_one] - other_starts[of_them]) ** 2.0 + (ends[which_one] - other_ends[of_them]) ** 2.0
    alone = (ends - starts)[touching == 0] ** 2.0
    return float(apart.sum() + 2 * alone.sum())


def _gaps(starts: Ints, ends: Ints, offsets: Ints) -> Numbers:
    """The lengths of the stretches without a passage, text by text."""
    import numpy as np

    begins, stops = np.sort(np.concatenate([ends, offsets[:-1]])), np.sort(np.concatenate([starts, offsets[1:]]))
    lengths = (stops - begins).astype(float)
    return lengths[lengths > 0]


def _rooms(lengths: Numbers, gaps: Numbers) -> Numbers:
    """In how many places a passage of each length would fit into the gaps."""
    import numpy as np

    gaps = np.sort(gaps)
    longer = np.append(np.cumsum(gaps[::-1])[::-1], 0.0)
    first = np.searchsorted(gaps, lengths, side="left")
    return longer[first] - (gaps.size - first) * (lengths - 1)
