"""Codebooks, their history and the register's features as they are stored."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from qualcoder_lite.domain.codebook import Code, Codebook, CodebookChange, CodebookKind, CodeGroup, RegisterFeature
from qualcoder_lite.storage.codebook import codebooks, codes
from qualcoder_lite.storage.history.journal import Journal

if TYPE_CHECKING:
    from qualcoder_lite.storage.file.database import Database


def _code(id_: str, group: str) -> Code:
    return Code(
        id=id_,
        name=f"Trust {id_}",
        group=group,
        question="Do they say whether they trust somebody?",
        definition="It's “trust” 🙂.",
        when_to_use="Often.",
        when_not_to_use="Never.",
        example="“I'd trust her with my keys.”",
        aliases=("Faith", "Believing é"),
        key="t",
        source="A report, section 2",
    )


BOOK = Codebook(
    id="book",
    name="trust",
    title="Trust and its kin",
    version=3,
    kind=CodebookKind.FEATURES,
    source="A report",
    groups=(
        CodeGroup(
            id="z",
            name="Second letter, first group",
            key="s",
            colour="blue",
            description="On trust",
            codes=(_code("2", "Second letter, first group"), _code("1", "Second letter, first group")),
        ),
        CodeGroup(id="y", name="Empty", key="e", colour="green", codes=()),
    ),
)


def _stored(database: Database) -> None:
    with Journal(database).step("add-codebook"):
        codebooks.add(database, BOOK)


def test_a_codebook_comes_back_as_it_was_stored_after_those_before_it(database: Database) -> None:
    before = codebooks.read(database)
    _stored(database)
    assert codebooks.read(database) == [*before, BOOK]
    assert codebooks.names_and_versions(database)[-1] == ("trust", 3)


def test_a_retired_code_keeps_its_name_for_what_was_coded_with_it(database: Database) -> None:
    _stored(database)
    with Journal(database).step("retire"):
        database.run("update code set retired=1 where id='2'")
    kept = codebooks.read(database)[-1].groups[0].codes[0]
    assert kept == replace(BOOK.groups[0].codes[0], retired=True)
    assert codebooks.retired(database) == {"2"}


def test_a_merged_code_is_seen_only_while_something_bears_it(database: Database) -> None:
    _stored(database)
    with Journal(database).step("merge-codes"):
        database.run("update code set retired=1, merged_into='1' where id='2'")
    assert [code.id for code in codebooks.read(database)[-1].codes] == ["1"]
    with Journal(database).step("code"):
        transcript, coder = database.one("select transcript_id, coder_id from coding")
        columns = ("id", "transcript_id", "code_id", "coder_id", "start", "end")
        database.insert("coding", [("later", transcript, "2", coder, 1, 5)], columns)
    assert [code.id for code in codebooks.read(database)[-1].codes] == ["2", "1"]


def test_a_renamed_code_keeps_all_else(database: Database) -> None:
    _stored(database)
    with Journal(database).step("rename-code") as step:
        code = BOOK.groups[0].codes[1]
        codes.put(database, replace(code, name="Being sure of people", aliases=("Trust 1",)))
    renamed = codebooks.read(database)[-1].groups[0].codes[1]
    assert (renamed.name, renamed.aliases) == ("Being sure of people", ("Trust 1",))
    assert renamed.definition == BOOK.groups[0].codes[1].definition
    assert step.changes.of("code") == {"1"}


def test_a_change_is_kept_with_its_reason_and_raises_the_version(database: Database) -> None:
    _stored(database)
    change = CodebookChange(
        id="change",
        codebook="book",
        version=4,
        code="1",
        what="renamed",
        before="Trust",
        after="Being sure",
        why="people say so",
        coder=None,
        changed_at="2026-03-02T12:00:00+00:00",
    )
    with Journal(database).step("rename-code"):
        codebooks.record_change(database, change)
    assert codebooks.changes(database)[-1] == change
    assert codebooks.read(database)[-1].version == 4


def test_the_registers_features_keep_their_order(database: Database) -> None:
    features = codebooks.register(database)
    assert len(features) == 17
    assert features[0].name == "Single shared assessment processes"
    assert all(isinstance(feature, RegisterFeature) and feature.definition for feature in features)
