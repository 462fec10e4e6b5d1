"""Putting lines that were broken at a fixed width back into the paragraphs they were.

A line goes on in the next one if that one's first word would not have fitted into it. What begins like a speaker's
label begins a paragraph of its own.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from qualcoder_lite.importers.speakers.labels import Form, label_at
from qualcoder_lite.importers.speakers.shapes import is_name, is_telling
from qualcoder_lite.importers.speakers.stamps import stamp_alone

if TYPE_CHECKING:
    from collections.abc import Sequence

_NARROWEST, _WIDEST = 40, 120  # characters of a line, where text is broken at a fixed width
_FEWEST_PAIRS = 3
_FULL_SHARE = 0.85  # of the lines that go on in lower case are full, where lines are broken at a fixed width
_LOWER_SHARE = 0.25  # of the lines that go on below go on in lower case
_WIDE_GAP = 1.3  # of the usual distance of lines: a wider one parts paragraphs
_WORD = re.compile(r"[^\W\d_]+")
_OPENER = re.compile(r">>|[-–—•*]\s|\d{1,3}[.)]\s|[\[(]?\d{1,2}:\d\d(?::\d\d)?[\])]|<v[ .]|#")
_SHAPED = frozenset({Form.COLON, Form.TAB, Form.STAMP, Form.BRACKETS})


class Printed(NamedTuple):
    """A line with its place: edges, distance from the top and height in one unit, and the page it is on."""

    words: str
    left: float
    right: float
    top: float
    height: float
    page: int = 0


def joined(lines: Sequence[Printed]) -> list[str]:
    """The paragraphs that the lines of a page's column make."""
    if not lines:
        return []
    known = frozenset(word.lower() for line in lines for word in _WORD.findall(line.words))
    paragraphs = _block(lines, _right_margin(lines), _usual_distance(lines), known)
    return [words.replace("\xad", "") for words in paragraphs]


def unwrapped(text: str) -> str | None:
    """A text whose lines were broken at a fixed width, with its paragraphs whole; None if it has no such lines."""
    lines = text.expandtabs(8).split("\n")
    width = _width(lines)
    if width is None:
        return None
    printed = [
        Printed(words, len(line) - len(line.lstrip()), len(line.rstrip()), top, 1.0)
        for top, (line, words) in enumerate(zip(lines, (raw.strip() for raw in text.split("\n")), strict=True))
    ]
    blocks: list[list[Printed]] = [[]]
    for line in printed:
        if line.words:
            blocks[-1].append(line)
        elif blocks[-1]:
            blocks.append([])
    return "\n\n".join("\n".join(_block(block, width)) for block in blocks if block) + "\n"


def _block(
    lines: Sequence[Printed], margin: float, usual: float = 1.0, known: frozenset[str] = frozenset()
) -> list[str]:
    """The paragraphs of lines that no blank line parts; `known` are words that a divided one may be."""
    paragraphs = [lines[0].words]
    first = lines[0]
    for line, following in pairwise(lines):
        if _goes_on(line, following, first, margin=margin, usual=usual):
            paragraphs[-1] = _together(paragraphs[-1], following.words, known)
        else:
            paragraphs.append(following.words)
            first = following
    return paragraphs


def _width(lines: Sequence[str]) -> int | None:
    """The width at which lines were broken, in characters; None if they weren't."""
    widths = sorted(len(line.rstrip()) for line in lines if line.strip())
    if not widths:
        return None
    widest = widths[-1]
    if not _NARROWEST <= widest <= _WIDEST:
        return None
    pairs = [(line, below) for line, below in pairwise(lines) if line.strip() and below.strip()]
    lower = [(line, below) for line, below in pairs if below.lstrip()[0].islower()]
    full = sum(len(line.rstrip()) + 1 + len(below.split(None, 1)[0]) > widest - 2 for line, below in lower)
    if len(lower) < max(_FEWEST_PAIRS, len(pairs) * _LOWER_SHARE) or full < len(lower) * _FULL_SHARE:
        return None
    return widest


def _right_margin(lines: Sequence[Printed]) -> float:
    """The right edge of the column: that of the widest lines, single ones that stick out aside."""
    edges = sorted(line.right for line in lines)
    return edges[min(len(edges) - 1, len(edges) * 98 // 100)]


def _usual_distance(lines: Sequence[Printed]) -> float:
    """The distance of lines within a paragraph; in a talk of short answers most stand further apart."""
    distances = sorted(
        below.top - line.top
        for line, below in pairwise(lines)
        if line.page == below.page and 0 < below.top - line.top < 4 * line.height
    )
    return distances[len(distances) // 6] if distances else 1.0


def _goes_on(line: Printed, following: Printed, first: Printed, *, margin: float, usual: float) -> bool:
    """Whether a paragraph that begins with `first` and has come to `line` goes on in the following one."""
    if line.words.endswith("\xad"):
        return True
    same_page = following.page == line.page
    distance = following.top - line.top
    if same_page and not 0 <= distance <= usual * _WIDE_GAP:
        return False
    letter = _letter(line)
    indent = following.left - first.left
    if indent <= letter and (_opens(following.words) or indent < -letter):
        return False
    if line is not first and abs(following.left - line.left) > letter and same_page:
        return False  # what goes on keeps the indent of the lines before it
    word = following.words.split(None, 1)[0]
    return line.right + letter * (len(word) + 1) > margin - letter


def _letter(line: Printed) -> float:
    """The usual width of a letter in a line."""
    return max((line.right - line.left) / max(len(line.words), 1), 0.1)


def _opens(words: str) -> bool:
    """Whether words begin as a turn, a list's item or a heading does."""
    if _OPENER.match(words) or stamp_alone(words[:20]) is not None:
        return True
    label = label_at(words, 0, len(words))
    return label is not None and label.form in _SHAPED and (is_name(label.words) or is_telling(label.words))


def _together(before: str, after: str, known: frozenset[str]) -> str:
    """Two lines as one. A hyphen between them goes only if the text has the word without it elsewhere."""
    if before.endswith("\xad"):
        return before[:-1] + after
    if not before.endswith("-") or not before[-2:-1].isalnum():
        return f"{before} {after}"
    start, end = _WORD.findall(before[:-1]), _WORD.match(after)
    if start and end and (start[-1] + end.group()).lower() in known:
        return before[:-1] + after
    return before + after
