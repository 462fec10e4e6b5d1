"""How extracts are to be written, and what was found to write."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from qualcoder_lite.domain.consent import WithoutConsent
from qualcoder_lite.domain.extracts.extract import ATTRIBUTION, person_of, unasked_told
from qualcoder_lite.domain.extracts.layout import ExtractsLayout
from qualcoder_lite.translation import tr, tr_later

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from qualcoder_lite.domain.extracts.attribution_guard import NarrowAttribution
    from qualcoder_lite.domain.extracts.extract import Extract
    from qualcoder_lite.domain.project_details import ProjectDetails

_RESOLVED = tr_later(
    "Whatever the attributions leave unsaid, the list of sources tells of each pseudonym: leave that out "
    "too where the document leaves the team."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtractsOrder:
    """How extracts are to be written. `study` and `who` stand on the title page.

    `layout` is for a Word document, but its limit for each person holds for tables too; `without_consent` says what
    becomes of quotes of people who said no to being quoted. `byte_order_mark` begins a CSV with the mark by which
    Excel knows UTF-8.
    """

    study: ProjectDetails
    date: date
    who: str = ""
    layout: ExtractsLayout = field(default_factory=ExtractsLayout)
    template: str = ATTRIBUTION
    without_consent: WithoutConsent = WithoutConsent.LEAVE_OUT
    byte_order_mark: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Retrieval:
    """What a scope holds: the extracts to write, those without consent to be quoted, and the warnings.

    `withheld` are left out of `extracts`, or, where asked for, among them and marked; `capped` counts what a limit for
    each person left out. A warning is about an attribution that fits only one or two people of the whole project.
    """

    extracts: Sequence[Extract]
    withheld: Sequence[Extract]
    narrow: Sequence[NarrowAttribution]
    capped: int = 0

    @property
    def withheld_people(self) -> int:
        """How many people said no to being quoted."""
        return len({person_of(extract) for extract in self.withheld})

    @property
    def unasked(self) -> str:
        """Of how many extracts no consent to be quoted is recorded, in a sentence; empty where there are none."""
        return unasked_told(self.extracts)

    def warnings(self, layout: ExtractsLayout) -> list[str]:
        """What the guard of attributions says of a document laid out like this, in sentences."""
        told = [warning.sentence for warning in self.narrow]
        return [*told, tr(_RESOLVED)] if told and layout.tells_who_is_where else told
