"""The matrix of a lens that goes by what people say of outcomes and features together: its rows, columns and sums."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qualcoder_lite.domain.cross_reference.matrix import Matrix
from qualcoder_lite.domain.cross_reference.published import PublishedTables
from qualcoder_lite.domain.cross_reference.scope import Scope
from qualcoder_lite.domain.cross_reference.together import Together

if TYPE_CHECKING:
    from collections.abc import Callable

    from qualcoder_lite.domain.cross_reference.hearing import Hearing
    from qualcoder_lite.domain.cross_reference.matrix import AttributionCell, Marks, PassageCell
    from qualcoder_lite.domain.cross_reference.nearness import Near
    from qualcoder_lite.domain.cross_reference.study import Lens, Study

    #: Counts one cell: what is said, the ids of outcome and feature, and what the published tables have there.
    CellOf = Callable[[Together, str, str, Marks], PassageCell | AttributionCell]


def feature_matrix(study: Study, hearing: Hearing, lens: Lens, near: Near | None, cell: CellOf) -> Matrix:
    """Each outcome by each feature, with its cells counted one by one."""
    scope = Scope(study.transcripts)
    together = Together(study, scope, hearing)
    tables = PublishedTables(study, study.features, [feature.id for feature in study.features])
    return Matrix(
        lens=lens,
        near=near,
        rows=tuple(study.outcomes),
        columns=tuple(study.features),
        cells=tuple(
            tuple(
                cell(together, outcome.id, feature.id, tables.marks(row, column))
                for column, feature in enumerate(study.features)
            )
            for row, outcome in enumerate(study.outcomes)
        ),
        denominators=scope.denominators(together.speaking(feature.id) for feature in study.features),
        notes=tables.notes(),
    )
