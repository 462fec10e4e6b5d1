"""Lays dots out: for each row one scale, and on it a dot with its interval for each column, one under the other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from qualcoder_lite.domain.pictures.grid import row_name
from qualcoder_lite.domain.pictures.marks import BODY, SMALL, TO_BASELINE, Box, Line, Spot, Words
from qualcoder_lite.domain.pictures.sheet import SWATCH, Sheet

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qualcoder_lite.domain.pictures.drawings import Dot, Dots
    from qualcoder_lite.domain.pictures.marks import Mark, Measure, Picture

_LINE, _PAD, _DOT, _END = 24.0, 8.0, 10.0, 4.0
_LEAST = 110.0  # width of the scale
_HEADS_SHARE = 0.2  # of the sheet, for what heads the dots


def dots_picture(drawing: Dots, measure: Measure, width: float) -> Picture:
    """Lay dots out on a sheet of some width."""
    sheet = Sheet(measure, width)
    sheet.heading(drawing.title, drawing.about)
    names = sheet.names_width(drawing.rows)
    asked = max((measure(head.name, SMALL, False) for head in drawing.columns), default=0.0) + 12
    heads = min(asked, sheet.room * _HEADS_SHARE)
    ends = max((measure(dot.end, SMALL, False) for row in drawing.dots for dot in row), default=0.0) + 16
    wide = max(sheet.room - names - heads - ends, _LEAST)
    scale = _Scale(drawing.least, sheet.left + names, sheet.left + names + heads, wide)
    lines = [sheet.wrapped(head.name, SMALL, heads - 12) for head in drawing.columns]
    _axis(sheet, drawing, scale)
    for number, head in enumerate(drawing.rows):
        _row(sheet, drawing, scale, number, sheet.wrapped(head.name, BODY, names - 8), lines)
    sheet.legend(_samples(drawing))
    sheet.notes(drawing.notes)
    return sheet.picture(drawing)


def _row(
    sheet: Sheet, drawing: Dots, scale: _Scale, number: int, name: Sequence[str], heads: Sequence[Sequence[str]]
) -> None:
    """A row's name, and its dots under each other, one joined with the next."""
    steps = [max(_LINE, sheet.height(head, SMALL) + 4) for head in heads]
    high = max(sum(steps), sheet.height(name)) + 2 * _PAD
    under = drawing.rows[number].under
    _guides(sheet, drawing, scale, high)
    row_name(sheet, name, [under] if under else [], high)
    top = sheet.y + _PAD
    before: tuple[float, float] | None = None
    for nth, (dot, head, step) in enumerate(zip(drawing.dots[number], heads, steps, strict=True)):
        middle = top + step / 2
        sheet.lines(head, x=scale.head, top=middle - sheet.height(head, SMALL) / 2, size=SMALL, paint="muted")
        sheet.marks.append(Words(scale.end + 12, middle + SMALL * TO_BASELINE, dot.end, SMALL))
        here = (scale.at(dot.value), middle) if dot.value is not None else None
        if before and here:
            sheet.marks.append(Line(*before, *here, "muted"))
        sheet.marks += _dot(dot, scale, middle)
        place = (scale.head, top, sheet.left + sheet.room - scale.head, step)
        sheet.spots.append(Spot(*place, number, nth, drawing.said(number, nth), (number, nth)))
        before, top = here, top + step
    sheet.y += high
    sheet.marks.append(Line(sheet.left, sheet.y, sheet.left + sheet.room, sheet.y, "hairline"))


@dataclass(frozen=True, slots=True)
class _Scale:
    """Where values stand: the least that is shown at the left, 1 at the end; the dots' names begin at `head`."""

    least: float
    head: float
    left: float
    wide: float

    @property
    def end(self) -> float:
        return self.left + self.wide

    def at(self, value: float) -> float:
        share = (max(value, self.least) - self.least) / (1 - self.least)
        return self.left + self.wide * share


def _axis(sheet: Sheet, drawing: Dots, scale: _Scale) -> None:
    for value in (drawing.least, *drawing.guides, 1.0):
        text = f"{value:.3f}".rstrip("0").rstrip(".")
        sheet.marks.append(Words(scale.at(value), sheet.y + SMALL, text, SMALL, paint="muted", anchor="middle"))
    sheet.y += SMALL + 6
    sheet.marks.append(Line(sheet.left, sheet.y, sheet.left + sheet.room, sheet.y, "edge"))


def _guides(sheet: Sheet, drawing: Dots, scale: _Scale, high: float) -> None:
    for value in (drawing.least, *drawing.guides, 1.0):
        x = scale.at(value)
        sheet.marks.append(Line(x, sheet.y, x, sheet.y + high, "hairline"))


def _dot(dot: Dot, scale: _Scale, middle: float) -> list[Mark]:
    if dot.value is None:
        return []
    marks: list[Mark] = []
    if dot.interval is not None:
        low, high = (scale.at(end) for end in dot.interval)
        marks.append(Line(low, middle, high, middle, "text", 1.5))
        marks += [Line(x, middle - _END, x, middle + _END, "text", 1.5) for x in (low, high)]
    x = scale.at(dot.value) - _DOT / 2
    return [*marks, _box(x, middle - _DOT / 2, hollow=dot.hollow)]


def _box(x: float, y: float, *, hollow: bool) -> Box:
    return Box(x, y, _DOT, _DOT, fill="surface" if hollow else "heat5", edge="text", stroke=2 if hollow else 1)


def _samples(drawing: Dots) -> list[tuple[list[Mark], str]]:
    inset, middle = (SWATCH - _DOT) / 2, SWATCH / 2
    span: list[Mark] = [
        Line(0, middle, SWATCH, middle, "text", 1.5),
        Line(0, middle - _END, 0, middle + _END, "text", 1.5),
        Line(SWATCH, middle - _END, SWATCH, middle + _END, "text", 1.5),
    ]
    samples: list[tuple[list[Mark], str]] = [([_box(inset, inset, hollow=False)], drawing.dot)]
    if any(dot.hollow for row in drawing.dots for dot in row):
        samples.append(([_box(inset, inset, hollow=True)], drawing.hollow))
    if any(dot.interval for row in drawing.dots for dot in row):
        samples.append((span, drawing.span))
    return samples
