"""The framework chart: people, sites or client groups by outcomes, with a summary in the analyst's words in each cell.

A summary refers to its quotes by number: “[1]” is the first of them. Copies of a project may each have written one
cell; what both wrote is then shown, and kept, as one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    _Sayings = Sequence[Callable[[int], str]]

_MARK = re.compile(r"\[(\d{1,3})\]")


class SubjectKind(StrEnum):
    """What a row of the chart is about. A transcript that names no participant stands for a person."""

    PARTICIPANT = "participant"
    TRANSCRIPT = "transcript"
    SITE = "site"
    CLIENT_GROUP = "client-group"


class Level(StrEnum):
    """What the rows of a chart are: people, or what they are rolled up to."""

    PEOPLE = "people"
    SITES = "sites"
    CLIENT_GROUPS = "client-groups"


class Subject(NamedTuple):
    """Whom or what a row is about: an id, or a client group's name."""

    kind: SubjectKind
    key: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """What an analyst wrote into a cell.

    Attributes:
        id: Its id.
        code: The outcome (an id).
        subject: Whom it is about.
        body: The words; “[1]” refers to the first quote.
        quotes: The codings (ids) it refers to.
        basis: What it was written on, an id with what was true of it then: codings, or the summaries rolled up.
        coder: Who wrote it last (an id); None where that person is gone.
        written_at: When, an ISO time in UTC.
    """

    id: str
    code: str
    subject: Subject
    body: str
    quotes: tuple[str, ...]
    basis: Mapping[str, str]
    coder: str | None
    written_at: str


class Since(NamedTuple):
    """What came, went and changed below a summary since it was written; false where nothing did."""

    new: int = 0
    gone: int = 0
    changed: int = 0

    def __bool__(self) -> bool:
        """Whether the summary is older than what it is about."""
        return any(self)

    def in_words(self, *, summaries: bool = False) -> str:
        """What happened: "2 new codings, 1 gone"; empty where nothing did. `summaries` says that they are below it."""
        happened = [(which, number) for which, number in enumerate(self) if number]
        of_what = [_SUMMARIES if summaries else _CODINGS, _OTHERS, _OTHERS]
        return ", ".join(say[which](number) for say, (which, number) in zip(of_what, happened, strict=False))


# What came, went and changed, in the order of `Since`; what it is stands with the first of them.
_CODINGS: _Sayings = (
    lambda n: tr("{n} new coding", "{n} new codings", n=n),
    lambda n: tr("{n} gone coding", "{n} gone codings", n=n),
    lambda n: tr("{n} changed coding", "{n} changed codings", n=n),
)
_SUMMARIES: _Sayings = (
    lambda n: tr("{n} new summary", "{n} new summaries", n=n),
    lambda n: tr("{n} gone summary", "{n} gone summaries", n=n),
    lambda n: tr("{n} changed summary", "{n} changed summaries", n=n),
)
_OTHERS: _Sayings = (
    lambda n: tr("{n} new", "{n} new", n=n),
    lambda n: tr("{n} gone", "{n} gone", n=n),
    lambda n: tr("{n} changed", "{n} changed", n=n),
)


def since(basis: Mapping[str, str], now: Mapping[str, str]) -> Since:
    """What is otherwise now than it was when a summary was written."""
    return Since(
        new=sum(id_ not in basis for id_ in now),
        gone=sum(id_ not in now for id_ in basis),
        changed=sum(id_ in now and now[id_] != was for id_, was in basis.items()),
    )


def marks(body: str, quotes: int) -> list[int]:
    """The numbers of the quotes that a summary refers to, in order, each once; other numbers in brackets are words."""
    return list(dict.fromkeys(n for n in (int(found[1]) for found in _MARK.finditer(body)) if 0 < n <= quotes))


def mark_at(body: str, position: int, quotes: int) -> int:
    """The number of the quote that the words at a position lead to; 0 where the summary refers to none.

    A reference stands behind the words that it is for, so that is the next one; behind the last, the last.
    """
    known = [(found.end(), int(found[1])) for found in _MARK.finditer(body) if 0 < int(found[1]) <= quotes]
    following = [number for end, number in known if end >= position]
    return following[0] if following else known[-1][1] if known else 0


def tidied(body: str, quotes: Sequence[str]) -> tuple[str, tuple[str, ...]]:
    """A summary with its quotes numbered in the order in which it refers to them, and no other quotes."""
    used = marks(body, len(quotes))
    number = {old: new for new, old in enumerate(used, 1)}

    def renumbered(found: re.Match[str]) -> str:
        old = int(found[1])
        return f"[{number[old]}]" if old in number else found[0]

    return _MARK.sub(renumbered, body), tuple(quotes[old - 1] for old in used)


def as_one(summaries: Sequence[Summary]) -> Summary | None:
    """What several people wrote into one cell as one summary, the oldest first; None where nobody wrote.

    Its id and its basis are the oldest one's, so that it counts as older than the coding until somebody has read it.
    """
    if not summaries:
        return None
    first, *others = sorted(summaries, key=lambda each: (each.written_at, each.id))
    body, quotes = first.body, list(first.quotes)
    for other in others:
        body += "\n\n" + _shifted(other.body, len(quotes), len(other.quotes))
        quotes += other.quotes
    last = others[-1] if others else first
    return Summary(
        id=first.id,
        code=first.code,
        subject=first.subject,
        body=body,
        quotes=tuple(quotes),
        basis=first.basis,
        coder=last.coder,
        written_at=last.written_at,
    )


def _shifted(body: str, by: int, quotes: int) -> str:
    return _MARK.sub(lambda found: f"[{int(found[1]) + by}]" if 0 < int(found[1]) <= quotes else found[0], body)
