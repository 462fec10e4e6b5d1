"""The use of codes as grids: which come together, and how often each is used by what is known of the people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qualcoder_lite.domain.extract import FEW_PEOPLE
from qualcoder_lite.domain.pictures.drawings import Behind, Grid, Head, Square, counted, shade

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from qualcoder_lite.domain.co_occurrence import CoOccurrence
    from qualcoder_lite.domain.cross_reference import Near
    from qualcoder_lite.domain.frequencies import Frequencies, Frequency

_SHADES = ("nobody", "up to 1 in 5", "up to 2 in 5", "up to 3 in 5", "up to 4 in 5", "more than 4 in 5")
_TWO_LINES = "In each cell: the people, and under them the passages in which they say it."
_UNKNOWN = "Not known"


def together(
    found: CoOccurrence, near: Near, rows: Collection[str], columns: Collection[str], about: Sequence[str] = ()
) -> Grid:
    """Which codes come together: some codes (ids) as rows by some as columns."""
    across = [n for n, code in enumerate(found.codes) if code.id in columns]
    down = [n for n, code in enumerate(found.codes) if code.id in rows]
    return Grid(
        title=f"Codes together, {_near_in_words(near)}",
        about=about,
        rows=[
            Head(found.codes[n].name, under=f"of {_people(found.cells[n][n])}", group=found.codes[n].group)
            for n in down
        ],
        columns=[Head(found.codes[n].name) for n in across],
        squares=[[_pair(found, row, column) for column in across] for row in down],
        shades=_SHADES,
        notes=[
            _TWO_LINES,
            "Read along the row: of the people who speak of its code, those who speak of the other one near it.",
            "That codes come together does not show that one brings about the other.",
        ],
        corner="Code",
    )


def _pair(found: CoOccurrence, row: int, column: int) -> Square:
    cell, whole = found.cells[row][column], found.cells[row][row]
    if row == column:
        return Square(
            number=str(cell.people),
            told=f"{_people(cell)} in all, in {_passages(cell)}.",
            under=_passages(cell),
            small=str(cell.passages),
            behind=Behind(outcome=found.codes[row].id, nowhere=not cell.people),
        )
    return _square(cell, whole.people, Behind(outcome=found.codes[row].id, feature=found.codes[column].id))


def frequencies(found: Frequencies, by: str, rows: Collection[str], about: Sequence[str] = ()) -> Grid:
    """How often some codes (ids) are used; `by` says in words what the columns are values of."""
    down = [n for n, code in enumerate(found.codes) if code.id in rows]
    return Grid(
        title=f"How often codes are used, by {by}",
        about=about,
        rows=[
            Head(found.codes[n].name, under=f"{_people(found.totals[n])} in all", group=found.codes[n].group)
            for n in down
        ],
        columns=[
            Head(value or _UNKNOWN, str(people), f"of {counted(people, 'person', 'people')} interviewed")
            for value, people in zip(found.values, found.people, strict=True)
        ],
        squares=[
            [
                _square(cell, people, Behind(outcome=found.codes[n].id, value=value))
                for value, people, cell in zip(found.values, found.people, found.cells[n], strict=True)
            ]
            for n in down
        ],
        shades=_SHADES,
        notes=[_TWO_LINES],
        corner="Code",
        out_of="Out of so many people interviewed",
    )


def _square(cell: Frequency, whole: int, behind: Behind) -> Square:
    few = 0 < cell.people <= FEW_PEOPLE
    warning = " So few people might be recognised." if few else ""
    in_passages = f", in {_passages(cell)}" if cell.people else ""
    return Square(
        number=str(cell.people),
        told=f"{cell.people} of {counted(whole, 'person', 'people')}{in_passages}.{warning}",
        shade=shade(cell.people, whole),
        under=_passages(cell) if cell.people else "",
        small=str(cell.passages) if cell.people else "",
        few=few,
        behind=behind,
    )


def _people(cell: Frequency) -> str:
    return counted(cell.people, "person", "people")


def _passages(cell: Frequency) -> str:
    return counted(cell.passages, "passage")


def _near_in_words(near: Near) -> str:
    if near in ("overlap", "turn"):
        return "in the same words" if near == "overlap" else "in the same turn"
    return f"within {counted(int(near), 'turn')}"
