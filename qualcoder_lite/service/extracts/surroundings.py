"""A passage among what is said around it: for reading a quote without losing what it answers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from qualcoder_lite.domain.transcript import SpeakerRole, Turn, turns_touched
from qualcoder_lite.storage.transcripts import texts
from qualcoder_lite.storage.transcripts import turns as stored_turns

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qualcoder_lite.domain.transcript import Speaker
    from qualcoder_lite.storage.file.database import Database


@dataclass(frozen=True, slots=True)
class Said:
    """A turn with the part of it that is marked: `text[start:end]`, in code points; nothing where both are 0.

    `speaker` is the label in the transcript, empty for words before the first one.
    """

    speaker: str
    role: SpeakerRole
    text: str
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """The turns that a passage touches, marked where it lies, with the turn before and the one after."""

    before: Said | None
    within: tuple[Said, ...]
    after: Said | None


def surroundings(database: Database, transcript: str, start: int, end: int) -> Surroundings:
    """Read a passage's own turns and its neighbours; a transcript without turns is one turn that nobody is named for.

    Nothing is within where the transcript is gone.
    """
    text = texts.bodies(database, [transcript]).get(transcript, "")
    speakers = stored_turns.speakers_of(database, [transcript]).get(transcript, [])
    turns = stored_turns.of_transcripts(database, [transcript]).get(transcript, [])
    touched = turns_touched(turns, start, end)
    if not touched:
        whole = Turn(0, 0, len(text), -1)
        return Surroundings(before=None, within=(_said(text, speakers, whole, start, end),) if text else (), after=None)
    return Surroundings(
        before=_said(text, speakers, turns[touched[0] - 1]) if touched[0] else None,
        within=tuple(_said(text, speakers, turns[n], start, end) for n in touched),
        after=_said(text, speakers, turns[touched[-1] + 1]) if touched[-1] + 1 < len(turns) else None,
    )


def _said(text: str, speakers: Sequence[Speaker], turn: Turn, start: int = 0, end: int = 0) -> Said:
    named = 0 <= turn.speaker < len(speakers)
    label, role = (speakers[turn.speaker].label, speakers[turn.speaker].role) if named else ("", SpeakerRole.OTHER)
    words = text[turn.speech : turn.end]
    if start >= end:
        return Said(label, role, words)
    left = min(max(start - turn.speech, 0), len(words))
    return Said(label, role, words, left, min(max(end - turn.speech, left), len(words)))
