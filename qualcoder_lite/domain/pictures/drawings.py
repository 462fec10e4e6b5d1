"""What pictures show, before anything is laid out: shaded numbers in a grid, bars, or dots; and the same in words."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from qualcoder_lite.translation import tr, tr_later

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qualcoder_lite.domain.pictures.marks import Paint, Pattern

#: What is said of a number of people so small that a reader may know them.
SO_FEW = tr_later("So few people might be recognised.")

#: Shades of a grid above nobody.
SHADES = 5


class Behind(NamedTuple):
    """What lies behind a place of a picture: names, or ids for an outcome and a feature; empty means any.

    `value` is one of whatever the columns of frequencies are values of; empty there means not known.

    `nowhere` marks what can't be gone to, such as the people whose site isn't recorded.
    """

    outcome: str = ""
    feature: str = ""
    site: str = ""
    client_group: str = ""
    value: str = ""
    coder: str = ""
    nowhere: bool = False


@dataclass(frozen=True, slots=True)
class Head:
    """What heads a row or a column.

    Attributes:
        name: The name.
        out_of: What it is out of, as a number alone where there is little room.
        under: The same in words.
        group: The heading that rows of one kind stand under.
    """

    name: str
    out_of: str = ""
    under: str = ""
    group: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Square:
    """A cell of a grid: a number on a shade from 0 to `SHADES`, and a few words under it.

    `small` stands in the place of `under` where cells are narrow. `told` is the same in words, without what row and
    column it stands in. `few` marks people who might be known by it, `published` what a publication found too.
    """

    number: str
    told: str = ""
    shade: int = 0
    under: str = ""
    small: str = ""
    few: bool = False
    published: bool = False
    behind: Behind = field(default_factory=Behind)


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """A grid of squares: one tuple of them a row.

    Attributes:
        title: What is shown.
        about: Whom it counts, a sentence each; they stand under the title.
        rows: What heads the rows.
        columns: What heads the columns.
        squares: The cells.
        shades: What the shades from 0 to `SHADES` stand for, in words.
        notes: What a reader must know, under the picture.
        corner: What the rows are.
        out_of: What the columns' numbers are out of, for where there is room for numbers only.
    """

    title: str
    about: Sequence[str]
    rows: Sequence[Head]
    columns: Sequence[Head]
    squares: Sequence[Sequence[Square]]
    shades: Sequence[str]
    notes: Sequence[str] = ()
    corner: str = ""
    out_of: str = ""

    def in_words(self) -> list[str]:
        """The same without the picture: a line for each row that has anything."""
        lines = [self.title, *self.about, *_heads(self.columns)]
        for row, squares in zip(self.rows, self.squares, strict=True):
            told = [(column, square.told) for column, square in zip(self.columns, squares, strict=True) if square.shade]
            lines += _row_in_words(row, told, tr("nobody"))
        return [*lines, *self.notes]

    def said(self, row: int, column: int) -> str:
        """One cell in words, with what it is about."""
        return _said(self.rows[row], self.columns[column], self.squares[row][column].told)


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of part of a bar: its name, and how it is filled; the pattern tells it without colour."""

    name: str
    fill: Paint
    on_fill: Paint
    pattern: Pattern = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """A bar: how many of each kind, in the drawing's order; the words at its end, and what it says in words."""

    parts: Sequence[int]
    end: str
    told: str
    few: bool = False
    behind: Behind = field(default_factory=Behind)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bars:
    """Bars in rows and columns.

    Attributes:
        title: What is shown.
        about: Whom it counts, a sentence each.
        kinds: The parts of each bar, from left to right.
        middle: The kind that stands astride the line in the middle; None for bars that begin at the left.
        rows: What heads the rows.
        columns: What heads the columns.
        bars: One tuple of them a row.
        notes: What a reader must know, under the picture.
    """

    title: str
    about: Sequence[str]
    kinds: Sequence[Kind]
    rows: Sequence[Head]
    columns: Sequence[Head]
    bars: Sequence[Sequence[Bar]]
    middle: int | None = None
    notes: Sequence[str] = ()

    def in_words(self) -> list[str]:
        """The same without the picture: a line for each row that has anything."""
        lines = [self.title, *self.about, *_heads(self.columns)]
        for row, bars in zip(self.rows, self.bars, strict=True):
            told = [(column, bar.told) for column, bar in zip(self.columns, bars, strict=True)]
            lines += _row_in_words(row, told, tr("nothing"))
        return [*lines, *self.notes]

    def said(self, row: int, column: int) -> str:
        """One bar in words, with what it is about."""
        return _said(self.rows[row], self.columns[column], self.bars[row][column].told)


@dataclass(frozen=True, slots=True, kw_only=True)
class Dot:
    """A value up to 1 with its interval, None where there is none; the words at its end, and what it says in words."""

    value: float | None
    interval: tuple[float, float] | None = None
    end: str = ""
    told: str = ""
    hollow: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Dots:
    """Values on one scale: a row has a dot for each column, one under the other.

    Attributes:
        title: What is shown.
        about: What the values are, a sentence each.
        rows: What heads the rows.
        columns: What heads the dots of a row.
        dots: One tuple of them a row.
        dot: What a dot is.
        hollow: What a hollow dot is.
        span: What the line through a dot is.
        guides: Values at which a line helps the eye.
        least: The value at the left end of the scale; 1 is at the right.
        notes: What a reader must know, under the picture.
    """

    title: str
    about: Sequence[str]
    rows: Sequence[Head]
    columns: Sequence[Head]
    dots: Sequence[Sequence[Dot]]
    dot: str
    hollow: str
    span: str
    guides: Sequence[float] = ()
    least: float = 0.0
    notes: Sequence[str] = ()

    def in_words(self) -> list[str]:
        """The same without the picture: a line for each dot."""
        lines = [self.title, *self.about, *_heads(self.columns)]
        for row, dots in zip(self.rows, self.dots, strict=True):
            told = [(column, dot.told) for column, dot in zip(self.columns, dots, strict=True)]
            lines += _row_in_words(row, told, tr("nothing"))
        return [*lines, *self.notes]

    def said(self, row: int, column: int) -> str:
        """One dot in words, with what it is about."""
        return _said(self.rows[row], self.columns[column], self.dots[row][column].told)


#: What a picture shows. (A chart, in this program, is the framework chart: see `domain/chart/cells.py`.)
Drawing: TypeAlias = Grid | Bars | Dots


def _heads(columns: Sequence[Head]) -> list[str]:
    """What the columns are out of, where they say so."""
    return [f"{column.name}: {column.under}." for column in columns if column.name and column.under]


def _said(row: Head, column: Head, told: str) -> str:
    return f"{row.name}{', ' if column.name else ''}{column.name}: {told}"


def _row_in_words(row: Head, told: Sequence[tuple[Head, str]], nothing: str) -> list[str]:
    """A row's name and a line for each of its cells; one line where there is one column without a name, or nothing."""
    under = f" ({row.under})" if row.under else ""
    if not told:
        return [f"{row.name}{under}: {nothing}."]
    if len(told) == 1 and not told[0][0].name:
        return [f"{row.name}{under}: {told[0][1]}"]
    return [f"{row.name}{under}", *(f"   {column.name}: {words}" for column, words in told)]


def counted_passages(number: int) -> str:
    """How many passages: "1 passage"."""
    return tr("{n:,} passage", "{n:,} passages", n=number)


def in_passages(number: int) -> str:
    """In how many passages: "in 2 passages"."""
    return tr("in {n:,} passage", "in {n:,} passages", n=number)


def of_interviewed(number: int) -> str:
    """Out of how many people who were interviewed: "of 12 people interviewed"."""
    return tr("of {n:,} person interviewed", "of {n:,} people interviewed", n=number)


def part_of_people(part: int, whole: int) -> str:
    """How many of how many people: "3 of 12 people"."""
    return tr("{part} of {n:,} person", "{part} of {n:,} people", part=part, n=whole)


def shade(part: int, whole: int) -> int:
    """The shade of a share: 0 for nothing, then 1 to `SHADES` in equal steps, the last from more than four in five."""
    return 0 if part <= 0 else 1 + min(SHADES - 1, part * SHADES // max(whole, 1))
