"""The matrix as a grid: how many people speak of each outcome, by feature."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qualcoder_lite.domain.cross_reference import AttributionCell, FeatureDenominator, Lens, SiteCell
from qualcoder_lite.domain.extracts.extract import FEW_PEOPLE
from qualcoder_lite.domain.people import FeatureState
from qualcoder_lite.domain.pictures.drawings import (
    SO_FEW,
    Behind,
    Grid,
    Head,
    Square,
    counted_passages,
    in_passages,
    part_of_people,
    shade,
)
from qualcoder_lite.translation import tr, tr_later

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qualcoder_lite.domain.cross_reference import Matrix

_TITLES = {
    Lens.SITES: tr_later("Outcomes at the sites that have each feature"),
    Lens.PASSAGES: tr_later("Outcomes that people speak of close to each feature"),
    Lens.ATTRIBUTIONS: tr_later("Outcomes that people themselves link to each feature"),
}
_CAUTIONS = {
    Lens.SITES: tr_later(
        "People at sites with a feature speak of an outcome. That does not show that the feature caused it."
    ),
    Lens.PASSAGES: tr_later(
        "People speak of the two close together. That does not show that the feature caused the outcome."
    ),
    Lens.ATTRIBUTIONS: tr_later(
        "This is how people see it themselves. It does not show that the feature caused the outcome."
    ),
}
_OUT_OF = {
    Lens.SITES: tr_later("Out of so many people at sites that have it"),
    Lens.PASSAGES: tr_later("Out of so many people who speak of it"),
    Lens.ATTRIBUTIONS: tr_later("Out of so many people who speak of it"),
}
_SHADES = (
    tr_later("nobody"),
    tr_later("up to 1 in 5 people"),
    tr_later("up to 2 in 5"),
    tr_later("up to 3 in 5"),
    tr_later("up to 4 in 5"),
    tr_later("more than 4 in 5"),
)


def heat_map(matrix: Matrix, columns: Sequence[int] | None = None, about: Sequence[str] = ()) -> Grid:
    """Some columns of a matrix, by number, or all of them; through the lens of sites, at those that have the feature.

    `about` says whom it was narrowed to, a sentence each.
    """
    chosen = range(len(matrix.columns)) if columns is None else columns
    everybody = matrix.denominators
    interviewed = tr(
        "{n:,} person interviewed, {done} with a transcript declared done; the others are unread, not silent.",
        "{n:,} people interviewed, {done} with a transcript declared done; the others are unread, not silent.",
        n=everybody.people,
        done=everybody.people_done,
    )
    return Grid(
        title=tr(_TITLES[matrix.lens]),
        about=[*about, interviewed],
        rows=[Head(code.name, group=code.group) for code in matrix.rows],
        columns=[_head(matrix, column) for column in chosen],
        squares=[[_square(matrix, row, column) for column in chosen] for row in range(len(matrix.rows))],
        shades=[tr(each) for each in _SHADES],
        notes=[tr(_CAUTIONS[matrix.lens])],
        corner=tr("Outcome"),
        out_of=tr(_OUT_OF[matrix.lens]),
    )


def _out_of(matrix: Matrix, column: int) -> int:
    found = matrix.denominators.features[column]
    return (found if isinstance(found, FeatureDenominator) else found[FeatureState.PRESENT]).people


def _head(matrix: Matrix, column: int) -> Head:
    found, people = matrix.denominators.features[column], _out_of(matrix, column)
    if isinstance(found, FeatureDenominator):
        under = tr("of {n:,} person who speaks of it", "of {n:,} people who speak of it", n=people)
    elif sites := found[FeatureState.PRESENT].sites:
        at_sites = tr("at {n:,} site", "at {n:,} sites", n=sites)
        under = tr("of {n:,} person {at_sites}", "of {n:,} people {at_sites}", n=people, at_sites=at_sites)
    else:
        under = tr("at no site")
    return Head(matrix.columns[column].name, str(people), under)


def _square(matrix: Matrix, row: int, column: int) -> Square:
    cell = matrix.cells[row][column]
    tally = cell.present if isinstance(cell, SiteCell) else cell.tally
    outcome, feature, whole = matrix.rows[row], matrix.columns[column], _out_of(matrix, column)
    few = 0 < tally.people <= FEW_PEOPLE
    people, passages = part_of_people(tally.people, whole), in_passages(tally.passages)
    told = [tr("{people}, {in_passages}.", people=people, in_passages=passages) if tally.people else f"{people}."]
    if isinstance(cell, AttributionCell) and tally.people:
        told.append(
            tr(
                "{helped} say it helped, {hindered} that it got in the way.",
                helped=cell.people_helped,
                hindered=cell.people_hindered,
            )
        )
    if few:
        told.append(tr(SO_FEW))
    if cell.marks.published:
        told.append(tr("The study of 2013 found this too."))
    return Square(
        number=str(tally.people),
        told=" ".join(told),
        shade=shade(tally.people, whole),
        under=counted_passages(tally.passages) if tally.people else "",
        few=few,
        published=bool(cell.marks.published),
        behind=Behind(outcome=outcome.id, feature=feature.id),
    )
