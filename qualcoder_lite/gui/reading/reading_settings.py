"""How one person likes to read: type, lines, page, and what helps to keep one's place. Kept for each coder by name."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, fields
from enum import StrEnum
from typing import Any

from qualcoder_lite.gui.theme import tokens

#: Pixels in a point, as screens are taken to have 96 to the inch.
PIXELS = 96 / 72
#: The smallest and the largest type, in points.
LEAST, MOST = 10.0, 32.0


class LineFocus(StrEnum):
    """What stays bright while the rest of the page is dimmed."""

    OFF = "off"
    TURN = "turn"
    LINES = "lines"


@dataclass(frozen=True, slots=True)
class ReadingSettings:
    """What a person chose.

    Attributes:
        family: the typeface; empty for the program's own.
        points: the size of the words at the window's usual text size.
        line_height: in heights of the type.
        column: how many average characters wide the text may run; 0 for as wide as there is room.
        tint: the colour of the page, by name; empty for the one chosen on Settings.
        line_focus: what stays bright.
        turn_numbers: whether "turn 4" stands beside a speaker's name.
        line_numbers: whether the lines are numbered as they stand on the page.
        plain: whether what isn't needed to read and code is put away.
    """

    family: str = ""
    points: float = tokens.TYPE["reading"][0] / PIXELS
    line_height: float = tokens.READING_LINE
    column: int = 72
    tint: str = ""
    line_focus: LineFocus = LineFocus.OFF
    turn_numbers: bool = True
    line_numbers: bool = False
    plain: bool = False

    @classmethod
    def read(cls, kept: str) -> ReadingSettings:
        """The settings as `written` wrote them; what is missing or can't be is as usual."""
        try:
            found = json.loads(kept or "{}")
        except ValueError:
            found = {}
        usual = cls()
        if not isinstance(found, dict):
            return usual
        known = {each.name: _checked(found.get(each.name), getattr(usual, each.name)) for each in fields(cls)}
        known["points"] = max(LEAST, min(MOST, known["points"]))
        known["line_height"] = max(1.0, min(3.0, known["line_height"]))
        known["column"] = max(0, min(400, known["column"]))
        return cls(**known)

    def written(self) -> str:
        """The settings as text, to be kept."""
        return json.dumps(asdict(self), ensure_ascii=False)


def _checked(value: Any, usual: Any) -> Any:  # noqa: ANN401 - whatever stands in the file, and whatever a field holds
    """A value of the kind that the usual one is, or the usual one."""
    if isinstance(usual, LineFocus):
        return LineFocus(value) if value in list(LineFocus) else usual
    if isinstance(usual, float) and isinstance(value, int | float) and not isinstance(value, bool):
        return float(value)
    return value if type(value) is type(usual) else usual
