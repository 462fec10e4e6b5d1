"""What people say of the outcomes, by site or client group, as bars of people: not delivered, mixed, delivered."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from qualcoder_lite.domain.coding import Polarity
from qualcoder_lite.domain.extract import FEW_PEOPLE
from qualcoder_lite.domain.pictures.drawings import Bar, Bars, Behind, Head, Kind, counted
from qualcoder_lite.domain.told import Told

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from qualcoder_lite.domain.codebook import Code

Part = Literal["site", "client_group"]

_ORDER = (Polarity.NOT_DELIVERED, Polarity.MIXED, Polarity.DELIVERED)
_KINDS = (
    Kind("not delivered", "heat0", "on_heat0", "hatch"),
    Kind("mixed", "heat3", "on_heat3", "dots"),
    Kind("delivered", "heat5", "on_heat5"),
)
_UNKNOWN = {"site": "Site not recorded", "client_group": "Client group not recorded"}
_TITLES = {"site": "Outcomes by site", "client_group": "Outcomes by client group"}


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
    bars = [[_bar(part, of_part, code) for of_part in parts] for code in outcomes]
    rows = [Head(code.name, group=code.group) for code in outcomes]
    columns = [_head(part, each) for each in parts]
    if len(outcomes) == 1:
        rows, columns = columns, [Head("")]
        bars = [[bar] for bar in bars[0]]
    title = f"{outcomes[0].name}, {_TITLES[part].partition(' ')[2]}" if len(outcomes) == 1 else _TITLES[part]
    return Bars(
        title=title,
        about=about if parts else [*about, "No transcript of these people is in the project yet."],
        kinds=_KINDS,
        middle=1,
        rows=rows,
        columns=columns,
        bars=bars,
        notes=[
            "Bars are people. Somebody who says both that it came about and that it did not is mixed. "
            "At the end of a bar: how many speak of it, of how many interviewed; those who do not say whether it came "
            "about are counted there and have no bar.",
            "A dashed edge: one or two people, who might be recognised.",
        ],
    )


def _head(part: Part, of_part: Heard) -> Head:
    people = counted(of_part.people, "person", "people")
    unread = of_part.people - of_part.people_done
    under = f"of {people} interviewed" + (f", {unread} not read yet" if unread else "")
    return Head(of_part.name or _UNKNOWN[part], str(of_part.people), under)


def _bar(part: Part, of_part: Heard, code: Code) -> Bar:
    told = of_part.told.get(code.id, Told())
    parts = [told.stands.get(polarity, 0) for polarity in _ORDER]
    unsaid = told.stands.get(Polarity.NOT_STATED, 0)
    people = told.tally.people
    words = [f"{number} {kind.name}" for number, kind in zip(parts, _KINDS, strict=True) if number]
    words += [f"{unsaid} did not say whether it came about"] if unsaid else []
    few = 0 < people <= FEW_PEOPLE
    warning = " So few people might be recognised." if few else ""
    told_by = f"{people} of {counted(of_part.people, 'person', 'people')}"
    return Bar(
        parts=parts,
        end=f"{people} of {of_part.people}",
        told=f"{told_by}{': ' if words else ''}{', '.join(words)}.{warning}",
        few=few,
        behind=Behind(
            outcome=code.id,
            site=of_part.name if part == "site" else "",
            client_group=of_part.name if part == "client_group" else "",
            nowhere=not of_part.name,
        ),
    )
