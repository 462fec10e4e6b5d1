"""How the positions of a transcript moved, each time words of it were replaced."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from qualcoder_lite.domain.names import new_id
from qualcoder_lite.domain.offset_map import OffsetMap, Stretch

if TYPE_CHECKING:
    from collections.abc import Collection

    from qualcoder_lite.storage.file.database import Database


def add(database: Database, transcript: str, offsets: OffsetMap) -> None:
    """Keep the map from a transcript's text before to the one after."""
    number = database.one("select count(*) from offset_map where transcript_id=?", (transcript,))[0] + 1
    database.insert(
        "offset_map",
        [
            (
                new_id(),
                transcript,
                number,
                offsets.characters,
                json.dumps(offsets.stretches),
                datetime.now(UTC).isoformat(timespec="milliseconds"),
            )
        ],
        ("id", "transcript_id", "number", "characters", "stretches", "made_at"),
    )


def since(database: Database, transcript: str, known: Collection[str] = ()) -> list[OffsetMap]:
    """The maps that carry positions from a copy that knows some of a transcript's maps (their ids) to the text here.

    Empty where the copy has them all. A copy that has others besides was changed on its own: see `ids`.
    """
    rows = database.rows(
        "select id, characters, stretches from offset_map where transcript_id=? order by number", (transcript,)
    )
    return [
        OffsetMap(characters, tuple(Stretch(*stretch) for stretch in json.loads(stretches)))
        for id_, characters, stretches in rows
        if id_ not in known
    ]


def ids(database: Database, transcript: str) -> list[str]:
    """The ids of a transcript's maps, oldest first."""
    return [
        id_
        for (id_,) in database.rows("select id from offset_map where transcript_id=? order by number", (transcript,))
    ]
