"""Moving the edges of a passage: what becomes of each of its codings, for all codings and edges there can be."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from qualcoder_lite.domain.coding import Coding
from qualcoder_lite.domain.recoding import moved
from qualcoder_lite.domain.transcript import Span

SPANS = st.tuples(st.integers(0, 12), st.integers(1, 8)).map(lambda pair: Span(pair[0], pair[0] + pair[1]))


@given(st.lists(st.tuples(SPANS, st.sampled_from(["Ailsa", "Ben"])), min_size=1, max_size=6), SPANS)
def test_codings_keep_within_the_new_edges_and_those_at_an_edge_go_with_it(
    spans: list[tuple[Span, str]], new: Span
) -> None:
    codings = [
        Coding(id=str(n), transcript="t", code="a", coder=coder, start=span.start, end=span.end)
        for n, (span, coder) in enumerate(spans)
    ]
    old = Span(min(coding.start for coding in codings), max(coding.end for coding in codings))
    kept, gone = moved(codings, old, new, "b")
    assert {coding.id for coding in kept} | set(gone) == {coding.id for coding in codings}
    assert len({(coding.coder, coding.start, coding.end) for coding in kept}) == len(kept)
    by_id = {coding.id: coding for coding in codings}
    for coding in kept:
        before = by_id[coding.id]
        assert coding.code == "b"
        assert new.start <= coding.start < coding.end <= new.end
        assert coding.start == (new.start if before.start == old.start else max(before.start, new.start))
        assert coding.end == (new.end if before.end == old.end else min(before.end, new.end))
