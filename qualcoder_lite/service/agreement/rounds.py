"""Rounds of blind coding: opening them, drawing their transcripts, closing them with a snapshot."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

from qualcoder_lite.domain.draw import drawn
from qualcoder_lite.domain.errors import UnknownNameError, UserError, listed
from qualcoder_lite.domain.names import folded, new_id
from qualcoder_lite.service.agreement.frozen import frozen, thawed
from qualcoder_lite.service.agreement.material import gather, without
from qualcoder_lite.service.coding.again import next_time, refuse_coding_again
from qualcoder_lite.service.directory import one_line
from qualcoder_lite.storage.agreement import rounds as stored
from qualcoder_lite.storage.codebook import codebooks
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence

    from qualcoder_lite.domain.changes import Changes
    from qualcoder_lite.domain.coding_round import Round
    from qualcoder_lite.service.agreement.material import Material
    from qualcoder_lite.service.session import Session


@dataclass(frozen=True, slots=True, kw_only=True)
class NewRound:
    """A round to be opened: transcripts and coders by name or id; `due` is a day (2026-06-03) or empty.

    `seed` is kept where the transcripts were drawn by `Rounds.draw`; None says that they were chosen by hand. `again`
    says that its one coder codes again what they coded before, to be compared with themselves.
    """

    name: str
    transcripts: Sequence[str]
    coders: Sequence[str]
    due: str = ""
    seed: int | None = None
    again: bool = False


class Rounds:
    """The rounds of a project."""

    def __init__(self, session: Session) -> None:
        """Work on an open project."""
        self._session = session
        self._database = session.database

    def all(self) -> list[Round]:
        """All rounds, oldest first."""
        return stored.read(self._database)

    def find(self, name: str) -> Round:
        """A round by its name or id. UnknownNameError where there is none of that name, or more than one."""
        found = [each for each in self.all() if each.id == name or folded(each.name) == folded(name)]
        if len(found) != 1:
            raise UnknownNameError(_no_one_round(name, [each.name for each in self.all()]))
        return found[0]

    def draw(self, number: int, seed: int, among: Sequence[str] | None = None) -> list[str]:
        """Draw transcripts (ids) at random so that every site and client group has its share; the same for one seed."""
        strata: dict[Hashable, list[str]] = {}
        for id_, place in self._session.placements().items():
            if among is None or id_ in among:
                strata.setdefault((place.site.id if place.site else "", place.client_group), []).append(id_)
        return drawn(strata, number, seed)

    def open(self, new: NewRound, *, coder: str = "") -> Changes:
        """Open a round. From now on its coders see nothing of each other's work in its transcripts.

        Raises UserError where the name is blank or taken, or there are no transcripts or no two coders; in a round in
        which somebody codes again, where there isn't one coder, who is done with all of its transcripts.
        """
        name, directory = one_line(new.name), self._session.directory
        if not name:
            raise UserError(tr("A round needs a name, such as “Round 1”."))
        if any(folded(each.name) == folded(name) for each in self.all()):
            raise UserError(tr("There is a round “{name}” already. Choose another name.", name=name))
        transcripts = list(dict.fromkeys(directory.transcripts.find(each).id for each in new.transcripts))
        coders = list(dict.fromkeys(directory.coders.find(each).id for each in new.coders))
        if not transcripts:
            raise UserError(tr("Choose at least one transcript for the round."))
        if new.again:
            if len(coders) != 1:
                raise UserError(tr("In a round of coding again one coder takes part. Choose one."))
            refuse_coding_again(self._session, coders[0], transcripts)
        elif len(coders) < 2:
            raise UserError(tr("A round needs at least two coders, who code without seeing each other’s work."))
        draw: dict[str, Any] = {} if new.seed is None else {"seed": new.seed, "by": ["site", "client group"]}
        facts = {"round": name, "transcripts": len(transcripts), "coders": len(coders)}
        with self._session.step("open-round", facts, coder=directory.coder_name(coder)) as step:
            if new.again:
                coders.append(next_time(self._session, coders[0], transcripts))
            stored.add(
                self._database,
                stored.Round(
                    id=new_id(),
                    name=name,
                    opened_at=_now(),
                    due=_day(new.due),
                    versions=dict(codebooks.names_and_versions(self._database)),
                    draw=draw,
                    transcripts=tuple(transcripts),
                    coders=tuple(coders),
                ),
            )
        return step.changes

    def close(self, name: str, *, coder: str = "") -> Changes:
        """Close a round: its coders see each other's work again, and what was coded in it is kept as it is now.

        Raises UserError where it is closed already.
        """
        found = self.find(name)
        if not found.is_open:
            raise UserError(tr("“{round}” is closed already.", round=found.name))
        # All of it is kept, whoever closes the round: until now they saw their own work alone.
        kept = frozen(self._database, self._live(found, unblinded=True))
        with self._session.step(
            "close-round", {"round": found.name}, coder=self._session.directory.coder_name(coder)
        ) as step:
            stored.close(self._database, found.id, _now(), kept)
        return step.changes

    def remove(self, name: str, *, coder: str = "") -> Changes:
        """Delete a round, and its snapshot; what was coded stays."""
        found = self.find(name)
        with self._session.step(
            "remove-round", {"round": found.name}, coder=self._session.directory.coder_name(coder)
        ) as step:
            stored.remove(self._database, found.id)
        return step.changes

    def material(self, found: Round) -> Material:
        """What is compared in a round: as it is now, or as it was when the round was closed.

        Without the transcripts in which whoever looks is blind to the others, be it by another round that is open.
        """
        kept = None if found.is_open else stored.material(self._database, found.id)
        if kept is None:
            return self._live(found)
        return without(thawed(self._session, kept), self._session.visibility.blind_in())

    def _live(self, found: Round, *, unblinded: bool = False) -> Material:
        return gather(self._session, found.coders, among=found.transcripts, unblinded=unblinded)


def _no_one_round(name: str, there: Sequence[str]) -> str:
    if not there:
        return tr("There is no one round “{name}” in this project. No round was opened yet.", name=name)
    return tr(
        "There is no one round “{name}” in this project. There are {rounds}.", name=name, rounds=listed(there, "and")
    )


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="milliseconds")


def _day(said: str) -> str:
    """A day as it is kept. UserError where it is none."""
    if not said.strip():
        return ""
    try:
        return date.fromisoformat(said.strip()).isoformat()
    except ValueError:
        raise UserError(tr("“{day}” is no day. Write it as 2026-06-03, or leave it blank.", day=said.strip())) from None
