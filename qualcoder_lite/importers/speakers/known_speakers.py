"""Who was found to speak in a transcript that is stored, for reading its speakers once more."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from qualcoder_lite.importers.file_text import Mark
from qualcoder_lite.importers.speakers.labels import label_at
from qualcoder_lite.importers.speakers.roles import key_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from qualcoder_lite.domain.transcript import Speaker, SpeakerRole, Turn

_AROUND = re.compile(r"^[\s\d\[\](){}<>*_#.,;:¶§-]+|[\s\[\](){}<>*_#.,;:-]+$")


class Known(NamedTuple):
    """Where somebody is known to begin to speak, under which label as written, and what is known of the speakers."""

    marks: tuple[Mark, ...]
    roles: Mapping[str, SpeakerRole]
    same: Mapping[str, str]


def known_speakers(text: str, speakers: Sequence[Speaker], turns: Sequence[Turn]) -> Known:
    """What lets the speakers of these turns be found again, under their names and with their roles.

    Args:
        text: The text of record.
        speakers: Its speakers.
        turns: Their turns.
    """
    same: dict[str, str] = {}
    marks: list[Mark] = []
    for turn in turns:
        shown = speakers[turn.speaker].label
        written = _written(text, turn) or shown
        marks.append(Mark(turn.start, turn.speech, written))
        if key_of(written) != key_of(shown):
            same[written] = shown
    return Known(tuple(marks), {speaker.label: speaker.role for speaker in speakers}, same)


def _written(text: str, turn: Turn) -> str:
    """The label as it stands in the text at a turn's start."""
    label = label_at(text, turn.start, turn.end)
    if label is not None and label.end <= turn.speech:
        return label.words
    return _AROUND.sub("", text[turn.start : turn.speech])
