"""Memos in the words of the screen."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from qualcoder_lite.domain.memo import MemoKind, Subject

if TYPE_CHECKING:
    from qualcoder_lite.service.listed_memos import ListedMemo

#: The kinds to choose from, each with its words.
KINDS: tuple[tuple[MemoKind, str], ...] = (
    (MemoKind.NOTE, "A note"),
    (MemoKind.CASE, "Case: this person or site"),
    (MemoKind.CODE, "Code: what it means"),
    (MemoKind.THEME, "Theme: an idea that runs through"),
    (MemoKind.METHOD, "Method: how we work"),
    (MemoKind.REFLEXIVE, "Reflexive: my own part in it"),
)
KIND_NAMES = {kind: words.partition(":")[0] if kind else "Note" for kind, words in KINDS}

SUBJECTS: dict[Subject, str] = {
    Subject.PROJECT: "The project",
    Subject.SITE: "Sites",
    Subject.PARTICIPANT: "People",
    Subject.CODE: "Codes",
    Subject.TRANSCRIPT: "Transcripts",
    Subject.PASSAGE: "Passages",
    Subject.CODING: "Codings",
}
_ABOUT = {
    Subject.PROJECT: "The whole project",
    Subject.SITE: "Site",
    Subject.PARTICIPANT: "Person",
    Subject.CODE: "Code",
    Subject.TRANSCRIPT: "Transcript",
    Subject.PASSAGE: "Passage in",
    Subject.CODING: "Coded",
}


def about_words(listed: ListedMemo) -> str:
    """What a memo is about, as a line."""
    subject = listed.subject
    if subject is Subject.PROJECT:
        return _ABOUT[subject]
    return " · ".join(part for part in (f"{_ABOUT[subject]} {listed.thing}", listed.place) if part)


def headline(listed: ListedMemo) -> str:
    """A memo in one line: its title, else how it begins."""
    return listed.memo.title or next((line.strip() for line in listed.memo.body.splitlines() if line.strip()), "")


def signed(listed: ListedMemo) -> str:
    """Its kind, who wrote it and when."""
    memo = listed.memo
    kind = KIND_NAMES[memo.kind] if memo.kind else ""
    changed = f"changed {day(memo.edited_at)}" if memo.edited_at and day(memo.edited_at) != day(memo.written_at) else ""
    return " · ".join(part for part in (kind, listed.coder, day(memo.written_at), changed) if part)


def spoken(listed: ListedMemo) -> str:
    """A memo as a screen reader says it."""
    return ". ".join(part for part in (headline(listed), about_words(listed), signed(listed)) if part)


def day(at: str) -> str:
    """The local day of a time: "3 March 2026"."""
    if not at:
        return ""
    when = datetime.fromisoformat(at).astimezone()
    return f"{when.day} {when:%B %Y}"
