"""What goes by one name, as two copies of a project may each have made it: told, and joined where it is one thing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, get_args

from qualcoder_lite.service.codebook.merging import merge
from qualcoder_lite.service.coding.coders import Coders
from qualcoder_lite.service.history.nouns import counted
from qualcoder_lite.service.people.joining import join_participants, join_sites
from qualcoder_lite.storage import same_names
from qualcoder_lite.storage.people import joining

if TYPE_CHECKING:
    from qualcoder_lite.domain.changes import Changes
    from qualcoder_lite.service.session import Session
    from qualcoder_lite.storage.same_names import Named

_WHY = "Both have one name and mean the same."  # as the codebook's history keeps it


@dataclass(frozen=True, slots=True, kw_only=True)
class Twin:
    """Two of one name: `kept` (id) is the older one, called `name`; `other` (id) is shown as `shown`.

    `hanging` says what hangs on the other one, as "3 transcripts and 1 memo"; empty where nothing does.
    """

    noun: Named
    name: str
    kept: str
    other: str
    shown: str
    hanging: str


class Twins:
    """Finds what goes by one name, and joins it."""

    def __init__(self, session: Session) -> None:
        """Work on an open project."""
        self._session = session
        self._database = session.database

    def all(self) -> list[Twin]:
        """Coders, codes, sites and participants of one name, the younger each with the oldest."""
        return [twin for noun in get_args(same_names.Named) for twin in self._of(noun)]

    def join(self, twin: Twin, *, by: str = "") -> Changes:
        """Let the older take the younger's place, as one step. UserError where what is recorded of them contradicts."""
        session = self._session
        if twin.noun == "coder":
            return Coders(session).join(twin.other, twin.kept, by=by)
        if twin.noun == "code":
            return merge(session, [twin.other], twin.kept, why=_WHY, coder=by)
        join = join_sites if twin.noun == "site" else join_participants
        return join(session, twin.other, twin.kept, by=by)

    def _of(self, noun: Named) -> list[Twin]:
        shown = same_names.shown(self._database, noun)
        return [
            Twin(
                noun=noun,
                name=oldest[1],
                kept=oldest[0],
                other=id_,
                shown=shown.get(id_, name),
                hanging=counted(joining.hanging(self._database, noun, id_)),
            )
            for oldest, *others in same_names.same(self._database, noun)
            for id_, name in others
        ]
