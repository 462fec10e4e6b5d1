"""The command search: its JSON, its words, what it refuses."""

from __future__ import annotations

import time

import pytest


@pytest.fixture
def talk(study, tmp_path):
    """The study with a second transcript, without turns."""
    (tmp_path / "notes.txt").write_text("She said it is safe.\n\nWholly SAFE, she said.\n")
    study.do("import", tmp_path / "notes.txt")
    return study


def test_each_place_is_told_with_what_stands_around_it(talk):
    found = talk.ask("search", "safe")
    assert list(found[0])[:6] == ["transcript", "start", "end", "before", "match", "after"]
    for hit in found:
        text = talk.ask("show", hit["transcript"])["text"]
        assert text[hit["start"] : hit["end"]] == hit["match"]
        assert text[: hit["start"]].endswith(hit["before"])
        assert text[hit["end"] :].startswith(hit["after"])
    assert [hit["match"] for hit in found] == ["safe", "safe", "SAFE"]


def test_a_search_can_be_narrowed_to_a_role_and_widened_to_a_pattern(talk):
    assert {hit["role"] for hit in talk.ask("search", "e", "--speaker_role", "participant")} == {"participant"}
    assert [hit["match"] for hit in talk.ask("search", r"saf\w|wholly", "--regex")] == [
        "safe",
        "safe",
        "Wholly",
        "SAFE",
    ]
    assert talk.ask("search", "saf", "--whole-words") == []


def test_what_was_found_is_shown_in_words(talk):
    shown = talk("search", "safe").out
    assert "[SAFE], she said." in shown
    assert "3 places in 2 transcripts, from 2 people." in shown
    assert talk("search", "hedgehog").out == "Nothing was found.\n"


def test_memos_codes_and_summaries_are_searched_too(talk):
    (found,) = [each for each in talk.ask("search", "feeling safe", "--elsewhere") if each["title"] == "Feeling safe"]
    assert (found["kind"], found["where"], found["match"]) == ("code", "Quality of life", "Feeling safe")
    assert (
        "Code · Feeling safe · Quality of life\n    [Feeling safe] "
        in talk("search", "feeling safe", "--elsewhere").out
    )
    assert talk("search", "hedgehog", "--elsewhere").out == "Nothing was found.\n"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("search", "  "), "Say what to look for"),
        (("search", "(", "--regex"), "not a pattern"),
        (("search", "safe", "--site", "Nowhere"), "Nowhere"),
    ],
)
def test_what_can_not_be_looked_for_is_a_sentence(talk, arguments, words):
    assert words in talk(*arguments).sentence


def test_a_pattern_that_never_ends_is_given_up_in_time(talk, tmp_path):
    (tmp_path / "long.txt").write_text("Moira: " + "a" * 80 + "b\n")
    talk.do("import", tmp_path / "long.txt")
    begun = time.process_time()  # what it worked itself, not what others did on the machine meanwhile
    assert "takes too long" in talk("search", "(a|aa)+$", "--regex").sentence
    assert time.process_time() - begun < 10


def test_a_project_that_somebody_has_open_is_searched_all_the_same(talk):
    from qualcoder_lite.service.project import Project

    with Project.open(talk.path):
        assert len(talk.ask("search", "safe")) == 3
