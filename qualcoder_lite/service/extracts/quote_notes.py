"""Gathering what is told beside quotes, and of them as a whole: turns around, other codes, who coded, decisions."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING

from qualcoder_lite.domain.codebook import CodebookKind
from qualcoder_lite.domain.extracts.layout import Split
from qualcoder_lite.domain.extracts.quote_notes import (
    CoderShare,
    DecisionTold,
    QuoteNotes,
    SignedMemo,
    Source,
    codes_beside,
)
from qualcoder_lite.domain.passage import stretches
from qualcoder_lite.domain.transcript import SpeakerRole, turn_number, turns_touched
from qualcoder_lite.service.agreement.files import outcome_in_words
from qualcoder_lite.service.scope import ScopeReader
from qualcoder_lite.storage import memos
from qualcoder_lite.storage.agreement import decisions
from qualcoder_lite.storage.codebook import codebooks
from qualcoder_lite.storage.coding import coders
from qualcoder_lite.storage.cross_reference import counting
from qualcoder_lite.storage.transcripts import texts, turns
from qualcoder_lite.translation import tr, tr_later

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from qualcoder_lite.domain.extracts.extract import Extract
    from qualcoder_lite.domain.extracts.layout import ExtractsLayout
    from qualcoder_lite.domain.transcript import Speaker, Turn
    from qualcoder_lite.service.scope import Scope
    from qualcoder_lite.service.session import Session

# As much of a turn around a quote as sheds light on it, in code points: a speech there would hide the quote.
_AROUND = 600
_LINE_BREAK = re.compile("\n")
_ROLE_WORDS = {
    SpeakerRole.INTERVIEWER: tr_later("Interviewer"),
    SpeakerRole.PARTICIPANT: tr_later("Participant"),
    SpeakerRole.CARER: tr_later("Carer"),
    SpeakerRole.SUPPORT: tr_later("Support worker"),
    SpeakerRole.OTHER: tr_later("Another person"),
}


class NotesGatherer:
    """Reads what a document tells beside some extracts, each transcript once."""

    def __init__(self, session: Session, extracts: Sequence[Extract], scope: Scope) -> None:
        """Take the extracts of one document, in any order, and what was asked for."""
        self._session = session
        self._database = session.database
        self._extracts = extracts
        self._reader = ScopeReader(session, scope)
        quoted = {extract.transcript for extract in extracts}
        #: The transcripts that are quoted, numbered from 1 in the order of import.
        self.numbers = {id_: n for n, id_ in enumerate((t for t in session.placements() if t in quoted), 1)}

    @cached_property
    def _turns(self) -> dict[str, list[Turn]]:
        return turns.of_transcripts(self._database, self.numbers)

    def notes(self, layout: ExtractsLayout) -> dict[str, QuoteNotes]:
        """What stands beside each extract, by its id."""
        wants_codes = layout.also_coded or layout.split is Split.FEATURE
        beside = codes_beside(self._extracts, stretches(self._reader.rows())) if wants_codes else dict[str, list[str]]()
        features = self._features() if layout.split is Split.FEATURE else frozenset[str]()
        linked = self._linked() if layout.split is Split.FEATURE else dict[str, list[str]]()
        memos_on = self._memos() if layout.memos else dict[str, list[SignedMemo]]()
        settled = {row[5] for row in counting.settled_rows(self._database)}
        names = {code.id: code.name for book in codebooks.read(self._database) for code in book.codes}
        bodies = texts.bodies(self._database, self.numbers)
        breaks = {id_: [found.start() for found in _LINE_BREAK.finditer(body)] for id_, body in bodies.items()}
        around = self._around(bodies) if layout.before or layout.after else dict[str, tuple[str, str]]()
        notes: dict[str, QuoteNotes] = {}
        for extract in self._extracts:
            others = [code for code in beside.get(extract.id, ()) if names[code] != extract.code]
            told = _each_once(linked, extract.codings) or [code for code in others if code in features]
            before, after = around.get(extract.id, ("", ""))
            notes[extract.id] = QuoteNotes(
                before=before if layout.before else "",
                after=after if layout.after else "",
                also=tuple([names[code] for code in others]) if layout.also_coded else (),
                features=tuple([names[feature] for feature in told]) if told else (),
                line=bisect_left(breaks[extract.transcript], extract.start) + 1,
                source=self.numbers[extract.transcript],
                settled=not settled.isdisjoint(extract.codings),
                memos=tuple([memo for id_ in extract.codings for memo in memos_on.get(id_, ())]) if memos_on else (),
            )
        return notes

    def shares(self) -> list[CoderShare]:
        """What each coder did of what is quoted, by name."""
        done = self._session.done_marks()
        of_coder: dict[str, set[str]] = {}
        quotes: Counter[str] = Counter()
        for extract in self._extracts:
            quotes.update(extract.coders)
            for coder in extract.coders:
                of_coder.setdefault(coder, set()).add(extract.transcript)
        return [
            CoderShare(
                coder=coder.name,
                role=coder.role,
                transcripts=len(of_coder[coder.name]),
                done=sum(coder.id in done.get(transcript, ()) for transcript in of_coder[coder.name]),
                quotes=quotes[coder.name],
            )
            for coder in coders.read(self._database)
            if coder.name in of_coder
        ]

    def decided(self) -> list[DecisionTold]:
        """What was decided on the codes that are quoted, in the transcripts that are; oldest first."""
        directory, blind = self._session.directory, self._session.visibility.blind_in()
        quoted = {extract.code for extract in self._extracts}
        names = {coder.id: coder.name for coder in coders.read(self._database)}
        return [
            DecisionTold(
                code=directory.codes.by_id[each.code].name,
                source=self.numbers[each.transcript],
                turn=turn_number(self._turns.get(each.transcript, []), each.start),
                what=outcome_in_words(self._session, each),
                who=names.get(each.coder or "", ""),
                on=each.decided_at[:10],
                why=each.why,
            )
            for each in decisions.read(self._database, self.numbers)
            if each.transcript not in blind and directory.codes.by_id[each.code].name in quoted
        ]

    def sources(self) -> list[Source]:
        """The transcripts that are quoted."""
        quotes = Counter(extract.transcript for extract in self._extracts)
        placements = self._session.placements()
        found: list[Source] = []
        for id_, number in self.numbers.items():
            place = placements[id_]
            person = place.participant
            found.append(
                Source(
                    number=number,
                    person=person.name if person else "",
                    respondent=str(person.respondent) if person and person.respondent else "",
                    client_group=place.client_group,
                    site=place.site.name if place.site else "",
                    date=place.transcript.date,
                    words=place.transcript.words,
                    quotes=quotes[id_],
                )
            )
        return found

    def _features(self) -> frozenset[str]:
        books = codebooks.read(self._database)
        return frozenset(code.id for book in books if book.kind is CodebookKind.FEATURES for code in book.codes)

    def _linked(self) -> Mapping[str, list[str]]:
        """The features (ids) that each coding (an id) is linked to."""
        linked: dict[str, list[str]] = {}
        for coding, feature, _direction in counting.link_rows(self._database):
            linked.setdefault(coding, []).append(feature)
        return linked

    def _memos(self) -> Mapping[str, list[SignedMemo]]:
        """The memos on each coding (an id), the oldest first."""
        names = {coder.id: coder.name for coder in coders.read(self._database)}
        found: dict[str, list[SignedMemo]] = {}
        for memo in reversed(self._session.visibility.memos(memos.read(self._database))):
            if memo.about.coding:
                signed = SignedMemo(text=memo.body, coder=names.get(memo.coder or "", ""), written_at=memo.written_at)
                found.setdefault(memo.about.coding, []).append(signed)
        return found

    def _around(self, bodies: Mapping[str, str]) -> dict[str, tuple[str, str]]:
        """The turn before each extract and the one after, told by role."""
        speakers: dict[str, list[Speaker]] = turns.speakers_of(self._database, self.numbers)

        def said(transcript: str, number: int, cut: Callable[[str], str]) -> str:
            of_transcript = self._turns[transcript]
            if not 0 <= number < len(of_transcript):
                return ""
            turn = of_transcript[number]
            words = " ".join(bodies[transcript][turn.speech : turn.end].split())
            return f"{tr(_ROLE_WORDS[speakers[transcript][turn.speaker].role])}: {cut(words)}"

        around: dict[str, tuple[str, str]] = {}
        for extract in self._extracts:
            touched = turns_touched(self._turns.get(extract.transcript, []), extract.start, extract.end)
            if touched:
                around[extract.id] = (
                    said(extract.transcript, touched[0] - 1, _its_end),
                    said(extract.transcript, touched[-1] + 1, _its_beginning),
                )
        return around


def _each_once(linked: Mapping[str, Sequence[str]], codings: Sequence[str]) -> list[str]:
    """What some codings are linked to."""
    return list(dict.fromkeys([feature for id_ in codings for feature in linked.get(id_, ())])) if linked else []


def _its_end(words: str) -> str:
    """The end of what was said before a quote, which is what the quote answers."""
    return words if len(words) <= _AROUND else f"[…] {words[-_AROUND:].partition(' ')[2] or words[-_AROUND:]}"


def _its_beginning(words: str) -> str:
    """The beginning of what was said after a quote."""
    return words if len(words) <= _AROUND else f"{words[:_AROUND].rpartition(' ')[0] or words[:_AROUND]} […]"
