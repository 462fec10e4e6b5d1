"""Transcripts whose text is not the same in two copies: positions are carried by kept maps, and never guessed at.

A text changes in one way alone: words of it are replaced for good, and a map of how positions moved is kept. A copy
that lacks some of the other's maps is older, and what stands in its text is carried by them, before the two are joined.
Where each copy has maps that the other lacks, nothing leads from one text to the other: what has a place in it stays
where it is, and is said.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from qualcoder_lite.storage.people.withdrawals import closure
from qualcoder_lite.storage.transcripts import offset_maps, replacements

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qualcoder_lite.domain.offset_map import OffsetMap
    from qualcoder_lite.storage.file.database import Database

# What a transcript says of its text, and its text's turns.
_OF_TEXT = ("text_id", "characters", "words", "turns")


@dataclass(frozen=True, slots=True)
class TextDiffers:
    """A transcript (its id and title) whose text differs in a copy, and what was done about it.

    `carried`: "there", what stands in the copy's text is carried to the text here; "here", the copy's text is newer and
    what stands here is carried to it; "nowhere", `left_out` rows of the copy with a place in the text don't come.
    """

    transcript: str
    title: str
    carried: Literal["here", "there", "nowhere"]
    left_out: int = 0


def settle(work: Database, other: Database) -> list[TextDiffers]:
    """Bring the texts of the two copies to the same, as far as that can be, before they are joined."""
    here = {id_: (title, text) for id_, title, text in work.rows("select id, title, text_id from transcript")}
    there = dict(other.rows("select id, text_id from transcript"))
    return [
        _settle(work, other, transcript, title)
        for transcript, (title, text) in here.items()
        if there.get(transcript, text) != text
    ]


def _settle(work: Database, other: Database, transcript: str, title: str) -> TextDiffers:
    ours, theirs = offset_maps.ids(work, transcript), offset_maps.ids(other, transcript)
    if ours[: len(theirs)] == theirs and _leads(other, work, transcript, theirs):
        _carry(other, work, transcript, theirs)
        return TextDiffers(transcript, title, "there")
    if theirs[: len(ours)] == ours and _leads(work, other, transcript, ours):
        for table in (*replacements.with_positions(work), "turn_list"):
            column = "id" if table == "turn_list" else "transcript_id"
            work.run(f"insert or ignore into touched select ?, id from {table} where {column}=?", (table, transcript))
        _carry(work, other, transcript, ours)
        work.run("insert or ignore into touched values('transcript', ?)", (transcript,))
        return TextDiffers(transcript, title, "here")
    return TextDiffers(transcript, title, "nowhere", _leave_out(work, other, transcript))


def _leads(old: Database, new: Database, transcript: str, known: Sequence[str]) -> bool:
    """Whether the maps that the newer copy has besides lead from the one text to the other, by their lengths."""
    maps = offset_maps.since(new, transcript, known)
    lengths = [offsets.characters for offsets in maps] + [_characters(new, transcript)]
    return bool(maps) and [_characters(old, transcript), *(o.characters_after for o in maps)] == lengths


def _characters(copy: Database, transcript: str) -> int:
    return copy.one("select characters from transcript where id=?", (transcript,))[0]


def _carry(old: Database, new: Database, transcript: str, known: Sequence[str]) -> None:
    """Bring the older copy to the newer one's text."""
    maps: list[OffsetMap] = offset_maps.since(new, transcript, known)
    for offsets in maps:
        replacements.carry(old, transcript, offsets)
    _take_text(old, new, transcript)


def _take_text(copy: Database, source: Database, transcript: str) -> None:
    columns = ", ".join(_OF_TEXT)
    values = source.one(f"select {columns} from transcript where id=?", (transcript,))
    body = source.one("select body from text where id=?", (values[0],))
    copy.run("insert or ignore into text(id, body) values(?, ?)", (values[0], *body))
    copy.run(
        f"update transcript set {', '.join(f'{column}=?' for column in _OF_TEXT)} where id=?", (*values, transcript)
    )


def _leave_out(work: Database, other: Database, transcript: str) -> int:
    """Take what has a place in the text out of the other copy, as if it had never been there; how much of it is new."""
    roots = {
        table: {
            id_
            for (id_,) in other.rows(
                f"select id from {table} where transcript_id=? and start is not null", (transcript,)
            )
        }
        for table in replacements.with_positions(other)
    }
    roots |= {"turn_list": {transcript}, "offset_map": set(offset_maps.ids(other, transcript))}
    roots["speaker"] = {id_ for (id_,) in other.rows("select id from speaker where transcript_id=?", (transcript,))}
    new = 0
    for table, rows in closure(other, roots).items():
        found = (json.dumps(sorted(rows)),)
        chosen = "in (select value from json_each(?))"
        known = work.one(f"select count(*) from {table} where id {chosen}", found)[0]
        new += len(rows) - known if table in ("coding", "decision", "memo") else 0
        other.run(f"delete from {table} where id {chosen}", found)
        other.run(f"delete from clock where tbl=? and row {chosen}", (table, *found))
    _take_text(other, work, transcript)
    other.run(
        f"delete from clock where tbl='transcript' and row=? and grp in ({', '.join('?' * len(_OF_TEXT))})",
        (transcript, *_OF_TEXT),
    )
    return new
