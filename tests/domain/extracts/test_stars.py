"""A star on a coding is seen on whatever passage of its code the coding reaches into."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from qualcoder_lite.domain.coding import Polarity
from qualcoder_lite.domain.extracts.stars import Star, Stars
from qualcoder_lite.domain.passage import Passage


def star(start: int, end: int, code: str = "safe", transcript: str = "elsie", by: str = "AB") -> Star:
    return Star(transcript, code, start, end, f"{code} {start}", "AB", by, settled=False)


def passage(start: int, end: int, code: str = "safe", transcript: str = "elsie") -> Passage:
    return Passage(transcript, code, start, end, Polarity.DELIVERED, ("one",), ("AB",))


SPANS = st.tuples(st.integers(0, 30), st.integers(1, 10)).map(lambda at: (at[0], at[0] + at[1]))


@given(st.lists(SPANS, max_size=5), SPANS)
def test_a_star_is_seen_where_its_coding_and_the_passage_have_a_character_in_common(starred, place):
    inside = set(range(*place))
    reaching = [star(*span) for span in starred if inside & set(range(*span))]
    stars = Stars(star(*span) for span in starred)
    assert stars.reaching(passage(*place)) == reaching
    assert (passage(*place) in stars) == bool(reaching)


def test_another_code_and_another_transcript_are_not_starred():
    stars = Stars([star(10, 20)])
    assert passage(10, 20) in stars
    assert passage(10, 20, code="choice") not in stars
    assert passage(10, 20, transcript="winifred") not in stars


def test_who_gave_them_is_told_once_each_in_order():
    stars = Stars([star(10, 20, by="DO"), star(12, 14, by="AB"), star(18, 30, by="DO"), star(40, 50, by="RB")])
    assert stars.givers(passage(15, 19)) == ("DO",)
    assert stars.givers(passage(11, 19)) == ("DO", "AB")
    assert stars.givers(passage(0, 10)) == ()


def test_a_project_may_have_no_star_at_all():
    assert not Stars()
    assert Stars([star(10, 20)])
