"""Every place of a project where people may have written words, beside the transcripts' own texts.

The places are found in the schema, so that a table that a later version adds is looked at too.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from qualcoder_lite.storage.schema import TABLES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from qualcoder_lite.storage.database import Database

# Columns that hold a value the program chose, a time, or a list of numbers: nobody's words.
_NO_WORDS = frozenset(
    {
        "id",
        "subject",
        "answer",
        "direction",
        "polarity",
        "state",
        "respondent",
        "role",
        "colour",
        "key",
        "kind",
        "type",
        "codebook_versions",
        "source_hash",
        "text_id",
        "starts",
        "speeches",
        "ends",
        "speakers",
        "timestamps",
        "stretches",
        "draw",
        "material",
        "outcome",
        "matter",
        "taken",
        "between_coders",
        "due",
        "opened_at",
        "closed_at",
        "created_at",
        "imported_at",
        "changed_at",
        "decided_at",
        "written_at",
        "declared_at",
        "recorded_at",
        "made_at",
        "mark",
        "marked_at",
        "date",
    }
)
# What many rows say alike: what a fact is called, or which group somebody belongs to.
_LABELS = frozenset({"client_group", "country", "setting", "level", "continuum", "initials", "choices"})
# What the journal doesn't know of, and what it says of the steps themselves.
_BESIDE: dict[str, tuple[str, ...]] = {"export": ("file", "scope")}


class FreeText(NamedTuple):
    """Words somebody wrote, and the column they stand in; `row` is the row's id."""

    table: str
    row: str
    column: str
    words: str


def columns(database: Database) -> dict[str, tuple[str, ...]]:
    """The columns where people write, by table."""
    found: dict[str, tuple[str, ...]] = {}
    for table in TABLES:
        references = {row[3] for row in database.rows(f"pragma foreign_key_list({table})")}
        found[table] = tuple(
            name
            for _, name, kind, *_ in database.rows(f"pragma table_info({table})")
            if kind == "TEXT" and name not in _NO_WORDS and name not in references
        )
    return {table: names for table, names in found.items() if names} | _BESIDE


def read(database: Database) -> Iterator[FreeText]:
    """All that is written anywhere, but for the transcripts' texts."""
    for table, names in columns(database).items():
        chosen = ", ".join(f'"{name}"' for name in names)
        for row in database.rows(f"select id, {chosen} from {table}"):
            for name, words in zip(names, row[1:], strict=True):
                if words:
                    yield FreeText(table, row[0], name, words)


def read_prose(database: Database) -> Iterator[FreeText]:
    """The same without what many rows say alike: a quotation doesn't hide there."""
    return (
        place
        for place in read(database)
        if place.column not in _LABELS and (place.table, place.column) != ("attribute", "name")
    )


def write(database: Database, changed: Iterable[FreeText]) -> None:
    """Bring places to what is given."""
    for table, row, column, words in changed:
        database.run(f'update {table} set "{column}"=? where id=?', (words, row))


def rewrite_past(database: Database, change: Callable[[str], str]) -> None:
    """Change the words in everything that tells of the past: images, parked rows, and what is said of the steps."""
    for key, table, column in (("seq", "change", "before"), ("id", "step", "facts")):
        rows = database.rows(f"select {key}, {column} from {table} where {column} is not null and {column}<>'{{}}'")
        ascii_only = table == "step"
        rewritten = ((rewritten_json(old, change, ascii_only=ascii_only), id_, old) for id_, old in rows)
        database.run_many(
            f"update {table} set {column}=? where {key}=?", ((new, id_) for new, id_, old in rewritten if new != old)
        )
    for table, row, column, value in database.rows("select tbl, row, col, value from parked"):
        if value is not None and (new := rewritten_json(value, change)) != value:
            database.run("update parked set value=? where tbl=? and row=? and col=?", (new, table, row, column))


def rewritten(words: str, change: Callable[[str], str]) -> str:
    """Words changed; in a column that holds JSON, each of its strings."""
    return rewritten_json(words, change) if words[:1] in ("[", "{") else change(words)


def rewritten_json(document: str, change: Callable[[str], str], *, ascii_only: bool = False) -> str:
    """A JSON document with its strings changed, to the letter as it was where nothing is; other text changed whole."""
    try:
        value = json.loads(document)
    except ValueError:
        return change(document)
    if not isinstance(value, (dict, list)):
        return change(document)
    changed = _changed(value, change)
    return document if changed == value else json.dumps(changed, ensure_ascii=ascii_only)


def _changed(value: Any, change: Callable[[str], str]) -> Any:  # noqa: ANN401 - any JSON value
    if isinstance(value, str):
        return change(value)
    if isinstance(value, list):
        return [_changed(each, change) for each in cast("list[Any]", value)]
    if isinstance(value, dict):
        return {name: _changed(each, change) for name, each in cast("dict[str, Any]", value).items()}
    return value
