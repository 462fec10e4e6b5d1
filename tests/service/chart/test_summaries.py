"""The framework chart: written, flagged when it is older than the coding, rolled up, merged, withdrawn, handed out."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import openpyxl
import pytest
from docx import Document

from qualcoder_lite.domain.chart.cells import Level
from qualcoder_lite.domain.consent import ConsentAnswer, ConsentSubject
from qualcoder_lite.domain.errors import UserError
from qualcoder_lite.domain.paper import PaperTable, Paragraph
from qualcoder_lite.domain.people import Consent
from qualcoder_lite.domain.project_details import ProjectDetails
from qualcoder_lite.service.agreement.rounds import NewRound
from qualcoder_lite.service.chart.file import ChartOrder
from qualcoder_lite.service.project import Project
from qualcoder_lite.service.scope import Scope
from tests.service.helpers import put

if TYPE_CHECKING:
    from qualcoder_lite.service.chart.grid import ChartCell, ChartGrid

AILSA = "Ailsa Brodie"


def column(grid: ChartGrid, outcome: str = "Feeling safe") -> int:
    return [code.name for code in grid.codes].index(outcome)


def write(project: Project, body: str, *quotes: str, level: Level = Level.PEOPLE, coder: str = AILSA) -> None:
    grid = project.chart.grid(level)
    project.chart.write(grid, 0, column(grid), body, quotes=quotes, coder=coder)


def cell(project: Project, level: Level = Level.PEOPLE) -> ChartCell:
    grid = project.chart.grid(level)
    return grid.cell(0, column(grid))


def body(project: Project, level: Level = Level.PEOPLE) -> str:
    summary = cell(project, level).summary
    return summary.body if summary else ""


def test_a_summary_is_written_signed_and_told_in_the_history(study: Project):
    safe = put(study, "I feel safe now.")
    write(study, "Safe since she has the pendant [1].", safe)
    found = cell(study)
    assert found.summary is not None
    assert (found.summary.body, found.summary.quotes, found.by) == (
        "Safe since she has the pendant [1].",
        (safe,),
        AILSA,
    )
    assert (found.passages, bool(found.older)) == (1, False)
    assert study.history.entries(1)[0].what == "summarised Feeling safe for Elsie"
    study.history.undo()
    assert body(study) == ""


def test_a_blank_summary_is_taken_away_and_nobody_signs_nothing(study: Project):
    write(study, "Something.")
    write(study, "   ")
    assert cell(study).summary is None
    with pytest.raises(UserError, match="who you are"):
        write(study, "Something.", coder=" ")


def test_writing_the_same_again_changes_nothing(study: Project):
    write(study, "Something.")
    grid = study.chart.grid()
    assert not study.chart.write(grid, 0, column(grid), "Something.", coder=AILSA)


def test_a_summary_is_older_than_coding_that_came_later_until_somebody_says_it_holds(study: Project):
    write(study, "Safe.")
    put(study, "I feel safe now.")
    assert cell(study).older.in_words() == "1 new coding"
    write(study, "Safe.")
    assert not cell(study).older
    study.codings.remove([cell_coding(study)])
    assert cell(study).older.in_words() == "1 gone coding"
    study.history.undo()
    assert not cell(study).older


def cell_coding(project: Project) -> str:
    grid = project.chart.grid()
    return grid.passages(0, column(grid))[0].codings[0]


def test_quotes_of_a_cell_are_its_own(study: Project):
    put(study, "I feel safe now.")
    put(study, "I sit at home", "Having things to do")
    grid = study.chart.grid()
    assert [quote.text for quote in study.chart.quotes(grid, 0, column(grid))] == ["I feel safe now."]


def test_a_site_shows_what_is_written_of_its_people_and_a_summary_of_its_own(study: Project):
    write(study, "Elsie feels safe.")
    write(study, "People here feel safe.", level=Level.SITES)
    found = cell(study, Level.SITES)
    assert found.parts == (("Elsie", "Elsie feels safe."),)
    assert (body(study, Level.SITES), bool(found.older)) == ("People here feel safe.", False)
    write(study, "Elsie feels safe now.")
    assert cell(study, Level.SITES).older.in_words(summaries=True) == "1 changed summary"
    assert cell(study, Level.CLIENT_GROUPS).parts == (("Elsie", "Elsie feels safe now."),)


def test_what_two_copies_wrote_is_kept_and_becomes_one(study: Project, tmp_path: Path):
    first, second = put(study, "I feel safe now."), put(study, "They come when I ring.")
    study.close()
    other = Path(shutil.copyfile(study.path, tmp_path / "other.qclite"))
    with Project.open(study.path) as project:
        write(project, "Safe [1].", first)
    with Project.open(other) as project:
        write(project, "They come [1].", second, coder="Ben Hale")
    with Project.open(study.path) as project:
        with project.merging.look([other]) as look:
            project.merging.bring(look)
        assert body(project) == "Safe [1].\n\nThey come [2]."
        summary = cell(project).summary
        assert summary is not None
        assert summary.quotes == (first, second)
        write(project, "Safe [2], they come.", *summary.quotes)
        summary = cell(project).summary
        assert summary is not None
        assert (summary.body, summary.quotes) == ("Safe [1], they come.", (second,))


def test_a_summary_follows_codes_and_people_that_are_joined(study: Project):
    safe = put(study, "I feel safe now.", "Choice")
    put(study, "I feel safe now.")
    grid = study.chart.grid()
    study.chart.write(grid, 0, column(grid, "Choice"), "She chooses [1].", quotes=[safe], coder=AILSA)
    study.codes.merge(["Choice"], "Feeling safe", why="They mean the same.")
    found = cell(study).summary
    assert found is not None
    assert found.body == "She chooses [1]."
    assert found.quotes[0] in {coding for passage in study.chart.grid().passages(0, 0) for coding in passage.codings}
    study.participants.add("Elsie B")
    study.participants.join("Elsie", "Elsie B")
    assert body(study) == "She chooses [1]."


def test_a_summary_goes_with_the_person_and_a_sites_is_shown_where_it_quotes_them(study: Project):
    put(study, "They come when I ring.")
    write(study, "Elsie feels safe.")
    study.withdrawal.withdraw("Elsie")
    assert not study.chart.grid().rows


def test_where_a_coding_is_used_names_the_summaries(study: Project):
    safe = put(study, "I feel safe now.")
    write(study, "Safe [1].", safe)
    assert [(use.about, use.outcome) for use in study.chart.uses([safe])] == [("Elsie", "Feeling safe")]
    assert study.chart.uses(["another"]) == []


def test_the_chart_is_written_as_word_and_excel_with_its_quotes(study: Project, tmp_path: Path):
    safe = put(study, "I feel safe now.")
    order = ChartOrder(study=ProjectDetails("A small study"), date=date(2026, 1, 2), who=AILSA)
    with pytest.raises(UserError, match="no file was written"):
        study.chart.write_file(tmp_path / "chart.docx", order)
    write(study, "Safe since the pendant [1].", safe)
    written = study.chart.write_file(tmp_path / "chart.docx", order)
    assert (written.summaries, len(written.quotes)) == (1, 1)
    table = Document(str(tmp_path / "chart.docx")).tables[0]
    assert [cell.text for cell in table.rows[0].cells] == ["Who", "Feeling safe"]
    assert table.rows[1].cells[1].text == ("Safe since the pendant [1].\n[1] “I feel safe now.” (Fenmarsh)")
    shown = study.chart.beginning(order, Scope(), ".docx").pages
    assert next(each.words for each in shown if isinstance(each, Paragraph)) == "Framework chart"
    seen = next(each for each in shown if isinstance(each, PaperTable))
    assert [seen.head, *seen.rows] == [[cell.text.rstrip() for cell in row.cells] for row in table.rows]
    study.chart.write_file(tmp_path / "chart.xlsx", order)
    book = openpyxl.load_workbook(tmp_path / "chart.xlsx")
    assert book.sheetnames == ["People", "Sites", "Client groups", "Quotes"]
    assert book["Sites"]["C2"].value == "Elsie: Safe since the pendant [1]."
    study.exports.record_chart(tmp_path / "chart.docx", written, coder=AILSA)
    assert len(study.exports.all()[0].transcripts) == 1


def test_words_of_who_said_no_are_left_out_of_the_written_chart(study: Project, tmp_path: Path):
    write(study, "Safe [1].", put(study, "I feel safe now."))
    study.consents.record(["Elsie"], {ConsentSubject.QUOTE: ConsentAnswer(answer=Consent.NO)})
    written = study.chart.write_file(
        tmp_path / "chart.docx", ChartOrder(study=ProjectDetails(""), date=date(2026, 1, 2))
    )
    assert (written.withheld, len(written.quotes)) == (1, 0)
    text = Document(str(tmp_path / "chart.docx")).tables[0].rows[1].cells[1].text
    assert text == "Safe [1].\n[1] (not to be quoted) "


def test_in_a_blind_round_nobody_sees_the_others_summaries_and_stars(study: Project):
    safe = put(study, "I feel safe now.", coder="Ben Hale")
    put(study, "I feel safe now.")
    study.rounds.open(NewRound(name="Pilot", transcripts=["elsie"], coders=[AILSA, "Ben Hale"]))
    write(study, "Ben's own view.", coder="Ben Hale")
    study.stars.put([safe], coder="Ben Hale")
    study.look_as(AILSA)
    assert cell(study).summary is None
    assert not study.stars.all()
    assert study.chart.uses([safe]) == []
    assert (step := study.history.next_undo())
    assert step.what == "coded, in a round that is still open"
    assert [entry.what for entry in study.history.entries()] == [entry.what for entry in study.history.listed()]
    assert "Ben Hale" not in {entry.coder for entry in study.history.entries(4)}
    write(study, "Ailsa's own view.")
    study.look_as("")
    assert body(study) == "Ben's own view.\n\nAilsa's own view."


def test_a_withdrawn_persons_words_are_found_in_a_sites_summary(study: Project):
    put(study, "They come when I ring.")
    write(study, "Said here: the bus stopped running, so she sits at home to be honest.", level=Level.SITES)
    plan = study.withdrawal.look("Elsie")
    assert {place.where.table for place in plan.places} == {"summary"}
