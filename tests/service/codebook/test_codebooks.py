"""The codebooks of a project."""

from __future__ import annotations

from dataclasses import replace

import pytest

from qualcoder_lite.domain.errors import AmbiguousNameError, CodebookFileError, UserError
from qualcoder_lite.service.codebook.codebooks import DEFAULT, SHIPPED, published, read_codebooks, shipped_register
from qualcoder_lite.service.program.shipped import codebooks_folder
from tests.service.helpers import put


def test_every_shipped_codebook_can_be_read_by_its_name():
    assert [book.name for book in read_codebooks(SHIPPED)] == list(SHIPPED)
    assert [len(book.codes) for book in read_codebooks(DEFAULT)] == [15, 29]


def test_a_name_twice_is_read_once():
    assert len(read_codebooks(["features", "features"])) == 1


def test_a_file_is_read_by_its_path():
    (book,) = read_codebooks([str(codebooks_folder() / "features.toml")])
    assert book == read_codebooks(["features"])[0]


@pytest.mark.parametrize("name", ["featurs", "", ".", "x" * 300])
def test_what_is_neither_is_refused_with_what_there_is(name):
    with pytest.raises(CodebookFileError, match="“joint-working”"):
        read_codebooks([name])


def test_two_codebooks_that_clash_are_refused():
    with pytest.raises(UserError, match="“features” already"):
        read_codebooks(["features", str(codebooks_folder() / "features.toml")])


def test_the_register_and_the_published_findings_are_shipped():
    assert len(shipped_register().features) == 17
    assert sum(mark.found for mark in published("published-2013").marks) == 17
    assert published("published-2011").marks


def test_a_codebook_is_added_as_one_step_that_can_be_undone(study):
    (book,) = read_codebooks(["joint-working"])
    changes = study.codebooks.add(book)
    assert (len(changes.of("codebook")), len(changes.of("code"))) == (1, 26)
    assert study.codebooks.all()[-1] == book
    study.history.undo()
    assert [each.name for each in study.codebooks.all()] == list(DEFAULT)


def test_a_codebook_with_the_ids_of_another_is_refused(study):
    (book,) = read_codebooks(["features"])
    with pytest.raises(UserError, match="already"):
        study.codebooks.add(replace(book, name="FEATURES"))
    with pytest.raises(UserError, match="the same ids as “features”"):
        study.codebooks.add(replace(book, name="our-features"))
    assert len(study.codebooks.all()) == 2


def test_a_rename_is_history_with_who_and_why(study):
    coding = put(study, "I feel safe now", "Choice")
    changes = study.codes.rename("choice", "Having a say", why="Plainer", coder="Ailsa Brodie")
    code = study.codings.get(coding).code
    assert changes.of("code") == {code}
    assert study.codebooks.names()[code] == "Having a say"
    (change,) = study.codebooks.changes()
    (ailsa,) = study.coders.all()
    assert (change.code, change.before, change.after, change.why) == (code, "Choice", "Having a say", "Plainer")
    assert (change.coder, change.version) == (ailsa.id, 2)
    assert study.codebooks.all()[0].version == 2


def test_a_rename_to_a_former_name_takes_that_out_of_the_aliases(study):
    study.codes.rename("Choice", "Having a say", why="Plainer")
    study.codes.rename("Having a say", "having  CHOICES", why="As in the paper")
    (code,) = [code for code in study.codebooks.all()[0].codes if code.name == "having CHOICES"]
    assert code.aliases == ("Having choice", "Choice", "Having a say")


def test_a_rename_in_another_spelling_alone_is_a_rename(study):
    study.codes.rename("Choice", "CHOICE", why="Louder")
    (code,) = [code for code in study.codebooks.all()[0].codes if code.name == "CHOICE"]
    assert "Choice" not in code.aliases
    put(study, "I feel safe now", "choice")


def test_a_code_that_two_codebooks_have_must_be_told_apart(study):
    (book,) = read_codebooks(["features"])
    group = replace(
        book.groups[0], id="g1", codes=tuple(replace(code, id=f"c{n}") for n, code in enumerate(book.groups[0].codes))
    )
    study.codebooks.add(replace(book, id="b1", name="our-own", groups=(group,)))
    with pytest.raises(AmbiguousNameError, match="c0"):
        put(study, "I feel safe now", "Co-location")
    put(study, "I feel safe now", "c0")


def test_codebooks_are_written_and_read_back(study, tmp_path):
    assert len(study.codebooks.write(tmp_path / "all.csv")) == 2
    study.codebooks.write(tmp_path / "o.toml", "Outcomes-Framework")
    assert read_codebooks([str(tmp_path / "o.toml")]) == study.codebooks.all()[:1]
