"""Where sentences and words begin and end in talk that somebody typed up. Positions are code points, end exclusive."""

from __future__ import annotations

import re

from qualcoder_lite.domain.transcript import Span

# A full stop, question or exclamation mark (Latin, Arabic, Devanagari, or CJK, which leaves no blank after it) with
# any closing quotes, or the end of a line.
_END = re.compile(r"(?:[.!?…؟۔।]+[\"'”’»)\]]*(?=\s)|[。！？]+[」』”’）]*|\n)")
_ABBREVIATION = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Dr|Prof|Rev|Sr|Jr|St|vs|No|e\.g|i\.e|[A-Z])\.$")
_WORD = re.compile(r"\S+")
_LETTERS = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_LONGEST = 40  # code points of the longest word that is looked for; writing without blanks has none as long


def sentences(text: str, start: int, end: int) -> list[Span]:
    """The sentences within a stretch, without the blanks around them. A title such as "Dr." ends none."""
    found: list[Span] = []
    left = start
    for match in _END.finditer(text, start, end):
        if text[match.start()] == "." and _ABBREVIATION.search(text, max(left, match.end() - 6), match.end()):
            continue
        _add(found, text, left, match.end())
        left = match.end()
    _add(found, text, left, end)
    return found


def words(text: str, start: int, end: int) -> list[Span]:
    """The words within a stretch, punctuation that clings to them included."""
    return [Span(*match.span()) for match in _WORD.finditer(text, start, end)]


def whole_words(text: str, start: int, end: int) -> Span:
    """A stretch that a hand marked, widened where it begins or ends within a word; punctuation stays outside."""
    first, last = _word_around(text, start), _word_around(text, end)
    return Span(first.start if first else start, last.end if last else end)


def _word_around(text: str, at: int) -> Span | None:
    """The word that goes on across a place, if one does."""
    left, right = max(0, at - _LONGEST), min(len(text), at + _LONGEST)
    for match in _LETTERS.finditer(text, left, right):
        if match.start() < at < match.end():
            is_cut = match.start() == left > 0 or match.end() == right < len(text)
            return None if is_cut else Span(*match.span())
    return None


def trimmed(text: str, start: int, end: int) -> Span:
    """A stretch without the blanks at its edges; an empty one where nothing else is in it."""
    end = min(end, len(text))
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def start_of(span: Span) -> int:
    """Where a stretch starts: to sort and search by."""
    return span.start


def end_of(span: Span) -> int:
    """Where a stretch ends: to sort and search by."""
    return span.end


def _add(found: list[Span], text: str, start: int, end: int) -> None:
    span = trimmed(text, start, end)
    if span.start < span.end:
        found.append(span)
