"""Passages kept as columns: the same passages, however they are asked for."""

from __future__ import annotations

import pytest

from qualcoder_lite.domain.coding import Polarity
from qualcoder_lite.domain.passage import Passage
from qualcoder_lite.domain.passages import Passages

PASSAGES = [
    Passage("t1", "c1", 0, 7, Polarity.DELIVERED, ("k1",), ("ada",)),
    Passage("t1", "c2", 3, 2_000_000, Polarity.MIXED, ("k2", "k3"), ("ada", "bo")),
    Passage("t2", "c1", 5, 6, Polarity.NOT_STATED, ("k4",), ("ada",)),
]


@pytest.fixture
def kept() -> Passages:
    return Passages(PASSAGES)


def test_they_come_one_after_the_other_as_they_were(kept):
    assert list(kept) == PASSAGES
    assert len(kept) == 3


def test_each_is_there_by_its_number_from_either_end(kept):
    assert [kept[n] for n in range(3)] == PASSAGES
    assert [kept[n] for n in range(-3, 0)] == PASSAGES


def test_some_are_there_as_a_slice(kept):
    assert kept[1:] == PASSAGES[1:]
    assert kept[::-1] == PASSAGES[::-1]


def test_there_is_none_beyond_the_last(kept):
    with pytest.raises(IndexError):
        kept[3]


def test_their_lengths_are_known_without_them(kept):
    assert list(kept.lengths) == [7, 1_999_997, 1]


def test_there_may_be_none():
    assert not Passages(())
    assert list(Passages(())) == []
