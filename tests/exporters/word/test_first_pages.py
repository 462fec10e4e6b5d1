"""The first pages of a document are shown as the very document has them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import docx

from qualcoder_lite.domain.extracts.layout import ExtractsLayout
from qualcoder_lite.domain.paper import PaperTable, Paragraph
from qualcoder_lite.domain.project_details import ProjectDetails
from qualcoder_lite.exporters.word.body import Body, Cell, Table
from qualcoder_lite.exporters.word.extracts import extracts_body, opening_body, write_extracts_document
from qualcoder_lite.exporters.word.extracts_content import ExtractsDocument
from qualcoder_lite.exporters.word.first_pages import first_pages

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qualcoder_lite.domain.paper import OnPaper


def paragraphs(shown: Sequence[OnPaper]) -> list[Paragraph]:
    return [each for each in shown if isinstance(each, Paragraph)]


def test_it_begins_as_the_document_that_is_written(codebook, extracts, tmp_path):
    document = ExtractsDocument(
        title="Coded extracts",
        study=ProjectDetails("What <matters> & why"),
        date=date(2026, 3, 2),
        who="Ailsa",
        extracts=[*extracts[1:], extracts[0]],  # in the order of the codebook
        codebooks=[codebook],
    )
    shown = first_pages(extracts_body(document), 400, contents=400)
    write_extracts_document(document, tmp_path / "e.docx")
    written = [each.text for each in docx.Document(str(tmp_path / "e.docx")).paragraphs]
    assert [" ".join(f"{each.label} {each.words}".split()) for each in paragraphs(shown)] == [
        " ".join(text.split()) for text in written if text.strip()
    ]

    bare = replace(document, layout=ExtractsLayout(appendices=frozenset()))
    begins = paragraphs(first_pages(opening_body(bare, 1), 400))
    whole = paragraphs(first_pages(extracts_body(bare), 400))
    last = next(n for n, each in enumerate(whole) if each.words == "Process" and each.new_page)
    assert begins[:last] == whole[:last]


def test_each_paragraph_looks_as_its_style_says():
    body = Body()
    body.paragraph("Title", "What people said")
    body.paragraph("Facts", "\tEverything", label="Scope")
    body.heading(1, "Process")
    body.speech("Quote", "They asked me.\nFirst.")
    body.paragraph("Memo", "Note this.", label="Memo: ")
    title, fact, heading, quote, second, memo = paragraphs(first_pages(body, 10))
    assert (title.words, title.size, title.bold, title.new_page) == ("What people said", 26, True, False)
    assert (fact.label, fact.words, fact.left) == ("Scope", "Everything", 0)
    assert (heading.words, heading.new_page) == ("Process", True)
    assert (quote.words, quote.bar, second.words) == ("They asked me.", True, "First.")
    assert (memo.label, memo.boxed, memo.size) == ("Memo: ", True, 10)
    large = paragraphs(first_pages(body, 2, smallest=16))
    assert [each.size for each in large] == [31, 16]


def test_of_a_table_the_head_and_the_first_rows_are_shown():
    body = Body()
    rows = [[Cell([("TableGroup", "Process")], span=2)], *[[Cell([("TableText", "a"), ("TableText", "b")])] * 2] * 9]
    head = [Cell([("TableHeading", "Outcome")]), Cell([("TableHeading", "Co-location")])]
    body.table(Table(title="Table 1", summary="Counts", widths=[2000, 3000], header=head, rows=rows))
    title, table = first_pages(body, 10)
    assert isinstance(title, Paragraph)
    assert isinstance(table, PaperTable)
    assert (title.words, table.head) == ("Table 1", ["Outcome", "Co-location"])
    assert table.rows == [["Process"], *[["a\nb", "a\nb"]] * 3]
    assert (table.shares, table.goes_on, table.size) == ([2000, 3000], True, 9)
    assert first_pages(body, 10, smallest=16)[1].size == 16


def test_no_more_is_shown_than_asked_for():
    body = Body()
    body.contents()
    for number in range(30):
        body.heading(1, f"Part {number}")
    shown = paragraphs(first_pages(body, 20, contents=5))
    assert [each.words for each in shown[:7]] == [*(f"Part {n}" for n in range(5)), "Part 0", "Part 1"]
    assert len(shown) == 20
