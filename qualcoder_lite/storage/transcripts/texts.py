"""The texts of transcripts: kept once under the sha256 of what they say, and never changed."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

    from qualcoder_lite.storage.file.database import Database


def keep(database: Database, body: str) -> str:
    """Keep a text unless it is there already, and give its id."""
    id_ = hashlib.sha256(body.encode()).hexdigest()
    database.run("insert or ignore into text(id, body) values(?, ?)", (id_, body))
    return id_


def body(database: Database, transcript: str) -> str:
    """A transcript's text."""
    return database.one("select body from transcript t join text x on x.id=t.text_id where t.id=?", (transcript,))[0]


def bodies(database: Database, transcripts: Iterable[str]) -> dict[str, str]:
    """The texts of some transcripts."""
    return dict(_bodies(database, transcripts, "x.body"))


def small_bodies(database: Database, transcripts: Iterable[str]) -> dict[str, str]:
    """The texts of some transcripts with A to Z made small, and no other letter: positions are those of the texts."""
    # By Python's bytes: SQLite's own `lower` makes other letters small too where it was built with ICU.
    return {id_: body.lower().decode() for id_, body in _bodies(database, transcripts, "cast(x.body as blob)")}


def _bodies(database: Database, transcripts: Iterable[str], body: str) -> list[tuple[str, Any]]:
    return database.rows(
        f"select t.id, {body} from transcript t join text x on x.id=t.text_id "
        "where t.id in (select value from json_each(?))",
        (json.dumps(list(transcripts)),),
    )


def ids(database: Database, transcripts: Iterable[str]) -> dict[str, str]:
    """The ids of some transcripts' texts, the sha256 of what they say."""
    wanted = (json.dumps(list(transcripts)),)
    return dict(
        database.rows("select id, text_id from transcript where id in (select value from json_each(?))", wanted)
    )


def by_id(database: Database, text: str) -> str:
    """A text by its own id; empty where it is gone."""
    found = database.one("select body from text where id=?", (text,))
    return found[0] if found else ""
