"""Web pages (.html): the words that a browser would show, one line a block, a table's cells joined by tabs."""

from __future__ import annotations

import importlib
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, cast

from qualcoder_lite.domain.errors import UnreadableFileError
from qualcoder_lite.importers.encodings import decode
from qualcoder_lite.importers.file_text import FileText
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Iterable

    from qualcoder_lite.importers.xml_parts import Element

_DECLARED = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w-]{2,40})", re.IGNORECASE)
_WHERE_DECLARED = 4_000  # bytes from the start
_TAG = re.compile(r"<[A-Za-z][^<>]*")
_MOST_ATTRIBUTES = 1_000  # of one tag: the parser compares each with all others
_LARGEST_TAG = 2_000  # characters that can't have so many
_MOST_TAGS = 500_000
_SPACES = re.compile(r" *\t *| {2,}")
_BLANKS = re.compile(r"[ \t\r\n\f]+")


def _tags(names: str) -> frozenset[str]:
    return frozenset(names.split())


_HIDDEN = _tags("script style head template noscript object svg math select textarea button del s strike rt rp")
_INLINE = _tags(
    """
    a abbr acronym b bdi bdo big cite code data dfn em font i ins kbd label mark o:p q ruby samp small span strong sub
    sup time tt u var wbr img nobr
    """
)
_KEPT_AS_IS = frozenset({"pre", "xmp"})


def read(data: bytes, name: str) -> FileText:
    """The words of a web page.

    Raises:
        UnreadableFileError: It isn't text, or is built so that no browser could show it.
    """
    source, guess, encoding = _source(data, name)
    _refuse_vast_tags(source, name)
    etree: Any = importlib.import_module("lxml.etree")  # slow to import, and without types
    parser = etree.HTMLParser(no_network=True, remove_comments=True, remove_pis=True, huge_tree=False)
    try:
        root = etree.fromstring(source, parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise _broken(name) from error
    if any("depth" in str(fault.message) for fault in parser.error_log):
        raise _broken(name)
    page = _Page()
    if root is not None:
        page.take(etree.iterwalk(root, events=("start", "end")))
    return FileText(
        text="\n".join(page.lines()), title=page.title.strip(), guesses=(guess,) if guess else (), encoding=encoding
    )


def _source(data: bytes, name: str) -> tuple[str, str, str]:
    """The page's source, and what had to be guessed of its encoding; what it declares itself is no guess."""
    decoded = decode(data, name)
    declared = _DECLARED.search(data[:_WHERE_DECLARED])
    if decoded.guess and declared:
        try:
            return data.decode(declared[1].decode("ascii"), errors="replace"), "", ""
        except LookupError:
            pass  # no such encoding: the guess stands
    return decoded.text, decoded.guess, decoded.encoding


def _refuse_vast_tags(source: str, name: str) -> None:
    """Refuse what would keep the parser busy for hours."""
    if source.count("<") > _MOST_TAGS:
        raise UnreadableFileError(
            tr("“{name}” is too long for one transcript. Split it into several pages.", name=name)
        )
    for tag in _TAG.finditer(source):
        if tag.end() - tag.start() > _LARGEST_TAG and len(tag.group().split(None, _MOST_ATTRIBUTES)) > _MOST_ATTRIBUTES:
            raise _broken(name)


def _broken(name: str) -> UnreadableFileError:
    return UnreadableFileError(
        tr(
            "“{name}” is built in a way that can’t be read. Open it in a web browser, copy its text, and save it as "
            ".txt.",
            name=name,
        )
    )


@dataclass
class _Page:
    """Collects the lines of a page as its elements begin and end."""

    title: str = ""
    _lines: list[str] = field(default_factory=list[str])
    _words: list[str] = field(default_factory=list[str])
    _hidden: int = 0
    _kept: int = 0
    _in_title: bool = False
    _cells: list[bool] = field(default_factory=list[bool])

    def take(self, events: Iterable[tuple[str, Element]]) -> None:
        """Walk through the page."""
        for event, element in events:
            tag = element.tag.lower() if isinstance(cast("object", element.tag), str) else ""
            if event == "start":
                self._begin(tag, element)
            else:
                self._finish(tag, element)

    def lines(self) -> list[str]:
        """The lines, without blank ones."""
        self._break()
        return [line for line in self._lines if line.strip()]

    def _begin(self, tag: str, element: Element) -> None:
        if tag == "title":
            self.title = self.title or _BLANKS.sub(" ", element.text or "")
        if _is_hidden(tag, element):
            self._hidden += 1
        if self._hidden:
            return
        self._kept += tag in _KEPT_AS_IS
        if tag == "tr":
            self._break()
            self._cells.append(False)
        elif tag in {"td", "th"} and self._cells:
            if self._cells[-1]:
                self._words.append("\t")
            self._cells[-1] = True
        elif tag == "br" or (tag not in _INLINE and not self._cells):
            self._break()
        elif tag not in _INLINE:
            self._words.append(" ")  # a block within a cell: the row stays one line
        self._write(element.text)

    def _finish(self, tag: str, element: Element) -> None:
        if _is_hidden(tag, element):
            self._hidden -= 1
        elif not self._hidden:
            if tag in _KEPT_AS_IS:
                self._break()
                self._kept -= 1
            if tag == "tr" and self._cells:
                self._cells.pop()
                self._break()
            elif tag not in _INLINE and tag != "br" and not self._cells:
                self._break()
        if not self._hidden:
            self._write(element.tail)

    def _write(self, text: str | None) -> None:
        if not text:
            return
        if not self._kept:
            self._words.append(_BLANKS.sub(" ", text))
            return
        first, *others = text.replace("\r", "").split("\n")
        self._words.append(first)
        for line in others:
            self._break()
            self._words.append(line)

    def _break(self) -> None:
        line = "".join(self._words)
        self._words.clear()
        self._lines.append(line.rstrip() if self._kept else _SPACES.sub(_joint, line).strip(" "))


def _joint(blanks: re.Match[str]) -> str:
    """What blanks between words come to: the tab between two cells, or one space."""
    return "\t" if "\t" in blanks.group() else " "


def _is_hidden(tag: str, element: Element) -> bool:
    return tag in _HIDDEN or "hidden" in dict(element.items())
