"""Where the keyboard is: one ring for a whole window, ink inside and yellow outside, round whatever has the focus.

FocusRing(window) once for each window and dialog. A view that paints its own current item keeps the ring away with
`view.setProperty("paintsFocus", True)` and calls `painting.paint_focus`.

What has the focus is in sight, too: the areas round it are scrolled where nothing of it could be seen. Qt itself does
so for Tab alone, not where a key leads somewhere else, such as F6.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QRegion
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QMenuBar, QScrollArea, QWidget
from shiboken6 import isValid

from qualcoder_lite.gui.theme import current, tokens
from qualcoder_lite.gui.widgets.painting import RING_WIDTH, paint_focus, smooth

_MOVES = (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.ParentChange)


class FocusRing(QWidget):
    """An overlay no larger than the ring, so that nothing else of the window is painted again for it."""

    def __init__(self, window: QWidget) -> None:
        """Follow the focus within a window."""
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setObjectName("focus-ring")
        self._window = window
        self._target: QWidget | None = None
        self._watched: list[QWidget] = []
        self._showing = QTimer(self)  # at the next turn, when what was just shown has its place
        self._showing.setSingleShot(True)
        self._showing.setInterval(0)
        self._showing.timeout.connect(self._bring_into_sight)
        self.hide()
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus_changed)
        current().changed.connect(self.update)
        self._follow(QApplication.focusWidget())

    @property
    def target(self) -> QWidget | None:
        """What the ring goes round, if anything."""
        return self._target

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Go along when the focused widget, or anything it lies in, moves or changes size."""
        if event.type() in _MOVES:
            self._place()
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ring."""
        inside = QRectF(self.rect()).adjusted(RING_WIDTH, RING_WIDTH, -RING_WIDTH, -RING_WIDTH)
        paint_focus(smooth(QPainter(self)), inside, tokens.RADIUS_CONTROL, current().look)

    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        self._follow(new)
        if new is not None and self._is_inside(new):
            self._showing.start()

    def _is_inside(self, widget: QWidget) -> bool:
        return self._window.isAncestorOf(widget) and widget.window() is self._window.window()

    def _bring_into_sight(self) -> None:
        widget = QApplication.focusWidget()
        if widget is None or not self._is_inside(widget) or not widget.isVisible():
            return
        area = widget.parentWidget()
        while area is not None and area is not self._window and widget.visibleRegion().isEmpty():
            if isinstance(area, QScrollArea):
                area.ensureWidgetVisible(widget)
            area = area.parentWidget()

    def _follow(self, widget: QWidget | None) -> None:
        for each in self._watched:
            if isValid(each):  # a widget may be gone before the focus moves on from it
                each.removeEventFilter(self)
        self._watched.clear()
        window = self._window
        inside = widget is not None and self._is_inside(widget)
        shows_itself = isinstance(widget, QMenuBar) or (widget is not None and widget.property("paintsFocus"))
        self._target = widget if inside and not shows_itself else None
        while self._target is not None and widget is not None and widget is not window:
            widget.installEventFilter(self)
            self._watched.append(widget)
            widget = widget.parentWidget()
        self._place()

    def _place(self) -> None:
        target = self._target
        if target is None or not target.isVisible():
            self.hide()
            return
        window = self._window
        place = _within(window, target).adjusted(-RING_WIDTH, -RING_WIDTH, RING_WIDTH, RING_WIDTH)
        seen = place & self._seen_through(target)
        if seen.isEmpty():
            self.hide()
            return
        self.setGeometry(place)
        self.setMask(QRegion(seen.translated(-place.topLeft())))
        self.raise_()
        self.show()

    def _seen_through(self, target: QWidget) -> QRect:
        """What the scroll areas round the target let through, with room for a ring at their edges."""
        window = self._window
        seen = window.rect()
        child, area = target, target.parentWidget()
        while area is not None and area is not window:
            if isinstance(area, QAbstractScrollArea) and child is area.viewport():
                edge = _within(window, child).adjusted(-RING_WIDTH, -RING_WIDTH, RING_WIDTH, RING_WIDTH)
                seen &= edge
            child, area = area, area.parentWidget()
        return seen


def _within(window: QWidget, widget: QWidget) -> QRect:
    return QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())
