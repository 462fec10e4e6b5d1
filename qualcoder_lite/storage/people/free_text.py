"""Every place of a project where people may have written words, beside the transcripts' own texts.

The places are found in the schema, so that a table that a later version adds is looked at too.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from qualcoder_lite.storage.schema.tables import TABLES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from qualcoder_lite.storage.file.database import Database

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
        "held_on",
        "looked_at",
        "sides",
        "what",
        "noun",
        "into_id",
        "merged_into",
        "again_of",
        "joined_at",
        "edited_at",
        "mark",
        "marked_at",
        "starred_at",
        "making",
        "saved_at",
        "quotes",
        "basis",
        "date",
    }
)
_CHOSEN = re.compile("[a-z_]+")
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
        for row in database.rows(f"select id, {chosen} from {table} order by rowid"):
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
    """Change the words in everything that tells of the past: images, parked rows, and what is said of the steps.

    What the program itself wrote there, such as a state or a polarity, is no word of anybody's and stays.
    """
    images = database.rows("select seq, before from change where before is not null")
    database.run_many(
        "update change set before=? where seq=?", _rewritten(images, change, _is_chosen_column, ascii_only=False)
    )
    steps = database.rows("select id, facts from step where facts<>'{}'")
    database.run_many("update step set facts=? where id=?", _rewritten(steps, change, _is_chosen_word, ascii_only=True))
    parked = database.rows("select tbl || '/' || row || '/' || col, value from parked where value is not null")
    database.run_many(
        "update parked set value=? where tbl || '/' || row || '/' || col = ?",
        _rewritten(parked, change, _is_chosen_column, ascii_only=False),
    )


def _is_chosen_column(name: str, _value: str) -> bool:
    return name in _NO_WORDS


def _is_chosen_word(_name: str, value: str) -> bool:
    """Whether a fact of a step is a word that the program chose: "not_delivered", "present"."""
    return _CHOSEN.fullmatch(value) is not None


def _rewritten(
    rows: Iterable[tuple[Any, str]],
    change: Callable[[str], str],
    is_chosen: Callable[[str, str], bool],
    *,
    ascii_only: bool,
) -> list[tuple[str, Any]]:
    """(new, key) of the documents that change; the others stay to the letter."""
    found: list[tuple[str, Any]] = []
    for key, document in rows:
        try:
            value = json.loads(document)
        except ValueError:
            value = document  # a parked reference is no JSON
        changed = _changed(value, change, is_chosen)
        if changed != value:
            found.append((changed if isinstance(changed, str) else json.dumps(changed, ensure_ascii=ascii_only), key))
    return found


def _changed(value: Any, change: Callable[[str], str], is_chosen: Callable[[str, str], bool], name: str = "") -> Any:  # noqa: ANN401 - any JSON value
    if isinstance(value, str):
        return value if is_chosen(name, value) else change(value)
    if isinstance(value, list):
        return [_changed(each, change, is_chosen, name) for each in cast("list[Any]", value)]
    if isinstance(value, dict):
        items = cast("dict[str, Any]", value).items()
        return {key: _changed(each, change, is_chosen, key) for key, each in items}
    return value
