"""The user guide as data: its chapters in order, their sections, and the places that speak of something.

The chapters are Markdown, to be read on a code host as well as in the window; sections have the anchors there that the
same headings have on a code host.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from qualcoder_lite.service.program.shipped import guide_folder

#: The chapters in the order in which they are listed, by the name of their file.
CHAPTERS = (
    "index",
    "user-researcher",
    "academic-lead",
    "report-writer",
    "coding",
    "pages",
    "keys",
    "command-line",
    "data-protection",
)
_HEADING = re.compile(r"(#{1,6})\s+(.+?)\s*#*$")
_FENCE = re.compile(r"\s*(```|~~~)")
_MARKS = re.compile(r"!\[[^\]]*\]\([^)]*\)|(?<=\])\([^)]*\)|[*`\[\]|>#]|^\s*\|?[-:| ]+\|?\s*$", re.MULTILINE)
_NO_PART_OF_AN_ANCHOR = re.compile(r"[^\w\- ]")
_AROUND = 70  # characters shown on each side of what was looked for


@dataclass(frozen=True, slots=True)
class Section:
    """A heading of a chapter with what stands under it up to the next one, without the marks of Markdown."""

    chapter: str
    heading: str
    level: int
    text: str

    @property
    def anchor(self) -> str:
        """What a link to it says after the #."""
        return anchor(self.heading)


@dataclass(frozen=True, slots=True)
class Chapter:
    """One file of the guide: its name without ending, its first heading, its Markdown."""

    name: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Found:
    """A section that speaks of what was looked for, and the words around the first such place."""

    section: Section
    around: str


def anchor(heading: str) -> str:
    """The anchor of a heading: small letters, hyphens for blanks, no other signs."""
    return _NO_PART_OF_AN_ANCHOR.sub("", heading.replace("`", "").lower()).strip().replace(" ", "-")


@cache
def chapters() -> tuple[Chapter, ...]:
    """The whole guide in order."""
    return tuple(_read(name) for name in CHAPTERS)


@cache
def sections() -> tuple[Section, ...]:
    """Every section of the guide in order."""
    return tuple(section for chapter in chapters() for section in _sections(chapter))


def find(words: str) -> list[Found]:
    """The sections in which all of the words stand, those that have them in the heading first."""
    wanted = words.casefold().split()
    if not wanted:
        return []
    told = [(section, f"{section.heading}\n{section.text}".casefold()) for section in sections()]
    hits = [section for section, said in told if all(word in said for word in wanted)]
    hits.sort(key=lambda section: not all(word in section.heading.casefold() for word in wanted))
    return [Found(section, _around(section.text, wanted)) for section in hits]


def _read(name: str) -> Chapter:
    text = (guide_folder() / f"{name}.md").read_text(encoding="utf-8")
    return Chapter(name, text.splitlines()[0].lstrip("# "), text)


def _sections(chapter: Chapter) -> list[Section]:
    found: list[tuple[str, int, list[str]]] = []
    fenced = False
    for line in chapter.text.splitlines():
        fenced ^= bool(_FENCE.match(line))
        heading = None if fenced else _HEADING.match(line)
        if heading:
            found.append((heading[2], len(heading[1]), []))
        elif found:
            found[-1][2].append(line)
    return [Section(chapter.name, title, level, _plain(lines)) for title, level, lines in found]


def _plain(lines: list[str]) -> str:
    return " ".join(_MARKS.sub(" ", "\n".join(lines)).split())


def _around(text: str, wanted: list[str]) -> str:
    low = text.casefold()
    places = [low.find(word) for word in wanted if word in low]
    at = min(places, default=0)
    start, end = max(0, at - _AROUND), at + _AROUND
    if start:
        start = text.find(" ", start) + 1
    cut = text[start:end]
    if end < len(text):
        cut = cut.rpartition(" ")[0] + " …"
    return ("… " if start else "") + cut
