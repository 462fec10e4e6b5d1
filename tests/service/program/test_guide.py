"""The user guide as data: whole, linked, pictured, and searched."""

from __future__ import annotations

import re
import string

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qualcoder_lite.service.program import guide
from qualcoder_lite.service.program.shipped import guide_folder

LINK = re.compile(r"(!?)\[([^\]]*)\]\(([^)]+)\)")
PLACES = {(section.chapter, section.anchor) for section in guide.sections()}


def links(pictures: bool) -> list[tuple[str, str, str]]:
    """Chapter, words and target of every link, or of every picture."""
    return [
        (chapter.name, found[2], found[3])
        for chapter in guide.chapters()
        for found in LINK.finditer(chapter.text)
        if bool(found[1]) == pictures
    ]


def test_every_file_of_the_guide_is_a_chapter_and_linked_from_the_first():
    assert {file.stem for file in guide_folder().glob("*.md")} == set(guide.CHAPTERS)
    linked = {target.removesuffix(".md") for chapter, _, target in links(pictures=False) if chapter == "index"}
    assert linked == set(guide.CHAPTERS[1:])


def test_every_link_leads_to_a_place_of_the_guide():
    for chapter, words, target in links(pictures=False):
        file, _, anchor = target.partition("#")
        there = file.removesuffix(".md") or chapter
        assert there in guide.CHAPTERS, (chapter, words)
        assert not anchor or (there, anchor) in PLACES, (chapter, words)


def test_every_picture_is_there_says_what_it_shows_and_all_of_them_are_small():
    shown = links(pictures=True)
    assert all(len(words) > 20 for _, words, _ in shown)
    used = {target for _, _, target in shown}
    there = {f"images/{file.name}" for file in (guide_folder() / "images").iterdir()}
    assert used == there
    assert sum(file.stat().st_size for file in (guide_folder() / "images").iterdir()) < 2_000_000


def test_no_chapter_has_two_headings_of_one_anchor():
    assert len(PLACES) == len(guide.sections())


@pytest.mark.parametrize(("words", "chapter"), [("withdraw", "data-protection"), ("alpha kappa", "academic-lead")])
def test_words_are_found_with_what_stands_around_them(words, chapter):
    hits = guide.find(words)
    assert chapter in [hit.section.chapter for hit in hits]
    assert all(hit.around for hit in hits)


def test_a_heading_that_has_the_words_comes_first():
    assert guide.find("memos")[0].section.heading == "Memos"


def test_nothing_is_found_for_no_words_or_for_words_that_are_nowhere():
    assert guide.find("  ") == []
    assert guide.find("xylophone") == []


@settings(max_examples=30)
@given(st.text(string.ascii_letters + " ’'…|*#", max_size=30))
def test_whatever_is_found_has_all_the_words(words):
    for hit in guide.find(words):
        said = f"{hit.section.heading}\n{hit.section.text}".casefold()
        assert all(word in said for word in words.casefold().split())
