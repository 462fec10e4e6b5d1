"""Memos as they are listed: which are wanted, and each with its names and the words it is about."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from qualcoder_lite.domain.memo import Memo, MemoKind, Subject


@dataclass(frozen=True, slots=True, kw_only=True)
class MemoFilter:
    """Which memos to list; empty means any. `coders` are names, `about` holds a thing's id, `words` must all occur."""

    kinds: tuple[MemoKind, ...] = ()
    coders: tuple[str, ...] = ()
    subjects: tuple[Subject, ...] = ()
    about: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedMemo:
    """A memo with its names: who wrote it, the thing it is about, where that is.

    `thing` is a title or a name; `place` says more of it, such as a transcript's site. `is_coding` marks the short
    memo on a coding, of which `thing` is the code and `place` the transcript.
    """

    memo: Memo
    coder: str
    thing: str
    place: str = ""

    @property
    def subject(self) -> Subject:
        """What sort of thing it is about."""
        return self.memo.about.subject

    @property
    def is_coding(self) -> bool:
        """Whether it is the short memo on a coding."""
        return self.memo.id == self.memo.about.coding


@dataclass(frozen=True, slots=True, kw_only=True)
class Quoted:
    """The words that a memo is about, and whether the person agreed to their being handed out."""

    words: str
    may_quote: bool
