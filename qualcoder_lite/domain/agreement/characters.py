"""Units of one character each: where on the line of all transcripts each stands, and how many come before a position.

There are some 30 million of them in a large project, so the line is one array of how many of the characters before each
position count. A stretch's units are then read from it at two places, without anything being looked for.
"""

from __future__ import annotations

import sys
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    import numpy as np
    import numpy.typing as npt

    Ints = npt.NDArray[np.int64]

_NARROW = 256  # code points that fit into a byte


class Characters:
    """The characters of all transcripts that are spoken and no blanks, on one line.

    Attributes:
        sizes: How many each transcript has.
    """

    def __init__(self, lengths: Sequence[int], spoken: Iterable[tuple[str, Sequence[tuple[int, int]]]]) -> None:
        """Lay out transcripts of these lengths, given as their text and the stretches of it that count."""
        import numpy as np

        self._before = np.zeros(sum(lengths) + 1, np.int64 if sum(lengths) > np.iinfo(np.int32).max else np.int32)
        self.sizes = np.zeros(len(lengths), np.int64)
        base = before = 0
        for number, (length, (text, stretches)) in enumerate(zip(lengths, spoken, strict=True)):
            here = self._before[base + 1 : base + length + 1]
            np.cumsum(_counted(text, length, stretches), out=here)
            self.sizes[number] = here[-1] if length else 0
            here += before
            base, before = base + length, before + int(self.sizes[number])

    def between(self, left: Ints, right: Ints) -> tuple[Ints, Ints]:
        """The units between two positions of all characters, end exclusive; as many as there are, or none."""
        import numpy as np

        return self._before[left].astype(np.int64), self._before[right].astype(np.int64)

    def span(self, low: int, high: int) -> tuple[int, int]:
        """Where units (`low` to before `high`) stand among all characters."""
        import numpy as np

        # Numbers of another size would have the whole line copied.
        first, last = np.searchsorted(self._before, np.array((low, high - 1), self._before.dtype), side="right") - 1
        return int(first), int(last) + 1


def _counted(text: str, length: int, stretches: Sequence[tuple[int, int]]) -> npt.NDArray[np.bool_]:
    """Which characters of a text stand within some of its stretches and are no blanks; none of a text that is gone."""
    import numpy as np

    if not text.isascii():
        for blank in _wide_blanks():
            text = text.replace(blank, " ")
    # Translating bytes is ten times as quick as looking code points up; whatever doesn't fit into one becomes "?".
    found = np.frombuffer(text.encode("latin-1", "replace").translate(_no_blanks()), bool)[:length]
    counted = np.zeros(length, bool)
    for start, end in stretches if found.size else ():
        counted[start:end] = found[start:end]
    return counted


@cache
def _no_blanks() -> bytes:
    """For each code point that fits into a byte, 0 where it is a blank and 1 where not."""
    return bytes(not chr(point).isspace() for point in range(_NARROW))


@cache
def _wide_blanks() -> list[str]:
    """The blanks that don't fit into a byte."""
    return [chr(point) for point in range(_NARROW, sys.maxunicode + 1) if chr(point).isspace()]
