"""Several things in one sentence."""

from __future__ import annotations

import pytest

from qualcoder_lite.domain.series import series


@pytest.mark.parametrize(
    ("things", "words"), [([], ""), (["A"], "A"), (["A", "B"], "A and B"), (list("ABC"), "A, B and C")]
)
def test_things_are_listed_as_a_sentence_says_them(things, words):
    assert series(things) == words
