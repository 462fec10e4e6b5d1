"""The ring is round whatever has the focus, wherever that goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QMenuBar, QPushButton, QScrollArea, QVBoxLayout, QWidget

from qualcoder_lite.gui.widgets.focus_ring import FocusRing
from qualcoder_lite.gui.widgets.painting import RING_WIDTH

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from qualcoder_lite.gui.theme import Theme


pytestmark = pytest.mark.usefixtures("theme")


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """A window with two buttons, the second in a scroll area that shows a part of what it holds."""
    made = QWidget()
    made.resize(400, 300)
    column = QVBoxLayout(made)
    column.addWidget(QPushButton("first"))
    inside = QWidget()
    inside.setMinimumHeight(2000)
    QPushButton("second", inside).setGeometry(40, 20, 120, 40)
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setWidget(inside)
    column.addWidget(area)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def button(window: QWidget, name: str) -> QPushButton:
    return next(each for each in window.findChildren(QPushButton) if each.text() == name)


def ringed(ring: FocusRing) -> QRect:
    return ring.geometry().adjusted(RING_WIDTH, RING_WIDTH, -RING_WIDTH, -RING_WIDTH)


def place(window: QWidget, widget: QWidget) -> QRect:
    return QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())


def focus(qtbot: QtBot, widget: QWidget) -> None:
    widget.setFocus()
    qtbot.waitUntil(widget.hasFocus)


def test_the_ring_goes_along_with_the_focus(window: QWidget, qtbot: QtBot) -> None:
    ring = FocusRing(window)
    for name in ("first", "second"):
        focus(qtbot, button(window, name))
        assert ring.isVisible()
        assert ringed(ring) == place(window, button(window, name))


def test_a_ring_made_late_finds_the_focus(window: QWidget, qtbot: QtBot) -> None:
    focus(qtbot, button(window, "first"))
    assert FocusRing(window).target is button(window, "first")


def test_the_ring_moves_with_its_control_and_hides_when_that_scrolls_away(window: QWidget, qtbot: QtBot) -> None:
    ring = FocusRing(window)
    second = button(window, "second")
    focus(qtbot, second)
    bar = window.findChildren(QScrollArea)[0].verticalScrollBar()
    bar.setValue(10)
    assert ringed(ring) == place(window, second)
    bar.setValue(1000)
    assert not ring.isVisible()
    bar.setValue(0)
    assert ring.isVisible()


def test_the_ring_is_gone_with_its_control(window: QWidget, qtbot: QtBot) -> None:
    ring = FocusRing(window)
    focus(qtbot, button(window, "first"))
    button(window, "first").hide()
    assert ring.target is not button(window, "first") or not ring.isVisible()


def test_a_view_that_paints_its_own_focus_keeps_the_ring_away(window: QWidget, qtbot: QtBot) -> None:
    ring = FocusRing(window)
    button(window, "first").setProperty("paintsFocus", True)
    focus(qtbot, button(window, "second"))
    focus(qtbot, button(window, "first"))
    assert ring.target is None
    assert not ring.isVisible()


def test_the_ring_takes_no_click_and_no_focus(window: QWidget, qtbot: QtBot) -> None:
    ring = FocusRing(window)
    first = button(window, "first")
    focus(qtbot, first)
    assert ring.focusPolicy() == Qt.FocusPolicy.NoFocus
    assert window.childAt(first.geometry().center()) is first


def test_the_ring_shows_yellow_outside_and_ink_inside(window: QWidget, qtbot: QtBot, theme: Theme) -> None:
    ring = FocusRing(window)
    first = button(window, "first")
    focus(qtbot, first)
    picture = window.grab().toImage()
    middle = first.geometry().center().x()
    above = [
        picture.pixelColor(middle, first.geometry().top() - step).name().upper() for step in range(1, RING_WIDTH + 1)
    ]
    assert theme.look.colours.focus_line in above[:3]
    assert theme.look.colours.focus in above[3:]
    assert ring.isVisible()


def test_the_focus_of_another_window_is_not_followed(window: QWidget, qtbot: QtBot, qapp: QApplication) -> None:
    ring = FocusRing(window)
    other = QPushButton("elsewhere")
    qtbot.addWidget(other)
    qapp.focusChanged.emit(None, other)
    assert ring.target is None


def test_what_takes_the_focus_out_of_sight_is_brought_into_sight(qtbot: QtBot, window: QWidget) -> None:
    FocusRing(window)
    area, second = window.findChild(QScrollArea), button(window, "second")
    second.move(40, 1500)
    second.setFocus(Qt.FocusReason.ShortcutFocusReason)
    qtbot.waitUntil(lambda: second.visibleRegion().boundingRect() == second.rect())
    place_now = area.verticalScrollBar().value()
    focus(qtbot, button(window, "first"))
    focus(qtbot, second)
    qtbot.waitUntil(lambda: not window.findChild(FocusRing)._showing.isActive())
    assert area.verticalScrollBar().value() == place_now


def test_a_menu_bar_has_no_ring_for_its_open_menu_shows_where_one_is(window: QWidget, qtbot: QtBot) -> None:
    ring = FocusRing(window)
    bar = QMenuBar(window)
    bar.addMenu("File")
    bar.show()
    focus(qtbot, button(window, "first"))
    assert ring.isVisible()
    focus(qtbot, bar)
    assert not ring.isVisible()
