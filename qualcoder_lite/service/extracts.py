"""Retrieving coded passages, and handing them out as documents and tables."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, overload

from qualcoder_lite.domain.errors import UserError
from qualcoder_lite.domain.extract import ATTRIBUTION, Extract, Person, identifying, person_of, quotable
from qualcoder_lite.domain.passage import united
from qualcoder_lite.domain.people import Consent
from qualcoder_lite.domain.progress import unwatched
from qualcoder_lite.domain.transcript import SpeakerRole, speech, speech_spans, turns_touched
from qualcoder_lite.service.placement import placements
from qualcoder_lite.service.scope import Scope, ScopeReader
from qualcoder_lite.storage import codebooks, counting, people, transcripts

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping
    from datetime import date
    from pathlib import Path

    from qualcoder_lite.domain.codebook import Code, Codebook
    from qualcoder_lite.domain.extract import NarrowAttribution
    from qualcoder_lite.domain.passage import Passage
    from qualcoder_lite.domain.progress import Progress
    from qualcoder_lite.domain.transcript import Speaker, Turn
    from qualcoder_lite.exporters.word.extracts import Context
    from qualcoder_lite.service.placement import Placement
    from qualcoder_lite.service.session import Session
    from qualcoder_lite.storage.database import Database

# How somebody who speaks in another person's interview is attributed.
_SPOKEN_BY = {
    SpeakerRole.INTERVIEWER: "interviewer",
    SpeakerRole.CARER: "carer",
    SpeakerRole.SUPPORT: "support worker",
    SpeakerRole.OTHER: None,
}
_CARERS = ("unpaid carer", "paid carer")


@dataclass(frozen=True, slots=True, kw_only=True)
class Retrieval:
    """What a scope holds: the extracts that may be quoted, those held back for want of consent, and the warnings.

    A warning is about an attribution that fits only one or two people of the whole project.
    """

    extracts: Sequence[Extract]
    withheld: Sequence[Extract]
    narrow: Sequence[NarrowAttribution]

    @property
    def withheld_people(self) -> int:
        """How many people said no to being quoted."""
        return len({person_of(extract) for extract in self.withheld})


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtractsOrder:
    """How extracts are to be written. `study` and `who` stand on the title page.

    `group_by` is "code" or "code,site"; `context` is 1 for the turns around each extract, 0 for none.
    """

    study: str
    date: date
    who: str = ""
    group_by: str = "code"
    context: int = 0
    template: str = ATTRIBUTION


class Extracts:
    """The coded passages of a project."""

    def __init__(self, session: Session) -> None:
        """Work on an open project."""
        self._session = session
        self._database = session.database

    def retrieve(self, scope: Scope | None = None, *, template: str = ATTRIBUTION) -> Retrieval:
        """The extracts in scope, in the order of the codebooks, then of the transcripts.

        Raises UserError where the scope names something unknown, or the template is wrong.
        """
        kept, withheld = quotable(self.all(scope))
        return Retrieval(extracts=kept, withheld=withheld, narrow=identifying(kept, self._people(), template))

    def all(self, scope: Scope | None = None) -> list[Extract]:
        """The extracts in scope, those that may not be quoted among them."""
        found = self.listed(scope)
        found.read_ahead()
        return list(found)

    def listed(self, scope: Scope | None = None) -> ExtractList:
        """The same extracts, each put together only when it is looked at: for a list that shows a few of many."""
        reader = ScopeReader(self._session, scope or Scope())
        codes = [code for book in codebooks.read(self._database) for code in book.codes]
        passages = united(reader.rows(reader.codes))
        if reader.scope.polarities:
            passages = [passage for passage in passages if passage.polarity in reader.scope.polarities]
        code_order = {code.id: n for n, code in enumerate(codes)}
        transcript_order = {transcript: n for n, transcript in enumerate(reader.placements)}
        passages.sort(key=lambda p: (code_order.get(p.code, len(codes)), transcript_order[p.transcript], p.start))
        return ExtractList(self._database, reader.placements, codes, passages)

    def _people(self) -> list[Person]:
        """Everybody in the project, in the words that an attribution may use of them."""
        return [
            Person(
                name=placement.participant.name if placement.participant else placement.transcript.id,
                respondent=_respondent_type(placement),
                client_group=placement.client_group or None,
                site=placement.site.name if placement.site else None,
            )
            for placement in placements(self._database).values()
        ]

    # Handing out

    def write(
        self,
        target: Path,
        order: ExtractsOrder,
        scope: Scope | None = None,
        progress: Progress = unwatched,
    ) -> Retrieval:
        """Write the extracts in scope to a file, whose ending says as what: .docx, .csv or .json.

        Extracts whose participants said no to being quoted are left out, and counted in the result and the document.

        Raises UserError where nothing is in scope, the ending isn't known or the file can't be written.
        """
        scope = scope or Scope()
        ending = target.suffix.lower()
        if ending not in (".docx", ".csv", ".json"):
            raise UserError(f"Extracts are written as .docx, .csv or .json, not as “{ending or target.name}”.")
        progress(0, 2)
        found = self.retrieve(scope, template=order.template)
        progress(1, 2)
        if not found.extracts:
            nobody = "All passages in scope are of people who don't want to be quoted."
            reason = nobody if found.withheld else "No coded passage is in scope."
            raise UserError(f"{reason} No file was written. Widen what you asked for.")
        if ending == ".docx":
            self._write_word(target, found, order, scope)
        else:
            from qualcoder_lite.exporters.extracts import write_extracts_csv, write_extracts_json

            (write_extracts_csv if ending == ".csv" else write_extracts_json)(found.extracts, target)
        progress(2, 2)
        return found

    def _write_word(self, target: Path, found: Retrieval, order: ExtractsOrder, scope: Scope) -> None:
        from qualcoder_lite.exporters.word.extracts import ExtractsDocument, write_extracts_document

        write_extracts_document(
            ExtractsDocument(
                title="Coded extracts",
                study=order.study,
                date=order.date,
                who=order.who,
                extracts=found.extracts,
                codebooks=self._codebooks(found.extracts),
                scope=[f"{line}." for line in scope.in_words()],
                withheld_passages=len(found.withheld),
                withheld_people=found.withheld_people,
                warnings=[warning.sentence for warning in found.narrow],
                group_by=order.group_by,
                context=self._context(found.extracts) if order.context else {},
                template=order.template,
            ),
            target,
        )

    def _codebooks(self, extracts: Iterable[Extract]) -> list[Codebook]:
        """The codebooks that the extracts use."""
        used = {(extract.group, extract.code) for extract in extracts}
        return [
            book
            for book in codebooks.read(self._database)
            if any((code.group, code.name) in used for code in book.codes)
        ]

    def _context(self, extracts: Iterable[Extract]) -> Mapping[str, Context]:
        """The turn before and after each extract, told by role."""
        from qualcoder_lite.exporters.word.extracts import Context

        extracts = list(extracts)
        wanted = {extract.transcript for extract in extracts}
        bodies = transcripts.bodies(self._database, wanted)
        turns = transcripts.turns_of(self._database, wanted)
        speakers = transcripts.speakers_of(self._database, wanted)

        def said(transcript: str, number: int) -> tuple[str, ...]:
            of_transcript = turns[transcript]
            if not 0 <= number < len(of_transcript):
                return ()
            turn = of_transcript[number]
            role = speakers[transcript][turn.speaker].role
            words = " ".join(bodies[transcript][turn.speech : turn.end].split())
            return (f"{_ROLE_WORDS[role]}: {words}",)

        around: dict[str, Context] = {}
        for extract in extracts:
            touched = turns_touched(turns[extract.transcript], extract.start, extract.end)
            if touched:
                around[extract.id] = Context(
                    before=said(extract.transcript, touched[0] - 1), after=said(extract.transcript, touched[-1] + 1)
                )
        return around


_ROLE_WORDS = {
    SpeakerRole.INTERVIEWER: "Interviewer",
    SpeakerRole.PARTICIPANT: "Participant",
    SpeakerRole.CARER: "Carer",
    SpeakerRole.SUPPORT: "Support worker",
    SpeakerRole.OTHER: "Another person",
}


class ExtractList(Sequence[Extract]):
    """Extracts in order, each put together from its transcript when it is asked for."""

    def __init__(
        self, database: Database, placed: Mapping[str, Placement], codes: Iterable[Code], passages: Sequence[Passage]
    ) -> None:
        """List passages; nothing of their transcripts is read yet."""
        self._database = database
        self._placed = placed
        self._passages = passages
        self._codes = {code.id: code for code in codes}
        self._coders = {coder.id: coder.name for coder in people.coders(database)}
        self._bodies: dict[str, str] = {}
        self._turns: dict[str, list[Turn]] = {}
        self._speakers: dict[str, list[Speaker]] = {}
        self._memos = counting.memos_of(database)

    def read_ahead(self) -> None:
        """Read all transcripts at once, where every extract will be asked for."""
        self._read({passage.transcript for passage in self._passages})

    def _read(self, wanted: Collection[str]) -> None:
        self._bodies |= transcripts.bodies(self._database, wanted)
        self._turns |= transcripts.turns_of(self._database, wanted)
        self._speakers |= transcripts.speakers_of(self._database, wanted)

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
        if passage.transcript not in self._bodies:
            self._read([passage.transcript])
        placement = self._placed[passage.transcript]
        turns = self._turns.get(passage.transcript, [])
        touched = turns_touched(turns, passage.start, passage.end)
        heard = self._heard(passage, turns)
        code = self._codes[passage.code]
        memos = [self._memos[id_] for id_ in passage.codings if id_ in self._memos]
        return Extract(
            id=passage.codings[0],
            codings=passage.codings,
            transcript=passage.transcript,
            title=placement.transcript.title,
            start=passage.start,
            end=passage.end,
            text=speech(self._bodies[passage.transcript], turns, passage.start, passage.end),
            code=code.name,
            group=code.group,
            coders=tuple(sorted(self._coders[coder] for coder in passage.coders)),
            polarity=passage.polarity,
            site=placement.site.name if placement.site else None,
            client_group=placement.client_group or None,
            respondent=_spoken_by(placement, {speaker.role for speaker in heard}),
            participant=placement.participant.name if placement.participant else None,
            speaker=", ".join(dict.fromkeys(speaker.label for speaker in heard)) or None,
            turn=touched[0] + 1 if touched else None,
            timestamp=turns[touched[0]].timestamp if touched else None,
            memo="\n".join(dict.fromkeys(memos)),
            may_quote=placement.participant is None or placement.participant.quote_consent != Consent.NO,
        )

    def _heard(self, passage: Passage, turns: Sequence[Turn]) -> list[Speaker]:
        """Who speaks within a passage: a turn of which only the label or blanks are covered doesn't count."""
        spoken = speech_spans(turns, passage.start, passage.end)
        numbers = [n for span in spoken for n in turns_touched(turns, span.start, span.end)]
        speakers = self._speakers.get(passage.transcript, [])
        return [speakers[turns[n].speaker] for n in numbers]


def _respondent_type(placement: Placement) -> str | None:
    person = placement.participant
    return str(person.respondent) if person and person.respondent else None


def _spoken_by(placement: Placement, roles: set[SpeakerRole]) -> str | None:
    """Who a reader is told is speaking: the participant's type, or the role of the one other person who speaks."""
    respondent = _respondent_type(placement)
    if len(roles) != 1:
        return respondent
    role = next(iter(roles))
    if role is SpeakerRole.PARTICIPANT or (role is SpeakerRole.CARER and respondent in _CARERS):
        return respondent
    return _SPOKEN_BY[role]
