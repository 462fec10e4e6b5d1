"""Codebooks, their codes, their history, and the features of the site register."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from qualcoder_lite.domain.codebook import Code, Codebook, CodebookChange, CodebookKind, CodeGroup, RegisterFeature
from qualcoder_lite.storage import same_names

if TYPE_CHECKING:
    from collections.abc import Iterable

    from qualcoder_lite.storage.file.database import Database

_CODEBOOK = ("id", "name", "title", "version", "kind", "source", "position")
_GROUP = ("id", "codebook_id", "name", "key", "colour", "description", "position")
_CODE = (
    "id",
    "group_id",
    "name",
    "question",
    "definition",
    "when_to_use",
    "when_not_to_use",
    "example",
    "aliases",
    "key",
    "source",
    "position",
    "retired",
)
_FEATURE = ("id", "name", "definition", "aliases", "code", "source", "position")
_CHANGE = ("id", "codebook_id", "version", "code_id", "what", "before", "after", "why", "coder_id", "changed_at")


def add(database: Database, codebook: Codebook) -> None:
    """Insert a codebook with its groups and codes."""
    position = database.one("select count(*) from codebook")[0]
    database.insert(
        "codebook",
        [(codebook.id, codebook.name, codebook.title, codebook.version, codebook.kind, codebook.source, position)],
        _CODEBOOK,
    )
    database.insert(
        "code_group",
        (
            (group.id, codebook.id, group.name, group.key, group.colour, group.description, n)
            for n, group in enumerate(codebook.groups)
        ),
        _GROUP,
    )
    database.insert(
        "code",
        (_code_values(code, group.id, n) for group in codebook.groups for n, code in enumerate(group.codes)),
        _CODE,
    )


def _code_values(code: Code, group: str, position: int) -> tuple[object, ...]:
    return (
        code.id,
        group,
        code.name,
        code.question,
        code.definition,
        code.when_to_use,
        code.when_not_to_use,
        code.example,
        json.dumps(code.aliases, ensure_ascii=False),
        code.key,
        code.source,
        position,
        int(code.retired),
    )


#: A code that was merged into another is seen only while something still bears it, as codings from a copy may.
_SEEN = (
    "c.merged_into='' or exists(select 1 from coding x where x.code_id=c.id) "
    "or exists(select 1 from attribution x where x.feature_id=c.id)"
)


def read(database: Database) -> list[Codebook]:
    """All codebooks of the project in their order, with all their codes: what was coded keeps its name."""
    codes: dict[str, list[Code]] = {}
    apart = same_names.shown(database, "code")
    for row in database.rows(
        "select c.id, c.name, g.name, question, definition, when_to_use, when_not_to_use, example, aliases, c.key, "
        "c.source, group_id, retired, merged_into from code c join code_group g on g.id=c.group_id "
        f"where {_SEEN} order by c.position, c.id"
    ):
        codes.setdefault(row[11], []).append(
            Code(
                id=row[0],
                name=apart.get(row[0]) or row[1],
                group=row[2],
                question=row[3],
                definition=row[4],
                when_to_use=row[5],
                when_not_to_use=row[6],
                example=row[7],
                aliases=tuple(json.loads(row[8])),
                key=row[9],
                source=row[10],
                retired=bool(row[12]),
                merged_into=row[13],
            )
        )
    groups: dict[str, list[CodeGroup]] = {}
    for row in database.rows(
        "select id, name, key, colour, description, codebook_id from code_group order by position, id"
    ):
        groups.setdefault(row[5], []).append(
            CodeGroup(
                id=row[0],
                name=row[1],
                key=row[2],
                colour=row[3],
                description=row[4],
                codes=tuple(codes.get(row[0], ())),
            )
        )
    return [
        Codebook(
            id=row[0],
            name=row[1],
            title=row[2],
            version=row[3],
            kind=CodebookKind(row[4]),
            source=row[5],
            groups=tuple(groups.get(row[0], ())),
        )
        for row in database.rows("select id, name, title, version, kind, source from codebook order by position, id")
    ]


def retired(database: Database) -> set[str]:
    """The codes (ids) that are out of use."""
    return {code for (code,) in database.rows("select id from code where retired")}


def merged(database: Database) -> list[tuple[str, str]]:
    """The ids and names of codes that were merged into others."""
    return database.rows("select id, name from code where merged_into<>''")


def names_and_versions(database: Database) -> list[tuple[str, int]]:
    """Each codebook's name and version, in order."""
    return database.rows("select name, version from codebook order by position, id")


def record_change(database: Database, change: CodebookChange) -> None:
    """Add to a codebook's history and raise its version to the entry's."""
    database.insert(
        "codebook_change",
        [
            (
                change.id,
                change.codebook,
                change.version,
                change.code,
                change.what,
                change.before,
                change.after,
                change.why,
                change.coder,
                change.changed_at,
            )
        ],
        _CHANGE,
    )
    database.run("update codebook set version=? where id=?", (change.version, change.codebook))


def changes(database: Database) -> list[CodebookChange]:
    """The codebooks' history, oldest first."""
    return [
        CodebookChange(
            id=row[0],
            codebook=row[1],
            version=row[2],
            code=row[3],
            what=row[4],
            before=row[5],
            after=row[6],
            why=row[7],
            coder=row[8],
            changed_at=row[9],
        )
        for row in database.rows(f"select {', '.join(_CHANGE)} from codebook_change order by version, changed_at, id")
    ]


def add_register(database: Database, features: Iterable[RegisterFeature]) -> None:
    """Insert features that are recorded for each site, after those that are there."""
    ((there,),) = database.rows("select coalesce(max(position) + 1, 0) from register_feature")
    database.insert(
        "register_feature",
        (
            (
                feature.id,
                feature.name,
                feature.definition,
                json.dumps(feature.aliases, ensure_ascii=False),
                feature.code,
                feature.source,
                n,
            )
            for n, feature in enumerate(features, there)
        ),
        _FEATURE,
    )


def put_feature(database: Database, feature: RegisterFeature) -> None:
    """Bring a feature's name and definition to what is given."""
    values = (feature.name, feature.definition, feature.id)
    database.run("update register_feature set name=?, definition=? where id=?", values)


def remove_feature(database: Database, feature: str) -> None:
    """Delete a feature, and what is recorded of it."""
    database.run("delete from register_feature where id=?", (feature,))


def register(database: Database) -> list[RegisterFeature]:
    """The features that are recorded for each site, in order."""
    return [
        RegisterFeature(
            id=row[0], name=row[1], definition=row[2], aliases=tuple(json.loads(row[3])), code=row[4], source=row[5]
        )
        for row in database.rows(f"select {', '.join(_FEATURE)} from register_feature order by position, id")
    ]
