"""PDF documents: the words of their pages by place, put back into paragraphs, without the pages' furniture.

PDFium gives each character with its place on the page. Lines are made of those that stand side by side; `pages` tells
what belongs to the page, and `wrapped_lines` which lines make one paragraph.
"""

from __future__ import annotations

import ctypes
import importlib
import time
from typing import TYPE_CHECKING, Any

from qualcoder_lite.domain.errors import UnreadableFileError
from qualcoder_lite.importers.file_text import FileText
from qualcoder_lite.importers.formats.pages import Line, without_furniture
from qualcoder_lite.importers.formats.wrapped_lines import Printed, joined
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Iterator

_MOST_PAGES = 2_000
_MOST_CHARACTERS = 2_500_000
_PATIENCE = 8.0  # seconds of reading, after which a document is too much
_SAME_LINE = 0.5  # of a character's height: how much of it two characters of one line share
_GAP = 2.5  # characters' heights: a wider gap is a tab
_HYPHEN = "\x02"  # how PDFium gives any hyphen at the end of a line
_FIRST_HALVES = (0xD800, 0xDBFF)  # of a character in UTF-16; its second half follows
_PASSWORD = 4  # PDFium's number for a document that wants one


def read(data: bytes, name: str, *, keep_edges: bool = False) -> FileText:
    """The text of a PDF document, without what belongs to its pages unless somebody wants to `keep_edges`.

    Raises:
        UnreadableFileError: It isn't one, is protected, damaged, vast, or has pictures of pages instead of text.
    """
    pdfium: Any = importlib.import_module("pypdfium2")  # without types
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        raise _not_opened(error, name) from error
    try:
        pages = list(_pages(pdfium, document, name))
    finally:
        document.close()
    if not any(pages):
        raise UnreadableFileError(
            tr(
                "“{name}” has no text in it, only pictures of pages. Make its text readable (OCR) and try again.",
                name=name,
            )
        )
    lines, taken_off = without_furniture(pages)
    if keep_edges:
        lines = [line for page in pages for line in page]
    printed = [Printed(line.words, line.left, line.right, line.top, line.height, line.page) for line in lines]
    guesses = [tr("The lines of the pages were joined into paragraphs.")]
    if taken_off and not keep_edges:
        guesses.append(taken_off)
    return FileText(text="\n".join(joined(printed)), guesses=tuple(guesses), has_edges=bool(taken_off))


def _not_opened(error: Any, name: str) -> UnreadableFileError:  # noqa: ANN401 - without types
    if getattr(error, "err_code", None) == _PASSWORD or "assword" in str(error):
        return UnreadableFileError(
            tr(
                "“{name}” is protected by a password. Open it, print it into a new PDF without one, and try that.",
                name=name,
            )
        )
    return UnreadableFileError(
        tr("“{name}” is a damaged PDF document. Open it in a PDF reader and save a copy.", name=name)
    )


def _pages(pdfium: Any, document: Any, name: str) -> Iterator[list[Line]]:  # noqa: ANN401 - without types
    """The lines of each page, from top to bottom as they are written."""
    begun, characters = time.monotonic(), 0
    if len(document) > _MOST_PAGES:
        raise _vast(name)
    for number in range(len(document)):
        try:
            page = document[number]
            words = page.get_textpage()
        except pdfium.PdfiumError:
            continue  # a page that can't be drawn has no words that could be read
        count = words.count_chars()
        characters += max(count, 0)
        if characters > _MOST_CHARACTERS or time.monotonic() - begun > _PATIENCE:
            raise _vast(name)
        yield _lines(pdfium.raw, words.raw, count, number, page.get_height())
        words.close()
        page.close()


def _vast(name: str) -> UnreadableFileError:
    return UnreadableFileError(
        tr("“{name}” is too long for one transcript. Split it into several documents.", name=name)
    )


def _lines(raw: Any, words: Any, count: int, page: int, height: float) -> list[Line]:  # noqa: ANN401 - without types
    """The lines of one page. `top` of each is measured downwards from the page's upper edge, in points."""
    lines: list[Line] = []
    line: _Growing | None = None
    box = raw.FS_RECTF()
    place = ctypes.byref(box)
    first_half = 0
    for index in range(count):
        unit = raw.FPDFText_GetUnicode(words, index) or 0xFFFD
        if _FIRST_HALVES[0] <= unit <= _FIRST_HALVES[1]:
            first_half = unit
            continue
        char, first_half = _character(first_half, unit), 0
        if char in "\r\n" or (char.isspace() and raw.FPDFText_IsGenerated(words, index) == 1):
            if line is not None:
                line.space = line.space or char not in "\r\n"
            continue
        if not raw.FPDFText_GetLooseCharBox(words, index, place):
            continue
        if line is None or not line.has(box.bottom, box.top, box.left):
            if line is not None:
                lines.append(line.line(page, height))
            line = _Growing(box.bottom, box.top, box.left, box.right)
        line.add(char, box.left, box.right)
    if line is not None:
        lines.append(line.line(page, height))
    return [each for each in lines if each.words]


def _character(first_half: int, unit: int) -> str:
    """The character that PDFium gives, which gives an emoji in the two halves that UTF-16 has for it."""
    if not first_half:
        return chr(unit)
    return (chr(first_half) + chr(unit)).encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


class _Growing:
    """A line while its characters come."""

    def __init__(self, bottom: float, top: float, left: float, right: float) -> None:
        self._bottom, self._top, self._left, self._right = bottom, top, left, left
        self._end = right
        self._chars: list[str] = []
        self._starts: list[tuple[int, float]] = []
        self.space = False

    @property
    def _height(self) -> float:
        return max(self._top - self._bottom, 1.0)

    def has(self, bottom: float, top: float, left: float) -> bool:
        """Whether a character of this place stands on the line, right of what is there."""
        shared = min(top, self._top) - max(bottom, self._bottom)
        return shared >= _SAME_LINE * min(self._height, max(top - bottom, 1.0)) and left > self._right - self._height

    def add(self, char: str, left: float, right: float) -> None:
        gap = left - self._right
        if self._chars and gap > _GAP * self._height:
            self._chars.append("\t")
        elif self._chars and (self.space or gap > 0.3 * self._height) and not self._chars[-1].isspace():
            self._chars.append(" ")
        self.space = False
        self._chars.append(char)
        if not char.isspace():
            self._end = max(self._end, right)
        self._right = max(self._right, right)

    def line(self, page: int, height: float) -> Line:
        words = "".join(self._chars).replace(_HYPHEN, "-")
        return Line(words.strip(), self._left, self._end, height - self._top, self._height, page)
