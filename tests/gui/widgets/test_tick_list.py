"""Ticking some of many names in a form."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from qualcoder_lite.gui.widgets.area import Area
from qualcoder_lite.gui.widgets.labels import Label
from qualcoder_lite.gui.widgets.layouts import Column
from qualcoder_lite.gui.widgets.names_button import Name
from qualcoder_lite.gui.widgets.tick_list import TickList
from tests.gui.windows import click

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from qualcoder_lite.gui.theme import Theme

NAMES = [Name(f"t{n}", f"Interview {n}", "Skerrow" if n % 2 else "Oxenholt") for n in range(240)]


@pytest.fixture
def names(theme: Theme, qtbot: QtBot) -> TickList:
    """A list of 240 names, none of them ticked."""
    widget = TickList("names", "Names", find="Find", count=lambda n: f"{n} chosen.")
    widget.set_names(NAMES)
    qtbot.addWidget(widget)
    widget.show()
    return widget


def rows(names: TickList) -> list[str]:
    model = names.list.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_a_name_is_found_by_all_the_words_in_it_or_in_what_it_belongs_to(names: TickList) -> None:
    names.words.setText("skerrow 23")
    assert rows(names) == [f"Interview {n}" for n in (23, 123, 223, 231, 233, 235, 237, 239)]


def test_the_keyboard_finds_a_name_and_ticks_it(names: TickList, qtbot: QtBot) -> None:
    names.words.setFocus()
    QTest.keyClicks(names.words, "117")
    QTest.keyClick(names.words, Qt.Key.Key_Down)
    with qtbot.waitSignal(names.ticked):
        QTest.keyClick(names.list, Qt.Key.Key_Space)
    assert names.value == ("t117",)
    assert names.said.text() == "1 chosen."


def test_all_that_are_found_are_ticked_beside_those_that_were(names: TickList, qtbot: QtBot) -> None:
    names.set_value(["t0"])
    assert not names.all.isVisible()
    names.words.setText("interview 7 skerrow 9")
    click(qtbot, names, "names-all")
    assert names.value == ("t0", "t79", "t97", "t179", "t197")
    names.only.setChecked(True)
    names.words.clear()
    assert rows(names) == [f"Interview {n}" for n in (0, 79, 97, 179, 197)]


def test_it_says_that_nothing_is_called_so(names: TickList) -> None:
    names.words.setText("Fenmarsh")
    assert rows(names) == []
    assert names.said.text() == "0 chosen. None is called that."


def test_the_whole_list_is_in_sight_when_the_keyboard_comes_to_it(theme: Theme, qtbot: QtBot) -> None:
    theme.choose(mode="light", text=2.0, tint="paper")
    names = TickList("names", "Names", find="Find", count=lambda n: f"{n} chosen.")
    names.set_names(NAMES)
    inside = QWidget()
    inside.setLayout(Column(Label("Above " * 300, wrap=True), names))
    area = Area(inside)
    qtbot.addWidget(area)
    area.resize(700, 520)
    with qtbot.waitActive(area):
        area.show()
    names.lead_into()
    assert names.list.visibleRegion().boundingRect() == names.list.rect()
