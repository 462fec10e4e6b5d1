"""Withdrawing a participant: all that is theirs leaves the project for good, and a certificate says so.

`look` says beforehand what would go and where else their words stand; `withdraw` does it in one final step, cleans the
file and its backups, and looks at the raw bytes to see that nothing is left.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from qualcoder_lite.domain.errors import UserError
from qualcoder_lite.domain.naming.shared_words import Shared, without
from qualcoder_lite.domain.progress import part, unwatched
from qualcoder_lite.service.people.withdrawal_plan import Looked
from qualcoder_lite.storage.people import free_text, withdrawals
from qualcoder_lite.storage.upkeep import scrub
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import date
    from pathlib import Path

    from qualcoder_lite.domain.changes import Changes
    from qualcoder_lite.domain.progress import Progress
    from qualcoder_lite.service.people.withdrawal_plan import SharedPlace, WithdrawalPlan
    from qualcoder_lite.service.session import Session
    from qualcoder_lite.storage.people.free_text import FreeText


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawn:
    """What was done: the plan as it was carried out, and what is left to do by hand.

    `taken_out` counts places elsewhere, `kept` those that a person wanted kept; `unreached` are sentences; `left` words
    that could still be read afterwards, which there should be none of.
    """

    plan: WithdrawalPlan
    taken_out: int
    kept: int
    unreached: Sequence[str]
    left: Sequence[str]
    at: datetime
    changes: Changes


class Withdrawal:
    """Takes participants out of a project."""

    def __init__(self, session: Session) -> None:
        """Work on an open project."""
        self._session = session
        self._database = session.database

    def look(self, participant: str, progress: Progress = unwatched) -> WithdrawalPlan:
        """What withdrawing a participant would do; nothing is changed. Raises UnknownNameError."""
        return Looked(self._session, participant, progress).plan

    def withdraw(
        self,
        participant: str,
        *,
        plan: WithdrawalPlan | None = None,
        keep: Collection[tuple[str, str, str, int]] = (),
        coder: str = "",
        progress: Progress = unwatched,
    ) -> Withdrawn:
        """Delete all that is a participant's, for good; places elsewhere lose their words but for those to `keep`.

        `plan` is what was looked at before, if nothing was changed since.

        Raises UserError, with nothing changed, where the file couldn't be cleaned afterwards. Cleaning that breaks off
        all the same is told in the result, and finished when the project is next opened.
        """
        database = self._database
        looked = Looked(self._session, participant, part(progress, 0, 60), plan.theirs if plan else None)
        scrub.refuse_unfit(database)
        kept = set(keep)
        out = [place for place in looked.plan.places if place.key not in kept]
        facts = {"count": len(looked.plan.transcripts), "places": len(out)}
        with self._session.step("withdraw", facts, coder=self._session.directory.coder_name(coder), final=True) as step:
            withdrawals.delete(database, looked.found)
            free_text.write(database, _without(out))
            # What stood in these places once, or was theirs in rows long gone, is in the journal's images.
            free_text.rewrite_past(database, looked.taken_out)
            scrub.within_step(database, step.id)
        progress(70, 100)
        unreached = scrub.finish_or_say(database)
        progress(90, 100)
        left = [] if kept or unreached else scrub.left_in_files(database, looked.only_theirs)
        progress(100, 100)
        return Withdrawn(
            plan=looked.plan,
            taken_out=len(out),
            kept=len(looked.plan.places) - len(out),
            unreached=unreached,
            left=left,
            at=datetime.now(UTC),
            changes=step.changes,
        )

    def refuse_certificate(self, target: Path) -> None:
        """Raise UserError where no certificate could be written there: before anything is deleted."""
        from qualcoder_lite.exporters.files import refuse_unwritable

        if target.suffix.lower() != ".docx":
            raise UserError(tr("The certificate is a Word file: let the name “{name}” end in .docx.", name=target.name))
        refuse_unwritable(target)

    def write_certificate(self, target: Path, done: Withdrawn, *, on: date, who: str = "", study: str = "") -> None:
        """Write the certificate as a Word file. UserError where it can't be written."""
        from qualcoder_lite.exporters.word.certificate import Certificate, write_certificate

        plan = done.plan
        write_certificate(
            Certificate(
                study=study,
                participant=plan.name,
                date=on,
                who=who,
                transcripts=plan.transcripts,
                words=plan.words,
                counts=plan.counts,
                taken_out=done.taken_out,
                kept=done.kept,
                backups=plan.backups,
                files=[(export.file, export.exported_at[:10], export.sha256) for export in plan.exports],
                unreached=done.unreached,
                left=len(done.left),
            ),
            target,
        )


def _without(places: Sequence[SharedPlace]) -> list[FreeText]:
    """The places' texts with the words taken out, each text once."""
    together: dict[tuple[str, str, str], list[SharedPlace]] = {}
    for place in places:
        together.setdefault(place.key[:3], []).append(place)
    return [
        of_one[0].where._replace(
            words=without(of_one[0].where.words, [Shared(place.start, place.end, place.kind) for place in of_one])
        )
        for of_one in together.values()
    ]
