"""One choice among many."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListView

from qualcoder_lite.gui.widgets.choice_box import ChoiceBox
from qualcoder_lite.gui.widgets.name_field import NameField

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from qualcoder_lite.gui.theme import Theme


@pytest.fixture
def people(theme: Theme, qtbot: QtBot) -> Iterator[ChoiceBox]:
    """A box with nobody and 240 people, its list unfolded."""
    box = ChoiceBox("Participant", [("", "Not said"), *((f"p{n}", f"Person {n}") for n in range(240))])
    qtbot.addWidget(box)
    box.show()
    box.showPopup()
    yield box
    box.hidePopup()


def rows(box: ChoiceBox) -> list[str]:
    view = box.view()
    assert isinstance(view, QListView)
    return [box.itemText(row) for row in range(box.count()) if not view.isRowHidden(row)]


def test_a_long_list_shows_that_it_goes_on(people: ChoiceBox) -> None:
    assert people.view().verticalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAsNeeded


def test_what_is_typed_narrows_a_long_list_and_enter_takes_the_first(people: ChoiceBox, qtbot: QtBot) -> None:
    QTest.keyClicks(people.view(), "N 23")
    assert rows(people) == [f"Person {n}" for n in (23, 123, 223, *range(230, 240))]
    QTest.keyClick(people.view(), Qt.Key.Key_Backspace)
    QTest.keyClicks(people.view(), "17")
    assert rows(people) == ["Person 217"]
    with qtbot.waitSignal(people.chosen, check_params_cb=lambda value: value == "p217"):
        QTest.keyClick(people.view(), Qt.Key.Key_Return)
    assert people.value == "p217"
    people.showPopup()
    assert len(rows(people)) == 241


@pytest.mark.parametrize("above", [False, True])
def test_a_narrowed_list_is_as_high_as_its_rows_and_stays_at_its_box(
    people: ChoiceBox, theme: Theme, qtbot: QtBot, above: bool
) -> None:
    people.hidePopup()
    theme.dress(people)  # as in the window: the list stands below the box, or above where there is no room
    screen = people.screen().availableGeometry()
    people.move(screen.left(), screen.bottom() - people.height() if above else screen.top())
    people.showPopup()
    popup, one = people.view().window(), people.view().sizeHintForIndex(people.model().index(1, 0)).height()
    whole = popup.geometry()
    QTest.keyClicks(people.view(), "217")
    qtbot.waitUntil(lambda: one <= popup.height() < 2 * one)
    kept = (popup.geometry().bottom(), whole.bottom()) if above else (popup.y(), whole.y())
    assert kept[0] == kept[1]
    for _ in "217":
        QTest.keyClick(people.view(), Qt.Key.Key_Backspace)
    qtbot.waitUntil(lambda: popup.geometry() == whole)


def test_where_nothing_is_called_so_enter_takes_nothing(people: ChoiceBox, qtbot: QtBot) -> None:
    QTest.keyClicks(people.view(), "nobody at all")
    assert rows(people) == []
    with qtbot.assertNotEmitted(people.chosen):
        QTest.keyClick(people.view(), Qt.Key.Key_Return)
    assert people.value == ""


def test_a_name_that_was_looked_for_in_vain_becomes_the_new_one(theme: Theme, qtbot: QtBot) -> None:
    field = NameField("participant", "Participant", new="A new person …")
    qtbot.addWidget(field)
    field.offer([f"Person {n}" for n in range(240)], "")
    field.show()
    field.box.showPopup()
    QTest.keyClicks(field.box.view(), "Bettany")
    assert rows(field.box) == ["A new person …"]
    with qtbot.waitSignal(field.chosen, check_params_cb=lambda value: value == "Bettany"):
        QTest.keyClick(field.box.view(), Qt.Key.Key_Return)
    assert field.field.text() == "Bettany"


def test_a_narrow_box_says_in_one_word_that_one_can_type(people: ChoiceBox) -> None:
    metrics = QFontMetricsF(people.font())
    assert people._words_within(metrics, 400) == "Type to find …"
    assert people._words_within(metrics, metrics.horizontalAdvance("Type to fi")) == "Type …"


def test_a_list_that_is_left_by_escape_shows_what_is_chosen_again(people: ChoiceBox) -> None:
    QTest.keyClicks(people.view(), "17")
    QTest.keyClick(people.view(), Qt.Key.Key_Escape)
    assert not people.view().isVisible()
    assert people._shown_words == "Not said"
    assert people.sought == "17"


def test_a_list_that_goes_by_itself_shows_what_is_chosen_again(people: ChoiceBox) -> None:
    """As by a click beside it, or when the person goes to another window: Qt doesn't call `hidePopup` then."""
    QTest.keyClicks(people.view(), "17")
    people.view().window().hide()
    assert people._shown_words == "Not said"
    people.showPopup()
    assert len(rows(people)) == 241
