"""What the reading view needs to know of a coding: plain data, no ids of codes and no project behind it."""

from __future__ import annotations

from dataclasses import dataclass

from qualcoder_lite.translation import tr

#: What is said aloud for the signs of polarity.
SPOKEN_SIGNS = {"+": tr("delivered"), "−": tr("not delivered"), "±": tr("mixed")}


@dataclass(frozen=True, slots=True)
class PaintedCoding:
    """One coding as it is shown.

    `start` and `end` are code points over the stored text, end exclusive. `group` names the colours in the palette,
    `keys` are the letters on the cap ("PS"), `sign` is the polarity in one character ("+", "−", "±" or nothing).
    `coder` names whose it is, where it isn't the reader's own; they are shown as `initials` on their `colour`.
    """

    id: str
    start: int
    end: int
    group: str
    keys: str
    name: str
    sign: str = ""
    coder: str = ""
    initials: str = ""
    colour: str = ""

    @property
    def length(self) -> int:
        """How many code points it covers."""
        return self.end - self.start

    def spoken(self) -> str:
        """The coding as a screen reader says it."""
        return ", ".join(part for part in (self.name, SPOKEN_SIGNS.get(self.sign, ""), self.coder) if part)
