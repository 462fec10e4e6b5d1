"""Memos: what somebody thought while working, signed and dated, about one thing of the study."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class MemoKind(StrEnum):
    """What sort of thinking a memo holds. `NOTE` is one of which nobody said."""

    NOTE = ""
    CASE = "case"
    CODE = "code"
    THEME = "theme"
    METHOD = "method"
    REFLEXIVE = "reflexive"


class Subject(StrEnum):
    """What a memo can be about."""

    PROJECT = "project"
    TRANSCRIPT = "transcript"
    PASSAGE = "passage"
    CODING = "coding"
    CODE = "code"
    SITE = "site"
    PARTICIPANT = "participant"


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What a memo is about: all empty for the project, else ids; a passage is a stretch of its transcript.

    `start` and `end` are code points, end exclusive; `coding` is the coding that it is about, which is at that passage.
    A code beside a participant, a site or a transcript says what of them the memo is about: how it was with that
    outcome for them. So does a feature of the register beside a site: the memo is evidence for what is recorded there.
    """

    transcript: str = ""
    start: int = 0
    end: int = 0
    coding: str = ""
    code: str = ""
    site: str = ""
    participant: str = ""
    feature: str = ""

    @property
    def subject(self) -> Subject:
        """Which sort of thing that is."""
        if self.coding:
            return Subject.CODING
        if self.transcript:
            return Subject.PASSAGE if self.end > self.start else Subject.TRANSCRIPT
        if self.site:
            return Subject.SITE
        if self.participant:
            return Subject.PARTICIPANT
        return Subject.CODE if self.code else Subject.PROJECT


@dataclass(frozen=True, slots=True, kw_only=True)
class Memo:
    """A memo. `coder` is the id of whoever wrote it, None if nobody said; times are ISO in UTC, "" if not known.

    A coding's short memo is one too: its id is the coding's, it has neither kind nor title. Others may be about a
    coding as well, such as comments that were written in Word.
    """

    id: str
    body: str
    kind: MemoKind = MemoKind.NOTE
    title: str = ""
    coder: str | None = None
    written_at: str = ""
    edited_at: str = ""
    about: About = field(default_factory=About)
