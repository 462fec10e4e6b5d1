"""The findings of a report across client groups, in the layout of the published Table 3."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qualcoder_lite.domain.codebook import Code
from qualcoder_lite.domain.cross_reference import AttributionCell
from qualcoder_lite.domain.reports.report import FindingReport, LinkReport, quotes_for_cells

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qualcoder_lite.domain.cross_reference import Matrix
    from qualcoder_lite.domain.reports.report import OutcomeReport


def findings_of(outcomes: Sequence[OutcomeReport], matrix: Matrix) -> list[FindingReport]:
    """Each outcome with what helped or hindered it.

    The features of partnership are those of the groups that the published table names.
    """
    columns = [column for column in matrix.columns if isinstance(column, Code)]
    of_partnership = {
        column.group
        for row in matrix.cells
        for column, cell in zip(columns, row, strict=True)
        if cell.marks.published is not None
    }
    found: list[FindingReport] = []
    for outcome, quote, row in zip(outcomes, quotes_for_cells(outcomes), matrix.cells, strict=True):
        links = [
            (column.group in of_partnership, _link(column.name, cell))
            for column, cell in zip(columns, row, strict=True)
            if isinstance(cell, AttributionCell) and (cell.tally.passages or cell.marks.published)
        ]
        found.append(
            FindingReport(
                outcome=outcome,
                quote=quote,
                service=sorted((link for is_one, link in links if not is_one), key=_most_people),
                partnership=sorted((link for is_one, link in links if is_one), key=_most_people),
            )
        )
    return found


def _link(feature: str, cell: AttributionCell) -> LinkReport:
    return LinkReport(
        feature=feature,
        helped=cell.people_helped,
        hindered=cell.people_hindered,
        published=cell.marks.published,
        verdict=cell.verdict,
    )


def _most_people(link: LinkReport) -> int:
    return -(link.helped + link.hindered)
