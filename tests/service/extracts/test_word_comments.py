"""Comments that a lead writes on quotes in Word, taken back as memos on those very codings."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from docx import Document
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml

from qualcoder_lite.domain.errors import UserError
from qualcoder_lite.domain.extracts.quote_id import quote_id
from qualcoder_lite.domain.memo import Subject
from qualcoder_lite.domain.project_details import ProjectDetails
from qualcoder_lite.service.extracts.order import ExtractsOrder
from qualcoder_lite.service.memos.listed import MemoFilter
from qualcoder_lite.service.project import Project
from tests.service.helpers import put

if TYPE_CHECKING:
    from pathlib import Path

    from docx.document import Document as WordDocument
    from docx.text.paragraph import Paragraph

SAFE, BUS = "I feel safe now", "The bus stopped running"
ORDER = ExtractsOrder(study=ProjectDetails("A study"), date=date(2026, 3, 3))


@pytest.fixture
def exported(study, tmp_path) -> Path:
    """A document of two quotes."""
    put(study, SAFE)
    put(study, BUS, "Choice")
    study.extracts.write(tmp_path / "quotes.docx", ORDER)
    return tmp_path / "quotes.docx"


def paragraph(document: WordDocument, words: str, style: str = "") -> Paragraph:
    return next(
        p for p in document.paragraphs if words in p.text and (not style or (p.style and p.style.name == style))
    )


def comment(file: Path, words: str, text: str, *, author: str = "Dennis Okoro", style: str = "") -> None:
    document = Document(str(file))
    document.add_comment(paragraph(document, words, style).runs, text=text, author=author, initials="D")
    document.save(str(file))


def on_codings(project: Project) -> list[tuple[str, str, str]]:
    listed = project.memos.all(MemoFilter(subjects=(Subject.CODING,)))
    return sorted((each.memo.about.coding, each.coder, each.memo.body) for each in listed)


def test_a_comment_becomes_a_signed_memo_on_its_own_coding_in_one_step(study, exported):
    comment(exported, SAFE, "Is this trust\nrather?")
    comment(exported, BUS, "Good.", author="A New Lead", style="Quote")
    taken = study.extracts.take_comments_back(exported, coder="Ailsa Brodie")
    of_code = {each.code: each.id for each in study.extracts.all()}
    assert on_codings(study) == sorted(
        [
            (of_code["Feeling safe"], "Dennis Okoro", "Is this trust\nrather?"),
            (of_code["Choice"], "A New Lead", "Good."),
        ]
    )
    assert (taken.taken, taken.already, taken.elsewhere, taken.gone, taken.changed) == (2, 0, [], [], [])
    assert taken.changes.made == ("coder “Dennis Okoro”", "coder “A New Lead”")
    assert study.history.next_undo().what == "took 2 comments back from “quotes.docx”"
    study.history.undo()
    assert on_codings(study) == []


@pytest.mark.parametrize("style", ["Quote", "Attribution", "Details"])
def test_a_comment_may_be_on_any_line_of_the_quote(study, exported, style):
    words = {"Quote": SAFE, "Attribution": "Fenmarsh", "Details": "coded by"}[style]
    comment(exported, words, "Look again.", style=style)
    assert study.extracts.take_comments_back(exported).taken == 1
    listed = study.memos.all(MemoFilter(subjects=(Subject.CODING,)))
    assert [each.thing for each in listed] == ["Feeling safe"]


def test_the_same_file_again_takes_nothing_and_a_later_comment_is_taken_alone(study, exported):
    comment(exported, SAFE, "First.")
    study.extracts.take_comments_back(exported)
    again = study.extracts.take_comments_back(exported)
    assert (again.taken, again.already, bool(again.changes)) == (0, 1, False)
    comment(exported, SAFE, "Second.", style="Quote")
    later = study.extracts.take_comments_back(exported)
    assert (later.taken, later.already) == (1, 1)


def test_two_copies_that_take_the_same_comments_merge_into_one_memo_each(study, exported, tmp_path):
    study.backup(tmp_path / "copy.qclite")
    comment(exported, SAFE, "First.")
    study.extracts.take_comments_back(exported)
    with Project.open(tmp_path / "copy.qclite") as copy:
        copy.extracts.take_comments_back(exported)
    with study.merging.look([tmp_path / "copy.qclite"]) as look:
        study.merging.bring(look)
    assert len(on_codings(study)) == 1


def test_a_comment_without_a_time_is_taken_once(study, exported):
    comment(exported, SAFE, "Undated.")
    document = Document(str(exported))
    for each in document.part._comments_part.element:
        del each.attrib[qn("w:date")]
    document.save(str(exported))
    assert study.extracts.take_comments_back(exported).taken == 1
    assert study.extracts.take_comments_back(exported).already == 1


def test_what_is_changed_in_a_quote_is_told_and_not_taken_in(study, exported):
    comment(exported, SAFE, "I mended the words.")
    document = Document(str(exported))
    paragraph(document, SAFE).runs[0].text = "I feel quite safe now"
    document.save(str(exported))
    taken = study.extracts.take_comments_back(exported)
    (safe,) = [each for each in study.extracts.all() if each.code == "Feeling safe"]
    assert taken.changed == [quote_id(safe.id)]
    assert taken.taken == 1
    assert safe.text == SAFE


def test_a_tracked_change_counts_as_one_and_one_that_changes_nothing_does_not(study, exported):
    document = Document(str(exported))
    quote = paragraph(document, BUS)
    run = quote.runs[0]._r
    deleted = parse_xml(
        '<w:del xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" w:id="9" w:author="D">'
        '<w:r><w:delText xml:space="preserve">never said</w:delText></w:r></w:del>'
    )
    run.addnext(deleted)
    document.save(str(exported))
    assert study.extracts.take_comments_back(exported).changed == []
    run.addnext(
        parse_xml(
            '<w:ins xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" w:id="8" w:author="D">'
            "<w:r><w:t>, they say</w:t></w:r></w:ins>"
        )
    )
    document.save(str(exported))
    (choice,) = [each for each in study.extracts.all() if each.code == "Choice"]
    assert study.extracts.take_comments_back(exported).changed == [quote_id(choice.id)]


def test_a_comment_on_no_quote_and_one_whose_coding_is_gone_are_told_and_not_taken(study, exported):
    comment(exported, "A study", "Nice title.")
    comment(exported, SAFE, "And this?")
    (safe,) = [each for each in study.extracts.all() if each.code == "Feeling safe"]
    study.codings.remove([safe.id])
    taken = study.extracts.take_comments_back(exported)
    assert [one.text for one in taken.elsewhere] == ["Nice title."]
    assert [one.text for one in taken.gone] == ["And this?"]
    assert taken.taken == 0
    assert on_codings(study) == []


def test_the_memo_goes_with_its_coding_and_comes_back_with_it(study, exported):
    comment(exported, SAFE, "Look.")
    study.extracts.take_comments_back(exported)
    (safe,) = [each for each in study.extracts.all() if each.code == "Feeling safe"]
    assert safe.memo == "Look."
    study.codings.remove([safe.id])
    assert on_codings(study) == []
    study.history.undo()
    assert [body for _, _, body in on_codings(study)] == ["Look."]


def test_a_comment_that_was_taken_back_stands_under_its_quote_in_the_next_document(study, exported, tmp_path):
    comment(exported, SAFE, "Look.")
    study.extracts.take_comments_back(exported)
    study.extracts.write(tmp_path / "next.docx", ORDER)
    memos = [p.text for p in Document(str(tmp_path / "next.docx")).paragraphs if p.style and p.style.name == "Memo"]
    assert len(memos) == 1
    assert memos[0].startswith("Memo (Dennis Okoro, ")
    assert memos[0].endswith("): Look.")


def test_the_memo_is_its_writers_to_change_like_any_other(study, exported):
    comment(exported, SAFE, "Look.")
    study.extracts.take_comments_back(exported)
    (listed,) = study.memos.all()
    with pytest.raises(UserError, match="theirs to change"):
        study.memos.change(listed.memo.id, coder="Ailsa Brodie", body="Mine now")
    study.memos.change(listed.memo.id, coder="Dennis Okoro", body="Look twice.")
    study.codings.recode(listed.memo.about.coding, end=listed.memo.about.end - 4)
    (listed,) = study.memos.all()
    assert listed.memo.body == "Look twice."
    assert study.memos.quoted(listed.memo.about).words == SAFE.removesuffix(" now")


def test_a_document_of_another_project_and_one_without_quotes_are_refused(study, exported, tmp_path):
    comment(exported, SAFE, "Look.")
    with Project.create(tmp_path / "other.qclite") as other, pytest.raises(UserError, match="Open the project"):
        other.extracts.take_comments_back(exported)
    Document().save(str(tmp_path / "empty.docx"))
    with pytest.raises(UserError, match="hidden mark"):
        study.extracts.take_comments_back(tmp_path / "empty.docx")
    (tmp_path / "notes.docx").write_text("not Word at all")
    with pytest.raises(UserError, match="no Word document"):
        study.extracts.take_comments_back(tmp_path / "notes.docx")
