"""Lays bars out: rows under the names of their groups, as many columns side by side as there is room for."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING

from qualcoder_lite.domain.pictures.grid import group_heading, row_name
from qualcoder_lite.domain.pictures.marks import BODY, SMALL, TO_BASELINE, Box, Line, Spot, Words
from qualcoder_lite.domain.pictures.sheet import SWATCH, Sheet

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qualcoder_lite.domain.pictures.drawings import Bar, Bars, Kind
    from qualcoder_lite.domain.pictures.marks import Mark, Measure, Picture

_LEAST, _WIDEST = 104.0, 520.0  # widths of a column of bars
_ROOMY, _TIGHT, _FEW = 10.0, 4.0, 12  # least width of a person where there are few, and where there are more
_ROW, _THICK, _SIDE = 32.0, 20.0, 8.0


@dataclass(frozen=True, slots=True)
class _Scale:
    """How bars fill their column: the width of one person, how far from the left the middle line is, where words go."""

    names: float
    wide: float
    one: float
    zero: float
    ends: float


def bars_picture(drawing: Bars, measure: Measure, width: float) -> Picture:
    """Lay bars out on a sheet of some width; what has no room beside the others goes below them."""
    sheet = Sheet(measure, width)
    sheet.heading(drawing.title, drawing.about)
    names = sheet.names_width(drawing.rows)
    columns = list(range(len(drawing.columns)))
    beside = _beside(drawing, measure, sheet.room - names)
    bands = [columns[start : start + beside] for start in range(0, len(columns), beside)]
    wide = min((sheet.room - names) / beside, _WIDEST)
    scale = _scale(drawing, measure, names, wide)
    for number, band in enumerate(bands):
        if number:
            sheet.y += 14
        _heads(sheet, drawing, scale, band)
        _rows(sheet, drawing, scale, band)
    sheet.legend([(_sample(kind), kind.name) for kind in drawing.kinds])
    sheet.notes(drawing.notes)
    return sheet.picture(drawing)


def _beside(drawing: Bars, measure: Measure, room: float) -> int:
    """How many columns of bars stand side by side, the same number in each band as far as that goes."""
    before, after = _reach(drawing)
    least = (before + after) * (_ROOMY if before + after <= _FEW else _TIGHT) + _ends(drawing, measure) + 2 * _SIDE
    most = max(1, int(room // max(least, _LEAST)))
    bands = ceil(len(drawing.columns) / most)
    return ceil(len(drawing.columns) / max(bands, 1)) or 1


def _reach(drawing: Bars) -> tuple[float, float]:
    """How many people bars reach to the left and to the right of the line, at most."""
    bars = [bar for row in drawing.bars for bar in row]
    before = max((_before(drawing, bar) for bar in bars), default=0.0)
    return before, max((sum(bar.parts) - _before(drawing, bar) for bar in bars), default=0.0)


def _ends(drawing: Bars, measure: Measure) -> float:
    """The width of the words at the ends of bars, and of the space before them."""
    return max((measure(bar.end, SMALL, False) for row in drawing.bars for bar in row), default=0.0) + 6


def _scale(drawing: Bars, measure: Measure, names: float, wide: float) -> _Scale:
    """One scale for all bars, so that they can be compared."""
    before, after = _reach(drawing)
    room = max(wide - 2 * _SIDE - _ends(drawing, measure), 20.0)
    one = room / max(before + after, 1)
    return _Scale(names, wide, one, before * one, room)


def _before(drawing: Bars, bar: Bar) -> float:
    """How many people stand left of the line in the middle; half of the middle kind do."""
    if drawing.middle is None:
        return 0
    return sum(bar.parts[: drawing.middle]) + bar.parts[drawing.middle] / 2


def _heads(sheet: Sheet, drawing: Bars, scale: _Scale, band: Sequence[int]) -> None:
    inside = scale.wide - 2 * _SIDE
    heads = [drawing.columns[column] for column in band]
    blocks = [
        (sheet.wrapped(head.name, SMALL, inside, bold=True), sheet.wrapped(head.under, SMALL, inside)) for head in heads
    ]
    high = max(sheet.height([*name, *under], SMALL) for name, under in blocks)
    for number, (name, under) in enumerate(blocks):
        x = sheet.left + scale.names + number * scale.wide + _SIDE
        below = sheet.lines(name, x=x, top=sheet.y, size=SMALL, bold=True)
        sheet.lines(under, x=x, top=below, size=SMALL, paint="muted")
    sheet.y += high + 4
    right = sheet.left + scale.names + scale.wide * len(band)
    sheet.marks.append(Line(sheet.left, sheet.y, right, sheet.y, "edge"))
    sheet.y += 2


def _rows(sheet: Sheet, drawing: Bars, scale: _Scale, band: Sequence[int]) -> None:
    top, group = sheet.y, ""
    bars: list[Mark] = []
    for number, (head, row) in enumerate(zip(drawing.rows, drawing.bars, strict=True)):
        if head.group != group:
            group = head.group
            group_heading(sheet, group)
        name = sheet.wrapped(head.name, BODY, scale.names - 8)
        under = sheet.wrapped(head.under, SMALL, scale.names - 8)
        high = max(_ROW, sheet.height(name) + sheet.height(under, SMALL) + 8)
        row_name(sheet, name, under, high)
        for nth, column in enumerate(band):
            left = sheet.left + scale.names + nth * scale.wide
            bars += _bar(sheet, drawing, scale, row[column], left, high)
            sheet.spots.append(
                Spot(left, sheet.y, scale.wide, high, number, column, drawing.said(number, column), row[column].behind)
            )
        sheet.y += high
    if drawing.middle is not None:
        for nth in range(len(band)):
            x = sheet.left + scale.names + nth * scale.wide + _SIDE + scale.zero
            sheet.marks.append(Line(x, top, x, sheet.y, "edge"))
    sheet.marks += bars


def _bar(sheet: Sheet, drawing: Bars, scale: _Scale, bar: Bar, left: float, high: float) -> list[Mark]:
    """The parts of a bar with their numbers, and the words at the end of its column."""
    centre = sheet.y + high / 2
    top, begin = centre - _THICK / 2, left + _SIDE
    x = begin + scale.zero - _before(drawing, bar) * scale.one
    marks: list[Mark] = []
    for kind, number in zip(drawing.kinds, bar.parts, strict=True):
        if number:
            wide = number * scale.one
            marks.append(
                Box(x, top, wide, _THICK, fill=kind.fill, edge="text", pattern=kind.pattern, dashed=bar.few, stroke=1)
            )
            marks += _number(sheet.measure, kind, number, x, top, wide)
            x += wide
    baseline = centre + SMALL * TO_BASELINE
    marks.append(Words(begin + scale.ends + 6, baseline, bar.end, SMALL, paint="muted"))
    return marks


def _number(measure: Measure, kind: Kind, number: int, x: float, top: float, wide: float) -> list[Mark]:
    """A part's number in its middle, on a plain ground where there is a pattern; nothing where it has no room."""
    text = str(number)
    needs = measure(text, SMALL, True) + 4
    if needs > wide - 2:
        return []
    middle, baseline = x + wide / 2, top + _THICK / 2 + SMALL * TO_BASELINE
    ground: list[Mark] = [Box(middle - needs / 2, top + 2.5, needs, _THICK - 5, fill=kind.fill)] if kind.pattern else []
    return [*ground, Words(middle, baseline, text, SMALL, True, kind.on_fill, "middle")]


def _sample(kind: Kind) -> list[Mark]:
    return [Box(0, 0, SWATCH, SWATCH, fill=kind.fill, edge="text", pattern=kind.pattern)]
