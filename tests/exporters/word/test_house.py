"""A person's own Word document or template as the base of a document."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from typing import TYPE_CHECKING

import pytest
from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

from qualcoder_lite.domain.errors import UserError
from qualcoder_lite.exporters.word.body import Body
from qualcoder_lite.exporters.word.document import PRIVACY, Properties, word_file

if TYPE_CHECKING:
    from pathlib import Path

PROPERTIES = Properties(title="Extracts", date=dt.date(2026, 3, 3))
MAIN_PART = "application/vnd.openxmlformats-officedocument.wordprocessingml.{}.main+xml"


@pytest.fixture
def house(tmp_path) -> Path:
    """A document with a wide margin, a heading style under another id, a header, and text that is not wanted."""
    document = Document()
    document.add_paragraph("Write your text here.")
    document.sections[0].left_margin = Cm(6)
    document.sections[0].header.paragraphs[0].text = "Institute of Partnership"
    for style in document.styles.element.iterfind(qn("w:style")):
        if style.get(qn("w:styleId")) in ("Quote", "Subtitle"):
            document.styles.element.remove(style)
    heading = document.styles["Heading 1"]
    heading.element.set(qn("w:styleId"), "Rubrik1")
    heading.font.size = Pt(33)  # pyright: ignore[reportAttributeAccessIssue]
    document.styles.add_style("Memo", WD_STYLE_TYPE.CHARACTER)
    path = tmp_path / "house.docx"
    document.save(str(path))
    return path


def as_type(kind: str) -> bytes:
    return MAIN_PART.format(kind).encode()


def as_template(house: Path) -> Path:
    path = house.with_suffix(".dotx")
    with zipfile.ZipFile(house) as package, zipfile.ZipFile(path, "w") as copy:
        for part in package.infolist():
            copy.writestr(part.filename, package.read(part).replace(as_type("document"), as_type("template")))
    return path


def made_on(base: Path):
    body = Body()
    body.heading(1, "Quality of life")
    body.speech("Quote", "I open the door.")
    body.paragraph("Memo", "A link.")
    return Document(io.BytesIO(word_file(body, PROPERTIES, house=base)))


@pytest.mark.parametrize("kind", ["document", "template"])
def test_page_header_and_styles_are_the_bases_own_and_its_text_is_gone(house, kind):
    made = made_on(house if kind == "document" else as_template(house))
    assert [(p.style.name, p.text) for p in made.paragraphs if p.style] == [
        ("Heading 1", "Quality of life"),
        ("Quote", "I open the door."),
        ("Memo", "A link."),
    ]
    heading = made.paragraphs[0].style
    assert heading is not None
    assert heading.font.size == Pt(33)
    margin = made.sections[0].left_margin
    assert margin is not None
    assert round(margin.cm, 2) == 6
    assert [p.text for p in made.sections[0].header.paragraphs] == ["Institute of Partnership", PRIVACY]
    assert made.sections[0].footer.paragraphs[0].text.startswith("Extracts · page")


@pytest.mark.parametrize(("named", "said"), [("cy-GB", "cy-GB"), ("", "en-GB")])
def test_the_language_is_the_bases_own_where_it_names_one(house, named, said):
    base = Document(str(house))
    defaults = base.styles.element.find(f".//{qn('w:rPrDefault')}/{qn('w:rPr')}")
    language = defaults.find(qn("w:lang"))
    language.set(qn("w:val"), named)
    if not named:
        defaults.remove(language)
    base.core_properties.language = named
    base.save(str(house))
    made = made_on(house)
    assert made.styles.element.find(f".//{qn('w:rPrDefault')}/{qn('w:rPr')}/{qn('w:lang')}").get(qn("w:val")) == said
    assert made.core_properties.language == said


def test_the_styles_are_listed_once(house):
    with zipfile.ZipFile(house) as package:
        assert "word/stylesWithEffects.xml" in package.namelist()
    body = Body()
    body.speech("Quote", "I open the door.")
    with zipfile.ZipFile(io.BytesIO(word_file(body, PROPERTIES, house=house))) as package:
        assert "word/stylesWithEffects.xml" not in package.namelist()
        assert b"stylesWithEffects" not in package.read("[Content_Types].xml")


def test_a_heading_stays_with_what_follows_whatever_the_bases_style_says(house):
    heading, *_ = made_on(house).paragraphs
    assert heading.paragraph_format.keep_with_next
    body = Body()
    body.paragraph("TOCHeading", "Contents")
    body.paragraph("Normal", "First")
    contents, first = Document(io.BytesIO(word_file(body, PROPERTIES, house=house))).paragraphs
    assert (contents.paragraph_format.keep_with_next, first.paragraph_format.keep_with_next) == (True, None)


def test_a_quote_too_long_to_stay_with_what_follows_says_so_only_once(house):
    body = Body()
    body.speech("Quote", "Yes. " * 2_000)
    document = Document(io.BytesIO(word_file(body, PROPERTIES, house=house)))
    (said,) = document.element.body.iterfind(f".//{qn('w:keepNext')}")  # a second makes the file one that Word repairs
    assert said.get(qn("w:val")) == "0"


def test_a_missing_style_is_added_and_stands_on_the_bases_own(house):
    made = made_on(house)
    based_on = made.styles["Quote"].element.find(qn("w:basedOn"))
    assert based_on.get(qn("w:val")) == "Normal"
    kinds = {style.type for style in made.styles if style.name == "Memo"}
    assert kinds == {WD_STYLE_TYPE.CHARACTER, WD_STYLE_TYPE.PARAGRAPH}
    ids = [style.style_id for style in made.styles]
    assert len(set(ids)) == len(ids)


def test_a_base_that_fetches_or_forbids_something_does_so_no_longer(house):
    document = Document(str(house))
    settings = document.settings
    part = document.part.part_related_by(RELATIONSHIP_TYPE.SETTINGS)
    far = part.relate_to(
        "https://example.org/t.dotm",
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate",
        is_external=True,
    )
    attached = settings.element.makeelement(qn("w:attachedTemplate"), {qn("r:id"): far})
    protected = settings.element.makeelement(qn("w:documentProtection"), {qn("w:edit"): "readOnly"})
    settings.element.insert(0, protected)
    settings.element.insert(0, attached)
    document.save(str(house))
    made = made_on(house)
    assert not made.part.part_related_by(RELATIONSHIP_TYPE.SETTINGS).rels
    assert {child.tag for child in made.settings.element}.isdisjoint({attached.tag, protected.tag})


@pytest.mark.parametrize(
    "content", [b"", b"{\\rtf1 not word}", b"PK\x03\x04cut short", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 an old .doc"]
)
def test_what_is_no_word_document_is_refused_by_name(tmp_path, content):
    (tmp_path / "house.docx").write_bytes(content)
    with pytest.raises(UserError, match=r"“house.docx” is no Word document or template"):
        made_on(tmp_path / "house.docx")


def test_a_package_of_something_else_and_a_missing_file_are_refused(tmp_path):
    from openpyxl import Workbook

    Workbook().save(tmp_path / "table.xlsx")
    with pytest.raises(UserError, match="no Word document"):
        made_on(tmp_path / "table.xlsx")
    with pytest.raises(UserError, match="can’t be read"):
        made_on(tmp_path / "nowhere.docx")
