"""What will be in an export, drawn as a sheet of paper: how much it is, and how it begins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qualcoder_lite.domain.cross_reference.matrix import SiteCell
from qualcoder_lite.gui.pages.export.look import Begins
from qualcoder_lite.gui.widgets.card import Card
from qualcoder_lite.gui.widgets.labels import Icon, Label, Line
from qualcoder_lite.gui.widgets.layouts import Column, Row
from qualcoder_lite.gui.widgets.picture import Picture
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from qualcoder_lite.domain.codebook import Codebook
    from qualcoder_lite.domain.cross_reference import Matrix
    from qualcoder_lite.domain.cross_reference.matrix import Cell
    from qualcoder_lite.gui.widgets.layouts import Item
    from qualcoder_lite.service.extracts.preview import ExtractsPreview

_STRONGEST = 6


class Sheet(Card):
    """The sheet of paper."""

    def __init__(self, begins: Begins, picture: bytes = b"") -> None:
        """Write on it, and lay a picture (the bytes of a PNG or SVG file) over its width."""
        much = Label(begins.much, wrap=True)
        much.setObjectName("export-much")
        items: list[Item] = [Label(begins.title, "title", wrap=True), much]
        if begins.heading:
            items += [8, Line(), 8, Label(begins.heading, "heading", wrap=True), 4]
        for words, under in begins.lines:
            items += [Label(words, wrap=True), Label(under, "small", tone="muted", wrap=True), 8]
        if picture:
            items += [8, Picture(picture, begins.much)]
        if begins.lines and begins.goes_on:
            items.append(Label(tr("… and so on"), "small", tone="muted"))
        super().__init__(Column(*items, gap=4, margins=(32, 28)))


def extracts_begin(preview: ExtractsPreview, title: str) -> Begins:
    """How much a document or table of extracts holds."""
    much = tr(
        "{passages} from {people} at {sites}",
        passages=tr("{n:,} passage", "{n:,} passages", n=preview.extracts),
        people=tr("{n:,} person", "{n:,} people", n=preview.people),
        sites=tr("{n:,} site", "{n:,} sites", n=preview.sites),
    )
    return Begins(title=title, much=much)


def matrix_begins(matrix: Matrix, title: str) -> Begins:
    """The beginning of the matrix: how large it is, and the cells in which most people are counted."""
    out_of = matrix.denominators
    much = tr(
        "{outcomes} by {features}, counted over {people}; {people_done:,} of them read to the end",
        outcomes=tr("{n:,} outcome", "{n:,} outcomes", n=len(matrix.rows)),
        features=tr("{n:,} feature", "{n:,} features", n=len(matrix.columns)),
        people=tr("{n:,} person", "{n:,} people", n=out_of.people),
        people_done=out_of.people_done,
    )
    of_rows = [
        max(
            ((_people(cell), row.name, column.name) for column, cell in zip(matrix.columns, cells, strict=True)),
            key=lambda found: found[0],
            default=(0, "", ""),
        )
        for row, cells in zip(matrix.rows, matrix.cells, strict=True)
    ]
    most = sorted((found for found in of_rows if found[0]), key=lambda found: -found[0])[:_STRONGEST]
    return Begins(
        title=title,
        much=much,
        heading=tr("Where most people are counted") if most else "",
        lines=[
            (
                tr("{outcome} and {feature}", outcome=outcome, feature=feature),
                tr("{n:,} person", "{n:,} people", n=people),
            )
            for people, outcome, feature in most
        ],
    )


def _people(cell: Cell) -> int:
    return (cell.present if isinstance(cell, SiteCell) else cell.tally).people


def codebook_begins(books: Sequence[Codebook], title: str) -> Begins:
    """The beginning of a codebook: its groups, and how many codes are in each."""
    codes = sum(len(book.codes) for book in books)
    return Begins(
        title=title,
        much=tr(
            "{codes} in {codebooks}",
            codes=tr("{n:,} code", "{n:,} codes", n=codes),
            codebooks=tr("{n:,} codebook", "{n:,} codebooks", n=len(books)),
        ),
        heading=", ".join(
            tr("{codebook}, version {version}", codebook=book.title, version=book.version) for book in books
        ),
        lines=[
            (group.name, tr("{n:,} code", "{n:,} codes", n=len(group.codes))) for book in books for group in book.groups
        ],
        goes_on=False,
    )


def note(icon: str, *lines: QWidget) -> Card:
    """Something to be careful of, beside the sheet."""
    made = Card(Row(Icon(icon), (Column(*lines, gap=6), 1), gap=10, margins=(14, 12)), kind="note")
    made.setProperty("warns", icon == "warning")
    return made
