"""The command memos: listing, narrowing, Word and CSV."""

from __future__ import annotations

import docx
import pytest

from qualcoder_lite.domain.memo import About, MemoKind
from qualcoder_lite.service.project import Project
from tests.cli.helpers import TALK, read_csv


@pytest.fixture
def thoughtful(study):
    """The small project with a memo about the project, one about a passage, and one on a coding."""
    study.code("I feel safe now", "Feeling safe", "Ailsa Brodie", "--memo", "The lock")
    with Project.open(study.path) as project:
        (entry,) = project.transcripts.overview()
        start = TALK.index("The bus")
        passage = About(transcript=entry.transcript.id, start=start, end=start + 24)
        project.memos.write(
            passage, "Buses again.\nAs in Hallowby.", coder="Ben Okafor", kind=MemoKind.THEME, title="Buses"
        )
        project.memos.write(About(), "We ask too fast.", coder="Ailsa Brodie", kind=MemoKind.REFLEXIVE)
    return study


def test_memos_are_listed_with_what_they_are_about_and_who_signed_them(thoughtful):
    shown = thoughtful.do("memos").out
    assert "elsie (Fenmarsh) – Buses  [theme, Ben Okafor, " in shown
    assert "   Buses again.\n   As in Hallowby.\n" in shown
    listed = thoughtful.ask("memos")
    assert {(each["about"], each["kind"], each["coder"]) for each in listed} == {
        ("passage", "theme", "Ben Okafor"),
        ("project", "reflexive", "Ailsa Brodie"),
        ("coding", "note", "Ailsa Brodie"),
    }
    passage = next(each for each in listed if each["about"] == "passage")
    assert TALK[passage["start"] : passage["end"]] == "The bus stopped running."


def test_memos_are_narrowed_by_kind_writer_subject_and_words(thoughtful):
    assert len(thoughtful.ask("memos", "--kind", "theme", "--kind", "note")) == 2
    assert len(thoughtful.ask("memos", "--coder", "ailsa brodie")) == 2
    assert len(thoughtful.ask("memos", "--about", "project")) == 1
    assert len(thoughtful.ask("memos", "--search", "hallowby BUSES")) == 1
    assert thoughtful("memos", "--kind", "diary").code == 2


def test_memos_go_to_word_with_the_passage_quoted_unless_the_person_said_no(thoughtful, tmp_path):
    out = tmp_path / "memos.docx"
    assert thoughtful.do("memos", "-o", out).out == f"Wrote 3 memos to “{out}”.\n"
    styles = {(each.style.name or "", each.text) for each in docx.Document(str(out)).paragraphs if each.style}
    assert ("Quote", "The bus stopped running.") in styles
    assert ("heading 1", "The project") in {(style.lower(), text) for style, text in styles}
    assert any(text.startswith("Theme memo · Ben Okafor · ") for _, text in styles)
    table = tmp_path / "people.csv"
    table.write_text("participant,quote_consent\nElsie,no\n", encoding="utf-8")
    thoughtful.do("participants", "--from", table)
    thoughtful.do("memos", "-o", out)
    text = "\n".join(each.text for each in docx.Document(str(out)).paragraphs)
    assert "The bus stopped running" not in text
    assert "Buses again." in text
    assert "The words of 2 passages are left out" in text


def test_memos_go_to_a_table_and_nowhere_else(thoughtful, tmp_path):
    thoughtful.do("memos", "-o", tmp_path / "memos.csv")
    rows = read_csv(tmp_path / "memos.csv")
    assert [row["title"] for row in rows if row["about"] == "passage"] == ["Buses"]
    assert "not as “.pdf”" in thoughtful("memos", "-o", tmp_path / "memos.pdf").sentence
    assert "no such memo" in thoughtful("memos", "--search", "xyz", "-o", tmp_path / "no.docx").sentence
    assert not (tmp_path / "no.docx").exists()
