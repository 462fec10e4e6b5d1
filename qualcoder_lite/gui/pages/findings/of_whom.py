"""Whom a person wants counted, and whose codings: held while they go from one view of the findings to another."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import Protocol

from qualcoder_lite.domain.people import Respondent
from qualcoder_lite.service.scope import Scope
from qualcoder_lite.translation import tr

RESPONDENTS = {
    Respondent.SERVICE_USER: tr("Service users"),
    Respondent.UNPAID_CARER: tr("Unpaid carers"),
    Respondent.PAID_CARER: tr("Paid carers"),
}
"""Who answers, in the words of the boxes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OfWhom:
    """What is chosen. Client group, site and coder are names, the respondent a type; empty stands for all of them.

    `own` asks for each coder's own codings where some are settled, `reflecting` for people who reflect on how the
    service is organised; `without_interviewers` leaves out what is coded in interviewers' words alone.
    """

    client_group: str = ""
    site: str = ""
    respondent: str = ""
    coder: str = ""
    own: bool = False
    reflecting: bool = False
    without_interviewers: bool = False

    @property
    def scope(self) -> Scope:
        """The same, as the project is asked."""
        return Scope(
            sites=_one(self.site),
            client_groups=_one(self.client_group),
            respondents=(Respondent(self.respondent),) if self.respondent else (),
            coders=_one(self.coder),
            settled=False if self.own else None,
            reflecting=self.reflecting,
            without_interviewers=self.without_interviewers,
        )

    def in_words(self) -> list[str]:
        """What is chosen, each in the words of its box."""
        said = (
            self.client_group,
            self.site,
            RESPONDENTS[Respondent(self.respondent)] if self.respondent else "",
            tr("{coder}’s codings", coder=self.coder) if self.coder else "",
            tr("Each coder’s own codings") if self.own else "",
            tr("Who reflect on services") if self.reflecting else "",
            tr("Without interviewers’ words") if self.without_interviewers else "",
        )
        return [words for words in said if words]

    def changed(self, before: OfWhom, after: OfWhom) -> OfWhom:
        """This, with whatever is otherwise in `after` than it was in `before`."""
        names = [field.name for field in fields(self)]
        return replace(self, **{n: getattr(after, n) for n in names if getattr(after, n) != getattr(before, n)})


class Narrowed(Protocol):
    """A view whose boxes say whom it counts."""

    @property
    def of_whom(self) -> OfWhom:
        """What is chosen, as far as the view has boxes for it."""
        ...

    def count_of(self, of_whom: OfWhom) -> None:
        """Choose this before the view is shown, as far as it can."""
        ...


def not_counted(chosen: OfWhom) -> str:
    """A sentence about choices that play no part in a view; empty where there are none."""
    words = chosen.in_words()
    return tr("Chosen elsewhere, without effect here: {words}.", words="; ".join(words)) if words else ""


def _one(name: str) -> tuple[str, ...]:
    return (name,) if name else ()
