"""The use of codes as grids: which come together, and how often each is used by what is known of the people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qualcoder_lite.domain.extracts.extract import FEW_PEOPLE
from qualcoder_lite.domain.pictures.drawings import (
    SO_FEW,
    Behind,
    Grid,
    Head,
    Square,
    counted_passages,
    in_passages,
    of_interviewed,
    part_of_people,
    shade,
)
from qualcoder_lite.translation import tr, tr_later

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from qualcoder_lite.domain.cross_reference import Near
    from qualcoder_lite.domain.retrieval.co_occurrence import CoOccurrence
    from qualcoder_lite.domain.retrieval.frequencies import Frequencies, Frequency

_SHADES = (
    tr_later("nobody"),
    tr_later("up to 1 in 5"),
    tr_later("up to 2 in 5"),
    tr_later("up to 3 in 5"),
    tr_later("up to 4 in 5"),
    tr_later("more than 4 in 5"),
)
_TWO_LINES = tr_later("In each cell: the people, and under them the passages in which they say it.")


def together(
    found: CoOccurrence, near: Near, rows: Collection[str], columns: Collection[str], about: Sequence[str] = ()
) -> Grid:
    """Which codes come together: some codes (ids) as rows by some as columns."""
    across = [n for n, code in enumerate(found.codes) if code.id in columns]
    down = [n for n, code in enumerate(found.codes) if code.id in rows]
    return Grid(
        title=_title(near),
        about=about,
        rows=[
            Head(
                found.codes[n].name,
                under=tr("of {n:,} person", "of {n:,} people", n=found.cells[n][n].people),
                group=found.codes[n].group,
            )
            for n in down
        ],
        columns=[Head(found.codes[n].name) for n in across],
        squares=[[_pair(found, row, column) for column in across] for row in down],
        shades=[tr(each) for each in _SHADES],
        notes=[
            tr(_TWO_LINES),
            tr("Read along the row: of the people who speak of its code, those who speak of the other one near it."),
            tr("That codes come together does not show that one brings about the other."),
        ],
        corner=tr("Code"),
    )


def _pair(found: CoOccurrence, row: int, column: int) -> Square:
    cell, whole = found.cells[row][column], found.cells[row][row]
    if row == column:
        return Square(
            number=str(cell.people),
            told=tr(
                "{n:,} person in all, {in_passages}.",
                "{n:,} people in all, {in_passages}.",
                n=cell.people,
                in_passages=in_passages(cell.passages),
            ),
            under=counted_passages(cell.passages),
            small=str(cell.passages),
            behind=Behind(outcome=found.codes[row].id, nowhere=not cell.people),
        )
    return _square(cell, whole.people, Behind(outcome=found.codes[row].id, feature=found.codes[column].id))


def frequencies(found: Frequencies, by: str, rows: Collection[str], about: Sequence[str] = ()) -> Grid:
    """How often some codes (ids) are used; `by` says in words what the columns are values of."""
    down = [n for n, code in enumerate(found.codes) if code.id in rows]
    return Grid(
        title=tr("How often codes are used, by {by}", by=by),
        about=about,
        rows=[
            Head(
                found.codes[n].name,
                under=tr("{n:,} person in all", "{n:,} people in all", n=found.totals[n].people),
                group=found.codes[n].group,
            )
            for n in down
        ],
        columns=[
            Head(value or tr("Not known"), str(people), of_interviewed(people))
            for value, people in zip(found.values, found.people, strict=True)
        ],
        squares=[
            [
                _square(cell, people, Behind(outcome=found.codes[n].id, value=value))
                for value, people, cell in zip(found.values, found.people, found.cells[n], strict=True)
            ]
            for n in down
        ],
        shades=[tr(each) for each in _SHADES],
        notes=[tr(_TWO_LINES)],
        corner=tr("Code"),
        out_of=tr("Out of so many people interviewed"),
    )


def _square(cell: Frequency, whole: int, behind: Behind) -> Square:
    few = 0 < cell.people <= FEW_PEOPLE
    warning = f" {tr(SO_FEW)}" if few else ""
    people, passages = part_of_people(cell.people, whole), in_passages(cell.passages)
    told = tr("{people}, {in_passages}.", people=people, in_passages=passages) if cell.people else f"{people}."
    return Square(
        number=str(cell.people),
        told=told + warning,
        shade=shade(cell.people, whole),
        under=counted_passages(cell.passages) if cell.people else "",
        small=str(cell.passages) if cell.people else "",
        few=few,
        behind=behind,
    )


def _title(near: Near) -> str:
    if near == "overlap":
        return tr("Codes together, in the same words")
    if near == "turn":
        return tr("Codes together, in the same turn")
    return tr("Codes together, within {n:,} turn", "Codes together, within {n:,} turns", n=near)
