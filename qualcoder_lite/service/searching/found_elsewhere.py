"""Words found outside of transcripts: in memos, in what codes mean, and in the summaries of the framework chart."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from qualcoder_lite.domain.chart.cells import as_one
from qualcoder_lite.domain.searching.matching import first_place, matcher
from qualcoder_lite.service.chart.grid import seen_summaries
from qualcoder_lite.service.chart.summaries import Chart, SummaryUse
from qualcoder_lite.service.memos.memos import Memos
from qualcoder_lite.service.searching.found_words import AROUND
from qualcoder_lite.storage.codebook import codebooks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qualcoder_lite.domain.codebook import Code
    from qualcoder_lite.domain.searching.search import Query
    from qualcoder_lite.service.coding.codings import Codings
    from qualcoder_lite.service.session import Session


class Kind(StrEnum):
    """What sort of thing words were found in."""

    CODE = "code"
    SUMMARY = "summary"
    MEMO = "memo"


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundElsewhere:
    """A thing in which words were found, once however often they stand in it.

    `id` is the memo's or the code's (for a summary its outcome's); `title` its name, empty where a memo has none;
    `where` says more of it.
    `text[start:end]` is the first place; `text` is all that was looked through. `use` leads to a summary's cell.
    """

    kind: Kind
    id: str
    title: str
    where: str
    text: str
    start: int = 0
    end: int = 0
    use: SummaryUse | None = None

    @property
    def before(self) -> str:
        """What stands before the first place, as far as it is told with it."""
        return self.text[max(self.start - AROUND, 0) : self.start]

    @property
    def match(self) -> str:
        """The words found."""
        return self.text[self.start : self.end]

    @property
    def after(self) -> str:
        """What stands after the first place, as far as it is told with it."""
        return self.text[self.end : self.end + AROUND]


def found_elsewhere(session: Session, codings: Codings, query: Query) -> list[FoundElsewhere]:
    """Codes, summaries and memos in which a query's words stand, whatever speakers and sites it is narrowed to.

    Raises UserError where nothing is looked for, or a pattern is wrong or takes too long.
    """
    everything = [*_codes(session), *_summaries(session), *_memos(session, codings)]
    match = matcher(query, sum(len(each.text) for each in everything))
    found: list[FoundElsewhere] = []
    for each in everything:
        place = first_place(match, each.text)
        if place is not None:
            found.append(replace(each, start=place.start, end=place.end))
    return found


def _codes(session: Session) -> Iterator[FoundElsewhere]:
    for book in codebooks.read(session.database):
        for code in book.codes:
            yield FoundElsewhere(kind=Kind.CODE, id=code.id, title=code.name, where=code.group, text=_meaning(code))


def _meaning(code: Code) -> str:
    said = (code.name, *code.aliases, code.question, code.definition, code.when_to_use, code.when_not_to_use)
    return "\n".join(part for part in (*said, code.example) if part)


def _summaries(session: Session) -> Iterator[FoundElsewhere]:
    chart, codes = Chart(session), session.directory.codes.by_id
    for (subject, code), written in seen_summaries(session).items():
        summary = as_one(written)
        if summary is None or code not in codes:
            continue
        about, outcome = chart.name_of(subject), codes[code].name
        use = SummaryUse(about=about, outcome=outcome, subject=subject, code=code)
        yield FoundElsewhere(kind=Kind.SUMMARY, id=code, title=about, where=outcome, text=summary.body, use=use)


def _memos(session: Session, codings: Codings) -> Iterator[FoundElsewhere]:
    for listed in Memos(session, codings).all():
        memo = listed.memo
        about = " · ".join(filter(None, (listed.thing, listed.place, listed.coder)))
        text = "\n".join(filter(None, (memo.title, memo.body)))
        yield FoundElsewhere(kind=Kind.MEMO, id=memo.id, title=memo.title, where=about, text=text)
