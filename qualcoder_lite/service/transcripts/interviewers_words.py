"""Codes that stand on what an interviewer says, which is a question and not what somebody lived through."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qualcoder_lite.domain.transcript import SpeakerRole, turns_touched
from qualcoder_lite.storage.transcripts import turns as stored_turns

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable

    from qualcoder_lite.service.session import Session


def in_interviewers_words(session: Session, among: Collection[str]) -> Callable[[str, int, int], bool]:
    """Tells of a stretch of one of some transcripts (ids) whether only interviewers speak in it.

    A stretch that touches no turn is nobody's. What is read is kept until the project changes.
    """
    wanted = frozenset(among)

    def read() -> Callable[[str, int, int], bool]:
        speakers = stored_turns.speakers_of(session.database, wanted)
        asks = {id_: numbers for id_, found in speakers.items() if (numbers := asking(each.role for each in found))}
        turns = stored_turns.of_transcripts(session.database, asks)

        def interviewer_alone(transcript: str, start: int, end: int) -> bool:
            there = turns.get(transcript, ())
            touched = turns_touched(there, start, end)
            return bool(touched) and all(there[n].speaker in asks[transcript] for n in touched)

        return interviewer_alone

    return session.kept(("interviewers-words", wanted), read)


def asking(roles: Iterable[SpeakerRole]) -> frozenset[int]:
    """The numbers of the speakers who are interviewers."""
    return frozenset(n for n, role in enumerate(roles) if role is SpeakerRole.INTERVIEWER)
