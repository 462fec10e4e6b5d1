"""What a meeting keeps of a place that was looked at in it: who saw what there."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from qualcoder_lite.domain.names import new_id
from qualcoder_lite.storage.agreement import meetings as stored

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qualcoder_lite.domain.disagreement import Comparison
    from qualcoder_lite.storage.file.database import Database


def item_of(database: Database, meeting: str, transcript: str, seen: Comparison, pair: Sequence[str]) -> stored.ItemRow:
    """What a meeting has of a place of a transcript as two coders saw it (ids), or what it has yet to get."""
    both = zip(pair, (seen.first, seen.second), strict=True)
    sides = tuple((coder, side.code if side else "", str(side.polarity) if side else "") for coder, side in both)
    where = (transcript, seen.start, seen.end)
    for item in stored.items(database, meeting):
        if (item.transcript, item.start, item.end) == where and item.sides == sides:
            return item
    return stored.ItemRow(
        id=new_id(),
        meeting=meeting,
        transcript=transcript,
        start=seen.start,
        end=seen.end,
        sides=sides,
        looked_at=now(),
    )


def now(later: int = 0) -> str:
    """The time as it is kept, or that of so many milliseconds later: ISO, in UTC."""
    return (datetime.now(UTC) + timedelta(milliseconds=later)).isoformat(timespec="milliseconds")
