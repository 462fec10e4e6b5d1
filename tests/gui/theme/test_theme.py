"""The theme follows the system unless a person chose, and tells everybody when it changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontDatabase, QFontInfo, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow, QMenu, QStyleFactory

from qualcoder_lite.gui.theme import Look, fonts
from qualcoder_lite.gui.theme.sheet import style_sheet

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from qualcoder_lite.gui.theme import Theme


pytestmark = pytest.mark.usefixtures("theme")


def window_colour() -> str:
    return QApplication.palette().color(QPalette.ColorRole.Window).name().upper()


def system_turns(scheme: Qt.ColorScheme) -> None:
    QApplication.styleHints().colorSchemeChanged.emit(scheme)


def test_the_application_wears_fusion_the_palette_and_the_typeface(theme: Theme) -> None:
    assert window_colour() == theme.look.colours.window
    assert QFontInfo(QApplication.font()).family() == "Atkinson Hyperlegible"
    assert QApplication.font().pixelSize() == 15
    assert "Fusion" in QStyleFactory.keys()  # noqa: SIM118  not a mapping


def test_all_four_cuts_of_the_typeface_are_known() -> None:
    assert {"Regular", "Bold", "Italic", "Bold Italic"} <= set(QFontDatabase.styles("Atkinson Hyperlegible"))


def test_the_look_follows_the_system_until_a_person_chooses(theme: Theme, qtbot: QtBot) -> None:
    theme.choose(mode="system", text=1.0, tint="paper")
    with qtbot.waitSignal(theme.changed):
        system_turns(Qt.ColorScheme.Dark)
    assert theme.look.dark
    assert window_colour() == theme.look.colours.window
    theme.choose(mode="light", text=1.0, tint="paper")
    with qtbot.assertNotEmitted(theme.changed):
        system_turns(Qt.ColorScheme.Dark)
    assert not theme.look.dark


def test_a_system_that_does_not_say_gets_the_light_look(theme: Theme) -> None:
    theme.choose(mode="system", text=1.0, tint="paper")
    system_turns(Qt.ColorScheme.Unknown)
    assert not theme.look.dark


def test_a_change_is_told_once_everything_is_in_place(theme: Theme) -> None:
    seen: list[tuple[str, int]] = []
    theme.changed.connect(lambda: seen.append((window_colour(), QApplication.font().pixelSize())))
    theme.choose(mode="dark", text=2.0, tint="paper")
    assert seen == [(Look(dark=True).colours.window, 30)]


def test_choosing_what_is_already_chosen_tells_nobody(theme: Theme, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(theme.changed):
        theme.choose(mode="light", text=1.0, tint="paper")


def test_a_change_reaches_windows_already_on_screen(theme: Theme, qtbot: QtBot) -> None:
    label = QLabel("word")
    label.setProperty("words", "title")
    qtbot.addWidget(label)
    theme.dress(label)
    label.show()
    before = label.sizeHint().height()
    theme.choose(mode="light", text=2.0, tint="paper")
    assert label.sizeHint().height() == pytest.approx(2 * before, abs=2)


def test_installing_again_does_not_listen_twice(theme: Theme, qapp: QApplication) -> None:
    theme.start(qapp)
    theme.choose(mode="system", text=1.0, tint="paper")
    changes: list[bool] = []
    theme.changed.connect(lambda: changes.append(theme.look.dark))
    system_turns(Qt.ColorScheme.Dark)
    assert changes == [True]


@pytest.mark.parametrize(("asked", "given"), [(0.5, 1.0), (1.0, 1.0), (1.35, 1.35), (2.0, 2.0), (3.0, 2.0)])
def test_the_text_scale_stays_between_100_and_200_per_cent(asked: float, given: float) -> None:
    assert Look(scale=asked).scale == given


def test_gaps_grow_half_as_fast_as_type() -> None:
    look = Look(scale=2.0)
    assert (look.px(10), look.gap(10)) == (20, 15)


@pytest.mark.parametrize(("pixels", "scale"), [(12, 1.0), (13, 1.0), (14, 1.0), (20, 1.5), (27, 2.0), (60, 2.0)])
def test_the_scale_of_the_systems_own_font_is_taken_over(pixels: int, scale: float) -> None:
    font = QFont()
    font.setPixelSize(pixels)
    assert fonts.system_scale(font) == pytest.approx(scale, abs=0.05)


def test_a_page_tint_changes_the_page_alone_and_only_in_the_light_look() -> None:
    plain, cream = Look(), Look(tint="cream")
    assert cream.colours.page != plain.colours.page
    assert cream.colours.window == plain.colours.window
    assert Look(dark=True, tint="cream").colours == Look(dark=True).colours


def test_an_unknown_tint_or_group_colour_gets_the_plain_one() -> None:
    assert Look(tint="plaid") == Look()
    assert Look().group("no such colour") == Look().group("themes")


def test_a_caller_may_change_the_font_it_was_given() -> None:
    look = Look()
    look.font("body").setPixelSize(99)
    assert look.font("body").pixelSize() == 15


def test_the_sheet_is_made_for_the_scale_and_the_mode() -> None:
    sheet = style_sheet(Look(dark=True, scale=2.0))
    assert 'QLabel[words="body"] { font-size: 30px; font-weight: 400; }' in sheet
    assert Look(dark=True).colours.window in sheet
    assert sheet.count("{") == sheet.count("}")


def test_what_is_ticked_in_a_menu_is_plain_to_see_although_its_tick_does_not_grow(theme: Theme, qtbot: QtBot) -> None:
    theme.choose(mode="dark", text=2.0, tint="paper")
    window = QMainWindow()
    qtbot.addWidget(window)
    theme.dress(window)
    window.show()
    menu = QMenu(window)
    menu.addAction("Light")
    dark = menu.addAction("Dark")
    dark.setCheckable(True)
    dark.setChecked(True)
    menu.popup(window.pos())
    picture = menu.grab().toImage()
    places = [menu.actionGeometry(action) for action in menu.actions()]
    edges = [picture.pixelColor(place.left() + 2, place.center().y()).name().upper() for place in places]
    menu.close()
    assert edges == [theme.look.colours.raised, theme.look.colours.accent]
