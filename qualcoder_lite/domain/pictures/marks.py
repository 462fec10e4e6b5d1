"""What a picture is made of: a few plain marks on a sheet, which the window paints and the exporters write.

Lengths are in units of 1/96 inch, with the origin at the top left. Colours are roles ("text", "heat3"), since the
window has a light and a dark theme and paper has neither. How wide words are is asked of whoever draws them, so that
the one layout fits the window's painter as well as a file.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Sequence

Paint: TypeAlias = Literal[
    "surface",
    "text",
    "muted",
    "edge",
    "hairline",
    "heat0",
    "heat1",
    "heat2",
    "heat3",
    "heat4",
    "heat5",
    "on_heat0",
    "on_heat1",
    "on_heat2",
    "on_heat3",
    "on_heat4",
    "on_heat5",
]
Pattern: TypeAlias = Literal["", "dots", "hatch"]

#: The width of words in units: the words, their size in units, and whether they are bold.
Measure: TypeAlias = "Callable[[str, float, bool], float]"

#: Sizes of type: a title, words, and small words. Nothing is smaller: pictures are read by people with low vision too.
TITLE, BODY, SMALL = 17.0, 14.0, 12.0

#: From the middle of a line of capitals down to its baseline, as a share of the size.
TO_BASELINE = 0.34


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle: its fill, a pattern on it in `ink`, and an edge, each where it has any."""

    x: float
    y: float
    width: float
    height: float
    fill: Paint | None = None
    edge: Paint | None = None
    pattern: Pattern = ""
    ink: Paint = "text"
    dashed: bool = False
    stroke: float = 1


@dataclass(frozen=True, slots=True)
class Line:
    """A straight line."""

    x1: float
    y1: float
    x2: float
    y2: float
    paint: Paint = "hairline"
    stroke: float = 1


@dataclass(frozen=True, slots=True)
class Corner:
    """A triangle in the upper left corner of something: the mark of what was published."""

    x: float
    y: float
    side: float
    paint: Paint = "text"


@dataclass(frozen=True, slots=True)
class Words:
    """One line of words. (x, y) lies on the baseline, at the start, middle or end; `upright` ones run upwards."""

    x: float
    y: float
    text: str
    size: float = BODY
    bold: bool = False
    paint: Paint = "text"
    anchor: Literal["start", "middle", "end"] = "start"
    upright: bool = False


Mark: TypeAlias = Box | Line | Corner | Words


@dataclass(frozen=True, slots=True)
class Spot:
    """A place of a picture that means something: where it is, what it says aloud, and the key of what is behind it.

    `row` and `column` count the places, for going from one to the next by the arrow keys.
    """

    x: float
    y: float
    width: float
    height: float
    row: int
    column: int
    said: str
    key: Hashable


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A picture ready to be drawn. `words` say the same without it, a sentence or line each."""

    title: str
    width: float
    height: float
    marks: Sequence[Mark]
    spots: Sequence[Spot]
    words: Sequence[str]
