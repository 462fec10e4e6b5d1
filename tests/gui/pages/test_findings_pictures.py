"""The view Pictures of the page Findings: going through a picture, its quotes, its words, saving it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton

from qualcoder_lite.domain.cross_reference import Lens
from qualcoder_lite.gui.dialogs.words_to_copy import WordsToCopy
from qualcoder_lite.gui.help.whats_this import told_of
from qualcoder_lite.gui.pages.findings import FindingsPage
from qualcoder_lite.gui.pages.findings.pictures.asked import Kind
from qualcoder_lite.gui.pages.findings.pictures.view import PicturesView
from qualcoder_lite.gui.widgets.controls import controls
from qualcoder_lite.service.scope import Scope
from tests.gui.windows import answer

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from qualcoder_lite.gui.project.workspace import Workspace
    from qualcoder_lite.gui.theme import Theme

Key = Qt.Key


@pytest.fixture
def view(workspace: Workspace, qtbot: QtBot, demonstration: Path) -> PicturesView:
    workspace.open(demonstration)
    page = FindingsPage(workspace)
    qtbot.addWidget(page)
    page.resize(1342, 871)
    with qtbot.waitActive(page):
        page.show()
    page.views.turn_to("pictures")
    made = page.views.page
    assert isinstance(made, PicturesView)
    assert made.sheet.picture is not None
    return made


def said(view: PicturesView, row: int, column: int) -> str:
    return view.sheet.place(row, column).accessibleName()


def test_it_opens_with_the_heat_map_of_the_four_features(view: PicturesView) -> None:
    assert said(view, 0, 0) == (
        "Feeling safe, Co-location of staff: 7 of 7 people, in 19 passages. The study of 2013 found this too."
    )
    assert len(view.sheet.picture.spots if view.sheet.picture else ()) == 15 * 4


def test_arrow_keys_go_from_cell_to_cell_and_enter_to_its_quotes(view: PicturesView, qtbot: QtBot) -> None:
    view.sheet.go_in()
    for key in (Key.Key_Right, Key.Key_Down, Key.Key_Down, Key.Key_Up, Key.Key_Left, Key.Key_Left):
        qtbot.keyClick(QApplication.focusWidget(), key)
    assert QApplication.focusWidget() is view.sheet.place(1, 0)
    qtbot.keyClick(QApplication.focusWidget(), Key.Key_Return)
    expected = view.workspace.project.findings.extracts("sites", "Having things to do", "Co-location of staff")
    assert view.beside.quotes.model().rowCount() == len(expected)
    assert view.beside.quotes.hasFocus()
    with qtbot.waitSignal(view.workspace.visited) as went:
        qtbot.keyClick(view.beside.quotes, Key.Key_Return)
    assert went.args
    assert went.args[0].transcript == expected[0].transcript
    qtbot.keyClick(view.beside.quotes, Key.Key_Escape)
    assert view.beside.isHidden()
    assert QApplication.focusWidget() is view.sheet.place(1, 0)


def test_tab_stops_once_in_a_picture(view: PicturesView, qtbot: QtBot) -> None:
    view.sheet.place(3, 2).setFocus()
    stops = [
        (spot.row, spot.column)
        for spot in (view.sheet.picture.spots if view.sheet.picture else ())
        if view.sheet.place(spot.row, spot.column).focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    assert stops == [(3, 2)]


def test_a_click_on_a_bar_shows_its_quotes_and_the_way_to_them_all(view: PicturesView, qtbot: QtBot) -> None:
    view.choices.choose(Kind.GROUPS)
    assert said(view, 0, 0).startswith("Feeling safe, Older people: 5 of 5 people")
    qtbot.mouseClick(view.sheet.place(0, 0), Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(view.workspace.visited) as went:
        view.beside.all_quotes.click()
    assert went.args
    scope = went.args[0].scope
    code = view.workspace.project.codebooks.all()[0].codes[0]
    assert scope == Scope(codes=(code.id,), client_groups=("Older people",))
    assert view.beside.quotes.model().rowCount() == len(view.workspace.project.extracts.listed(scope))


def test_each_picture_has_its_own_choices(view: PicturesView) -> None:
    choices = view.choices
    for kind, lens, outcome, site in (
        (Kind.SITES, False, True, False),
        (Kind.COVERAGE, False, False, False),
        (Kind.PROGRESS, False, False, True),
        (Kind.MATRIX, True, False, False),
    ):
        choices.choose(kind)
        boxes = (choices.lens, choices.outcome, choices.of_whom.filters.site)
        assert tuple(box.isVisible() for box in boxes) == (lens, outcome, site)


def test_one_outcome_and_some_people(view: PicturesView) -> None:
    view.choices.choose(Kind.SITES)
    view.choices.outcome.set_value("Choice")
    view.choices.of_whom.client_group.set_value("Mental health")
    view.choices.changed.emit()
    expected = view.workspace.project.pictures.outcomes(
        "site", Scope(codes=("Choice",), client_groups=("Mental health",))
    )
    assert view.sheet.picture is not None
    assert list(view.sheet.picture.words) == expected.in_words()


def test_other_features_and_lenses_are_a_choice_away(view: PicturesView) -> None:
    view.choices.lens.set_value(Lens.ATTRIBUTIONS.value)
    view.choices.changed.emit()
    assert said(view, 0, 0).startswith("Feeling safe, Co-location: 2 of 10 people, in 2 passages.")
    view.choices.columns.set_value("all")
    view.choices.columns.chosen.emit("all")
    assert view.sheet.picture is not None
    assert len(view.sheet.picture.spots) == 15 * 29


def test_a_picture_is_told_in_words_that_can_be_copied(view: PicturesView) -> None:
    view.choices.choose(Kind.COVERAGE)

    def copy(dialog: WordsToCopy) -> None:
        dialog.findChild(QPushButton, "in-words-copy").click()

    answer(WordsToCopy, copy)
    view.words.click()
    copied = QGuiApplication.clipboard().text().splitlines()
    assert copied[0] == "Who has been heard"
    assert "   Older people: 4 heard." in copied


@pytest.mark.parametrize(("typed", "kind", "ending"), [("seen", "Drawing (*.svg)", ".png"), ("seen.svg", "", ".svg")])
def test_a_picture_is_saved_as_what_its_name_says(
    view: PicturesView,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    typed: str,
    kind: str,
    ending: str,
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(tmp_path / typed), kind))
    with qtbot.waitSignal(view.workspace.done) as told:
        view.save.click()
    assert told.args
    file = (tmp_path / typed).with_suffix(ending)
    assert str(file) in told.args[0]
    assert file.stat().st_size > 10_000


def test_what_has_no_quotes_says_so(view: PicturesView, qtbot: QtBot) -> None:
    view.choices.choose(Kind.COVERAGE)
    qtbot.mouseClick(view.sheet.place(1, 1), Qt.MouseButton.LeftButton)
    assert view.beside.isVisible()
    assert not view.beside.all_quotes.isVisible()
    assert view.beside.back.hasFocus()


def test_where_there_is_little_room_picture_and_quotes_take_turns(view: PicturesView, qtbot: QtBot) -> None:
    view.window().resize(900, 700)
    qtbot.mouseClick(view.sheet.place(0, 0), Qt.MouseButton.LeftButton)
    assert view.beside.isVisible()
    assert not view.area.isVisible()
    view.beside.back.click()
    assert view.area.isVisible()


def test_a_change_of_the_project_is_drawn_anew(view: PicturesView) -> None:
    before = said(view, 0, 0)
    coding = view.workspace.project.findings.extracts("sites", "Feeling safe", "Co-location of staff")[0].codings
    view.workspace.act(lambda: view.workspace.project.codings.remove(coding))
    assert said(view, 0, 0) != before


def test_without_transcripts_it_says_how_to_begin(workspace: Workspace, qtbot: QtBot, tmp_path: Path) -> None:
    from qualcoder_lite.service.project import Project

    Project.create(tmp_path / "empty.qclite").close()
    workspace.open(tmp_path / "empty.qclite")
    view = PicturesView(workspace)
    qtbot.addWidget(view)
    with qtbot.waitExposed(view):
        view.show()
    assert [pane.objectName() for pane in view.panes()] == ["findings-no-transcripts-primary"]
    assert not view.save.isEnabled()


def test_every_control_says_what_it_is_for(view: PicturesView) -> None:
    view.choices.of_whom.filters.more.click()
    view.sheet.place(0, 0).click()
    assert [each.objectName() for each in controls(view) if len(told_of(each)) < 25] == []


def test_in_a_low_window_the_choices_wait_behind_a_link(view: PicturesView, theme: Theme, qtbot: QtBot) -> None:
    theme.choose(mode="light", text=2.0, tint="paper")
    view.window().resize(1280, 720)
    qtbot.waitUntil(view.choose.isVisible)
    assert not view.choices.isVisible()
    assert view.choose in view.panes()
    qtbot.mouseClick(view.choose, Qt.MouseButton.LeftButton)
    assert view.choices.kind.isVisible()
    qtbot.mouseClick(view.choose, Qt.MouseButton.LeftButton)
    assert not view.choices.isVisible()


def test_without_a_codebook_of_outcomes_it_says_so_and_the_other_pictures_can_still_be_chosen(
    workspace: Workspace, qtbot: QtBot, tmp_path: Path
) -> None:
    from qualcoder_lite.service.project import Project
    from qualcoder_lite.service.transcripts.reading import ImportOptions

    (tmp_path / "talk.txt").write_text("MOIRA: How is it?\n\nELSIE: Quiet.\n", encoding="utf-8")
    with Project.create(tmp_path / "no-codes.qclite", with_codebooks=()) as project:
        project.transcripts.import_file(tmp_path / "talk.txt", ImportOptions())
    workspace.open(tmp_path / "no-codes.qclite")
    view = PicturesView(workspace)
    qtbot.addWidget(view)
    with qtbot.waitExposed(view):
        view.show()
    for kind in (Kind.MATRIX, Kind.SITES, Kind.GROUPS):
        view.choices.choose(kind)
        assert view.sheet.picture is None
        assert not view.save.isEnabled()
    to_codebook = view.findChild(QPushButton, "findings-no-outcomes-primary")
    assert to_codebook in view.panes()
    with qtbot.waitSignal(workspace.visited) as went:
        qtbot.mouseClick(to_codebook, Qt.MouseButton.LeftButton)
    assert went.args
    assert went.args[0].page == "codebook"
    view.choices.choose(Kind.PROGRESS)
    assert view.area.isVisible()
    assert view.sheet.picture is not None
    assert view.save.isEnabled()
