"""Setting the stored text out, and finding every character again."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from qualcoder_lite.domain.transcript import Speaker, SpeakerRole, Turn
from qualcoder_lite.gui.reading.document_map import LONGEST_BLOCK, DocumentMap, clock

WORDS = st.text(st.sampled_from("ab. \n\t😀\u0301ש"), max_size=30)


@st.composite
def interviews(draw: st.DrawFn) -> tuple[str, list[Turn]]:
    text = draw(WORDS)
    turns: list[Turn] = []
    for words in draw(st.lists(WORDS, max_size=5)):
        text += "\n"
        start = len(text)
        text += "P: "
        said = words.rstrip()
        speech = start + 3 + len(said) - len(said.lstrip())
        end = start + 3 + len(said) if said else start + 2
        turns.append(Turn(start, min(speech, end), end, 0))
        text += words
    return text, turns


@given(interviews())
def test_every_shown_character_is_found_again(made):
    text, turns = made
    page = DocumentMap(text, turns, (Speaker("P😀", SpeakerRole.OTHER),))
    for number, block in enumerate(page.blocks):
        if block.is_heading:
            continue
        for position in range(block.start, block.end):
            there = page.to_document(position)
            assert page.block_at(there) == number
            assert page.to_stored(there) == position
            assert page.to_stored(there, as_end=True) == position


@given(interviews())
def test_every_word_is_shown_once_and_no_label_is(made):
    text, turns = made
    page = DocumentMap(text, turns, (Speaker("P", SpeakerRole.OTHER),))
    shown = "".join(text[block.start : block.end] for block in page.blocks if not block.is_heading)
    before = text[: turns[0].start] if turns else text
    expected = before + "".join(text[turn.speech : turn.end] for turn in turns)
    assert "".join(shown.split()) == "".join(expected.split())


@given(interviews(), st.integers(0, 200), st.integers(0, 200))
def test_blocks_of_a_stretch_are_those_that_overlap_it(made, one, other):
    text, turns = made
    page = DocumentMap(text, turns, (Speaker("P", SpeakerRole.OTHER),))
    start, end = sorted((one, other))
    if start < end:
        touched = {n for n, block in enumerate(page.blocks) if block.start < end and block.end > start}
        assert touched <= set(page.blocks_between(start, end))


def test_a_turn_opens_with_its_speaker_and_number_in_place_of_the_label(elsie):
    page = DocumentMap(elsie.text, elsie.turns, elsie.speakers)
    assert [block.heading for block in page.blocks if block.is_heading][1] == "Elsie  turn 2"
    assert [unit.number for unit in page.units] == [1, 2, 3, 4]
    assert elsie.text[page.units[3].start : page.units[3].end] == "Every Thursday. I would not miss it."


def test_a_time_stamp_is_shown_beside_the_number():
    page = DocumentMap("A: [01:02] Yes", [Turn(0, 11, 14, 0, 62_000)], (Speaker("A", SpeakerRole.OTHER),))
    assert page.blocks[0].heading == "A  turn 1 · 1:02"
    assert clock(3_723_000) == "1:02:03"


def test_a_position_in_a_label_goes_to_the_words_on_the_side_that_is_asked_for(elsie):
    page = DocumentMap(elsie.text, elsie.turns, elsie.speakers)
    label = elsie.turns[1].start
    assert page.to_stored(page.to_document(label)) == elsie.turns[1].speech
    end = page.to_document(label + 2, as_end=True)
    assert page.to_stored(end - 1) == elsie.turns[0].end - 1


def test_without_turns_each_paragraph_stands_for_itself():
    page = DocumentMap("One.\n\nTwo.\n", [], [])
    assert [(unit.number, unit.start, unit.end) for unit in page.units] == [(0, 0, 4), (0, 6, 10)]


def test_what_stands_before_the_first_label_is_a_paragraph_without_a_number(elsie):
    text = "A note.\n" + elsie.text
    turns = [turn._replace(start=turn.start + 8, speech=turn.speech + 8, end=turn.end + 8) for turn in elsie.turns]
    assert [unit.number for unit in DocumentMap(text, turns, elsie.speakers).units] == [0, 1, 2, 3, 4]


def test_a_text_of_nothing_has_one_empty_block():
    for text in ("", "\n \n"):
        page = DocumentMap(text, [], [])
        assert len(page.blocks) == 1
        assert page.to_document(0) == page.to_stored(0) == 0


def test_a_very_long_line_is_cut_at_ends_of_sentences_and_stays_one_unit():
    text = "We talked for a while. " * 1000 + "End"
    page = DocumentMap(text, [], [])
    assert len(page.units) == 1
    assert max(block.end - block.start for block in page.blocks) <= LONGEST_BLOCK
    assert all(text[block.end - 1] == "." for block in page.blocks[:-1])


def test_a_long_answer_stays_one_block():
    text = "We talked for a while. " * 200 + "End"
    assert len(DocumentMap(text, [], []).blocks) == 1


def test_a_line_without_any_blank_is_cut_between_whole_characters():
    text = "e\u0301" * 6000
    page = DocumentMap(text, [], [])
    assert len(page.blocks) > 1
    assert all(text[block.start] == "e" for block in page.blocks)
    assert "".join(text[block.start : block.end] for block in page.blocks) == text
