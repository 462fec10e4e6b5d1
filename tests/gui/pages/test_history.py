"""The page History: steps under their days, filters, undo and redo, changes to the codebook."""

from __future__ import annotations

import hashlib
from collections import Counter
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QLineEdit

from qualcoder_lite.domain.codebook import CodebookChange
from qualcoder_lite.domain.project_details import ProjectDetails
from qualcoder_lite.gui.pages.history import HistoryPage
from qualcoder_lite.gui.pages.history.day_list import DayList
from qualcoder_lite.gui.pages.history.lines import Line, change_line, day_words, export_line
from qualcoder_lite.gui.pages.history.models import LineModel, StepModel
from qualcoder_lite.gui.widgets.choice_box import ChoiceBox
from qualcoder_lite.gui.widgets.labels import Label
from qualcoder_lite.gui.widgets.segmented import SegmentedControl
from qualcoder_lite.service.coding.new_coding import NewCoding
from qualcoder_lite.service.exports import Export
from qualcoder_lite.service.extracts.order import ExtractsOrder
from qualcoder_lite.service.history.history import HistoryEntry
from qualcoder_lite.service.project import Project
from qualcoder_lite.service.scope import Scope
from qualcoder_lite.service.transcripts.reading import ImportOptions
from qualcoder_lite.translation import speak

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from qualcoder_lite.gui.project.workspace import Workspace
    from qualcoder_lite.gui.theme import Theme

ELSIE = "Moira: Do they come?\n\nElsie: I only ring the one number. They come.\n"
LEFT = Qt.MouseButton.LeftButton
NOON = datetime(2026, 3, 2, 12).astimezone()


class Clock(datetime):
    @classmethod
    def now(cls, tz=None):
        return NOON.astimezone(tz)


class Calendar(date):
    @classmethod
    def today(cls):
        return NOON.date()


@pytest.fixture(autouse=True)
def _all_in_one_day(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is noon throughout a test, and no day ends in the middle of it."""
    monkeypatch.setattr("qualcoder_lite.storage.history.journal.datetime", Clock)
    monkeypatch.setattr("qualcoder_lite.service.codebook.log.datetime", Clock)
    monkeypatch.setattr("qualcoder_lite.gui.pages.history.lines.date", Calendar)


@pytest.fixture
def page(workspace: Workspace, tmp_path: Path, qtbot: QtBot) -> Iterator[HistoryPage]:
    (tmp_path / "Elsie.txt").write_text(ELSIE)
    Project.create(tmp_path / "study.qclite").close()
    workspace.open(tmp_path / "study.qclite")
    project = workspace.project
    project.transcripts.import_file(tmp_path / "Elsie.txt", ImportOptions())
    put(project, "I only ring the one number.", "Responsiveness", "Ailsa Brodie")
    put(project, "They come.", "Reliability", "Dennis Okoro")
    project.codes.rename("Responsiveness", "They respond", why="Plainer words.", coder="Ailsa Brodie")
    made = HistoryPage(workspace)
    qtbot.addWidget(made)
    made.resize(1340, 870)
    with qtbot.waitExposed(made):
        made.show()
    yield made
    made.leave()


def put(project: Project, words: str, code: str, coder: str) -> None:
    start = ELSIE.index(words)
    project.codings.add(NewCoding(transcript="Elsie", start=start, end=start + len(words), code=code, coder=coder))


def steps(page: HistoryPage) -> DayList:
    return page.findChild(DayList, "history-steps")


def words(shown: DayList) -> list[str]:
    model = shown.days
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def press(page: HistoryPage, qtbot: QtBot, name: str) -> None:
    qtbot.mouseClick(page.findChild(QAbstractButton, name), LEFT)


def test_steps_stand_newest_first_under_their_day(page):
    assert words(steps(page)) == [
        "Today",
        "Ailsa Brodie renamed “Responsiveness” to “They respond”",
        "Dennis Okoro put Reliability on ‘They come.’",
        "Ailsa Brodie put They respond on ‘I only ring the one number.’",
        "Imported “Elsie”",
        f"Made the project with {page.workspace.project.info().codes} codes",
    ]
    assert page.findChild(Label, "history-summary").text() == "Who did what, newest first · 5 steps"


def test_a_row_says_day_and_time_to_a_screen_reader_too(page):
    model = steps(page).days
    said = model.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said.startswith("Ailsa Brodie renamed")
    assert said.endswith("Today, 12:00")
    made = model.index(5, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "Can’t be undone" in made


def test_the_models_keep_to_qts_rules(page, qtmodeltester):
    qtmodeltester.check(steps(page).days)
    qtmodeltester.check(page.findChild(DayList, "history-changes").days)


def test_undo_and_redo_name_what_they_do_and_do_it(page, qtbot):
    undo = page.findChild(QAbstractButton, "history-undo")
    redo = page.findChild(QAbstractButton, "history-redo")
    assert undo.accessibleName() == "Undo: renamed “Responsiveness” to “They respond”"
    assert not redo.isEnabled()
    qtbot.keyClick(undo, Qt.Key.Key_Return)
    assert undo.accessibleName() == "Undo: put Reliability on ‘They come.’"
    assert redo.accessibleName() == "Redo: renamed “Responsiveness” to “They respond”"
    line = steps(page).days.line(1)
    assert (line.mark, line.pale) == ("Undone", True)
    qtbot.mouseClick(redo, LEFT)
    assert not steps(page).days.line(1).pale


def test_one_coders_steps_can_be_shown_alone(page, qtbot):
    box = page.findChild(ChoiceBox, "history-coder")
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Down)
    qtbot.keyClick(box, Qt.Key.Key_Down)
    assert box.currentText() == "Dennis Okoro"
    assert words(steps(page)) == ["Today", "Dennis Okoro put Reliability on ‘They come.’"]


def test_words_are_found_whatever_their_case(page, qtbot):
    qtbot.keyClicks(page.findChild(QLineEdit, "history-words"), "ONE NUMBER")
    qtbot.waitUntil(lambda: page.findChild(Label, "history-summary").text().endswith("· 1 step"))
    assert words(steps(page)) == ["Today", "Ailsa Brodie put They respond on ‘I only ring the one number.’"]


def test_where_no_step_has_the_words_it_says_so(page, qtbot):
    qtbot.keyClicks(page.findChild(QLineEdit, "history-words"), "zzz")
    qtbot.waitUntil(lambda: not steps(page).isVisible())
    assert page.findChild(Label, "history-summary").text().endswith("0 steps")


def test_arrow_keys_pass_over_the_headings(page, qtbot):
    shown = steps(page)
    shown.setFocus()
    for key, row in ((Qt.Key.Key_Up, 1), (Qt.Key.Key_End, 5), (Qt.Key.Key_Home, 1), (Qt.Key.Key_Down, 2)):
        qtbot.keyClick(shown, key)
        assert shown.currentIndex().row() == row


def test_changes_to_the_codebook_are_told_with_their_reason(page, qtbot):
    view = page.findChild(SegmentedControl, "history-view")
    qtbot.mouseClick(view.segment("changes"), LEFT)
    changes = page.findChild(DayList, "history-changes")
    assert changes.isVisible()
    assert words(changes) == ["Today", "Ailsa Brodie renamed “Responsiveness” to “They respond”"]
    assert changes.days.line(1).note == "Why: Plainer words."
    assert changes.days.line(1).mark == "Outcomes framework, version 2"


def test_where_no_codebook_changed_the_keyboard_stays_with_the_choice(page, qtbot):
    steps(page).setFocus()
    page.workspace.undo()
    page.actions_for_menu()[2].trigger()
    assert not page.findChild(DayList, "history-changes").isVisible()
    qtbot.waitUntil(page.findChild(SegmentedControl, "history-view").segment("changes").hasFocus)


def test_a_step_that_another_page_makes_is_seen_at_once(page):
    project = page.workspace.project
    page.workspace.act(lambda: project.coders.add("Cal Reid"))
    assert words(steps(page))[1] == "Cal Reid joined as a coder"


def test_in_a_project_for_reading_alone_nothing_can_be_undone(page, workspace, monkeypatch):
    monkeypatch.setattr(type(workspace.project), "read_only", property(lambda _: True))
    page.refresh()
    assert not page.findChild(QAbstractButton, "history-undo").isEnabled()


def test_closing_the_project_empties_the_page(page, workspace):
    workspace.close()
    assert words(steps(page)) == []


# The models alone


def entry(number: int, day: int) -> HistoryEntry:
    at = datetime(2026, 3, day, 12, tzinfo=UTC).isoformat()
    return HistoryEntry(number, at, "Ailsa", f"did thing {number}", False, False)


def step_model(count: int, wanted: str = "") -> StepModel:
    entries = [entry(n, 28 - n * 20 // count) for n in range(count)]
    model = StepModel()
    days = Counter(found.when[:10] for found in entries)
    model.show(entries, list(days.items()), wanted)
    return model


def test_each_day_has_one_heading():
    model = step_model(500)
    headings = [model.heading(row) for row in range(model.rowCount()) if model.line(row) is None]
    assert headings[0] == "Saturday 28 March 2026"
    assert len(headings) == len(set(headings)) == 20
    assert model.lines == 500


def test_a_search_goes_on_step_by_step_until_all_were_looked_at(qtmodeltester):
    model = step_model(500, "THING 49")
    looks = 0
    while model.is_looking:
        model.look_further()
        looks += 1
    assert looks == 25
    found = [model.line(row) for row in range(model.rowCount())]
    assert [line.what for line in found if line] == [f"did thing {n}" for n in (49, *range(490, 500))]
    qtmodeltester.check(model)


def test_days_near_are_named_by_nearness():
    assert day_words(date(2026, 3, 2)) == "Today"
    assert day_words(date(2026, 3, 1)) == "Yesterday"
    assert day_words(date(2026, 2, 28)) == "Saturday 28 February 2026"


def test_a_change_without_coder_or_reason_says_what_it_can():
    change = CodebookChange(
        id="1",
        codebook="b",
        version=4,
        code=None,
        what="retired",
        before="Trust",
        changed_at="2026-03-01T12:00:00+00:00",
    )
    line = change_line(change, {}, {}, {})
    assert (line.words, line.note, line.mark) == ("Retired “Trust”", "No reason was given", "version 4")
    model = LineModel()
    model.show([line])
    assert model.lines == 1


def test_what_left_the_project_is_told_and_saved_as_a_table(
    qtbot: QtBot, page: HistoryPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = page.workspace.project
    view = page.findChild(SegmentedControl, "history-view")
    qtbot.mouseClick(view.segment("exports"), LEFT)
    shown = page.findChild(DayList, "history-exports")
    save = page.findChild(QAbstractButton, "history-save-exports")
    assert (shown.isVisible(), save.isEnabled()) == (False, False)
    scope = Scope(codes=("Reliability",))
    order = ExtractsOrder(study=ProjectDetails("Study"), date=date(2026, 3, 2))
    found = project.extracts.write(tmp_path / "out.csv", order, scope)
    project.exports.record_extracts(tmp_path / "out.csv", found, scope, coder="Ailsa Brodie")
    page.hide()
    page.show()
    assert (shown.isVisible(), save.isEnabled()) == (True, True)
    model = shown.model()
    spoken = model.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("Ailsa Brodie wrote 1 passage of 1 person to “out.csv”. Codes: Reliability. Fingerprint ")
    fingerprint = hashlib.sha256((tmp_path / "out.csv").read_bytes()).hexdigest()
    assert fingerprint[:12] in spoken
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(tmp_path / "left.csv"), ""))
    qtbot.mouseClick(save, LEFT)
    table = (tmp_path / "left.csv").read_text(encoding="utf-8-sig")
    assert f"out.csv,csv,1,1,Codes: Reliability,{fingerprint}" in table


def test_a_file_with_nobodys_words_is_told_as_that() -> None:
    line = export_line(Export(file="/reports/Codebook.xlsx", format="xlsx", exported_at="2026-03-02T10:00:00+00:00"))
    assert (line.words, line.note, line.mark) == ("Wrote “Codebook.xlsx”", "Nobody’s words. In “/reports”.", "XLSX")


def test_where_a_file_went_is_not_cut_however_long_the_way_there(theme: Theme, qtbot: QtBot) -> None:
    theme.choose(mode="dark", text=2.0, tint="paper")
    at = "2026-03-02T10:00:00+00:00"
    model = LineModel()
    model.show([export_line(Export(file=f"{way}/a.docx", format="docx", exported_at=at)) for way in ("/r", "/r" * 150)])
    shown = DayList(model, "Files")
    qtbot.addWidget(shown)
    shown.resize(700, 2000)
    shown.show()
    short, long = (shown.visualRect(model.index(row, 0)).height() for row in (1, 2))
    assert long > short + 4 * QFontMetricsF(theme.look.font("small")).height()


def test_one_earlier_step_is_taken_back_and_undo_undoes_that(page, qtbot, workspace):
    shown = steps(page)
    row = next(n for n, said in enumerate(words(shown)) if "Dennis Okoro put" in said)
    shown.setCurrentIndex(shown.days.index(row, 0))
    button = page.findChild(QAbstractButton, "history-take-back")
    assert "put Reliability on" in button.accessibleName()
    press(page, qtbot, "history-take-back")
    assert workspace.project.info().codings == 1
    assert "ook back what Dennis Okoro did" in words(shown)[1]
    workspace.undo()
    assert workspace.project.info().codings == 2
    made = next(n for n, said in enumerate(words(shown)) if "ade the project" in said)
    shown.setCurrentIndex(shown.days.index(made, 0))
    assert not button.isEnabled()


def test_a_language_may_say_first_what_was_done():
    line = Line(who="Zed", what="joined", when=datetime.now(UTC))
    speak(lambda words, _several, _n: "{what}: {who}" if words == "{who} {what}" else words, "x")
    try:
        assert line.words == "joined: Zed"
    finally:
        speak(None)
    assert line.words == "Zed joined"
