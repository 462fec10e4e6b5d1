"""A blind copy: what comes along is decided table by table, and never by chance."""

from __future__ import annotations

from qualcoder_lite.storage.copies import cutting
from qualcoder_lite.storage.schema.tables import TABLES


def test_somebody_decided_for_every_table_whether_a_blind_copy_has_it() -> None:
    decided = [*cutting.SHARED, *cutting.OF_TRANSCRIPTS, *cutting.OF_CODERS, *cutting.LEFT_OUT, "coder"]
    assert sorted(decided) == sorted(TABLES)
