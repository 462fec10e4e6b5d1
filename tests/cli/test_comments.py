"""The command comments: a document goes out, and what is written in its margin comes back."""

from __future__ import annotations

import docx
import pytest


@pytest.fixture
def reviewed(study, tmp_path):
    """A study with one quote, and its document with a comment on the quote and one on the title."""
    study.code("I feel safe now", "Feeling safe", "Ailsa Brodie")
    study.do("extracts", "-o", tmp_path / "out.docx")
    document = docx.Document(str(tmp_path / "out.docx"))
    quote = next(p for p in document.paragraphs if p.style and p.style.name == "Quote")
    document.add_comment(quote.runs, text="Is this trust?", author="Dennis Okoro")
    document.add_comment(document.paragraphs[0].runs, text="Nice.", author="Dennis Okoro")
    document.save(str(tmp_path / "back.docx"))
    return study, tmp_path / "back.docx"


def test_comments_come_back_as_memos_and_what_is_left_alone_is_said(reviewed):
    study, file = reviewed
    answer = study.do("comments", file, "--by", "Ailsa Brodie")
    assert answer.out == "1 comment is a memo on its coding now.\n"
    assert "New coder “Dennis Okoro”." in answer.err
    assert "Not taken, because it is on no quote: “Nice.” (Dennis Okoro)." in answer.err
    assert [(each["about"], each["memo"], each["coder"]) for each in study.ask("memos")] == [
        ("coding", "Is this trust?", "Dennis Okoro")
    ]


def test_json_tells_the_same(reviewed):
    study, file = reviewed
    first, again = study.ask("comments", file), study.ask("comments", file)
    assert (first["taken"], first["already"], again["taken"], again["already"]) == (1, 0, 0, 1)
    assert [one["text"] for one in again["elsewhere"]] == ["Nice."]
    assert (again["gone"], again["changed"]) == ([], [])
