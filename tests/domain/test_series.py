"""Several things in one sentence, in whatever language is spoken."""

from __future__ import annotations

import pytest

from qualcoder_lite.domain.series import series
from qualcoder_lite.translation import speak


@pytest.mark.parametrize(
    ("parts", "said"),
    [([], ""), (["A"], "A"), (["A", "B"], "A and B"), (["A", "B", "C"], "A, B and C")],
)
def test_things_are_told_as_a_sentence_tells_them(parts: list[str], said: str) -> None:
    assert series(parts) == said


def test_a_language_joins_the_last_in_its_own_way() -> None:
    speak(lambda words, _several, _n: words.replace("and", "i"), "pl")
    try:
        assert series(["A", "B", "C"]) == "A, B i C"
    finally:
        speak(None)
