"""The demonstration project: made by the same importers that anyone uses, with something true to show on each page."""

from __future__ import annotations

from datetime import date

import docx
import pytest

from qualcoder_lite.domain.chart.cells import marks
from qualcoder_lite.domain.errors import UserError
from qualcoder_lite.domain.schedule import Prompting
from qualcoder_lite.service import demonstration as made_by
from qualcoder_lite.service.demonstration import make_demonstration, usual_place, write_first_answers
from qualcoder_lite.service.sample_work import PRESET
from qualcoder_lite.service.scope import Scope


@pytest.fixture(scope="module")
def demonstration_file(tmp_path_factory):
    path = tmp_path_factory.mktemp("whole") / "demonstration.qclite"
    make_demonstration(path)
    return path


def test_it_holds_what_the_samples_hold(demonstration):
    info = demonstration.info()
    assert info.transcripts >= 12
    assert info.codings >= 150
    assert info.sites == 4
    assert info.coders == ["Ailsa Brodie", "Dennis Okoro"]
    assert demonstration.check() == []


def test_everything_in_it_was_done_by_steps_that_can_be_undone(demonstration):
    entries = demonstration.history.entries()
    assert [entry.what for entry in entries if entry.final] == ["made the project with 44 codes"]
    assert not any(entry.undone for entry in entries)


def test_six_transcripts_or_more_were_coded_and_declared_done_by_both(demonstration):
    both = [each for each in demonstration.transcripts.overview() if len(each.done) == 2 and each.codings > 20]
    assert len(both) >= 6


def test_every_participant_has_a_transcript_at_a_site(demonstration):
    for each in demonstration.transcripts.overview():
        assert each.placement.participant
        assert each.placement.site
        assert each.placement.client_group


def test_the_chart_has_summaries_that_refer_to_quotes_and_one_older_than_its_coding(demonstration):
    chart = demonstration.chart
    grid = chart.grid()
    cells = [grid.cell(row, column) for row in range(len(grid.rows)) for column in range(len(grid.codes))]
    written = [cell for cell in cells if cell.summary]
    assert len(written) >= 12
    assert {cell.by for cell in written} == {"Ailsa Brodie", "Dennis Okoro"}
    assert [cell.older.in_words() for cell in written if cell.older] == ["1 new coding"]
    for cell in written:
        assert marks(cell.summary.body, 9) == list(range(1, len(cell.summary.quotes) + 1))
    assert chart.count(chart.grid("sites")) == 1


def test_quotes_of_several_people_are_starred_and_a_way_of_exporting_is_kept(demonstration):
    starred = demonstration.extracts.all(Scope(starred=True))
    assert len(starred) >= 6
    assert len({quote.transcript for quote in starred}) == len(starred)
    assert [preset.name for preset in demonstration.presets.all()] == [PRESET]


def test_the_schedule_tells_asked_from_unprompted_and_not_asked(demonstration):
    placements = [each.placement for each in demonstration.transcripts.overview()]
    ids = {place.participant.name: place.transcript.id for place in placements}
    codes = {question.wording: question.code for question in demonstration.schedule.questions()}
    asked, safe = demonstration.schedule.asked(), codes["Do you feel safe?"]
    elsie, p07 = ids["Elsie"], ids["P07"]
    assert asked.of_person([elsie], safe, spoke=True) is Prompting.ASKED
    assert asked.of_person([p07], safe, spoke=True) is Prompting.UNPROMPTED
    assert asked.of_person([p07], safe, spoke=False) is Prompting.NOT_ASKED


def test_a_file_that_is_there_is_left_alone(tmp_path):
    (tmp_path / "d.qclite").write_text("mine")
    with pytest.raises(UserError, match="already"):
        make_demonstration(tmp_path / "d.qclite")
    assert (tmp_path / "d.qclite").read_text() == "mine"


def test_one_that_cannot_be_finished_is_not_left_half_made(tmp_path, monkeypatch):
    for name in ("sites.csv", "participants.csv", "transcripts.csv"):
        (tmp_path / "samples" / name).parent.mkdir(exist_ok=True)
        (tmp_path / "samples" / name).write_bytes((made_by.samples_folder() / name).read_bytes())
    monkeypatch.setattr(made_by, "samples_folder", lambda: tmp_path / "samples")
    (tmp_path / "out").mkdir()
    with pytest.raises(UserError):
        make_demonstration(tmp_path / "out" / "d.qclite")
    assert not list((tmp_path / "out").iterdir())


def test_the_first_answers_are_a_matrix_and_extracts_beside_it(demonstration_file):
    written = write_first_answers(demonstration_file, date(2026, 3, 3))
    assert [path.name for path in written] == ["demonstration-extracts.docx", "demonstration-matrix.docx"]
    for path in written:
        text = [paragraph.text for paragraph in docx.Document(str(path)).paragraphs]
        assert made_by.TITLE in text
        assert "Date\t3 March 2026" in text
        path.unlink()


def test_its_usual_place_is_the_persons_own(tmp_path, monkeypatch):
    monkeypatch.setattr("platformdirs.user_data_path", lambda *_, **__: tmp_path / "data" / "ours")
    assert usual_place() == tmp_path / "data" / "ours" / "demonstration.qclite"
    assert usual_place().parent.is_dir()


def test_where_there_can_be_no_such_place_it_says_so(tmp_path, monkeypatch):
    (tmp_path / "file").write_text("")
    monkeypatch.setattr("platformdirs.user_data_path", lambda *_, **__: tmp_path / "file" / "ours")
    with pytest.raises(UserError, match="--to"):
        usual_place()
