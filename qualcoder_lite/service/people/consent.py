"""Recording what participants agree to; every answer is kept with its date, and by whom it was recorded."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from qualcoder_lite.domain.errors import UserError
from qualcoder_lite.domain.transcript import canonical
from qualcoder_lite.storage.people import consents as stored
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from qualcoder_lite.domain.changes import Changes
    from qualcoder_lite.domain.consent import ConsentAnswer, ConsentRecord, ConsentSubject
    from qualcoder_lite.service.session import Session


class Consents:
    """Participants' consent: to the interview, its recording, being quoted, and the archive."""

    def __init__(self, session: Session) -> None:
        """Work on an open project."""
        self._session = session
        self._database = session.database

    def of(self, participant: str) -> dict[ConsentSubject, ConsentAnswer]:
        """The answers that hold; a subject that nobody asked about is left out."""
        id_ = self._session.directory.participants.find(participant).id
        return stored.answers(self._database, [id_]).get(id_, {})

    def record(
        self, participants: Sequence[str], answers: Mapping[ConsentSubject, ConsentAnswer], *, coder: str = ""
    ) -> Changes:
        """Record the same answers for some participants, as one step. UserError where a date is none."""
        directory = self._session.directory
        ids = [directory.participants.find(name).id for name in participants]
        given = {subject: _kept(answer) for subject, answer in answers.items()}
        facts = {"participant": ids[0]} if len(ids) == 1 else {"count": len(ids)}
        coder = directory.coder_name(coder)
        with self._session.step("record-consent", facts, coder=coder) as step:
            for id_ in ids:
                stored.put(self._database, id_, given, coder=coder)
        return step.changes

    def history(self, participant: str) -> list[ConsentRecord]:
        """Every answer of a participant as it was recorded, newest first."""
        return stored.records(self._database, self._session.directory.participants.find(participant).id)


def _kept(answer: ConsentAnswer) -> ConsentAnswer:
    day = answer.date.strip()
    if day:
        try:
            day = date.fromisoformat(day).isoformat()
        except ValueError:
            raise UserError(tr("The date of an answer is written like 2024-05-03.")) from None
    return replace(answer, date=day, note=canonical(answer.note).strip())
