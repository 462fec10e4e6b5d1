"""A short interview, set out as the reading view gets it."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from qualcoder_lite.domain.transcript import Speaker, SpeakerRole, Turn
from qualcoder_lite.gui.reading.painted_coding import PaintedCoding

SPEAKERS = (Speaker("Moira", SpeakerRole.INTERVIEWER), Speaker("Elsie", SpeakerRole.PARTICIPANT))
SAID = (
    (0, "How are things with the new worker?"),
    (1, "She comes on Mondays. Mrs. Hay, her name is. If I ring, she answers.\nThat was never so before."),
    (0, "And the lunch club?"),
    (1, "Every Thursday. I would not miss it."),
)


@dataclass(frozen=True)
class Interview:
    """A stored text with its turns and speakers."""

    text: str
    turns: tuple[Turn, ...]
    speakers: tuple[Speaker, ...] = SPEAKERS

    def place(self, words: str) -> tuple[int, int]:
        """Where words stand in the stored text."""
        start = self.text.index(words)
        return start, start + len(words)

    def coding(self, coding_id: str, words: str, name: str = "Responsiveness", **more: str) -> PaintedCoding:
        """A coding on words of the text."""
        start, end = self.place(words)
        return PaintedCoding(coding_id, start, end, more.pop("group", "process"), "PS", name, **more)


def interview(said: tuple[tuple[int, str], ...]) -> Interview:
    """Turns under one another, each after its speaker's label."""
    text = ""
    turns = []
    for speaker, words in said:
        start = len(text)
        text += f"{SPEAKERS[speaker].label}: "
        speech = len(text)
        text += words
        turns.append(Turn(start, speech, len(text), speaker))
        text += "\n\n"
    return Interview(text, tuple(turns))


@pytest.fixture
def elsie() -> Interview:
    return interview(SAID)
