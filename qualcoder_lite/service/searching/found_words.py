"""What a search found, with the words around it: put together when it is looked at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, overload

from qualcoder_lite.storage.transcripts import texts, turns

if TYPE_CHECKING:
    from collections.abc import Mapping

    from qualcoder_lite.domain.searching.search import Hit
    from qualcoder_lite.domain.transcript import Speaker, SpeakerRole
    from qualcoder_lite.service.placement import Placement
    from qualcoder_lite.storage.file.database import Database

#: Characters of what is said around a hit that are told with it, on either side.
AROUND = 80

# Transcripts whose texts a list keeps at hand while it is scrolled through, and hits put together at once: of so many
# transcripts at most.
_KEPT, _READ = 200, 100


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundWords:
    """A hit with the words around it, in the same turn, and where it is.

    `speaker` is the label in the transcript and `turn` counts from 1; both None outside all turns.
    """

    transcript: str
    title: str
    start: int
    end: int
    before: str
    match: str
    after: str
    speaker: str | None
    role: SpeakerRole | None
    turn: int | None
    participant: str | None
    site: str | None
    client_group: str | None


class FoundList(Sequence[FoundWords]):
    """Hits in order, each with the words around it, put together when it is asked for."""

    def __init__(self, database: Database, placed: Mapping[str, Placement], hits: Sequence[Hit]) -> None:
        """List hits; nothing of their transcripts is read yet."""
        self._database, self._placed, self._hits = database, placed, hits
        self._texts: dict[str, str] = {}
        self._speaking: dict[str, Sequence[int]] = {}
        self._speakers: dict[str, list[Speaker]] = {}

    def __len__(self) -> int:
        """How many hits there are."""
        return len(self._hits)

    @overload
    def __getitem__(self, index: int) -> FoundWords: ...
    @overload
    def __getitem__(self, index: slice) -> list[FoundWords]: ...
    def __getitem__(self, index: int | slice) -> FoundWords | list[FoundWords]:
        """One hit, or some."""
        if isinstance(index, slice):
            wanted = self._hits[index]
            return [found for at in range(0, len(wanted), _READ) for found in self._together(wanted[at : at + _READ])]
        return self._together([self._hits[index]])[0]

    def _together(self, hits: Sequence[Hit]) -> list[FoundWords]:
        """Some hits, what isn't at hand of their transcripts read at once."""
        missing = {hit.transcript for hit in hits} - self._texts.keys()
        if missing:
            if len(self._texts) + len(missing) > _KEPT:
                for kept in (self._texts, self._speaking, self._speakers):
                    kept.clear()
                missing = {hit.transcript for hit in hits}
            # A list may be shown for a moment longer than a transcript in it exists: its words are gone then.
            self._texts |= dict.fromkeys(missing, "") | texts.bodies(self._database, missing)
            self._speaking |= turns.speaking_in_turns(self._database, missing)
            self._speakers |= turns.speakers_of(self._database, missing)
        return [self._found(hit) for hit in hits]

    def _found(self, hit: Hit) -> FoundWords:
        text, speaker = self._texts[hit.transcript], self._speaker(hit)
        placement = self._placed[hit.transcript]
        return FoundWords(
            transcript=hit.transcript,
            title=placement.transcript.title,
            start=hit.start,
            end=hit.end,
            before=text[max(hit.piece_start, hit.start - AROUND) : hit.start],
            match=text[hit.start : hit.end],
            after=text[hit.end : min(hit.piece_end, hit.end + AROUND)],
            speaker=speaker.label if speaker else None,
            role=speaker.role if speaker else None,
            turn=hit.turn + 1 if hit.turn >= 0 else None,
            participant=placement.participant.name if placement.participant else None,
            site=placement.site.name if placement.site else None,
            client_group=placement.client_group or None,
        )

    def _speaker(self, hit: Hit) -> Speaker | None:
        """Who speaks in the hit's turn; None outside all turns, or where the turns are others by now."""
        speaking = self._speaking.get(hit.transcript, ())
        return self._speakers[hit.transcript][speaking[hit.turn]] if 0 <= hit.turn < len(speaking) else None
