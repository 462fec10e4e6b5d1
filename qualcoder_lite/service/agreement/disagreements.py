"""Where two coders differ, told in words, and what is decided about it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING

from qualcoder_lite.domain.coding import Coding, Polarity
from qualcoder_lite.domain.disagreement import Comparison, Kind, Outcome, compare
from qualcoder_lite.domain.errors import UserError
from qualcoder_lite.domain.names import new_id
from qualcoder_lite.domain.transcript import canonical, turn_number
from qualcoder_lite.service.agreement.meeting_items import item_of
from qualcoder_lite.service.coding.new_coding import refuse_bad_passage
from qualcoder_lite.storage.agreement import decisions
from qualcoder_lite.storage.agreement.meetings import put_items
from qualcoder_lite.storage.coding import codings
from qualcoder_lite.storage.transcripts import texts
from qualcoder_lite.storage.transcripts import turns as stored_turns
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from qualcoder_lite.domain.changes import Changes
    from qualcoder_lite.domain.passage import FullRow
    from qualcoder_lite.domain.transcript import Span
    from qualcoder_lite.service.agreement.material import Material
    from qualcoder_lite.service.session import Session
    from qualcoder_lite.storage.agreement.decisions import Decision

_TRANSCRIPT: Callable[[FullRow], str] = itemgetter(0)


@dataclass(frozen=True, slots=True)
class Place:
    """A place that two coders saw the same or differently, as a list shows it.

    `turn` counts from 1 (0 where the place lies in no turn), `speaker` is that turn's label; `decided` are the
    decisions that hold there now, one for each code, none while nothing was decided.
    """

    transcript: str
    title: str
    turn: int
    speaker: str
    seen: Comparison
    decided: tuple[Decision, ...] = ()

    @property
    def is_settled(self) -> bool:
        """Whether it was settled: decided other than to leave it open."""
        return bool(self.decided) and all(Outcome(decision.outcome).settles for decision in self.decided)


@dataclass(frozen=True, slots=True)
class Compared:
    """Two coders compared: their ids and names, and every place that either of them coded."""

    first: str
    second: str
    names: Mapping[str, str]
    places: Sequence[Place]

    def of_kind(self, kind: Kind) -> list[Place]:
        """The places of one kind, in the order of the transcripts."""
        return [place for place in self.places if place.seen.kind is kind]

    @property
    def differing(self) -> list[Place]:
        """The places that the two saw differently."""
        return [place for place in self.places if place.seen.kind is not Kind.BOTH]

    def turns(self) -> dict[Kind, int]:
        """How many turns there are of each kind; a place that lies in no turn counts as one."""
        found = {(p.seen.kind, p.transcript, p.turn or -p.seen.start - 1) for p in self.places}
        counted = Counter(kind for kind, _, _ in found)
        return {kind: counted[kind] for kind in Kind}

    def in_words(self) -> str:
        """The whole in a line: "both: 31 turns · only Ailsa Brodie: 6 · …"."""
        turns = self.turns()
        said = {
            Kind.FIRST: tr("only {coder}: {turns}", coder=self.names[self.first], turns=turns[Kind.FIRST]),
            Kind.SECOND: tr("only {coder}: {turns}", coder=self.names[self.second], turns=turns[Kind.SECOND]),
            Kind.DIFFERENT: tr("different code: {turns}", turns=turns[Kind.DIFFERENT]),
            Kind.EDGES: tr("edges differ: {turns}", turns=turns[Kind.EDGES]),
            Kind.POLARITY: tr("delivered or not differs: {turns}", turns=turns[Kind.POLARITY]),
        }
        both = tr("both: {n} turn", "both: {n} turns", n=turns[Kind.BOTH])
        return " · ".join([both, *(words for kind, words in said.items() if turns[kind])])


@dataclass(frozen=True, slots=True, kw_only=True)
class NewSettled:
    """A coding that is made when a disagreement is settled by neither coder's version; `code` is a name or id."""

    code: str
    start: int
    end: int
    polarity: Polarity = Polarity.NOT_STATED


class Disagreements:
    """Disagreements of a project's coders, and decisions about them."""

    def __init__(self, session: Session) -> None:
        """Work on an open project."""
        self._session = session
        self._database = session.database

    def compared(self, material: Material, first: str, second: str) -> Compared:
        """Compare two coders (ids) of some material in all transcripts that both judged."""
        both = [t.id for t in material.transcripts if {first, second} <= material.judges[t.id]]
        by_transcript = {
            transcript: list(rows)
            for transcript, rows in groupby(sorted(material.codings, key=_TRANSCRIPT), key=_TRANSCRIPT)
        }
        decided = self._decided(both)
        turns = {t.id: t.turns for t in material.transcripts}
        speakers = stored_turns.speakers_of(self._database, both)
        places: list[Place] = []
        for transcript in both:
            rows = [row for row in by_transcript.get(transcript, []) if row[1] in material.codes]
            mine, theirs = ([row for row in rows if row[6] == coder] for coder in (first, second))
            entry = self._session.directory.transcripts.by_id.get(transcript)
            for seen in compare(mine, theirs):
                number = turn_number(turns[transcript], seen.start)
                labels = speakers.get(transcript, [])
                speaker = labels[turns[transcript][number - 1].speaker].label if number and labels else ""
                places.append(
                    Place(
                        transcript,
                        entry.name if entry else "",
                        number,
                        speaker,
                        seen,
                        _holding(decided.get(transcript, ()), seen.covered),
                    )
                )
        return Compared(first, second, material.coders, places)

    def settle(
        self,
        place: Place,
        outcome: Outcome,
        *,
        coder: str,
        why: str = "",
        take: str = "",
        between: Sequence[str] = (),
        new: Sequence[NewSettled] = (),
        meeting: str = "",
    ) -> Changes:
        """Decide about a place, in the place of what was decided before; the coders' own codings stay as they are.

        `coder` is who decides, by name; `take` the id of the coder whose version is taken, where one is; `new` what is
        settled by the outcome NEW; `meeting` (an id) keeps it for the minutes, with the coders (ids) it is `between`.
        Raises UserError where something is missing, or a new passage can't be.
        """
        directory = self._session.directory
        if not coder.strip():
            raise UserError(tr("Say who decides: choose who is coding first."))
        if outcome is Outcome.NEW and not new:
            raise UserError(tr("Choose the code, and mark the words, that are to stand instead."))
        if outcome is Outcome.DEFINITION and not why.strip():
            raise UserError(tr("Say in a line what the definition should make clear: it is kept with the code."))
        made = [replace(each, code=directory.codes.find(each.code).id) for each in new]
        if made:
            text = texts.body(self._database, place.transcript)
            for each in made:
                refuse_bad_passage(text, place.title, each.start, each.end)
        facts = {
            "transcript": place.transcript,
            "start": place.seen.start,
            "end": place.seen.end,
            "outcome": outcome,
            "code": place.seen.sides[0].code,
        }
        with self._session.step("settle", facts, coder=directory.coder_name(coder)) as step:
            decisions.remove(self._database, [decision.id for decision in place.decided])
            holds = self._decisions(place, outcome, why, directory.coder(coder), take, between, made)
            decisions.add(self._database, list(holds.values()))
            codings.add(self._database, list(self._settled(place, outcome, take, made, holds)))
            if meeting:
                matter = next(iter(holds.values())).matter
                item = item_of(self._database, meeting, place.transcript, place.seen, between)
                put_items(self._database, [replace(item, matter=matter)])
        return step.changes

    def unsettle(self, place: Place, *, coder: str = "") -> Changes:
        """Take back what was decided about a place."""
        facts = {"transcript": place.transcript, "start": place.seen.start, "end": place.seen.end}
        with self._session.step("unsettle", facts, coder=self._session.directory.coder_name(coder)) as step:
            decisions.remove(self._database, [decision.id for decision in place.decided])
        return step.changes

    def log(self) -> list[Decision]:
        """Every decision, oldest first; those that were made together follow each other."""
        blind = self._session.visibility.blind_in()
        return [decision for decision in decisions.read(self._database) if decision.transcript not in blind]

    def notes(self, code: str) -> list[Decision]:
        """What was said about a code when disagreements were decided, oldest first: for its next definition."""
        wanted = self._session.directory.codes.find(code).id
        return [decision for decision in self.log() if decision.code == wanted and decision.why]

    # What a decision writes

    def _decisions(
        self,
        place: Place,
        outcome: Outcome,
        why: str,
        coder: str,
        take: str,
        between: Sequence[str],
        new: Sequence[NewSettled],
    ) -> dict[str, Decision]:
        """A decision for each code that is in the place or comes into it, by code."""
        covered: dict[str, tuple[int, int]] = dict(place.seen.covered)
        for each in new:
            start, end = covered.get(each.code, (each.start, each.end))
            covered[each.code] = (min(start, each.start), max(end, each.end))
        matter, at = new_id(), datetime.now(UTC).isoformat(timespec="seconds")
        return {
            code: decisions.Decision(
                id=new_id(),
                transcript=place.transcript,
                code=code,
                start=start,
                end=end,
                outcome=outcome,
                why=canonical(why).strip(),
                coder=coder,
                decided_at=at,
                matter=matter,
                taken=take if outcome is Outcome.ONE else "",
                between=tuple(between),
            )
            for code, (start, end) in covered.items()
        }

    def _settled(
        self, place: Place, outcome: Outcome, take: str, new: Sequence[NewSettled], holds: Mapping[str, Decision]
    ) -> Iterable[Coding]:
        """The settled codings: copies of the coders' own, with all they say, or what is newly made."""
        if outcome is Outcome.NEW:
            for each in new:
                yield Coding(
                    id=new_id(),
                    transcript=place.transcript,
                    code=each.code,
                    coder=holds[each.code].coder or "",
                    start=each.start,
                    end=each.end,
                    polarity=each.polarity,
                    decision=holds[each.code].id,
                )
        if outcome not in (Outcome.ONE, Outcome.BOTH):
            return
        rows = [row for side in place.seen.sides for row in side.rows if outcome is Outcome.BOTH or row[6] == take]
        present = codings.by_id(self._database, [row[5] for row in rows])
        for row in rows:
            own = present.get(row[5])
            said = replace(own) if own else Coding(id="", transcript=row[0], code=row[1], coder=row[6], start=0, end=1)
            yield replace(
                said,
                id=new_id(),
                code=row[1],
                start=row[2],
                end=row[3],
                polarity=Polarity(row[4]),
                decision=holds[row[1]].id,
            )

    def _decided(self, wanted: Sequence[str]) -> dict[str, list[Decision]]:
        found: dict[str, list[Decision]] = {}
        for decision in decisions.read(self._database, wanted):
            found.setdefault(decision.transcript, []).append(decision)
        return found


def _holding(decided: Iterable[Decision], covered: Mapping[str, Span]) -> tuple[Decision, ...]:
    """The decisions about the codes of a place that share words with it, and what was decided together with them."""
    known = list(decided)
    matters = {
        decision.matter
        for decision in known
        if (span := covered.get(decision.code)) and decision.start < span.end and span.start < decision.end
    }
    return tuple(decision for decision in known if decision.matter in matters)
