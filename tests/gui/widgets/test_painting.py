"""Patterns and chips are painted where they should be, whatever they hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QLabel, QWidget

from qualcoder_lite.gui.theme.tokens import GROUPS, Pattern
from qualcoder_lite.gui.widgets.chip import SIGNS, ChipFace, chip_size, paint_chip
from qualcoder_lite.gui.widgets.layouts import Column, Flow, Row
from qualcoder_lite.gui.widgets.pattern import paint_pattern

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from qualcoder_lite.gui.theme import Theme

pytestmark = pytest.mark.usefixtures("theme")

PATTERNS: tuple[Pattern, ...] = ("solid", "dash", "dot", "double", "hatch", "outline")


def picture(wide: int, high: int, paint: Callable[[QPainter], None]) -> QImage:
    image = QImage(wide, high, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    paint(painter)
    painter.end()
    return image


def inked(image: QImage) -> set[tuple[int, int]]:
    return {(x, y) for x in range(image.width()) for y in range(image.height()) if image.pixelColor(x, y).alpha() > 100}


def strip(pattern: Pattern, rect: QRectF) -> QImage:
    return picture(60, 60, lambda painter: paint_pattern(painter, rect, QColor("black"), pattern))


@pytest.mark.parametrize("pattern", PATTERNS)
@pytest.mark.parametrize("rect", [QRectF(10, 5, 5, 50), QRectF(5, 10, 50, 5), QRectF(5, 10, 50, 3)])
def test_a_pattern_fills_its_strip_and_nothing_else(pattern: Pattern, rect: QRectF) -> None:
    points = inked(strip(pattern, rect))
    inside = rect.adjusted(-1, -1, 1, 1)
    assert points
    assert all(inside.contains(x + 0.5, y + 0.5) for x, y in points)
    along = [y for _x, y in points] if rect.height() > rect.width() else [x for x, _y in points]
    assert max(along) - min(along) > 40


def test_no_two_patterns_are_painted_the_same() -> None:
    for rect in (QRectF(10, 5, 5, 50), QRectF(5, 10, 50, 4)):
        assert len({frozenset(inked(strip(pattern, rect))) for pattern in PATTERNS}) == len(PATTERNS)


@pytest.mark.parametrize("pattern", PATTERNS)
def test_a_strip_without_length_is_painted_without_a_word(pattern: Pattern) -> None:
    assert inked(strip(pattern, QRectF(5, 5, 0, 0))) <= {(x, y) for x in range(3, 8) for y in range(3, 8)}


def test_a_painter_comes_back_from_a_pattern_as_it_was() -> None:
    def paint(painter: QPainter) -> None:
        paint_pattern(painter, QRectF(5, 5, 5, 40), QColor("red"), "hatch")
        assert painter.transform().isIdentity()
        assert not painter.hasClipping()

    picture(60, 60, paint)


@pytest.mark.parametrize("polarity", ["delivered", "not_delivered", "mixed", "not_stated", ""])
def test_a_polarity_is_said_with_its_sign(polarity: str) -> None:
    face = ChipFace("QF", "Feeling safe", "quality-of-life", polarity)
    assert face.sign == SIGNS.get(polarity, "")
    assert face.spoken == {
        "delivered": "Feeling safe, delivered",
        "not_delivered": "Feeling safe, not delivered",
        "mixed": "Feeling safe, mixed",
    }.get(polarity, "Feeling safe")


@pytest.mark.parametrize("colour", GROUPS)
def test_a_chip_keeps_to_its_size_and_to_a_smaller_one(theme: Theme, colour: str) -> None:
    face = ChipFace("QF", "Feeling safe", colour, "mixed")
    size = chip_size(face, theme.look)
    whole = picture(400, 60, lambda painter: paint_chip(painter, 10, 10, face, theme.look))
    short = picture(400, 60, lambda painter: paint_chip(painter, 10, 10, face, theme.look, width=90))
    assert max(x for x, _y in inked(whole)) - 10 == pytest.approx(size.width(), abs=1)
    assert max(x for x, _y in inked(short)) - 10 == pytest.approx(90, abs=1)


def test_gaps_and_margins_of_a_layout_grow_with_the_text(theme: Theme, qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    column = Column(QLabel("a"), 10, Row(QLabel("b"), None, (QLabel("c"), 2), gap=4), gap=8, margins=(12, 6))
    page.setLayout(column)
    before = page.sizeHint().height()
    theme.choose(mode="light", text=2.0, tint="paper")
    assert (column.spacing(), column.contentsMargins().left(), column.contentsMargins().top()) == (12, 18, 9)
    assert page.sizeHint().height() > before


@pytest.mark.parametrize("fill", [False, True])
def test_a_flow_goes_on_to_new_lines_and_loses_nothing(qtbot: QtBot, fill: bool) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    labels = [QLabel(f"label number {n}") for n in range(7)]
    flow = Flow(*labels, gap=6, margins=4, fill=fill)
    page.setLayout(flow)
    page.resize(260, flow.heightForWidth(260))
    page.show()
    places = [label.geometry() for label in labels]
    assert all(page.rect().contains(place) for place in places)
    assert not any(a.intersects(b) for n, a in enumerate(places) for b in places[n + 1 :])
    assert len({place.y() for place in places}) > 1


def test_a_flow_takes_no_room_for_what_is_hidden(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    labels = [QLabel("some words") for _ in range(4)]
    page.setLayout(flow := Flow(*labels))
    page.show()
    whole = flow.sizeHint().width()
    labels[2].hide()
    assert flow.sizeHint().width() < whole
