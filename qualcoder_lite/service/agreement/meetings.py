"""Meetings about where coders differ: who was there, what was looked at and decided, and the minutes of it.

A place is kept in a meeting when something is decided or noted about it; those that were only looked at are kept when
the meeting ends. What was decided is read from the decision itself: one that is taken back later is open again in the
minutes too.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from qualcoder_lite.domain.coding import Polarity
from qualcoder_lite.domain.disagreement import Outcome
from qualcoder_lite.domain.errors import UnknownNameError, UserError, listed
from qualcoder_lite.domain.names import new_id
from qualcoder_lite.domain.polarity_words import POLARITIES
from qualcoder_lite.domain.transcript import canonical, turn_number
from qualcoder_lite.service.agreement.files import outcome_in_words
from qualcoder_lite.service.agreement.material import TOGETHER
from qualcoder_lite.service.agreement.meeting_items import item_of, now
from qualcoder_lite.service.directory import one_line
from qualcoder_lite.service.history.nouns import gone
from qualcoder_lite.storage import projects
from qualcoder_lite.storage.agreement import decisions
from qualcoder_lite.storage.agreement import meetings as stored
from qualcoder_lite.storage.people import joining
from qualcoder_lite.storage.transcripts import turns as stored_turns
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from qualcoder_lite.domain.changes import Changes
    from qualcoder_lite.exporters.minutes import MinutesLine
    from qualcoder_lite.service.agreement.disagreements import Compared, Place
    from qualcoder_lite.service.directory import Listing
    from qualcoder_lite.service.session import Session
    from qualcoder_lite.storage.agreement.decisions import Decision
    from qualcoder_lite.storage.agreement.meetings import ItemRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """A meeting: its day, the names of those present; how many places were looked at, and are settled by it."""

    id: str
    held_on: str
    present: tuple[str, ...]
    looked_at: int
    settled: int


class Meetings:
    """The meetings of a project."""

    def __init__(self, session: Session) -> None:
        """Work on an open project."""
        self._session = session
        self._database = session.database

    def all(self) -> list[Meeting]:
        """All meetings, the latest first."""
        found: list[Meeting] = []
        decided = self._decided()
        for row in stored.read(self._database):
            items = self._seen(row.id)
            settled = sum(1 for item in items if _settles(decided.get(item.matter)))
            found.append(
                Meeting(id=row.id, held_on=row.held_on, present=row.present, looked_at=len(items), settled=settled)
            )
        return found

    def find(self, wanted: str) -> Meeting:
        """A meeting by its id or its day, the latest of that day. UnknownNameError where there is none."""
        every = self.all()
        found = next((each for each in every if wanted in (each.id, each.held_on)), None)
        if found is None:
            raise UnknownNameError(_no_meeting(wanted, [each.held_on for each in every[:3]]))
        return found

    def begin(self, held_on: str, present: Sequence[str], *, coder: str = "") -> Changes:
        """Begin a meeting on a day (2026-06-03). UserError where that is no day, or nobody is there."""
        day, names = _day(held_on), tuple(dict.fromkeys(name for name in map(one_line, present) if name))
        if not names:
            raise UserError(tr("Say who is here: tick at least one name, or write one."))
        directory = self._session.directory
        facts = {"day": day, "people": len(names)}
        with self._session.step("begin-meeting", facts, coder=directory.coder_name(coder)) as step:
            who = directory.coder(coder) if coder else None
            row = stored.MeetingRow(id=new_id(), held_on=day, present=names, coder=who, made_at=now())
            stored.add(self._database, row)
        return step.changes

    def note(self, meeting: str, compared: Compared, place: Place, words: str, *, coder: str = "") -> Changes:
        """Note something about a place for the minutes, in the place of what was noted before."""
        with self._session.step("note-in-meeting", self._facts(meeting), coder=self._who(coder)) as step:
            item = replace(self._item(meeting, compared, place), note=canonical(words).strip())
            stored.put_items(self._database, [item])
        return step.changes

    def note_on(self, meeting: str, compared: Compared, place: Place) -> str:
        """What was noted about a place."""
        return self._item(meeting, compared, place).note

    def end(self, meeting: str, compared: Compared, seen: Sequence[Place], *, coder: str = "") -> Changes:
        """End a meeting: whatever else was looked at is kept with it."""
        with self._session.step("end-meeting", self._facts(meeting), coder=self._who(coder)) as step:
            kept = {item.id for item in stored.items(self._database, meeting)}
            items = [self._item(meeting, compared, place) for place in seen]
            new = [item for item in items if item.id not in kept]
            # A millisecond lies between each and the next, so that the minutes have them in this order.
            stored.put_items(self._database, [replace(item, looked_at=now(later=n)) for n, item in enumerate(new)])
        return step.changes

    def remove(self, meeting: str, *, coder: str = "") -> Changes:
        """Delete a meeting and its minutes; what was decided in it stands."""
        found = self.find(meeting)
        with self._session.step("remove-meeting", {"day": found.held_on}, coder=self._who(coder)) as step:
            stored.remove(self._database, found.id)
        return step.changes

    def write_minutes(self, target: Path, meeting: str, *, on: date) -> None:
        """Write the minutes of a meeting as a Word document: what was looked at, decided by whom and why, what is open.

        Raises UnknownNameError where there is no such meeting, UserError where the file can't be written, or its ending
        isn't .docx.
        """
        from qualcoder_lite.exporters.minutes import Minutes
        from qualcoder_lite.exporters.word.minutes import write_minutes_document

        if target.suffix.lower() != ".docx":
            raise UserError(tr("Minutes are written as .docx, not as “{ending}”.", ending=target.suffix or target.name))
        found = self.find(meeting)
        write_minutes_document(
            Minutes(
                study=projects.uuid_and_title(self._database)[1],
                held_on=date.fromisoformat(found.held_on),
                written_on=on,
                present=found.present,
                lines=self.lines(found.id),
            ),
            target,
        )

    def lines(self, meeting: str) -> list[MinutesLine]:
        """What was looked at in a meeting (an id), line by line, in the order in which it was."""
        from qualcoder_lite.exporters.minutes import MinutesLine

        decided, titles = self._decided(), self._session.directory.transcripts
        items = self._seen(meeting)
        turns = stored_turns.of_transcripts(self._database, {item.transcript for item in items})
        names = _Names(self._session)
        found: list[MinutesLine] = []
        for item in items:
            decision = decided.get(item.matter)
            found.append(
                MinutesLine(
                    transcript=_name(titles, item.transcript),
                    turn=turn_number(turns.get(item.transcript, ()), item.start),
                    sides=names.sides(item.sides),
                    decision=outcome_in_words(self._session, decision) if decision else "",
                    decided_by=names.coder(decision.coder or "") if decision else "",
                    decided_on=decision.decided_at[:10] if decision else "",
                    why=decision.why if decision else "",
                    note=item.note,
                    settled=_settles(decision),
                )
            )
        return found

    # Helpers

    def _item(self, meeting: str, compared: Compared, place: Place) -> ItemRow:
        return item_of(self._database, meeting, place.transcript, place.seen, (compared.first, compared.second))

    def _seen(self, meeting: str) -> list[ItemRow]:
        """What the person who looks may see of it."""
        blind = self._session.visibility.blind_in()
        return [item for item in stored.items(self._database, meeting) if item.transcript not in blind]

    def _decided(self) -> Mapping[str, Decision]:
        return {decision.matter: decision for decision in decisions.read(self._database)}

    def _facts(self, meeting: str) -> dict[str, str]:
        return {"day": self.find(meeting).held_on}

    def _who(self, coder: str) -> str:
        return self._session.directory.coder_name(coder) if coder else ""


class _Names:
    """Names of coders and codes as they go by now, those that were joined or merged followed."""

    def __init__(self, session: Session) -> None:
        self._directory = session.directory
        self._went = joining.went(session.database, "coder")

    def coder(self, id_: str) -> str:
        """The name of a coder, or of what was compared in the place of one."""
        if id_ in TOGETHER:
            return tr(TOGETHER[id_])
        return _name(self._directory.coders, self._went.get(id_, id_))

    def sides(self, sides: Sequence[stored.StoredSide]) -> tuple[str, ...]:
        """What each put there. Where that reads the same, they differ in where their passages begin or end."""
        told = tuple(map(self.side, sides))
        alike = len(sides) > 1 and len({side[1:] for side in sides}) == 1
        return (*told, tr("Their passages begin or end elsewhere.")) if alike else told

    def side(self, side: stored.StoredSide) -> str:
        coder, code, polarity = side
        if not code:
            return tr("{coder}: nothing", coder=self.coder(coder))
        said = f"{self.coder(coder)}: {_name(self._directory.codes, code)}"
        return said if polarity == Polarity.NOT_STATED else f"{said}, {tr(POLARITIES[Polarity(polarity)])}"


def _settles(decision: Decision | None) -> bool:
    return decision is not None and Outcome(decision.outcome).settles


def _name(listing: Listing, id_: str) -> str:
    entry = listing.by_id.get(id_)
    return entry.name if entry else gone(listing.noun)


def _no_meeting(wanted: str, latest: Sequence[str]) -> str:
    if not latest:
        return tr("There was no meeting on “{day}”. None was held yet.", day=wanted)
    return tr("There was no meeting on “{day}”. The latest: {days}.", day=wanted, days=listed(latest, "and"))


def _day(said: str) -> str:
    try:
        return date.fromisoformat(said.strip()).isoformat()
    except ValueError:
        raise UserError(tr("“{day}” is no day. Write it as 2026-06-03.", day=said.strip())) from None
