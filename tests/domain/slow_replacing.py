"""What a stretch of a text says once words were replaced, found character by character: a double for the tests."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from qualcoder_lite.domain.offset_map import Replacement


def slowly(text: str, made: list[Replacement], start: int, end: int) -> str:
    """What a stretch says afterwards, character by character: a replacement it touches is in it whole."""
    said, at = "", start
    while at < end:
        inside = next((one for one in made if one.start <= at < one.end), None)
        said += inside.words if inside else text[at]
        at = inside.end if inside else at + 1
    return said
