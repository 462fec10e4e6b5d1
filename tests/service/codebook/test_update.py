"""Bringing a codebook to what an edited file says, as one step with its history."""

from __future__ import annotations

from dataclasses import replace

import pytest

from qualcoder_lite.domain.errors import UserError
from qualcoder_lite.service.codebook.codebooks import read_codebooks
from tests.service.codebook.test_codes import code, everything, group
from tests.service.helpers import put


@pytest.fixture
def edited(study, tmp_path):
    """Writes the outcomes framework with some words replaced, and reads it back."""

    def edit(*replacements):
        path = tmp_path / "outcomes.toml"
        study.codebooks.write(path, "outcomes-framework")
        text = path.read_text(encoding="utf-8")
        for old, new in replacements:
            assert old in text
            text = text.replace(old, new, 1)
        path.write_text(text, encoding="utf-8")
        return read_codebooks([str(path)])[0]

    return edit


def bring_in(study, book):
    """Bring a codebook in as a lead does."""
    return study.codebooks.bring_in(book, file="outcomes.toml", why="Agreed in May", coder="Ailsa Brodie")


def test_a_file_as_it_was_written_changes_nothing(study, edited):
    before = everything(study)
    assert not bring_in(study, edited())
    assert everything(study) == before


def test_words_keys_groups_and_new_codes_come_in_as_one_step(study, edited):
    coding = put(study, "I feel safe now", "Choice")
    before = everything(study)
    new = '\n[[group.code]]\nid = "paying-bills"\nname = "Paying bills"\nkey = "B"\n\n[[group]]\nid = "process"'
    book = edited(
        ('name = "Choice"', 'name = "Having a say"'),
        ("Is this person saying whether they feel safe?", "Do they feel safe?"),
        ('colour = "process"', 'colour = "cultural"'),
        ('\n[[group]]\nid = "process"', new),
    )
    bring_in(study, book)
    say = code(study, "Having a say")
    assert study.codings.get(coding).code == say.id
    assert "Choice" in say.aliases
    assert code(study, "Feeling safe").question == "Do they feel safe?"
    assert (code(study, "Paying bills").group, group(study, "Process").colour) == ("Quality of life", "cultural")
    whats = {(change.what, change.version, change.why) for change in study.codebooks.changes()}
    assert whats == {(what, 2, "Agreed in May") for what in ("renamed", "question", "added", "group colour")}
    assert study.history.next_undo().what == "brought the codebook “Outcomes framework” up to date from “outcomes.toml”"
    study.history.undo()
    assert everything(study) == before


def test_a_codebook_that_is_not_there_yet_is_added(study):
    (book,) = read_codebooks(["joint-working"])
    assert len(bring_in(study, book).of("code")) == 26


def test_a_name_or_key_that_others_have_here_is_told_and_nothing_changes(study, edited):
    with pytest.raises(UserError, match="“Key worker” goes by that name"):
        bring_in(study, edited(('name = "Choice"', 'name = "Key worker"')))
    study.codes.add("Money", why="New", coder="Ailsa", group="Process")
    key = code(study, "Money").key
    before = everything(study)
    book = edited()
    process = next(each for each in book.groups if each.name == "Process")
    theirs = [each for each in process.codes if each.name != "Money"]
    clashing = replace(process, codes=(replace(theirs[0], key=key), *theirs[1:]))
    groups = tuple(clashing if each is process else each for each in book.groups)
    with pytest.raises(UserError, match="“Money” has in this project"):
        bring_in(study, replace(book, groups=groups))
    assert everything(study) == before
