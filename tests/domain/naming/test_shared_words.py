"""Somebody's words in what others wrote."""

from __future__ import annotations

from qualcoder_lite.domain.naming.shared_words import SharedKind, WordsOf, without

SAID = "They come when I ring, and Zsuzsanna brings the shopping on Fridays."


def known(**more: object) -> WordsOf:
    words = WordsOf(ordinary=frozenset({"shopping", "brings", "ring", "fridays"}), **more)  # type: ignore[arg-type]
    words.learn(SAID)
    words.unlearn("I do the shopping. They come when it rains.")
    return words


def found(text: str, words: WordsOf | None = None, *, single: bool = True) -> list[str]:
    return [text[start:end] for start, end, _ in (words or known()).found_in(text, single=single)]


def test_a_run_of_four_words_is_a_quotation_whatever_its_case_and_commas() -> None:
    assert found("She says: “THEY COME, when I ring”, meaning it") == ["THEY COME, when I ring"]


def test_what_others_say_too_is_not_theirs() -> None:
    assert found("They come when it rains") == []


def test_a_word_that_only_they_used_counts_alone_unless_it_is_ordinary() -> None:
    assert found("Ask Zsuzsanna for the shopping on Fridays") == ["Zsuzsanna", "the shopping on Fridays"]
    assert found("Zsuzsanna's day", single=False) == []
    assert found("It is about shopping") == []


def test_a_pseudonym_counts_as_whole_words_and_unless_told_otherwise() -> None:
    words = known(names=["P 07"])
    assert found("as p 07 said, not P 071", words) == ["p 07"]


def test_neighbouring_stretches_are_one_and_can_be_taken_out() -> None:
    text = "Zsuzsanna brings the shopping: a good example"
    shared = known().found_in(text)
    assert [one.kind for one in shared] == [SharedKind.RUN]
    assert without(text, shared) == "[withdrawn]: a good example"
