"""Ways of exporting that people keep in a project under a name."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

from qualcoder_lite.domain.names import folded, new_id

if TYPE_CHECKING:
    from collections.abc import Mapping

    from qualcoder_lite.storage.file.database import Database


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredPreset:
    """A row of the table."""

    id: str
    name: str
    making: str
    choices: Mapping[str, Any]


def read(database: Database) -> list[StoredPreset]:
    """All of them, by name."""
    found = [
        StoredPreset(id=id_, name=name, making=making, choices=_object(choices))
        for id_, name, making, choices in database.rows("select id, name, making, choices from export_preset")
    ]
    return sorted(found, key=lambda preset: (folded(preset.name), preset.id))


def put(database: Database, name: str, making: str, choices: Mapping[str, Any], at: str) -> None:
    """Keep one under a name, in place of the one that has that name already."""
    same = next((preset.id for preset in read(database) if folded(preset.name) == folded(name)), None)
    database.run(
        "insert into export_preset(id, name, making, choices, saved_at) values(?, ?, ?, ?, ?) on conflict(id) do "
        "update set name=excluded.name, making=excluded.making, choices=excluded.choices, saved_at=excluded.saved_at",
        (same or new_id(), name, making, json.dumps(choices, ensure_ascii=False), at),
    )


def remove(database: Database, preset: str) -> None:
    """Forget one (an id)."""
    database.run("delete from export_preset where id=?", (preset,))


def _object(choices: str) -> dict[str, Any]:
    """What was chosen; nothing where a name was replaced by one that breaks it up."""
    try:
        found: object = json.loads(choices)
    except ValueError:
        return {}
    return cast("dict[str, Any]", found) if isinstance(found, dict) else {}
