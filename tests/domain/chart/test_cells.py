"""Summaries: their numbered quotes, what several people wrote as one, and which are older than what they are about."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from qualcoder_lite.domain.chart.cells import (
    Since,
    Subject,
    SubjectKind,
    Summary,
    as_one,
    mark_at,
    marks,
    since,
    tidied,
)


def summary(body: str, *quotes: str, at: str = "2026-01-01", basis: dict[str, str] | None = None) -> Summary:
    return Summary(
        id=at,
        code="safe",
        subject=Subject(SubjectKind.PARTICIPANT, "elsie"),
        body=body,
        quotes=quotes,
        basis=basis or {},
        coder=at,
        written_at=at,
    )


BODIES = st.lists(st.one_of(st.sampled_from("ab. "), st.integers(0, 6).map("[{}]".format)), max_size=12).map("".join)
QUOTES = st.lists(st.sampled_from("pqrstu"), unique=True, max_size=5)


def referred(body: str, quotes: tuple[str, ...] | list[str]) -> list[str]:
    """What a reader sees a summary refer to, in order."""
    numbers = [int(found) for found in re.findall(r"\[(\d)\]", body)]
    return [quotes[n - 1] for n in numbers if 0 < n <= len(quotes)]


@given(BODIES, QUOTES)
def test_numbering_anew_changes_no_quote_that_is_referred_to(body, quotes):
    tidy, kept = tidied(body, quotes)
    seen = referred(body, quotes)
    assert set(kept) == set(seen)
    assert marks(tidy, len(kept))[: len(kept)] == list(range(1, len(kept) + 1))
    stray = [n for n in map(int, re.findall(r"\[(\d)\]", body)) if not 0 < n <= len(quotes)]
    if not stray:
        assert referred(tidy, kept) == seen


@given(st.lists(st.tuples(BODIES, QUOTES), min_size=1, max_size=3))
def test_what_several_wrote_as_one_refers_to_the_same_quotes(written):
    several = [summary(body, *quotes, at=f"2026-01-0{n}") for n, (body, quotes) in enumerate(written, 1)]
    one = as_one(list(reversed(several)))
    assert one is not None
    assert one.coder == several[-1].coder
    if all(0 < int(n) <= len(quotes) for body, quotes in written for n in re.findall(r"\[(\d)\]", body)):
        assert referred(one.body, one.quotes) == [each for body, quotes in written for each in referred(body, quotes)]


def test_nobody_wrote_nothing():
    assert as_one([]) is None


def test_a_summary_is_older_than_what_came_went_or_changed_since():
    assert since({"a": "1", "b": "2", "c": "3"}, {"b": "2", "c": "4", "d": "5"}) == Since(new=1, gone=1, changed=1)
    assert not since({"a": "1"}, {"a": "1"})
    assert Since(new=2, gone=1).in_words() == "2 new codings, 1 gone"
    assert Since(changed=1).in_words(summaries=True) == "1 changed summary"
    assert Since().in_words() == ""


def test_a_sentence_leads_to_the_reference_behind_it():
    body = "Warm and dry [2]. Not at night [1]. Nor [9] on Sundays."
    assert [mark_at(body, position, 2) for position in (0, 14, body.index("Not"), len(body))] == [2, 2, 1, 1]
    assert mark_at("No reference [3].", 0, 2) == 0
