"""Very many passages in little memory: a large project's list of quotes has 200,000."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from itertools import accumulate
from operator import attrgetter, sub
from typing import TYPE_CHECKING, overload

from qualcoder_lite.domain.passage import Passage

if TYPE_CHECKING:
    from collections.abc import Iterator


class Passages(Sequence[Passage]):
    """Passages in order, kept as columns; each is made when it is looked at.

    That takes a fifth of what the passages themselves would. The ids are one long text and the numbers no objects: had
    each a place in memory of its own, among all that finding them took, Python could give back little of that.
    """

    def __init__(self, passages: Sequence[Passage]) -> None:
        """Keep some passages, but not the objects that they are."""
        same: dict[tuple[str, ...], tuple[str, ...]] = {}
        self._transcripts, self._codes, self._polarities = (
            list(map(attrgetter(column), passages)) for column in ("transcript", "code", "polarity")
        )
        self._starts = array("q", map(attrgetter("start"), passages))
        self._ends = array("q", map(attrgetter("end"), passages))
        of_each = [" ".join(passage.codings) for passage in passages]
        self._ids = "".join(of_each)
        self._bounds = array("q", accumulate(map(len, of_each), initial=0))
        self._coders = [same.setdefault(passage.coders, passage.coders) for passage in passages]

    @property
    def lengths(self) -> Sequence[int]:
        """How many characters each has."""
        return array("q", map(sub, self._ends, self._starts))

    def __len__(self) -> int:
        """How many there are."""
        return len(self._starts)

    @overload
    def __getitem__(self, index: int) -> Passage: ...
    @overload
    def __getitem__(self, index: slice) -> list[Passage]: ...
    def __getitem__(self, index: int | slice) -> Passage | list[Passage]:
        """A passage, or several."""
        if isinstance(index, slice):
            return [self[n] for n in range(len(self))[index]]
        n = range(len(self))[index]
        return Passage(
            self._transcripts[n],
            self._codes[n],
            self._starts[n],
            self._ends[n],
            self._polarities[n],
            self._codings(n),
            self._coders[n],
        )

    def __iter__(self) -> Iterator[Passage]:
        """One after the other."""
        return map(
            Passage,
            self._transcripts,
            self._codes,
            self._starts,
            self._ends,
            self._polarities,
            map(self._codings, range(len(self))),
            self._coders,
        )

    def _codings(self, n: int) -> tuple[str, ...]:
        return tuple(self._ids[self._bounds[n] : self._bounds[n + 1]].split(" "))
