"""Who codes in a project: what is known of them, and joining one who goes by two names."""

from __future__ import annotations

import difflib
import re
from dataclasses import replace
from datetime import UTC, datetime
from itertools import combinations
from typing import TYPE_CHECKING

from qualcoder_lite.domain.errors import UserError, listed
from qualcoder_lite.domain.names import folded
from qualcoder_lite.domain.people import ROLES
from qualcoder_lite.service.coding.sameness import brought_up_to_date
from qualcoder_lite.service.directory import one_line
from qualcoder_lite.storage import same_names, summaries
from qualcoder_lite.storage.coding import coders as stored
from qualcoder_lite.storage.coding import codings, stars
from qualcoder_lite.storage.people import joining
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Iterable

    from qualcoder_lite.domain.changes import Changes
    from qualcoder_lite.domain.coding import Coding
    from qualcoder_lite.domain.people import Coder
    from qualcoder_lite.service.session import Session

_COLOUR = re.compile("#[0-9a-fA-F]{6}")
_MOST_INITIALS = 3
_ALIKE = 0.84  # two names that differ by a slip of the finger, as "Alisa Brodie" and "Ailsa Brodie"


class Coders:
    """Who codes in a project."""

    def __init__(self, session: Session) -> None:
        """Work on an open project."""
        self._session = session
        self._database = session.database

    def all(self) -> list[Coder]:
        """All coders, by name."""
        return stored.read(self._database)

    def who_coded(self) -> list[Coder]:
        """The coders who have put a code on anything, by name; others only wrote memos, or comments in Word."""
        coded = stored.who_coded(self._database)
        return [coder for coder in self.all() if coder.id in coded]

    def find(self, name: str) -> Coder:
        """A coder by name or id. UnknownNameError where there is none."""
        id_ = self._session.directory.coders.find(name).id
        return next(coder for coder in self.all() if coder.id == id_)

    def add(self, name: str) -> Changes:
        """Make a coder, unless there is one of that name."""
        with self._session.step("add-coder", coder=self._session.directory.coder_name(name)) as step:
            self._session.directory.coder(name)
        return step.changes

    def change(
        self,
        coder: str,
        *,
        name: str | None = None,
        initials: str | None = None,
        role: str | None = None,
        colour: str | None = None,
        supporter: str | None = None,
        by: str = "",
    ) -> Changes:
        """Change what is known of a coder (a name or id); what isn't given stays. `by` names who changes it.

        Raises UserError where the name is blank or another coder's, or a role or colour isn't one.
        """
        before = self.find(coder)
        after = replace(
            before,
            name=before.name if name is None else one_line(name),
            initials=before.initials if initials is None else one_line(initials)[:_MOST_INITIALS],
            role=before.role if role is None else role,
            colour=before.colour if colour is None else colour.strip(),
            supporter=before.supporter if supporter is None else one_line(supporter),
        )
        self._refuse_bad(after)
        facts = {"coder": before.id}
        with self._session.step("change-coder", facts, coder=self._session.directory.coder_name(by)) as step:
            if after != before:
                stored.put(self._database, after)
        return step.changes

    def _refuse_bad(self, coder: Coder) -> None:
        if not coder.name:
            raise UserError(tr("A coder needs a name."))
        for other in self.all():
            if other.id != coder.id and folded(other.name) == folded(coder.name):
                raise UserError(
                    tr(
                        "There is a coder “{name}” already. If both are one person, join the two instead.",
                        name=other.name,
                    )
                )
        if coder.role and coder.role not in ROLES:
            raise UserError(tr("A coder’s role is {names}, or not said.", names=listed(ROLES)))
        if coder.colour and not _COLOUR.fullmatch(coder.colour):
            raise UserError(tr("“{colour}” is no colour. Write it as #1f6fb2, or leave it blank.", colour=coder.colour))

    # One coder under two names

    def alike(self) -> list[tuple[Coder, Coder]]:
        """Coders who may be one person: names that are the same, nearly the same, or the one within the other."""
        return alike(self.all())

    def join(self, other: str, kept: str, *, by: str = "") -> Changes:
        """Let all that one coder did be another's (names or ids), who is one person with them; one step.

        Where both have one code on one passage it becomes one coding, which says what either said. UserError where the
        two are the same already.
        """
        gone, stays = self.find(other), self.find(kept)
        if gone.id == stays.id:
            raise UserError(tr("These two are one coder already. Choose two different names."))
        name = same_names.own(self._database, "coder", stays.id, stays.name)
        stays_id, gone_id = joining.which_stays(gone.id, stays.id)
        own = [c for c in codings.of_coder(self._database, gone_id).values() if c.decision is None]
        facts = {"count": len(own)}
        with self._session.step("join-coders", facts, coder=self._session.directory.coder_name(by)) as step:
            moved = {_place(coding): coding for coding in own}
            twins = codings.alike(self._database, [replace(coding, coder=stays_id) for coding in own]).values()
            codings.update(self._database, [brought_up_to_date(twin, moved[_place(twin)]) for twin in twins])
            gone_to = {moved[_place(twin)].id: twin.id for twin in twins}
            stars.move_codings(self._database, gone_to)
            summaries.move_codings(self._database, gone_to)
            codings.remove(self._database, gone_to)
            stored.join(self._database, gone_id, stays_id, datetime.now(UTC).isoformat(timespec="seconds"))
            stored.put(self._database, replace(stays, id=stays_id, name=name))
        return step.changes


def alike(coders: Iterable[Coder]) -> list[tuple[Coder, Coder]]:
    """Those of some coders who may be one person; who codes again is one with themselves, and isn't asked about."""
    once = [coder for coder in coders if not coder.again_of]
    return [(one, other) for one, other in combinations(once, 2) if _may_be_one(one.name, other.name)]


def _place(coding: Coding) -> tuple[str, str, int, int]:
    return (coding.transcript, coding.code, coding.start, coding.end)


def _may_be_one(one: str, other: str) -> bool:
    left, right = folded(one), folded(other)
    within = set(left.split()) <= set(right.split()) or set(right.split()) <= set(left.split())
    return within or difflib.SequenceMatcher(None, left, right).ratio() >= _ALIKE
