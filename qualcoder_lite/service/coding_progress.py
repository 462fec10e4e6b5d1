"""How far each coder has come with each transcript, and the marks people give transcripts."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from qualcoder_lite.domain.transcript_mark import CoderProgress, Mark, Marks, Stage
from qualcoder_lite.storage import codebooks, people
from qualcoder_lite.storage import marks as stored

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qualcoder_lite.domain.changes import Changes
    from qualcoder_lite.service.session import Session


class CodingProgress:
    """The progress of a project's coding."""

    def __init__(self, session: Session) -> None:
        """Work on an open project."""
        self._session = session
        self._database = session.database

    # Looking

    def all(self) -> list[CoderProgress]:
        """Progress of everybody with everything they began or declared done; what is left out is not started."""
        return self._session.kept("coding progress", self._read)

    def _read(self) -> list[CoderProgress]:
        versions = dict(codebooks.names_and_versions(self._database))
        declared = stored.declared(self._database)
        coded = {(transcript, coder): (n, end) for transcript, coder, n, end in stored.coded(self._database)}
        found: list[CoderProgress] = []
        for transcript, coder in dict.fromkeys([*coded, *declared]):
            n, end = coded.get((transcript, coder), (0, 0))
            at, then = declared.get((transcript, coder), ("", {}))
            changed = tuple(name for name, now in versions.items() if at and then.get(name, now) != now)
            stage = Stage.DONE if at else Stage.IN_PROGRESS
            found.append(
                CoderProgress(
                    transcript=transcript,
                    coder=coder,
                    stage=stage,
                    codings=n,
                    reached=end,
                    declared_at=at,
                    changed_since=changed,
                )
            )
        return found

    def of_coder(self, name: str) -> dict[str, CoderProgress]:
        """One coder's progress by transcript (id); what is left out is not started. Empty for an unknown name."""
        known = self._session.directory.coders.seek(name) if name else None
        return {each.transcript: each for each in self.all() if known is not None and each.coder == known.id}

    def marks(self) -> dict[str, Marks]:
        """The marks of every transcript (id) that has any."""
        return self._session.kept("transcript marks", self._read_marks)

    def _read_marks(self) -> dict[str, Marks]:
        names = {coder.id: coder.name for coder in people.coders(self._database)}
        given: dict[str, dict[Mark, list[str]]] = {}
        for transcript, mark, coder in stored.read(self._database):
            given.setdefault(transcript, {}).setdefault(mark, []).append(names.get(coder or "", ""))
        return {
            transcript: Marks(
                tuple(sorted(marks.get(Mark.DISTRESSING, ()))),
                tuple(sorted(marks.get(Mark.PUT_OFF, ()))),
                Mark.REFLECTS in marks,
            )
            for transcript, marks in given.items()
        }

    # Marking

    def mark(self, mark: Mark, transcripts: Sequence[str], coder: str, *, on: bool = True) -> Changes:
        """Mark transcripts, or take the mark off: distressing and put off for one coder, reflecting for the study.

        Raises UserError where a transcript isn't known.
        """
        directory = self._session.directory
        ids = list(dict.fromkeys(directory.transcripts.find(name).id for name in transcripts))
        facts = {"mark": mark, "on": on, "count": len(ids), **({"transcript": ids[0]} if len(ids) == 1 else {})}
        who = directory.coder_name(coder) if coder else ""
        with self._session.step("mark", facts, coder=who) as step:
            by = directory.coder(coder) if coder else None
            if on:
                at = datetime.now(UTC).isoformat(timespec="seconds")
                stored.put(self._database, mark, ids, by, at)
            else:
                stored.take_off(self._database, mark, ids, by)
        return step.changes
