"""Codebooks for other programs: valid as the standard asks, and the same when they are taken in again."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree  # pyright: ignore[reportAttributeAccessIssue]

from qualcoder_lite.domain.codebook import Code, Codebook, CodebookKind, CodeGroup
from qualcoder_lite.domain.codebooks.refi import Field, described, told_in
from qualcoder_lite.domain.names import new_id
from qualcoder_lite.exporters.refi_codebook import refi_beginning, write_refi_codebook
from qualcoder_lite.importers.codebooks.refi import read_refi_codebook
from qualcoder_lite.importers.codebooks.toml_files import read_codebook

ROOT = Path(__file__).resolve().parents[2]
SCHEMA = etree.XMLSchema(etree.parse(ROOT / "tests" / "data" / "refi_codebook.xsd"))

said = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Zl", "Zp"], exclude_characters="\ufeff\ufffe\uffff")
)
texts = st.lists(said | st.sampled_from(["Key: F", " Key: F", "Example: ", "When to use: x"]), max_size=4).map(
    "\n".join
)


def shipped() -> list[Codebook]:
    return [read_codebook(ROOT / "codebooks" / f"{name}.toml") for name in ("outcomes-framework", "joint-working")]


def test_it_begins_as_a_tree_of_codes_with_their_descriptions():
    (table,) = refi_beginning(shipped(), most=3).tables
    names = [row[0] for row in table.rows]
    group = shipped()[0].groups[0]
    assert [name.strip() for name in names] == [group.name, *(code.name for code in group.codes[:2])]
    assert [len(name) - len(name.lstrip()) for name in names] == [0, 4, 4]
    assert group.codes[0].definition.split(".")[0] in table.rows[1][1]
    assert table.goes_on


def test_shipped_codebooks_are_valid_and_come_back_as_they_were(tmp_path):
    file = tmp_path / "codes.qdc"
    write_refi_codebook(shipped(), file)
    SCHEMA.assertValid(etree.parse(file))
    assert read_refi_codebook(file) == shipped()


@settings(max_examples=40)
@given(
    words=st.lists(texts, min_size=6, max_size=6),
    aliases=st.lists(said.map(str.strip).filter(bool)),
    retired=st.booleans(),
)
def test_whatever_is_said_of_a_code_is_valid_and_comes_back(tmp_path, words, aliases, retired):
    code = Code(
        id=new_id(),
        name="A <code> & more",
        group="A group",
        definition=words[0].strip("\n"),
        question=words[1].strip("\n"),
        when_to_use=words[2].strip("\n"),
        when_not_to_use=words[3].strip("\n"),
        example=words[4].strip("\n"),
        source=words[5].strip("\n"),
        aliases=tuple(aliases),
        key="F",
        retired=retired,
    )
    group = CodeGroup(
        id=new_id(), name="A group", key="G", colour="change", codes=(code,), description="Why it is one."
    )
    book = Codebook(
        id=new_id(), name="own", title="Our own", version=4, kind=CodebookKind.FACTORS, source="", groups=(group,)
    )
    write_refi_codebook([book], tmp_path / "own.qdc")
    SCHEMA.assertValid(etree.parse(tmp_path / "own.qdc"))
    [read] = read_refi_codebook(tmp_path / "own.qdc")
    assert read == book


@given(text=texts, fields=st.lists(st.tuples(st.sampled_from(list(Field)), texts.filter(bool))))
def test_a_description_tells_what_was_put_into_it(text, fields):
    read, found = told_in(described(text, fields))
    assert read == text
    assert [(each, value) for each in Field for value in found.get(each, ())] == sorted(
        fields, key=lambda field: list(Field).index(field[0])
    )


def test_what_xml_cannot_hold_is_put_in_its_place(tmp_path):
    [book, _] = shipped()
    group = book.groups[0]
    code = replace(group.codes[0], definition="a\x00b\x07c\ud800d")
    write_refi_codebook([replace(book, groups=(replace(group, codes=(code,)),))], tmp_path / "c.qdc")
    [read] = read_refi_codebook(tmp_path / "c.qdc")
    assert read.codes[0].definition == "a\ufffdb\ufffdc\ufffdd"


@pytest.mark.parametrize("guid", ["{C37686DC-2203-587D-8466-EC48E6FE5C4E}", "c37686dc-2203-587d-8466-ec48e6fe5c4e"])
def test_an_id_is_the_same_however_it_is_written(tmp_path, guid):
    (tmp_path / "c.qdc").write_text(
        f'<CodeBook xmlns="urn:QDA-XML:codebook:1:0"><Codes><Code guid="{guid}" name="Safe" isCodable="true"/></Codes>'
        "</CodeBook>"
    )
    [read] = read_refi_codebook(tmp_path / "c.qdc")
    assert read.codes[0].id == "c37686dc-2203-587d-8466-ec48e6fe5c4e"
