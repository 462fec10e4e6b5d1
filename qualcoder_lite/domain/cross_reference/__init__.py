"""The cross-reference: which outcomes people speak of where, and which features of partnership go with them.

Three lenses over the same interviews: `sites` asks what is recorded of the place, `passages` what is said close by,
`attributions` what people themselves say made the difference. Nothing here reads a file or a database: a `Study`
goes in, a `Matrix` comes out.
"""

from __future__ import annotations

from qualcoder_lite.domain.cross_reference.counting import counted_passages, cross_reference, hear, matrix_of
from qualcoder_lite.domain.cross_reference.hearing import Heard, Hearing
from qualcoder_lite.domain.cross_reference.matrix import (
    AttributionCell,
    Denominators,
    FeatureDenominator,
    Matrix,
    Note,
    PassageCell,
    SiteCell,
    StateDenominator,
    Tally,
)
from qualcoder_lite.domain.cross_reference.nearness import Near
from qualcoder_lite.domain.cross_reference.study import Lens, Study, TranscriptInScope
from qualcoder_lite.domain.cross_reference.verdict import Verdict, verdict

__all__ = [
    "AttributionCell",
    "Denominators",
    "FeatureDenominator",
    "Heard",
    "Hearing",
    "Lens",
    "Matrix",
    "Near",
    "Note",
    "PassageCell",
    "SiteCell",
    "StateDenominator",
    "Study",
    "Tally",
    "TranscriptInScope",
    "Verdict",
    "counted_passages",
    "cross_reference",
    "hear",
    "matrix_of",
    "verdict",
]
