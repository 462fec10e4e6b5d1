"""What rows of the project's tables are called when they are counted for a person."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

# Table to (one, several), what matters most first.
_NOUNS = {
    "coding": ("coding", "codings"),
    "done": ("done mark", "done marks"),
    "memo": ("memo", "memos"),
    "decision": ("decision", "decisions"),
    "transcript": ("transcript", "transcripts"),
    "participant": ("participant", "participants"),
    "site": ("site", "sites"),
    "coder": ("coder", "coders"),
    "code": ("code", "codes"),
    "code_group": ("group of codes", "groups of codes"),
    "codebook": ("codebook", "codebooks"),
    "register_entry": ("recorded feature", "recorded features"),
    "attribution": ("link to a feature", "links to features"),
    "question": ("question", "questions"),
    "summary": ("summary", "summaries"),
    "star": ("star", "stars"),
    "consent": ("consent", "consents"),
    "attribute": ("fact about a participant", "facts about participants"),
    "speaker": ("speaker", "speakers"),
    "meeting": ("meeting", "meetings"),
    "project": ("project detail", "project details"),
}
# They come and go with what they belong to: nobody counts them.
_PARTS = frozenset({"meeting_item", "turn_list", "codebook_change", "consent_record", "offset_map"})
_OTHERS = ("other entry", "other entries")


def counted(counts: Mapping[str, int]) -> str:
    """Rows by table as a person would say them: "12 codings, 2 memos and 1 other entry"; empty where there are none."""
    said = [_number(counts[table], names) for table, names in _NOUNS.items() if counts.get(table)]
    others = sum(count for table, count in counts.items() if table not in _NOUNS and table not in _PARTS)
    if others:
        said.append(_number(others, _OTHERS))
    return " and ".join([", ".join(said[:-1]), said[-1]] if len(said) > 1 else said)


def noun(table: str) -> str:
    """What one row of a table is called."""
    return _NOUNS.get(table, _OTHERS)[0]


def _number(count: int, names: tuple[str, str]) -> str:
    return f"{count:,} {names[count != 1]}"
