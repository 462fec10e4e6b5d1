"""Extracts listed without reading them: each is put together from its transcript when it is looked at."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, overload

from qualcoder_lite.domain.extracts.attribution_guard import Person
from qualcoder_lite.domain.extracts.extract import INTERVIEWER, Extract
from qualcoder_lite.domain.people import Consent
from qualcoder_lite.domain.progress import unwatched
from qualcoder_lite.domain.transcript import SpeakerRole, spoken
from qualcoder_lite.storage.coding import coders
from qualcoder_lite.storage.cross_reference import counting
from qualcoder_lite.storage.transcripts import texts
from qualcoder_lite.storage.transcripts import turns as stored_turns

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from qualcoder_lite.domain.codebook import Code
    from qualcoder_lite.domain.extracts.stars import Stars
    from qualcoder_lite.domain.passage import Passage
    from qualcoder_lite.domain.progress import Progress
    from qualcoder_lite.domain.transcript import Speaker, Turn
    from qualcoder_lite.service.placement import Placement
    from qualcoder_lite.storage.file.database import Database

# How somebody who speaks in another person's interview is attributed.
_SPOKEN_BY = {
    SpeakerRole.INTERVIEWER: INTERVIEWER,
    SpeakerRole.CARER: "carer",
    SpeakerRole.SUPPORT: "support worker",
    SpeakerRole.OTHER: None,
}
_CARERS = ("unpaid carer", "paid carer")
# Transcripts whose texts a list keeps at hand.
_KEPT = 64


class _Talk:
    """A transcript as its extracts are put together: its words, and what they have in common."""

    def __init__(self, placement: Placement, body: str, turns: Sequence[Turn], speakers: Sequence[Speaker]) -> None:
        """Take what was read of it. Where it is gone meanwhile, there is nothing in it."""
        self.body, self.turns = body, turns
        self.title = placement.transcript.title
        self.site = placement.site.name if placement.site else None
        self.client_group = placement.client_group or None
        self.participant = placement.participant.name if placement.participant else None
        self.may_quote, self.not_asked = may_quote(placement), _was_not_asked(placement)
        self._placement, self._speakers = placement, speakers
        self._speaking: dict[tuple[int, ...], tuple[str | None, str | None]] = {}

    def speaking(self, heard: Sequence[int]) -> tuple[str | None, str | None]:
        """Who speaks in some turns (numbers): their labels, and what a reader is told of them. Few speak in all."""
        turns = self.turns
        numbers = tuple([turns[number].speaker for number in heard])
        told = self._speaking.get(numbers)
        if told is None:
            speakers = [self._speakers[number] for number in numbers]
            labels = ", ".join(dict.fromkeys([speaker.label for speaker in speakers])) or None
            told = labels, _spoken_by(self._placement, {speaker.role for speaker in speakers})
            self._speaking[numbers] = told
        return told


class ExtractList(Sequence[Extract]):
    """Extracts in order, each put together from its transcript when it is asked for."""

    def __init__(
        self,
        database: Database,
        placed: Mapping[str, Placement],
        codes: Iterable[Code],
        passages: Sequence[Passage],
        stars: Stars,
    ) -> None:
        """List passages; nothing of their transcripts is read yet."""
        self._database = database
        self._placed = placed
        self._passages = passages
        self._stars = stars
        self._codes = {code.id: code for code in codes}
        self._coders = {coder.id: coder.name for coder in coders.read(database)}
        self._names: dict[tuple[str, ...], tuple[str, ...]] = {}
        self._talks: dict[str, _Talk] = {}
        self._memos: dict[str, str] | None = None

    @property
    def passages(self) -> Sequence[Passage]:
        """The passages behind the extracts, in the same order."""
        return self._passages

    def together(self, progress: Progress = unwatched) -> list[Extract]:
        """All of them, put together transcript after transcript, so that only some transcripts' words are at hand."""
        self._memos = counting.memos_of(self._database)
        made: dict[int, Extract] = {}
        numbers: dict[str, list[int]] = {}
        for n, passage in enumerate(self._passages):
            numbers.setdefault(passage.transcript, []).append(n)
        wanted = list(numbers)
        for at in range(0, len(wanted), _KEPT):
            progress(len(made), len(self))
            self._read(wanted[at : at + _KEPT])
            made.update((n, self[n]) for id_ in wanted[at : at + _KEPT] for n in numbers[id_])
        return [made[n] for n in range(len(made))]

    def _read(self, wanted: Collection[str]) -> None:
        if len(self._talks) + len(wanted) > _KEPT:
            self._talks.clear()
        bodies = texts.bodies(self._database, wanted)
        turns = stored_turns.of_transcripts(self._database, wanted)
        speakers = stored_turns.speakers_of(self._database, wanted)
        for id_ in wanted:
            # A list may be shown for a moment longer than a transcript in it exists: its words are gone then.
            body, of_turns, of_speakers = bodies.get(id_, ""), turns.get(id_, ()), speakers.get(id_, ())
            self._talks[id_] = _Talk(self._placed[id_], body, of_turns, of_speakers)

    def __len__(self) -> int:
        """How many extracts there are."""
        return len(self._passages)

    @overload
    def __getitem__(self, index: int) -> Extract: ...
    @overload
    def __getitem__(self, index: slice) -> list[Extract]: ...
    def __getitem__(self, index: int | slice) -> Extract | list[Extract]:
        """One extract, or some."""
        if isinstance(index, slice):
            return [self._extract(passage) for passage in self._passages[index]]
        return self._extract(self._passages[index])

    def _extract(self, passage: Passage) -> Extract:
        transcript, code_id, start, end, polarity, codings, by = passage
        if transcript not in self._talks:
            self._read([transcript])
        talk, code = self._talks[transcript], self._codes[code_id]
        touched, heard, _ = said = spoken(talk.turns, start, end)
        speaker, respondent = talk.speaking(heard)
        first = touched[0] if touched else None
        starred = passage in self._stars
        return Extract(
            id=codings[0],
            codings=codings,
            transcript=transcript,
            title=talk.title,
            start=start,
            end=end,
            text=said.words(talk.body),
            code=code.name,
            group=code.group,
            coders=self._names_of(by),
            polarity=polarity,
            site=talk.site,
            client_group=talk.client_group,
            respondent=respondent,
            participant=talk.participant,
            speaker=speaker,
            turn=None if first is None else first + 1,
            timestamp=None if first is None else talk.turns[first].timestamp,
            memo=self._memo(codings),
            may_quote=talk.may_quote,
            not_asked=talk.not_asked,
            starred=starred,
            starred_by=self._star_givers(passage) if starred else (),
        )

    def _names_of(self, coders: tuple[str, ...]) -> tuple[str, ...]:
        """The names of coders (ids), in order; a project has few sets of them."""
        names = self._names.get(coders)
        if names is None:
            names = self._names[coders] = tuple(sorted([self._coders[coder] for coder in coders]))
        return names

    def _memo(self, codings: Sequence[str]) -> str:
        """What was thought of some codings, each thought once."""
        memos = counting.memos_of(self._database, codings) if self._memos is None else self._memos
        return "\n".join(dict.fromkeys([memos[coding] for coding in codings if coding in memos])) if memos else ""

    def _star_givers(self, passage: Passage) -> tuple[str, ...]:
        return tuple([self._coders[by] for by in self._stars.givers(passage) if by in self._coders])


def may_quote(placement: Placement) -> bool:
    """Whether nobody said no to being quoted from a transcript."""
    return placement.participant is None or placement.participant.quote_consent != Consent.NO


def _was_not_asked(placement: Placement) -> bool:
    return placement.participant is not None and placement.participant.quote_consent == Consent.NOT_ASKED


def respondent_type(placement: Placement) -> str | None:
    """What the participant is to the service, where that is known."""
    person = placement.participant
    return str(person.respondent) if person and person.respondent else None


def described_people(placements: Iterable[Placement]) -> list[Person]:
    """People in the words that an attribution may use of them."""
    return [
        Person(
            name=placement.participant.name if placement.participant else placement.transcript.id,
            respondent=respondent_type(placement),
            client_group=placement.client_group or None,
            site=placement.site.name if placement.site else None,
        )
        for placement in placements
    ]


def _spoken_by(placement: Placement, roles: set[SpeakerRole]) -> str | None:
    """Who a reader is told is speaking: the participant's type, or the role of the one other person who speaks."""
    respondent = respondent_type(placement)
    if len(roles) != 1:
        return respondent
    role = next(iter(roles))
    if role is SpeakerRole.PARTICIPANT or (role is SpeakerRole.CARER and respondent in _CARERS):
        return respondent
    return _SPOKEN_BY[role]
