"""The Word file around a text: paper, language, header and footer, properties, styles."""

from __future__ import annotations

import datetime as dt
import getpass
import io
import zipfile

import pytest
from docx import Document
from docx.oxml.ns import qn
from docx.shared import Cm

from qualcoder_lite.exporters.word.body import Body
from qualcoder_lite.exporters.word.document import PRIVACY, Properties, word_file
from qualcoder_lite.exporters.word.styles import STYLES

PROPERTIES = Properties(title="Coded extracts", subject="A study", author="AB", date=dt.date(2026, 3, 3))


@pytest.fixture
def data() -> bytes:
    body = Body()
    body.heading(1, "Process")
    body.speech("Quote", "They asked me.")
    return word_file(body, PROPERTIES)


@pytest.fixture
def document(data):
    return Document(io.BytesIO(data))


def test_the_paper_is_a4(document):
    section = document.sections[0]
    assert [round(length / Cm(1), 1) for length in (section.page_width, section.page_height) if length] == [21.0, 29.7]


def test_a_wide_document_lies_on_its_side():
    section = Document(io.BytesIO(word_file(Body(), PROPERTIES, landscape=True))).sections[0]
    assert section.orientation.name == "LANDSCAPE"
    assert [round(length / Cm(1), 1) for length in (section.page_width, section.page_height) if length] == [29.7, 21.0]


def test_the_language_is_british_english(document):
    assert document.styles.element.find(f".//{qn('w:lang')}").get(qn("w:val")) == "en-GB"
    assert document.core_properties.language == "en-GB"


def test_the_properties_are_those_given_and_name_no_user_of_the_computer(document, data):
    core = document.core_properties
    assert (core.title, core.subject, core.author, core.last_modified_by) == ("Coded extracts", "A study", "AB", "AB")
    assert core.created.date() == core.modified.date() == dt.date(2026, 3, 3)
    assert core.comments == ""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        everything = package.read("docProps/core.xml").decode()
    assert "python-docx" not in everything
    assert f">{getpass.getuser()}<" not in everything


def test_properties_take_any_text():
    data = word_file(Body(), Properties(title="a\x00b\n" + "c" * 400, author="\ud800", date=dt.date(2026, 1, 1)))
    core = Document(io.BytesIO(data)).core_properties
    assert core.title.startswith("a\ufffdb ccc")
    assert core.author == "\ufffd"


def test_every_page_but_the_first_has_the_notice_and_its_number(document):
    section = document.sections[0]
    assert section.header.paragraphs[0].text == PRIVACY
    assert section.footer.paragraphs[0].text == "Coded extracts · page 1"
    assert section.footer.part.element.find(f".//{qn('w:instrText')}").text.strip() == "PAGE"
    assert section.different_first_page_header_footer
    assert section.first_page_header.paragraphs[0].text == ""


def test_every_style_is_real_and_known_to_word_by_its_built_in_name(document):
    names = {style.name for style in document.styles}
    assert {"Normal", "Title", "Heading 1", "Heading 2", "Quote", "Attribution", "Header", "Strong"} <= names
    assert document.paragraphs[1].style.name == "Quote"
    assert document.styles["Quote"].builtin
    assert not document.styles["Attribution"].builtin


def test_a_quote_stays_with_its_attribution_and_a_heading_with_what_follows(document):
    for name in ("Quote", "Heading 1", "Heading 2", "Heading 3", "Heading 4", "Caption", "Counts"):
        assert document.styles[name].paragraph_format.keep_with_next, name
    # LibreOffice left the heading alone at the foot of a page where the definition held on to more.
    assert not document.styles["Definition"].paragraph_format.keep_with_next


def test_body_text_is_eleven_point_with_no_lone_lines(document):
    defaults = document.styles.element.find(qn("w:docDefaults"))
    assert defaults.find(f".//{qn('w:sz')}").get(qn("w:val")) == "22"
    assert defaults.find(f".//{qn('w:widowControl')}") is not None


def test_style_ids_are_unique_and_every_next_style_exists():
    ids = [style.id for style in STYLES]
    assert len(ids) == len(set(ids))
    assert {style.next for style in STYLES} <= {"", "Normal", *ids}


def test_nothing_of_the_librarys_template_is_left_over(data):
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        names = package.namelist()
    assert not [name for name in names if "thumbnail" in name or "customXml" in name or "WithEffects" in name]
