"""Which features are in sight: the four that the study names first, the others group by group."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from qualcoder_lite.domain.codebook import Code
from qualcoder_lite.domain.names import natural_id
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qualcoder_lite.domain.codebook import RegisterFeature
    from qualcoder_lite.domain.cross_reference import Matrix

_NUMBERS = (
    tr("no"),
    tr("one"),
    tr("two"),
    tr("three"),
    tr("four"),
    tr("five"),
    tr("six"),
    tr("seven"),
    tr("eight"),
    tr("nine"),
)

# The register has no groups of its own: these are for finding one's way in it.
_REGISTER = {
    tr("One way in for people"): (
        "single-shared-assessment-processes",
        "single-point-of-entry-contact-for-users",
        "single-consultation-process-with-users",
    ),
    tr("How staff work together"): (
        "regular-and-routine-contact-between-professionals-in-different-roles",
        "joint-training-for-staff",
        "shared-information-systems",
    ),
    tr("How it is run"): (
        "shared-mission-statement-objectives",
        "joint-management",
        "joint-planning-and-commissioning",
        "accountable-to-health-and-local-authority",
    ),
    tr("Money and agreements"): (
        "pooled-or-aligned-budgets",
        "partnership-agreement-in-place",
        "reported-use-of-health-act-flexibilities",
    ),
}
_REGISTER_GROUP = {
    natural_id("register-feature", "site-register", slug): group for group, slugs in _REGISTER.items() for slug in slugs
}
_OTHERS = tr("Other features")


@dataclass(frozen=True, slots=True)
class ColumnGroup:
    """Some of a matrix's columns, by number, under one name. `value` is its handle."""

    value: str
    words: str
    columns: tuple[int, ...]


def column_groups(matrix: Matrix) -> list[ColumnGroup]:
    """How the columns can be looked at, the operational features of partnership first and all of them last.

    The operational features are those that the 2013 study's table has a column for; it says nothing of the others.
    """
    operational = tuple(n for n in range(len(matrix.columns)) if _is_published(matrix, n))
    by_name: dict[str, list[int]] = {}
    for n, feature in enumerate(matrix.columns):
        if n not in operational:
            by_name.setdefault(_group_of(feature), []).append(n)
    groups = [ColumnGroup(name, name, tuple(columns)) for name, columns in by_name.items()]
    if operational:
        groups.insert(
            0,
            ColumnGroup(
                "operational", tr("The {number} features of partnership", number=_number(operational)), operational
            ),
        )
    if len(groups) > 1:
        every = tuple(range(len(matrix.columns)))
        groups.append(ColumnGroup("all", tr("All {number} features", number=len(every)), every))
    return groups


def key_of(feature: Code | RegisterFeature) -> str:
    """What a column is known by in every lens: a register feature goes by the code for the same feature."""
    return feature.id if isinstance(feature, Code) else feature.code or feature.id


def _is_published(matrix: Matrix, column: int) -> bool:
    return any(row[column].marks.published is not None for row in matrix.cells)


def _group_of(feature: Code | RegisterFeature) -> str:
    return feature.group if isinstance(feature, Code) else _REGISTER_GROUP.get(feature.id, _OTHERS)


def _number(columns: Sequence[int]) -> str:
    return _NUMBERS[len(columns)] if len(columns) < len(_NUMBERS) else str(len(columns))
