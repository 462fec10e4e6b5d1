"""What happened, a line each, as the lists of this page show it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import PurePath
from typing import TYPE_CHECKING

from qualcoder_lite.domain.codebooks.history import told
from qualcoder_lite.domain.days_in_words import day_with_weekday
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Mapping

    from qualcoder_lite.domain.codebook import CodebookChange
    from qualcoder_lite.service.exports import Export
    from qualcoder_lite.service.history.history import HistoryEntry

_SHORT = 12  # characters of a fingerprint, by which two files are told apart; the saved list has all of it
UNDONE, FINAL = tr("Undone"), tr("Can’t be undone")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One thing that happened: who, what, and at what local time; `note` is said under it, `mark` beside it.

    Without a name the words begin with a capital letter. `pale` steps back, for what no longer holds.
    """

    who: str
    what: str
    when: datetime
    note: str = ""
    mark: str = ""
    pale: bool = False

    @property
    def words(self) -> str:
        """Who did what."""
        if self.who:
            return tr("{who} {what}", who=self.who, what=self.what)
        return self.what[:1].upper() + self.what[1:]

    @property
    def clock(self) -> str:
        """The time of day."""
        return f"{self.when:%H:%M}"

    @property
    def spoken(self) -> str:
        """The line as a screen reader says it."""
        parts = [self.words, self.note, self.mark, f"{day_words(self.when.date())}, {self.clock}"]
        return ". ".join(part for part in parts if part)


def step_line(entry: HistoryEntry) -> Line:
    """A step of the journal."""
    mark = UNDONE if entry.undone else FINAL if entry.final else ""
    return Line(who=entry.coder, what=entry.what, when=_local(entry.when), mark=mark, pale=entry.undone)


def change_line(
    change: CodebookChange, coders: Mapping[str, str], codebooks: Mapping[str, str], codes: Mapping[str, str]
) -> Line:
    """A change to a codebook, with its reason; coders, codebooks and codes are names by id."""
    what = told(change, codes)
    book = codebooks.get(change.codebook, "")
    where = (
        tr("{book}, version {version}", book=book, version=change.version)
        if book
        else tr("version {version}", version=change.version)
    )
    why = tr("Why: {why}", why=change.why) if change.why else tr("No reason was given")
    return Line(who=coders.get(change.coder or "", ""), what=what, when=_local(change.changed_at), note=why, mark=where)


def export_line(export: Export) -> Line:
    """A file that left the project: what is in it and was asked for, where it is, and by what it is known again."""
    file = PurePath(export.file)
    what, whose = tr("wrote “{file}”", file=file.name), tr("Nobody’s words.")
    if export.extracts:
        people = tr("{n:,} person", "{n:,} people", n=export.people)
        passages = tr("{n:,} passage", "{n:,} passages", n=export.extracts)
        what = tr("wrote {passages} of {people} to “{file}”", passages=passages, people=people, file=file.name)
        whose = tr("Of the whole project.")
    notes = [f"{each}." for each in export.scope] or [whose]
    if export.sha256:
        notes.append(tr("Fingerprint {fingerprint}.", fingerprint=export.sha256[:_SHORT]))
    notes.append(tr("In “{folder}”.", folder=file.parent))
    return Line(
        who=export.coder,
        what=what,
        when=_local(export.exported_at),
        note=" ".join(notes),
        mark=export.format.upper(),
    )


def day_words(day: date) -> str:
    """A day as a heading: "Today", "Yesterday", "Saturday 22 November 2025"."""
    today = date.today()  # noqa: DTZ011 - the reader's own day
    if day == today:
        return tr("Today")
    if day == today - timedelta(days=1):
        return tr("Yesterday")
    return day_with_weekday(day)


def _local(at: str) -> datetime:
    return datetime.fromisoformat(at).astimezone()
