"""What people say of the outcomes, by site or client group, as bars of people: not delivered, mixed, delivered."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from qualcoder_lite.domain.coding import Polarity
from qualcoder_lite.domain.extracts.extract import FEW_PEOPLE
from qualcoder_lite.domain.pictures.drawings import (
    SO_FEW,
    Bar,
    Bars,
    Behind,
    Head,
    Kind,
    of_interviewed,
    part_of_people,
)
from qualcoder_lite.domain.reports.told import Told
from qualcoder_lite.translation import tr, tr_later

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from qualcoder_lite.domain.codebook import Code

Part = Literal["site", "client_group"]

_ORDER = (Polarity.NOT_DELIVERED, Polarity.MIXED, Polarity.DELIVERED)
_COUNTED: Sequence[Callable[[int], str]] = (  # in the same order
    lambda n: tr("{n} not delivered", "{n} not delivered", n=n),
    lambda n: tr("{n} mixed", "{n} mixed", n=n),
    lambda n: tr("{n} delivered", "{n} delivered", n=n),
)
_UNKNOWN = {"site": tr_later("Site not recorded"), "client_group": tr_later("Client group not recorded")}
_TITLES_OF_ONE = {"site": tr_later("{outcome}, by site"), "client_group": tr_later("{outcome}, by client group")}
_TITLES = {"site": tr_later("Outcomes by site"), "client_group": tr_later("Outcomes by client group")}


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """The people of one site or client group (its name, empty where none is recorded) and what they tell of outcomes.

    `people_done` of the `people` have a transcript declared done; `told` goes by the code's id.
    """

    name: str
    people: int
    people_done: int
    told: Mapping[str, Told]


def outcomes_by(part: Part, parts: Sequence[Heard], outcomes: Sequence[Code], about: Sequence[str] = ()) -> Bars:
    """Bars of people for each outcome and each part; where only one outcome is asked for, a row for each part."""
    one = len(outcomes) == 1
    bars = [[_bar(part, of_part, code) for of_part in parts] for code in outcomes]
    rows = [Head(code.name, group=code.group) for code in outcomes]
    columns = [_head(part, each) for each in parts]
    if one:
        rows, columns = columns, [Head("")]
        bars = [[bar] for bar in bars[0]]
    return Bars(
        title=tr(_TITLES_OF_ONE[part], outcome=outcomes[0].name) if one else tr(_TITLES[part]),
        about=about if parts else [*about, tr("No transcript of these people is in the project yet.")],
        kinds=_kinds(),
        middle=1,
        rows=rows,
        columns=columns,
        bars=bars,
        notes=[
            tr(
                "Bars are people. Somebody who says both that it came about and that it did not is mixed. "
                "At the end of a bar: how many speak of it, of how many interviewed; those who do not say whether it "
                "came about are counted there and have no bar."
            ),
            tr("A dashed edge: one or two people, who might be recognised."),
        ],
    )


def _kinds() -> tuple[Kind, ...]:
    return (
        Kind(tr("not delivered"), "heat0", "on_heat0", "hatch"),
        Kind(tr("mixed"), "heat3", "on_heat3", "dots"),
        Kind(tr("delivered"), "heat5", "on_heat5"),
    )


def _head(part: Part, of_part: Heard) -> Head:
    under = of_interviewed(of_part.people)
    if unread := of_part.people - of_part.people_done:
        under = tr("{people}, {unread} not read yet", people=under, unread=unread)
    return Head(of_part.name or tr(_UNKNOWN[part]), str(of_part.people), under)


def _bar(part: Part, of_part: Heard, code: Code) -> Bar:
    told = of_part.told.get(code.id, Told())
    parts = [told.stands.get(polarity, 0) for polarity in _ORDER]
    unsaid = told.stands.get(Polarity.NOT_STATED, 0)
    people = told.tally.people
    words = [counted(number) for number, counted in zip(parts, _COUNTED, strict=True) if number]
    if unsaid:
        words.append(tr("{n} did not say whether it came about", "{n} did not say whether it came about", n=unsaid))
    few = 0 < people <= FEW_PEOPLE
    warning = f" {tr(SO_FEW)}" if few else ""
    told_by = part_of_people(people, of_part.people)
    return Bar(
        parts=parts,
        end=tr("{part} of {whole}", part=people, whole=of_part.people),
        told=f"{told_by}{': ' if words else ''}{', '.join(words)}.{warning}",
        few=few,
        behind=Behind(
            outcome=code.id,
            site=of_part.name if part == "site" else "",
            client_group=of_part.name if part == "client_group" else "",
            nowhere=not of_part.name,
        ),
    )
