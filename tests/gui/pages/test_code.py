"""The page Code, by keyboard and by mouse, on the demonstration project."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QFocusEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QDialog, QLabel, QLineEdit, QPlainTextEdit

from qualcoder_lite.domain.coding import Attribution, Direction, Polarity
from qualcoder_lite.domain.errors import StorageFullError
from qualcoder_lite.domain.transcript import Span
from qualcoder_lite.gui import theme
from qualcoder_lite.gui.pages.code import CodePage
from qualcoder_lite.gui.program.own_keys import Command, OwnKeys
from qualcoder_lite.gui.project.workspace import Visit, Workspace
from qualcoder_lite.gui.reading.finding import found
from qualcoder_lite.gui.reading.passage_edges import Edge
from qualcoder_lite.gui.reading.reading_settings import ReadingSettings
from qualcoder_lite.service.coding.new_coding import NewCoding
from qualcoder_lite.service.project import Project

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from qualcoder_lite.domain.coding import Coding
    from qualcoder_lite.gui.reading.transcript_view import TranscriptView
    from qualcoder_lite.gui.theme import Theme

LEFT = Qt.MouseButton.LeftButton
NO_SCREEN = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # what a list folded out asks for
AILSA, DENNIS = "Ailsa Brodie", "Dennis Okoro"


@pytest.fixture
def show(qtbot: QtBot, workspace: Workspace, demonstration: Path) -> Callable[..., CodePage]:
    """Shows the page on the demonstration project; again after it was closed, too."""

    def shown(coder: str = AILSA, size: tuple[int, int] = (1340, 860)) -> CodePage:
        workspace.open(demonstration)
        if coder:
            workspace.set_coder(coder)
        page = CodePage(workspace)
        qtbot.addWidget(page)
        page.resize(*size)
        with qtbot.waitActive(page):
            page.show()
            page.activateWindow()
        page.focus_text()
        return page

    return shown


@pytest.fixture
def page(show: Callable[..., CodePage]) -> CodePage:
    """The page with Michael's interview, which nobody has coded, on his first answer."""
    page = show()
    page.open_transcript(transcript(page, "Michael"))
    page.desk.view.go_to_turn(2)
    return page


def transcript(page: CodePage, name: str) -> str:
    return next(row.id for row in page.desk.list.model.transcripts if row.name == name)


def code(page: CodePage, name: str) -> str:
    return next(shown.code.id for shown in page.session.codes.all() if shown.name == name)


def press(qtbot: QtBot, page: CodePage, letters: str) -> None:
    for letter in letters:
        qtbot.keyClick(page.desk.view, letter)


def in_file(page: CodePage) -> list[Coding]:
    """What another reader of the project file finds coded on the open transcript."""
    with Project.look(page.workspace.project.path) as other:
        return other.codings.of_transcript(page.session.transcript.id)


def painted(page: CodePage) -> list[str]:
    return [coding.name for coding in page.desk.view.codings_of_turn()]


def status(page: CodePage) -> str:
    return page.desk.foot.status.words


# The newcomer's path


def test_a_newcomer_codes_by_keyboard_and_finds_it_again(qtbot, page, workspace, show):
    view, feature = page.desk.view, code(page, "Co-location")
    qtbot.keyClick(view, Qt.Key.Key_Down)
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert view.turn_number == 4
    press(qtbot, page, "ps")
    (coding,) = in_file(page)
    turn = page.session.transcript.turns[3]
    assert (coding.code, coding.start, coding.end) == (code(page, "Responsiveness"), turn.speech, turn.end)
    assert painted(page) == ["Responsiveness"]
    assert status(page) == "Coded: Responsiveness. 1 code on this turn."
    press(qtbot, page, "vlfo")
    (coding,) = in_file(page)
    assert coding.polarity == Polarity.DELIVERED
    assert coding.attributions == (Attribution(feature, Direction.HELPED),)
    page.undo()
    page.undo()
    page.undo()
    assert in_file(page) == []
    assert painted(page) == []
    for _ in range(3):
        page.redo()
    assert in_file(page) == [coding]
    assert painted(page) == ["Responsiveness"]
    place, number = workspace.project.path, page.session.transcript.id
    page.leave()
    workspace.close()
    page.close()
    workspace.open(place)
    again = show()
    again.open_transcript(number)
    again.desk.view.go_to_turn(4)
    assert [each.sign for each in again.desk.view.codings_of_turn()] == ["+"]


@NO_SCREEN
def test_a_newcomer_codes_by_mouse_alone(qtbot, page):
    view, desk = page.desk.view, page.desk
    view.verticalScrollBar().setValue(0)
    heights = iter(range(20, view.viewport().height(), 12))
    while view.turn_number != 4:
        qtbot.mouseClick(view.viewport(), LEFT, pos=QPoint(140, next(heights)))
    qtbot.mouseClick(desk.panel.card(code(page, "Feeling safe")), LEFT)
    assert [each.code for each in in_file(page)] == [code(page, "Feeling safe")]
    assert desk.panel.card(code(page, "Feeling safe")).applied
    qtbot.waitUntil(desk.bar.polarity.isVisible)
    qtbot.mouseClick(desk.bar.polarity.segment("not_delivered"), LEFT)
    desk.bar.feature.showPopup()
    items = desk.bar.feature.view()
    wanted = desk.bar.feature.model().index(desk.bar.feature.findData(code(page, "Co-location")), 0)
    items.scrollTo(wanted)
    qtbot.mouseClick(items.viewport(), LEFT, pos=items.visualRect(wanted).center())
    (coding,) = in_file(page)
    assert coding.polarity == Polarity.NOT_DELIVERED
    assert [link.direction for link in coding.attributions] == [Direction.HELPED]
    qtbot.waitUntil(lambda: [link.isVisible() for link in desk.bar.links] == [True])
    (link,) = desk.bar.links
    qtbot.mouseClick(link.direction.segment("hindered"), LEFT)
    assert in_file(page)[0].attributions[0].direction == Direction.HINDERED
    for _ in range(4):
        qtbot.mouseClick(desk.header.undo, LEFT)
    assert in_file(page) == []
    for _ in range(4):
        qtbot.mouseClick(desk.header.redo, LEFT)
    assert in_file(page)[0].attributions[0].direction == Direction.HINDERED
    qtbot.waitUntil(desk.bar.remove.isVisible)
    qtbot.mouseClick(desk.bar.remove, LEFT)
    assert in_file(page) == []


# Putting codes on and off


def test_the_same_keys_again_take_the_code_off(qtbot, page):
    press(qtbot, page, "QFqf")
    assert in_file(page) == []
    assert painted(page) == []
    assert status(page) == "Taken off: Feeling safe. 0 codes on this turn."


def test_a_selection_is_coded_to_the_letter(qtbot, page):
    turn = page.session.transcript.turns[1]
    page.desk.view.show_passage(turn.speech, turn.speech + 12)
    press(qtbot, page, "QF")
    text = page.session.transcript.text
    words = [text[each.start : each.end] for each in in_file(page)]
    assert words == [text[turn.speech : turn.speech + 12].strip()]


def test_a_code_on_the_whole_turn_is_on_each_of_its_words_too(qtbot, page):
    press(qtbot, page, "QF")
    turn = page.session.transcript.turns[1]
    page.desk.view.show_passage(turn.speech, turn.speech + 12)
    assert page.desk.panel.card(code(page, "Feeling safe")).applied
    press(qtbot, page, "QF")
    assert in_file(page) == []


def test_a_full_stop_repeats_the_last_code(qtbot, page):
    press(qtbot, page, "CM")
    qtbot.keyClick(page.desk.view, Qt.Key.Key_Down)
    press(qtbot, page, ".")
    assert {each.code for each in in_file(page)} == {code(page, "Improving mobility")}
    assert len(in_file(page)) == 2


def test_cards_count_what_is_coded_here(qtbot, page):
    press(qtbot, page, "QFPS")
    qtbot.keyClick(page.desk.view, Qt.Key.Key_Down)
    press(qtbot, page, "QF")
    assert page.desk.panel.card(code(page, "Feeling safe")).accessibleName().endswith("2 here")
    qtbot.waitUntil(lambda: page.desk.list.model.row_of(page.session.transcript.id).codings == 3)


def test_a_group_key_waits_for_the_second_and_escape_forgets_it(qtbot, page):
    press(qtbot, page, "P")
    assert status(page).startswith("Process: now the code’s letter")
    waiting = [box for box in page.desk.panel.groups if box.property("box") == "turn"]
    assert [box.group.name for box in waiting] == ["Process"]
    qtbot.keyClick(page.desk.view, Qt.Key.Key_Escape)
    press(qtbot, page, "S")
    assert in_file(page) == []
    assert page.keys.waiting


def test_at_the_end_of_the_list_the_next_transcript_is_said_to_be_none(page):
    page.open_transcript(page.desk.list.model.transcripts[-1].id)
    page.step_transcript(1)
    assert status(page) == "This is the last transcript in the list."
    page.open_transcript(page.desk.list.model.transcripts[0].id)
    page.step_transcript(-1)
    assert status(page) == "This is the first transcript in the list."


def test_how_to_begin_is_said_of_the_text_while_a_dialog_still_has_the_focus(qtbot, page):
    dialog = QDialog(page)
    with qtbot.waitActive(dialog):
        dialog.open()
    page.step_transcript(1)
    qtbot.waitUntil(lambda: status(page).startswith("Press Q"))
    dialog.close()


def test_how_to_begin_is_said_anew_when_a_dialog_leaves_the_keyboard_in_the_text(qtbot, page):
    page.step_transcript(1)
    page.desk.list.view.setFocus()
    qtbot.waitUntil(lambda: status(page).startswith("Click in the text"))
    page.desk.view.removeEventFilter(page.hint)  # on a desktop nothing is told while a dialog has the focus
    page.focus_text()
    page.desk.view.installEventFilter(page.hint)
    given_back = QFocusEvent(QEvent.Type.FocusIn, Qt.FocusReason.ActiveWindowFocusReason)
    QApplication.sendEvent(page.desk.view, given_back)
    qtbot.waitUntil(lambda: status(page).startswith("Press Q"))


def test_the_foot_offers_keys_only_where_they_code_and_says_how_to_get_there(qtbot, page):
    page.step_transcript(1)
    qtbot.waitUntil(lambda: status(page).startswith("Press Q"))
    before = len(in_file(page))
    page.desk.list.view.setFocus()
    qtbot.waitUntil(lambda: status(page).startswith("Click in the text, or press F6"))
    qtbot.keyClick(page.desk.panel.card(code(page, "Feeling safe")), Qt.Key.Key_Q)
    assert status(page).startswith("Letters put codes on in the text")
    assert len(in_file(page)) == before
    page.focus_text()
    press(qtbot, page, "QF")
    assert len(in_file(page)) == before + 1
    assert status(page).startswith("Coded: Feeling safe.")


def test_once_the_second_key_has_coded_no_group_waits_any_more(qtbot, page):
    press(qtbot, page, "qf")
    qtbot.waitUntil(lambda: not any(box.graphicsEffect() for box in page.desk.panel.groups))


def test_the_cards_of_the_group_whose_second_key_is_awaited_are_in_sight(qtbot, page):
    press(qtbot, page, "qflf")
    card = page.desk.panel.card(code(page, "Co-location"))
    qtbot.waitUntil(lambda: card.visibleRegion().boundingRect() == card.rect())


def test_no_part_of_the_page_is_shown_as_a_window_of_its_own(page):
    assert [each for each in QApplication.topLevelWidgets() if each.isVisible()] == [page]


def test_a_letter_that_no_code_of_the_group_has_codes_nothing(qtbot, page):
    press(qtbot, page, "PZ")
    assert in_file(page) == []
    assert status(page) == "No code of Process has the letter Z. Press another, or Esc."
    press(qtbot, page, "S")
    assert len(in_file(page)) == 1


def test_letters_do_nothing_where_they_are_turned_off(qtbot, page, workspace):
    workspace.settings.letter_keys = False
    press(qtbot, page, "QF.VN/")
    assert in_file(page) == []
    assert page.desk.view.hasFocus()
    assert status(page).startswith("Single keys are off. Ctrl+K finds a code")


def test_a_code_on_several_turns_is_told_of_these_turns(qtbot, page):
    qtbot.keyClick(page.desk.view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    press(qtbot, page, "qf")
    assert status(page) == "Coded: Feeling safe. 1 code on these turns."
    page.paper.catch_up()
    heading = page.desk.bar.findChild(QLabel, "turn-codings-heading")
    assert heading.text() == "On these turns: 1"


def test_a_single_card_found_is_no_higher_than_the_others(page: CodePage, qtbot: QtBot):
    panel = page.desk.panel
    card = panel.card(code(page, "Seeing people"))
    usual = card.height()
    panel.find_box.setText("seeing peo")
    assert [each for box in panel.groups for each in box.cards if each.isVisible()] == [card]
    page.grab()  # lays everything out
    assert card.height() == usual


def test_a_code_is_found_by_its_other_name_and_enter_codes_it(qtbot, page):
    press(qtbot, page, "/")
    find = page.desk.panel.find_box
    assert find.hasFocus()
    qtbot.keyClicks(find, "having someone to rely")
    assert page.desk.panel.card(code(page, "Feeling safe")).isHidden()
    find.clear()
    qtbot.keyClicks(find, "knowing someone will respond")
    qtbot.keyClick(find, Qt.Key.Key_Return)
    assert [each.code for each in in_file(page)] == [code(page, "Responsiveness")]
    assert page.desk.view.hasFocus()
    assert not page.desk.panel.card(code(page, "Feeling safe")).isHidden()


def test_a_disk_that_is_full_leaves_the_page_as_it_was(qtbot, page, workspace, monkeypatch):
    def full(_new: NewCoding) -> None:
        raise StorageFullError("The disk is full. Make room on it and try again.")

    monkeypatch.setattr(workspace.project.codings, "add", full)
    with qtbot.waitSignal(workspace.failed) as told:
        press(qtbot, page, "QF")
    assert told.args == ["The disk is full. Make room on it and try again."]
    assert painted(page) == []
    monkeypatch.undo()
    press(qtbot, page, "QF")
    assert painted(page) == ["Feeling safe"]


# Saying something of a coding


def test_v_goes_through_what_can_be_said_of_delivery(qtbot, page):
    press(qtbot, page, "QF")
    seen = []
    for _ in range(4):
        press(qtbot, page, "V")
        seen.append(str(in_file(page)[0].polarity))
    assert seen == ["delivered", "not_delivered", "mixed", "not_stated"]


def test_a_link_turns_from_helped_to_hindered_to_none(qtbot, page):
    press(qtbot, page, "QFLFOLFO")
    assert [link.direction for link in in_file(page)[0].attributions] == [Direction.HINDERED]
    press(qtbot, page, "LFO")
    assert in_file(page)[0].attributions == ()


@NO_SCREEN
def test_enter_while_linking_opens_the_list_of_features(qtbot, page):
    press(qtbot, page, "QFL")
    qtbot.keyClick(page.desk.view, Qt.Key.Key_Return)
    assert page.desk.bar.feature.view().isVisible()
    page.desk.bar.feature.hidePopup()


def test_a_feature_is_not_asked_whether_it_was_delivered(qtbot, page):
    press(qtbot, page, "FO")
    assert not page.desk.bar.polarity.isVisible()
    press(qtbot, page, "V")
    assert in_file(page)[0].polarity == Polarity.NOT_STATED


def test_a_memo_is_kept_with_the_coding_it_was_written_about(qtbot, page):
    press(qtbot, page, "QFM")
    assert page.desk.bar.memo.hasFocus()
    qtbot.keyClicks(page.desk.bar.memo, "Says it twice.")
    qtbot.keyClick(page.desk.bar.memo, Qt.Key.Key_Escape)
    assert page.desk.view.hasFocus()
    press(qtbot, page, "PS")
    memos = {each.code: each.memo for each in in_file(page)}
    assert memos == {code(page, "Feeling safe"): "Says it twice.", code(page, "Responsiveness"): ""}


def test_a_memo_being_written_is_kept_when_the_page_is_left(qtbot, page):
    press(qtbot, page, "QFM")
    qtbot.keyClicks(page.desk.bar.memo, "Half a thought")
    page.leave()
    assert in_file(page)[0].memo == "Half a thought"


def test_n_marks_and_unmarks_doubt(qtbot, page):
    press(qtbot, page, "QFN")
    assert not in_file(page)[0].sure
    assert painted(page) == ["Feeling safe (not sure)"]
    press(qtbot, page, "N")
    assert in_file(page)[0].sure


def test_enter_opens_the_list_of_the_turns_codes_to_choose_change_and_take_off(qtbot, page):
    press(qtbot, page, "QFPS")
    page.desk.bar.closed.emit()
    rows = page.desk.bar.turn.list
    qtbot.keyClick(page.desk.view, Qt.Key.Key_Return)
    assert rows.hasFocus()
    names = [rows.model().index(n, 0).data() for n in range(rows.model().rowCount())]
    assert sorted(names) == ["Feeling safe", "Responsiveness"]
    qtbot.keyClick(rows, Qt.Key.Key_Down)
    qtbot.keyClick(rows, Qt.Key.Key_Return)
    assert page.session.codes[page.session.active.code].name == names[1]
    assert page.desk.bar.isAncestorOf(QApplication.focusWidget())
    page.focus_text()
    qtbot.keyClick(page.desk.view, Qt.Key.Key_Return)
    assert rows.currentIndex().data() == names[1]
    qtbot.keyClick(rows, Qt.Key.Key_Delete)
    assert [page.session.codes[each.code].name for each in in_file(page)] == names[:1]
    assert rows.hasFocus()
    qtbot.keyClick(rows, Qt.Key.Key_Delete)
    assert in_file(page) == []
    assert page.desk.view.hasFocus()


def test_a_row_of_the_list_shows_in_the_text_which_coding_it_is(qtbot, page):
    press(qtbot, page, "QFPS")
    with qtbot.waitSignal(page.desk.view.coding_hovered) as told:
        qtbot.keyClick(page.desk.view, Qt.Key.Key_Return)
    assert told.args == [page.session.active.id]
    with qtbot.waitSignal(page.desk.view.coding_hovered) as told:
        qtbot.keyClick(page.desk.bar.turn.list, Qt.Key.Key_Escape)
    assert told.args == [""]
    assert page.desk.view.hasFocus()


def test_another_code_takes_the_place_of_one_that_was_put_on(qtbot, page):
    press(qtbot, page, "QFVRPS")
    (coding,) = in_file(page)
    assert (coding.code, coding.polarity) == (code(page, "Responsiveness"), Polarity.DELIVERED)
    assert page.session.active == coding
    page.undo()
    assert in_file(page)[0].code == code(page, "Feeling safe")


def test_a_code_is_not_changed_to_one_that_is_on_the_passage_already(qtbot, page):
    press(qtbot, page, "QFPSRQF")
    assert len(in_file(page)) == 2
    assert status(page) == "Feeling safe is on this passage already. Nothing was changed."


def test_an_edge_is_moved_by_keys_and_kept_in_one_step(qtbot, page):
    page.desk.view.go_to_turn(4)
    press(qtbot, page, "QF")
    (before,) = in_file(page)
    press(qtbot, page, "]")
    qtbot.keyClick(page.desk.view, Qt.Key.Key_Left)
    qtbot.keyClick(page.desk.view, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    press(qtbot, page, "[")
    qtbot.keyClick(page.desk.view, Qt.Key.Key_Right)
    assert in_file(page) == [before]
    qtbot.keyClick(page.desk.view, Qt.Key.Key_Return)
    (after,) = in_file(page)
    text = page.session.transcript.text
    words = text[before.start : before.end].split()
    assert (after.id, text[after.start : after.end]) == (before.id, " ".join(words[1:-1])[:-1])
    assert page.session.active == after
    assert page.workspace.project.history.next_undo().what.startswith("moved the edges of Feeling safe")
    page.undo()
    assert in_file(page) == [before]


def test_escape_and_going_elsewhere_give_a_moved_edge_up(qtbot, page):
    press(qtbot, page, "QF]")
    before, view = in_file(page), page.desk.view
    whole = view.passage
    qtbot.keyClick(view, Qt.Key.Key_Left)
    assert view.passage != whole
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert view.passage == whole
    press(qtbot, page, "]")
    qtbot.keyClick(view, Qt.Key.Key_Left)
    view.go_to_turn(4)
    assert not page.edges.is_on
    assert in_file(page) == before


def test_letters_code_nothing_while_an_edge_is_moved(qtbot, page):
    press(qtbot, page, "]QF")
    assert in_file(page) == []
    assert status(page) == "First Enter to keep the passage, or Esc to give it up."


def test_a_passage_without_a_code_is_set_by_its_edges_too_and_then_coded(qtbot, page):
    press(qtbot, page, "[")
    qtbot.keyClick(page.desk.view, Qt.Key.Key_Right)
    qtbot.keyClick(page.desk.view, Qt.Key.Key_Return)
    press(qtbot, page, "QF")
    turn, text = page.session.transcript.turns[1], page.session.transcript.text
    (coding,) = in_file(page)
    assert text[coding.start : coding.end] == text[turn.speech : turn.end].split(maxsplit=1)[1]


def test_an_edge_that_would_make_a_twin_stays(qtbot, page):
    press(qtbot, page, "QF")
    turn = page.session.transcript.turns[1]
    whole = Span(turn.speech, turn.end)
    first = page.session.active
    shorter = replace(first, id="", end=first.end - 5)
    made = NewCoding(
        transcript=shorter.transcript, start=shorter.start, end=shorter.end, code=shorter.code, coder=AILSA
    )
    page.workspace.act(lambda: page.workspace.project.codings.add(made))
    assert not page.details.move(page.session.active.id, whole)
    assert len(in_file(page)) == 2


def test_a_bracket_is_dragged_and_a_word_clicked_instead(qtbot, page):
    press(qtbot, page, "QF")
    view, text = page.desk.view, page.session.transcript.text
    (before,) = in_file(page)
    second = text.index(" ", before.start) + 1
    drag_bracket(qtbot, view, Edge.START, second + 1)
    (moved,) = in_file(page)
    assert (moved.start, moved.end) == (second, before.end)
    qtbot.mouseClick(page.desk.bar.start, LEFT)
    qtbot.mouseClick(view.viewport(), LEFT, pos=point_at(view, before.start + 1))
    link = next(each for each in page.desk.foot.findChildren(QAbstractButton) if each.accessibleName() == "Keep")
    qtbot.mouseClick(link, LEFT)
    assert in_file(page) == [before]


def point_at(view: TranscriptView, position: int) -> QPoint:
    cursor = view.textCursor()
    cursor.setPosition(view.page.to_document(position))
    return view.cursorRect(cursor).center()


def drag_bracket(qtbot: QtBot, view: TranscriptView, edge: Edge, to: int) -> None:
    view.grab()
    rect, on_left = view.brackets()[edge]
    start = QPoint(round(rect.left() if on_left else rect.right()), round(rect.center().y()))
    qtbot.mousePress(view.viewport(), LEFT, pos=start)
    at = QPointF(point_at(view, to))
    held, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    there = view.viewport().mapToGlobal(at)
    moved = QMouseEvent(QEvent.Type.MouseMove, at, there, Qt.MouseButton.NoButton, held, none)
    QApplication.sendEvent(view.viewport(), moved)
    qtbot.mouseRelease(view.viewport(), LEFT, pos=at.toPoint())


def test_the_bar_empties_when_the_reader_goes_to_another_turn(qtbot, page):
    press(qtbot, page, "QF")
    qtbot.waitUntil(lambda: not page.desk.bar.is_empty)
    qtbot.keyClick(page.desk.view, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: page.desk.bar.is_empty)


# Finding one's way


def test_words_of_the_transcript_are_found_and_the_turn_that_has_them_is_focused(qtbot, page):
    page.desk.show_find_in_text()
    bar, view, text = page.desk.find_bar, page.desk.view, page.session.transcript.text
    assert bar.box.hasFocus()
    qtbot.keyClicks(bar.box, "the")
    count = int(bar.count.text().split(" of ")[1])
    assert count == len(found(text, view.page.units, "the")) > 3
    seen = set()
    for _ in range(count):
        seen.add(bar.count.text())
        assert "the" in view.passage_text().casefold()
        qtbot.keyClick(bar.box, Qt.Key.Key_Return)
    assert len(seen) == count
    qtbot.keyClick(bar.box, Qt.Key.Key_Escape)
    assert not bar.isVisible()
    press(qtbot, page, "QF")
    assert [each.start for each in in_file(page)] == [view.passage.start]


def test_what_is_not_there_is_said_to_be_not_there(qtbot, page):
    page.desk.show_find_in_text()
    qtbot.keyClicks(page.desk.find_bar.box, "zebra crossing")
    assert page.desk.find_bar.count.text() == "Not here"
    assert not page.desk.find_bar.after.isEnabled()


def test_j_goes_from_turn_to_turn_that_has_no_code_yet(qtbot, page):
    view = page.desk.view
    view.go_to_turn(1)
    press(qtbot, page, "J")
    first = view.turn_number
    press(qtbot, page, "QFJ")
    second = view.turn_number
    press(qtbot, page, "J")
    assert 1 < first < second < view.turn_number
    page.jumps.to_uncoded(forward=False)
    page.jumps.to_uncoded(forward=False)
    assert view.turn_number > second  # round past the first, which has its code
    interviewer = {n for n, turn in enumerate(page.session.transcript.turns, 1) if turn.speaker == 0}
    assert not interviewer & {first, second}


def test_g_goes_round_the_passages_with_the_same_code_and_question_mark_those_in_doubt(qtbot, page):
    view = page.desk.view
    for number, letters in ((2, "QF"), (4, "QFN"), (6, "PS"), (8, "QF")):
        view.go_to_turn(number)
        press(qtbot, page, letters)
    seen = []
    for _ in range(4):
        press(qtbot, page, "G")
        seen.append(view.turn_number)
    assert seen == [2, 4, 8, 2]
    assert status(page) == "1 of 3: Feeling safe."
    press(qtbot, page, "?")
    assert view.turn_number == 4
    assert not page.session.active.sure


# Reading and keys of one's own


def test_each_coder_reads_in_their_own_way(page, workspace):
    usual = page.desk.view.font().pixelSize()
    page.reading.choose(ReadingSettings(points=32, tint="mint", plain=True))
    assert page.desk.view.font().pixelSize() > 2 * usual
    assert theme.current().look.tint == "mint"
    assert not page.desk.list.isVisible()
    workspace.set_coder(DENNIS)
    assert page.desk.view.font().pixelSize() == usual
    assert page.desk.list.isVisible()
    assert theme.current().look.tint == "paper"
    workspace.set_coder(AILSA)
    assert page.desk.view.font().pixelSize() > 2 * usual
    assert theme.current().look.tint == "mint"
    page.reading.choose(ReadingSettings())
    assert theme.current().look.tint == "paper"


def test_a_coders_own_keys_code_and_are_shown_on_the_cards(qtbot, page, workspace):
    group = next(each.group for each in page.session.codes.all() if each.name == "Feeling safe")
    own = OwnKeys().with_group(group, "z", page.session.codes.books).with_code(group, code(page, "Feeling safe"), "x")
    page.keyed.keep(own.with_command(Command.AGAIN, "=", page.session.codes.books))
    press(qtbot, page, "Q")
    assert not page.keys.waiting
    press(qtbot, page, "ZX")
    assert [each.code for each in in_file(page)] == [code(page, "Feeling safe")]
    assert "keys Z then X" in page.desk.panel.card(code(page, "Feeling safe")).accessibleName()
    page.desk.view.go_to_turn(4)
    press(qtbot, page, "=")
    assert len(in_file(page)) == 2
    workspace.set_coder(DENNIS)
    page.desk.view.go_to_turn(2)
    press(qtbot, page, "QF")
    assert len(in_file(page)) == 3


def test_while_a_screen_reader_runs_letters_are_off_until_they_are_wanted(qtbot, page, workspace, monkeypatch):
    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    press(qtbot, page, "QF")
    assert in_file(page) == []
    workspace.settings.letter_keys = True
    press(qtbot, page, "QF")
    assert len(in_file(page)) == 1


# Who codes


def test_whoever_codes_first_is_asked_who_they_are(qtbot, show, workspace, monkeypatch):
    page = show(coder="")
    page.open_transcript(transcript(page, "Michael"))
    asked = []
    monkeypatch.setattr(
        "qualcoder_lite.gui.pages.code.page.ask_who", lambda _parent, coders: asked.append(coders) or ""
    )
    press(qtbot, page, "QF")
    assert in_file(page) == []
    assert asked == [[AILSA, DENNIS]]
    monkeypatch.setattr("qualcoder_lite.gui.pages.code.page.ask_who", lambda _parent, _coders: "Carys Hughes")
    press(qtbot, page, "QF")
    assert len(in_file(page)) == 1
    assert workspace.coder == "Carys Hughes"
    assert "Carys Hughes" in [coder.name for coder in workspace.project.coders.all()]


def test_only_ones_own_codings_are_shown_as_mine(qtbot, show):
    page = show()
    page.open_transcript(transcript(page, "Elsie"))
    whose = page.desk.list.whose
    mine = len(page.session.transcript.of_coder(page.session.coder))
    qtbot.mouseClick(whose.segment("everyone"), LEFT)
    assert page.desk.list.model.row_of(page.session.transcript.id).codings > mine
    qtbot.mouseClick(whose.segment("mine"), LEFT)
    assert page.desk.list.model.row_of(page.session.transcript.id).codings == mine


def test_somebody_elses_coding_can_be_read_and_not_changed(qtbot, page, workspace):
    press(qtbot, page, "QF")
    before = in_file(page)
    workspace.set_coder(DENNIS)
    qtbot.mouseClick(page.desk.list.whose.segment("everyone"), LEFT)
    page.desk.view.go_to_turn(2)
    qtbot.keyClick(page.desk.view, Qt.Key.Key_Return)
    qtbot.keyClick(page.desk.bar.turn.list, Qt.Key.Key_Delete)
    assert in_file(page) == before
    qtbot.keyClick(page.desk.bar.turn.list, Qt.Key.Key_Return)
    assert page.session.active == before[0]
    assert not page.desk.bar.remove.isVisible()
    page.focus_text()
    press(qtbot, page, "VN")
    page.take_off_active()
    assert in_file(page) == before
    assert status(page) == "This isn’t your own coding, so it can’t be changed here."


def test_a_settled_coding_is_shown_as_settled_and_left_alone(qtbot, page):
    press(qtbot, page, "QF")
    own = page.session.active
    settled = replace(own, decision="decision")
    page.session.transcript.codings[own.id] = settled
    qtbot.mouseClick(page.desk.list.whose.segment("everyone"), LEFT)
    page.session.active_changed.emit()
    assert painted(page) == ["Feeling safe (settled)"]
    assert not page.desk.bar.remove.isVisible()
    page.take_off_active()
    assert len(in_file(page)) == 1


def test_done_is_the_coders_own_word_and_can_be_taken_back(qtbot, page, workspace):
    qtbot.mouseClick(page.desk.foot.done, LEFT)
    michael = page.session.transcript.id
    done = {each.transcript.id: each.done for each in workspace.project.transcripts.overview()}
    assert done[michael] == (AILSA,)
    assert page.desk.list.model.row_of(michael).done
    assert page.desk.foot.done.words == "Not done with Michael yet"
    assert status(page).startswith("You are done")
    workspace.set_coder(DENNIS)
    assert not status(page).startswith("You are done")
    workspace.set_coder(AILSA)
    qtbot.mouseClick(page.desk.foot.done, LEFT)
    assert not page.desk.list.model.row_of(michael).done


# Keeping up with others


def test_a_coding_changed_elsewhere_is_not_the_one_that_letters_change(qtbot, page, workspace):
    press(qtbot, page, "QF")
    first = page.session.active
    page.desk.view.go_to_turn(2)
    press(qtbot, page, "PS")
    second = page.session.active
    codings = workspace.project.codings
    workspace.act(lambda: codings.update(replace(first, polarity=Polarity.MIXED)), by=workspace)
    assert page.session.active == second  # the one picked stays picked, on one and the same turn too
    page.desk.view.go_to_turn(6)
    workspace.act(lambda: codings.update(replace(first, polarity=Polarity.DELIVERED)), by=workspace)
    assert page.session.active is None  # nobody looks at turn 2


def test_undo_from_elsewhere_shows_at_once_and_keeps_the_place(qtbot, page, workspace):
    press(qtbot, page, "QF")
    height = page.desk.view.verticalScrollBar().value()
    workspace.undo()
    assert painted(page) == []
    assert not page.desk.panel.card(code(page, "Feeling safe")).applied
    assert page.desk.view.turn_number == 2
    assert page.desk.view.verticalScrollBar().value() == height
    workspace.redo()
    assert painted(page) == ["Feeling safe"]


def test_what_another_page_codes_is_painted(page, workspace):
    turn = page.session.transcript.turns[1]
    new = NewCoding(transcript=page.session.transcript.id, start=turn.speech, end=turn.end, code="Choice", coder=AILSA)
    workspace.act(lambda: workspace.project.codings.add(new))
    assert painted(page) == ["Choice"]


def test_a_visit_opens_the_transcript_at_the_passage_and_picks_the_coding(page):
    elsie = transcript(page, "Elsie")
    coding = page.workspace.project.codings.of_transcript(elsie, AILSA)[3]
    page.receive(Visit(page="code", transcript=elsie, start=coding.start, end=coding.end))
    assert page.session.transcript.id == elsie
    assert page.desk.view.passage == (coding.start, coding.end)
    assert page.session.active == coding
    assert page.desk.view.hasFocus()


def test_the_place_in_a_project_is_remembered_while_the_window_lives(page, workspace, tmp_path):
    page.desk.view.go_to_turn(9)
    here, michael = workspace.project.path, page.session.transcript.id
    Project.create(tmp_path / "other.qclite").close()
    workspace.open(tmp_path / "other.qclite")
    assert page.session.transcript.id == ""
    workspace.open(here)
    assert page.session.transcript.id == michael
    assert page.desk.view.turn_number == 9


def test_a_project_without_transcripts_says_what_to_do(page, workspace, tmp_path):
    Project.create(tmp_path / "other.qclite").close()
    workspace.open(tmp_path / "other.qclite")
    assert page.panes()[0].isVisible()
    assert not page.desk.isVisible()
    assert page.panes()[0].sheet.primary.isVisible()


# For everybody


def test_what_a_code_means_is_told_on_demand(qtbot, page):
    qtbot.mouseClick(page.desk.panel.help, LEFT)
    meaning = page.desk.panel.meaning
    page.desk.panel.card(code(page, "Choice")).setFocus()
    assert meaning.isVisible()
    choice = page.session.codes[code(page, "Choice")].code
    for said in (choice.question, choice.definition, choice.when_to_use, choice.when_not_to_use, choice.example):
        assert said in meaning.accessibleDescription()
    qtbot.mouseClick(meaning.close_button, LEFT)
    assert not meaning.isVisible()


@pytest.mark.parametrize(("size", "text"), [((1340, 860), 1.0), ((1280, 660), 2.0)])
def test_every_control_has_a_name_and_lies_within_the_page(qtbot, show, theme: Theme, size, text):
    theme.choose(mode="light", text=text, tint="paper")
    page = show(size=size)
    page.open_transcript(transcript(page, "Michael"))
    press(qtbot, page, "QF")
    kinds = (QAbstractButton, QLineEdit, QComboBox, QPlainTextEdit)
    controls = [child for kind in kinds for child in page.findChildren(kind) if child.isVisible()]
    assert [type(each).__name__ for each in controls if not (each.accessibleName() or each.objectName())] == []
    shown = [each for each in controls if not each.visibleRegion().isEmpty()]
    for each in shown:
        right = each.mapTo(page, QPoint(each.width(), 0)).x()
        assert right <= page.width(), each.accessibleName()


def test_a_small_window_puts_the_list_behind_a_button(qtbot, show, theme: Theme):
    theme.choose(mode="light", text=2.0, tint="paper")
    page = show(size=(1280, 660))
    assert not page.desk.list.isVisible()
    qtbot.mouseClick(page.desk.header.picker, LEFT)
    assert page.desk.list.isVisible()
    rows = page.desk.list.view
    rows.setCurrentIndex(page.desk.list.model.index_of(transcript(page, "Michael")))
    qtbot.keyClick(rows, Qt.Key.Key_Return)
    assert page.desk.header.title.text() == "Michael"
    assert not page.desk.list.isVisible()
    assert page.desk.view.hasFocus()


def test_a_memo_is_in_sight_while_it_is_written_however_large_the_words(qtbot, show, theme: Theme):
    theme.choose(mode="light", text=2.0, tint="paper")
    page = show(size=(1280, 660))
    page.open_transcript(transcript(page, "Michael"))
    press(qtbot, page, "QF")
    press(qtbot, page, "M")
    memo = page.desk.bar.memo
    assert memo.hasFocus()
    qtbot.waitUntil(lambda: memo.visibleRegion().boundingRect().height() > memo.height() // 2)


def test_larger_words_and_back_leave_the_page_as_it_was(qtbot, page, theme: Theme):
    press(qtbot, page, "QF")
    qtbot.waitUntil(lambda: not page.desk.bar.is_empty)
    desk = page.desk

    def shape() -> list[object]:
        parts = (desk.list, desk.view, desk.bar, desk.panel)
        return [*(part.width() for part in parts), [box.opened for box in desk.panel.groups]]

    before, high = shape(), desk.bar.height()
    theme.choose(mode="light", text=2.0, tint="paper")
    qtbot.waitUntil(desk.list.isHidden)
    theme.choose(mode="light", text=1.0, tint="paper")
    qtbot.waitUntil(lambda: shape() == before and desk.bar.height() <= high)


# Awkward things


def test_a_code_retired_while_it_is_in_use_stays_on_what_bears_it_and_goes_on_nothing_more(qtbot, page, workspace):
    press(qtbot, page, "QF")
    safe = code(page, "Feeling safe")
    workspace.act(lambda: workspace.project.codes.retire(safe, why="Joined with another."))
    assert painted(page) == ["Feeling safe"]
    press(qtbot, page, "V")
    assert in_file(page)[0].polarity == Polarity.DELIVERED
    assert safe not in {shown.code.id for shown in page.session.codes.found("safe")}
    page.desk.view.go_to_turn(4)
    press(qtbot, page, "QF")
    qtbot.keyClick(page.desk.view, Qt.Key.Key_Escape)
    press(qtbot, page, ".")
    assert len(in_file(page)) == 1
    page.desk.view.go_to_turn(2)
    qtbot.keyClick(page.desk.view, Qt.Key.Key_Return)
    qtbot.keyClick(page.desk.bar.turn.list, Qt.Key.Key_Delete)
    assert in_file(page) == []
    page.undo()
    page.undo()
    assert painted(page) == ["Feeling safe"]


def test_all_of_a_transcript_is_coded_at_once(qtbot, page):
    qtbot.keyClick(page.desk.view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    press(qtbot, page, "QF")
    (coding,) = in_file(page)
    turns = page.session.transcript.turns
    assert (coding.start, coding.end) == (page.desk.view.page.units[0].start, turns[-1].end)
    page.desk.view.go_to_turn(len(turns))
    assert painted(page) == ["Feeling safe"]
    press(qtbot, page, "QF")
    assert in_file(page) == []
