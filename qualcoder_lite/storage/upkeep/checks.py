"""Looking a project over: is the file whole, and does it say what its rules promise?"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from qualcoder_lite.storage import search_index
from qualcoder_lite.storage.file.backup_folder import newest_good
from qualcoder_lite.storage.file.faults import damaged, in_words
from qualcoder_lite.storage.file.soundness import damage
from qualcoder_lite.storage.history import triggers
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from qualcoder_lite.storage.file.database import Database


# Each counts rows that a rule forbids.
_RULES = {
    "codings beyond the end": (
        'select count(*) from coding c join transcript t on t.id=c.transcript_id where c."end" > t.characters'
    ),
    "transcripts without turns": (
        "select count(*) from transcript t left join turn_list l on l.id=t.id where not case "
        "when json_valid(starts) and json_valid(speeches) and json_valid(ends) and json_valid(speakers) "
        "and json_valid(timestamps) then t.turns=json_array_length(starts) and t.turns=json_array_length(speeches) "
        "and t.turns=json_array_length(ends) and t.turns=json_array_length(speakers) "
        "and t.turns=json_array_length(timestamps) else 0 end"
    ),
    "links without direction": "select count(*) from attribution where direction not in ('helped', 'hindered')",
    "unknown polarities": (
        "select count(*) from coding where polarity not in ('delivered', 'not_delivered', 'mixed', 'not_stated')"
    ),
    "unreadable steps": "select count(*) from step where state not in ('done', 'undone', 'cut', 'final')",
}


def _broken_rule(rule: str, n: int) -> str:
    said = {
        "codings beyond the end": tr(
            "{n} coding reaches beyond the end of its transcript.",
            "{n} codings reach beyond the end of their transcript.",
            n=n,
        ),
        "transcripts without turns": tr(
            "{n} transcript has lost its turns.", "{n} transcripts have lost their turns.", n=n
        ),
        "links without direction": tr(
            "{n} link says neither helped nor hindered.", "{n} links say neither helped nor hindered.", n=n
        ),
        "unknown polarities": tr(
            "{n} coding has a polarity that this version doesn’t know.",
            "{n} codings have a polarity that this version doesn’t know.",
            n=n,
        ),
        "unreadable steps": tr(
            "{n} step of the history can’t be read.", "{n} steps of the history can’t be read.", n=n
        ),
    }
    return said[rule]


def problems(database: Database) -> list[str]:
    """What is wrong with a project, a sentence each; empty when all is well. Reads everything, writes nothing.

    Where the file itself is damaged, the last sentence names the newest good backup.
    """
    if broken := _broken(database):
        backup = newest_good(database.path)
        advice = (
            tr("The newest good backup is “{path}”.", path=backup)
            if backup
            else tr("There is no automatic backup that can be read.")
        )
        return [*(tr("The file is damaged: {what}.", what=line) for line in broken), advice]
    return _broken_rules(database)


def refuse_damaged(database: Database) -> None:
    """Raise ProjectDamagedError if anything is wrong with the file."""
    if found := _broken(database) or _broken_rules(database):
        raise damaged(database.path, found[0].rstrip("."))


def _broken(database: Database) -> list[str]:
    """What SQLite finds wrong with the file, in its words."""
    with in_words(database.path):
        return damage(database.connection, thorough=True)


def _broken_rules(database: Database) -> list[str]:
    found = [
        tr("A row of “{table}” refers to a row of “{other}” that isn’t there.", table=row[0], other=row[2])
        for row in database.rows("pragma foreign_key_check")
    ]
    found += [tr("The journal’s trigger “{name}” is missing.", name=each) for each in triggers.missing(database)]
    missing = search_index.triggers_missing(database)
    found += [tr("The search’s trigger “{name}” is missing.", name=each) for each in missing]
    found += _altered_texts(database)
    for rule, sql in _RULES.items():
        if count := database.one(sql)[0]:
            found.append(_broken_rule(rule, count))
    if database.one("select step from now")[0] is not None:
        found.append(tr("A step was left open."))
    return found


def _altered_texts(database: Database) -> list[str]:
    """Transcripts whose text is no longer the one that was imported."""
    found: list[str] = []
    with in_words(database.path):
        for text, body, title, characters in database.connection.execute(
            "select x.id, cast(x.body as blob), t.title, t.characters from transcript t join text x on x.id=t.text_id"
        ):
            if hashlib.sha256(body).hexdigest() != text or len(body.decode()) != characters:
                found.append(tr("The text of “{title}” is not the one that was imported.", title=title))
    return found
