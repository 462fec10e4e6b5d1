"""What is said of transcripts that are stored: title, site, participant, client group, date; and deleting them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from qualcoder_lite.domain.errors import TableError, UserError
from qualcoder_lite.domain.names import folded
from qualcoder_lite.service.directory import one_line
from qualcoder_lite.service.placement import refuse_contradictions
from qualcoder_lite.service.transcripts.days import day_written
from qualcoder_lite.storage import memos
from qualcoder_lite.storage.coding import codings
from qualcoder_lite.storage.transcripts import transcripts as stored
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from qualcoder_lite.domain.changes import Changes
    from qualcoder_lite.service.session import Session
    from qualcoder_lite.storage.transcripts.transcripts import Transcript


@dataclass(frozen=True, slots=True, kw_only=True)
class TranscriptChange:
    """What is to be said of a transcript, by name: None leaves it as it is, a blank takes it away.

    A site or participant that isn't known is made. `date` is a day as somebody types it.
    """

    title: str | None = None
    site: str | None = None
    participant: str | None = None
    client_group: str | None = None
    date: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TranscriptDetails:
    """What is said of a transcript itself, by name; blank where its participant or site may say it instead."""

    title: str
    site: str
    participant: str
    client_group: str
    date: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Deletion:
    """What deleting transcripts would take along: their titles, and how much was done on them.

    `participants` counts those of them that belong to somebody.
    """

    titles: Sequence[str]
    turns: int
    codings: int
    memos: int
    participants: int


class Describing:
    """Says other things of stored transcripts than on import, and deletes them. Their words are never touched."""

    def __init__(self, session: Session) -> None:
        """Work on an open project."""
        self._session = session
        self._database = session.database

    # Looking

    def details(self, transcript: str) -> TranscriptDetails:
        """What is said of a transcript itself."""
        (one,) = stored.read(self._database, [transcript])
        directory = self._session.directory
        return TranscriptDetails(
            title=one.title,
            site=directory.sites.by_id[one.site].name if one.site else "",
            participant=directory.participants.by_id[one.participant].name if one.participant else "",
            client_group=one.client_group,
            date=one.date,
        )

    def without_participant(self) -> list[tuple[str, str]]:
        """The transcripts that nobody is said to speak in, as (id, title), in the order of import."""
        found = self._session.placements().values()
        return [(one.transcript.id, one.transcript.title) for one in found if one.participant is None]

    # Changing

    def change(self, transcripts: Sequence[str], change: TranscriptChange) -> Changes:
        """Say the same of one or several transcripts (ids), in one step that can be undone.

        Raises UserError where a title is blank or taken or meant for several, the date is none, or what is said
        contradicts the participant or the site.
        """
        if change.title is not None and len(transcripts) > 1:
            raise UserError(tr("Several transcripts can’t have one title. Give each its own."))
        return self._write([(id_, change) for id_ in transcripts])

    def import_table(self, path: Path) -> Changes:
        """Say of transcripts what a table says, in one step; a blank cell leaves what is there. All rows or none.

        Raises TableError naming row, column and value.
        """
        from qualcoder_lite.importers.tables.checked import read_transcript_changes

        known = self._session.directory.transcripts
        wanted: dict[str, TranscriptChange] = {}
        for row in read_transcript_changes(path):
            try:
                id_ = known.find(row.transcript).id
            except UserError as fault:
                raise TableError(str(fault), row=row.row, column="transcript", value=row.transcript) from None
            if id_ in wanted:
                fault = tr("another row is about the same transcript; make one row of them")
                raise TableError(fault, row=row.row, column="transcript", value=row.transcript)
            wanted[id_] = TranscriptChange(
                title=row.title,
                site=row.site,
                participant=row.participant,
                client_group=row.client_group,
                date=row.date,
            )
        return self._write(list(wanted.items()), file=path.name)

    def _write(self, wanted: Sequence[tuple[str, TranscriptChange]], *, file: str = "") -> Changes:
        ids = [id_ for id_, _ in wanted]
        before = {one.id: one for one in stored.read(self._database, ids)}
        facts = {"transcript": ids[0]} if len(ids) == 1 else {"count": len(ids)}
        with self._session.step("describe", facts | ({"file": file} if file else {})) as step:
            after = [self._described(before[id_], change) for id_, change in wanted]
            changed = [one for one in after if one != before[one.id]]
            stored.describe(self._database, changed)
            self._refuse_taken([one.title for one in changed if one.title != before[one.id].title])
            refuse_contradictions(self._database, ids)
        return step.changes

    def _described(self, one: Transcript, change: TranscriptChange) -> Transcript:
        """A transcript with what is said of it now. Makes the names that aren't known."""
        directory = self._session.directory
        said: dict[str, str | None] = {}
        if change.title is not None:
            said["title"] = one_line(change.title)
        if change.site is not None:
            said["site"] = directory.site(change.site) if one_line(change.site) else None
        if change.participant is not None:
            said["participant"] = directory.participant(change.participant) if one_line(change.participant) else None
        if change.client_group is not None:
            said["client_group"] = one_line(change.client_group)
        if change.date is not None:
            said["date"] = day_written(change.date)
        return replace(one, **said)

    def _refuse_taken(self, titles: Iterable[str]) -> None:
        """Refuse titles that are blank, or that another transcript has. Called when they are written."""
        count = Counter(folded(title) for _, title, _ in stored.names(self._database))
        for title in titles:
            if not title:
                raise UserError(tr("A transcript needs a title."))
            if count[folded(title)] > 1:
                raise UserError(tr("There is a transcript “{title}” already. Choose another title.", title=title))

    # Deleting

    def look_at_deletion(self, transcripts: Sequence[str]) -> Deletion:
        """What deleting transcripts (ids) would take along. UserError where a round keeps it from whoever looks."""
        self._refuse_blind(transcripts)
        found, coded = stored.read(self._database, transcripts), codings.counts(self._database)
        noted = Counter(memo.about.transcript for memo in memos.read(self._database))
        return Deletion(
            titles=[one.title for one in found],
            turns=sum(one.turns for one in found),
            codings=sum(coded[one.id] for one in found),
            memos=sum(noted[one.id] for one in found),
            participants=sum(one.participant is not None for one in found),
        )

    def delete(self, transcripts: Sequence[str]) -> Changes:
        """Delete transcripts (ids) with all that was coded and noted there, in one step that can be undone.

        So that it can be undone, the words stay in the project file: only withdrawing a participant leaves none.
        Raises UserError where a round of blind coding keeps a transcript's codings from whoever looks.
        """
        going = self.look_at_deletion(transcripts)
        facts = {"count": len(transcripts), "codings": going.codings}
        with self._session.step("delete-transcripts", facts) as step:
            stored.remove(self._database, transcripts)
        return step.changes

    def _refuse_blind(self, transcripts: Iterable[str]) -> None:
        if not self._session.visibility.blind_in().isdisjoint(transcripts):
            raise UserError(
                tr(
                    "This transcript is in a round of blind coding that is still open. It can be deleted when "
                    "the round is closed, or by a lead."
                )
            )
