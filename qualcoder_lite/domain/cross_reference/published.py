"""What was published beside what a project finds: marks and notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qualcoder_lite.domain.cross_reference.matrix import Marks, Note
from qualcoder_lite.domain.names import folded

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from qualcoder_lite.domain.codebook import Code, PublishedFindings, RegisterFeature
    from qualcoder_lite.domain.cross_reference.study import Study


class PublishedTables:
    """The published marks for a study's outcomes and columns, both by their place."""

    def __init__(self, study: Study, columns: Sequence[Code] | Sequence[RegisterFeature], codes: Sequence[str]) -> None:
        """Look up `columns` under the feature codes (ids, "" for none) that speak of the same features."""
        self._tables = {"published": study.published, "published_2011": study.published_2011}
        self._outcomes, self._columns, self._codes = study.outcomes, columns, codes

    def marks(self, row: int, column: int) -> Marks:
        """What both tables say of one cell."""
        pair = self._pair(row, column)
        return Marks(**{name: _found(table, pair) for name, table in self._tables.items()})

    def notes(self) -> tuple[Note, ...]:
        """The notes that belong to cells, row by row."""
        return tuple(
            Note(outcome.name, self._columns[column].name, name, mark.note)
            for row, outcome in enumerate(self._outcomes)
            for column in range(len(self._columns))
            for name, table in self._tables.items()
            if (mark := table.by_pair.get(self._pair(row, column))) and mark.note
        )

    def _pair(self, row: int, column: int) -> tuple[str, str]:
        return self._outcomes[row].id, self._codes[column]


def code_of(feature: RegisterFeature, codes: Iterable[Code]) -> str:
    """The code (id) that speaks of a register's feature: the one it names, else one that shares a name, else ""."""
    if feature.code:
        return feature.code
    names = {folded(name) for name in (feature.name, *feature.aliases)}
    return next((c.id for c in codes if names.intersection(folded(name) for name in (c.name, *c.aliases))), "")


def _found(table: PublishedFindings, pair: tuple[str, str]) -> bool | None:
    mark = table.by_pair.get(pair)
    return mark.found if mark else None
