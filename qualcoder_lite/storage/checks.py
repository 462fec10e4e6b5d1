"""Looking a project over: is the file whole, and does it say what its rules promise?"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from qualcoder_lite.storage import journal, search_index
from qualcoder_lite.storage.faults import damaged, in_words
from qualcoder_lite.storage.soundness import damage

if TYPE_CHECKING:
    from qualcoder_lite.storage.database import Database

_DAMAGED = "The file is damaged: "

# Each finds rows that a rule forbids; the sentence takes their number.
_RULES = {
    'select count(*) from coding c join transcript t on t.id=c.transcript_id where c."end" > t.characters': (
        "{} codings reach beyond the end of their transcript."
    ),
    "select count(*) from transcript t left join turn_list l on l.id=t.id where not case "
    "when json_valid(starts) and json_valid(speeches) and json_valid(ends) and json_valid(speakers) "
    "and json_valid(timestamps) then t.turns=json_array_length(starts) and t.turns=json_array_length(speeches) "
    "and t.turns=json_array_length(ends) and t.turns=json_array_length(speakers) "
    "and t.turns=json_array_length(timestamps) else 0 end": "{} transcripts have lost their turns.",
    "select count(*) from attribution where direction not in ('helped', 'hindered')": (
        "{} links say neither helped nor hindered."
    ),
    "select count(*) from coding where polarity not in ('delivered', 'not_delivered', 'mixed', 'not_stated')": (
        "{} codings have a polarity that this version doesn't know."
    ),
    "select count(*) from step where state not in ('done', 'undone', 'cut', 'final')": (
        "{} steps of the history can't be read."
    ),
}


def problems(database: Database) -> list[str]:
    """What is wrong with a project, a sentence each; empty when all is well. Reads everything, writes nothing."""
    with in_words(database.path):
        broken = damage(database.connection, thorough=True)
    if broken:
        return [f"{_DAMAGED}{line}." for line in broken]
    found = [
        f"A row of “{row[0]}” refers to a row of “{row[2]}” that isn't there."
        for row in database.rows("pragma foreign_key_check")
    ]
    found += [f"The journal's trigger “{name}” is missing." for name in journal.triggers_missing(database)]
    found += [f"The search's trigger “{name}” is missing." for name in search_index.triggers_missing(database)]
    found += _altered_texts(database)
    for sql, sentence in _RULES.items():
        if count := database.one(sql)[0]:
            found.append(sentence.format(count))
    if database.one("select step from now")[0] is not None:
        found.append("A step was left open.")
    return found


def refuse_damaged(database: Database) -> None:
    """Raise ProjectDamagedError if anything is wrong with the file."""
    if found := problems(database):
        raise damaged(database.path, found[0].removeprefix(_DAMAGED).rstrip("."))


def _altered_texts(database: Database) -> list[str]:
    """Transcripts whose text is no longer the one that was imported."""
    found: list[str] = []
    with in_words(database.path):
        for text, body, title, characters in database.connection.execute(
            "select x.id, cast(x.body as blob), t.title, t.characters from transcript t join text x on x.id=t.text_id"
        ):
            if hashlib.sha256(body).hexdigest() != text or len(body.decode()) != characters:
                found.append(f"The text of “{title}” is not the one that was imported.")
    return found
