"""Every control does by keyboard what it does by mouse, and says what a person did, not what the program set."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QDialog, QLineEdit, QMenu, QVBoxLayout, QWidget

from qualcoder_lite.gui.theme.coder_faces import face_of, initials
from qualcoder_lite.gui.widgets.avatar import PersonButton
from qualcoder_lite.gui.widgets.buttons import Button, IconButton, Kind, named_button
from qualcoder_lite.gui.widgets.chip import ChipButton, ChipFace
from qualcoder_lite.gui.widgets.choice_box import ChoiceBox
from qualcoder_lite.gui.widgets.code_card import CardFace, CodeCard
from qualcoder_lite.gui.widgets.group_header import GroupHeader
from qualcoder_lite.gui.widgets.layouts import Column
from qualcoder_lite.gui.widgets.option_card import OptionCard
from qualcoder_lite.gui.widgets.rail import Rail, RailItem
from qualcoder_lite.gui.widgets.segmented import SegmentedControl
from qualcoder_lite.gui.widgets.tick_box import TickBox

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


pytestmark = pytest.mark.usefixtures("theme")

PRESSES = [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter, None]
"""The keys that press, and None for the mouse."""

CARD = CardFace("id-1", "Feeling safe", "F", "Q", "quality-of-life", "Does the person feel safe?")
POLARITY = [("delivered", "Yes"), ("not_delivered", "No"), ("mixed", "Mixed")]
PAGES = [RailItem("home", "Home", "home"), RailItem("code", "Code", "code"), RailItem("sites", "Sites", "sites")]


def press(qtbot: QtBot, widget: QWidget, key: Qt.Key | None) -> None:
    if key is None:
        qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)
    else:
        qtbot.keyClick(widget, key)


def shown(qtbot: QtBot, widget: QWidget) -> QWidget:
    qtbot.addWidget(widget)
    with qtbot.waitActive(widget):
        widget.show()
        widget.activateWindow()
    return widget


@pytest.mark.parametrize("key", PRESSES)
@pytest.mark.parametrize("kind", ["primary", "secondary", "quiet", "link"])
def test_a_button_is_pressed(qtbot: QtBot, kind: Kind, key: Qt.Key | None) -> None:
    button = Button("Memo", kind=kind)
    shown(qtbot, button)
    with qtbot.waitSignal(button.clicked):
        press(qtbot, button, key)


@pytest.mark.parametrize("key", PRESSES)
def test_an_icon_button_and_a_chip_are_pressed(qtbot: QtBot, key: Qt.Key | None) -> None:
    for button in (IconButton("Undo", "undo"), ChipButton(ChipFace("FO", "Co-location", "features"))):
        shown(qtbot, button)
        with qtbot.waitSignal(button.clicked):
            press(qtbot, button, key)


def test_enter_presses_the_focused_button_and_not_one_that_is_left_alone_in_a_dialog(qtbot: QtBot) -> None:
    dialog, pressed = QDialog(), []
    qtbot.addWidget(dialog)
    button, field = named_button("Choose the key", "choose", by_itself=False), QLineEdit()
    button.clicked.connect(lambda: pressed.append("Choose the key"))
    dialog.setLayout(Column(field, button))
    dialog.show()
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert pressed == []
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Return)
    assert pressed == ["Choose the key"]


def test_a_button_that_is_off_does_nothing(qtbot: QtBot) -> None:
    button = Button("Memo")
    button.setEnabled(False)
    shown(qtbot, button)
    with qtbot.assertNotEmitted(button.clicked):
        press(qtbot, button, None)


def test_words_on_a_button_are_taken_as_they_are(qtbot: QtBot) -> None:
    button = Button("Take Q&A")
    shown(qtbot, button)
    assert button.shortcut().isEmpty()
    assert button.accessibleName() == "Take Q&A"
    button.set_words("Keep R&D")
    assert (button.words, button.accessibleName()) == ("Keep R&D", "Keep R&D")


def test_a_button_with_a_menu_makes_room_for_its_arrow(qtbot: QtBot) -> None:
    button = Button("Menu")
    shown(qtbot, button)
    plain = button.sizeHint().width()
    button.setMenu(QMenu(button))
    assert button.sizeHint().width() > plain


@pytest.mark.parametrize("key", PRESSES)
def test_a_code_card_asks_and_waits_to_be_told(qtbot: QtBot, key: Qt.Key | None) -> None:
    card = CodeCard(CARD)
    shown(qtbot, card)
    with qtbot.waitSignal(card.pressed_for) as pressed:
        press(qtbot, card, key)
    assert pressed.args == ["id-1"]
    assert not card.applied


def test_a_code_card_says_its_state_without_a_signal(qtbot: QtBot) -> None:
    card = CodeCard(CARD)
    shown(qtbot, card)
    with qtbot.assertNotEmitted(card.pressed_for):
        card.set_applied(True)
        card.set_count(3)
    interface = QAccessible.queryAccessibleInterface(card)
    assert interface.state().checked
    assert interface.text(QAccessible.Text.Name) == "Feeling safe, keys Q then F, 3 here"
    assert interface.text(QAccessible.Text.Description) == "Does the person feel safe?"


def test_an_applied_card_is_told_by_more_than_colour(qtbot: QtBot) -> None:
    card = CodeCard(CARD)
    shown(qtbot, card).resize(220, 44)
    plain = card.grab().toImage()
    card.set_applied(True)
    applied = card.grab().toImage()
    end = [(x, y) for x in range(190, 215) for y in range(8, 36)]
    assert len({plain.pixel(*point) for point in end}) == 1
    assert len({applied.pixel(*point) for point in end}) > 1


def test_a_long_name_makes_a_narrow_card_higher(qtbot: QtBot) -> None:
    card = CodeCard(CardFace("id", "Staying as well as you can be", "A", "Q", "quality-of-life"))
    shown(qtbot, card)
    assert card.heightForWidth(140) > card.heightForWidth(400) == 44


def test_a_card_without_a_key_or_with_a_strange_name_is_painted(qtbot: QtBot) -> None:
    for name, key in (("", ""), ("\N{GRINNING FACE} Şöyle & böyle", "İ"), ("שלום", "X"), ("x" * 300, "")):
        card = CodeCard(CardFace("id", name, key, "Q", "no such colour"))
        shown(qtbot, card).resize(160, 44)
        assert not card.grab().isNull()


@pytest.mark.parametrize("key", [Qt.Key.Key_Right, Qt.Key.Key_Down])
def test_arrow_keys_change_a_segment(qtbot: QtBot, key: Qt.Key) -> None:
    control = SegmentedControl(POLARITY, name="Delivered?", value="delivered")
    shown(qtbot, control)
    control.segment("delivered").setFocus()
    with qtbot.waitSignal(control.chosen) as chosen:
        qtbot.keyClick(control.segment("delivered"), key)
    assert chosen.args == ["not_delivered"]
    assert control.value == "not_delivered"


def test_a_segment_is_chosen_by_mouse_once(qtbot: QtBot) -> None:
    control = SegmentedControl(POLARITY, name="Delivered?")
    shown(qtbot, control)
    heard: list[str] = []
    control.chosen.connect(heard.append)
    press(qtbot, control.segment("mixed"), None)
    press(qtbot, control.segment("mixed"), None)
    assert heard == ["mixed"]


def test_a_value_is_set_and_taken_away_without_a_signal(qtbot: QtBot) -> None:
    control = SegmentedControl(POLARITY, name="Delivered?", value="mixed")
    shown(qtbot, control)
    with qtbot.assertNotEmitted(control.chosen):
        control.set_value("delivered")
        control.set_value(None)
    assert control.value is None
    assert not any(control.segment(value).isChecked() for value, _words in POLARITY)
    with pytest.raises(KeyError):
        control.set_value("maybe")


def test_segments_go_on_to_a_second_line_when_the_width_runs_out(qtbot: QtBot) -> None:
    page = QWidget()
    control = SegmentedControl(POLARITY, name="Delivered?")
    QVBoxLayout(page).addWidget(control)
    shown(qtbot, page)
    wide, narrow = control.heightForWidth(600), control.heightForWidth(150)
    assert narrow > wide * 1.8
    page.resize(160, 300)
    qtbot.waitUntil(lambda: control.height() == control.heightForWidth(control.width()))
    assert all(control.rect().contains(control.segment(value).geometry()) for value, _words in POLARITY)


def test_the_rail_is_one_stop_and_arrow_keys_move_in_it(qtbot: QtBot) -> None:
    rail = Rail(PAGES, foot=[RailItem("settings", "Settings", "settings")], current="code")
    shown(qtbot, rail)
    rail.button("code").setFocus()
    qtbot.keyClick(rail.button("code"), Qt.Key.Key_Down)
    assert rail.button("sites").hasFocus()
    qtbot.keyClick(rail.button("sites"), Qt.Key.Key_End)
    assert rail.button("settings").hasFocus()
    qtbot.keyClick(rail.button("settings"), Qt.Key.Key_Down)
    assert rail.button("settings").hasFocus()
    qtbot.keyClick(rail.button("settings"), Qt.Key.Key_Home)
    assert rail.button("home").hasFocus()
    assert [
        value for value in ("home", "code", "sites") if rail.button(value).focusPolicy() & Qt.FocusPolicy.TabFocus
    ] == ["code"]


@pytest.mark.parametrize("key", PRESSES)
def test_the_rail_leads_to_a_page_when_asked(qtbot: QtBot, key: Qt.Key | None) -> None:
    rail = Rail(PAGES, current="home")
    shown(qtbot, rail)
    with qtbot.waitSignal(rail.page_chosen) as chosen:
        press(qtbot, rail.button("sites"), key)
    assert chosen.args == ["sites", key is not None]
    assert rail.current == "home"
    rail.set_current("sites")
    assert rail.button("sites").accessibleDescription().startswith("Shown now")
    assert not rail.button("home").accessibleDescription().startswith("Shown now")


def test_the_rail_as_a_menu_leads_to_the_same_pages(qtbot: QtBot) -> None:
    rail = Rail(PAGES, current="code")
    menu = rail.make_menu(rail)
    shown(qtbot, rail)
    menu.aboutToShow.emit()
    assert [(action.text(), action.isChecked()) for action in menu.actions()] == [
        ("Home", False),
        ("Code", True),
        ("Sites", False),
    ]
    with qtbot.waitSignal(rail.page_chosen) as chosen:
        menu.actions()[2].trigger()
    assert chosen.args == ["sites", False]


def test_a_short_rail_scrolls_to_the_item_with_the_focus(qtbot: QtBot) -> None:
    rail = Rail([RailItem(str(n), f"Page {n}", "home") for n in range(12)], current="0")
    shown(qtbot, rail).resize(98, 300)
    rail.button("0").setFocus()
    qtbot.keyClick(rail.button("0"), Qt.Key.Key_End)
    last = rail.button("11")
    assert rail.rect().contains(last.mapTo(rail, last.rect().center()))


@pytest.mark.parametrize("key", PRESSES)
def test_a_group_is_folded_and_opened(qtbot: QtBot, key: Qt.Key | None) -> None:
    header = GroupHeader("P", "Process", "process")
    shown(qtbot, header)
    with qtbot.waitSignal(header.opened_changed) as changed:
        press(qtbot, header, key)
    assert changed.args == [False]
    assert header.accessibleName().endswith("folded")


@pytest.mark.parametrize("key", PRESSES)
def test_a_tick_box_is_ticked(qtbot: QtBot, key: Qt.Key | None) -> None:
    box = TickBox("Leave out cells with fewer than 3 people")
    shown(qtbot, box)
    press(qtbot, box, key)
    assert box.isChecked()


def test_a_click_on_the_last_word_of_a_tick_box_counts(qtbot: QtBot) -> None:
    box = TickBox("Leave out cells with fewer than 3 people")
    shown(qtbot, box).resize(400, 28)
    qtbot.mouseClick(box, Qt.MouseButton.LeftButton, pos=box.rect().center())
    assert box.isChecked()


def test_one_option_of_several_is_chosen_by_mouse_and_arrow_keys(qtbot: QtBot) -> None:
    page = QWidget()
    column = QVBoxLayout(page)
    first, second = OptionCard("One site", "Who was heard", chosen=True), OptionCard("Everyone", "What is shared")
    column.addWidget(first)
    column.addWidget(second)
    shown(qtbot, page)
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Down)
    assert (first.isChecked(), second.isChecked()) == (False, True)
    press(qtbot, first, None)
    assert (first.isChecked(), second.isChecked()) == (True, False)


def test_a_choice_is_made_by_key_and_set_without_a_signal(qtbot: QtBot) -> None:
    box = ChoiceBox("Client group", [("", "All client groups"), ("older", "Older people")])
    shown(qtbot, box)
    with qtbot.waitSignal(box.chosen) as chosen:
        qtbot.keyClick(box, Qt.Key.Key_Down)
    assert chosen.args == ["older"]
    with qtbot.assertNotEmitted(box.chosen):
        box.set_value("")
        box.set_value("no such value")
    assert box.value == ""


def test_who_is_coding_is_pressed_and_renamed(qtbot: QtBot) -> None:
    person = PersonButton(face_of("Ailsa Brodie"))
    shown(qtbot, person)
    with qtbot.waitSignal(person.clicked):
        press(qtbot, person, Qt.Key.Key_Return)
    person.set_face(face_of("Cal Reid"))
    assert person.accessibleName() == "Coding as Cal Reid"
    wide = person.sizeHint().width()
    person.set_short(True)
    assert person.sizeHint().width() < wide


@pytest.mark.parametrize(
    ("name", "letters"),
    [("Ailsa Brodie", "AB"), ("cal", "C"), ("Ana María de la Cruz", "AC"), ("  ", "?"), ("(test) Jo", "J")],
)
def test_initials_come_from_the_first_and_last_word(name: str, letters: str) -> None:
    assert initials(name) == letters
