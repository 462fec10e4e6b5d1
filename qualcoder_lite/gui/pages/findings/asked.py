"""What is asked of the matrix: through which lens, of whom, and how near."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from qualcoder_lite.domain.cross_reference import Lens
from qualcoder_lite.domain.people import Respondent
from qualcoder_lite.service.scope import Scope

if TYPE_CHECKING:
    from qualcoder_lite.domain.cross_reference import Near

LENSES = {Lens.SITES: "By site", Lens.PASSAGES: "Same passage", Lens.ATTRIBUTIONS: "People said so"}
"""The lenses in plain words, in the order of their keys 1, 2 and 3."""

NEAR: dict[str, tuple[Near, str]] = {
    "overlap": ("overlap", "Same words"),
    "turn": ("turn", "Same turn"),
    "1": (1, "Within 1 turn"),
    "2": (2, "Within 2 turns"),
    "3": (3, "Within 3 turns"),
}
"""How near an outcome and a feature must be said, and its words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One question to the matrix. `near` is a key of NEAR; `client_group` is empty for everybody.

    So are `respondent`, a type of respondent, and the names of a `site` and a `coder`.
    `reflecting` keeps to people who reflect on how the service is organised; `without_interviewers` leaves out what is
    coded in interviewers' words alone.
    """

    lens: Lens = Lens.SITES
    near: str = "turn"
    client_group: str = ""
    respondent: str = ""
    site: str = ""
    coder: str = ""
    settled: bool = True
    reflecting: bool = False
    without_interviewers: bool = False

    @property
    def scope(self) -> Scope:
        """What the question is narrowed to."""
        return Scope(
            sites=_one(self.site),
            client_groups=_one(self.client_group),
            respondents=(Respondent(self.respondent),) if self.respondent else (),
            coders=_one(self.coder),
            settled=None if self.settled else False,
            reflecting=self.reflecting,
            without_interviewers=self.without_interviewers,
        )

    @property
    def distance(self) -> Near:
        """How near, as the matrix takes it."""
        return NEAR[self.near][0]


def _one(name: str) -> tuple[str, ...]:
    return (name,) if name else ()
