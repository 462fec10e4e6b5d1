"""What both sides of a merge changed apart, in words: what it is about, both values, and the rule that chose."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from qualcoder_lite.domain.polarity_words import POLARITIES
from qualcoder_lite.service.history.nouns import noun
from qualcoder_lite.storage.copies.merge import names as stored_names
from qualcoder_lite.translation import tr, tr_later

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from qualcoder_lite.storage.copies.merge.conflicts import Conflict
    from qualcoder_lite.storage.file.database import Database

# By column of the project's tables; what is missing here is seldom changed on both sides.
_LABELS = {
    "name": tr_later("name"),
    "body": tr_later("words"),
    "definition": tr_later("definition"),
    "question": tr_later("question"),
    "when_to_use": tr_later("when to use"),
    "when_not_to_use": tr_later("when not to use"),
    "polarity": tr_later("delivered or not"),
    "sure": tr_later("sure"),
    "memo": tr_later("memo"),
    "start": tr_later("begins at"),
    "end": tr_later("ends at"),
    "why": tr_later("reason"),
    "client_group": tr_later("client group"),
    "support_worker_present": tr_later("support worker present"),
    "text_id": tr_later("text"),
    "title": tr_later("title"),
    "role": tr_later("role"),
    "colour": tr_later("colour"),
    "initials": tr_later("initials"),
    "supporter": tr_later("supporter"),
    "source": tr_later("source"),
    "position": tr_later("position"),
    "key": tr_later("key"),
    "kind": tr_later("kind"),
    "aliases": tr_later("aliases"),
    "description": tr_later("description"),
    "example": tr_later("example"),
    "country": tr_later("country"),
    "setting": tr_later("setting"),
    "continuum": tr_later("continuum"),
    "level": tr_later("level"),
    "years": tr_later("years"),
    "state": tr_later("state"),
    "note": tr_later("note"),
    "respondent": tr_later("respondent"),
    "value": tr_later("value"),
    "subject": tr_later("subject"),
    "answer": tr_later("answer"),
    "date": tr_later("date"),
    "wording": tr_later("wording"),
    "direction": tr_later("direction"),
    "outcome": tr_later("outcome"),
    "retired": tr_later("retired"),
    "merged_into": tr_later("merged into"),
    "transcript_id": tr_later("transcript"),
    "code_id": tr_later("code"),
    "coder_id": tr_later("coder"),
    "site_id": tr_later("site"),
    "participant_id": tr_later("participant"),
    "group_id": tr_later("group"),
    "feature_id": tr_later("feature"),
    "written_at": tr_later("written at"),
}
_WORDS: dict[str, dict[Any, str]] = {
    "polarity": {str(polarity): words for polarity, words in POLARITIES.items()},
    "sure": {0: tr_later("not sure"), 1: tr_later("sure")},
    "retired": {0: tr_later("in use"), 1: tr_later("retired")},
    "support_worker_present": {0: tr_later("no"), 1: tr_later("yes")},
}
_LATER = tr_later("The later change is kept.")
_LATER_LIFE = tr_later("One side deleted it, the other changed it: the later of having it and deleting it is kept.")


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
        rule=tr(_LATER_LIFE if gone else _LATER),
        here_at=conflict.here_at,
        there_at=conflict.there_at,
        file=path,
    )


def _about(names: Mapping[str, str], table: str, row: Mapping[str, Any]) -> str:
    """What a person needs to find it: coding “Feeling safe” by Ailsa Brodie on “Elsie”."""
    said = noun(table)
    own, code, coder, transcript, participant, site = (
        row.get("name") or row.get("title") or "",
        *(names.get(row.get(f"{each}_id") or "") for each in ("code", "coder", "transcript", "participant", "site")),
    )
    if own or code:
        said = tr("{thing} “{name}”", thing=said, name=own or code)
    if coder:
        said = tr("{thing} by {coder}", thing=said, coder=coder)
    if transcript:
        said = tr("{thing} on “{transcript}”", thing=said, transcript=transcript)
    if participant:
        said = tr("{thing} of “{participant}”", thing=said, participant=participant)
    if site:
        said = tr("{thing} at “{site}”", thing=said, site=site)
    return said


def _deletion(names: Mapping[str, str], conflict: Conflict) -> Difference:
    row = conflict.here or conflict.there or {}
    said = row.get("body") or row.get("memo") or names.get(row.get("code_id") or "") or row.get("name")
    said, deleted = said or tr("changed"), tr("deleted")
    return Difference(
        tr("whole"), deleted if conflict.here is None else said, deleted if conflict.there is None else said
    )


def _label(column: str) -> str:
    return tr(_LABELS[column]) if column in _LABELS else column.removesuffix("_id").replace("_", " ")


def _shown(names: Mapping[str, str], column: str, row: Mapping[str, Any] | None) -> str:
    value = (row or {}).get(column)
    if value is None or value == "":
        return tr("nothing")
    if column in _WORDS:
        words = _WORDS[column].get(value)
        return tr(words) if words else str(value)
    if column.endswith("_id"):
        return names.get(value, tr("something that is gone"))
    return str(value)
