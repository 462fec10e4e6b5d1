"""What becomes of the codings of one passage when its edges are moved or its code is changed."""

from __future__ import annotations

from dataclasses import replace
from operator import attrgetter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from qualcoder_lite.domain.coding import Coding
    from qualcoder_lite.domain.transcript import Span


def moved(codings: Iterable[Coding], old: Span, new: Span, code: str) -> tuple[list[Coding], list[str]]:
    """The codings as they are after a passage goes from `old` to `new`, and the ids of those that are no more.

    What began or ended with the passage goes along with its edge; what lay within it is cut off where it would reach
    out. A coding that nothing is left of goes, and so does one that says the same as another of its coder.
    """
    kept: dict[tuple[str, int, int], Coding] = {}
    gone: list[str] = []
    for coding in sorted(codings, key=attrgetter("start", "end", "id")):
        start = new.start if coding.start == old.start else max(coding.start, new.start)
        end = new.end if coding.end == old.end else min(coding.end, new.end)
        place = (coding.coder, start, end)
        if start >= end or place in kept:
            gone.append(coding.id)
        else:
            kept[place] = replace(coding, code=code, start=start, end=end)
    return list(kept.values()), gone
