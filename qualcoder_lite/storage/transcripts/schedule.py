"""The questions of the interview schedule, and the interviews in which one was not asked."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from qualcoder_lite.domain.names import natural_id
from qualcoder_lite.domain.schedule import Question

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from qualcoder_lite.storage.file.database import Database


def questions(database: Database) -> list[Question]:
    """The questions in their order."""
    rows = database.rows("select id, wording, code_id from question order by position, id")
    return [Question(id=id_, wording=wording, code=code) for id_, wording, code in rows]


def add(database: Database, question: Question) -> None:
    """Put a question after the others."""
    database.run(
        "insert into question(id, wording, code_id, position) "
        "values(?, ?, ?, (select coalesce(max(position), -1) + 1 from question))",
        (question.id, question.wording, question.code),
    )


def put(database: Database, question: Question) -> None:
    """Bring a question's wording and outcome to what is given."""
    database.run("update question set wording=?, code_id=? where id=?", (question.wording, question.code, question.id))


def arrange(database: Database, ids: Sequence[str]) -> None:
    """Put the questions into an order."""
    database.run_many(
        "update question set position=? where id=? and position<>?", ((n, id_, n) for n, id_ in enumerate(ids))
    )


def remove(database: Database, question: str) -> None:
    """Delete a question, and where it was left out."""
    database.run("delete from question where id=?", (question,))


def left_out(database: Database) -> dict[str, set[str]]:
    """The transcripts in which each question (id) was not asked."""
    found: dict[str, set[str]] = {}
    for question, transcript in database.rows("select question_id, transcript_id from not_asked"):
        found.setdefault(question, set()).add(transcript)
    return found


def leave_out(database: Database, question: str, transcripts: Iterable[str]) -> None:
    """Note that a question was not asked in some interviews."""
    database.run_many(
        "insert into not_asked(id, question_id, transcript_id) values(?, ?, ?) on conflict do nothing",
        ((natural_id("not-asked", question, transcript), question, transcript) for transcript in transcripts),
    )


def take_in(database: Database, question: str, transcripts: Iterable[str]) -> None:
    """Note that a question was asked in some interviews after all."""
    database.run(
        "delete from not_asked where question_id=? and transcript_id in (select value from json_each(?))",
        (question, json.dumps(list(transcripts))),
    )
