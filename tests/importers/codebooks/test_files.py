"""Codebooks from other programs, and from tables that people keep."""

from __future__ import annotations

import pytest

from qualcoder_lite.domain.codebooks.filling import filled
from qualcoder_lite.domain.errors import CodebookFileError
from qualcoder_lite.importers.codebooks.files import read_codebook_file

NESTED = """<?xml version="1.0" encoding="utf-8"?>
<CodeBook origin="Another program 24" xmlns="urn:QDA-XML:codebook:1.0"><Codes>
 <Code guid="00000000-0000-4000-8000-000000000001" name="Barriers" isCodable="true" color="#f00">
  <Description>What gets in the way.</Description>
  <Code guid="00000000-0000-4000-8000-000000000002" name="Time" isCodable="false">
   <Code guid="00000000-0000-4000-8000-000000000003" name="Mornings" isCodable="true"/>
  </Code>
  <Code guid="bad" name="Cost" isCodable="true"/>
 </Code>
 <Code guid="00000000-0000-4000-8000-000000000005" name="Helpers" isCodable="false">
  <Code guid="00000000-0000-4000-8000-000000000006" name="Cost" isCodable="true"/>
 </Code>
 <Code guid="00000000-0000-4000-8000-000000000007" name="Quotes to keep" isCodable="true"/>
</Codes><Sets><Set guid="00000000-0000-4000-8000-000000000008" name="Mine">
 <MemberCode guid="00000000-0000-4000-8000-000000000001"/></Set></Sets></CodeBook>
"""


def read(tmp_path, name, text):
    (tmp_path / name).write_text(text, encoding="utf-8")
    return read_codebook_file(tmp_path / name)


def test_nested_codes_of_another_program_come_in_groups(tmp_path):
    [book] = read(tmp_path, "Care study.qdc", NESTED)
    assert (book.name, book.title, book.version) == ("care-study", "Care study", 1)
    assert book.source == "Taken in from Care study.qdc, written by Another program 24"
    assert {group.name: [code.name for code in group.codes] for group in book.groups} == {
        "Barriers": ["Barriers", "Mornings", "Cost"],
        "Helpers": ["Helpers: Cost"],
        "Codes": ["Quotes to keep"],
    }
    whole = filled(book)
    assert [group.key for group in whole.groups] == ["B", "H", "C"]
    assert [group.colour for group in whole.groups] == ["contextual", "quality-of-life", "process"]
    assert filled(book) == filled(read(tmp_path, "Care study.qdc", NESTED)[0])


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("a.qdc", "<Project/>", "not a REFI-QDA codebook"),
        ("a.qdc", "<CodeBook><Codes/></CodeBook>", "holds no codes"),
        ("a.qdc", "<CodeBook>", "a.qdc"),
        ("a.qdc", "<!DOCTYPE a [<!ENTITY b 'c'>]><CodeBook>&b;</CodeBook>", "a.qdc is damaged: export"),
        ("a.qdpx", "PK", "as .qdc"),
        ("a.csv", "name\nChoice\n", "code"),
        ("a.csv", "code\nChoice\nchoice\n", "row 2 has this code already"),
        ("a.csv", "code,key\nChoice,CH\n", "one letter from A to Z"),
        ("a.csv", "code,group,key\nChoice,P,C\nCare,P,c\n", "row 2 of the same group has this key"),
        ("a.csv", "code,id\nChoice,Not an id\n", "small letters, digits and hyphens"),
        ("a.csv", "code,retired\nChoice,perhaps\n", "perhaps"),
        ("a.csv", "code,definition,colour\nChoice,x,y\n", "colour"),
    ],
)
def test_what_is_wrong_with_a_file_is_said(tmp_path, name, text, told):
    with pytest.raises(CodebookFileError, match=told):
        read(tmp_path, name, text)


def test_a_list_of_codes_is_enough(tmp_path):
    [book] = read(tmp_path, "Our codes.csv", "Code,Definition\nTrust,Whom they trust.\n'=Choice,\n")
    assert (book.name, [group.name for group in book.groups]) == ("our-codes", ["Codes"])
    assert [(code.name, code.definition) for code in book.codes] == [("Trust", "Whom they trust."), ("=Choice", "")]
    assert filled(book).groups[0].key == "C"


def test_what_a_table_leaves_blank_stays_as_it_is(tmp_path):
    text = "codebook,code,group,definition,key,aliases\nours,Trust,People,Whom they trust.,T,Faith\n"
    text += "ours,Choice,People,,C,\n"
    [present] = (filled(book) for book in read(tmp_path, "ours.csv", text))
    [changed] = read(
        tmp_path, "ours.csv", "codebook,code,group,definition\nours,Faith,people,\nours,New,Places,Where.\n"
    )
    whole = filled(changed, present)
    before, after = present.groups[0], whole.groups[0]
    assert (after.id, after.key, after.colour) == (before.id, before.key, before.colour)
    trust, new = whole.codes
    assert (trust.id, trust.definition, trust.key) == (present.codes[0].id, "Whom they trust.", "T")
    assert whole.groups[1].key not in ("", present.groups[0].key)
    assert new.definition == "Where."
