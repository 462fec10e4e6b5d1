"""The window itself: its pages, menus and keys, what it opens and refuses, what it remembers and says."""

from __future__ import annotations

import shutil
import sqlite3
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDropEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QMenu, QWidget
from shiboken6 import isValid

from qualcoder_lite.gui.menus.recent import RecentMenu
from qualcoder_lite.gui.pages.code import CodePage
from qualcoder_lite.gui.program.settings import Settings
from qualcoder_lite.gui.project.workspace import Visit, Workspace
from qualcoder_lite.gui.widgets.question import Question
from qualcoder_lite.gui.window.main_window import MainWindow
from qualcoder_lite.service.coding.new_coding import NewCoding
from qualcoder_lite.service.project import Project
from tests.gui.windows import EVERY_PAGE, ON_RAIL, action, click, find, focus_rail, menu_actions, page_key, press

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from qualcoder_lite.gui.theme import Theme

AILSA = "Ailsa Brodie"


@pytest.fixture
def opened(window: MainWindow, demonstration: Path) -> MainWindow:
    """The window with the demonstration project, Ailsa coding."""
    assert window.open_project(demonstration)
    window.workspace.set_coder(AILSA)
    return window


def toast(window: MainWindow) -> str:
    """What the message over the page's foot says, if it is shown."""
    return window.sayings.toast.words if window.sayings.toast.isVisible() else ""


def code_page(window: MainWindow) -> CodePage:
    page = window.go("code")
    assert isinstance(page, CodePage)
    return page


def uncoded_turn(page: CodePage) -> None:
    michael = next(row.id for row in page.desk.list.model.transcripts if row.name == "Michael")
    page.open_transcript(michael)
    page.desk.view.go_to_turn(2)
    page.focus_text()


def started(tmp_path: Path, project: Path) -> MainWindow:
    """A window that is started with a project, not shown yet."""
    return MainWindow(Workspace(Settings(str(tmp_path / "started.ini"))), awaited=project)


def close_for_good(qtbot: QtBot, window: MainWindow) -> None:
    window.close()
    qtbot.waitUntil(lambda: not isValid(window))


def codings(place: Path) -> int:
    with Project.look(place) as project:
        return project.info().codings


# Starting


def test_the_window_is_seen_before_its_project_is_opened(qtbot, tmp_path, demonstration, theme: Theme):
    window = started(tmp_path, demonstration)
    qtbot.addWidget(window)
    opening = window.findChild(QWidget, "page-opening")
    with qtbot.waitSignal(window.ready):
        window.show()
        assert opening.isVisible()
        assert opening.accessibleName() == "Opening demo …"
        assert not window.workspace.is_open
        assert [value for value in ON_RAIL if window._ways.rail.button(value).isEnabled()] == ["home", "settings"]
    assert window.workspace.is_open
    assert window.page is not None
    assert window.page.value == "home"
    assert window.isAncestorOf(window.focusWidget())
    qtbot.waitUntil(lambda: window.findChild(QWidget, "page-opening") is None)


def test_the_keyboard_starts_in_the_page_though_the_window_was_active_before_it_was_there(
    qtbot, tmp_path, demonstration, theme: Theme
):
    window = started(tmp_path, demonstration)
    qtbot.addWidget(window)
    with qtbot.waitSignal(window.ready):
        window.show()
        window._ways.rail.button("home").setFocus()
    assert window.page.isAncestorOf(window.focusWidget())


def test_a_project_the_window_is_started_with_may_not_be_one(qtbot, tmp_path, theme: Theme):
    (tmp_path / "notes.qclite").write_text("not a project")
    window = started(tmp_path, tmp_path / "notes.qclite")
    qtbot.addWidget(window)
    with qtbot.waitSignal(window.ready):
        window.show()
    find(window, "trouble-sentence")
    click(qtbot, window, "trouble-back")
    assert window.page is not None
    assert window.page.value == "home"


def test_a_window_closed_before_its_project_was_opened_leaves_it_alone(qtbot, tmp_path, demonstration, theme: Theme):
    window = started(tmp_path, demonstration)
    window.show()
    window.grab()
    window.close()
    qtbot.waitUntil(lambda: not isValid(window))
    with Project.open(demonstration) as project:
        assert not project.read_only


# Pages


def test_without_a_project_only_the_pages_that_need_none_can_be_gone_to(window):
    reachable = [value for value in ON_RAIL if window._ways.rail.button(value).isEnabled()]
    assert reachable == ["home", "settings"]
    assert not action(window, "Quotes").isEnabled()
    assert not action(window, "Import").isEnabled()


def test_the_rail_leads_to_its_pages_by_mouse(qtbot, opened):
    for value in ON_RAIL:
        click(qtbot, opened, f"rail-{value}")
        assert opened.page.value == value


def test_each_page_has_a_key(qtbot, opened):
    for value, key in {each: page_key(each) for each in EVERY_PAGE}.items():
        press(qtbot, opened, key)
        assert opened.page.value == value


def test_the_keyboard_is_in_the_page_from_the_start_and_goes_along_with_the_mouse(qtbot, opened):
    assert opened.page.isAncestorOf(QApplication.focusWidget())
    for value in ON_RAIL:
        click(qtbot, opened, f"rail-{value}")
        assert opened.page.isAncestorOf(QApplication.focusWidget())


def test_a_page_s_key_leads_from_the_rail_into_the_page(qtbot, opened):
    opened._ways.rail.button("home").setFocus()
    press(qtbot, opened, page_key("quotes"))
    assert opened.page.value == "quotes"
    assert opened.page.isAncestorOf(opened.focusWidget())


def test_the_keyboard_is_in_the_start_page_once_the_project_is_closed_on_home(qtbot, opened):
    assert opened.page.value == "home"
    press(qtbot, opened, "Ctrl+W")
    assert not opened.workspace.is_open
    assert opened.page.isAncestorOf(opened.focusWidget())


def test_the_rail_is_walked_by_arrow_keys(qtbot, opened):
    opened._ways.rail.button("home").setFocus()
    press(qtbot, opened, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert opened.page.value == "quotes"


def test_in_a_narrow_window_a_page_s_key_leads_into_the_page_and_letters_open_no_menu(qtbot, opened, theme: Theme):
    opened.resize(500, 600)
    button = find(opened, "pages-menu")
    button.setFocus()
    before = opened.workspace.project.info().codings
    press(qtbot, opened, "e", "u")
    assert QApplication.activePopupWidget() is None
    assert opened.menuBar().activeAction() is None
    assert opened.workspace.project.info().codings == before
    press(qtbot, opened, "Ctrl+Shift+F")
    assert opened.page.isAncestorOf(opened.focusWidget())


def test_a_narrow_window_has_a_button_for_the_pages_in_place_of_the_rail(qtbot, opened, theme: Theme):
    assert not opened._ways.button.isVisible()
    theme.choose(mode="light", text=2.0, tint="paper")
    opened.resize(1280, 720)
    assert not opened._ways.rail.isVisible()
    assert opened._ways.button.isVisible()
    menu = opened._ways.button.menu()
    assert isinstance(menu, QMenu)
    menu.popup(QPoint(0, 0))
    (quotes,) = [each for each in menu.actions() if each.text() == "Quotes"]
    qtbot.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(quotes).center())
    assert opened.page.value == "quotes"


def test_f6_goes_round_the_rail_and_the_parts_of_each_page_and_back(qtbot, opened):
    for value in EVERY_PAGE:
        page = opened.go(value)
        panes = [opened._ways.rail, *(pane for pane in page.panes() if pane.isVisible() and pane.isEnabled())]
        focus_rail(opened)

        def pane_with_focus(panes=panes) -> int:
            focused = QApplication.focusWidget()
            return max(n for n, pane in enumerate(panes) if pane is focused or pane.isAncestorOf(focused))

        order = []
        for _ in panes:
            press(qtbot, opened, "F6")
            order.append(pane_with_focus())
        assert order == [*range(1, len(panes)), 0], value
        press(qtbot, opened, "Shift+F6")
        assert pane_with_focus() == len(panes) - 1, value


def test_f10_opens_the_menus_and_escape_leads_back_to_where_the_keyboard_was(qtbot, opened):
    opened.go("quotes")
    before = QApplication.focusWidget()
    press(qtbot, opened, "F10")
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert menu.title() == "&File"
    qtbot.keyClick(menu, Qt.Key.Key_Right)
    menu = QApplication.activePopupWidget()
    assert menu.title() == "&Edit"
    qtbot.keyClick(menu, Qt.Key.Key_Escape)
    press(qtbot, opened, Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is before


def test_the_page_a_project_was_left_on_is_shown_again(window, demonstration):
    window.open_project(demonstration)
    window.go("history")
    window._close_project()
    assert window.page.value == "home"
    window.open_project(demonstration)
    assert window.page.value == "history"


def test_a_window_that_starts_with_a_project_shows_the_page_it_was_left_on(
    qtbot, tmp_path, demonstration, theme: Theme
):
    for page_found, page_left in (("home", "history"), ("history", "sites")):
        window = started(tmp_path, demonstration)
        with qtbot.waitSignal(window.ready):
            window.show()
        assert window.page.value == page_found
        window.go(page_left)
        close_for_good(qtbot, window)


def test_size_and_place_of_the_window_are_remembered(qtbot, tmp_path, theme: Theme):
    place = str(tmp_path / "shape.ini")
    for size in ((780, 640), None):
        window = MainWindow(Workspace(Settings(place)))
        if size:
            window.resize(*size)
        window.show()
        assert window.size().toTuple() == (780, 640)
        with qtbot.waitSignal(window.destroyed):
            window.close()


# Menus and keys


def test_no_two_actions_share_a_key_on_any_page(opened):
    for value in EVERY_PAGE:
        opened.go(value)
        keys = [key.toString() for _, each in menu_actions(opened) for key in each.shortcuts()]
        assert [key for key, times in Counter(keys).items() if times > 1] == [], value


def test_no_two_menus_and_no_two_entries_of_one_answer_to_the_same_letter(opened):
    def letters(texts: list[str]) -> Counter[str]:
        return Counter(text[text.index("&") + 1].lower() for text in texts if "&" in text.replace("&&", ""))

    for value in EVERY_PAGE:
        opened.go(value)
        tops = [top.text() for top in opened.menuBar().actions() if top.isVisible()]
        assert max(letters(tops).values()) == 1, tops
        list(menu_actions(opened))  # as whoever opens the menus sees them
        for menu in opened.findChildren(QMenu):
            texts = [each.text() for each in menu.actions()]
            assert max(letters(texts).values(), default=1) == 1, (value, menu.title(), texts)


def test_the_menu_of_the_page_bears_its_name_and_goes_with_it(opened):
    opened.go("code")
    assert "Code" in [title for title, _ in menu_actions(opened)]
    find_code = action(opened, "Find a code")
    opened.go("home")
    assert "Code" not in [title for title, _ in menu_actions(opened)]
    assert find_code not in [each for _, each in menu_actions(opened)]


def test_a_key_of_a_page_does_nothing_on_another(qtbot, opened):
    page = code_page(opened)
    uncoded_turn(page)
    press(qtbot, opened, "q", "f")
    before = codings(opened.workspace.project.path)
    opened.go("settings")
    press(qtbot, opened, Qt.Key.Key_Delete)
    assert codings(opened.workspace.project.path) == before


@pytest.mark.parametrize("value", EVERY_PAGE)
def test_undo_and_redo_answer_to_their_keys_on_every_page(qtbot, opened, value):
    place = opened.workspace.project.path
    project = opened.workspace.project
    transcript = project.transcripts.overview()[0].transcript.id
    code = project.codebooks.all()[0].codes[0].id
    opened.workspace.act(
        lambda: project.codings.add(NewCoding(transcript=transcript, start=0, end=9, code=code, coder=AILSA))
    )
    before = codings(place)
    page = opened.go(value)
    pane = next(iter(page.panes()), None)
    if pane is not None:
        pane.setFocus()
    press(qtbot, opened, "Ctrl+Z")
    assert codings(place) == before - 1
    press(qtbot, opened, "Ctrl+Y")
    assert codings(place) == before
    press(qtbot, opened, "Ctrl+Z", "Ctrl+Shift+Z")
    assert codings(place) == before


def test_the_menu_names_what_undo_and_redo_would_do(qtbot, opened):
    undo = action(opened, "Undo")
    qtbot.waitUntil(lambda: undo.text().startswith("&Undo: put 637 codings"))
    opened.workspace.undo()
    qtbot.waitUntil(lambda: action(opened, "Redo").text().startswith("&Redo: put 637 codings"))


def test_the_menu_names_them_before_it_is_seen_however_soon_it_is_opened(opened):
    opened.workspace.act(lambda: opened.workspace.project.sites.add("Rest & Play"))
    menu = next(each.menu() for each in opened.menuBar().actions() if each.text() == "&Edit")
    menu.aboutToShow.emit()
    assert "Rest && Play" in action(opened, "Undo").text()


def test_every_menu_fits_the_screen_in_words_of_twice_the_size(opened, theme: Theme):
    theme.choose(mode="light", text=2.0, tint="paper")
    opened.resize(1280, 720)
    opened.workspace.act(lambda: opened.workspace.project.sites.add("A site with a name " * 8))
    for page in ("code", "findings"):
        opened.go(page)
        menus = [each for each in opened.findChildren(QMenu) if each.menuAction().isVisible()]
        assert {"&File", "&Edit"} < {each.title() for each in menus}
        for menu in menus:
            menu.aboutToShow.emit()
            assert menu.sizeHint().width() <= 1280, menu.title()


def test_the_page_codes_menu_is_short_and_its_submenus_go_with_the_page(opened):
    opened.go("code")
    menu = next(each.menu() for each in opened.menuBar().actions() if each.text() == "&Code")
    assert len(menu.actions()) <= 12
    titles = [each.text() for each in menu.actions() if each.menu()]
    assert titles == ["&Find", "This &coding", "&Go on to", "This &transcript"]
    assert action(opened, "Put this transcript").isEnabled()
    opened.go("home")
    opened.go("code")
    assert [each.text() for each in menu.actions() if each.menu()] == titles


def test_ctrl_q_quits(qtbot, window):
    with qtbot.waitSignal(window.destroyed):
        press(qtbot, window, "Ctrl+Q")


def test_text_grows_and_shrinks_by_keys_and_is_kept(qtbot, window, theme: Theme):
    press(qtbot, window, "Ctrl+=", "Ctrl+=")
    assert theme.look.scale == pytest.approx(1.2)
    assert window.workspace.settings.text_scale == pytest.approx(1.2)
    press(qtbot, window, "Ctrl+-")
    assert theme.look.scale == pytest.approx(1.1)
    press(qtbot, window, "Ctrl+0")
    assert theme.look.scale == pytest.approx(1.0)


def test_the_view_menu_changes_and_ticks_the_mode(window, theme: Theme):
    action(window, "Dark").trigger()
    assert theme.look.dark
    assert window.workspace.settings.mode == "dark"
    action(window, "Light").trigger()
    assert not theme.look.dark


# What is said


def test_what_was_done_is_said_over_the_foot_with_undo(qtbot, opened):
    before = codings(opened.workspace.project.path)
    project = opened.workspace.project
    transcript = project.transcripts.overview()[0].transcript.id
    code = project.codebooks.all()[0].codes[0].id
    opened.go("settings")
    opened.workspace.act(
        lambda: project.codings.add(NewCoding(transcript=transcript, start=0, end=9, code=code, coder=AILSA)),
        say="One coding was put on.",
    )
    assert toast(opened) == "One coding was put on."
    qtbot.mouseClick(opened.sayings.toast._action, Qt.MouseButton.LeftButton)
    assert codings(opened.workspace.project.path) == before
    assert toast(opened).startswith("Undone: ")


def test_the_page_code_says_under_its_text_what_was_undone(opened):
    page = code_page(opened)
    opened.workspace.undo()
    assert page.desk.foot.status.words.startswith("Undone: ")
    assert toast(opened) == ""


def test_a_warning_stays_from_page_to_page_until_it_is_closed(qtbot, opened):
    opened.workspace.failed.emit("The disk is full.")
    opened.go("quotes")
    assert toast(opened) == "The disk is full."
    for _ in ("past the rail", "to the warning"):  # the keyboard came to the page's first pane
        press(qtbot, opened, "Shift+F6")
    assert opened.sayings.toast.isAncestorOf(QApplication.focusWidget())
    press(qtbot, opened, Qt.Key.Key_Escape)
    assert toast(opened) == ""


def test_a_warning_goes_once_what_it_warned_of_is_out_of_date(opened):
    opened.workspace.failed.emit("The table contradicts itself.")
    opened.workspace.act(lambda: opened.workspace.project.sites.add("Nant Gwyn"))
    assert toast(opened) == ""


# Opening


def test_the_demonstration_is_made_and_opened_from_the_start_page(qtbot, window, monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    with qtbot.waitSignal(window.workspace.opened):
        click(qtbot, window, "home-book")
    assert window.workspace.project.info().transcripts == 14
    window._close_project()
    click(qtbot, window, "home-book")
    assert window.workspace.is_open


@pytest.mark.parametrize(("typed", "called"), [("pilot.v2", "pilot.v2.qclite"), ("pilot.docx", "pilot.qclite")])
def test_a_new_project_is_made_where_the_person_says(qtbot, window, monkeypatch, tmp_path, typed, called):
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / typed), ""))
    with qtbot.waitSignal(window.workspace.opened):
        click(qtbot, window, "home-plus")
    assert window.workspace.project.path == tmp_path / called
    assert find(window, "home-import").isEnabled()


def test_a_new_project_never_takes_the_place_of_a_file(qtbot, window, monkeypatch, demonstration):
    before = demonstration.read_bytes()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(demonstration), ""))
    with qtbot.waitSignal(window.workspace.failed):
        action(window, "New project").trigger()
    assert "already" in toast(window)
    assert demonstration.read_bytes() == before


def test_recent_projects_are_a_press_away_on_the_start_page_and_in_the_menu(qtbot, window, demonstration):
    window.open_project(demonstration)
    window._close_project()
    click(qtbot, window, "home-recent-demo")
    assert window.workspace.project.path == demonstration
    assert [each.toolTip() for each in window.findChild(RecentMenu).actions()] == [str(demonstration)]
    window._close_project()
    window.findChild(RecentMenu).actions()[0].trigger()
    assert window.workspace.is_open


def test_recent_projects_of_one_name_are_told_apart_by_their_folders(window):
    window.findChild(RecentMenu).show_projects(["/a/study.qclite", "/b/study.qclite", "/b/R&D.qclite"])
    words = [each.text() for each in window.findChild(RecentMenu).actions()]
    assert words == [f"study – {Path('/a')}", f"study – {Path('/b')}", "R&&D"]


def drop(window: MainWindow, *paths: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    event = QDropEvent(
        QPointF(100, 100),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    window.dropEvent(event)


def test_a_project_dropped_onto_the_window_is_opened(qtbot, window, demonstration):
    with qtbot.waitSignal(window.workspace.opened):
        drop(window, demonstration)
    assert window.workspace.project.path == demonstration


def test_transcripts_dropped_onto_the_window_are_looked_at_before_anything_is_stored(qtbot, opened, tmp_path):
    file = tmp_path / "new.txt"
    file.write_text("Moira: How are you?\nAnn: Well enough, and you asked.\n")
    before = opened.workspace.project.info().transcripts
    drop(opened, file)
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not None)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QDialog)
    qtbot.waitUntil(lambda: not opened.workspace.tasks.busy)
    assert opened.workspace.project.info().transcripts == before
    qtbot.waitUntil(lambda: left(dialog))
    assert opened.workspace.project.info().transcripts == before


def left(dialog: QDialog) -> bool:
    """Ask a dialog to go, as often as it takes: while it reads files, the first asking only stops the reading."""
    if QApplication.activeModalWidget() is dialog:
        dialog.reject()
    return QApplication.activeModalWidget() is None


def test_transcripts_dropped_without_a_project_are_told_the_way(qtbot, window, tmp_path):
    drop(window, tmp_path / "new.txt")
    qtbot.waitUntil(lambda: toast(window) != "")
    assert toast(window) == "Open or make a project first, then drop the transcripts onto it."


# Projects that can't be opened


def damaged(place: Path) -> Path:
    bytes_ = bytearray(place.read_bytes())
    bytes_[5000:] = b"\x55" * (len(bytes_) - 5000)
    place.write_bytes(bytes_)
    return place


def newer(place: Path) -> Path:
    with sqlite3.connect(place) as connection:
        connection.execute(
            "insert into _sqlite_migrations(migration_set, name, applied_at) values('qualcoder_lite', 'later', '')"
        )
    connection.close()
    return place


def not_a_project(place: Path) -> Path:
    place.write_text("Dear diary")
    return place


def missing(place: Path) -> Path:
    place.unlink()
    return place


@pytest.mark.parametrize(
    ("spoil", "words"),
    [(damaged, "damaged"), (newer, "newer version"), (not_a_project, "not a project"), (missing, "no file")],
)
def test_a_project_that_cannot_be_opened_says_why_and_leads_back(qtbot, window, demonstration, spoil, words):
    assert not window.open_project(spoil(demonstration))
    assert window.page is None
    assert words in find(window, "trouble-sentence").text()
    assert find(window, "trouble-back").hasFocus()
    press(qtbot, window, "F6", Qt.Key.Key_Return)
    window._trouble._back.click()
    assert window.page.value == "home"
    assert not window.workspace.is_open


def test_a_project_that_another_window_has_open_says_who_and_can_be_tried_again(qtbot, window, demonstration):
    with Project.open(demonstration):
        assert not window.open_project(demonstration)
        assert "open" in find(window, "trouble-sentence").text()
    click(qtbot, window, "trouble-again")
    assert window.workspace.is_open
    assert not window.workspace.project.read_only


def test_a_project_that_another_window_has_open_can_be_looked_at(qtbot, window, demonstration):
    with Project.open(demonstration):
        assert not window.open_project(demonstration)
        assert find(window, "trouble-look").hasFocus()
        press(qtbot, window, Qt.Key.Key_Return)
        assert window.workspace.project.read_only
        assert "read only" in window.windowTitle()


def test_what_is_damaged_is_not_offered_for_reading(window, demonstration):
    assert not window.open_project(damaged(demonstration))
    assert find(window, "trouble-back").isVisible()
    assert not window.findChild(QWidget, "trouble-look").isVisible()


@pytest.mark.parametrize(("key", "undone"), [(Qt.Key.Key_Return, False), (Qt.Key.Key_Escape, False), (None, True)])
def test_a_very_large_step_is_undone_only_after_a_word(qtbot, opened, key, undone):
    before = opened.workspace.project.info().codings
    opened.workspace.doubted.connect(opened.sayings.ask)

    def answer() -> None:
        asked = QApplication.activeModalWidget()
        assert isinstance(asked, Question)
        assert "entries of the project at once" in asked.accessibleDescription()
        if undone:
            asked.do.click()
        else:
            qtbot.keyClick(asked, key)

    QTimer.singleShot(0, answer)
    press(qtbot, opened, "Ctrl+Z")
    assert (opened.workspace.project.info().codings < before) == undone


def test_what_was_open_stays_open_when_another_project_cannot_be(opened, tmp_path):
    assert not opened.open_project(not_a_project(tmp_path / "other.qclite"))
    assert opened.workspace.is_open
    opened.go("quotes")
    assert opened.page.value == "quotes"


def test_a_project_that_cannot_be_written_to_is_opened_for_reading(qtbot, window, demonstration):
    demonstration.chmod(0o444)
    assert window.open_project(demonstration)
    assert "read only" in window.windowTitle()
    page = code_page(window)
    window.workspace.set_coder(AILSA)
    page.focus_text()
    before = codings(demonstration)
    press(qtbot, window, "q", "f")
    assert codings(demonstration) == before
    assert "only be looked at" in toast(window) or "read" in toast(window)
    for value in EVERY_PAGE:
        assert window.go(value).value == value


# What happens under the open window


def test_a_project_deleted_under_the_window_takes_nothing_more_and_can_be_saved_elsewhere(
    qtbot, opened, tmp_path, monkeypatch
):
    page = code_page(opened)
    uncoded_turn(page)
    place = opened.workspace.project.path
    count = codings(place)
    place.unlink()
    press(qtbot, opened, "q", "f")
    assert "no longer there" in toast(opened)
    assert "Back up to a file" in toast(opened)
    assert page.desk.view.codings_of_turn() == []
    for value in EVERY_PAGE:
        assert opened.go(value).value == value
    copy = tmp_path / "saved.qclite"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(copy), ""))
    action(opened, "Back up").trigger()
    assert codings(copy) == count


def test_a_disk_that_fills_up_while_coding_loses_nothing_typed(qtbot, opened):
    page = code_page(opened)
    uncoded_turn(page)
    press(qtbot, opened, "q", "f", "m")
    memo = page.desk.bar.memo
    memo.insertPlainText("She says it twice. " * 400)
    qtbot.keyClicks(memo, "And again.")
    connection = opened.workspace.project._database.connection
    pages = connection.execute("pragma page_count").fetchone()[0]
    connection.execute(f"pragma max_page_count={pages}")
    written = memo.toPlainText()
    asked: list[str] = []

    def stay() -> None:
        question = QApplication.activeModalWidget()
        assert isinstance(question, Question)
        asked.append(question.accessibleDescription())
        question.leave.click()

    QTimer.singleShot(0, stay)
    assert opened.go("quotes") is page
    assert "full" in asked[0]
    assert memo.toPlainText() == written
    QTimer.singleShot(0, stay)
    assert not opened.close()
    connection.execute("pragma max_page_count=1073741823")
    assert opened.go("quotes").value == "quotes"
    transcript = page.session.transcript.id
    with Project.look(opened.workspace.project.path) as other:
        assert written in [coding.memo for coding in other.codings.of_transcript(transcript)]


def test_a_copy_is_written_where_the_person_says(qtbot, opened, tmp_path, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "copy"), ""))
    with qtbot.waitSignal(opened.workspace.done) as told:
        action(opened, "Back up").trigger()
    assert told.args[0] == f"A copy of the project is in “{tmp_path / 'copy.qclite'}”."
    assert codings(tmp_path / "copy.qclite") == 637


def test_a_page_that_asks_for_another_leads_there(opened):
    transcript = opened.workspace.project.transcripts.overview()[0].transcript.id
    opened.go("home")
    opened.workspace.visit(Visit(page="code", transcript=transcript))
    assert opened.page.value == "code"
    assert opened.page.session.transcript.id == transcript


def test_every_key_of_the_menus_can_be_typed(opened):
    for value in EVERY_PAGE:
        opened.go(value)
        for _, each in menu_actions(opened):
            assert all(QKeySequence(key).toString() for key in each.shortcuts()), each.text()


def test_a_second_project_takes_the_place_of_the_first(opened, demonstration, tmp_path):
    other = Path(shutil.copy(demonstration, tmp_path / "other.qclite"))
    opened.go("code")
    assert opened.open_project(other)
    assert opened.workspace.project.path == other
    with Project.open(demonstration):
        pass


def test_enter_with_ctrl_in_a_memo_keeps_it_and_declares_nothing_done(qtbot, opened):
    page = code_page(opened)
    uncoded_turn(page)
    press(qtbot, opened, "q", "f", "m")
    memo, before = page.desk.bar.memo, page.desk.foot.wants_done
    qtbot.keyClicks(memo, "Says it twice.")
    qtbot.keyClick(memo, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert page.desk.view.hasFocus()
    assert page.session.active.memo == "Says it twice."
    assert page.desk.foot.wants_done == before


def test_a_window_closed_amid_a_memo_keeps_it(qtbot, opened):
    page = code_page(opened)
    uncoded_turn(page)
    press(qtbot, opened, "q", "f", "m")
    qtbot.keyClicks(page.desk.bar.memo, "Half a thought")
    place, coding = opened.workspace.project.path, page.session.active.id
    assert opened.close()
    page.desk.bar.memo.clearFocus()  # as the window system does when the window goes
    with Project.look(place) as other:
        assert other.codings.present([coding])[coding].memo == "Half a thought"
