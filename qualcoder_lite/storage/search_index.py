"""The index of words: which turns may hold what is looked for.

An FTS5 table without content knows every piece of a transcript (see `domain.search.pieces`) by the three letters in a
row that stand in it. It only ever narrows down where to look, and what it points to is compared exactly; so what is in
it for a transcript that is gone does no harm, and a transcript that isn't in it is looked through as a whole.

A piece's number is its transcript's number and its place within it: one row a piece, so that words far apart in an
interview don't make it a candidate. Triggers mark a transcript as no longer known when
its text or turns change, whoever changes them: an import, undo, redo, a merge, a withdrawal. `index_missing` takes in
what isn't known, `rebuild` leaves nothing in the index but what is in the project now.
"""

from __future__ import annotations

import hashlib
from contextlib import contextmanager
from typing import TYPE_CHECKING

from qualcoder_lite.domain.searching.folding import indexed_text
from qualcoder_lite.domain.searching.search import Query, pieces, trigrams
from qualcoder_lite.storage.file.database import some_of
from qualcoder_lite.storage.transcripts import texts
from qualcoder_lite.storage.transcripts import turns as stored_turns

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable, Sequence

    from qualcoder_lite.storage.file.database import Database

_PREFIX = "search_stale_"
_TRIGGERS = {
    f"{_PREFIX}{table}_{event.split()[0]}": (table, event, side)
    for table, event, side in (
        ("transcript", "update of text_id", "new.id"),
        ("transcript", "delete", "old.id"),
        ("turn_list", "insert", "new.id"),
        ("turn_list", "update", "new.id"),
        ("turn_list", "delete", "old.id"),
    )
}
_BITS = 20  # of a piece's number are its place within its transcript
_MOST = 1 << _BITS
_AT_A_TIME = 32  # transcripts read together


# Triggers


def drop_triggers(database: Database) -> None:
    """Take the index's triggers off, as a migration needs it."""
    for name in _TRIGGERS:
        database.run(f"drop trigger if exists {name}")


def make_triggers(database: Database) -> None:
    """Make the index's triggers anew; where they were missing, nobody knows what changed meanwhile."""
    if triggers_missing(database):
        database.run("update search_transcript set fresh=0")
    drop_triggers(database)
    for name, (table, event, side) in _TRIGGERS.items():
        database.run(
            f"create trigger {name} after {event} on {table} begin "
            f"update search_transcript set fresh=0 where transcript_id={side}; end"
        )


def triggers_missing(database: Database) -> list[str]:
    """Names of triggers that should be there and aren't: without them the index would not know what changed."""
    found = database.rows(
        "select name from sqlite_master where type='trigger' and substr(name, 1, ?)=?", (len(_PREFIX), _PREFIX)
    )
    return sorted(_TRIGGERS.keys() - {name for (name,) in found})


# Keeping it true


def index_missing(database: Database, among: Iterable[str] | None = None) -> None:
    """Take in all transcripts, or those of some, that the index doesn't know as they are.

    Part of the transaction that is open, or one of its own. One whose text and turns are what they were before, as
    after undo and redo of its import, is only known again.
    """
    wanted = _unknown(database, among)
    if not wanted:
        return
    with _together(database):
        for at in range(0, len(wanted), _AT_A_TIME):
            _index(database, wanted[at : at + _AT_A_TIME])


def rebuild(database: Database) -> None:
    """Make the index anew of what is in the project now; nothing stays in it of what was taken out.

    Part of the transaction that is open, or one of its own. What it let go of is overwritten in the file.
    """
    with _together(database):
        database.run("insert into search_words(search_words) values('delete-all')")
        database.run("delete from search_transcript")
        index_missing(database)


def _unknown(database: Database, among: Iterable[str] | None) -> list[str]:
    here, ids = some_of(among)
    found = database.rows(
        "select t.id from transcript t left join search_transcript s on s.transcript_id=t.id "
        f"where coalesce(s.fresh, 0)=0 and t.id {here} order by t.imported_at, t.rowid",
        ids,
    )
    return [transcript for (transcript,) in found]


def _index(database: Database, wanted: Sequence[str]) -> None:
    bodies, turns = texts.bodies(database, wanted), stored_turns.speech_bounds(database, wanted)
    here, ids = some_of(wanted)
    known = dict(
        database.rows(f"select transcript_id, signature from search_transcript where transcript_id {here}", ids)
    )
    (number,) = database.one("select coalesce(max(number), 0) from search_transcript")
    for transcript in wanted:
        text = bodies[transcript]
        parts = pieces(text, turns.get(transcript))
        signature = hashlib.sha256(f"{text}\0{list(parts.starts)}{list(parts.ends)}".encode()).hexdigest()
        if known.get(transcript) == signature or len(parts.starts) > _MOST:
            database.run(
                "update search_transcript set fresh=1 where transcript_id=? and signature=?", (transcript, signature)
            )
            continue
        spans = zip(parts.starts, parts.ends, strict=True)
        number += 1  # never one that was in use: what the index holds under that is of another text
        database.run(
            "insert into search_transcript(number, transcript_id, signature, fresh) values(?, ?, ?, 1) "
            "on conflict(transcript_id) do update set number=excluded.number, signature=excluded.signature, fresh=1",
            (number, transcript, signature),
        )
        database.run_many(
            "insert into search_words(rowid, words) values(?, ?)",
            (((number << _BITS) + n, indexed_text(text[start:end])) for n, (start, end) in enumerate(spans)),
        )


@contextmanager
def _together(database: Database) -> Generator[None]:
    """One transaction: the one that is open, or a new one."""
    if database.connection.in_transaction:
        yield
        return
    database.run("begin immediate")
    try:
        yield
        database.run("commit")
    except BaseException:
        if database.connection.in_transaction:
            database.connection.rollback()
        raise


# Asking


def numbers(database: Database) -> dict[str, int]:
    """The numbers of the transcripts that the index knows as they are, by id."""
    return dict(database.rows("select transcript_id, number from search_transcript where fresh"))


def candidates(database: Database, trigrams: Sequence[str], among: Iterable[int]) -> set[int]:
    """Of some transcripts, by their numbers, those with a piece that has all of these letters."""
    quoted = " AND ".join('"' + letters.replace('"', '""') + '"' for letters in trigrams)
    found: set[int] = set()
    for first, last in _runs(among):
        found.update(
            number
            for (number,) in database.rows(
                f"select distinct rowid >> {_BITS} from search_words where search_words match ? "
                "and rowid between ? and ?",
                (quoted, first << _BITS, ((last + 1) << _BITS) - 1),
            )
        )
    return found


def _runs(numbers: Iterable[int]) -> list[tuple[int, int]]:
    """Numbers as runs of such as follow on one another: first and last of each."""
    runs: list[tuple[int, int]] = []
    for number in sorted(numbers):
        if runs and runs[-1][1] == number - 1:
            runs[-1] = (runs[-1][0], number)
        else:
            runs.append((number, number))
    return runs


def knows_of_gone(database: Database, words: str) -> bool:
    """Whether the index still points to words in a text that isn't in the project any more."""
    letters = trigrams(Query(words=words))
    (last,) = database.one("select coalesce(max(number), 0) from search_transcript")
    known = set(numbers(database).values())
    return bool(letters) and not candidates(database, letters, range(last + 1)) <= known
