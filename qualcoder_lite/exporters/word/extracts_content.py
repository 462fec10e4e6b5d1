"""What goes into a document of extracts."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from qualcoder_lite.domain.extracts.extract import ATTRIBUTION
from qualcoder_lite.domain.extracts.layout import ExtractsLayout
from qualcoder_lite.domain.extracts.quote_notes import CoderShare, DecisionTold, QuoteNotes, Source

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping, Sequence

    from qualcoder_lite.domain.codebook import Codebook
    from qualcoder_lite.domain.extracts.extract import Extract
    from qualcoder_lite.domain.project_details import ProjectDetails


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtractsDocument:
    """Everything that the document tells.

    `extracts` are those to write, in the order wanted within a code; `withheld_passages` and `withheld_people` count
    what was left out for want of consent, or, where `marked`, is among them; `unasked` says of how
    many no consent is recorded; `capped` counts what `layout.per_person`
    left out. `scope` says in sentences what was asked for, `all_sites` is how many sites the project has, `warnings`
    are the attribution guard's. `codebooks` give the order of groups and codes, the definitions and the appendix.
    `notes` are by extract id.
    """

    title: str
    study: ProjectDetails
    date: dt.date
    who: str
    extracts: Sequence[Extract]
    codebooks: Sequence[Codebook]
    layout: ExtractsLayout = field(default_factory=ExtractsLayout)
    scope: Sequence[str] = ()
    all_sites: int = 0
    withheld_passages: int = 0
    withheld_people: int = 0
    marked: bool = False
    unasked: str = ""
    capped: int = 0
    warnings: Sequence[str] = ()
    notes: Mapping[str, QuoteNotes] = field(default_factory=dict[str, QuoteNotes])
    shares: Sequence[CoderShare] = ()
    decided: Sequence[DecisionTold] = ()
    sources: Sequence[Source] = ()
    template: str = ATTRIBUTION
