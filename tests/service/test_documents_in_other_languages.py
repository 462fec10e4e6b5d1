"""What is written for people is in the language that is spoken: all that isn't the project's own went through `tr`."""

from __future__ import annotations

import html
import re
import shutil
import zipfile
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from qualcoder_lite import translation
from qualcoder_lite.service.codebook.codebooks import published
from qualcoder_lite.service.project import Project
from tests.foreign_words import OwnWords, look_up, unmarked
from tests.service.every_document import prepare, write_certificate, write_every_document, write_what_programs_read

LANGUAGE = "eo"
PUBLISHED = ("published-2013", "published-2011")
# What the project keeps in one word, and what is the same in every language.
_STORED = ("macro", "outcomes-framework", "features", "docx", "u-alpha", "cu-alpha")
_NO_WORDS = re.compile(r"\b[0-9a-f]{16,64}\b|\S*/written/\S+|\{quotes\}")
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_CORE = "docProps/core.xml"


@pytest.fixture(scope="module")
def written(demonstration_file: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, OwnWords]:
    """A folder of every document in a language that nobody speaks, and the project's own words."""
    folder = tmp_path_factory.mktemp("documents")
    path = Path(shutil.copyfile(demonstration_file, folder / "project.qclite"))
    documents = folder / "written"
    documents.mkdir()
    notes = [mark.note for name in PUBLISHED for mark in published(name).marks if mark.note]
    translation.speak(look_up, LANGUAGE)
    try:
        with Project.open(path) as project:
            prepare(project)
            write_every_document(project, documents)
            own = OwnWords(path, also=[*_STORED, *notes])
            write_certificate(project, documents)
    finally:
        translation.speak(None)
    return documents, own


def texts_of(document: Path) -> set[str]:
    """All that is seen or heard in a document."""
    if document.suffix == ".svg":
        return texts_of_svg(document)
    if document.suffix == ".html":
        return texts_of_page(document)
    return texts_of_word(document) if document.suffix == ".docx" else texts_of_workbook(document)


def texts_of_svg(picture: Path) -> set[str]:
    root = ET.fromstring(picture.read_bytes())  # noqa: S314 - what the program wrote itself
    lines = [element.text or "" for element in root.iter() if element.tag.endswith("}text")]
    # A sentence goes on in the next line.
    return {
        " ".join(lines),
        *(element.text or "" for element in root.iter() if element.tag.endswith(("title", "desc"))),
    }


def texts_of_page(page: Path) -> set[str]:
    text = re.sub(r"<(style|script)>.*?</\1>", "", page.read_text(encoding="utf-8"), flags=re.DOTALL)
    said = re.findall(r'(?:aria-label|data-said)="([^"]*)"', text)
    return {html.unescape(each) for each in (*said, *re.split(r"<[^>]*>", text))}


def texts_of_word(document: Path) -> set[str]:
    found: set[str] = set()
    with zipfile.ZipFile(document) as package:
        for name in package.namelist():
            if name == _CORE or re.match(r"word/(document|header|footer)\d*\.xml", name):
                root = ET.fromstring(package.read(name))  # noqa: S314 - what the program wrote itself
                found.update("".join(part.text or "" for part in each.iter(f"{_W}t")) for each in root.iter(f"{_W}p"))
                summaries = (*root.iter(f"{_W}tblCaption"), *root.iter(f"{_W}tblDescription"))
                found.update(each.get(f"{_W}val", "") for each in summaries)
                found.update(each.text or "" for each in root.iter() if each.tag.endswith(("}title", "}subject")))
    return found


def texts_of_workbook(workbook: Path) -> set[str]:
    import openpyxl

    book = openpyxl.load_workbook(workbook)
    cells = (cell.value for sheet in book for row in sheet.iter_rows() for cell in row)
    return {*book.sheetnames, *(value for value in cells if isinstance(value, str))}


KINDS = ("agreement", "certificate", "chart", "codebook", "extracts", "frequencies", "together", "matrix", "memos")
KINDS = (*KINDS, "minutes", "picture", "report", "what has left")


@pytest.mark.parametrize("kind", KINDS)
def test_all_words_of_a_document_are_in_the_language_that_is_spoken(written, kind):
    folder, own = written
    documents = sorted(folder.glob(f"{kind}*"))
    assert documents
    found = {
        document.name: sorted(text for text in texts_of(document) if own.lacks(unmarked(_NO_WORDS.sub(" ", text))))
        for document in documents
    }
    assert {name: texts for name, texts in found.items() if texts} == {}


def test_every_document_was_looked_at(written):
    folder, _ = written
    assert {document.stem for document in folder.iterdir() if not document.stem.startswith(KINDS)} == set()


def test_documents_say_which_language_they_are_in(written):
    folder, _ = written
    for document in folder.glob("*.docx"):
        with zipfile.ZipFile(document) as package:
            said = package.read("word/styles.xml") + package.read("word/settings.xml") + package.read(_CORE)
        found = re.findall(rb'<w:(?:lang|themeFontLang) w:val="([^"]*)"|<dc:language>([^<]*)<', said)
        assert {style or core for style, core in found} == {LANGUAGE.encode()}
        assert len(found) == 3
    for page in folder.glob("*.html"):
        assert f'<html lang="{LANGUAGE}">' in page.read_text(encoding="utf-8")


def test_what_programs_read_is_the_same_in_every_language(demonstration, tmp_path):
    english, other = tmp_path / "english", tmp_path / "other"
    for folder in (english, other):
        folder.mkdir()
    files = write_what_programs_read(demonstration, english)
    translation.speak(look_up, LANGUAGE)
    try:
        write_what_programs_read(demonstration, other)
    finally:
        translation.speak(None)
    assert [file.name for file in files if file.read_bytes() != (other / file.name).read_bytes()] == []
