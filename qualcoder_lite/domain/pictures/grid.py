"""Lays a grid out: rows under the names of their groups, columns whose names stand upright where there are many."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from qualcoder_lite.domain.pictures.drawings import Square
from qualcoder_lite.domain.pictures.marks import BODY, SMALL, TO_BASELINE, Box, Corner, Line, Spot, Words
from qualcoder_lite.domain.pictures.sheet import SWATCH, Sheet
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qualcoder_lite.domain.pictures.drawings import Grid
    from qualcoder_lite.domain.pictures.marks import Mark, Measure, Paint, Picture

_LEVEL, _WIDEST, _NARROWEST = 84.0, 190.0, 36.0  # widths of a column: with its name across, at most, and at least
_ROW, _ROW_OF_TWO, _GROUP = 32.0, 46.0, 26.0
_UPRIGHT, _UPRIGHT_MORE, _UPRIGHT_LINE = 110.0, 20.0, SMALL * 1.2  # length and height of a line of an upright name
_GAP = 2.0


@dataclass(frozen=True, slots=True)
class _Columns:
    """Where the columns are, and whether their names run upwards."""

    names: float
    wide: float
    upright: bool


def grid_picture(drawing: Grid, measure: Measure, width: float) -> Picture:
    """Lay a grid out on a sheet at least so wide; wider where its columns need more, and no column very wide."""
    narrow = Sheet(measure, width)
    columns = _columns(drawing, narrow)
    needed = columns.names + columns.wide * len(drawing.columns)
    sheet = Sheet(measure, max(width, needed + width - narrow.room))
    sheet.heading(drawing.title, drawing.about)
    _column_heads(sheet, drawing, columns)
    _rows(sheet, drawing, columns)
    sheet.legend(_legend(drawing))
    sheet.notes(drawing.notes)
    return sheet.picture(drawing)


def _columns(drawing: Grid, sheet: Sheet) -> _Columns:
    room, names = sheet.room, sheet.names_width(drawing.rows)
    wide = (room - names) / max(len(drawing.columns), 1)
    words = [word for head in drawing.columns for word in head.name.split()]
    widest = max((sheet.measure(word, SMALL, True) for word in words), default=0.0) + 10
    if wide < max(_LEVEL, widest):
        return _Columns(names, min(max(wide, _NARROWEST), _LEVEL / 2), upright=True)
    return _Columns(names, min(wide, _WIDEST), upright=False)


# Heads


def _column_heads(sheet: Sheet, drawing: Grid, columns: _Columns) -> None:
    heads = _upright_heads if columns.upright else _level_heads
    bottom = heads(sheet, drawing, columns)
    sheet.y = bottom + 4
    right = sheet.left + columns.names + columns.wide * len(drawing.columns)
    sheet.marks.append(Line(sheet.left, sheet.y, right, sheet.y, "edge"))
    sheet.y += 4


def _level_heads(sheet: Sheet, drawing: Grid, columns: _Columns) -> float:
    inside = columns.wide - 10
    blocks = [
        (sheet.wrapped(head.name, SMALL, inside, bold=True), sheet.wrapped(head.under, SMALL, inside))
        for head in drawing.columns
    ]
    high = max((sheet.height([*name, *under], SMALL) for name, under in blocks), default=sheet.height([""], SMALL))
    for number, (name, under) in enumerate(blocks):
        x = sheet.left + columns.names + number * columns.wide + 5
        below = sheet.lines(name, x=x, top=sheet.y, size=SMALL, bold=True)
        sheet.lines(under, x=x, top=below, size=SMALL, paint="muted")
    bottom = sheet.y + high
    sheet.lines([drawing.corner], x=sheet.left, top=bottom - sheet.height([""], SMALL), size=SMALL, bold=True)
    return bottom


def _upright_heads(sheet: Sheet, drawing: Grid, columns: _Columns) -> float:
    names = _upright_names(sheet, drawing, columns.wide)
    long = max((sheet.measure(line, SMALL, True) for name in names for line in name), default=0.0)
    bottom = sheet.y + long + 4
    has_numbers = any(head.out_of for head in drawing.columns)
    for number, (head, name) in enumerate(zip(drawing.columns, names, strict=True)):
        middle = sheet.left + columns.names + (number + 0.5) * columns.wide
        first = middle - (len(name) - 1) * _UPRIGHT_LINE / 2 + SMALL * TO_BASELINE
        sheet.marks += [
            Words(first + nth * _UPRIGHT_LINE, bottom, each, SMALL, bold=True, upright=True)
            for nth, each in enumerate(name)
        ]
        below = bottom + 6 + SMALL * (0.65 + TO_BASELINE)
        sheet.marks.append(Words(middle, below, head.out_of, SMALL, paint="muted", anchor="middle"))
    if has_numbers:
        bottom += 6 + sheet.height([""], SMALL)
    corner = sheet.wrapped(
        drawing.out_of if has_numbers else drawing.corner, SMALL, columns.names - 8, bold=not has_numbers
    )
    top = bottom - sheet.height(corner, SMALL)
    sheet.lines(
        corner, x=sheet.left, top=top, size=SMALL, bold=not has_numbers, paint="muted" if has_numbers else "text"
    )
    return bottom


def _upright_names(sheet: Sheet, drawing: Grid, wide: float) -> list[list[str]]:
    """The names in lines no longer than it takes for all of them to stay over their columns."""
    length, most = _UPRIGHT, max(1, int(wide / _UPRIGHT_LINE))
    while True:
        names = [sheet.wrapped(head.name, SMALL, length, bold=True) for head in drawing.columns]
        if all(
            len(name) <= most or length > sheet.measure(head.name, SMALL, True)
            for head, name in zip(drawing.columns, names, strict=True)
        ):
            return names
        length += _UPRIGHT_MORE


# Rows


def _rows(sheet: Sheet, drawing: Grid, columns: _Columns) -> None:
    group = ""
    for number, (head, squares) in enumerate(zip(drawing.rows, drawing.squares, strict=True)):
        if head.group != group:
            group = head.group
            group_heading(sheet, group)
        name = sheet.wrapped(head.name, BODY, columns.names - 8)
        under = sheet.wrapped(head.under, SMALL, columns.names - 8)
        unders = [square.small if columns.upright else square.under for square in squares]
        two = any(unders)
        high = max(_ROW_OF_TWO if two else _ROW, sheet.height(name) + sheet.height(under, SMALL) + 8)
        row_name(sheet, name, under, high)
        for column, (square, below) in enumerate(zip(squares, unders, strict=True)):
            x = sheet.left + columns.names + column * columns.wide
            _square(
                sheet,
                square,
                (x + _GAP / 2, columns.wide - _GAP, high - _GAP),
                (number, column),
                drawing.said(number, column),
                below,
            )
        sheet.y += high


def group_heading(sheet: Sheet, group: str) -> None:
    """The name of a group of rows."""
    middle = sheet.y + _GROUP / 2 + 2
    sheet.marks.append(Words(sheet.left, middle + SMALL * TO_BASELINE, group, SMALL, bold=True, paint="muted"))
    sheet.y += _GROUP


def row_name(sheet: Sheet, name: Sequence[str], under: Sequence[str], high: float) -> None:
    """The name of a row, with smaller words under it, in the middle of its height."""
    top = sheet.y + (high - sheet.height(name) - sheet.height(under, SMALL)) / 2
    below = sheet.lines(name, x=sheet.left, top=top)
    sheet.lines(under, x=sheet.left, top=below, size=SMALL, paint="muted")


def _square(
    sheet: Sheet, square: Square, place: tuple[float, float, float], nth: tuple[int, int], said: str, under: str
) -> None:
    x, wide, high = place
    sheet.marks += _cell(x, sheet.y, wide, high, square)
    ink = cast("Paint", f"on_heat{square.shade}") if square.shade else "muted"
    middle, centre = x + wide / 2, sheet.y + high / 2
    bold = square.shade > 0
    if under:
        sheet.marks.append(Words(middle, centre - 1, square.number, BODY, bold, ink, "middle"))
        sheet.marks.append(Words(middle, centre + SMALL + 3, under, SMALL, False, ink, "middle"))
    else:
        sheet.marks.append(Words(middle, centre + BODY * TO_BASELINE, square.number, BODY, bold, ink, "middle"))
    sheet.spots.append(Spot(x, sheet.y, wide, high, *nth, said, square.behind))


def _cell(x: float, y: float, wide: float, high: float, square: Square) -> list[Mark]:
    """The shade and the marks of a cell."""
    fill, ink = cast("Paint", f"heat{square.shade}"), cast("Paint", f"on_heat{square.shade}")
    marks: list[Mark] = [Box(x, y, wide, high, fill=fill, edge=None if square.shade else "hairline")]
    if square.few:
        marks.append(Box(x + 2, y + 2, wide - 4, high - 4, edge=ink, dashed=True, stroke=1.4))
    if square.published:
        marks.append(Corner(x, y, 10, paint=ink))
    return marks


def _legend(drawing: Grid) -> Sequence[tuple[Sequence[Mark], str]]:
    """Samples of the shades and of the marks that occur."""
    shades = [Square(number="", shade=n) for n in range(len(drawing.shades))]
    entries = [(_cell(0, 0, SWATCH, SWATCH, each), words) for each, words in zip(shades, drawing.shades, strict=True)]
    squares = [square for row in drawing.squares for square in row]
    few, published = Square(number="", few=True), Square(number="", published=True)
    if any(square.few for square in squares):
        entries.append((_cell(0, 0, SWATCH, SWATCH, few), tr("one or two people, who might be recognised")))
    if any(square.published for square in squares):
        entries.append((_cell(0, 0, SWATCH, SWATCH, published), tr("the study of 2013 found this too")))
    return entries
