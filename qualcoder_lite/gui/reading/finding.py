"""Where words stand in a transcript: as they are typed, in any case, whichever kind of apostrophe or dash was used."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qualcoder_lite.domain.transcript import Span
from qualcoder_lite.service.coding.whole_characters import whole_characters

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qualcoder_lite.gui.reading.document_map import Unit

_ALIKE = ("'’‘ʼ`", '"“”„«»', "-‐‑–—−")
_CLASSES = {sign: f"[{re.escape(signs)}]" for signs in _ALIKE for sign in signs}


def found(text: str, units: Sequence[Unit], words: str) -> list[Span]:
    """The places in what is said (code points, whole characters), in order; labels and time stamps don't count."""
    parts = ["".join(_CLASSES.get(sign, re.escape(sign)) for sign in part) for part in words.split()]
    if not parts:
        return []
    spans: list[Span] = []
    places = re.compile(r"\s+".join(parts), re.IGNORECASE).finditer(text)
    unit = iter(units)
    at = next(unit, None)
    for place in places:
        start, end = place.span()
        while at is not None and at.end <= start:
            at = next(unit, None)
        if at is None:
            break
        if at.start <= start and end <= at.end:
            # Plain letters are whole by themselves; a short word may stand there a hundred thousand times.
            plain = text[max(0, start - 1) : end + 1].isascii()
            spans.append(Span(start, end) if plain else Span(*whole_characters(text, start, end)))
    return spans
