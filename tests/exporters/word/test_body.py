"""The text of a Word document: escaping, paragraphs of speech, contents, tables."""

from __future__ import annotations

from docx.oxml.ns import nsdecls, qn
from docx.oxml.parser import parse_xml

from qualcoder_lite.exporters.word.body import Body, Cell, Table


def parsed(body: Body):
    return parse_xml(b"<w:body %s>%s</w:body>" % (nsdecls("w").encode(), body.xml()))


def paragraphs(body: Body) -> list[tuple[str, str]]:
    """Each paragraph's style and text, read back from the XML."""
    return [(p.style, p.text) for p in parsed(body).iter(qn("w:p"))]


def test_text_with_markup_in_it_comes_back_as_it_was():
    body = Body()
    body.paragraph("Normal", "a < b & c > \"d\" </w:t> 'e'")
    assert paragraphs(body) == [("Normal", "a < b & c > \"d\" </w:t> 'e'")]


def test_what_xml_forbids_becomes_the_replacement_character():
    body = Body()
    body.paragraph("Normal", "a\x00b\x07c\ud800d\ufffee")
    assert paragraphs(body) == [("Normal", "a\ufffdb\ufffdc\ufffdd\ufffde")]


def test_tabs_line_breaks_and_runs_of_blanks_are_kept():
    body = Body()
    body.paragraph("Normal", "  a\t \tb\nc  ", label="Memo: ")
    assert paragraphs(body) == [("Normal", "Memo:   a\t \tb\nc  ")]


def test_speech_is_a_paragraph_for_each_that_is_not_empty():
    body = Body()
    body.speech("Quote", "One.\n\n  \nTwo.\r\nThree.")
    assert paragraphs(body) == [("Quote", "One."), ("Quote", "Two."), ("Quote", "Three.")]


def test_a_long_paragraph_stays_one_paragraph():
    body = Body()
    body.speech("Quote", "word " * 2_000)
    assert paragraphs(body) == [("Quote", "word " * 2_000)]


def test_only_a_paragraph_of_more_than_half_a_page_may_part_from_what_stands_under_it():
    body = Body()
    body.speech("Quote", "Yes. " * 100 + "\n" + "Yes. " * 2000)
    assert [p.find(qn("w:pPr")).find(qn("w:keepNext")) is not None for p in parsed(body).iter(qn("w:p"))] == [
        False,
        True,
    ]


def test_speech_that_is_read_from_right_to_left_is_set_so():
    body = Body()
    body.speech("Quote", "لا أعرف\nI know לא")
    arabic, english = parsed(body).iter(qn("w:p"))
    assert arabic.pPr.find(qn("w:bidi")) is not None
    assert english.pPr.find(qn("w:bidi")) is None
    assert arabic.text == "لا أعرف"


def test_the_contents_link_to_each_heading_of_the_first_two_levels():
    body = Body()
    body.contents()
    for level, text in ((1, "Process"), (2, "Choice & more"), (3, "Camden")):
        body.heading(level, text)
    xml = parsed(body)
    assert paragraphs(body) == [
        ("TOC1", "Process"),
        ("TOC2", "Choice & more"),
        ("Heading1", "Process"),
        ("Heading2", "Choice & more"),
        ("Heading3", "Camden"),
    ]
    targets = [mark.get(qn("w:name")) for mark in xml.iter(qn("w:bookmarkStart"))]
    assert [link.get(qn("w:anchor")) for link in xml.iter(qn("w:hyperlink"))] == targets
    assert [f.get(qn("w:fldCharType")) for f in xml.iter(qn("w:fldChar"))] == ["begin", "separate", "end"]
    assert r'TOC \o "1-2"' in next(xml.iter(qn("w:instrText"))).text


def test_contents_without_headings_are_a_whole_field():
    body = Body()
    body.contents()
    kinds = [f.get(qn("w:fldCharType")) for f in parsed(body).iter(qn("w:fldChar"))]
    assert kinds == ["begin", "separate", "end"]


def test_a_table_repeats_its_first_row_and_says_what_it_holds():
    body = Body()
    body.table(
        Table(
            title='Table 1. "Outcomes"',
            summary="Outcomes & features",
            widths=(1000, 2000, 2000),
            header=[Cell([("TableHeading", name)]) for name in "abc"],
            rows=[[Cell([("TableGroup", "group")], span=3)], [Cell([("TableText", cell)]) for cell in "123"]],
        )
    )
    xml = parsed(body)
    rows = list(xml.iter(qn("w:tr")))
    assert [row.find(f".//{qn('w:tblHeader')}") is not None for row in rows] == [True, False, False]
    assert [len(row.findall(qn("w:tc"))) for row in rows] == [3, 1, 3]
    assert next(xml.iter(qn("w:gridSpan"))).get(qn("w:val")) == "3"
    assert next(xml.iter(qn("w:tblCaption"))).get(qn("w:val")) == 'Table 1. "Outcomes"'
    assert next(xml.iter(qn("w:tblDescription"))).get(qn("w:val")) == "Outcomes & features"
