"""Which codings touch a stretch of text: an index that costs the same wherever in the text one looks."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from qualcoder_lite.gui.reading.painted_coding import PaintedCoding

#: A bucket holds 2,048 code points, about half a screen: most codings then lie in one or two.
_SHIFT = 11


class IntervalIndex:
    """Codings by id and by place. Each is kept in every bucket that it touches."""

    __slots__ = ("_buckets", "_codings")

    def __init__(self, codings: Iterable[PaintedCoding] = ()) -> None:
        """Take the codings in; those that cover nothing are kept by id alone."""
        self._codings: dict[str, PaintedCoding] = {}
        self._buckets: dict[int, set[str]] = {}
        for coding in codings:
            self.add(coding)

    def __len__(self) -> int:
        """How many codings there are."""
        return len(self._codings)

    def __contains__(self, coding_id: object) -> bool:
        """Whether a coding of that id is here."""
        return coding_id in self._codings

    def __iter__(self) -> Iterator[PaintedCoding]:
        """All codings, in no particular order of place."""
        return iter(self._codings.values())

    def get(self, coding_id: str) -> PaintedCoding | None:
        """The coding of that id, if it is here."""
        return self._codings.get(coding_id)

    def add(self, coding: PaintedCoding) -> None:
        """Put a coding in; one of the same id makes way for it."""
        if coding.id in self._codings:
            self.remove(coding.id)
        self._codings[coding.id] = coding
        buckets = self._buckets
        for bucket in _buckets_of(coding.start, coding.end):
            kept = buckets.get(bucket)
            if kept is None:
                buckets[bucket] = {coding.id}
            else:
                kept.add(coding.id)

    def remove(self, coding_id: str) -> PaintedCoding:
        """Take a coding out and return it. Raises KeyError where there is none of that id."""
        coding = self._codings.pop(coding_id)
        for bucket in _buckets_of(coding.start, coding.end):
            self._buckets[bucket].discard(coding_id)
        return coding

    def overlapping(self, start: int, end: int) -> list[PaintedCoding]:
        """The codings that share at least one code point with a stretch, by start, the longest first."""
        return sorted(self.touching(start, end), key=reading_order)

    def shortest_at(self, position: int) -> PaintedCoding | None:
        """The shortest coding of one code point, if there is any."""
        return min(self.touching(position, position + 1), key=lambda coding: (coding.length, coding.id), default=None)

    def touching(self, start: int, end: int) -> Iterator[PaintedCoding]:
        """The same in no order, for when there may be thousands and order doesn't matter."""
        ids: set[str] = set()
        for bucket in _buckets_of(start, end):
            ids |= self._buckets.get(bucket, _NONE)
        codings = self._codings
        return (coding for coding in map(codings.__getitem__, ids) if coding.start < end and coding.end > start)


def reading_order(coding: PaintedCoding) -> tuple[int, int, str]:
    """Sorts codings as they are met in reading, an outer passage before those within it."""
    return coding.start, -coding.end, coding.id


_NONE: frozenset[str] = frozenset()


def _buckets_of(start: int, end: int) -> range:
    return range(start >> _SHIFT, ((end - 1) >> _SHIFT) + 1) if start < end else range(0)
