"""What a study sets up for its participants: the kinds of its attributes, and how many people it wants to hear."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from qualcoder_lite.domain.attributes import AttributeKind, AttributeType
from qualcoder_lite.domain.names import folded, natural_id

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qualcoder_lite.storage.file.database import Database


def attribute_kinds(database: Database) -> list[AttributeKind]:
    """The kinds of attributes in their order: those set up, then what participants have besides, as text."""
    kinds = [
        AttributeKind(name=name, type=AttributeType(kind), choices=tuple(json.loads(choices)))
        for name, kind, choices in database.rows(
            "select name, kind, choices from attribute_kind order by position, rowid"
        )
    ]
    known = {folded(kind.name) for kind in kinds}
    for (name,) in database.rows("select name from attribute group by name order by min(rowid)"):
        if folded(name) not in known:
            known.add(folded(name))
            kinds.append(AttributeKind(name=name))
    return kinds


def put_attribute_kinds(database: Database, kinds: Sequence[AttributeKind]) -> None:
    """Keep these kinds, in this order, and no others."""
    ids = [natural_id("attribute-kind", folded(kind.name)) for kind in kinds]
    database.run("delete from attribute_kind where id not in (select value from json_each(?))", (json.dumps(ids),))
    database.run_many(
        "insert into attribute_kind(id, name, kind, choices, position) values(?, ?, ?, ?, ?) on conflict(id) do update "
        "set name=excluded.name, kind=excluded.kind, choices=excluded.choices, position=excluded.position",
        (
            (id_, kind.name, kind.type, json.dumps(kind.choices, ensure_ascii=False), position)
            for position, (id_, kind) in enumerate(zip(ids, kinds, strict=True))
        ),
    )


def attribute_values(database: Database, name: str) -> list[tuple[str, str, str]]:
    """(attribute id, participant id, value) of everybody who has an attribute of this name."""
    rows = database.rows("select id, participant_id, value, name from attribute")
    return [(id_, participant, value) for id_, participant, value, named in rows if folded(named) == folded(name)]


def put_attribute_values(database: Database, values: Sequence[tuple[str, str]]) -> None:
    """Set (attribute id, value); a blank value takes the attribute away from its participant."""
    database.run_many("update attribute set value=? where id=?", ((value, id_) for id_, value in values if value))
    database.run_many("delete from attribute where id=?", ((id_,) for id_, value in values if not value))


def move_attribute(database: Database, before: str, after: str) -> None:
    """Let what participants have under one name stand under another; where somebody has both, the other stays."""
    for id_, participant, value in attribute_values(database, before):
        database.run("delete from attribute where id=?", (id_,))
        database.run(
            "insert into attribute(id, participant_id, name, value) values(?, ?, ?, ?) on conflict do nothing",
            (natural_id("attribute", participant, folded(after)), participant, after, value),
        )


def targets(database: Database) -> dict[tuple[str, str], int]:
    """How many people are wanted, by site id and client group."""
    found: dict[tuple[str, str], int] = {}
    for id_, site, group, people in database.rows("select id, site_id, client_group, people from sampling_target"):
        # A copy may bring one of a site that was joined into this one: what was said of this one goes first.
        if (site, group) not in found or id_ == natural_id("sampling-target", site, folded(group)):
            found[site, group] = people
    return found


def put_target(database: Database, site: str, group: str, people: int | None) -> None:
    """Say how many people are wanted at a site from a client group; None takes it back."""
    id_ = natural_id("sampling-target", site, folded(group))
    database.run("delete from sampling_target where site_id=? and client_group=? and id<>?", (site, group, id_))
    if people is None:
        database.run("delete from sampling_target where id=?", (id_,))
    else:
        database.run(
            "insert into sampling_target(id, site_id, client_group, people) values(?, ?, ?, ?) "
            "on conflict(id) do update set people=excluded.people",
            (id_, site, group, people),
        )
