"""How a web page of ours begins, as paragraphs that can be shown as they will look: read from the page itself."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import TYPE_CHECKING, Any

from qualcoder_lite.domain.paper import Paragraph

if TYPE_CHECKING:
    from collections.abc import Iterable

#: Each element that is a paragraph, by its kind or its class, and how it looks.
_LOOKS: dict[str, dict[str, Any]] = {
    "h1": {"size": 20, "bold": True},
    "h2": {"size": 16, "bold": True, "before": 10},
    "h3": {"size": 13, "bold": True, "before": 8},
    "p": {},
    "p.note": {"boxed": True, "ink": "warn"},
    "p.counts": {"size": 10, "ink": "muted"},
    "p.context": {"size": 10, "ink": "muted", "left": 0.6},
    "p.memo": {"size": 10, "left": 0.6},
    "dd": {"after": 2},
    "li": {"left": 0.6, "after": 1},
    "blockquote p": {"bar": True, "left": 0.2},
    "figcaption": {"size": 10, "ink": "muted", "left": 0.6, "after": 10},
}
_MOST_ITEMS = 12  # of a list that are shown, so that the table of contents leaves room for what is in it
_NEVER_SEEN = frozenset({"head", "script", "style", "search"})


def paragraphs_of(page: Iterable[str], most: int) -> list[Paragraph]:
    """The first paragraphs of a page that comes in pieces; no more of it is made than is shown."""
    reader = _Reader()
    for piece in page:
        reader.feed(piece)
        if len(reader.found) >= most:
            break
    return reader.found[:most]


class _Reader(HTMLParser):
    """Gathers the paragraphs of a page that is sound, because we wrote it."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[Paragraph] = []
        self._unseen = ""  # the element that nobody sees and the page is in
        self._label = ""
        self._kind = ""
        self._words: list[str] = []
        self._in_quote = False
        self._items = 0  # of the list that is being read

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = dict(attrs).get("class") or ""
        if self._unseen:
            return
        if tag in _NEVER_SEEN or named == "skip":
            self._unseen = tag
        elif tag == "br":
            self._words.append("\n")
        elif tag == "blockquote":
            self._in_quote = True
        elif tag == "nav":
            self._items = 0
        elif tag in {"h1", "h2", "h3", "p", "dt", "dd", "li", "figcaption"}:
            self._end()  # an item of a list may hold a list
            kind = f"blockquote {tag}" if self._in_quote else f"{tag}.{named}"
            self._kind = kind if kind in _LOOKS else tag

    def handle_endtag(self, tag: str) -> None:
        if self._unseen:
            self._unseen = "" if tag == self._unseen else self._unseen
        elif tag == "blockquote":
            self._in_quote = False
        elif tag == self._kind.split()[-1].partition(".")[0] if self._kind else False:
            self._end()

    def handle_data(self, data: str) -> None:
        if self._kind and not self._unseen:
            self._words.append(data)

    def _end(self) -> None:
        """Keep the paragraph that was being read; a term is the label of what comes next."""
        words, kind = "".join(self._words).strip(), self._kind
        self._words, self._kind = [], ""
        if kind == "dt":
            self._label = words
        elif kind == "li" and self._items >= _MOST_ITEMS:
            self._leave_out()
        elif words:
            self._items += kind == "li"
            label, self._label = self._label, ""
            self.found.append(Paragraph(words=words, label=label, **_LOOKS[kind]))

    def _leave_out(self) -> None:
        """Say once that a list goes on."""
        if self._items == _MOST_ITEMS:
            self.found.append(Paragraph(words="…", **_LOOKS["li"]))
        self._items += 1
