"""Icons are drawn in the theme's colours, and keep to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QAction, QColor, QImage, QPainter
from PySide6.QtWidgets import QToolButton, QWidget

from qualcoder_lite.gui.theme import icons

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from qualcoder_lite.gui.theme import Theme

pytestmark = pytest.mark.usefixtures("qapp")

SIDE = 36
PAGES = {
    "home",
    "code",
    "quotes",
    "sites",
    "findings",
    "export",
    "history",
    "settings",
    "people",
    "cross_check",
    "memo",
}


def painted(name: str, colour: str = "#204060", side: int = SIDE) -> QImage:
    image = QImage(side, side, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    icons.paint(painter, QRectF(0, 0, side, side), name, QColor(colour))
    painter.end()
    return image


def inked(image: QImage) -> list[tuple[int, int]]:
    return [(x, y) for x in range(image.width()) for y in range(image.height()) if image.pixelColor(x, y).alpha() > 128]


def test_every_page_has_an_icon() -> None:
    assert set(icons.SHAPES) >= PAGES


@pytest.mark.parametrize("name", icons.SHAPES)
def test_an_icon_is_drawn_in_its_colour_and_not_cut_off(name: str) -> None:
    image = painted(name)
    points = inked(image)
    strongest = image.pixelColor(*max(points, key=lambda point: image.pixelColor(*point).alpha()))
    assert len(points) > 12
    assert (strongest.red(), strongest.green(), strongest.blue()) == pytest.approx((0x20, 0x40, 0x60), abs=2)
    assert all(0 < x < SIDE - 1 and 0 < y < SIDE - 1 for x, y in points)


def test_no_two_icons_are_drawn_the_same() -> None:
    drawn = {name: bytes(painted(name).constBits()) for name in icons.SHAPES}
    assert len(set(drawn.values())) == len(drawn)


def test_an_icon_is_centred_in_a_wide_place() -> None:
    image = QImage(96, 32, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    icons.paint(painter, QRectF(0, 0, 96, 32), "plus", QColor("black"))
    painter.end()
    columns = [x for x, _y in inked(image)]
    assert (min(columns) + max(columns)) / 2 == pytest.approx(47.5, abs=1)


@pytest.mark.parametrize("holder", [QAction, QToolButton])
def test_an_attached_icon_follows_the_theme(theme: Theme, qtbot: QtBot, holder: type[QAction | QToolButton]) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    kept = holder(parent)
    icons.attach(kept, "undo")
    before = kept.icon().pixmap(18, 18).toImage()
    theme.choose(mode="dark", text=1.0, tint="paper")
    assert kept.icon().pixmap(18, 18).toImage() != before


def test_an_icon_in_a_chosen_menu_entry_is_the_colour_of_its_words(theme: Theme) -> None:
    chosen = icons.icon("minus", size=24).pixmap(24, 24, icons.QIcon.Mode.Active).toImage()
    assert chosen.pixelColor(12, 12).name().upper() == theme.look.colours.on_accent
