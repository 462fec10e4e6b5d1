"""Contrast of what the reading view paints: 4.5:1 for words, 3:1 for stripes."""

from __future__ import annotations

import pytest

from qualcoder_lite.gui.reading.palette import ReadingPalette, reading_palette
from qualcoder_lite.gui.theme import tokens
from qualcoder_lite.gui.theme.contrast import GRAPHIC, TEXT, ratio

PALETTES = [("light", reading_palette(tint=tint)) for tint in tokens.PAGE_TINTS]
PALETTES.append(("dark", reading_palette(dark=True)))


@pytest.fixture(params=PALETTES, ids=lambda pair: f"{pair[0]}-{pair[1].page.name()}")
def palette(request: pytest.FixtureRequest) -> ReadingPalette:
    return request.param[1]


def contrast(one, other) -> float:
    return ratio(one.name(), other.name())


def test_words_can_be_read_on_every_fill(palette):
    for name, group in palette.groups.items():
        assert [contrast(palette.text, fill) >= TEXT for fill in group.fills] == [True] * 3, name
        assert contrast(palette.muted, group.fill) >= TEXT, name


def test_words_can_be_read_on_page_card_passage_and_selection(palette):
    for ground in (palette.page, palette.turn, palette.selection, palette.passage, palette.found):
        assert contrast(palette.text, ground) >= TEXT
        assert contrast(palette.muted, ground) >= TEXT
        assert contrast(palette.aside, ground) >= TEXT


def test_edges_show_where_one_is(palette):
    for ground in (palette.page, palette.turn, palette.found):
        assert contrast(palette.text, ground) >= GRAPHIC  # brackets, and the edge of the place that was found
    assert contrast(palette.muted, palette.found) >= GRAPHIC  # the edge of the other places
    assert contrast(palette.bracket, palette.focus) >= GRAPHIC
    for ground in (palette.page, palette.turn):
        assert max(contrast(palette.focus, ground), contrast(palette.focus_line, ground)) >= GRAPHIC


def test_stripes_and_caps_show_on_the_page_and_names_can_be_read(palette):
    for name, group in palette.groups.items():
        assert contrast(group.stripe, palette.page) >= GRAPHIC, name
        assert contrast(group.stripe, palette.turn) >= GRAPHIC, name
        assert contrast(group.ink, palette.page) >= TEXT, name
        assert contrast(palette.on_stripe, group.stripe) >= TEXT, name


def test_fills_deepen_step_by_step(palette):
    for group in palette.groups.values():
        steps = [contrast(palette.text, fill) for fill in group.fills]
        assert steps == sorted(steps, reverse=True)


def test_a_group_without_colours_of_its_own_gets_some(palette):
    assert palette.group("nobody's") is palette.other
