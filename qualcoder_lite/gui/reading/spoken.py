"""What a screen reader is told when the focus moves: who speaks, where, what is coded there, and the words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qualcoder_lite.gui.reading.document_map import clock
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from qualcoder_lite.domain.transcript import Speaker
    from qualcoder_lite.gui.reading.document_map import Unit
    from qualcoder_lite.gui.reading.painted_coding import PaintedCoding

#: Words that are read out at once, in code points; the rest of a longer passage can be read with the caret (F7).
_MOST_WORDS = 1200
#: Codes that are named at once.
_MOST_CODES = 12


def place(units: Sequence[Unit], speakers: Sequence[Speaker]) -> str:
    """Where the focus is: "Elsie, turn 4", or "Turns 4 to 6"."""
    numbered = [unit for unit in units if unit.number]
    if not numbered:
        return tr("Paragraph", "{n} paragraphs", n=len(units))
    if len(numbered) > 1:
        return tr("Turns {first} to {last}", first=numbered[0].number, last=numbered[-1].number)
    unit = numbered[0]
    speaker = unit.speaker
    who = f"{speakers[speaker].label}, " if speaker is not None and 0 <= speaker < len(speakers) else ""
    when = "" if unit.timestamp is None else tr(", at {clock}", clock=clock(unit.timestamp))
    return tr("{who}turn {number}{when}", who=who, number=unit.number, when=when)


def codes(codings: Iterable[PaintedCoding]) -> str:
    """What is coded there, in reading order, each code once: "2 codes: Feeling safe, delivered; Co-location"."""
    first: dict[tuple[str, str], int] = {}
    said: dict[tuple[str, str], PaintedCoding] = {}
    for coding in codings:
        what = (coding.name, coding.sign)
        if coding.start < first.get(what, coding.start + 1):
            first[what], said[what] = coding.start, coding
    if not first:
        return tr("No codes")
    named = [said[what].spoken() for what in sorted(first, key=lambda what: (first[what], what))]
    more = tr("; and {more} more", more=len(named) - _MOST_CODES) if len(named) > _MOST_CODES else ""
    return tr(
        "{n} code: {named}{more}",
        "{n} codes: {named}{more}",
        n=len(named),
        named="; ".join(named[:_MOST_CODES]),
        more=more,
    )


def announcement(where: str, words: str, coded: str) -> str:
    """All of it as one announcement, the words in the middle."""
    said = " ".join(words.split())
    if len(said) > _MOST_WORDS:
        said = f"{said[:_MOST_WORDS]} …"
    return f"{where}. {said} {coded}." if said else f"{where}. {coded}."
