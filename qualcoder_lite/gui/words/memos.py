"""Memos in the words of the screen."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from qualcoder_lite.domain.days_in_words import day_in_words
from qualcoder_lite.domain.memo import MemoKind, Subject
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from qualcoder_lite.service.memos.listed import ListedMemo

#: The kinds to choose from, each with its words.
KINDS: tuple[tuple[MemoKind, str], ...] = (
    (MemoKind.NOTE, tr("A note")),
    (MemoKind.CASE, tr("Case: this person or site")),
    (MemoKind.CODE, tr("Code: what it means")),
    (MemoKind.THEME, tr("Theme: an idea that runs through")),
    (MemoKind.METHOD, tr("Method: how we work")),
    (MemoKind.REFLEXIVE, tr("Reflexive: my own part in it")),
)
KIND_NAMES = {kind: words.partition(":")[0] if kind else tr("Note") for kind, words in KINDS}

SUBJECTS: dict[Subject, str] = {
    Subject.PROJECT: tr("The project"),
    Subject.SITE: tr("Sites"),
    Subject.PARTICIPANT: tr("People"),
    Subject.CODE: tr("Codes"),
    Subject.TRANSCRIPT: tr("Transcripts"),
    Subject.PASSAGE: tr("Passages"),
    Subject.CODING: tr("Codings"),
}
_ABOUT = {
    Subject.PROJECT: tr("The whole project"),
    Subject.SITE: tr("Site"),
    Subject.PARTICIPANT: tr("Person"),
    Subject.CODE: tr("Code"),
    Subject.TRANSCRIPT: tr("Transcript"),
    Subject.PASSAGE: tr("Passage in"),
    Subject.CODING: tr("Coded"),
}


def about_words(listed: ListedMemo) -> str:
    """What a memo is about, as a line."""
    subject = listed.subject
    if subject is Subject.PROJECT:
        return _ABOUT[subject]
    return " · ".join(part for part in (f"{_ABOUT[subject]} {listed.thing}", listed.place) if part)


def headline(listed: ListedMemo) -> str:
    """A memo in one line: its title, else how it begins."""
    return listed.memo.title or _beginning(listed)


def line_in_list(listed: ListedMemo) -> str:
    """A memo among others: its title and how it begins, since every comment from Word has the same title."""
    return ": ".join(part for part in dict.fromkeys((listed.memo.title, _beginning(listed))) if part)


def _beginning(listed: ListedMemo) -> str:
    return next((line.strip() for line in listed.memo.body.splitlines() if line.strip()), "")


def signed(listed: ListedMemo) -> str:
    """Its kind, who wrote it and when."""
    memo = listed.memo
    kind = KIND_NAMES[memo.kind] if memo.kind else ""
    changed = (
        tr("changed {day}", day=day(memo.edited_at))
        if memo.edited_at and day(memo.edited_at) != day(memo.written_at)
        else ""
    )
    return " · ".join(part for part in (kind, listed.coder, day(memo.written_at), changed) if part)


def spoken(listed: ListedMemo) -> str:
    """A memo as a screen reader says it."""
    return ". ".join(part for part in (line_in_list(listed), about_words(listed), signed(listed)) if part)


def day(at: str) -> str:
    """The local day of a time: "3 March 2026"."""
    if not at:
        return ""
    return day_in_words(datetime.fromisoformat(at).astimezone())
