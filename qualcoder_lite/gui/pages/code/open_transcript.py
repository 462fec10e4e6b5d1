"""The transcript that is open, with its codings kept in memory, so that coding never reads the project again."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from qualcoder_lite.domain.transcript import turns_touched

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qualcoder_lite.domain.coding import Coding
    from qualcoder_lite.domain.transcript import Speaker, Turn


@dataclass(slots=True)
class OpenTranscript:
    """A transcript as it is worked on. `codings` holds everybody's, by id."""

    id: str
    text: str
    turns: Sequence[Turn]
    speakers: Sequence[Speaker]
    codings: dict[str, Coding] = field(default_factory=dict)

    def of_coder(self, coder: str) -> list[Coding]:
        """A coder's own codings; `coder` is an id."""
        return [each for each in self.codings.values() if _is_of(each, coder)]

    # Places are compared first below: most codings lie elsewhere, and there may be thousands.

    def covering(self, coder: str, start: int, end: int) -> list[Coding]:
        """A coder's own codings that hold all of a passage."""
        return [
            each for each in self.codings.values() if each.start <= start and end <= each.end and _is_of(each, coder)
        ]

    def on_turns(self, coder: str, start: int, end: int) -> list[Coding]:
        """A coder's own codings on the turns that a passage touches, in order of position."""
        first, last = self.reach(start, end)
        found = [each for each in self.codings.values() if each.start < last and each.end > first]
        return sorted((each for each in found if _is_of(each, coder)), key=_by_place)

    def turns_of(self, start: int, end: int) -> int:
        """How many turns a passage touches."""
        return len(turns_touched(self.turns, start, end))

    def reach(self, start: int, end: int) -> tuple[int, int]:
        """From where to where the turns go that a passage touches; the passage itself where there are none."""
        touched = turns_touched(self.turns, start, end)
        return (self.turns[touched[0]].start, self.turns[touched[-1]].end) if touched else (start, end)


def _is_of(coding: Coding, coder: str) -> bool:
    return coding.coder == coder and coding.decision is None


def _by_place(coding: Coding) -> tuple[int, int, str]:
    return coding.start, coding.end, coding.id


NOTHING_OPEN = OpenTranscript("", "", (), ())
"""Stands where no transcript is open; its id is empty."""
