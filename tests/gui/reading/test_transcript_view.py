"""The reading view as a person uses it: by keys, by mouse, and through a screen reader's eyes."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QAccessible, QGuiApplication, QImage, QMouseEvent, QPaintEvent, QTextCursor, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from qualcoder_lite.domain.transcript import Speaker, SpeakerRole, Turn
from qualcoder_lite.gui.reading.margin import Labels
from qualcoder_lite.gui.reading.page_heights import line_top
from qualcoder_lite.gui.reading.painted_coding import PaintedCoding
from qualcoder_lite.gui.reading.palette import reading_palette
from qualcoder_lite.gui.reading.reading_settings import LineFocus, ReadingSettings
from qualcoder_lite.gui.reading.transcript_view import TranscriptView
from tests.gui.reading.conftest import Interview, interview

Key, Modifier = Qt.Key, Qt.KeyboardModifier


@pytest.fixture
def view(qtbot) -> TranscriptView:
    made = TranscriptView()
    qtbot.addWidget(made)
    made.resize(800, 600)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    made.setFocus()
    return made


@pytest.fixture
def reading(view, elsie) -> TranscriptView:
    view.load(elsie.text, elsie.turns, elsie.speakers, [elsie.coding("a", "If I ring, she answers.", sign="+")])
    return view


def press(view: TranscriptView, *keys: Qt.Key, held: Qt.KeyboardModifier = Modifier.NoModifier) -> None:
    for key in keys:
        QTest.keyClick(view, key, held)


def point_at(view: TranscriptView, position: int) -> QPoint:
    """The middle of the line at a stored position, in the viewport."""
    cursor = view.textCursor()
    cursor.setPosition(view._page.to_document(position))
    return view.cursorRect(cursor).center() + QPoint(2, 0)


def said(view: TranscriptView, interview: Interview) -> str:
    return interview.text[slice(*view.passage)]


def picture(view: TranscriptView) -> QImage:
    return view.grab().toImage()


# Loading


def test_speakers_are_told_apart_by_colour_beside_their_names(view, elsie):
    speakers = (*elsie.speakers, Speaker("Lewis", SpeakerRole.SUPPORT))
    turns = (*elsie.turns[:2], elsie.turns[2]._replace(speaker=2), *elsie.turns[3:])
    view.load(elsie.text, turns, speakers, [])
    colours = {}
    for number, block in enumerate(view.page.blocks):
        if block.is_heading:
            cursor = QTextCursor(view.document().findBlockByNumber(number))
            cursor.movePosition(QTextCursor.MoveOperation.NextCharacter)
            colours[block.name] = cursor.charFormat().foreground().color().name()
    assert list(colours) == ["Moira", "Elsie", "Lewis"]
    assert len(set(colours.values())) == 3


def test_loading_focuses_the_first_turn_and_says_so(view, elsie, qtbot):
    with qtbot.waitSignal(view.focus_changed) as told:
        view.load(elsie.text, elsie.turns, elsie.speakers, [])
    assert told.args == [elsie.turns[0].speech, elsie.turns[0].end, 1]
    assert view.turn_number == 1


def test_the_page_shows_names_for_labels_and_every_spoken_word(reading, elsie):
    shown = reading.toPlainText()
    assert "Elsie  turn 2\nShe comes on Mondays." in shown
    assert "Elsie:" not in shown
    for turn in elsie.turns:
        for line in elsie.text[turn.speech : turn.end].splitlines():
            assert line in shown


def test_codings_leave_the_document_unformatted(view, elsie):
    view.load(elsie.text, elsie.turns, elsie.speakers, [])
    before = view.document().toHtml()
    view.add_coding(elsie.coding("a", "If I ring, she answers."))
    assert view.document().toHtml() == before


def test_loading_again_and_again_keeps_one_document(view, elsie, qtbot):
    for _ in range(5):
        view.load(elsie.text, elsie.turns, elsie.speakers, [])
    qtbot.waitUntil(lambda: len(view.findChildren(type(view.document()))) == 1)


# Painting


def test_a_coding_is_seen_in_its_colour_and_gone_when_taken_off(view, elsie):
    view.load(elsie.text, elsie.turns, elsie.speakers, [])
    bare = picture(view)
    view.add_coding(elsie.coding("a", "If I ring, she answers."))
    painted = picture(view)
    at = point_at(view, elsie.place("If I ring")[0]) + view.viewport().pos() - QPoint(1, 10)
    assert painted.pixelColor(at) == reading_palette().group("process").fill
    view.remove_coding("a")
    assert picture(view) == bare


def test_the_shortest_passage_gives_the_colour_and_overlaps_are_deeper(view, elsie):
    outer = elsie.coding("outer", "She comes on Mondays. Mrs. Hay, her name is. If I ring, she answers.")
    inner = elsie.coding("inner", "If I ring, she answers.", "Choice", group="features")
    view.load(elsie.text, elsie.turns, elsie.speakers, [outer, inner])
    at = point_at(view, elsie.place("If I ring")[0]) + view.viewport().pos() - QPoint(1, 10)
    assert picture(view).pixelColor(at) == reading_palette().group("features").deep


def test_an_updated_coding_stands_where_it_now_is(reading, elsie):
    before = picture(reading)
    coding = elsie.coding("a", "If I ring, she answers.", sign="+")
    reading.update_coding(replace(coding, end=coding.end - 12))
    assert picture(reading) != before
    reading.update_coding(coding)
    assert picture(reading) == before


def test_taking_off_a_coding_that_is_not_there_changes_nothing(reading):
    before = picture(reading)
    reading.remove_coding("nobody's")
    assert picture(reading) == before


class PaintedAreas(QObject):
    """Notes which areas of a widget are painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.areas: list[QRect] = []
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if isinstance(event, QPaintEvent):
            self.areas.append(event.rect())
        return super().eventFilter(watched, event)


def test_only_the_lines_of_a_changed_coding_are_painted_again(reading, elsie, qtbot):
    watch = PaintedAreas(reading.viewport())
    reading.add_coding(elsie.coding("b", "I would not miss it."))
    qtbot.waitUntil(lambda: bool(watch.areas))
    assert all(area.height() < reading.viewport().height() / 2 for area in watch.areas)


# Keys


def test_arrows_move_from_turn_to_turn_and_shift_extends(reading, elsie):
    press(reading, Key.Key_Down)
    assert reading.turn_number == 2
    press(reading, Key.Key_Down, held=Modifier.ShiftModifier)
    assert reading.passage == (elsie.turns[1].speech, elsie.turns[2].end)
    press(reading, Key.Key_Up)
    assert reading.turn_number == 2


def test_control_with_arrows_trims_to_sentence_and_word_and_escape_takes_all_again(reading, elsie):
    press(reading, Key.Key_Down)
    press(reading, Key.Key_Left, held=Modifier.ControlModifier)
    press(reading, Key.Key_Right, Key.Key_Right, held=Modifier.ControlModifier)
    assert said(reading, elsie) == "If I ring, she answers."
    press(reading, Key.Key_Left, held=Modifier.ControlModifier)
    assert said(reading, elsie) == "If I ring, she"
    press(reading, Key.Key_Escape)
    assert reading.passage == (elsie.turns[1].speech, elsie.turns[1].end)


def test_home_and_end_go_to_the_first_and_last_turn(reading):
    press(reading, Key.Key_End)
    assert reading.turn_number == 4
    press(reading, Key.Key_Home)
    assert reading.turn_number == 1


def test_control_a_takes_everything_and_copies_speech_without_labels(reading, elsie):
    press(reading, Key.Key_A, held=Modifier.ControlModifier)
    assert reading.passage == (elsie.turns[0].speech, elsie.turns[-1].end)
    press(reading, Key.Key_C, held=Modifier.ControlModifier)
    assert "Moira" not in QGuiApplication.clipboard().text()
    assert QGuiApplication.clipboard().text().endswith("And the lunch club?\nEvery Thursday. I would not miss it.")


def test_letters_are_handed_on_and_change_nothing_here(reading):
    typed: list[str] = []
    reading.key_typed.connect(typed.append)
    QTest.keyClicks(reading, "qS.")
    assert typed == ["q", "S", "."]
    assert reading.turn_number == 1


def test_letters_with_control_or_alt_are_left_to_the_window(reading, qtbot):
    with qtbot.assertNotEmitted(reading.key_typed):
        press(reading, Key.Key_Q, held=Modifier.ControlModifier)
        press(reading, Key.Key_Q, held=Modifier.AltModifier)


def test_enter_asks_for_the_codings_of_the_turn(reading, qtbot):
    with qtbot.waitSignal(reading.opened):
        press(reading, Key.Key_Return)


def test_pages_are_turned_and_the_focus_goes_along_to_the_last_turn(view):
    long = interview(tuple((n % 2, f"Turn number {n} has these words. " * 5 + "End.") for n in range(60)))
    view.load(long.text, long.turns, long.speakers, [])
    numbers = [view.turn_number]
    for _ in range(60):
        press(view, Key.Key_PageDown)
        numbers.append(view.turn_number)
    assert numbers == sorted(numbers)
    assert numbers[1] > 1
    assert numbers[-1] == 60
    for _ in range(60):
        press(view, Key.Key_PageUp)
    assert view.turn_number == 1


def test_the_focused_turn_is_always_brought_into_view(view):
    long = interview(tuple((n % 2, f"Turn number {n} has these words. " * 3 + "End.") for n in range(80)))
    view.load(long.text, long.turns, long.speakers, [])
    for number in (80, 3, 41, 1):
        view.go_to_turn(number)
        seen = view._in_view()
        assert seen.start <= long.turns[number - 1].speech
        assert seen.end >= long.turns[number - 1].end


def test_in_a_turn_longer_than_the_view_sentences_go_on_from_what_is_seen(view):
    talk = interview(((1, " ".join(f"Sentence {n} of a long answer." for n in range(400))),))
    view.load(talk.text, talk.turns, talk.speakers, [])
    press(view, Key.Key_PageDown)
    start, end = view._in_view().start, view._in_view().end
    press(view, Key.Key_Right)
    assert start < view.passage.end < end
    assert said(view, talk).count(".") == 1
    height = view.verticalScrollBar().value()
    press(view, Key.Key_Right)
    assert abs(view.verticalScrollBar().value() - height) < 100


# The plain caret


def test_f7_gives_the_caret_and_its_selection_becomes_the_passage(reading, elsie, qtbot):
    with qtbot.waitSignal(reading.caret_changed):
        press(reading, Key.Key_F7)
    press(reading, Key.Key_Down, Key.Key_Down)
    assert reading.turn_number == 2
    press(reading, Key.Key_Home)
    press(reading, Key.Key_Right, Key.Key_Right, Key.Key_Right, held=Modifier.ControlModifier | Modifier.ShiftModifier)
    assert said(reading, elsie) == "She comes on"
    press(reading, Key.Key_F7)
    assert not reading.caret_on
    assert said(reading, elsie) == "She comes on"


def test_letters_are_handed_on_with_the_caret_too(reading, qtbot):
    press(reading, Key.Key_F7)
    with qtbot.waitSignal(reading.key_typed):
        press(reading, Key.Key_Q)


# The mouse


def test_a_click_focuses_the_turn(reading, elsie):
    QTest.mouseClick(reading.viewport(), Qt.MouseButton.LeftButton, pos=point_at(reading, elsie.place("Thursday")[0]))
    assert reading.turn_number == 4
    assert said(reading, elsie) == "Every Thursday. I would not miss it."


@pytest.mark.qt_log_ignore("not accepted by receiving widget")
def test_a_drag_takes_the_words_and_a_right_click_leaves_them(reading, elsie, qtbot):
    start, end = elsie.place("her name is")
    with qtbot.waitSignal(reading.passage_selected) as told:
        drag(reading, point_at(reading, start), point_at(reading, end))
    assert told.args == [start, end]
    QTest.mouseClick(reading.viewport(), Qt.MouseButton.RightButton, pos=point_at(reading, elsie.place("lunch")[0]))
    assert reading.passage == (start, end)


def test_a_drag_that_slips_within_words_takes_them_whole(reading, elsie):
    start, end = elsie.place("her name is")
    drag(reading, point_at(reading, start + 1), point_at(reading, end - 1))
    assert reading.passage == (start, end)


def test_a_drag_across_a_label_counts_in_the_stored_text(reading, elsie):
    start, end = elsie.place("never so before.\n\nMoira: And the lunch")
    drag(reading, point_at(reading, start), point_at(reading, end))
    assert reading.passage == (start, end)


def test_a_drag_within_an_emoji_takes_all_of_it(view):
    talk = interview(((1, "We laughed 👩\u200d⚕\ufe0f then."),))
    view.load(talk.text, talk.turns, talk.speakers, [])
    start = talk.text.index("👩")
    view.show_passage(start + 1, start + 2)
    assert view.passage == (start, start + 4)


def test_a_double_click_takes_the_word(reading, elsie):
    at = point_at(reading, elsie.place("Mondays")[0] + 3)
    QTest.mouseClick(reading.viewport(), Qt.MouseButton.LeftButton, pos=at)
    QTest.mouseDClick(reading.viewport(), Qt.MouseButton.LeftButton, pos=at)
    QTest.mouseRelease(reading.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert said(reading, elsie) == "Mondays"


def test_pointing_at_a_passage_tells_which_coding_it_is(reading, elsie, qtbot):
    with qtbot.waitSignal(reading.coding_hovered) as told:
        move(reading, point_at(reading, elsie.place("ring")[0]))
    assert told.args == ["a"]
    with qtbot.waitSignal(reading.coding_hovered) as told:
        move(reading, point_at(reading, elsie.place("club")[0]))
    assert told.args == [""]


def test_clicking_a_label_takes_its_passage(reading, elsie, qtbot):
    picture(reading)
    rect, ids = reading.margin.places()[-1]
    assert ids == ("a",)
    with qtbot.waitSignal(reading.coding_activated) as told:
        QTest.mouseClick(reading.margin, Qt.MouseButton.LeftButton, pos=rect.center().toPoint())
    assert told.args == ["a"]
    assert said(reading, elsie) == "If I ring, she answers."
    assert reading.turn_number == 2


def test_the_wheel_with_control_does_not_zoom(reading):
    size = reading.font().pixelSize()
    event = QWheelEvent(
        QPointF(50, 50),
        reading.mapToGlobal(QPointF(50, 50)),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Modifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(reading.viewport(), event)
    assert reading.font().pixelSize() == size


def move(view: TranscriptView, to: QPoint, held: Qt.MouseButton = Qt.MouseButton.NoButton) -> None:
    at = QPointF(to)
    there = view.viewport().mapToGlobal(at)
    event = QMouseEvent(QEvent.Type.MouseMove, at, there, Qt.MouseButton.NoButton, held, Modifier.NoModifier)
    QApplication.sendEvent(view.viewport(), event)


def drag(view: TranscriptView, start: QPoint, end: QPoint) -> None:
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=start - QPoint(2, 0))
    move(view, end - QPoint(2, 0), Qt.MouseButton.LeftButton)
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=end - QPoint(2, 0))


# The margin


def test_thirty_codings_at_one_character_fill_ten_lanes_and_are_all_reached(view, elsie):
    start, end = elsie.place("ring")
    codings = [PaintedCoding(str(n), start - n % 9, end + n, "process", "PS", f"Code {n}") for n in range(30)]
    view.load(elsie.text, elsie.turns, elsie.speakers, codings)
    picture(view)
    lanes = [view.margin.lane_of(coding.id) for coding in codings]
    assert {lane for lane in lanes if lane is not None} == set(range(10))
    assert lanes.count(None) == 20
    assert {coding_id for _, ids in view.margin.places() for coding_id in ids} == {coding.id for coding in codings}


def test_clicking_the_crowded_lane_goes_through_its_codings(view, elsie):
    start, end = elsie.place("ring")
    codings = [PaintedCoding(str(n), start, end + n, "process", "PS", f"Code {n}") for n in range(14)]
    view.load(elsie.text, elsie.turns, elsie.speakers, codings)
    picture(view)
    rect, ids = next((rect, ids) for rect, ids in view.margin.places() if len(ids) > 1)
    reached = []
    view.coding_activated.connect(reached.append)
    for _ in ids:
        QTest.mouseClick(view.margin, Qt.MouseButton.LeftButton, pos=rect.center().toPoint())
        picture(view)
    assert sorted(reached) == sorted(ids)


def test_lanes_stay_as_the_page_scrolls(view):
    long = interview(tuple((n % 2, f"Turn number {n} has these words. " * 5 + "End.") for n in range(40)))
    spans = [(400 * n, 400 * n + 900 + 70 * (n % 5)) for n in range(15)]
    codings = [PaintedCoding(str(n), a, z, "change", "CS", "Code") for n, (a, z) in enumerate(spans)]
    view.load(long.text, long.turns, long.speakers, codings)
    before: dict[str, int] = {}
    for height in range(0, 3000, 90):
        view.verticalScrollBar().setValue(height)
        picture(view)
        now = {coding.id: view.margin.lane_of(coding.id) for coding in codings}
        assert all(now[i] in (lane, None) for i, lane in before.items())
        before = {i: lane for i, lane in now.items() if lane is not None}


@pytest.mark.parametrize(("width", "labels"), [(900, Labels.FULL), (560, Labels.LETTERS), (400, Labels.NONE)])
def test_the_margin_folds_with_the_room_there_is(reading, width, labels):
    reading.resize(width, 500)
    assert reading.margin.labels is labels
    assert reading.viewport().width() + reading.margin.width() + reading.verticalScrollBar().width() == width


def test_a_margin_that_folds_shows_whole_letters_however_many_lanes_it_had(view, elsie):
    start, end = elsie.place("ring")
    codings = [PaintedCoding(str(n), start, end + n, "process", "PS", f"Code {n}") for n in range(14)]
    view.load(elsie.text, elsie.turns, elsie.speakers, codings)
    view.resize(900, 600)
    picture(view)
    view.set_reading(ReadingSettings(plain=True))
    picture(view)
    assert view.margin.labels is Labels.LETTERS
    assert all(rect.right() <= view.margin.width() for rect, _ in view.margin.places())


# How it looks


def test_numbers_stand_before_the_lines_and_beside_the_turns_on_demand(view):
    long = interview(tuple((n % 2, f"Turn number {n} has these words. " * 9 + "End.") for n in range(90)))
    view.load(long.text, long.turns, long.speakers, [])
    view.show_passage(long.turns[49].speech + 5, long.turns[49].speech + 20)
    passage, bare = view.passage, picture(view)
    view.set_reading(ReadingSettings(line_numbers=True, turn_numbers=False))
    assert picture(view) != bare
    assert "turn 50" not in view.toPlainText()
    assert "Elsie\nTurn number 49" in view.toPlainText()
    assert view.passage == passage
    assert view.turn_number == 50
    rows = view._in_view().rows
    numbers = [view._numbers.of(row.block, row.line) for row in rows]
    assert numbers == list(range(numbers[0], numbers[0] + len(rows)))
    blocks = [view.document().findBlockByNumber(n) for n in range(rows[0].block)]
    words = [block for block in blocks if not view._page.blocks[block.blockNumber()].is_heading]
    assert numbers[0] == sum(block.layout().lineCount() for block in words) + rows[0].line + 1
    view.set_reading(ReadingSettings())
    assert "turn 50" in view.toPlainText()


def test_all_but_ones_turn_or_ones_lines_are_dimmed_on_demand(view):
    long = interview(tuple((n % 2, f"Turn number {n} has these words. " * 5 + "End.") for n in range(9)))
    view.load(long.text, long.turns, long.speakers, [])
    view.go_to_turn(2)

    def darkest(position: int) -> int:
        image, at = picture(view), point_at(view, position)
        line = range(at.y() - 6, at.y() + 8)
        return min(image.pixelColor(x, view.viewport().y() + y).lightness() for x in range(40, 300) for y in line)

    mine, after, other = long.turns[1].speech + 30, long.turns[1].end - 8, long.turns[2].speech + 30
    clear = darkest(other)
    view.set_reading(ReadingSettings(line_focus=LineFocus.TURN))
    assert darkest(mine) == darkest(after) < darkest(other)
    assert darkest(other) > clear + 60
    press(view, Key.Key_Right)
    view.set_reading(ReadingSettings(line_focus=LineFocus.LINES))
    assert darkest(mine) < darkest(after)
    press(view, Key.Key_F7)
    caret = view.textCursor()
    caret.setPosition(view.page.to_document(after))
    view.setTextCursor(caret)
    assert darkest(after) < darkest(mine)


def test_type_and_lines_follow_what_was_chosen(view, elsie):
    view.load(elsie.text, elsie.turns, elsie.speakers, [])
    view.set_reading(ReadingSettings(family="DejaVu Sans", points=32, line_height=2.0))
    assert view.font().families()[0] == "DejaVu Sans"
    assert view.font().pixelSize() == round(32 * 96 / 72)
    assert view.document().lastBlock().blockFormat().lineHeight() == 200


def test_the_place_on_the_page_is_kept_when_type_or_width_change(view):
    long = interview(tuple((n % 2, f"Turn number {n} has these words. " * 5 + "End.") for n in range(90)))
    view.load(long.text, long.turns, long.speakers, [])
    view.go_to_turn(50)
    view.set_text_scale(2.0)
    view.set_colours(reading_palette(dark=True))
    view.set_reading(ReadingSettings(points=18, line_height=1.6, column=40))
    view.resize(520, 500)
    seen = view._in_view()
    assert seen.start <= long.turns[52].end
    assert seen.end >= long.turns[44].start
    assert view.turn_number == 50


def test_a_turn_that_is_in_sight_stays_there_in_larger_type_and_in_less_room(view):
    long = interview(tuple((n % 2, f"Turn number {n} has these words. " * 5 + "End.") for n in range(90)))
    view.load(long.text, long.turns, long.speakers, [])
    view.go_to_turn(50)
    press(view, Key.Key_Up, Key.Key_Up, Key.Key_Down, Key.Key_Down, Key.Key_Down)  # at the foot of the view

    def is_seen() -> bool:
        top = line_top(view.document(), view.page, view.passage.start) - view.verticalScrollBar().value()
        return 0 <= top < view.viewport().height()

    assert is_seen()
    view.set_text_scale(2.0)
    assert is_seen()
    view.resize(800, 240)
    assert is_seen()
    view.verticalScrollBar().setValue(0)
    view.repaint()
    view.resize(800, 600)
    assert view.verticalScrollBar().value() == 0  # whoever looks elsewhere isn't called back


def test_a_column_is_no_wider_than_asked_for(view, elsie):
    view.resize(1600, 600)
    view.load(elsie.text, elsie.turns, elsie.speakers, [])
    view.set_reading(ReadingSettings(column=30))
    narrow = view.viewport().width()
    view.set_reading(ReadingSettings(column=0))
    assert narrow < 500 < view.viewport().width()


def test_the_ring_is_seen_only_while_the_text_has_the_focus(reading):
    focused = picture(reading)
    reading.clearFocus()
    assert picture(reading) != focused


# Hearing it


def test_the_description_names_speaker_turn_and_codes(reading):
    press(reading, Key.Key_Down)
    assert reading.accessibleDescription() == "Elsie, turn 2. 1 code: Responsiveness, delivered."
    assert [coding.id for coding in reading.codings_of_turn()] == ["a"]
    press(reading, Key.Key_Down)
    assert reading.accessibleDescription() == "Moira, turn 3. No codes."
    assert reading.codings_of_turn() == []


def test_a_move_is_announced_with_its_words(reading, monkeypatch):
    heard = []
    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    monkeypatch.setattr(QAccessible, "updateAccessibility", lambda event: heard.append(event.message()))
    press(reading, Key.Key_End)
    assert heard == ["Elsie, turn 4. Every Thursday. I would not miss it. No codes."]


def test_text_and_margin_have_names_for_a_screen_reader(reading):
    for widget in (reading, reading.margin):
        assert QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
    assert QAccessible.queryAccessibleInterface(reading).role() == QAccessible.Role.EditableText


# Awkward text

AWKWARD = {
    "emoji": "We cried 😭😭 then laughed 😂 about the 👩\u200d⚕\ufe0f visit 🎉.",
    "right-to-left": "שלום זה היה קשה מאוד but then it worked مرحبا بالعالم again.",
    "combining": "Cafe\u0301 na\u0308ive z\u0301\u0323\u0302 a\u0301" * 5,
    "tabs": "one\ttwo\t\tthree\tfour",
    "no-break": "a\u00a0b\u200bc\u2009d\u00add",
    "line separators": "a\u2028b\u2029c\ufdd0d\x00e\rf",
    "no blank": "word" * 3000,
}


@pytest.mark.parametrize("words", AWKWARD.values(), ids=AWKWARD.keys())
def test_awkward_text_is_painted_at_every_edge_and_keeps_its_positions(view, words):
    talk = interview(((1, words), (0, "Yes."), (1, words)))
    edges = range(min(len(talk.text), 120))
    groups = ("process", "change", "barriers")
    codings = [PaintedCoding(str(n), n, n + 5, groups[n % 3], "PS", f"Code {n % 7}") for n in edges]
    view.load(talk.text, talk.turns, talk.speakers, codings)
    picture(view)
    assert view.document().blockCount() == len(view._page.blocks)
    for block, number in ((view.document().findBlockByNumber(n), n) for n in range(view.document().blockCount())):
        assert block.position() == view._page.document_starts[number]
    for start, end in ((talk.turns[0].speech, talk.turns[0].end), (talk.turns[0].speech, talk.turns[2].end)):
        view.show_passage(start, end)
        assert view.passage == (start, end)
        picture(view)


def test_right_to_left_words_are_coloured_where_they_stand(view):
    talk = interview(((1, "שלום זה היה קשה מאוד."),))
    start = talk.text.index("קשה")
    view.load(talk.text, talk.turns, talk.speakers, [PaintedCoding("a", start, start + 3, "process", "PS", "Code")])
    image, fill = picture(view), reading_palette().group("process").fill
    at = point_at(view, start).y() + view.viewport().y() - 10
    coloured = [x for x in range(view.viewport().width()) if image.pixelColor(x, at) == fill]
    right, left = point_at(view, start).x(), point_at(view, start + 3).x()
    assert coloured
    assert left - 4 <= coloured[0]
    assert coloured[-1] <= right + 4


@pytest.mark.parametrize("one_line", [True, False])
def test_a_hundred_thousand_words_are_shown_to_their_end(view, one_line):
    words = "We talked of this and that for a good while. " * 10_000
    text = words if one_line else words.replace(". ", ".\n")
    view.load(text, [], [], [PaintedCoding("a", len(text) - 40, len(text) - 5, "process", "PS", "Code")])
    view.show_passage(len(text) - 40, len(text) - 5)
    seen = view._in_view()
    assert seen.start < len(text) - 40 < seen.end
    picture(view)
    assert view.margin.lane_of("a") == 0
    press(view, Key.Key_A, held=Modifier.ControlModifier)
    assert view.passage == (0, len(text.rstrip()))


def test_of_a_turn_as_long_as_a_whole_talk_only_what_is_coded_here_is_told(view):
    text = "We talked of this and that for a good while. " * 2_000
    codings = [PaintedCoding(str(n), n * 45, n * 45 + 20, "process", "PS", f"Code {n}") for n in range(2_000)]
    view.load(text, [], [], codings)
    assert len(view.codings_of_turn()) < 500
    view.show_passage(45 * 1_500, 45 * 1_501)
    assert [coding.id for coding in view.codings_of_turn()] == ["1500"]
    assert view.accessibleDescription().endswith("1 code: Code 1500.")


def test_an_empty_transcript_and_one_of_empty_turns_do_no_harm(view):
    for text, turns in (("", []), ("A:\nA:", [Turn(0, 2, 2, 0), Turn(3, 5, 5, 7)])):
        view.load(text, turns, [], [])
        for key in (Key.Key_Down, Key.Key_Right, Key.Key_PageDown, Key.Key_End, Key.Key_F7, Key.Key_Down, Key.Key_F7):
            press(view, key)
        press(view, Key.Key_Left, Key.Key_Right, held=Modifier.ControlModifier)
        assert view.passage.start == view.passage.end
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(60, 40))
        picture(view)
