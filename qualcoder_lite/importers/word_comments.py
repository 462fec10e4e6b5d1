"""Comments that somebody wrote in Word, or LibreOffice, on quotes of a document that was exported from a project.

Which quote a comment is on is told by the hidden marks around the quotes' paragraphs (see `domain.quote_mark`).
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from qualcoder_lite.domain.extracts.quote_mark import MarkedPart, check_of, read_mark
from qualcoder_lite.importers.packages import open_package
from qualcoder_lite.importers.word_parts import PROGRAM, WORD_NAMESPACES, main_part, read_word_part, related_part
from qualcoder_lite.importers.xml_parts import parse_part

if TYPE_CHECKING:
    import zipfile
    from collections.abc import Iterator

    from qualcoder_lite.domain.extracts.quote_mark import QuoteMark
    from qualcoder_lite.importers.xml_parts import Element

# A document of 20,000 quotes has about two million tags and attributes.
_MOST_MARKUP = 8_000_000
_LEFT_OUT = frozenset({"del", "moveFrom", "pPr", "rPr", "instrText", "Fallback"})
_WRITTEN = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}


@dataclass(frozen=True, slots=True, kw_only=True)
class WordComment:
    """A comment: who wrote it and when (an ISO time, or empty), and the id of the coding whose quote it is on.

    `coding` is empty where the comment is on no quote.
    """

    author: str
    written_at: str
    text: str
    coding: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewedDocument:
    """What came back: the comments in order of place, the codings that are quoted, and those whose words changed."""

    comments: tuple[WordComment, ...]
    quoted: frozenset[str]
    changed: tuple[str, ...]


def read_comments(data: bytes, name: str) -> ReviewedDocument:
    """The comments of a Word document, with the quotes that they are on.

    Raises:
        UnreadableFileError: It is no Word document, is protected by a password, damaged, or not to be trusted.
    """
    with open_package(data, name, PROGRAM) as package:
        part = main_part(package, name)
        text = parse_part(read_word_part(package, part, name), name, PROGRAM, _MOST_MARKUP)
        comments = _comments(package, related_part(package, part, "comments", name), name)
    reader = _Reader()
    reader.read(text)
    on = reader.quotes_of_comments()
    placed = [replace(comments[id_], coding=coding) for id_, coding in on.items() if id_ in comments]
    lost = [comment for id_, comment in comments.items() if id_ not in on]
    return ReviewedDocument(
        comments=(*placed, *lost),
        quoted=frozenset(place.mark.coding for place in reader.places.values()),
        changed=tuple(dict.fromkeys(place.mark.coding for place in reader.places.values() if place.is_changed)),
    )


def _comments(package: zipfile.ZipFile, part: str, name: str) -> dict[str, WordComment]:
    """The comments by the ids that the text refers to them by; empty ones say nothing."""
    if not part:
        return {}
    found: dict[str, WordComment] = {}
    for element in parse_part(read_word_part(package, part, name), name, PROGRAM):
        text = "\n".join(_words(paragraph) for paragraph in _inside(element, "p")).strip()
        if _kind(element) == "comment" and text:
            author = " ".join(_attribute(element, "author").split())
            found[_attribute(element, "id")] = WordComment(
                author=author, written_at=_moment(_attribute(element, "date")), text=text
            )
    return found


@dataclass(slots=True)
class _Place:
    """A quote at one place of the document: its first and last paragraph, and the words of its own paragraphs."""

    mark: QuoteMark
    first: int
    last: int
    words: dict[int, str] = field(default_factory=dict[int, str])

    @property
    def is_changed(self) -> bool:
        return check_of("".join(self.words.values())) != self.mark.check


@dataclass(slots=True)
class _Reader:
    """Goes through a text paragraph by paragraph, and remembers where quotes and comments stand."""

    places: dict[tuple[str, int], _Place] = field(default_factory=dict[tuple[str, int], _Place])
    _paragraph: int = 0
    _open: dict[str, tuple[str, int]] = field(default_factory=dict[str, tuple[str, int]])
    _comments: dict[str, tuple[int, int]] = field(default_factory=dict[str, tuple[int, int]])

    def read(self, container: Element) -> None:
        for element in container:
            kind = _kind(element)
            if kind == "p":
                self._paragraph += 1
                quotes = set(self._open.values())
                self._marks(element, quotes)
                words = _words(element) if quotes else ""
                for quote in quotes:
                    self.places[quote].words[self._paragraph] = words
            elif kind not in _LEFT_OUT:
                self._mark(element, kind, set())
                self.read(element)

    def _marks(self, element: Element, quotes: set[tuple[str, int]]) -> None:
        for child in element:
            kind = _kind(child)
            self._mark(child, kind, quotes)
            if kind not in _LEFT_OUT and len(child):
                self._marks(child, quotes)

    def _mark(self, element: Element, kind: str, quotes: set[tuple[str, int]]) -> None:
        id_ = _attribute(element, "id")
        if kind == "bookmarkStart":
            mark = read_mark(_attribute(element, "name"))
            if mark is None:
                return
            key = (mark.coding, mark.place)
            place = self.places.setdefault(key, _Place(mark, self._paragraph, self._paragraph))
            place.last = self._paragraph
            if mark.part is MarkedPart.QUOTE:
                self._open[id_] = key
                quotes.add(key)
        elif kind == "bookmarkEnd":
            self._open.pop(id_, None)
        elif kind in ("commentRangeStart", "commentRangeEnd", "commentReference"):
            first, _ = self._comments.get(id_, (self._paragraph, 0))
            self._comments[id_] = (first, self._paragraph)

    def quotes_of_comments(self) -> dict[str, str]:
        """By each comment's id, in order of place, the coding whose quote it is on; empty for one on no quote."""
        at = {
            paragraph: place.mark.coding
            for place in self.places.values()
            for paragraph in range(place.first, place.last + 1)
        }
        return {
            id_: next((at[paragraph] for paragraph in range(first, last + 1) if paragraph in at), "")
            for id_, (first, last) in self._comments.items()
        }


def _words(element: Element) -> str:
    """The words under an element, as they stand once tracked changes are accepted."""
    pieces: list[str] = []
    for child in element:
        kind = _kind(child)
        if kind == "t":
            pieces.append(child.text or "")
        elif kind in _WRITTEN:
            pieces.append(_WRITTEN[kind])
        elif kind not in _LEFT_OUT:
            pieces.append(_words(child))
    return "".join(pieces)


def _inside(element: Element, wanted: str) -> Iterator[Element]:
    for child in element:
        if _kind(child) == wanted:
            yield child
        elif _kind(child) not in _LEFT_OUT:
            yield from _inside(child, wanted)


def _kind(element: Element) -> str:
    return element.tag.rpartition("}")[2]


def _attribute(element: Element, name: str) -> str:
    for namespace in WORD_NAMESPACES:
        value = element.get(f"{{{namespace}}}{name}")
        if value:
            return value
    return ""


def _moment(written: str) -> str:
    """A comment's time as an ISO time in UTC; empty where none is given that can be read."""
    try:
        moment = datetime.fromisoformat(written)
    except ValueError:
        return ""
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC).isoformat(timespec="seconds")
