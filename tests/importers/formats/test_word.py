"""Word documents: every word once, in reading order."""

from __future__ import annotations

import io
import zipfile
from html import escape
from typing import TYPE_CHECKING

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualcoder_lite.domain.transcript import ReadingChoices
from qualcoder_lite.importers import read_transcript, read_transcript_bytes
from tests.importers.word_files import document, paragraph, run, zipped

if TYPE_CHECKING:
    from pathlib import Path

    from qualcoder_lite.domain.transcript import TranscriptText

WORDS = st.text(st.characters(categories=["L", "N", "P", "S", "Zs"]), max_size=20)


def read(body: str) -> TranscriptText:
    return read_transcript_bytes(document(body), "talk.docx", ReadingChoices(find_speakers=False))


def cell(*blocks: str) -> str:
    return f"<w:tc><w:tcPr/>{''.join(blocks)}</w:tc>"


def row(*cells: str) -> str:
    return f"<w:tr>{''.join(cells)}</w:tr>"


def table(*rows: str) -> str:
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>"


def box(text: str) -> str:
    return f"<w:txbxContent>{paragraph(text)}</w:txbxContent>"


def test_a_document_made_by_a_word_processor_is_read(tmp_path: Path) -> None:
    made = docx.Document()
    made.core_properties.title = "Left over from the template"
    made.add_heading("Interview 3")
    made.add_paragraph("Interviewer: How are ").add_run("you?").bold = True
    made.add_paragraph("Margaret:\tNot so bad.", style="List Bullet")
    made.add_paragraph("")
    grid = made.add_table(rows=2, cols=2)
    for at, words in enumerate(["Interviewer:", "And the bus?", "Margaret:", "It comes."]):
        grid.cell(at // 2, at % 2).text = words
    made.sections[0].header.paragraphs[0].text = "Page furniture"
    made.save(str(tmp_path / "Camden 3.docx"))
    found = read_transcript(tmp_path / "Camden 3.docx")
    assert found.title == "Camden 3"
    assert found.text == (
        "Interview 3\nInterviewer: How are you?\nMargaret:\tNot so bad.\n\n"
        "Interviewer:\tAnd the bus?\nMargaret:\tIt comes."
    )
    assert [found.text[turn.speech : turn.end] for turn in found.turns] == [
        "How are you?", "Not so bad.", "And the bus?", "It comes.",
    ]  # fmt: skip


def test_paragraphs_and_tables_come_in_the_order_of_the_document() -> None:
    grid = table(row(cell(paragraph("a")), cell(paragraph("b"))), row(cell(paragraph("c")), cell(paragraph())))
    assert read(paragraph("one") + grid + paragraph("two")).text == "one\na\tb\nc\ntwo"


def test_a_table_within_a_table_is_read_where_it_stands() -> None:
    inner = table(row(cell(paragraph("x")), cell(paragraph("y"))))
    assert read(table(row(cell(paragraph("a"), inner), cell(paragraph("b"))))).text == "a\nx\ty\tb"


def test_merged_cells_are_read_once() -> None:
    made = docx.Document()
    grid = made.add_table(rows=2, cols=3)
    for at in range(6):
        grid.cell(at // 3, at % 3).text = f"c{at}"
    grid.cell(0, 0).merge(grid.cell(0, 1)).text = "wide"
    grid.cell(0, 2).merge(grid.cell(1, 2)).text = "tall"
    stream = io.BytesIO()
    made.save(stream)
    assert read_transcript_bytes(stream.getvalue(), "a.docx").text.split() == ["wide", "tall", "c3", "c4"]


def test_tracked_insertions_are_kept_and_deletions_left_out() -> None:
    found = read(
        paragraph(
            "I ",
            f"<w:ins>{run('really ')}</w:ins>",
            "<w:del><w:r><w:delText>never </w:delText></w:r></w:del>",
            f"<w:moveFrom>{run('gone ')}</w:moveFrom>",
            f"<w:moveTo>{run('like ')}</w:moveTo>",
            "it",
        )
    )
    assert found.text == "I really like it"
    assert "tracked changes" in found.guesses[0]


def test_a_paragraph_whose_mark_was_deleted_goes_on_in_the_next() -> None:
    deleted_mark = "<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>"
    assert read(paragraph(deleted_mark, "one ") + paragraph("two") + paragraph("three")).text == "one two\nthree"


def test_a_deleted_row_is_left_out() -> None:
    deleted = f"<w:tr><w:trPr><w:del/></w:trPr>{cell(paragraph('gone'))}</w:tr>"
    assert read(table(row(cell(paragraph("kept"))), deleted)).text == "kept"


def test_content_controls_hyperlinks_and_fields_are_read() -> None:
    found = read(
        f"<w:sdt><w:sdtPr><w:alias/></w:sdtPr><w:sdtContent>{paragraph('whole')}</w:sdtContent></w:sdt>"
        + paragraph(
            f"<w:sdt><w:sdtContent>{run('part')}</w:sdtContent></w:sdt>",
            f"<w:hyperlink>{run(' link')}</w:hyperlink>",
            "<w:r><w:instrText>PAGE</w:instrText></w:r>",
            f"<w:fldSimple>{run(' 7')}</w:fldSimple>",
            f"<w:smartTag>{run(' tag')}</w:smartTag>",
            "<m:oMath><m:r><m:t> 2</m:t></m:r></m:oMath>",
        )
        + table(f"<w:sdt><w:sdtContent>{row(cell(paragraph('in a row')))}</w:sdtContent></w:sdt>")
    )
    assert found.text == "whole\npart link 7 tag 2\nin a row"


def test_tabs_line_breaks_and_special_hyphens_are_written_out() -> None:
    found = read(
        paragraph(
            "<w:pPr><w:tabs><w:tab/></w:tabs></w:pPr>",
            "a", "<w:r><w:tab/></w:r>", "b", "<w:r><w:br/></w:r>", "c", "<w:r><w:cr/></w:r>", "d",
            "<w:r><w:noBreakHyphen/></w:r>", "e", "<w:r><w:softHyphen/></w:r>", "f",
            '<w:r><w:sym w:font="Symbol" w:char="00B7"/></w:r>', '<w:r><w:sym w:font="Wingdings" w:char="F04A"/></w:r>',
        )
    )  # fmt: skip
    assert found.text == "a\tb\nc\nd-ef·"


def test_what_stands_there_for_newer_and_older_programs_is_read_once() -> None:
    shape = (
        f"<mc:AlternateContent><mc:Choice><wps:txbx>{box('boxed')}</wps:txbx></mc:Choice>"
        f"<mc:Fallback><w:pict><v:textbox>{box('boxed')}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent>"
    )
    assert read(paragraph("before", f"<w:r>{shape}</w:r>", " after") + paragraph("next")).text == (
        "before after\nboxed\nnext"
    )


def test_the_older_version_is_read_where_the_newer_has_no_words() -> None:
    shape = (
        "<mc:AlternateContent><mc:Choice><wps:wsp/></mc:Choice>"
        f"<mc:Fallback><w:pict><v:textbox>{box('boxed')}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent>"
    )
    assert read(paragraph("a", f"<w:r>{shape}</w:r>")).text == "a\nboxed"


def test_whole_paragraphs_in_two_versions_are_read_once() -> None:
    assert read(
        f"<mc:AlternateContent><mc:Choice>{paragraph('new')}</mc:Choice>"
        f"<mc:Fallback>{paragraph('old')}</mc:Fallback></mc:AlternateContent>"
    ).text == "new"  # fmt: skip


def test_notes_are_left_out_and_that_is_said() -> None:
    found = read(paragraph("words", "<w:r><w:footnoteReference/></w:r>", "<w:r><w:commentReference/></w:r>"))
    assert found.text == "words"
    assert found.guesses == ("Footnotes, endnotes and comments were left out (2 in all).",)


def test_a_document_in_the_strict_form_is_read() -> None:
    xml = (
        '<w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"><w:body>'
        "<w:p><w:r><w:t>strictly</w:t></w:r></w:p></w:body></w:document>"
    )
    assert read_transcript_bytes(zipped(word__document_xml=xml), "a.docx").text == "strictly"


def test_the_document_is_found_where_its_package_says_it_is() -> None:
    relationships = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
        'Target="/word/document2.xml"/></Relationships>'
    )
    xml = document(paragraph("elsewhere"))
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(xml)) as source, zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("word/document2.xml", source.read("word/document.xml"))
        archive.writestr("_rels/.rels", relationships)
    assert read_transcript_bytes(stream.getvalue(), "a.docx").text == "elsewhere"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_the_xml_may_be_in_either_encoding_that_word_allows(encoding: str) -> None:
    xml = (
        f'<?xml version="1.0" encoding="{encoding}"?><w:document '
        'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
        "<w:p><w:r><w:t>né à 1 &lt; 2 🙂</w:t></w:r></w:p></w:body></w:document>"
    )
    assert read_transcript_bytes(zipped(word__document_xml=xml.encode(encoding)), "a.docx").text == "né à 1 < 2 🙂"


@given(st.lists(st.lists(WORDS, max_size=4), max_size=6))
def test_every_non_blank_character_of_a_document_is_kept_once_and_in_order(paragraphs: list[list[str]]) -> None:
    body = paragraph("Start") + "".join(paragraph(*(run(escape(piece)) for piece in pieces)) for pieces in paragraphs)
    expected = "Start" + "".join("".join(map("".join, paragraphs)).split())
    assert "".join(read(body).text.split()) == expected
