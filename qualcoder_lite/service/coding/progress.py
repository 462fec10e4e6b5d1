"""How far each coder has come with each transcript, and the marks people give transcripts."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from qualcoder_lite.domain.going_on import GoingOn, Waiting, next_to_code
from qualcoder_lite.domain.names import folded
from qualcoder_lite.domain.transcript_mark import CoderProgress, Mark, Marks, SiteProgress, Stage, Tally
from qualcoder_lite.storage.agreement import rounds
from qualcoder_lite.storage.codebook import codebooks
from qualcoder_lite.storage.coding import coders, done
from qualcoder_lite.storage.coding import marks as stored

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from qualcoder_lite.domain.changes import Changes
    from qualcoder_lite.service.directory import Entry
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
        everything = self._session.kept("coding-progress", self._read)
        sees = self._session.visibility.sees
        return [progress for progress in everything if sees(progress.transcript, progress.coder)]

    def _read(self) -> list[CoderProgress]:
        versions = dict(codebooks.names_and_versions(self._database))
        declared = done.declared(self._database)
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
        known = self._seek(name)
        return {each.transcript: each for each in self.all() if known is not None and each.coder == known.id}

    def meant_for(self, name: str) -> frozenset[str]:
        """The transcripts (ids) that somebody is to code: all, but for who codes again those of their rounds."""
        known = self._seek(name)
        person = next((coder for coder in coders.read(self._database) if known and coder.id == known.id), None)
        if person is None or not person.again_of:
            return frozenset(self._session.placements())
        of_rounds = [each.transcripts for each in rounds.read(self._database) if person.id in each.coders]
        return frozenset(id_ for ids in of_rounds for id_ in ids)

    def in_rounds(self, name: str) -> dict[str, str]:
        """The transcripts (ids) that somebody codes in rounds that are open, each with the round's name."""
        known = self._seek(name)
        waiting = [each for each in rounds.read(self._database) if each.is_open and known and known.id in each.coders]
        return {transcript: each.name for each in waiting for transcript in each.transcripts}

    def going_on(self, name: str) -> GoingOn:
        """Where somebody goes on, who has done nothing yet where the name isn't known; without a name, everybody.

        Of alike transcripts it is the first in the order of lists: by site, then as they were imported.
        """
        known, is_anybody = self._seek(name), not name.strip()
        own = known.id if known else ""
        meant = self.meant_for(name)
        left = meant - {id_ for id_, coders in self._session.done_marks().items() if is_anybody or own in coders}
        begun = stored.begun(self._database, own or None) if own or is_anybody else set[str]()
        put_off = {id_ for id_, marks in self.marks().items() if known and known.name in marks.put_off}
        in_rounds = self.in_rounds(name)
        waiting = [
            Waiting(transcript=id_, begun=id_ in begun, put_off=id_ in put_off, in_round=id_ in in_rounds)
            for ids in self._by_site().values()
            for id_ in ids
            if id_ in left
        ]
        return GoingOn(len(meant) - len(waiting), len(meant), next_to_code(waiting))

    def _seek(self, name: str) -> Entry | None:
        return self._session.directory.coders.seek(name) if name.strip() else None

    def _by_site(self) -> dict[str, list[str]]:
        """The transcripts (ids) of each site, by name; those without a site come last."""
        sites: dict[str, list[str]] = {}
        for id_, placement in self._session.placements().items():
            sites.setdefault(placement.site.name if placement.site else "", []).append(id_)
        return dict(sorted(sites.items(), key=lambda item: (not item[0], folded(item[0]))))

    def by_site(self) -> list[SiteProgress]:
        """How far everybody is at each site, by name; transcripts without a site come last.

        Whoever codes again, to be compared with themselves, is no further coder here, and gets no transcript done.
        """
        everybody = [coder for coder in coders.read(self._database) if not coder.again_of]
        by_coder = {coder.name: self.of_coder(coder.name) for coder in everybody}
        put_off = {id_: marks.put_off for id_, marks in self.marks().items()}
        known = {coder.id for coder in everybody}
        anybody = _furthest(each for each in self.all() if each.coder in known)
        return [
            SiteProgress(
                site,
                _tally(ids, anybody, set()),
                {
                    name: _tally(ids, own, {id_ for id_, names in put_off.items() if name in names})
                    for name, own in by_coder.items()
                },
            )
            for site, ids in self._by_site().items()
        ]

    def marks(self) -> dict[str, Marks]:
        """The marks of every transcript (id) that has any."""
        return self._session.kept("transcript-marks", self._read_marks)

    def has_reflecting(self) -> bool:
        """Whether any transcript is marked as reflecting on how the service is organised."""
        return any(marks.reflects for marks in self.marks().values())

    def _read_marks(self) -> dict[str, Marks]:
        names = {coder.id: coder.name for coder in coders.read(self._database)}
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


def _furthest(progress: Iterable[CoderProgress]) -> dict[str, CoderProgress]:
    """Of each transcript (id) the progress of the coder who is furthest: one who is done, else one who began."""
    found: dict[str, CoderProgress] = {}
    for each in progress:
        if each.transcript not in found or each.stage is Stage.DONE:
            found[each.transcript] = each
    return found


def _tally(transcripts: Collection[str], progress: Mapping[str, CoderProgress], put_off: Collection[str]) -> Tally:
    known = [progress[id_] for id_ in transcripts if id_ in progress]
    done = [each for each in known if each.stage is Stage.DONE]
    return Tally(
        of=len(transcripts),
        done=len(done),
        begun=len(known) - len(done),
        put_off=sum(id_ in put_off and id_ not in progress for id_ in transcripts),
        outdated=sum(bool(each.changed_since) for each in done),
    )
