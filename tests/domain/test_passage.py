from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from qualcoder_lite.domain.coding import Polarity
from qualcoder_lite.domain.passage import CodedSpan, Passage, settle, stretches, united, united_polarity
from tests.domain.slow_counting import Inputs, counted, passages, polarity_of, positions_of
from tests.domain.studies import FEATURES, OUTCOMES, POLARITIES, inputs


def span(start: int, end: int, polarity: str = "not_stated", **changes: str) -> CodedSpan:
    given = {"transcript": "t1", "code": "Feeling safe", "coding": f"{start}-{end}", "coder": "AB"} | changes
    return CodedSpan(given["transcript"], given["code"], start, end, polarity, given["coding"], given["coder"])


def places(found: list[Passage]) -> list[tuple[int, int]]:
    return [(passage.start, passage.end) for passage in found]


def test_two_coders_on_the_same_words_make_one_passage() -> None:
    rows = [span(3, 9, coding="b", coder="CD"), span(3, 9, coding="a", coder="AB")]
    assert united(rows) == [Passage("t1", "Feeling safe", 3, 9, Polarity.NOT_STATED, ("a", "b"), ("AB", "CD"))]


def test_overlapping_codings_of_one_coder_make_one_passage() -> None:
    assert united([span(0, 5), span(4, 9)]) == [
        Passage("t1", "Feeling safe", 0, 9, Polarity.NOT_STATED, ("0-5", "4-9"), ("AB",))
    ]


def test_stretches_that_only_touch_stay_two() -> None:
    assert places(united([span(0, 5), span(5, 9)])) == [(0, 5), (5, 9)]


def test_stretches_that_touch_are_one_passage_where_a_third_lies_across_them() -> None:
    assert places(united([span(0, 5), span(3, 7), span(5, 9)])) == [(0, 9)]


def test_a_short_coding_within_a_long_one_does_not_end_the_passage() -> None:
    assert places(united([span(0, 20), span(2, 4), span(15, 18), span(19, 25)])) == [(0, 25)]


def test_passages_of_different_codes_or_transcripts_stay_apart() -> None:
    rows = [span(0, 9), span(0, 9, code="Choice"), span(0, 9, transcript="t2")]
    assert len(united(sorted(rows))) == 3


def test_a_passage_has_the_polarity_that_its_codings_agree_on_not_stated_aside() -> None:
    assert united([span(0, 5, "delivered"), span(2, 8), span(4, 9, "delivered")])[0].polarity == "delivered"


def test_a_passage_is_mixed_where_its_codings_differ() -> None:
    assert united([span(0, 5, "delivered"), span(2, 8, "not_delivered")])[0].polarity == "mixed"
    assert united([span(0, 5, "mixed"), span(2, 8, "delivered")])[0].polarity == "mixed"


def test_a_passage_is_not_stated_where_no_coding_says() -> None:
    assert united_polarity(["not_stated", "not_stated"]) == "not_stated"
    assert united_polarity([]) == "not_stated"


def test_nothing_coded_is_no_passage() -> None:
    assert united([]) == []
    assert stretches([]) == []


@given(st.lists(st.sampled_from(POLARITIES)), st.lists(st.sampled_from(POLARITIES)))
def test_polarities_can_be_joined_in_any_order_and_by_parts(some: list[str], more: list[str]) -> None:
    by_parts = united_polarity([united_polarity(some), united_polarity(more)])
    assert by_parts == united_polarity([*more, *some])


def test_rows_that_are_only_counted_may_end_at_their_polarity() -> None:
    assert stretches([("t1", "Choice", 0, 4, "mixed"), ("t1", "Choice", 2, 6, "mixed")]) == [
        ("t1", "Choice", 0, 6, "mixed")
    ]


def test_inside_a_decision_the_settled_coding_counts_and_the_coders_own_do_not() -> None:
    rows = [span(0, 10, "delivered", coding="a"), span(2, 8, "not_delivered", coding="b", coder="CD")]
    settled = span(0, 10, "mixed", coding="agreed")
    assert settle(rows, [("t1", "Feeling safe", 0, 10)], [settled]) == [settled]


def test_a_decision_without_a_settled_coding_says_that_the_code_does_not_belong_there() -> None:
    assert settle([span(2, 8)], [("t1", "Feeling safe", 0, 10)], []) == []


def test_a_coding_that_reaches_out_of_a_decision_counts_for_what_lies_outside() -> None:
    rows = [span(0, 20, "delivered", coding="a")]
    kept = settle(rows, [("t1", "Feeling safe", 5, 10)], [span(5, 10, coding="agreed")])
    assert [(row[2], row[3], row[5]) for row in kept] == [(0, 5, "a"), (5, 10, "agreed"), (10, 20, "a")]


def test_a_decision_leaves_other_codes_other_transcripts_and_what_it_only_touches_alone() -> None:
    rows = sorted([span(0, 5), span(10, 15), span(5, 10, code="Choice"), span(5, 10, transcript="t2")])
    assert settle(rows, [("t1", "Feeling safe", 5, 10)], []) == rows


def test_a_settled_coding_counts_where_no_coder_in_scope_coded() -> None:
    settled = span(5, 10, transcript="t0", coding="agreed")
    rows = [span(0, 5)]
    assert settle(rows, [("t0", "Feeling safe", 5, 10)], [settled]) == [settled, *rows]


def test_what_several_decisions_cover_together_is_left_out_once() -> None:
    decisions = [("t1", "Feeling safe", 8, 12), ("t1", "Feeling safe", 2, 6), ("t1", "Feeling safe", 4, 9)]
    assert places(united(settle([span(0, 20)], decisions, []))) == [(0, 2), (12, 20)]


@settings(max_examples=40)
@given(inputs())
def test_passages_are_the_maximal_sets_of_positions_that_hang_together(given: Inputs) -> None:
    scope = {one.transcript for one in given.transcripts}
    rows = settle(given.rows, given.decisions, given.settled)
    slowly = {
        (
            made[0].transcript,
            code,
            min(positions_of(made)),
            max(positions_of(made)) + 1,
            polarity_of(made),
            tuple(sorted({piece.coding for piece in made})),
        )
        for code in OUTCOMES + FEATURES
        for made in passages(counted(given), code)
    }
    known = OUTCOMES + FEATURES
    quickly = [passage[:6] for passage in united(rows) if passage.transcript in scope and passage.code in known]
    assert len(quickly) == len(slowly)
    assert set(quickly) == slowly


@settings(max_examples=40)
@given(inputs())
def test_the_lean_passages_are_the_same(given: Inputs) -> None:
    rows = settle(given.rows, given.decisions, given.settled)
    assert stretches(rows) == [tuple(passage[:5]) for passage in united(rows)]


@settings(max_examples=40)
@given(inputs())
def test_settling_keeps_the_order_of_rows(given: Inputs) -> None:
    rows = settle(given.rows, given.decisions, given.settled)
    assert rows == sorted(rows)
