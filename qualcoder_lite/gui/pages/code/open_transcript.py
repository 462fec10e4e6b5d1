"""The transcript that is open, with its codings kept in memory, so that coding never reads the project again."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from qualcoder_lite.domain.transcript import turns_touched

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

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
        return [coding for coding in self.codings.values() if coding.coder == coder and coding.decision is None]

    def covering(self, coder: str, start: int, end: int) -> list[Coding]:
        """A coder's own codings that hold all of a passage."""
        return [coding for coding in self.of_coder(coder) if coding.start <= start and end <= coding.end]

    def on_turns(self, coder: str, start: int, end: int) -> list[Coding]:
        """A coder's own codings on the turns that a passage touches, in order of position."""
        first, last = self.reach(start, end)
        found = [coding for coding in self.of_coder(coder) if coding.start < last and coding.end > first]
        return sorted(found, key=lambda coding: (coding.start, coding.end, coding.id))

    def reach(self, start: int, end: int) -> tuple[int, int]:
        """From where to where the turns go that a passage touches; the passage itself where there are none."""
        touched = turns_touched(self.turns, start, end)
        return (self.turns[touched[0]].start, self.turns[touched[-1]].end) if touched else (start, end)

    @staticmethod
    def counts(codings: Iterable[Coding]) -> Counter[str]:
        """How often each code stands among codings."""
        return Counter(coding.code for coding in codings)


NOTHING_OPEN = OpenTranscript("", "", (), ())
"""Stands where no transcript is open; its id is empty."""
