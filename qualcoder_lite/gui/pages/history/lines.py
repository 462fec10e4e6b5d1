"""What happened, a line each, as the lists of this page show it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import PurePath
from typing import TYPE_CHECKING

from qualcoder_lite.domain.codebook_history import told

if TYPE_CHECKING:
    from collections.abc import Mapping

    from qualcoder_lite.domain.codebook import CodebookChange
    from qualcoder_lite.service.exports import Export
    from qualcoder_lite.service.history import HistoryEntry

_SHORT = 12  # characters of a fingerprint, by which two files are told apart; the saved list has all of it
UNDONE, FINAL = "Undone", "Can't be undone"


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
        return f"{self.who} {self.what}" if self.who else self.what[:1].upper() + self.what[1:]

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
    where = f"{book}, version {change.version}" if book else f"version {change.version}"
    why = f"Why: {change.why}" if change.why else "No reason was given"
    return Line(who=coders.get(change.coder or "", ""), what=what, when=_local(change.changed_at), note=why, mark=where)


def export_line(export: Export) -> Line:
    """A file that left the project: what is in it and was asked for, where it is, and by what it is known again."""
    file = PurePath(export.file)
    people = "1 person" if export.people == 1 else f"{export.people:,} people"
    passages = "1 passage" if export.extracts == 1 else f"{export.extracts:,} passages"
    held = f"{passages} of {people} to " if export.extracts else ""
    asked = " ".join(f"{each}." for each in export.scope) or ("Of the whole project." if held else "Nobody’s words.")
    known = f" Fingerprint {export.sha256[:_SHORT]}." if export.sha256 else ""
    return Line(
        who=export.coder,
        what=f"wrote {held}“{file.name}”",
        when=_local(export.exported_at),
        note=f"{asked}{known} In “{file.parent}”.",
        mark=export.format.upper(),
    )


def day_words(day: date) -> str:
    """A day as a heading: "Today", "Yesterday", "Saturday 22 November 2025"."""
    today = date.today()  # noqa: DTZ011 - the reader's own day
    if day == today:
        return "Today"
    if day == today - timedelta(days=1):
        return "Yesterday"
    return f"{day:%A} {day.day} {day:%B %Y}"


def _local(at: str) -> datetime:
    return datetime.fromisoformat(at).astimezone()
