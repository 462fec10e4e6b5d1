"""Which transcript somebody goes on with."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from qualcoder_lite.domain.going_on import Waiting, next_to_code

FLAGS = st.tuples(st.booleans(), st.booleans(), st.booleans())


def test_a_round_comes_before_what_was_begun_and_both_before_the_rest():
    fresh, begun = Waiting(transcript="fresh"), Waiting(transcript="begun", begun=True)
    in_round = Waiting(transcript="in round", in_round=True)
    assert next_to_code([fresh, begun, in_round]) == "in round"
    assert next_to_code([fresh, begun]) == "begun"
    assert next_to_code([fresh, replace(fresh, transcript="later")]) == "fresh"
    assert next_to_code([]) == ""


@given(st.lists(FLAGS, min_size=1, max_size=8))
def test_what_was_put_off_waits_until_nothing_else_is_left(flags):
    waiting = [
        Waiting(transcript=str(n), begun=begun, put_off=put_off, in_round=in_round)
        for n, (begun, put_off, in_round) in enumerate(flags)
    ]
    following = waiting[int(next_to_code(waiting))]
    assert following.put_off == all(each.put_off for each in waiting)
    as_willing = [each for each in waiting if each.put_off == following.put_off]
    assert following.in_round == any(each.in_round for each in as_willing)
    assert following.begun == any(each.begun for each in as_willing if each.in_round == following.in_round)
