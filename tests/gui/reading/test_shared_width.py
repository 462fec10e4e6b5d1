"""How text and margin share the width of the page."""

from __future__ import annotations

from dataclasses import replace

import pytest

from qualcoder_lite.gui.reading.margin import Labels
from qualcoder_lite.gui.reading.reading_style import ReadingStyle
from qualcoder_lite.gui.reading.shared_width import labels_for, width_of_text

STYLE = ReadingStyle()


@pytest.mark.parametrize(("room", "labels"), [(1_000, Labels.FULL), (600, Labels.LETTERS), (400, Labels.NONE)])
def test_the_less_room_there_is_the_less_is_said_beside_the_text(room, labels):
    assert labels_for(room, STYLE) is labels


def test_names_need_more_room_the_larger_the_words_are():
    assert labels_for(1_000, replace(STYLE, scale=2.0)) is Labels.LETTERS


def test_who_likes_a_plain_page_gets_no_names():
    assert labels_for(1_000, replace(STYLE, plain=True)) is Labels.LETTERS


def test_the_column_is_never_wider_than_what_is_beside_it_leaves(theme):
    assert width_of_text(700, replace(STYLE, column=300), beside=200) == 500


def test_a_column_of_its_own_width_leaves_the_rest_to_the_margin(theme):
    narrow = width_of_text(2_000, replace(STYLE, column=40), beside=200)
    assert narrow < width_of_text(2_000, STYLE, beside=200) < 1_800


def test_without_a_column_the_text_takes_all_that_is_left(theme):
    assert width_of_text(2_000, replace(STYLE, column=0), beside=200) == 1_800
