"""What belongs to a document's pages and not to what was said: running heads, page numbers, numbers of lines."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_EDGE = 3  # lines at the head and at the foot of a page that may be furniture
_NEAR = 6.0  # points by which the places of the same line on two pages may differ
_SHARE = 0.6  # of the pages that a running line stands on
_PAGE_NUMBER = re.compile(
    r"[-–—\[(| ]*(?:page|p\.|seite|pg\.?)?\s*\d{1,4}(?:\s*(?:of|/|von|\|)\s*\d{1,4})?[-–—\])| .]*", re.IGNORECASE
)
_DIGITS = re.compile(r"\d+")
_LEADING = re.compile(r"(\d{1,5})(?:[ \t]+|\Z)")
_NUMBERED_SHARE = 0.7  # of the numbers on a page that count up, where lines are numbered
_FEWEST_NUMBERS = 5


class Line(NamedTuple):
    """One line of a page; places are in points, `top` downwards from the page's upper edge."""

    words: str
    left: float
    right: float
    top: float
    height: float
    page: int


def without_furniture(pages: Sequence[Sequence[Line]]) -> tuple[list[Line], str]:
    """The lines that were said, and a sentence about what was taken off (else empty)."""
    filled = [page for page in pages if page]
    running = _running(filled)
    kept = [[line for line in page if line not in running] for page in filled]
    numbered, kept = _without_line_numbers(kept)
    said: list[str] = []
    if running:
        said.append("heads, feet and page numbers that repeat on the pages")
    if numbered:
        said.append("the numbers of the lines")
    sentence = f"Taken off: {' and '.join(said)}." if said else ""
    return [line for page in kept for line in page], sentence


def _running(pages: Sequence[Sequence[Line]]) -> set[Line]:
    """The lines at the pages' edges that come again on most pages, the numbers in them aside, or number the page."""
    if len(pages) < 2:
        return set()
    seen: defaultdict[tuple[str, bool], list[Line]] = defaultdict(list)
    for page in pages:
        by_height = sorted(page, key=lambda line: line.top)
        edges = [(line, True) for line in by_height[:_EDGE]] + [(line, False) for line in by_height[-_EDGE:]]
        for line, upper in edges:
            key = "#" if _PAGE_NUMBER.fullmatch(line.words) else _DIGITS.sub("#", line.words)
            seen[key, upper].append(line)
    found: set[Line] = set()
    for lines in seen.values():
        same = _at_one_place(lines)
        if len({line.page for line in same}) >= max(2, len(pages) * _SHARE):
            found.update(same)
    return found


def _at_one_place(lines: Sequence[Line]) -> list[Line]:
    """Those of some lines that stand at the height where most of them do."""
    best: list[Line] = []
    for line in lines[:50]:
        same = [other for other in lines if abs(other.top - line.top) <= _NEAR]
        if len(same) > len(best):
            best = same
    return best


def _without_line_numbers(pages: Sequence[Sequence[Line]]) -> tuple[bool, list[list[Line]]]:
    """The pages without numbers in the margin, and whether there were any."""
    if not _are_numbered(pages):
        return False, [list(page) for page in pages]
    edge = min((line.left for page in pages for line in page if _LEADING.match(line.words)), default=0.0)
    return True, [[bare for line in page if (bare := _bare(line, edge)).words] for page in pages]


def _bare(line: Line, edge: float) -> Line:
    """A line without the number in its margin."""
    match = _LEADING.match(line.words)
    if match is None or line.left > edge + 2 * line.height:
        return line
    return line._replace(words=line.words[match.end() :], left=line.left + match.end() * line.height / 2)


def _are_numbered(pages: Sequence[Sequence[Line]]) -> bool:
    """Whether the lines are numbered: numbers stand before them that count up by one step, such as 1 or 5."""
    steps: Counter[int] = Counter()
    for page in pages:
        numbers = [int(match[1]) for line in page if (match := _LEADING.match(line.words))]
        steps.update(later - earlier for earlier, later in pairwise(numbers))
    if steps.total() < _FEWEST_NUMBERS:
        return False
    step, times = steps.most_common(1)[0]
    return step in {1, 2, 5, 10} and times >= steps.total() * _NUMBERED_SHARE and _are_frequent(pages, step)


def _are_frequent(pages: Iterable[Sequence[Line]], step: int) -> bool:
    """Whether as many lines have a number as the step says: of every fifth line, one in five."""
    lines = [line for page in pages for line in page]
    numbered = sum(1 for line in lines if _LEADING.match(line.words))
    return numbered * step >= len(lines) * _NUMBERED_SHARE
