"""Putting other words into the texts of transcripts, with everything that has a place in them carried along."""

from __future__ import annotations

import json
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from qualcoder_lite.domain.offset_map import OffsetMap, replaced
from qualcoder_lite.domain.transcript import count_words
from qualcoder_lite.storage.schema.tables import TABLES
from qualcoder_lite.storage.transcripts import offset_maps, texts

if TYPE_CHECKING:
    from collections.abc import Generator, Sequence

    from qualcoder_lite.domain.offset_map import Replacement
    from qualcoder_lite.storage.file.database import Database


def replace_in_transcript(database: Database, transcript: str, replacements: Sequence[Replacement]) -> OffsetMap:
    """Replace stretches of a transcript's text; codings, turns, decisions and memos keep their words. In a final step.

    The hash of the file it came from goes: together with a guess, it would tell what stood there.
    """
    text, offsets = replaced(texts.body(database, transcript), replacements)
    text_id = texts.keep(database, text)
    database.run(
        "update transcript set text_id=?, characters=?, words=?, source_hash='' where id=?",
        (text_id, len(text), count_words(text), transcript),
    )
    database.run(
        "update change set before=json_set(before, '$.text_id', ?, '$.source_hash', '') "
        "where tbl='transcript' and row=? and before is not null",
        (text_id, transcript),
    )
    with _unstamped(database):
        carry(database, transcript, offsets)
    _carry_history(database, transcript, offsets)
    offset_maps.add(database, transcript, offsets)
    return offsets


def carry(database: Database, transcript: str, offsets: OffsetMap) -> None:
    """Move all that has a place in a transcript's text to where a map says that its words are now."""
    _carry_turns(database, transcript, offsets)
    for table in with_positions(database):
        _carry_rows(database, table, transcript, offsets)


@contextmanager
def _unstamped(database: Database) -> Generator[None]:
    """Let what is carried along keep its merge stamps: nobody edited it, and whoever edits it elsewhere shall win."""
    database.run("update now set quiet=1")
    yield
    database.run("update now set quiet=0")


def _carry_turns(database: Database, transcript: str, offsets: OffsetMap) -> None:
    found = database.one("select starts, speeches, ends from turn_list where id=?", (transcript,))
    if found is None:
        return
    starts, speeches, ends = (json.loads(column) for column in found)
    carried = (
        [offsets.start(position) for position in starts],
        [offsets.start(position) for position in speeches],
        [offsets.end(position) for position in ends],
    )
    database.run(
        "update turn_list set starts=?, speeches=?, ends=? where id=?", (*map(json.dumps, carried), transcript)
    )


def with_positions(database: Database) -> list[str]:
    """The tables whose rows stand at a place of a transcript."""
    needed = {"transcript_id", "start", "end"}
    return [table for table in TABLES if needed <= {row[1] for row in database.rows(f"pragma table_info({table})")}]


def _carry_rows(database: Database, table: str, transcript: str, offsets: OffsetMap) -> None:
    rows = database.rows(
        f'select id, start, "end" from {table} where transcript_id=? and start is not null and "end" is not null',
        (transcript,),
    )
    moved = ((id_, (start, end), offsets.span(start, end)) for id_, start, end in rows)
    database.run_many(
        f'update {table} set start=?, "end"=? where id=?',
        ((*after, id_) for id_, before, after in moved if before != after),
    )


def _carry_history(database: Database, transcript: str, offsets: OffsetMap) -> None:
    """Let the history quote the words that it meant."""
    rows = database.rows("select id, facts from step where facts->>'$.transcript'=?", (transcript,))
    read = ((id_, facts, json.loads(facts)) for id_, facts in rows)
    carried = ((id_, before, json.dumps(_carried_facts(facts, offsets))) for id_, before, facts in read)
    database.run_many("update step set facts=? where id=?", ((new, id_) for id_, old, new in carried if new != old))


def _carried_facts(facts: dict[str, Any], offsets: OffsetMap) -> dict[str, Any]:
    start, end = facts.get("start"), facts.get("end")
    if isinstance(start, int) and isinstance(end, int) and start < end <= offsets.characters:
        facts["start"], facts["end"] = offsets.span(start, end)
    if isinstance(facts.get("before"), dict):
        facts["before"] = _carried_facts(facts["before"], offsets)
    return facts
