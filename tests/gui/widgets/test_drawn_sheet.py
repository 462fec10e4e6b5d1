"""A drawing on the screen: painted in the look in force, its places where they are painted."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from qualcoder_lite.domain.pictures.drawings import Grid, Head, Square
from qualcoder_lite.gui.widgets.drawn_sheet import DrawnArea, DrawnSheet

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from qualcoder_lite.gui.theme import Theme

GRID = Grid(
    title="Who is where",
    about=["14 people."],
    rows=[Head("Feeling safe"), Head("Choice")],
    columns=[Head(f"Feature {n}", str(n)) for n in range(6)],
    squares=[[Square(number=str(n), told=f"{n} people.", shade=n) for n in range(6)] for _ in range(2)],
    shades=[],
)


@pytest.fixture
def area(theme: Theme, qtbot: QtBot) -> DrawnArea:
    made = DrawnArea(DrawnSheet())
    qtbot.addWidget(made)
    made.resize(800, 600)
    made.show()
    made.widget().show_drawing(GRID)
    return made


def sheet(area: DrawnArea) -> DrawnSheet:
    found = area.widget()
    assert isinstance(found, DrawnSheet)
    return found


@pytest.mark.parametrize(("mode", "text"), [("light", 1.0), ("dark", 1.0), ("light", 2.0)])
def test_shades_are_those_of_the_look_where_their_places_are(area, theme, mode, text):
    theme.choose(mode=mode, text=text, tint="paper")
    seen = sheet(area).grab().toImage()
    for shade in range(6):
        place = sheet(area).place(1, shade).geometry()
        assert seen.pixelColor(place.left() + 5, place.bottom() - 5) == theme.look.heat(shade)[0]


def test_text_of_twice_the_size_makes_a_picture_of_larger_places(area, theme):
    before = sheet(area).place(0, 0).height()
    theme.choose(mode="light", text=2.0, tint="paper")
    assert sheet(area).place(0, 0).height() == pytest.approx(2 * before, abs=2)


def test_a_place_says_what_it_is_and_one_that_is_no_more_is_gone(area):
    assert sheet(area).place(1, 3).accessibleName() == "Choice, Feature 3: 3 people."
    sheet(area).show_drawing(
        Grid(
            title="One",
            about=[],
            rows=GRID.rows[:1],
            columns=GRID.columns[:1],
            squares=[[GRID.squares[0][0]]],
            shades=[],
        )
    )
    with pytest.raises(KeyError):
        sheet(area).place(1, 3)
    sheet(area).show_drawing(None)
    with pytest.raises(KeyError):
        sheet(area).place(0, 0)


def test_the_ends_of_a_row_are_one_key_away(area, qtbot):
    from PySide6.QtCore import Qt

    sheet(area).place(0, 2).setFocus()
    qtbot.keyClick(sheet(area).place(0, 2), Qt.Key.Key_End)
    assert sheet(area).focusProxy() is sheet(area).place(0, 5)
    qtbot.keyClick(sheet(area).place(0, 5), Qt.Key.Key_Home)
    assert sheet(area).focusProxy() is sheet(area).place(0, 0)
