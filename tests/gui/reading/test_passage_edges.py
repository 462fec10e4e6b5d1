"""Moving the edges of a passage."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualcoder_lite.domain.transcript import Span
from qualcoder_lite.gui.reading.document_map import DocumentMap
from qualcoder_lite.gui.reading.passage_edges import Edge, PassageEdges, Stride
from qualcoder_lite.service.coding.whole_characters import whole_characters
from tests.gui.reading.conftest import interview


@pytest.fixture
def page(elsie) -> DocumentMap:
    return DocumentMap(elsie.text, elsie.turns, elsie.speakers)


def edges(page: DocumentMap, words: str, edge: Edge) -> PassageEdges:
    start = page.text.index(words)
    return PassageEdges(page, Span(start, start + len(words)), edge)


def said(moved: PassageEdges, page: DocumentMap) -> str:
    return page.text[slice(*moved.passage)]


def test_the_start_goes_by_words_and_sentences(page):
    moved = edges(page, "If I ring, she answers.", Edge.START)
    assert moved.move(Stride.WORD, forward=True)
    assert said(moved, page) == "I ring, she answers."
    assert moved.move(Stride.SENTENCE, forward=False)
    assert said(moved, page) == "If I ring, she answers."
    assert moved.move(Stride.SENTENCE, forward=False)
    assert said(moved, page) == "Mrs. Hay, her name is. If I ring, she answers."
    assert moved.move(Stride.CHARACTER, forward=True)
    assert said(moved, page).startswith("rs. Hay")


def test_the_end_goes_by_words_characters_and_into_the_next_turn(page):
    moved = edges(page, "Mrs. Hay, her name is.", Edge.END)
    assert moved.move(Stride.WORD, forward=False)
    assert said(moved, page) == "Mrs. Hay, her name"
    assert moved.move(Stride.CHARACTER, forward=True)
    assert said(moved, page) == "Mrs. Hay, her name i"
    for _ in range(4):
        assert moved.move(Stride.SENTENCE, forward=True)
    assert said(moved, page).endswith("Moira: And the lunch club?")


def test_an_edge_never_rests_on_a_blank_or_in_a_label(page, elsie):
    moved = edges(page, "And the lunch club?", Edge.START)
    assert moved.move(Stride.CHARACTER, forward=False)
    assert said(moved, page).startswith(".\n\nMoira: And")
    assert moved.move(Stride.CHARACTER, forward=True)
    assert said(moved, page) == "And the lunch club?"


def test_an_edge_stops_before_the_other_one(page):
    moved = edges(page, "answers.", Edge.START)
    assert not moved.move(Stride.WORD, forward=True)
    assert not moved.point(page.text.index("lunch"))
    assert said(moved, page) == "answers."


def test_pointing_takes_the_word_or_just_that_character(page):
    moved = edges(page, "If I ring, she answers.", Edge.END)
    assert moved.point(page.text.index("ring") + 2)
    assert said(moved, page) == "If I ring,"
    assert moved.point(page.text.index("she answers") + 3)  # behind the word
    assert said(moved, page) == "If I ring, she"
    assert moved.point(page.text.index("ring") + 1, exactly=True)
    assert said(moved, page) == "If I ri"


AWKWARD = st.lists(st.text("ab. \n😀\u0301👩\u200d⚕🇬🇧?", max_size=16), min_size=1, max_size=4)
MOVES = st.lists(st.tuples(st.sampled_from(Edge), st.sampled_from(Stride), st.booleans()), max_size=25)


@given(AWKWARD, MOVES, st.integers(0, 60), st.booleans())
def test_wherever_an_edge_goes_there_are_whole_characters_between_blanks(turns, moves, place, exactly):
    talk = interview(tuple((n % 2, f"a{words}") for n, words in enumerate(turns)))
    page = DocumentMap(talk.text, talk.turns, talk.speakers)
    moved = PassageEdges(page, Span(page.units[0].start, page.units[0].end), Edge.START)
    for edge, stride, forward in moves:
        moved.edge = edge
        moved.move(stride, forward=forward)
    moved.point(min(place, len(talk.text)), exactly=exactly)
    start, end = moved.passage
    assert start < end
    assert talk.text[slice(*whole_characters(talk.text, start, start + 1))].strip()
    assert talk.text[end - 1 : end].strip()
    assert whole_characters(talk.text, start, end) == (start, end)
    shown = [unit for unit in page.units if unit.start <= start < unit.end or unit.start < end <= unit.end]
    assert shown
