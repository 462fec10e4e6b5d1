"""The rail that leads to the pages: icon and word for each, an ink pill on the current one.

rail = Rail([RailItem("home", "Home", "home"), …], foot=[RailItem("settings", "Settings", "settings")])
rail.page_chosen.connect(…)      # the item's value, whether by a key; then rail.set_current(value)

Tab goes to the current item, arrow keys and Home and End move, Space or Enter chooses. Where the window is too narrow
for a rail, hide it and put `rail.make_menu(parent)` on a Menu button.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QMenu, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from qualcoder_lite.gui.theme import icons
from qualcoder_lite.gui.widgets.painting import paint_box, paint_words, smooth
from qualcoder_lite.gui.widgets.pressable import Pressable
from qualcoder_lite.gui.widgets.themed import Themed
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

_WIDTH, _HEIGHT = 98, 66
_LOWEST = 54  # how low a button gets in a low window, its icon and word just held, before the rail scrolls


@dataclass(frozen=True, slots=True)
class RailItem:
    """A page to go to: its value, its word, its icon and the key that leads there, if any."""

    value: str
    word: str
    icon: str
    key: str = ""


class Rail(Themed, QFrame):
    """The way to every page.

    Signals:
        page_chosen: The person chose the page with this value; the flag says that it was by a key of the rail, where
            the keyboard then stays.
    """

    page_chosen = Signal(str, bool)

    def __init__(
        self,
        items: Sequence[RailItem],
        *,
        foot: Sequence[RailItem] = (),
        current: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """Lead to the items from the top and to those of the foot from the bottom."""
        super().__init__(parent)
        self.setProperty("box", "side")
        self.setAccessibleName(tr("Pages"))
        self._items = {item.value: item for item in (*items, *foot)}
        self._buttons = {value: _RailButton(item) for value, item in self._items.items()}
        inside = QWidget()
        inside.setProperty("clear", "true")
        column = QVBoxLayout(inside)
        column.setSpacing(0)
        for nth, (value, button) in enumerate(self._buttons.items()):
            if nth == len(items):
                column.addStretch(1)
            column.addWidget(button)
            button.picked.connect(self.page_chosen)
            button.stepped.connect(self._on_button_stepped)
            button.setObjectName(f"rail-{value}")
        if not foot:
            column.addStretch(1)
        self._area = _scrolling(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 1, 0)
        whole.addWidget(self._area)
        self._column = column
        self._current = ""
        self.set_current(current or next(iter(self._items), ""))
        self.follow_theme()

    @property
    def current(self) -> str:
        """The value of the page shown as current."""
        return self._current

    def set_current(self, value: str) -> None:
        """Show a page as the current one, without a signal; a value that has no item leaves none current."""
        self._current = value
        for each, button in self._buttons.items():
            button.set_current(each == value)
        if value not in self._buttons and self._buttons:
            next(iter(self._buttons.values())).setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def button(self, value: str) -> Pressable:
        """The button of one page, to give it focus or disable it."""
        return self._buttons[value]

    def make_menu(self, parent: QWidget) -> QMenu:
        """The same pages as a menu, the current one ticked when it opens."""
        menu = QMenu(parent)
        menu.setAccessibleName(tr("Pages"))
        for value, item in self._items.items():
            action = menu.addAction(item.word.replace("&", "&&"))
            action.setData(value)
            action.setCheckable(True)
        menu.aboutToShow.connect(lambda: [a.setChecked(a.data() == self._current) for a in menu.actions()])
        menu.triggered.connect(lambda action: self.page_chosen.emit(action.data(), False))
        return menu

    def restyle(self) -> None:
        """Take the width from the look, or from the longest word where that is more."""
        look = self.look
        metrics = QFontMetricsF(look.font("small_strong"))
        longest = max((metrics.horizontalAdvance(item.word) for item in self._items.values()), default=0)
        self.setFixedWidth(max(look.px(_WIDTH), round(longest + 2 * look.gap(8))))
        self._column.setContentsMargins(0, look.gap(8), 0, look.gap(8))
        super().restyle()

    def _on_button_stepped(self, value: str, step: int) -> None:
        buttons = [button for button in self._buttons.values() if button.isEnabled()]
        here = buttons.index(self._buttons[value])
        there = {_FIRST: 0, _LAST: len(buttons) - 1}.get(step, min(max(here + step, 0), len(buttons) - 1))
        buttons[there].setFocus(Qt.FocusReason.TabFocusReason)
        self._area.ensureWidgetVisible(buttons[there])


_FIRST, _LAST = -1000, 1000
_STEPS = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Home: _FIRST,
    Qt.Key.Key_End: _LAST,
}


class _RailButton(Pressable):
    picked = Signal(str, bool)
    stepped = Signal(str, int)

    def __init__(self, item: RailItem) -> None:
        super().__init__(item.word)
        self._item, self._by_key, self._is_current = item, True, False
        self.setToolTip(f"{item.word} ({item.key})" if item.key else "")
        self.clicked.connect(self._on_clicked)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.follow_theme()

    def set_current(self, current: bool) -> None:
        # Not a check mark, which a screen reader would ask to be ticked: a button that says where one is.
        self._is_current = current
        told = (tr("Shown now") if current else "", self._item.key)
        self.setAccessibleDescription(". ".join(part for part in told if part))
        # One stop for the Tab key in the whole rail; the arrow keys do the rest.
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if current else Qt.FocusPolicy.ClickFocus)
        self.update()

    def _on_clicked(self) -> None:
        self.picked.emit(self._item.value, self._by_key)

    def sizeHint(self) -> QSize:
        return QSize(self.look.px(_WIDTH), self.look.px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.look.px(_LOWEST))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._by_key = False
        super().mouseReleaseEvent(event)
        self._by_key = True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.stepped.emit(self._item.value, step)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, look, current = smooth(QPainter(self)), self.look, self._is_current
        wide, side = self.width(), look.px(22)
        top = (self.height() - look.px(_LOWEST)) / 2
        pill = QRectF((wide - look.px(56)) / 2, top, look.px(56), look.px(32))
        if current or self.underMouse():
            paint_box(painter, pill, pill.height() / 2, fill=look.colour("accent" if current else "tint"))
        place = QRectF(0, 0, side, side)
        place.moveCenter(pill.center())
        ink = "on_accent" if current else "text" if self.isEnabled() else "muted"
        icons.paint(painter, place, self._item.icon, look.colour(ink))
        word = QRectF(0, pill.bottom() + look.px(2), wide, look.px(20))
        font = look.font("small_strong" if current else "small")
        paint_words(painter, word, self._item.word, font, look.colour("text" if self.isEnabled() else "muted"))


def _scrolling(inside: QWidget) -> QScrollArea:
    area = QScrollArea()
    # One of our own, here and where else the window's start needs one: asking Qt for the one it made makes PySide set
    # up every kind of widget there is, to know which of them this might be.
    area.setViewport(QWidget())
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    inside.setAutoFillBackground(False)
    area.setWidget(inside)
    return area
