"""What an export of extracts would hold: looked at before anything is written."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING, TypeAlias

from qualcoder_lite.domain.errors import UserError
from qualcoder_lite.domain.extracts.extract import PLACEHOLDERS, Extract, attribution, count_people, person_of
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from qualcoder_lite.domain.extracts.attribution_guard import NarrowAttribution
    from qualcoder_lite.service.extracts.order import Retrieval

    #: Tells which attributions of some extracts are narrow, by the template.
    Guard: TypeAlias = Callable[[Sequence[Extract], str], list[NarrowAttribution]]

_EXAMPLES = 3
# What an attribution may give up so that it fits more people: where somebody lives tells most.
_GIVEN_UP_FIRST = ("site", "client_group", "respondent")


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtractsPreview:
    """How much there is, what is left out, and which attributions fit too few people.

    `unasked` says of how many no consent is recorded. `first` are the first extracts, to be
    shown as examples. `coarser` is the attribution template that says less and leaves the fewest warnings
    (`coarser_narrow` of them); empty where there is nothing to mend or nothing mends it.
    """

    extracts: int
    people: int
    sites: int
    withheld: int
    withheld_people: int
    unasked: str
    narrow: Sequence[NarrowAttribution]
    coarser: str
    coarser_narrow: int
    first: Sequence[Extract]


def preview_of(found: Retrieval, guard: Guard, template: str) -> ExtractsPreview:
    """What is to be said of extracts before they are written; `guard` tells what is narrow in another template.

    Raises UserError where the template is wrong.
    """
    kept, withheld, narrow = found.extracts, found.withheld, found.narrow
    coarser, left = _coarser(kept, guard, template, len(narrow))
    return ExtractsPreview(
        extracts=len(kept),
        people=count_people(kept),
        sites=len({extract.site for extract in kept if extract.site}),
        withheld=len(withheld),
        withheld_people=count_people(withheld),
        unasked=found.unasked,
        narrow=narrow,
        coarser=coarser,
        coarser_narrow=left,
        first=kept[:_EXAMPLES],
    )


def _coarser(kept: Sequence[Extract], guard: Guard, template: str, narrow: int) -> tuple[str, int]:
    """The template that gives up as little as it can for fewer warnings, and how many are left; empty if none does."""
    if not narrow:
        return "", 0
    voices = _one_each(kept)
    used = [part for part in _GIVEN_UP_FIRST if f"{{{part}}}" in template]
    best = ("", narrow)
    for size in range(1, len(used) + 1):
        for given_up in combinations(used, size):
            try:
                less = template_without(template, given_up)
                left = len(guard(voices, less))
            except UserError:
                continue  # nothing would be left to say
            if left < best[1]:
                best = (less, left)
    return best


def _one_each(extracts: Sequence[Extract]) -> list[Extract]:
    """One extract of each way in which somebody is described: whether it fits few people holds for all of them."""
    kinds = {(person_of(one), one.respondent, one.client_group, one.site): one for one in extracts}
    return list(kinds.values())


def template_without(template: str, given_up: Collection[str]) -> str:
    """An attribution template less some of its placeholders and the words that join them to the rest.

    Raises UserError where the template is wrong, or nothing but those placeholders is in it.
    """
    kept = {name: f"{{{name}}}" for name in PLACEHOLDERS if name not in given_up}
    if not any(name in template for name in kept.values()):
        raise UserError(tr("Without that, the attribution would say nothing."))
    # Filled in with its own placeholders, the template comes out as it went in, less what isn't known.
    itself = Extract(
        id=kept.get("id", ""),
        codings=(),
        transcript="",
        title="",
        start=0,
        end=0,
        text="",
        code="",
        group="",
        coders=(),
        respondent=kept.get("respondent"),
        client_group=kept.get("client_group"),
        site=kept.get("site"),
        participant=kept.get("pseudonym"),
    )
    return attribution(itself, template)
