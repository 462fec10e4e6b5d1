"""A drawing on the screen: laid out for the width there is, its places gone to by arrow keys and spoken.

What is painted is painted whole; over each place lies a button that is seen only by its focus ring, so that keyboard,
pointer and screen reader find a place as they find any other control. Tab stops once, where the person was last.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QFrame, QScrollArea, QWidget

from qualcoder_lite.domain.pictures import picture_of
from qualcoder_lite.gui.theme import current
from qualcoder_lite.gui.widgets.drawn_paint import Typeface, paint_picture
from qualcoder_lite.gui.widgets.painting import smooth
from qualcoder_lite.gui.widgets.themed import Themed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QEnterEvent, QFocusEvent, QKeyEvent, QPaintEvent, QResizeEvent

    from qualcoder_lite.domain.pictures import Drawing, Picture, Spot

_WIDEST = 1040.0  # units: wider, the eye loses its row
_STEPS = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}
_FAR = 10_000
_LEAST_WIDE, _LEAST_HIGH = 260, 240  # of what is seen of a drawing, in pixels at a text scale of 1


class DrawnSheet(Themed, QWidget):
    """The sheet a picture is painted on.

    Signals:
        chosen: The person pressed a place: its key, and what it says.
        reached: The focus is on a place: its widget.
    """

    chosen = Signal(object, str)
    reached = Signal(QWidget)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self.setObjectName("drawn-sheet")
        self._typeface = Typeface()
        self._drawing: Drawing | None = None
        self._picture: Picture | None = None
        self._buttons: dict[tuple[int, int], _Place] = {}
        self._group = QButtonGroup(self, exclusive=False)  # one connection for them all
        self._group.buttonClicked.connect(self._on_pressed)
        self._here = (0, 0)
        self._room = 0
        self.follow_theme()

    @property
    def picture(self) -> Picture | None:
        """What is shown, as it is laid out."""
        return self._picture

    def show_drawing(self, drawing: Drawing | None) -> None:
        """Show another drawing."""
        self._drawing = drawing
        self.setAccessibleName(drawing.title if drawing else "")
        self.setAccessibleDescription(" ".join(drawing.about) if drawing else "")
        self._lay_out()

    def fit(self, width: int) -> None:
        """Lay the picture out for so many pixels of width."""
        if width != self._room:
            self._room = width
            self._lay_out()

    def place(self, row: int, column: int) -> QWidget:
        """The button over one place."""
        return self._buttons[row, column]

    def go_in(self) -> None:
        """Give the focus to the place where the person was last."""
        if self._here in self._buttons:
            self._buttons[self._here].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _lay_out(self) -> None:
        if self._drawing is None or self._room <= 0:
            self._picture = None
            self._put([])
            return
        width = min(self._room / self.look.scale, _WIDEST)
        self._picture = picture_of(self._drawing, self._typeface.width, width)
        self.setFixedSize(self._scaled(self._picture.width), self._scaled(self._picture.height))
        self._put(self._picture.spots)
        self.update()

    def _scaled(self, units: float) -> int:
        return round(units * self.look.scale)

    def _put(self, spots: Sequence[Spot]) -> None:
        """Lay a button over each place; those there are already are used again."""
        wanted = {(spot.row, spot.column): spot for spot in spots}
        for at in [at for at in self._buttons if at not in wanted]:
            gone = self._buttons.pop(at)
            gone.hide()
            gone.deleteLater()
        for at, spot in wanted.items():
            if at not in self._buttons:
                self._buttons[at] = _Place(self)
                self._group.addButton(self._buttons[at])
            x, y = self._scaled(spot.x), self._scaled(spot.y)
            self._buttons[at].cover(spot)
            self._buttons[at].setGeometry(
                x, y, self._scaled(spot.x + spot.width) - x, self._scaled(spot.y + spot.height) - y
            )
            self._buttons[at].show()
        if self._here not in self._buttons:
            self._here = min(self._buttons, default=(0, 0))
        for at, button in self._buttons.items():
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if at == self._here else Qt.FocusPolicy.ClickFocus)
        self.setFocusProxy(self._buttons.get(self._here))  # pyright: ignore[reportArgumentType] - None takes it away

    # Going from place to place

    def step(self, rows: int, columns: int) -> None:
        """Go on by so many rows and columns, as far as there are any."""
        row, column = self._here
        there = (self._held(row + rows, 0), self._held(column + columns, 1))
        self._buttons[there].setFocus(Qt.FocusReason.TabFocusReason)

    def _held(self, number: int, axis: int) -> int:
        return min(max(number, 0), max(at[axis] for at in self._buttons))

    def is_at(self, spot: Spot) -> None:
        """The focus came to a place: Tab comes back to it."""
        before = self._buttons.get(self._here)
        if before is not None:
            before.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._here = (spot.row, spot.column)
        now = self._buttons[self._here]
        now.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFocusProxy(now)
        self.reached.emit(now)

    def _on_pressed(self, place: QAbstractButton) -> None:
        if isinstance(place, _Place) and place.spot is not None:
            self.chosen.emit(place.spot.key, place.spot.said)

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what is to be seen of the picture."""
        if self._picture is None:
            return
        painter, scale = smooth(QPainter(self)), self.look.scale
        painter.fillRect(event.rect(), self.look.colour("surface"))  # else its edges would be smoothed too
        painter.scale(scale, scale)
        rect = event.rect()
        seen = QRectF(rect.x() / scale, rect.y() / scale, rect.width() / scale, rect.height() / scale)
        paint_picture(painter, self._picture, self._typeface, self.look, seen)

    def restyle(self) -> None:
        """Lay the picture out anew where the text has another size."""
        self._lay_out()
        super().restyle()


class _Place(QAbstractButton):
    """A button over a place of the picture, which paints nothing but a line round itself under the pointer.

    There may be thousands: it is no more than it must be, and its sheet follows the theme for it.
    """

    def __init__(self, sheet: DrawnSheet) -> None:
        super().__init__(sheet)
        self._sheet = sheet
        self._spot: Spot | None = None

    @property
    def spot(self) -> Spot | None:
        """The place it lies over."""
        return self._spot

    def cover(self, spot: Spot) -> None:
        """Lie over a place."""
        self._spot = spot
        self.setAccessibleName(spot.said)
        self.setToolTip(spot.said)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self._spot is not None:
            self._sheet.is_at(self._spot)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        step = _STEPS.get(key) or {Qt.Key.Key_Home: (0, -_FAR), Qt.Key.Key_End: (0, _FAR)}.get(key)
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif step is None:
            super().keyPressEvent(event)
        else:
            self._sheet.step(*step)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self.underMouse():
            painter = QPainter(self)
            painter.setPen(QPen(current().look.colour("text"), 2))
            painter.drawRect(self.rect().adjusted(1, 1, -2, -2))


class DrawnArea(Themed, QScrollArea):
    """A picture in as much room as there is; the rest is scrolled to, and the place with the focus is kept in sight."""

    def __init__(self, sheet: DrawnSheet) -> None:
        """Put a sheet in."""
        super().__init__()
        self._sheet = sheet
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(sheet)
        self.setCornerWidget(QWidget())  # where the two scroll bars meet, Fusion draws a frame
        self.setFocusProxy(sheet)
        sheet.reached.connect(self._on_reached)
        self.follow_theme()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the picture out for the new width."""
        super().resizeEvent(event)
        bar = self.verticalScrollBar().sizeHint().width()
        self._sheet.fit(self.width() - bar)

    def sizeHint(self) -> QSize:
        """Room for some rows of a drawing: less is of no use."""
        return QSize(self.look.px(_LEAST_WIDE), self.look.px(_LEAST_HIGH))

    def minimumSizeHint(self) -> QSize:
        """The same."""
        return self.sizeHint()

    def _on_reached(self, place: QWidget) -> None:
        self.ensureWidgetVisible(place, 24, 24)
