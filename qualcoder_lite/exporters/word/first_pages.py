"""The first pages of a Word document as paragraphs, made of the very body that is written, to be shown beforehand."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from qualcoder_lite.domain.paper import PaperTable, Paragraph
from qualcoder_lite.exporters.word.styles import ALERT, BODY_SIZE, GREY, STYLES, ParagraphStyle, enlarged

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qualcoder_lite.domain.paper import Ink, OnPaper
    from qualcoder_lite.exporters.word.body import Body

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STYLES = {style.id: style for style in STYLES}
_ROWS = 4  # of a table, below its head
_PLAIN = ParagraphStyle(id="Normal")
_INKS: dict[str, Ink] = {GREY: "muted", ALERT: "warn"}


def first_pages(body: Body, most: int, *, smallest: float = BODY_SIZE, contents: int = 12) -> list[OnPaper]:
    """At most so many paragraphs and tables from the beginning of a document, as their styles make them look.

    Of the `contents` only so many lines are told, and of a table so many rows as fit on its first page. Nothing is
    smaller than `smallest` (points).
    """
    shown: list[OnPaper] = []
    entries = 0
    for style, paragraph in _paragraphs(body, most + contents):
        entries += style.startswith("TOC") and style != "TOCHeading"
        if not style:
            shown.append(_table(paragraph, smallest))
        elif not style.startswith("TOC") or style == "TOCHeading" or entries <= contents:
            shown.append(_shown(style, paragraph, smallest))
        if len(shown) >= most:
            break
    return shown


def _paragraphs(body: Body, most: int) -> Iterator[tuple[str, ET.Element]]:
    for part in body.beginning(most):
        root = ET.fromstring(f'<part xmlns:w="{_W[1:-1]}">{part}</part>')  # noqa: S314 - what the program wrote itself
        for paragraph in root:
            if paragraph.tag == f"{_W}tbl":
                yield "", paragraph
                continue
            style = paragraph.find(f"{_W}pPr/{_W}pStyle")
            yield ("Normal" if style is None else style.get(f"{_W}val", "Normal")), paragraph


def _table(table: ET.Element, smallest: float) -> PaperTable:
    rows = [
        ["\n".join(map(_plain, cell.iter(f"{_W}p"))) for cell in row.iter(f"{_W}tc")] for row in table.iter(f"{_W}tr")
    ]
    head, *below = rows
    return PaperTable(
        head=head,
        rows=below[:_ROWS],
        shares=[int(column.get(f"{_W}w", "1")) for column in table.iter(f"{_W}gridCol")],
        goes_on=len(below) > _ROWS,
        size=enlarged(_STYLES["TableText"], smallest).size,
    )


def _plain(paragraph: ET.Element) -> str:
    return "".join(_said(part) for run in paragraph.iter(f"{_W}r") for part in run)


def _shown(name: str, paragraph: ET.Element, smallest: float) -> Paragraph:
    style = enlarged(_STYLES.get(name, _PLAIN), smallest)
    label, words = "", ""
    for run in paragraph.iter(f"{_W}r"):
        said = "".join(_said(part) for part in run)
        if run.find(f"{_W}rPr/{_W}rStyle") is not None and not words:
            label += said
        else:
            words += said
    if style.hanging and words.startswith("\t"):
        label = label or " "  # goes on in the column beside the labels
    return Paragraph(
        words=words.lstrip("\t"),
        label=label,
        size=style.size or max(smallest, BODY_SIZE),
        bold=style.bold,
        ink=_INKS.get(style.colour, "text"),
        left=0 if style.hanging else style.left,
        before=style.before,
        after=style.after,
        bar=bool(style.bar),
        boxed=bool(style.fill),
        new_page=style.new_page,
    )


def _said(part: ET.Element) -> str:
    match part.tag.removeprefix(_W):
        case "t":
            return part.text or ""
        case "tab":
            return "\t"
        case "br":
            return "\n"
        case _:
            return ""
