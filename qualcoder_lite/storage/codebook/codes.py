"""Single codes and their groups: adding, editing, putting in order, and letting one code take another's place."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

from qualcoder_lite.domain.names import natural_id
from qualcoder_lite.storage import same_names

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qualcoder_lite.domain.codebook import Code, CodeGroup
    from qualcoder_lite.storage.file.database import Database

_TEXTS = ("name", "question", "definition", "when_to_use", "when_not_to_use", "example", "key", "source")


# Codes


def add(database: Database, code: Code, group: str) -> None:
    """Insert a code at the end of a group (an id)."""
    position = database.one("select coalesce(max(position) + 1, 0) from code where group_id=?", (group,))[0]
    database.insert("code", [(code.id, group, position, *_values(code))], ("id", "group_id", "position", *_columns()))


def put(database: Database, code: Code) -> None:
    """Bring a code's own fields to what is given; its group and place stay."""
    code = replace(code, name=same_names.own(database, "code", code.id, code.name))
    sets = ", ".join(f"{column}=?" for column in _columns())
    database.run(f"update code set {sets} where id=?", (*_values(code), code.id))


def place(database: Database, group: str, codes: Sequence[str]) -> None:
    """Put codes (ids) into a group in this order."""
    database.run_many(
        "update code set group_id=?, position=? where id=?", ((group, n, code) for n, code in enumerate(codes))
    )


def of_group(database: Database, group: str) -> list[str]:
    """The ids of all codes of a group in order, those among them that were merged into others."""
    return [id_ for (id_,) in database.rows("select id from code where group_id=? order by position, id", (group,))]


def counts(database: Database) -> dict[str, int]:
    """How many codings each code has."""
    return dict(database.rows("select code_id, count(*) from coding group by code_id"))


def linked(database: Database) -> dict[str, int]:
    """How many codings are linked to each code as to a feature."""
    return dict(database.rows("select feature_id, count(*) from attribution group by feature_id"))


def retired_and_unused(database: Database) -> set[str]:
    """The codes (ids) that are out of use and that nothing bears any more."""
    return {
        code
        for (code,) in database.rows(
            "select id from code c where retired and not exists(select 1 from coding x where x.code_id=c.id) "
            "and not exists(select 1 from attribution x where x.feature_id=c.id)"
        )
    }


def _columns() -> tuple[str, ...]:
    return (*_TEXTS, "aliases", "retired", "merged_into")


def _values(code: Code) -> tuple[object, ...]:
    texts = (getattr(code, field) for field in _TEXTS)
    return (*texts, json.dumps(code.aliases, ensure_ascii=False), int(code.retired), code.merged_into)


def replace_everywhere(database: Database, code: str, by: str) -> None:
    """Let another code stand wherever a code stood, codings aside: links, memos, summaries and so on."""
    links = database.rows("select id, coding_id, direction from attribution where feature_id=?", (code,))
    database.run("delete from attribution where feature_id=?", (code,))
    database.run_many(
        "insert into attribution(id, coding_id, feature_id, direction) values(?, ?, ?, ?) on conflict do nothing",
        ((natural_id("attribution", coding, by, direction), coding, by, direction) for _, coding, direction in links),
    )
    for table in ("memo", "decision", "question", "summary"):
        database.run(f"update {table} set code_id=? where code_id=?", (by, code))
    database.run("update register_feature set code=? where code=?", (by, code))
    database.run("update code set merged_into=? where merged_into=?", (by, code))


# Groups


def add_group(database: Database, group: CodeGroup, codebook: str) -> None:
    """Insert a group without its codes at the end of a codebook (an id)."""
    position = database.one("select coalesce(max(position) + 1, 0) from code_group where codebook_id=?", (codebook,))[0]
    columns = ("id", "codebook_id", "name", "key", "colour", "description", "position")
    row = (group.id, codebook, group.name, group.key, group.colour, group.description, position)
    database.insert("code_group", [row], columns)


def put_group(database: Database, group: CodeGroup) -> None:
    """Bring a group's own fields to what is given."""
    database.run(
        "update code_group set name=?, key=?, colour=?, description=? where id=?",
        (group.name, group.key, group.colour, group.description, group.id),
    )


def place_groups(database: Database, groups: Sequence[str]) -> None:
    """Put the groups (ids) of a codebook in this order."""
    database.run_many("update code_group set position=? where id=?", ((n, group) for n, group in enumerate(groups)))


def remove_group(database: Database, group: str) -> None:
    """Delete a group that has no codes."""
    database.run("delete from code_group where id=?", (group,))
