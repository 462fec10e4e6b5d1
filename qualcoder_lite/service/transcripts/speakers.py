"""Reading once more who speaks in a transcript that is stored. The text stays as it is, and so do all codings."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from qualcoder_lite.domain.transcript import ReadingChoices, TranscriptText
from qualcoder_lite.storage.transcripts import texts
from qualcoder_lite.storage.transcripts import transcripts as stored
from qualcoder_lite.storage.transcripts import turns as stored_turns

if TYPE_CHECKING:
    from qualcoder_lite.domain.changes import Changes
    from qualcoder_lite.service.session import Session

_GUESS_ALL = ReadingChoices()


class Speakers:
    """Who speaks in the transcripts of a project."""

    def __init__(self, session: Session) -> None:
        """Work on an open project."""
        self._session = session
        self._database = session.database

    def read_again(self, transcript: str, choices: ReadingChoices = _GUESS_ALL) -> TranscriptText:
        """What reading a transcript's speakers once more would give; nothing is changed.

        Who was found before is found again, by name and role, unless the choices say otherwise.

        Args:
            transcript: The transcript's id.
            choices: What a person says of its speakers.
        """
        from qualcoder_lite.importers.speakers.known_speakers import known_speakers
        from qualcoder_lite.importers.speakers.turns import FoundTurns, find_turns

        record = stored.read(self._database, [transcript])[0]
        text = texts.body(self._database, transcript)
        turns = stored_turns.of_transcript(self._database, transcript)
        known = known_speakers(text, stored_turns.speakers(self._database, transcript), turns)
        found = FoundTurns((), ())
        if choices.find_speakers:
            times = {turn.start: turn.timestamp for turn in turns if turn.timestamp is not None}
            choices = replace(choices, roles={**known.roles, **choices.roles}, same={**known.same, **choices.same})
            found = find_turns(text, choices, record.metadata, known=known.marks, times=times)
        return TranscriptText(
            title=record.title,
            text=text,
            speakers=found.speakers,
            turns=found.turns,
            metadata=record.metadata,
            guesses=found.guesses,
            found=found.found,
            doubtful=found.doubtful,
        )

    def store_again(self, transcript: str, choices: ReadingChoices) -> Changes:
        """Read a transcript's speakers once more and keep what is found, in one step that can be undone.

        Codings stay on their words: the text doesn't change. Empty Changes where nothing is found otherwise.
        """
        found = self.read_again(transcript, choices)
        with self._session.step("read-speakers", {"transcript": transcript}) as step:
            stored_turns.change(self._database, transcript, found.speakers, found.turns)
        return step.changes
