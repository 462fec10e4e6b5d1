"""The widths of a table's columns: none cuts a word in two where another has room to spare."""

from __future__ import annotations

from qualcoder_lite.exporters.word.body import Cell
from qualcoder_lite.exporters.word.columns import roomy

# What the word needs, with the cell's edges, in 9 points of the font that stands in for a missing one.
RESPONDENT = 1211 + 170


def row(*texts: str) -> list[Cell]:
    return [Cell([("TableHeading", text)]) for text in texts]


def test_a_word_that_would_be_cut_gets_room_from_a_column_that_has_some():
    widths = roomy([900, 5000], [row("Respondent", "Site")])
    assert widths[0] >= RESPONDENT
    assert sum(widths) == 5900


def test_widths_that_hold_their_words_stay_as_they_were():
    assert roomy([1600, 1600], [row("Respondent", "Client group"), row("service user", "Older people")]) == [1600, 1600]


def test_a_word_longer_than_all_others_leaves_them_room():
    widths = roomy([2000, 2000], [row("https://example.org/" + "a" * 200, "Respondent")])
    assert widths[1] >= RESPONDENT
    assert sum(widths) == 4000


def test_where_no_column_has_room_to_spare_all_stay():
    assert roomy([600, 600], [row("Respondent", "Respondent")]) == [600, 600]


def test_a_cell_over_several_columns_asks_nothing_of_them():
    rows = [[Cell([("TableGroup", "Features of partnership")], span=2)], row("No.", "Site")]
    assert roomy([800, 1200], rows) == [800, 1200]


def test_in_large_print_words_need_more_room():
    assert roomy([1600, 5000], [row("Respondent", "Site")], 16)[0] >= RESPONDENT * 16 / 9 - 170
