"""What both sides of a merge changed apart, in words: what it is about, both values, and the rule that chose."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from qualcoder_lite.service.nouns import noun
from qualcoder_lite.storage.merge import names as stored_names

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from qualcoder_lite.storage.database import Database
    from qualcoder_lite.storage.merge.conflicts import Conflict

_LABELS = {
    "name": "name",
    "body": "words",
    "definition": "definition",
    "question": "question",
    "when_to_use": "when to use",
    "when_not_to_use": "when not to use",
    "polarity": "delivered or not",
    "sure": "sure",
    "memo": "memo",
    "start": "begins at",
    "end": "ends at",
    "why": "reason",
    "client_group": "client group",
    "support_worker_present": "support worker present",
    "text_id": "text",
}
_WORDS = {
    "polarity": {
        "delivered": "delivered",
        "not_delivered": "not delivered",
        "mixed": "mixed",
        "not_stated": "not stated",
    },
    "sure": {0: "not sure", 1: "sure"},
    "retired": {0: "in use", 1: "retired"},
    "support_worker_present": {0: "no", 1: "yes"},
}
_LATER = "The later change is kept."
_LATER_LIFE = "One side deleted it, the other changed it: the later of having it and deleting it is kept."


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that differs: its label, and what either side says."""

    label: str
    here: str
    there: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ConflictInWords:
    """A conflict as a person reads it. `about` names what it is about; `file` is the copy it came from.

    `kept` is "here" or "there"; `here_at` and `there_at` are ISO times in UTC, by the clock of that side.
    """

    table: str
    row: str
    about: str
    differences: Sequence[Difference]
    kept: str
    rule: str
    here_at: str
    there_at: str
    file: Path


def in_words(work: Database, found: Sequence[tuple[Path, Conflict]]) -> list[ConflictInWords]:
    """Conflicts in words, with names as they are after the merge."""
    names = stored_names.read(work)
    return [_in_words(names, path, conflict) for path, conflict in found]


def _in_words(names: Mapping[str, str], path: Path, conflict: Conflict) -> ConflictInWords:
    row = conflict.here or conflict.there or {}
    gone = conflict.here is None or conflict.there is None
    return ConflictInWords(
        table=conflict.table,
        row=conflict.row,
        about=_about(names, conflict.table, row),
        differences=[_deletion(names, conflict)]
        if gone
        else [
            Difference(_label(column), _shown(names, column, conflict.here), _shown(names, column, conflict.there))
            for column in conflict.columns
        ],
        kept=conflict.kept,
        rule=_LATER_LIFE if gone else _LATER,
        here_at=conflict.here_at,
        there_at=conflict.there_at,
        file=path,
    )


def _about(names: Mapping[str, str], table: str, row: Mapping[str, Any]) -> str:
    """What a person needs to find it: coding “Feeling safe” by Ailsa Brodie on “Elsie”."""
    said = [noun(table)]
    own = row.get("name") or row.get("title")
    code = names.get(row.get("code_id") or "")
    if own or code:
        said.append(f"“{own or code}”")
    for joiner, column in (("by", "coder_id"), ("on", "transcript_id"), ("of", "participant_id"), ("at", "site_id")):
        name = names.get(row.get(column) or "")
        if name:
            said.append(f"{joiner} “{name}”" if joiner != "by" else f"by {name}")
    return " ".join(said)


def _deletion(names: Mapping[str, str], conflict: Conflict) -> Difference:
    row = conflict.here or conflict.there or {}
    said = row.get("body") or row.get("memo") or names.get(row.get("code_id") or "") or row.get("name") or "changed"
    return Difference(
        "whole", "deleted" if conflict.here is None else said, "deleted" if conflict.there is None else said
    )


def _label(column: str) -> str:
    return _LABELS.get(column, column.removesuffix("_id").replace("_", " "))


def _shown(names: Mapping[str, str], column: str, row: Mapping[str, Any] | None) -> str:
    value = (row or {}).get(column)
    if value is None or value == "":
        return "nothing"
    if column in _WORDS:
        return _WORDS[column].get(value, str(value))
    if column.endswith("_id"):
        return names.get(value, "something that is gone")
    return str(value)
