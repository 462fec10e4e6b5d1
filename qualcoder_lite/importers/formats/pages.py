"""What belongs to a document's pages and not to what was said: running heads, page numbers, numbers of lines."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from itertools import pairwise, takewhile
from typing import TYPE_CHECKING, NamedTuple

from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_EDGE = 3  # lines at the head and at the foot of a page that may be furniture
_NEAR = 6.0  # points by which the places of the same line on two pages may differ
_SHARE = 0.6  # of the pages that a running line stands on
_APART = 1.2  # times the wide distances between lines: a running line stands further from what is said than that
_WIDE = 0.9  # of the distances between lines are no wider than a wide one, the room between paragraphs
_MANY, _MOST = 4, 0.8  # pages, and their share, on which nobody says the same at the same place
_LONG = 200  # characters; no running line is longer
_USUAL = 2.5  # heights of a line: the room between paragraphs where a document is too short to tell
_EXAMPLES, _LONGEST = 2, 60  # running lines that are named, and how much of them
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
    return [line for page in kept for line in page], _told(filled, running, numbered=numbered)


def _told(pages: Sequence[Sequence[Line]], running: set[Line], *, numbered: bool) -> str:
    """A sentence that names what was taken off; empty where nothing was."""
    words = dict.fromkeys(line.words for page in pages for line in page if line in running)
    heads = [each for each in words if not _PAGE_NUMBER.fullmatch(each)]
    alike = {_DIGITS.sub("#", each): each for each in reversed(heads)}
    said = [f"“{each[:_LONGEST]}”" for each in reversed(alike.values())][:_EXAMPLES]
    if len(alike) > _EXAMPLES:
        said.append(tr("other heads and feet that repeat on the pages"))
    if len(words) > len(heads):
        said.append(tr("page numbers"))
    if numbered:
        said.append(tr("the numbers of the lines"))
    if not said:
        return ""
    *first, last = said
    if not first:
        return tr("Taken off: {what}.", what=last)
    return tr("Taken off at the edges of pages: {some} and {last}.", some=", ".join(first), last=last)


def _running(pages: Sequence[Sequence[Line]]) -> set[Line]:
    """The lines that belong to the pages: they come again at one place of most pages, and stand apart from the rest.

    What people say may come again at the edges of pages too (“Yes.”), but in line with what is said beside it.
    """
    repeated = _repeated(pages)
    wide = _wide_distance(pages)
    often = {
        key
        for key, lines in repeated.items()
        if len(lines) >= max(_MANY, len(pages) * _MOST) and (_are_alike(lines) or _count_pages(lines))
    }
    sure = {line for key in often for line in repeated[key]}
    candidates = {line for lines in repeated.values() for line in lines}
    return {line for page in pages for line in _edges(page, candidates, sure, _APART * wide)}


def _are_alike(lines: Sequence[Line]) -> bool:
    """Whether most of some lines have the very same words, the numbers in them included."""
    return Counter(line.words for line in lines).most_common(1)[0][1] >= len(lines) * _MOST


def _count_pages(lines: Sequence[Line]) -> bool:
    """Whether a number in some lines goes up with the pages."""
    ahead = Counter(
        (n, int(number) - line.page)
        for line in lines
        if len(line.words) < _LONG
        for n, number in enumerate(_DIGITS.findall(line.words))
    )
    return bool(ahead) and ahead.most_common(1)[0][1] >= len(lines) * _MOST


def _edges(page: Sequence[Line], candidates: set[Line], sure: set[Line], apart: float) -> Iterator[Line]:
    """The candidates from either edge of a page inwards, as far as they stand apart, or come again too often for that.

    Page numbers need no room around them.
    """
    by_height = sorted(page, key=lambda line: line.top)
    for lines in (by_height, by_height[::-1]):
        outer = list(takewhile(candidates.__contains__, lines[:_EDGE]))
        gaps = [abs(inner.top - line.top) for line, inner in pairwise(lines[: len(outer) + 1])]
        running = max((n for n, gap in enumerate(gaps, 1) if gap > apart), default=0)
        yield from outer[:running]
        yield from (line for line in outer[running:] if line in sure or _PAGE_NUMBER.fullmatch(line.words))


def _wide_distance(pages: Sequence[Sequence[Line]]) -> float:
    """The room that paragraphs have between them, from line to line; a guess where there are no lines to tell by."""
    tops = [sorted({line.top for line in page}) for page in pages]
    inside = [page[1:-1] for page in tops]  # the outermost may be furniture
    distances = sorted(later - earlier for page in inside for earlier, later in pairwise(page))
    if distances:
        return distances[int((len(distances) - 1) * _WIDE)]
    return _USUAL * max((line.height for page in pages for line in page), default=0.0)


def _repeated(pages: Sequence[Sequence[Line]]) -> dict[tuple[str, bool], list[Line]]:
    """Lines at an edge that come again at one place of most pages, the numbers in them aside: by words and edge."""
    if len(pages) < 2:
        return {}
    seen: defaultdict[tuple[str, bool], list[Line]] = defaultdict(list)
    for page in pages:
        by_height = sorted(page, key=lambda line: line.top)
        edges = [(line, True) for line in by_height[:_EDGE]] + [(line, False) for line in by_height[-_EDGE:]]
        for line, upper in edges:
            key = "#" if _PAGE_NUMBER.fullmatch(line.words) else _DIGITS.sub("#", line.words)
            seen[key, upper].append(line)
    found = {key: _at_one_place(lines) for key, lines in seen.items()}
    fewest = max(2, len(pages) * _SHARE)
    return {key: lines for key, lines in found.items() if len({line.page for line in lines}) >= fewest}


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
