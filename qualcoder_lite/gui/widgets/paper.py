"""The first pages of a document as sheets of paper: Paper(paragraphs).

Everything grows with the text scale; the colours are the theme's, so that a document can be looked at in the dark too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QWidget

from qualcoder_lite.domain.paper import PaperTable
from qualcoder_lite.gui.widgets.card import Card
from qualcoder_lite.gui.widgets.labels import Label, Line
from qualcoder_lite.gui.widgets.layouts import Column, Row
from qualcoder_lite.gui.widgets.themed import Themed
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qualcoder_lite.domain.paper import Ink, OnPaper, Paragraph
    from qualcoder_lite.gui.widgets.layouts import Item

_POINT = 15 / 11  # pixels a point, at which a document's usual letters are as large as the window's
_CENTIMETRE = 28
_LABEL = 150  # width of a label that stands in a column of its own


class Paper(QWidget):
    """Sheets under each other."""

    def __init__(self, paragraphs: Sequence[OnPaper], *, goes_on: bool = True) -> None:
        """Lay paragraphs and tables on sheets; a sheet begins where a page does."""
        super().__init__()
        pages: list[list[Item]] = []
        for each in paragraphs:
            if isinstance(each, PaperTable):
                pages = pages or [[]]
                pages[-1] += [_Table(each), 10]
                continue
            if not pages or each.new_page:
                pages.append([])
            pages[-1] += [round(each.before * _POINT), _set(each), round(each.after * _POINT)]
        if pages and goes_on:
            pages[-1].append(Label(tr("… and so on"), "small", tone="muted"))
        sheets = [Card(Column(*page, gap=0, margins=(36, 32))) for page in pages]
        self.setLayout(Column(*sheets, gap=12))


def _set(paragraph: Paragraph) -> QWidget:
    """A paragraph as it is set."""
    size = paragraph.size * _POINT
    words = _Words(paragraph.words, size, bold=paragraph.bold, ink=paragraph.ink)
    parts: list[Item] = []
    if paragraph.left:
        parts.append(round(paragraph.left * _CENTIMETRE))
    if paragraph.bar:
        parts += [Line(upright=True), 10]
    if paragraph.label:
        label = _Words(
            paragraph.label.strip(), size, bold=True, ink=paragraph.ink, wide=0 if paragraph.left else _LABEL
        )
        parts += [label, 8]
    holder = Card(kind="note") if paragraph.boxed else QWidget()
    margins = (12, 8) if paragraph.boxed else 0
    holder.setLayout(Row(*parts, (words, 1), gap=0, margins=margins))
    holder.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    return holder


class _Table(QWidget):
    """The first rows of a table, under their heading; a row that goes over the whole width stands in bold."""

    def __init__(self, table: PaperTable) -> None:
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        size, wide = table.size * _POINT, len(table.shares)
        for column, share in enumerate(table.shares):
            grid.setColumnStretch(column, share)
        for number, cells in enumerate([table.head, *table.rows]):
            alone = len(cells) == 1 < wide
            for column, said in enumerate(cells):
                words = _Words(said, size, bold=not number or not column, ink="text")
                grid.addWidget(words, 2 * number, column, 1, wide if alone else 1)
            grid.addWidget(Line(), 2 * number + 1, 0, 1, wide)
        if table.goes_on:
            grid.addWidget(Label("…", "small", tone="muted"), 2 * len(table.rows) + 2, 0, 1, wide)


class _Words(Themed, QLabel):
    """Words in a size that no kind of the theme's words has; always plain text."""

    def __init__(self, words: str, size: float, *, bold: bool, ink: Ink, wide: int = 0) -> None:
        super().__init__()
        self._size, self._bold, self._wide = size, bold, wide
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(words)
        self.setWordWrap(True)
        self.setProperty("tone", ink)
        self.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
        upright = QSizePolicy.Policy.Preferred if not wide else QSizePolicy.Policy.Fixed
        self.setSizePolicy(upright, QSizePolicy.Policy.Minimum)
        self.follow_theme()

    def restyle(self) -> None:
        """Take size and width from the look."""
        font = self.look.font("strong" if self._bold else "body")
        font.setPixelSize(self.look.px(self._size))
        self.setFont(font)
        if self._wide:
            self.setFixedWidth(self.look.px(self._wide))
        super().restyle()
