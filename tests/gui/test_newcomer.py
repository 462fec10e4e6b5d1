"""A newcomer's whole path through the real window: once by mouse, once by keyboard alone."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import docx
import pytest
from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPoint, Qt, QTimer
from PySide6.QtWidgets import QAbstractItemView, QApplication, QFileDialog

from qualcoder_lite.domain.coding import Direction, Polarity
from qualcoder_lite.gui.dialogs.who_is_coding import WhoDialog
from qualcoder_lite.gui.pages.findings.quotes import link_place
from qualcoder_lite.gui.widgets.choice_box import ChoiceBox
from qualcoder_lite.gui.window.main_window import MainWindow
from qualcoder_lite.service.demonstration import usual_place
from qualcoder_lite.service.project import Project
from tests.gui.windows import click, find, page_key, press

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from qualcoder_lite.domain.coding import Coding
    from qualcoder_lite.gui.pages.code import CodePage
    from qualcoder_lite.gui.theme import Theme

NO_SCREEN = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # what a list folded out asks for
ME = "Grace Abara"


@pytest.fixture
def ready_demonstration(made_demonstration: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The demonstration in its usual place, which is the test's own."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    return shutil.copy(made_demonstration, usual_place())


def codings(page: CodePage) -> list[Coding]:
    """What another reader of the project file finds on the open transcript by the newcomer."""
    with Project.look(page.workspace.project.path) as other:
        me = {coder.id for coder in other.coders.all() if coder.name == ME}
        return [each for each in other.codings.of_transcript(page.session.transcript.id) if each.coder in me]


def say_who(qtbot: QtBot) -> None:
    """Answer “Who is coding?” when it is asked."""

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, WhoDialog)
        dialog.other.setFocus()
        qtbot.keyClicks(dialog.other, ME)
        qtbot.keyClick(dialog.other, Qt.Key.Key_Return)

    QTimer.singleShot(0, answer)


def index(model: QAbstractItemModel, holds: str) -> QModelIndex:
    """The first row whose words hold these."""
    role = Qt.ItemDataRole.DisplayRole
    return next(
        model.index(row, 0) for row in range(model.rowCount()) if holds in str(model.index(row, 0).data(role) or "")
    )


def click_item(qtbot: QtBot, view: QAbstractItemView, item: QModelIndex) -> None:
    view.scrollTo(item)
    qtbot.waitUntil(lambda: view.visualRect(item).height() > 0)
    place = view.visualRect(item).topLeft() + QPoint(20, 20)
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)


def matrix_cell(view: QAbstractItemView) -> QModelIndex:
    """The cell of Responsiveness and Co-location."""
    model = view.model()
    across, down = Qt.Orientation.Horizontal, Qt.Orientation.Vertical
    row = next(n for n in range(model.rowCount()) if "Responsiveness" in str(model.headerData(n, down)))
    column = next(n for n in range(model.columnCount()) if "Co-location" in str(model.headerData(n, across)))
    return model.index(row, column)


@NO_SCREEN
def test_by_mouse(qtbot, window, workspace, theme: Theme, ready_demonstration, tmp_path, monkeypatch):
    left = Qt.MouseButton.LeftButton
    click(qtbot, window, "home-book")
    assert workspace.project.path == ready_demonstration

    click(qtbot, window, "rail-code")
    page = window.page
    done = code_by_mouse(qtbot, page)

    # Close the project and open it again from the start page: it is there.
    transcript = page.session.transcript.id
    window._close_project()
    click(qtbot, window, "home-recent-demonstration")
    assert window.page is page
    page.open_transcript(transcript)
    assert codings(page) == done

    find_quotes_by_mouse(qtbot, window)
    assert window.page is page
    assert (page.session.transcript.id, page.desk.view.turn_number) == (transcript, 4)

    click(qtbot, window, "rail-sites")
    assert find(window, "sites-register").model().columnCount() == 4
    find_cell_by_mouse(qtbot, window, theme)
    assert window.page is page

    click(qtbot, window, "rail-export")
    word_file(monkeypatch, tmp_path / "extracts.docx")
    save = find(window, "export-save")
    qtbot.waitUntil(save.isEnabled)
    qtbot.mouseClick(save, left)
    qtbot.waitUntil(lambda: (tmp_path / "extracts.docx").exists() and not workspace.tasks.busy)
    assert docx.Document(str(tmp_path / "extracts.docx")).paragraphs
    click(qtbot, window, "rail-history")
    assert ME in " ".join(words(find(window, "history-steps")))


def code_by_mouse(qtbot: QtBot, page: CodePage) -> list[Coding]:
    """Choose a transcript, a turn, a card; say whether it was delivered and because of what; undo and redo."""
    left = Qt.MouseButton.LeftButton
    desk = page.desk
    rows = desk.list.model
    michael = next(row.id for row in rows.transcripts if row.name == "Michael")
    click_item(qtbot, desk.list.view, rows.index_of(michael))
    view = desk.view
    view.verticalScrollBar().setValue(0)
    heights = iter(range(20, view.viewport().height(), 12))
    while view.turn_number != 4:
        qtbot.mouseClick(view.viewport(), left, pos=QPoint(140, next(heights)))
    codes = {shown.name: shown.code.id for shown in page.session.codes.all()}
    say_who(qtbot)
    qtbot.mouseClick(desk.panel.card(codes["Responsiveness"]), left)
    assert [each.code for each in codings(page)] == [codes["Responsiveness"]]
    qtbot.mouseClick(desk.bar.polarity.segment("not_delivered"), left)
    desk.bar.feature.showPopup()
    items = desk.bar.feature.view()
    feature = desk.bar.feature.model().index(desk.bar.feature.findData(codes["Co-location"]), 0)
    items.scrollTo(feature)
    qtbot.mouseClick(items.viewport(), left, pos=items.visualRect(feature).center())
    done = codings(page)
    assert (done[0].polarity, done[0].attributions[0].direction) == (Polarity.NOT_DELIVERED, Direction.HELPED)

    # Undo and redo by their buttons.
    qtbot.mouseClick(desk.header.undo, left)
    assert codings(page)[0].attributions == ()
    qtbot.mouseClick(desk.header.redo, left)
    assert codings(page) == done
    return done


def find_quotes_by_mouse(qtbot: QtBot, window: MainWindow) -> None:
    """Filter the quotes down to the newcomer's own, and go to its turn."""
    left = Qt.MouseButton.LeftButton
    click(qtbot, window, "rail-quotes")
    found = find(window, "quotes-list")
    assert isinstance(found, QAbstractItemView)
    qtbot.waitUntil(lambda: found.model().rowCount() > 400)
    coder = find(window, "quotes-coder")
    assert isinstance(coder, ChoiceBox)
    choose(qtbot, coder, ME)
    qtbot.waitUntil(lambda: found.model().rowCount() == 1)
    qtbot.mouseClick(found.viewport(), left, pos=found.link_rect(0).center().toPoint())


def find_cell_by_mouse(qtbot: QtBot, window: MainWindow, theme: Theme) -> None:
    """Choose a cell of the findings, and go from its first quote to the turn."""
    left = Qt.MouseButton.LeftButton
    click(qtbot, window, "rail-findings")
    table = find(window, "findings-matrix")
    assert isinstance(table, QAbstractItemView)
    qtbot.waitUntil(lambda: table.model().rowCount() > 0)
    qtbot.mouseClick(table.viewport(), left, pos=table.visualRect(matrix_cell(table)).center())
    passages = find(window, "findings-quotes")
    assert isinstance(passages, QAbstractItemView)
    qtbot.waitUntil(lambda: passages.visualRect(passages.model().index(0, 0)).height() > 0)
    link = link_place(passages.visualRect(passages.model().index(0, 0)).toRectF(), theme.look)
    qtbot.mouseClick(passages.viewport(), left, pos=link.center().toPoint())


@NO_SCREEN
def test_by_keyboard_alone(qtbot, window, workspace, ready_demonstration, tmp_path, monkeypatch):
    tab_to(qtbot, "home-book")
    press(qtbot, window, Qt.Key.Key_Return)
    assert workspace.project.path == ready_demonstration

    # Code: find a transcript by name, go down to a turn, two letters, then V and L with the feature's two letters.
    press(qtbot, window, page_key("code"), "Ctrl+T", *"Michael", Qt.Key.Key_Return)
    page, view = window.page, window.page.desk.view
    assert view.hasFocus()
    qtbot.keyClick(view, Qt.Key.Key_Home)
    while view.turn_number != 4:
        press(qtbot, window, Qt.Key.Key_Down)
    say_who(qtbot)
    press(qtbot, window, "p", "s")
    # Without a screen nobody gives the focus back to a window whose dialog was closed.
    qtbot.waitUntil(lambda: not window.findChildren(WhoDialog))
    window.activateWindow()
    qtbot.waitUntil(view.hasFocus)
    press(qtbot, window, "v", "v", "l", "f", "o")
    done = codings(page)
    assert (done[0].polarity, done[0].attributions[0].direction) == (Polarity.NOT_DELIVERED, Direction.HELPED)
    press(qtbot, window, "Ctrl+Z")
    assert codings(page)[0].attributions == ()
    press(qtbot, window, "Ctrl+Y")
    assert codings(page) == done

    # Close the window, open a new one on the same computer: everything is as it was.
    with qtbot.waitSignal(window.destroyed):
        press(qtbot, window, "Ctrl+Q")
    again = MainWindow(workspace)
    again.resize(1440, 900)  # the screen that isn't there is smaller
    with qtbot.waitActive(again):
        again.show()
        again.activateWindow()
    try:
        go_on(qtbot, again, done, tmp_path, monkeypatch)
    finally:
        with qtbot.waitSignal(again.destroyed):
            again.close()


def go_on(
    qtbot: QtBot, window: MainWindow, done: list[Coding], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The second half of the way by keyboard, in the window that was opened anew."""
    workspace = window.workspace
    tab_to(qtbot, "home-recent-demonstration")
    press(qtbot, window, Qt.Key.Key_Return)
    page = window.page
    assert page.value == "code"
    assert workspace.coder == ME
    page.open_transcript(done[0].transcript)
    assert codings(page) == done

    press(qtbot, window, page_key("quotes"))
    found = find(window, "quotes-list")
    assert isinstance(found, QAbstractItemView)
    qtbot.waitUntil(lambda: found.model().rowCount() > 400)
    tab_to(qtbot, "quotes-coder")
    coder = QApplication.focusWidget()
    assert isinstance(coder, ChoiceBox)
    until(lambda: ME in coder.currentText(), lambda: press(qtbot, window, Qt.Key.Key_Down))
    qtbot.waitUntil(lambda: found.model().rowCount() == 1)
    until(found.hasFocus, lambda: press(qtbot, window, "F6"))
    press(qtbot, window, Qt.Key.Key_Return)
    assert window.page is page
    assert page.desk.view.turn_number == 4

    look_up_by_keyboard(qtbot, window)
    assert window.page is page

    word_file(monkeypatch, tmp_path / "extracts.docx")
    press(qtbot, window, page_key("export"))
    qtbot.waitUntil(find(window, "export-save").isEnabled)
    press(qtbot, window, "Ctrl+S")
    qtbot.waitUntil(lambda: (tmp_path / "extracts.docx").exists() and not workspace.tasks.busy)
    assert docx.Document(str(tmp_path / "extracts.docx")).paragraphs

    press(qtbot, window, page_key("history"))
    steps = find(window, "history-steps")
    until(steps.hasFocus, lambda: press(qtbot, window, "F6"))
    assert isinstance(steps, QAbstractItemView)
    assert ME in " ".join(words(steps))


def look_up_by_keyboard(qtbot: QtBot, window: MainWindow) -> None:
    """Record something of a site, then choose a cell of the findings and go from its first quote to the turn."""
    workspace = window.workspace
    press(qtbot, window, page_key("sites"))
    register = find(window, "sites-register")
    until(register.hasFocus, lambda: press(qtbot, window, "F6"))
    before = workspace.project.history.next_undo()
    press(qtbot, window, "a")
    assert workspace.project.history.next_undo() != before

    press(qtbot, window, page_key("findings"))
    table = find(window, "findings-matrix")
    assert isinstance(table, QAbstractItemView)
    qtbot.waitUntil(lambda: table.model().rowCount() > 0)
    until(table.hasFocus, lambda: press(qtbot, window, "F6"))
    until(lambda: table.currentIndex().row() == matrix_cell(table).row(), lambda: press(qtbot, window, Qt.Key.Key_Down))
    passages = find(window, "findings-quotes")
    assert isinstance(passages, QAbstractItemView)
    qtbot.waitUntil(lambda: passages.model().rowCount() > 0)
    press(qtbot, window, Qt.Key.Key_Return)
    assert passages.hasFocus()
    press(qtbot, window, Qt.Key.Key_Return)


def words(view: QAbstractItemView) -> list[str]:
    """What a screen reader says of the first rows."""
    model = view.model()
    return [
        str(model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) or model.index(row, 0).data())
        for row in range(min(model.rowCount(), 20))
    ]


def choose(qtbot: QtBot, box: ChoiceBox, holds: str) -> None:
    """Choose an item of a box with the mouse."""
    box.showPopup()
    items = box.view()
    item = index(items.model(), holds)
    items.scrollTo(item)
    qtbot.mouseClick(items.viewport(), Qt.MouseButton.LeftButton, pos=items.visualRect(item).center())


def tab_to(qtbot: QtBot, name: str) -> None:
    """Press Tab until a control has the focus."""

    def focused() -> str:
        widget = QApplication.focusWidget()
        return widget.objectName() if widget is not None else ""

    until(lambda: focused() == name, lambda: qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab))


def until(true: Callable[[], bool], do: Callable[[], object]) -> None:
    """Do something until something is so; a hundred times at most."""
    for _ in range(100):
        if true():
            return
        do()
    pytest.fail("It never came to that.")


def word_file(monkeypatch: pytest.MonkeyPatch, place: Path) -> None:
    """Let the system's own dialog, which no test can drive, answer with a file."""
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(place), ""))
