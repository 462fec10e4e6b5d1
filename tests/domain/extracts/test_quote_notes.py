"""Which other codes share words with a quote, and how many quotes of one person stand under one code."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from qualcoder_lite.domain.coding import Polarity
from qualcoder_lite.domain.extracts.extract import Extract
from qualcoder_lite.domain.extracts.quote_notes import codes_beside
from qualcoder_lite.domain.extracts.voices import at_most_of_each
from qualcoder_lite.domain.passage import Passage

SPANS = st.lists(
    st.tuples(st.sampled_from("AB"), st.sampled_from("xyz"), st.integers(0, 40), st.integers(1, 20)), max_size=25
)


def stretch(transcript: str, code: str, start: int, length: int) -> tuple[str, str, int, int, str]:
    return transcript, code, start, start + length, "mixed"


def an_extract(number: int, transcript: str, code: str, start: int, end: int) -> Extract:
    return Extract(
        id=str(number),
        codings=(str(number),),
        transcript=transcript,
        title="",
        start=start,
        end=end,
        text="",
        code=code,
        group="",
        coders=(),
    )


@given(SPANS)
def test_the_codes_beside_a_quote_are_those_that_overlap_it(spans):
    passages = sorted(stretch(*span) for span in spans)
    extracts = [an_extract(n, t, c, s, e) for n, (t, c, s, e, _) in enumerate(passages)]
    found = codes_beside(extracts, passages)
    for extract in extracts:
        slowly = {
            code
            for transcript, code, start, end, _ in passages
            if transcript == extract.transcript and start < extract.end and extract.start < end
        }
        assert set(found[extract.id]) == slowly
        assert len(found[extract.id]) == len(slowly)


@given(SPANS, st.integers(1, 3))
def test_nobody_stands_under_a_code_more_often_than_the_limit_and_everybody_stands_once(spans, limit):
    passages = [
        Passage(transcript, code, start, start + length, Polarity.MIXED, (str(n),), ("coder",))
        for n, (transcript, code, start, length) in enumerate(spans)
    ]
    kept = at_most_of_each(passages, limit, lambda passage: passage.transcript, frozenset())
    assert kept == [passage for passage in passages if passage in kept]
    for person, code in {(passage.transcript, passage.code) for passage in passages}:
        of_both = [p for p in passages if (p.transcript, p.code) == (person, code)]
        assert len([p for p in kept if p in of_both]) == min(limit, len(of_both))


def test_of_one_persons_quotes_those_stay_that_show_another_side():
    def passage(number: int, polarity: Polarity) -> Passage:
        return Passage("A", "x", 100 * number, 100 * number + 90, polarity, (str(number),), ("coder",))

    delivered, again, not_delivered = (
        passage(1, Polarity.DELIVERED),
        passage(2, Polarity.DELIVERED),
        passage(3, Polarity.NOT_DELIVERED),
    )
    assert at_most_of_each([delivered, again, not_delivered], 2, lambda p: p.transcript, frozenset()) == [
        delivered,
        not_delivered,
    ]
