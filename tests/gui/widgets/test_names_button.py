"""Several names are chosen from a list that opens under a button."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget

from qualcoder_lite.gui.widgets import counted
from qualcoder_lite.gui.widgets.names_button import Name, NamesButton, NamesModel

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.modeltest import ModelTester
    from pytestqt.qtbot import QtBot

    from qualcoder_lite.gui.widgets.names_button import NamesPopup

pytestmark = pytest.mark.usefixtures("theme")

CODES = [Name(f"code-{n}", f"Code {n}", "Group") for n in range(12)]


@pytest.fixture
def codes(qtbot: QtBot) -> Iterator[NamesButton]:
    """A button for twelve codes, on a page."""
    page = QWidget()
    page.resize(400, 300)
    qtbot.addWidget(page)
    button = NamesButton("Choose codes", every="All codes", counted=counted.codes, parent=page)
    button.set_names(CODES)
    page.show()
    yield button
    page.close()


@pytest.fixture
def opened(qtbot: QtBot, codes: NamesButton) -> Callable[[], NamesPopup]:
    """Opens the list, by mouse."""

    def open_list() -> NamesPopup:
        qtbot.mouseClick(codes, Qt.MouseButton.LeftButton)
        assert codes.popup is not None
        return codes.popup

    return open_list


def click_row(qtbot: QtBot, popup: NamesPopup, row: int) -> None:
    place = popup.list.visualRect(popup.list.model().index(row, 0)).center()
    qtbot.mouseClick(popup.list.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place))


def test_it_says_how_many_are_chosen(codes: NamesButton) -> None:
    said = [codes.words]
    for values in (["code-3"], ["code-3", "code-1"], ["nobody knows this"], []):
        codes.set_value(values)
        said.append(codes.words)
    assert said == ["All codes", "Code 3", "2 codes", "All codes", "All codes"]


def test_names_are_ticked_by_mouse_anywhere_on_their_row(
    qtbot: QtBot, codes: NamesButton, opened: Callable[[], NamesPopup]
) -> None:
    popup = opened()
    with qtbot.waitSignal(codes.chosen) as chosen:
        click_row(qtbot, popup, 2)
    assert chosen.args == [("code-2",)]
    click_row(qtbot, popup, 0)
    assert codes.value == ("code-0", "code-2")
    click_row(qtbot, popup, 2)
    assert codes.value == ("code-0",)
    qtbot.mouseClick(popup.done, Qt.MouseButton.LeftButton)
    assert not popup.isVisible()


def test_names_are_found_and_ticked_by_keyboard(
    qtbot: QtBot, codes: NamesButton, opened: Callable[[], NamesPopup]
) -> None:
    popup = opened()
    qtbot.keyClicks(popup.search, "1")
    assert popup.list.model().rowCount() == 3  # Code 1, Code 10, Code 11
    qtbot.keyClick(popup.search, Qt.Key.Key_Down)
    qtbot.keyClick(popup.list, Qt.Key.Key_Down)
    qtbot.keyClick(popup.list, Qt.Key.Key_Space)
    assert codes.value == ("code-10",)
    qtbot.keyClick(popup.list, Qt.Key.Key_Return)
    assert not popup.isVisible()


def test_escape_closes_the_list_and_keeps_what_is_ticked(
    qtbot: QtBot, codes: NamesButton, opened: Callable[[], NamesPopup]
) -> None:
    popup = opened()
    click_row(qtbot, popup, 0)
    qtbot.keyClick(popup.list, Qt.Key.Key_Escape)
    assert not popup.isVisible()
    assert codes.value == ("code-0",)


def test_all_can_be_chosen_again_at_once(qtbot: QtBot, codes: NamesButton, opened: Callable[[], NamesPopup]) -> None:
    codes.set_value(["code-0", "code-5"])
    popup = opened()
    qtbot.mouseClick(popup.all, Qt.MouseButton.LeftButton)
    assert codes.value == ()
    assert not popup.all.isEnabled()


def test_a_name_that_is_nowhere_is_told(qtbot: QtBot, opened: Callable[[], NamesPopup]) -> None:
    popup = opened()
    qtbot.keyClicks(popup.search, "zebra")
    assert popup.nothing.isVisible()


def test_button_list_and_field_say_in_whole_sentences_what_is_asked(
    codes: NamesButton, opened: Callable[[], NamesPopup]
) -> None:
    popup = opened()
    said = [codes.accessibleDescription(), popup.accessibleName(), popup.list.accessibleName()]
    assert said == ["Choose codes"] * 3
    assert popup.search.accessibleName() == "Choose codes: find some by typing"


def test_few_names_need_no_field_to_find_one(codes: NamesButton, opened: Callable[[], NamesPopup]) -> None:
    codes.set_names(CODES[:3])
    assert not opened().search.isVisible()


def test_what_was_chosen_and_is_still_there_stays_chosen(codes: NamesButton) -> None:
    codes.set_value(["code-1", "code-2"])
    codes.set_names(CODES[2:])
    assert codes.value == ("code-2",)


def test_the_names_are_a_sound_model(qtmodeltester: ModelTester) -> None:
    model = NamesModel()
    model.show(CODES, ["code-1"])
    qtmodeltester.check(model)
