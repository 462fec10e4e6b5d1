"""The status line, toasts, empty places and questions say what happened and the way back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QDialog, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from qualcoder_lite.gui.widgets.buttons import Button
from qualcoder_lite.gui.widgets.empty_state import EmptyState
from qualcoder_lite.gui.widgets.labels import Label
from qualcoder_lite.gui.widgets.progress_ring import ProgressRing
from qualcoder_lite.gui.widgets.question import Question
from qualcoder_lite.gui.widgets.status_line import StatusLine
from qualcoder_lite.gui.widgets.toast import Toast
from qualcoder_lite.gui.widgets.toast_button import ToastButton

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from qualcoder_lite.gui.theme import Theme


pytestmark = pytest.mark.usefixtures("theme")


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    """A page to show things on."""
    made = QWidget()
    made.resize(900, 600)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def toast_buttons(toast: Toast) -> dict[str, ToastButton]:
    return {button.accessibleName(): button for button in toast.findChildren(ToastButton) if button.isVisible()}


def test_a_status_says_what_happened_and_offers_the_way_back(qtbot: QtBot) -> None:
    status = StatusLine()
    qtbot.addWidget(status)
    status.show()
    status.say("Coded: Feeling safe. 2 codes on this turn.", action="Undo")
    undo = status.findChildren(Button)[0]
    assert status.words == "Coded: Feeling safe. 2 codes on this turn."
    with qtbot.waitSignal(status.action_chosen):
        qtbot.keyClick(undo, Qt.Key.Key_Return)
    status.clear()
    assert (status.words, undo.isVisible()) == ("", False)


def test_the_way_back_stands_next_to_the_words(qtbot: QtBot) -> None:
    status = StatusLine()
    qtbot.addWidget(status)
    status.resize(1200, 40)
    status.show()
    status.say("Coded: Choice.", action="Undo")
    words, undo = status.findChildren(Label)[0], status.findChildren(Button)[0]
    assert undo.x() - words.geometry().right() < 20


def test_a_toast_lies_at_the_foot_and_stays_there(page: QWidget) -> None:
    toast = Toast(page)
    toast.say("Merged 3 copies. 212 codings came in.", action="Undo")
    assert toast.isVisible()
    assert page.rect().contains(toast.geometry())
    assert toast.geometry().bottom() > 560
    page.resize(700, 400)
    assert page.rect().contains(toast.geometry())


def test_a_toast_keeps_off_what_has_the_focus(page: QWidget) -> None:
    field = QPushButton("Save", page)
    field.setGeometry(QRect(400, 540, 100, 40))
    field.show()
    field.setFocus()
    toast = Toast(page)
    toast.say("Saved.")
    assert not toast.geometry().intersects(QRect(field.mapTo(page, QPoint(0, 0)), field.size()))


def place_of(widget: QWidget, page: QWidget) -> QRect:
    return QRect(widget.mapTo(page, QPoint(0, 0)), widget.size())


def test_a_toast_keeps_off_buttons_that_are_not_focused_too(page: QWidget, qtbot: QtBot) -> None:
    buttons = [QPushButton(f"Do {n}", page) for n in range(2)]
    for n, button in enumerate(buttons):
        button.setGeometry(QRect(300 + 50 * n, 520 + 36 * n, 100, 32))
        button.show()
    toast = Toast(page)
    toast.say("Saved.", action="Undo")
    assert not any(toast.geometry().intersects(place_of(button, page)) for button in buttons)
    assert toast.geometry().top() > 300
    buttons[0].move(300, 320)  # there is no room between the two then: better the foot than the middle of the page
    buttons[1].setGeometry(QRect(100, 340, 700, 240))
    page.resize(901, 600)
    qtbot.waitUntil(lambda: toast.geometry().bottom() > 560)


def test_a_toast_covers_what_can_be_scrolled_away_rather_than_the_buttons_at_the_foot(page: QWidget) -> None:
    choices = QWidget()
    for n in range(15):
        QPushButton(f"Choose {n}", choices).setGeometry(QRect(200, 36 * n, 300, 32))
    choices.resize(600, 540)
    scrolled = QScrollArea(page)
    scrolled.setWidget(choices)
    scrolled.setGeometry(QRect(0, 0, 900, 540))
    keep = QPushButton("Keep", page)
    keep.setGeometry(QRect(400, 550, 100, 40))
    scrolled.show()
    keep.show()
    toast = Toast(page)
    toast.say("Written.", action="Open")
    assert not toast.geometry().intersects(place_of(keep, page))
    assert toast.geometry().top() > 300


@pytest.mark.parametrize("text", [1.0, 2.0])
def test_a_toast_that_is_laid_out_by_its_page_covers_nothing(
    page: QWidget, theme: Theme, qtbot: QtBot, text: float
) -> None:
    theme.choose(mode="light", text=text, tint="paper")
    scrolled, toast, keep = QScrollArea(), Toast(page, over=False), QPushButton("Keep")
    column = QVBoxLayout(page)
    for each in (scrolled, toast, keep):
        column.addWidget(each)
    for each in (scrolled, keep):
        each.show()
    toast.say("Written: 212 quotes from three people at two sites, in the order of the codebook.", action="Open folder")
    qtbot.waitUntil(lambda: scrolled.geometry().bottom() < toast.geometry().top())
    assert toast.geometry().bottom() < keep.geometry().top()
    words = toast.findChildren(QLabel)[1]
    assert words.height() >= words.heightForWidth(words.width())
    scrolled.setFocus()  # it doesn't go out of the way of anything either: it is in nobody's
    assert scrolled.geometry().bottom() < toast.geometry().top()


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, None])
def test_the_action_of_a_toast_hides_it(page: QWidget, qtbot: QtBot, key: Qt.Key | None) -> None:
    toast = Toast(page)
    toast.say("Merged 3 copies.", action="Undo")
    undo = toast_buttons(toast)["Undo"]
    with qtbot.waitSignal(toast.action_chosen):
        if key is None:
            qtbot.mouseClick(undo, Qt.MouseButton.LeftButton)
        else:
            qtbot.keyClick(undo, key)
    assert not toast.isVisible()


def test_a_toast_is_closed_by_its_button_and_by_escape(page: QWidget, qtbot: QtBot) -> None:
    toast = Toast(page)
    toast.say("Saved.")
    assert set(toast_buttons(toast)) == {"Close this message"}
    with qtbot.waitSignal(toast.closed):
        qtbot.mouseClick(toast_buttons(toast)["Close this message"], Qt.MouseButton.LeftButton)
    toast.say("Saved again.", action="Undo")
    with qtbot.waitSignal(toast.closed):
        qtbot.keyClick(toast_buttons(toast)["Undo"], Qt.Key.Key_Escape)
    assert not toast.isVisible()


def test_long_words_in_a_toast_wrap_and_are_all_there(page: QWidget, theme: Theme) -> None:
    theme.choose(mode="light", text=2.0, tint="paper")
    page.resize(600, 600)
    toast = Toast(page)
    toast.say("Merged 3 copies from three people. " * 4, action="Undo")
    words = toast.findChildren(QLabel)[1]
    assert words.height() >= words.heightForWidth(words.width())
    assert page.rect().contains(toast.geometry())


def test_words_are_never_read_as_markup() -> None:
    label = Label("<b>Elsie</b> said & meant it")
    assert label.textFormat() == Qt.TextFormat.PlainText


def test_an_empty_place_says_the_way_on(qtbot: QtBot) -> None:
    state = EmptyState(
        "transcript", "No transcripts yet", "Choose one file.", primary="Choose files", other="Paste text"
    )
    qtbot.addWidget(state)
    state.show()
    with qtbot.waitSignal(state.primary_chosen):
        qtbot.keyClick(state.primary, Qt.Key.Key_Space)
    with qtbot.waitSignal(state.other_chosen):
        qtbot.mouseClick(state.other, Qt.MouseButton.LeftButton)


def test_an_empty_place_without_a_second_way_shows_one_button(qtbot: QtBot) -> None:
    state = EmptyState("quotes", "No quotes yet", "Code a passage and it appears here.", primary="Go to Code")
    qtbot.addWidget(state)
    state.show()
    assert [button.words for button in state.findChildren(Button) if button.isVisible()] == ["Go to Code"]


def test_a_question_begins_on_the_safe_answer(qtbot: QtBot) -> None:
    question = Question("Take it off 3 passages?", "You can undo this.", do="Take them off", leave="Keep them")
    qtbot.addWidget(question)
    question.show()
    assert question.focusWidget() is question.leave
    qtbot.keyClick(question.leave, Qt.Key.Key_Return)
    assert question.result() == QDialog.DialogCode.Rejected


def test_a_question_is_answered_by_its_verb_and_left_by_escape(qtbot: QtBot) -> None:
    for act, result in (("do", QDialog.DialogCode.Accepted), ("escape", QDialog.DialogCode.Rejected)):
        question = Question("Take it off?", "You can undo this.", do="Take it off", leave="Keep it")
        qtbot.addWidget(question)
        question.show()
        if act == "do":
            qtbot.mouseClick(question.do, Qt.MouseButton.LeftButton)
        else:
            qtbot.keyClick(question, Qt.Key.Key_Escape)
        assert question.result() == result


def test_progress_is_a_tick_only_when_a_person_said_done(qtbot: QtBot) -> None:
    ring = ProgressRing("Elsie", done=64, of=64)
    qtbot.addWidget(ring)
    whole = ring.grab().toImage()
    ring.set_progress(64, 64, finished=True)
    assert ring.grab().toImage() != whole
    assert ring.accessibleName() == "Elsie, done"


@pytest.mark.parametrize(("done", "of"), [(0, 0), (-1, 5), (9, 5), (3, 5)])
def test_progress_takes_any_numbers(qtbot: QtBot, done: int, of: int) -> None:
    ring = ProgressRing("Elsie", done=done, of=of)
    qtbot.addWidget(ring)
    assert not ring.grab().isNull()
    assert 0 <= ring.value() <= ring.maximum()


def test_on_a_page_of_its_own_an_empty_state_leaves_room_around_its_sheet(qtbot: QtBot) -> None:
    state = EmptyState("quotes", "No quotes yet", "Code a passage and it appears here.", primary="Go to Code")
    qtbot.addWidget(state)
    state.resize(600, 400)
    state.show()
    assert state.contentsRect() == state.rect()
    state.fill_page()
    assert state.contentsRect() == state.rect().adjusted(24, 24, -24, -24)
    assert state.contentsRect().contains(state.primary.geometry())
