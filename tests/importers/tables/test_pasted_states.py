"""Blocks of cells as spreadsheets put them on the clipboard, and the words in them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualcoder_lite.domain.errors import TableError
from qualcoder_lite.domain.people import FeatureState
from qualcoder_lite.importers.tables.pasted_states import has_cross_and_tick, read_block, read_states, state_of


def test_lines_and_tabs_make_rows_and_columns():
    assert read_block("present\tabsent\r\npartial\t\r\n") == (("present", "absent"), ("partial", ""))


def test_blank_lines_at_the_end_are_no_rows_but_one_in_the_middle_is():
    assert read_block("yes\n\nno\n\n\n") == (("yes",), ("",), ("no",))


def test_a_cell_in_quotation_marks_may_hold_a_line_break():
    assert read_block('"North\nEast"\tno\n') == (("North\nEast", "no"),)


@pytest.mark.parametrize("text", ["", "\n\n", "\t\t\n"])
def test_nothing_to_paste_is_said(text):
    with pytest.raises(TableError, match="no cells to paste"):
        read_block(text)


def test_a_vast_cell_is_refused():
    with pytest.raises(TableError, match="Copy the cells again"):
        read_block("a" * 200_000)


@given(st.lists(st.lists(st.sampled_from(["present", "absent", "½", ""]), min_size=1, max_size=5), min_size=1))
def test_every_row_of_a_block_is_as_long_as_the_longest(rows):
    rows = [[*row[:-1], row[-1] or "no"] for row in rows]
    block = read_block("\n".join("\t".join(row) for row in rows))
    assert len(block) == len(rows)
    assert {len(row) for row in block} == {max(map(len, rows))}


@pytest.mark.parametrize(
    ("words", "state"),
    [
        (["present", "Yes", " y ", "✓", "✔️", "x", "X"], FeatureState.PRESENT),
        (["partial", "Partly", "½", "1/2", "half"], FeatureState.PARTIAL),
        (["absent", "NO", "n", "✗", "×"], FeatureState.ABSENT),
        (["unknown", "Not  known", "?"], FeatureState.UNKNOWN),
        (["", "maybe", "presently", "0"], None),
    ],
)
def test_words_and_marks_say_a_state(words, state):
    assert {state_of(word) for word in words} == {state}


def test_a_wrong_word_is_named_by_row_column_and_value():
    with pytest.raises(TableError) as caught:
        read_states([("yes", "no"), ("", "maybe")], ["Fenmarsh", "Hallowby"], first_row=1)
    assert str(caught.value).startswith("Row 2, column “Hallowby”, value “maybe”: this must be present")


def test_a_long_wrong_word_is_cut():
    with pytest.raises(TableError) as caught:
        read_states([("w" * 500,)], ["Fenmarsh"], first_row=1)
    assert len(str(caught.value)) < 250


def test_a_blank_cell_says_nothing():
    assert read_states([("", "?")], ["a", "b"], first_row=1) == [[None, FeatureState.UNKNOWN]]


def test_a_cross_beside_a_tick_may_mean_two_things():
    assert has_cross_and_tick((("x", "✓"),))
    assert not has_cross_and_tick((("x", ""),))
    assert not has_cross_and_tick((("✓", "✗"),))
