"""Coded extracts as a workbook and as a web page, made of the same document as the Word file."""

from __future__ import annotations

import io
from collections import Counter
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from itertools import pairwise

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qualcoder_lite.domain.extracts.quote_notes import QuoteNotes, SignedMemo
from qualcoder_lite.domain.project_details import ProjectDetails
from qualcoder_lite.exporters.extract_web_page import write_extracts_web_page
from qualcoder_lite.exporters.extract_workbook import write_extracts_workbook
from qualcoder_lite.exporters.word.extracts_content import ExtractsDocument

_VOID = {"meta", "br", "input"}


@pytest.fixture
def document(codebook, extracts) -> ExtractsDocument:
    return ExtractsDocument(
        title="Coded extracts",
        study=ProjectDetails("What matters to people"),
        date=date(2026, 3, 2),
        who="Ailsa Brodie",
        extracts=[*extracts[:3], replace(extracts[3], may_quote=False)],
        codebooks=[codebook],
        scope=["Sites: Camden, Fenmarsh."],
        withheld_passages=1,
        withheld_people=1,
        marked=True,
        warnings=["“(unpaid carer, Fenmarsh)” fits only 1 person of the project."],
        notes={
            extracts[0].id: QuoteNotes(memos=(SignedMemo(text="Asked <first>.", coder="Ailsa"),), settled=True),
            extracts[1].id: QuoteNotes(
                before="Interviewer: And at night?", after="Interviewer: I see.", also=("Reliability",), line=7
            ),
        },
    )


def page(document: ExtractsDocument) -> str:
    stream = io.BytesIO()
    write_extracts_web_page(document, stream)
    return stream.getvalue().decode()


def workbook(document: ExtractsDocument, dates: dict[str, str]) -> openpyxl.Workbook:
    stream = io.BytesIO()
    write_extracts_workbook(document, dates, stream)
    return openpyxl.load_workbook(io.BytesIO(stream.getvalue()))


class Outline(HTMLParser):
    """Which elements a page has, and that each is closed where it should be."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.found.append((tag, dict(attrs)))
        if tag not in _VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if self.open and self.open[-1] not in ("style", "script"):
            self.words.append(data)


def test_the_web_page_is_as_it_was_read_and_found_good(document, golden):
    golden("extracts.html", page(document))


def test_the_web_page_can_be_found_ones_way_in_without_seeing_it(document):
    outline = Outline(page(document))
    assert outline.open == []
    tags = Counter(tag for tag, _ in outline.found)
    assert all(tags[landmark] == 1 for landmark in ("header", "nav", "search", "main", "footer", "h1", "title"))
    assert outline.found[0] == ("html", {"lang": "en-GB"})
    levels = [int(tag[1]) for tag, _ in outline.found if tag in ("h1", "h2", "h3", "h4")]
    assert all(after <= before + 1 for before, after in pairwise(levels))
    ids = [attributes["id"] for _, attributes in outline.found if "id" in attributes]
    assert len(ids) == len(set(ids))
    linked = {attributes["href"] for tag, attributes in outline.found if tag == "a"}
    assert linked <= {f"#{id_}" for id_ in ids}


def test_the_web_page_fetches_nothing(document):
    text = page(document)
    assert "default-src 'none'" in text
    assert "http:" not in text
    assert "https:" not in text
    assert not any(name in ("src", "srcset", "action") for _, attributes in Outline(text).found for name in attributes)


@settings(max_examples=25)
@given(said=st.text(min_size=1), memo=st.text())
def test_nothing_that_was_said_becomes_part_of_the_page(document, said, memo):
    said = f"{said}</blockquote><script>alert(1)</script>&amp;"
    hostile = replace(document.extracts[0], text=said)
    outline = Outline(
        page(replace(document, extracts=[hostile], notes={hostile.id: QuoteNotes(memos=(SignedMemo(text=memo),))}))
    )
    assert outline.open == []
    assert Counter(tag for tag, _ in outline.found)["script"] == 1
    assert "<script>alert(1)</script>&amp;" in "".join(outline.words)


def test_the_workbook_is_as_it_was_read_and_found_good(document, golden):
    book = workbook(document, {"transcript 2": "2026-02-03", "transcript 3": "spring"})
    lines = []
    for sheet in book.worksheets:
        lines.append(f"[{sheet.title}] {sheet.freeze_panes} {sheet.auto_filter.ref}")
        lines += [
            " | ".join(f"{cell.data_type}:{cell.value}" for cell in row if cell.value is not None)
            for row in sheet.iter_rows()
        ]
    golden("extracts_workbook.txt", "\n".join(lines) + "\n")


def test_two_codes_whose_names_begin_alike_have_a_sheet_each(document):
    name = "A very long name of a code that goes on"
    alike = [replace(document.extracts[0], code=f"{name} {n}") for n in (1, 2)]
    book = workbook(replace(document, extracts=alike), {})
    assert len(book.sheetnames) == 4
    assert [cell.value for cell in book["Codes"]["B"][1:]] == [f"{name} 1", f"{name} 2"]
