"""Consent: the answer that holds for each participant and subject, and every answer as it was given."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from qualcoder_lite.domain.consent import ConsentAnswer, ConsentRecord, ConsentSubject
from qualcoder_lite.domain.names import natural_id, new_id
from qualcoder_lite.domain.people import Consent
from qualcoder_lite.storage.file.database import some_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from qualcoder_lite.storage.file.database import Database


#: An answer that stood with somebody who was joined into a participant may come from a copy later, beside their own:
#: no goes before yes, and yes before nothing asked, until somebody records which it is.
NO_WINS = f"order by answer='{Consent.NO}', answer='{Consent.YES}'"


def answers(database: Database, among: Iterable[str] | None = None) -> dict[str, dict[ConsentSubject, ConsentAnswer]]:
    """The answers that hold, by participant; a subject that nobody asked about is left out."""
    here, ids = some_of(among)
    found: dict[str, dict[ConsentSubject, ConsentAnswer]] = {}
    for participant, subject, answer, date, note in database.rows(
        f"select participant_id, subject, answer, date, note from consent where participant_id {here} {NO_WINS}",
        ids,
    ):
        found.setdefault(participant, {})[ConsentSubject(subject)] = ConsentAnswer(
            answer=Consent(answer), date=date, note=note
        )
    return found


def put(
    database: Database, participant: str, given: Mapping[ConsentSubject, ConsentAnswer], *, coder: str = ""
) -> None:
    """Record answers; one that says what is known already is not recorded again."""
    known = answers(database, [participant]).get(participant, {})
    at = datetime.now(UTC).isoformat(timespec="milliseconds")
    for subject, answer in given.items():
        if answer == known.get(subject, ConsentAnswer()):
            continue
        carry(database, participant, {subject: answer})
        values = (answer.answer, answer.date, answer.note)
        database.insert(
            "consent_record",
            [(new_id(), participant, subject, *values, coder, at)],
            ("id", "participant_id", "subject", "answer", "date", "note", "coder", "recorded_at"),
        )


def carry(database: Database, participant: str, given: Mapping[ConsentSubject, ConsentAnswer]) -> None:
    """Let answers hold for a participant, by subject, that are on record already: nobody gave them anew."""
    database.run_many(
        "insert into consent(id, participant_id, subject, answer, date, note) values(?, ?, ?, ?, ?, ?) "
        "on conflict(id) do update set answer=excluded.answer, date=excluded.date, note=excluded.note",
        (
            (natural_id("consent", participant, subject), participant, subject, one.answer, one.date, one.note)
            for subject, one in given.items()
        ),
    )
    database.run_many(
        "delete from consent where participant_id=? and subject=? and id<>?",
        ((participant, subject, natural_id("consent", participant, subject)) for subject in given),
    )


def records(database: Database, participant: str) -> list[ConsentRecord]:
    """Every answer of a participant, newest first."""
    return [
        ConsentRecord(
            subject=ConsentSubject(subject),
            answer=ConsentAnswer(answer=Consent(answer), date=date, note=note),
            coder=coder,
            recorded_at=at,
        )
        for subject, answer, date, note, coder, at in database.rows(
            "select subject, answer, date, note, coder, recorded_at from consent_record where participant_id=? "
            "order by recorded_at desc, rowid desc",
            (participant,),
        )
    ]
