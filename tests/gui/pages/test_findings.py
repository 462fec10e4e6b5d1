"""The page Findings: looking through the lenses, going from a cell to its quotes and to a turn, the report."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QPoint, QRect, Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QPushButton, QWidget

from qualcoder_lite.domain.cross_reference import Lens
from qualcoder_lite.domain.people import FeatureState, Respondent
from qualcoder_lite.gui.pages.findings import FindingsPage, counter
from qualcoder_lite.gui.pages.findings.model import MatrixModel
from qualcoder_lite.gui.pages.findings.quotes import EXTRACT, link_place
from qualcoder_lite.gui.widgets.labels import Label
from qualcoder_lite.gui.widgets.panes import focus_pane
from qualcoder_lite.service.coding.new_coding import NewCoding
from qualcoder_lite.service.project import Project
from qualcoder_lite.service.scope import Scope

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from pytestqt.qtbot import QtBot
    from pytestqt.wait_signal import SignalBlocker

    from qualcoder_lite.domain.extracts.extract import Extract
    from qualcoder_lite.gui.project.workspace import Workspace
    from qualcoder_lite.gui.theme import Theme
    from qualcoder_lite.gui.window.main_window import MainWindow

Key = Qt.Key


def shown(workspace: Workspace, qtbot: QtBot, project: Path) -> FindingsPage:
    """The page on a project, in a window of its own, its first cell's quotes found."""
    workspace.open(project)
    made = FindingsPage(workspace)
    qtbot.addWidget(made)
    made.resize(1342, 871)
    with qtbot.waitActive(made):
        made.show()
    made.table.setFocus()
    return made


@pytest.fixture
def page(workspace: Workspace, qtbot: QtBot, demonstration: Path) -> FindingsPage:
    made = shown(workspace, qtbot, demonstration)
    qtbot.waitUntil(lambda: made.table.currentIndex().isValid())
    return made


def model(page: FindingsPage) -> MatrixModel:
    found = page.table.model()
    assert isinstance(found, MatrixModel)
    return found


def features(page: FindingsPage) -> list[str]:
    return [model(page).feature(n).name for n in range(model(page).columnCount())]


def words(page: FindingsPage, outcome: str, feature: str) -> str:
    """What a screen reader says of a cell."""
    for row in range(model(page).rowCount()):
        if model(page).headerData(row, Qt.Orientation.Vertical) == outcome:
            index = model(page).index(row, features(page).index(feature))
            return str(index.data(Qt.ItemDataRole.AccessibleTextRole))
    raise AssertionError(outcome)


def go_to(page: FindingsPage, outcome: str, feature: str) -> None:
    for row in range(model(page).rowCount()):
        if model(page).headerData(row, Qt.Orientation.Vertical) == outcome:
            page.table.setCurrentIndex(model(page).index(row, features(page).index(feature)))


def told(widget: QWidget) -> str:
    """All the words that stand on a part of the page."""
    return "\n".join(label.text() for label in widget.findChildren(Label) if label.isVisibleTo(widget))


def quotes_of(page: FindingsPage, qtbot: QtBot, number: int) -> list[Extract]:
    """The quotes in the panel, once so many are listed."""
    found = page.panel.quotes.model()
    qtbot.waitUntil(lambda: found.rowCount() == number)
    return [found.index(n, 0).data(EXTRACT) for n in range(found.rowCount())]


def sent(signal: SignalBlocker) -> Any:
    """What a signal brought."""
    assert signal.args
    return signal.args[0]


# Looking


def test_it_opens_by_site_with_the_four_features_of_partnership(page: FindingsPage) -> None:
    assert page.controls.asked.lens is Lens.SITES
    assert features(page) == [
        "Co-location of staff",
        "Multidisciplinary team",
        "Specialist partnership",
        "Extended partnership",
    ]
    names = [model(page).headerData(row, Qt.Orientation.Vertical) for row in range(model(page).rowCount())]
    assert names[:2] == ["Quality of life", "Feeling safe"]
    assert len(names) == 15 + 3


def test_a_cell_tells_people_first_then_passages_and_what_was_published(page: FindingsPage) -> None:
    assert words(page, "Feeling safe", "Co-location of staff") == (
        "Feeling safe, Co-location of staff: 7 of 7 people, 19 passages. Partly 2 of 3. Absent 3 of 4. "
        "The published study found this too."
    )


def test_the_keys_1_2_and_3_change_the_lens_while_the_table_has_the_focus(page: FindingsPage, qtbot: QtBot) -> None:
    for key, lens in ((Key.Key_3, Lens.ATTRIBUTIONS), (Key.Key_2, Lens.PASSAGES), (Key.Key_1, Lens.SITES)):
        qtbot.keyClick(page.table, key)
        assert page.controls.asked.lens is lens
        assert model(page).matrix == page.workspace.project.findings.matrix(lens)
        assert page.controls.lens.value == lens
        assert page.table.hasFocus()


def test_a_click_changes_the_lens_too(page: FindingsPage, qtbot: QtBot) -> None:
    qtbot.mouseClick(page.controls.lens.segment("attributions"), Qt.MouseButton.LeftButton)
    assert model(page).matrix == page.workspace.project.findings.matrix("attributions")


def test_verdicts_stand_in_the_lens_of_what_people_said_alone(page: FindingsPage, qtbot: QtBot) -> None:
    for key, there in ((Key.Key_1, False), (Key.Key_2, False), (Key.Key_3, True)):
        qtbot.keyClick(page.table, key)
        assert any(face.verdict for face in model(page).faces()) is there
    assert words(page, "Having things to do", "Co-location").endswith("this is not in Table 3.")


def test_how_near_is_asked_in_the_lens_same_passage_alone(page: FindingsPage, qtbot: QtBot) -> None:
    assert page.controls.near.isHidden()
    qtbot.keyClick(page.table, Key.Key_2)
    assert page.controls.near.isVisible()
    page.controls.near.setFocus()
    qtbot.keyClick(page.controls.near, Key.Key_Up)
    assert page.controls.asked.distance == "overlap"
    assert model(page).matrix == page.workspace.project.findings.matrix("passages", near="overlap")


def test_a_client_group_narrows_everything(page: FindingsPage, qtbot: QtBot) -> None:
    page.controls.of_whom.client_group.setFocus()
    qtbot.keyClick(page.controls.of_whom.client_group, Key.Key_Down)
    matrix = model(page).matrix
    assert page.controls.asked.of_whom.client_group == "Older people"
    assert matrix is not None
    assert matrix == page.workspace.project.findings.matrix("sites", scope=page.controls.asked.scope)
    assert matrix.denominators.people < 14


def test_the_choice_of_settled_codings_is_there_only_once_something_was_settled(page: FindingsPage) -> None:
    assert page.controls.of_whom.settled.isHidden()


def test_the_switch_of_the_views_keeps_its_place_from_view_to_view(page: FindingsPage, qtbot: QtBot) -> None:
    def place() -> QRect:
        return QRect(page.views.switch.mapTo(page, QPoint()), page.views.switch.size())

    before = place()
    page.views.turn_to("chart")
    qtbot.waitUntil(lambda: not page.report.isVisible())
    page.layout().activate()
    assert place() == before


def test_other_features_are_a_choice_away_and_each_kind_is_remembered(page: FindingsPage, qtbot: QtBot) -> None:
    qtbot.keyClick(page.table, Key.Key_3)
    page.controls.columns.setFocus()
    for _ in range(2):
        qtbot.keyClick(page.controls.columns, Key.Key_Down)
    assert page.controls.columns.currentText() == "Barriers"
    assert len(features(page)) == 5
    page.table.setFocus()
    qtbot.keyClick(page.table, Key.Key_1)
    assert len(features(page)) == 4
    qtbot.keyClick(page.table, Key.Key_2)
    assert page.controls.columns.currentText() == "Barriers"


def test_four_columns_fit_the_width_of_the_window(page: FindingsPage, qtbot: QtBot) -> None:
    for key in (Key.Key_1, Key.Key_2, Key.Key_3):
        qtbot.keyClick(page.table, key)
        assert page.table.horizontalScrollBar().maximum() == 0


def test_the_other_lenses_are_counted_while_the_person_looks(
    workspace: Workspace, qtbot: QtBot, demonstration: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace.open(demonstration)
    findings, counted = workspace.project.findings, []
    count = findings.matrix
    monkeypatch.setattr(findings, "matrix", lambda lens, **more: counted.append(lens) or count(lens, **more))
    page = shown(workspace, qtbot, demonstration)
    qtbot.waitUntil(lambda: counted == list(Lens))
    qtbot.keyClick(page.table, Key.Key_2)
    assert counted == list(Lens)
    assert model(page).matrix == count("passages")


# The chosen cell


def test_arrow_keys_go_from_outcome_to_outcome_over_the_headings(page: FindingsPage, qtbot: QtBot) -> None:
    for _ in range(7):
        qtbot.keyClick(page.table, Key.Key_Down)
    assert "Listened to" in told(page.panel)
    qtbot.keyClick(page.table, Key.Key_Right)
    chosen = page.panel.chosen
    assert chosen is not None
    assert chosen.chip.name == "Multidisciplinary team"
    assert chosen.chip.keys == "FM"


def test_a_click_on_a_cell_chooses_it(page: FindingsPage, qtbot: QtBot) -> None:
    place = page.table.visualRect(model(page).index(3, 2)).center()
    qtbot.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert "Seeing people" in told(page.panel)


def test_clicks_on_headers_choose_the_row_and_the_column(page: FindingsPage, qtbot: QtBot) -> None:
    top, left = page.table.horizontalHeader(), page.table.verticalHeader()
    place = QPoint(top.sectionViewportPosition(3) + 20, 10)
    qtbot.mouseClick(top.viewport(), Qt.MouseButton.LeftButton, pos=place)
    place = QPoint(20, left.sectionViewportPosition(5) + 10)
    qtbot.mouseClick(left.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert (page.table.currentIndex().row(), page.table.currentIndex().column()) == (5, 3)


def test_the_panel_tells_the_cell_with_its_caution_and_who_is_not_read(page: FindingsPage) -> None:
    said = told(page.panel)
    assert "7 of the 7 people at these 2 sites speak of it." in said
    assert "8 delivered · 3 mixed · 7 not delivered · 1 did not say" in said
    assert "It does not show that sharing a building caused it." in said
    assert "The published study of 2013 found this too" in said
    assert "1 person’s transcript is not declared done yet: unread, not silent." in said
    assert "19 passages" in said


def test_the_same_outcome_and_feature_stay_chosen_through_another_lens(page: FindingsPage, qtbot: QtBot) -> None:
    go_to(page, "Choice", "Multidisciplinary team")
    qtbot.keyClick(page.table, Key.Key_3)
    assert "Choice" in told(page.panel)
    assert page.panel.chosen is not None
    assert page.panel.chosen.chip.name == "Multidisciplinary team"
    assert "say it helped, nobody says it got in the way" in told(page.panel)


def test_the_quotes_of_a_cell_are_those_it_counts(page: FindingsPage, qtbot: QtBot) -> None:
    listed = quotes_of(page, qtbot, 19)
    assert {extract.code for extract in listed} == {"Feeling safe"}
    assert len({extract.participant for extract in listed}) == 7


def test_another_state_of_the_feature_lists_the_quotes_of_those_sites(page: FindingsPage, qtbot: QtBot) -> None:
    quotes_of(page, qtbot, 19)
    qtbot.mouseClick(page.panel.states.row(FeatureState.ABSENT), Qt.MouseButton.LeftButton)
    assert "at sites without" in told(page.panel)
    listed = quotes_of(page, qtbot, 10)
    absent = page.workspace.project.findings.sites_where(model(page).feature(0).id, FeatureState.ABSENT)
    assert {extract.site for extract in listed} == set(absent)


def test_the_state_is_chosen_by_arrow_keys_too(page: FindingsPage, qtbot: QtBot) -> None:
    row = page.panel.states.row(FeatureState.PRESENT)
    row.setFocus()
    qtbot.keyClick(row, Key.Key_Down)
    assert page.panel.state is FeatureState.PARTIAL
    assert page.panel.states.row(FeatureState.PARTIAL).hasFocus()


def test_a_cell_that_nobody_speaks_in_says_so(page: FindingsPage, qtbot: QtBot) -> None:
    qtbot.keyClick(page.table, Key.Key_2)
    go_to(page, "Choice", "Co-location")
    assert "Nobody here: no quotes." in told(page.panel)
    assert not page.panel.all_quotes.isEnabled()


def test_words_that_may_not_be_quoted_are_marked(page: FindingsPage, qtbot: QtBot) -> None:
    qtbot.keyClick(page.table, Key.Key_3)
    go_to(page, "Staying as well as you can be", "Co-location")
    listed = quotes_of(page, qtbot, 3)
    assert [extract.may_quote for extract in listed].count(False) == 1
    said = [page.panel.quotes.model().index(n, 0).data(Qt.ItemDataRole.AccessibleTextRole) for n in range(len(listed))]
    assert [words.endswith("Not to be quoted.") for words in said] == [not extract.may_quote for extract in listed]


# Going elsewhere


def test_enter_goes_to_the_quotes_and_enter_again_to_the_turn(page: FindingsPage, qtbot: QtBot) -> None:
    listed = quotes_of(page, qtbot, 19)
    qtbot.keyClick(page.table, Key.Key_Return)
    assert page.panel.quotes.hasFocus()
    qtbot.keyClick(page.panel.quotes, Key.Key_Down)
    with qtbot.waitSignal(page.workspace.visited) as visited:
        qtbot.keyClick(page.panel.quotes, Key.Key_Return)
    visit = sent(visited)
    assert (visit.page, visit.transcript) == ("code", listed[1].transcript)
    assert (visit.start, visit.end) == (listed[1].start, listed[1].end)


def test_escape_goes_back_to_the_table(page: FindingsPage, qtbot: QtBot) -> None:
    quotes_of(page, qtbot, 19)
    qtbot.keyClick(page.table, Key.Key_Return)
    qtbot.keyClick(page.panel.quotes, Key.Key_Escape)
    assert page.table.hasFocus()


def test_a_click_on_go_to_turn_goes_there(page: FindingsPage, qtbot: QtBot) -> None:
    listed = quotes_of(page, qtbot, 19)
    quotes = page.panel.quotes
    qtbot.waitUntil(lambda: quotes.visualRect(quotes.model().index(0, 0)).height() > 0)
    rect = quotes.visualRect(quotes.model().index(0, 0)).toRectF()
    place = link_place(rect, quotes.look).center().toPoint()
    with qtbot.waitSignal(page.workspace.visited) as visited:
        qtbot.mouseClick(quotes.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert (sent(visited).transcript, sent(visited).start) == (listed[0].transcript, listed[0].start)


def test_a_click_beside_it_only_chooses_the_quote(page: FindingsPage, qtbot: QtBot) -> None:
    quotes_of(page, qtbot, 19)
    quotes = page.panel.quotes
    qtbot.waitUntil(lambda: quotes.visualRect(quotes.model().index(1, 0)).height() > 0)
    with qtbot.assertNotEmitted(page.workspace.visited):
        place = quotes.visualRect(quotes.model().index(1, 0)).topLeft() + QPoint(20, 20)
        qtbot.mouseClick(quotes.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert quotes.currentIndex().row() == 1


def test_all_quotes_of_a_cell_of_sites_are_just_those_on_the_page_of_quotes(page: FindingsPage, qtbot: QtBot) -> None:
    assert page.panel.all_quotes.words == "See all these quotes"
    with qtbot.waitSignal(page.workspace.visited) as visited:
        qtbot.mouseClick(page.panel.all_quotes, Qt.MouseButton.LeftButton)
    visit = sent(visited)
    assert visit.page == "quotes"
    assert len(page.workspace.project.extracts.listed(visit.scope)) == 19


def test_through_the_other_lenses_the_way_leads_to_all_quotes_of_the_outcome(page: FindingsPage, qtbot: QtBot) -> None:
    qtbot.keyClick(page.table, Key.Key_3)
    assert page.panel.all_quotes.words == "See all quotes of this outcome"
    with qtbot.waitSignal(page.workspace.visited) as visited:
        page.panel.all_quotes.click()
    assert sent(visited).scope.codes == ("Feeling safe",)
    assert sent(visited).scope.sites == ()


def test_every_pane_takes_the_focus(page: FindingsPage, qtbot: QtBot) -> None:
    quotes_of(page, qtbot, 19)
    panes = page.panes()
    assert len(panes) == 4
    for pane in panes:
        focus_pane(pane)
        focused = QApplication.focusWidget()
        assert focused is not None
        assert focused is pane or pane.isAncestorOf(focused)


def test_everything_that_takes_the_focus_has_a_name(page: FindingsPage, qtbot: QtBot) -> None:
    for key in (Key.Key_1, Key.Key_2, Key.Key_3):
        qtbot.keyClick(page.table, key)
        nameless = [
            widget.objectName() or type(widget).__name__
            for widget in page.findChildren(QWidget)
            if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus and not widget.accessibleName()
        ]
        assert not nameless


# The report and how we count


@pytest.mark.parametrize(("chosen", "written"), [("out.csv", "out.csv"), ("out", "out.docx"), ("out.docx", "out.docx")])
def test_the_report_is_written_where_the_person_says(
    page: FindingsPage, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, chosen: str, written: str
) -> None:
    answer = (str(tmp_path / chosen), "Word document (*.docx)")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: answer)
    with qtbot.waitSignal(page.workspace.done) as done:
        qtbot.mouseClick(page.report, Qt.MouseButton.LeftButton)
    assert list(done.args or ()) == [f"The matrix is in “{tmp_path / written}”.", False]
    assert (tmp_path / written).stat().st_size > 1000


def test_a_report_that_can_not_be_written_says_why(
    page: FindingsPage, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer = (str(tmp_path / "no such folder" / "out.csv"), "")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: answer)
    with qtbot.waitSignal(page.workspace.failed) as failed:
        page.report.click()
    assert "out.csv" in sent(failed)


def test_no_report_is_written_when_the_person_thinks_better_of_it(
    page: FindingsPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[object, ...]] = []
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *said: asked.append(said) or ("", ""))
    with qtbot.assertNotEmitted(page.workspace.tasks.started):
        page.report.click()
    beside = page.workspace.project.path.with_name("findings.docx")  # wherever the program runs
    assert asked[0][2] == str(beside)


def test_how_we_count_is_told_and_closed_by_keyboard(page: FindingsPage, qtbot: QtBot) -> None:
    said: list[str] = []

    def read() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QDialog)
        said.append(told(dialog))
        qtbot.keyClick(dialog, Key.Key_Escape)

    QTimer.singleShot(0, read)
    page.legend.how.setFocus()
    qtbot.keyClick(page.legend.how, Key.Key_Return)
    assert "People come first" in said[0]
    assert "Unread is not silent" in said[0]


def test_the_menu_changes_the_lens(page: FindingsPage) -> None:
    next(each for each in page.actions_for_menu() if "People said so" in each.text()).trigger()
    assert page.controls.asked.lens is Lens.ATTRIBUTIONS


# Keeping up


def test_a_coding_made_elsewhere_is_counted(page: FindingsPage) -> None:
    project = page.workspace.project
    transcript = project.transcripts.overview()[0].transcript
    before = model(page).matrix
    new = NewCoding(transcript=transcript.id, start=0, end=5, code="Improving mobility", coder="Dennis Okoro")
    page.workspace.act(lambda: project.codings.add(new))
    assert model(page).matrix != before
    page.workspace.undo()
    assert model(page).matrix == before


def test_a_vast_project_is_counted_off_the_windows_thread(
    workspace: Workspace, qtbot: QtBot, demonstration: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(counter, "MANY_CODINGS", 0)
    page = shown(workspace, qtbot, demonstration)
    assert model(page).matrix is None
    qtbot.keyClick(page.table, Key.Key_2)
    qtbot.keyClick(page.table, Key.Key_3)
    qtbot.waitUntil(lambda: model(page).matrix is not None)
    assert model(page).matrix == workspace.project.findings.matrix("attributions")
    quotes_of(page, qtbot, 2)


def test_an_unfinished_count_is_given_up_with_its_project(
    workspace: Workspace, qtbot: QtBot, demonstration: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(counter, "MANY_CODINGS", 0)
    page = shown(workspace, qtbot, demonstration)
    qtbot.waitUntil(lambda: model(page).matrix is not None)
    page.controls.choose_lens(Lens.PASSAGES)
    workspace.close()
    qtbot.waitUntil(lambda: not workspace.tasks.busy)
    assert model(page).matrix is None


def test_a_count_that_was_done_when_its_project_was_closed_is_not_shown(
    workspace: Workspace, qtbot: QtBot, demonstration: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(counter, "MANY_CODINGS", 0)
    page = shown(workspace, qtbot, demonstration)
    qtbot.waitUntil(lambda: model(page).matrix is not None)
    page.controls.choose_lens(Lens.PASSAGES)
    assert model(page).matrix is None
    for job in workspace.tasks._jobs:
        assert job.exception() is None  # done, but the window wasn't told yet
    workspace.close()
    qtbot.waitUntil(lambda: not workspace.tasks.busy)
    assert model(page).matrix is None


def test_the_width_of_the_panel_is_remembered(page: FindingsPage) -> None:
    page.leave()
    assert page.workspace.settings.shape("findings").isEmpty()
    page._desk.moveSplitter(800, 1)
    page.leave()
    assert not page.workspace.settings.shape("findings").isEmpty()


def settle(qtbot: QtBot) -> None:
    """Let the window lay everything out anew, as it does between two keys of a person."""
    for _ in range(8):
        with qtbot.waitCallback() as done:
            QTimer.singleShot(0, done)


def test_the_four_features_are_seen_at_once_after_the_words_were_larger(
    window: MainWindow, qtbot: QtBot, demonstration: Path, theme: Theme
) -> None:
    window.resize(1280, 720)
    window.open_project(demonstration)
    page = window.go("findings")
    assert isinstance(page, FindingsPage)
    qtbot.waitUntil(lambda: page._desk.sizes()[1] > 0 and page.table.width() == page.table.wanted_width())
    room, shares = page.width(), page._desk.sizes()
    theme.choose(mode="light", text=2.0, tint="paper")
    qtbot.waitUntil(lambda: page.panel.isHidden() and not window._ways.rail.isVisible())
    settle(qtbot)
    window.go("history")
    theme.choose(mode="light", text=1.0, tint="paper")
    qtbot.waitUntil(lambda: window.page.width() == room)  # the other page has its room again, this one not yet
    settle(qtbot)
    window.go("findings")
    settle(qtbot)
    assert page._desk.sizes() == shares


def test_the_four_features_are_seen_at_once_where_the_panel_can_give_way(page: FindingsPage, qtbot: QtBot) -> None:
    page.resize(1182, 640)
    page.table.setFocus()
    for key in (Key.Key_1, Key.Key_3):
        qtbot.keyClick(page.table, key)
        qtbot.waitUntil(lambda: model(page).matrix is not None)
        assert model(page).columnCount() == 4
        qtbot.waitUntil(lambda: not page.table.horizontalScrollBar().isVisible())
        area = page.panel._area
        assert area.widget().minimumSizeHint().width() <= area.viewport().width()


@pytest.mark.parametrize("least", [150, 160, 190])
def test_the_table_shows_its_columns_in_the_width_that_it_wants(
    page: FindingsPage, monkeypatch: pytest.MonkeyPatch, least: int
) -> None:
    monkeypatch.setattr(page.table, "_least_column", lambda: least)  # as wide as numbers of three digits ask for
    page.table.resize(page.table.wanted_width(), 400)
    page.table.fit()
    assert page.table.columnWidth(3) >= least
    assert page.table.horizontalScrollBar().maximum() == 0


# Little room


def test_at_twice_the_size_a_usual_screen_shows_the_page_without_scrolling_it(
    window: MainWindow, qtbot: QtBot, demonstration: Path, theme: Theme
) -> None:
    window.resize(1440, 900)
    theme.choose(mode="light", text=2.0, tint="paper")
    window.open_project(demonstration)
    page = window.go("findings")
    assert isinstance(page, FindingsPage)
    qtbot.waitUntil(lambda: model(page).matrix is not None)
    settle(qtbot)
    assert page._desk._left.verticalScrollBar().maximum() == 0
    assert page.table.height() >= page.table.minimumSizeHint().height()


def test_where_there_is_no_room_for_both_table_and_panel_take_turns(
    page: FindingsPage, qtbot: QtBot, theme: Theme
) -> None:
    quotes_of(page, qtbot, 19)
    theme.choose(mode="light", text=2.0, tint="paper")
    assert page.table.isVisible()
    assert not page.panel.isVisible()
    qtbot.mouseClick(page.legend.read_quotes, Qt.MouseButton.LeftButton)
    assert page.panel.isVisible()
    assert not page.table.isVisible()
    qtbot.keyClick(page.panel.back, Key.Key_Return)
    assert page.table.hasFocus()
    assert not page.panel.isVisible()


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize("text", [1.0, 2.0])
def test_it_is_painted_in_every_look(page: FindingsPage, qtbot: QtBot, theme: Theme, mode: str, text: float) -> None:
    quotes_of(page, qtbot, 19)
    pictures = []
    theme.choose(mode=mode, text=text, tint="paper")
    for key in (Key.Key_1, Key.Key_2, Key.Key_3):
        qtbot.keyClick(page.table, key)
        pictures.append(page.grab().toImage())
    assert pictures[0] != pictures[1]
    assert pictures[1] != pictures[2]


# Nothing to count


def empty_of(workspace: Workspace, qtbot: QtBot, tmp_path: Path, files: Sequence[Path] = ()) -> FindingsPage:
    place = tmp_path / "new.qclite"
    with Project.create(place) as project:
        from qualcoder_lite.service.transcripts.reading import ImportOptions

        for file in files:
            project.transcripts.import_file(file, ImportOptions())
    return shown(workspace, qtbot, place)


def test_without_transcripts_it_says_what_to_do(workspace: Workspace, qtbot: QtBot, tmp_path: Path) -> None:
    page = empty_of(workspace, qtbot, tmp_path)
    assert "No transcripts yet" in told(page)
    assert not page.report.isEnabled()
    assert [pane.objectName() for pane in page.panes()] == ["findings-no-transcripts-primary", "findings-views"]


def test_without_codings_it_leads_to_the_page_code(
    workspace: Workspace, qtbot: QtBot, tmp_path: Path, samples: Path
) -> None:
    page = empty_of(workspace, qtbot, tmp_path, sorted(samples.rglob("*.txt"))[:1])
    assert "Nothing is coded yet" in told(page)
    with qtbot.waitSignal(workspace.visited) as visited:
        qtbot.keyClick(page.panes()[0], Key.Key_Return)
    assert sent(visited).page == "code"


def test_without_sites_the_other_lenses_work(workspace: Workspace, qtbot: QtBot, tmp_path: Path, samples: Path) -> None:
    page = empty_of(workspace, qtbot, tmp_path, sorted(samples.rglob("*.txt"))[:1])
    project = workspace.project
    transcript = project.transcripts.overview()[0].transcript
    new = NewCoding(transcript=transcript.id, start=0, end=50, code="Feeling safe", coder="Somebody")
    workspace.act(lambda: project.codings.add(new))
    qtbot.waitUntil(lambda: "Nothing is recorded of the sites yet" in told(page))
    assert not page.panel.isVisible()
    workspace.act(lambda: project.sites.add("Fenmarsh"))
    assert "Nothing is recorded of the sites yet" in told(page)  # “nobody” in every cell would be no finding
    present = {("Fenmarsh", project.sites.features()[0].name): FeatureState.PRESENT}
    workspace.act(lambda: project.sites.record_many(present))
    assert page.table.isVisible()
    qtbot.mouseClick(page.controls.lens.segment("passages"), Qt.MouseButton.LeftButton)
    assert page.table.isVisible()
    assert "Nobody speaks of this feature." in told(page.panel)


def test_with_large_text_in_a_low_window_the_way_to_the_sites_is_in_sight(
    workspace: Workspace, qtbot: QtBot, tmp_path: Path, samples: Path, theme: Theme
) -> None:
    theme.choose(mode="dark", text=2.0, tint="paper")
    page = empty_of(workspace, qtbot, tmp_path, sorted(samples.rglob("*.txt"))[:1])
    page.resize(860, 500)
    transcript = workspace.project.transcripts.overview()[0].transcript
    new = NewCoding(transcript=transcript.id, start=0, end=50, code="Feeling safe", coder="Somebody")
    workspace.act(lambda: workspace.project.codings.add(new))
    way = page.findChild(QPushButton, "findings-no-sites-primary")
    assert way is not None
    qtbot.waitUntil(lambda: way.visibleRegion().boundingRect() == way.rect())


def test_more_filters_narrow_to_respondents_a_site_and_a_coder(page: FindingsPage, qtbot: QtBot) -> None:
    filters = page.controls.of_whom.filters
    assert not filters.site.isVisible()
    filters.more.click()
    assert filters.site.isVisible()
    for box, value in (
        (filters.respondent, "service user"),
        (filters.site, "Fenmarsh"),
        (filters.coder, "Ailsa Brodie"),
    ):
        box.set_value(value)
        box.chosen.emit(value)
    scope = Scope(sites=("Fenmarsh",), respondents=(Respondent.SERVICE_USER,), coders=("Ailsa Brodie",))
    assert page.controls.asked.scope == scope
    assert model(page).matrix == page.workspace.project.findings.matrix(Lens.SITES, scope=scope)
    filters.more.click()
    assert not filters.site.isVisible()
    assert filters.more.words == "More filters (3 in use)"
