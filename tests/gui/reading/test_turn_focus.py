"""The focus, and the passage within it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualcoder_lite.gui.reading.document_map import DocumentMap
from qualcoder_lite.gui.reading.turn_focus import TurnFocus


@pytest.fixture
def page(elsie) -> DocumentMap:
    return DocumentMap(elsie.text, elsie.turns, elsie.speakers)


@pytest.fixture
def focus(page) -> TurnFocus:
    return TurnFocus(page)


def said(page: DocumentMap, focus: TurnFocus) -> str:
    return page.text[focus.passage.start : focus.passage.end]


def test_it_begins_on_the_first_turn_without_its_label(page, focus):
    assert focus.turn_number == 1
    assert said(page, focus) == "How are things with the new worker?"
    assert focus.is_whole


def test_it_moves_by_turns_and_stays_at_either_end(focus):
    assert focus.move(1)
    assert focus.turn_number == 2
    assert focus.move(99)
    assert focus.turn_number == 4
    assert not focus.move(1)
    assert focus.move(-99)
    assert focus.turn_number == 1


def test_extending_keeps_the_turn_it_began_on(focus, elsie):
    focus.move(1)
    focus.extend(2)
    assert focus.passage == (elsie.turns[1].speech, elsie.turns[3].end)
    focus.extend(-3)
    assert list(focus.units) == [0, 1]
    focus.move(1)
    assert list(focus.units) == [1]


def test_trimming_goes_by_sentences_and_then_by_words(page, focus):
    focus.move(1)
    focus.trim_end()
    assert said(page, focus) == "She comes on Mondays. Mrs. Hay, her name is. If I ring, she answers."
    focus.trim_start()
    focus.trim_start()
    assert said(page, focus) == "If I ring, she answers."
    focus.trim_start()
    assert said(page, focus) == "I ring, she answers."
    focus.trim_end()
    assert said(page, focus) == "I ring, she"


def test_the_last_word_is_never_trimmed_away(page, focus):
    while focus.trim_start():
        pass
    assert said(page, focus) == "worker?"
    assert not focus.trim_end()


def test_growing_undoes_trimming(focus):
    focus.move(1)
    whole = focus.passage
    for step in (focus.trim_start, focus.trim_start, focus.trim_end, focus.trim_start, focus.trim_end):
        assert step()
    for step in (focus.grow_end, focus.grow_start, focus.grow_end, focus.grow_start, focus.grow_start):
        assert step()
    assert focus.passage == whole
    assert not focus.grow_start()
    assert not focus.grow_end()


def test_sentences_are_walked_through_from_turn_to_turn(page, focus):
    heard = []
    while focus.next_sentence(1):
        heard.append(said(page, focus))
    assert (
        heard
        == [
            "How are things with the new worker?",
            "She comes on Mondays.",
            "Mrs. Hay, her name is.",
            "If I ring, she answers.",
            "That was never so before.",
            "And the lunch club?",
            "Every Thursday.",
            "I would not miss it.",
        ][1:]
    )
    back = [said(page, focus)]
    while focus.next_sentence(-1):
        back.append(said(page, focus))
    assert back[:3] == ["I would not miss it.", "Every Thursday.", "And the lunch club?"]


def test_a_stretch_taken_by_hand_focuses_the_turns_it_touches(page, focus, elsie):
    start, end = elsie.place("before.\n\nMoira: And the lunch ")
    assert focus.select(start, end)
    assert list(focus.units) == [1, 2]
    assert said(page, focus).endswith("lunch")
    focus.whole()
    assert focus.passage == (elsie.turns[1].speech, elsie.turns[2].end)


def test_everything_can_be_taken_and_trimmed(page, focus, elsie):
    focus.select_all()
    assert focus.passage == (elsie.turns[0].speech, elsie.turns[-1].end)
    focus.trim_end()
    assert said(page, focus).endswith("Every Thursday.")
    focus.trim_start()
    assert said(page, focus).startswith("She comes")


STEPS = st.lists(
    st.sampled_from(
        ["move", "back", "extend", "shrink", "trim_start", "trim_end", "grow_start", "grow_end", "on", "all", "whole"]
    ),
    max_size=30,
)
TEXTS = st.lists(st.text("ab. \n😀?", max_size=20), max_size=4).map("\n".join)


@given(TEXTS, STEPS, st.integers(0, 90), st.integers(0, 90))
def test_whatever_is_pressed_the_passage_stays_within_the_focused_turns(text, steps, one, other):
    page = DocumentMap(text, [], [])
    focus = TurnFocus(page)
    focus.select(*sorted((min(one, len(text)), min(other, len(text)))))
    actions = {
        "move": lambda: focus.move(1),
        "back": lambda: focus.move(-1),
        "extend": lambda: focus.extend(1),
        "shrink": lambda: focus.extend(-1),
        "on": lambda: focus.next_sentence(1),
        "all": focus.select_all,
        "trim_start": focus.trim_start,
        "trim_end": focus.trim_end,
        "grow_start": focus.grow_start,
        "grow_end": focus.grow_end,
        "whole": focus.whole,
    }
    for step in steps:
        actions[step]()
        units = [page.units[index] for index in focus.units]
        assert units[0].start <= focus.passage.start <= focus.passage.end <= units[-1].end


def test_what_is_looked_at_is_all_of_the_turns_though_the_passage_is_trimmed(focus, elsie):
    focus.move(1)
    focus.trim_end()
    assert focus.looked_at == (elsie.turns[1].speech, elsie.turns[1].end)
    focus.extend(1)
    assert focus.looked_at == (elsie.turns[1].speech, elsie.turns[2].end)


def test_of_a_turn_as_long_as_a_whole_talk_the_passage_is_looked_at_or_its_beginning():
    focus = TurnFocus(DocumentMap("She came on Monday. " * 2_000, (), ()))
    assert focus.looked_at == (0, 20_000)
    focus.select(30_000, 30_018)
    assert focus.looked_at == focus.passage
