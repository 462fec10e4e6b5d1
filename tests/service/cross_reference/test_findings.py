"""The matrix of a project: what is handed to the counting, and the files it goes to."""

from __future__ import annotations

from datetime import date

import docx
import pytest

from qualcoder_lite.domain.coding import Polarity
from qualcoder_lite.domain.errors import UnknownNameError, UserError
from qualcoder_lite.domain.transcript import ReadingChoices
from qualcoder_lite.service.scope import Scope
from qualcoder_lite.service.transcripts.reading import ImportOptions
from tests.service.helpers import TALK, asked, put

LENSES = ["sites", "passages", "attributions"]


def cell(matrix, outcome: str, feature: str) -> dict:
    found = matrix.as_dict()
    return found["cells"][found["rows"].index(outcome)][found["columns"].index(feature)]


def test_rows_are_the_outcomes_and_columns_the_features_of_the_lens(demonstration):
    books, register = demonstration.codebooks.all(), demonstration.sites.features()
    for lens in LENSES:
        matrix = demonstration.findings.matrix(lens).as_dict()
        assert matrix["rows"] == [code.name for code in books[0].codes]
        columns = register if lens == "sites" else books[1].codes
        assert matrix["columns"] == [column.name for column in columns]


@pytest.mark.parametrize("lens", LENSES)
def test_an_empty_project_has_a_matrix_of_nothing(study, lens):
    matrix = study.findings.matrix(lens).as_dict()
    assert len(matrix["rows"]) == 15
    assert matrix["denominators"]["people"] == 1
    assert '"passages": 1' not in str(matrix)


def test_where_nobody_is_labelled_paragraphs_stand_in_for_turns(study, tmp_path):
    (tmp_path / "note.txt").write_text(TALK, encoding="utf-8")
    study.transcripts.import_file(
        tmp_path / "note.txt", ImportOptions(reading=ReadingChoices(find_speakers=False), again=True)
    )

    def code(words: str, name: str) -> None:
        new = asked(words, name)
        study.codings.add(type(new)(transcript="note", start=new.start, end=new.end, code=name, coder="AB"))

    code("I ring", "Responsiveness")
    code("I feel safe", "Co-location")
    code("The bus stopped", "Limited resources")
    near = study.findings.matrix("passages")
    assert cell(near, "Responsiveness", "Co-location")["passages"] == 1
    assert cell(near, "Responsiveness", "Limited resources")["passages"] == 0
    assert cell(study.findings.matrix("passages", near=2), "Responsiveness", "Limited resources")["passages"] == 1


def test_people_who_were_read_to_the_end_are_those_declared_done_by_a_coder_in_scope(study):
    put(study, "I feel safe now")
    put(study, "I feel safe now", coder="Dennis")
    study.codings.declare_done("Dennis", ["elsie"])
    for coders, done in (((), 1), (("Dennis",), 1), (("Ailsa Brodie",), 0)):
        matrix = study.findings.matrix("attributions", scope=Scope(coders=coders)).as_dict()
        assert matrix["denominators"]["people_done"] == done


def test_a_link_that_was_taken_back_is_not_counted(study):
    coding = study.codings.get(put(study, "I feel safe now", polarity=Polarity.DELIVERED, helped=("Co-location",)))
    assert cell(study.findings.matrix("attributions"), "Feeling safe", "Co-location")["verdict"] == "supports"
    study.codings.remove([coding.id])
    found = cell(study.findings.matrix("attributions"), "Feeling safe", "Co-location")
    assert (found["people"], found["verdict"]) == (0, "silent")


def test_an_unknown_lens_is_no_lens(study):
    with pytest.raises(ValueError, match="people"):
        study.findings.matrix("people")


def test_an_unknown_name_in_the_scope_is_refused(study):
    with pytest.raises(UnknownNameError):
        study.findings.matrix("sites", scope=Scope(sites=("Nowhere",)))


@pytest.mark.parametrize("lens", LENSES)
def test_the_matrix_is_written_as_its_ending_says(demonstration, tmp_path, lens):
    matrix = demonstration.findings.matrix(lens)
    for name in ("m.csv", "m.DOCX"):
        demonstration.findings.write(tmp_path / name, matrix, on=date(2026, 3, 3), who="Ailsa")
    text = [paragraph.text for paragraph in docx.Document(str(tmp_path / "m.DOCX")).paragraphs]
    assert demonstration.title in text
    assert (tmp_path / "m.csv").read_bytes().startswith(b"\xef\xbb\xbfoutcome,feature,state,")


def test_another_ending_is_refused(demonstration, tmp_path):
    matrix = demonstration.findings.matrix("sites")
    with pytest.raises(UserError, match=r"not as “\.pdf”"):
        demonstration.findings.write(tmp_path / "m.pdf", matrix, on=date(2026, 3, 3))
    assert not list(tmp_path.iterdir())
