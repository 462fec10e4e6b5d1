"""Columns, rows and flowing lines whose gaps grow with the text scale.

Column(title, 8, text, None, foot, gap=12, margins=(24, 16)): widgets and layouts in order, a number is extra space,
None takes what is left, and (item, 2) takes a share of it.
"""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QBoxLayout, QLayout, QLayoutItem, QSizePolicy, QSpacerItem, QWidget

from qualcoder_lite.gui.theme import current

Margins = int | tuple[int, int] | tuple[int, int, int, int]
Item = QWidget | QLayout | int | None | tuple[QWidget | QLayout, int]


class _Box(QBoxLayout):
    """A box layout filled at once, that follows the theme."""

    def __init__(self, direction: QBoxLayout.Direction, items: tuple[Item, ...], gap: int, margins: Margins) -> None:
        super().__init__(direction)
        self._gap, self._sides = gap, _four(margins)
        self._spaces: list[tuple[QSpacerItem, int]] = []
        for item in items:
            self.put(item)
        current().changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def put(self, item: Item) -> None:
        """Add one more item at the end, read as the class's items are."""
        match item:
            case None:
                self.addStretch(1)
            case int():
                spacer = QSpacerItem(0, 0)
                self._spaces.append((spacer, item))
                self.addSpacerItem(spacer)
            case (inner, share):
                self._put_one(inner, share)
            case _:
                self._put_one(item, 0)

    def _put_one(self, item: QWidget | QLayout, share: int) -> None:
        if isinstance(item, QWidget):
            self.addWidget(item, share)
        else:
            self.addLayout(item, share)

    def _on_theme_changed(self) -> None:
        look = current().look
        self.setSpacing(look.gap(self._gap))
        self.setContentsMargins(*(look.gap(side) for side in self._sides))
        lying = self.direction() == QBoxLayout.Direction.LeftToRight
        for spacer, size in self._spaces:
            wide, high = (look.gap(size), 0) if lying else (0, look.gap(size))
            spacer.changeSize(wide, high, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Minimum)
        self.invalidate()


class Column(_Box):
    """Things under each other."""

    def __init__(self, *items: Item, gap: int = 8, margins: Margins = 0) -> None:
        """Lay out the items from top to bottom; margins are (sides, top and bottom) or left, top, right, bottom."""
        super().__init__(QBoxLayout.Direction.TopToBottom, items, gap, margins)


class Row(_Box):
    """Things beside each other."""

    def __init__(self, *items: Item, gap: int = 8, margins: Margins = 0) -> None:
        """Lay out the items in reading order; margins are (sides, top and bottom) or left, top, right, bottom."""
        super().__init__(QBoxLayout.Direction.LeftToRight, items, gap, margins)


class Flow(QLayout):
    """Things beside each other that go on to a next line when the width runs out, such as chips and filters.

    With `fill` the things of a line share its whole width, as the segments of a control do.
    """

    def __init__(self, *items: QWidget, gap: int = 8, margins: Margins = 0, fill: bool = False) -> None:
        """Lay out the items in reading order."""
        super().__init__()
        self._items: list[QLayoutItem] = []
        self._gap, self._sides, self._fill = gap, _four(margins), fill
        for item in items:
            self.addWidget(item)
        current().changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def addItem(self, item: QLayoutItem) -> None:
        """Take one more item at the end."""
        self._items.append(item)

    def count(self) -> int:
        """How many items there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """The item at a place, or None beyond the end."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Remove the item at a place and hand it over."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """A flow asks for no more room than it needs."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Fewer in a line means more lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of all lines at a width."""
        return self._arrange(QRect(0, 0, width, 0), moving=False)

    def sizeHint(self) -> QSize:
        """All on one line."""
        shown = self._shown()
        wide = sum(item.sizeHint().width() for item in shown) + self.spacing() * max(len(shown) - 1, 0)
        high = max((item.sizeHint().height() for item in shown), default=0)
        return self._with_margins(wide, high)

    def minimumSize(self) -> QSize:
        """One item to a line."""
        shown = self._shown()
        wide = max((item.minimumSize().width() for item in shown), default=0)
        high = max((item.minimumSize().height() for item in shown), default=0)
        return self._with_margins(wide, high)

    def setGeometry(self, rect: QRect) -> None:
        """Place the items."""
        super().setGeometry(rect)
        self._arrange(rect, moving=True)

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _with_margins(self, wide: int, high: int) -> QSize:
        sides = self.contentsMargins()
        return QSize(wide + sides.left() + sides.right(), high + sides.top() + sides.bottom())

    def _arrange(self, rect: QRect, *, moving: bool) -> int:
        sides = self.contentsMargins()
        left, top = rect.x() + sides.left(), rect.y() + sides.top()
        room = rect.width() - sides.left() - sides.right()
        y = top
        for line in self._lines(room):
            high = max(item.sizeHint().height() for item in line)
            if moving:
                self._place(line, QRect(left, y, room, high))
            y += high + self.spacing()
        return max(y - self.spacing(), top) - rect.y() + sides.bottom()

    def _lines(self, room: int) -> list[list[QLayoutItem]]:
        lines: list[list[QLayoutItem]] = []
        used = 0
        for item in self._shown():
            wide = item.sizeHint().width()
            if lines and used + self.spacing() + wide <= room:
                lines[-1].append(item)
                used += self.spacing() + wide
            else:
                lines.append([item])
                used = wide
        return lines

    def _place(self, line: list[QLayoutItem], rect: QRect) -> None:
        widths = [min(item.sizeHint().width(), rect.width()) for item in line]
        spare = rect.width() - sum(widths) - self.spacing() * (len(line) - 1)
        x = rect.x()
        for nth, (item, least) in enumerate(zip(line, widths, strict=True)):
            more = spare // len(line) + (nth < spare % len(line)) if self._fill else 0
            wide = least + more
            high = item.sizeHint().height()
            item.setGeometry(QRect(QPoint(x, rect.y() + (rect.height() - high) // 2), QSize(wide, high)))
            x += wide + self.spacing()

    def _on_theme_changed(self) -> None:
        look = current().look
        self.setSpacing(look.gap(self._gap))
        self.setContentsMargins(*(look.gap(side) for side in self._sides))
        self.invalidate()


def empty(layout: QLayout) -> None:
    """Take everything out of a layout and the layouts in it, and let go of the widgets."""
    while (item := layout.takeAt(0)) is not None:
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif inner is not None:
            empty(inner)


def _four(margins: Margins) -> tuple[int, int, int, int]:
    match margins:
        case (sides, ends):
            return sides, ends, sides, ends
        case (left, top, right, bottom):
            return left, top, right, bottom
        case _:
            return margins, margins, margins, margins
