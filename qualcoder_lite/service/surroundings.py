"""A passage among what is said around it: for reading a quote without losing what it answers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from qualcoder_lite.domain.transcript import SpeakerRole, Turn, turns_touched
from qualcoder_lite.storage import transcripts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qualcoder_lite.domain.extract import Extract
    from qualcoder_lite.domain.transcript import Speaker
    from qualcoder_lite.storage.database import Database


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
    """The turns that an extract touches, marked where it lies, with the turn before and the one after."""

    before: Said | None
    within: tuple[Said, ...]
    after: Said | None


def surroundings(database: Database, extract: Extract) -> Surroundings:
    """Read an extract's own turns and its neighbours; a transcript without turns is one turn that nobody is named for.

    Nothing is within where the transcript is gone.
    """
    text = transcripts.bodies(database, [extract.transcript]).get(extract.transcript, "")
    speakers = transcripts.speakers_of(database, [extract.transcript]).get(extract.transcript, [])
    turns = transcripts.turns_of(database, [extract.transcript]).get(extract.transcript, [])
    touched = turns_touched(turns, extract.start, extract.end)
    if not touched:
        whole = Turn(0, 0, len(text), -1)
        return Surroundings(before=None, within=(_said(text, speakers, whole, extract),) if text else (), after=None)
    return Surroundings(
        before=_said(text, speakers, turns[touched[0] - 1]) if touched[0] else None,
        within=tuple(_said(text, speakers, turns[n], extract) for n in touched),
        after=_said(text, speakers, turns[touched[-1] + 1]) if touched[-1] + 1 < len(turns) else None,
    )


def _said(text: str, speakers: Sequence[Speaker], turn: Turn, extract: Extract | None = None) -> Said:
    named = 0 <= turn.speaker < len(speakers)
    label, role = (speakers[turn.speaker].label, speakers[turn.speaker].role) if named else ("", SpeakerRole.OTHER)
    words = text[turn.speech : turn.end]
    if extract is None:
        return Said(label, role, words)
    start = min(max(extract.start - turn.speech, 0), len(words))
    end = min(max(extract.end - turn.speech, start), len(words))
    return Said(label, role, words, start, end)
