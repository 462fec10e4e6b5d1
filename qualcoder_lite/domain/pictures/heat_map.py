"""The matrix as a grid: how many people speak of each outcome, by feature."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qualcoder_lite.domain.cross_reference import AttributionCell, FeatureDenominator, Lens, SiteCell
from qualcoder_lite.domain.extract import FEW_PEOPLE
from qualcoder_lite.domain.people import FeatureState
from qualcoder_lite.domain.pictures.drawings import Behind, Grid, Head, Square, counted, shade

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qualcoder_lite.domain.cross_reference import Matrix

_TITLES = {
    Lens.SITES: "Outcomes at the sites that have each feature",
    Lens.PASSAGES: "Outcomes that people speak of close to each feature",
    Lens.ATTRIBUTIONS: "Outcomes that people themselves link to each feature",
}
_CAUTIONS = {
    Lens.SITES: "People at sites with a feature speak of an outcome. That does not show that the feature caused it.",
    Lens.PASSAGES: "People speak of the two close together. That does not show that the feature caused the outcome.",
    Lens.ATTRIBUTIONS: "This is how people see it themselves. It does not show that the feature caused the outcome.",
}
_OUT_OF = {
    Lens.SITES: "Out of so many people at sites that have it",
    Lens.PASSAGES: "Out of so many people who speak of it",
    Lens.ATTRIBUTIONS: "Out of so many people who speak of it",
}
_SHADES = ("nobody", "up to 1 in 5 people", "up to 2 in 5", "up to 3 in 5", "up to 4 in 5", "more than 4 in 5")


def heat_map(matrix: Matrix, columns: Sequence[int] | None = None, about: Sequence[str] = ()) -> Grid:
    """Some columns of a matrix, by number, or all of them; through the lens of sites, at those that have the feature.

    `about` says whom it was narrowed to, a sentence each.
    """
    chosen = range(len(matrix.columns)) if columns is None else columns
    everybody = matrix.denominators
    people = f"{counted(everybody.people, 'person', 'people')} interviewed"
    read = f"{everybody.people_done} with a transcript declared done; the others are unread, not silent"
    return Grid(
        title=_TITLES[matrix.lens],
        about=[*about, f"{people}, {read}."],
        rows=[Head(code.name, group=code.group) for code in matrix.rows],
        columns=[_head(matrix, column) for column in chosen],
        squares=[[_square(matrix, row, column) for column in chosen] for row in range(len(matrix.rows))],
        shades=_SHADES,
        notes=[_CAUTIONS[matrix.lens]],
        corner="Outcome",
        out_of=_OUT_OF[matrix.lens],
    )


def _out_of(matrix: Matrix, column: int) -> int:
    found = matrix.denominators.features[column]
    return (found if isinstance(found, FeatureDenominator) else found[FeatureState.PRESENT]).people


def _head(matrix: Matrix, column: int) -> Head:
    found, people = matrix.denominators.features[column], _out_of(matrix, column)
    if isinstance(found, FeatureDenominator):
        under = f"of {counted(people, 'person who speaks', 'people who speak')} of it"
    else:
        sites = found[FeatureState.PRESENT].sites
        under = f"of {counted(people, 'person', 'people')} at {counted(sites, 'site')}" if sites else "at no site"
    return Head(matrix.columns[column].name, str(people), under)


def _square(matrix: Matrix, row: int, column: int) -> Square:
    cell = matrix.cells[row][column]
    tally = cell.present if isinstance(cell, SiteCell) else cell.tally
    outcome, feature, whole = matrix.rows[row], matrix.columns[column], _out_of(matrix, column)
    few = 0 < tally.people <= FEW_PEOPLE
    passages = counted(tally.passages, "passage")
    parts = [f"{tally.people} of {counted(whole, 'person', 'people')}"]
    if tally.people:
        parts[0] += f", in {passages}"
    if isinstance(cell, AttributionCell) and tally.people:
        parts.append(f"{cell.people_helped} say it helped, {cell.people_hindered} that it got in the way")
    if few:
        parts.append("So few people might be recognised")
    if cell.marks.published:
        parts.append("The study of 2013 found this too")
    return Square(
        number=str(tally.people),
        told=" ".join(f"{part}." for part in parts),
        shade=shade(tally.people, whole),
        under=passages if tally.people else "",
        few=few,
        published=bool(cell.marks.published),
        behind=Behind(outcome=outcome.id, feature=feature.id),
    )
