"""Says over a page what just happened there, with the way back.

toast = Toast(page)                                     # one to a page or window
toast.say("Merged 3 copies. 212 codings came in.", action="Undo")
toast.action_chosen.connect(…)

It doesn't go by itself: it stays until the next `say`, `hide` or its Close button. So it keeps off buttons, and off
whatever has the focus. Where nearly everything is a button, a page lays it between its parts: Toast(page, over=False).
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QApplication, QFrame, QWidget

from qualcoder_lite.gui.widgets.announce import announce
from qualcoder_lite.gui.widgets.labels import Icon, Label
from qualcoder_lite.gui.widgets.layouts import Row
from qualcoder_lite.gui.widgets.painting import paint_box, smooth
from qualcoder_lite.gui.widgets.themed import Themed
from qualcoder_lite.gui.widgets.toast_button import ToastButton
from qualcoder_lite.translation import tr

_WIDEST = 640
_SIDES, _AWAY = 16, 8  # space round a toast that a page lays out


class Toast(Themed, QFrame):
    """A message at the foot of its host: above buttons that are there, at the head where the focus is at the foot.

    Signals:
        action_chosen: The person pressed the action, such as Undo. The toast is hidden already.
        closed: The person closed the toast.
    """

    action_chosen = Signal()
    closed = Signal()

    def __init__(self, host: QWidget, *, over: bool = True) -> None:
        """Belong to a page or window, hidden until there is something to say; without `over` the page lays it out."""
        super().__init__(host)
        self._host, self._over = host, over
        self._icon = Icon("done", 20, colour="on_toast")
        self._words = Label(role="strong", tone="on_toast", wrap=True)
        self._action = ToastButton()
        self._close = ToastButton(tr("Close this message"), icon="close")
        self._action.clicked.connect(self._on_action_clicked)
        self._close.clicked.connect(self._on_close_clicked)
        margins = (14, 8, 8, 8) if over else (14 + _SIDES, 8 + _AWAY, 8 + _SIDES, 8 + _AWAY)
        self._row = Row(self._icon, (self._words, 1), self._action, self._close, gap=10, margins=margins)
        self.setLayout(self._row)
        self.hide()
        self._raised = 0  # pixels above the foot
        # Not at once: in the middle of a change some of the buttons may be half gone.
        self._soon = QTimer(self, singleShot=True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._keep_off_buttons)
        application = QApplication.instance()
        if over and isinstance(application, QApplication):
            host.installEventFilter(self)
            application.focusChanged.connect(self._on_focus_changed)
        self.follow_theme()

    @property
    def words(self) -> str:
        """What it says, or said last."""
        return self._words.text()

    def say(self, words: str, *, icon: str = "done", action: str = "", urgent: bool = False) -> None:
        """Show a message and have it spoken; `action` is the word on its button."""
        self._words.setText(words)
        self.setAccessibleName(words)
        self._icon.set_icon(icon)
        self._action.set_words(action)
        self._action.setVisible(bool(action))
        if self._over:
            self._keep_off_buttons()
        self.show()
        self.raise_()
        announce(self, f"{words} {action}".strip(), urgent=urgent)

    def restyle(self) -> None:
        """Find its place again."""
        super().restyle()
        if self._over:
            self._place()
            self._soon.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep its place when the host is resized, or what is in it is laid out anew."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest) and watched is self._host:
            self._place()
            self._soon.start()
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Escape close it while the focus is in it."""
        if event.key() == Qt.Key.Key_Escape:
            self._on_close_clicked()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the dark slip it is written on."""
        look, slip = self.look, QRectF(self.rect())
        if not self._over:
            slip.adjust(look.gap(_SIDES), look.gap(_AWAY), -look.gap(_SIDES), -look.gap(_AWAY))
        paint_box(smooth(QPainter(self)), slip, 10, fill=look.colour("toast"))

    def _foot(self) -> QRect:
        room, away = self._host.rect(), self.look.gap(16)
        wide = min(room.width() - 2 * away, self.look.px(_WIDEST))
        high = max(self._row.totalHeightForWidth(wide), self._row.totalMinimumSize().height())
        return QRect((room.width() - wide) // 2, room.height() - high - away, wide, high)

    def _place(self) -> None:
        place = self._foot().translated(0, -self._raised)
        if self._covers_focus(place):
            place.moveTop(self.look.gap(16))
        self.setGeometry(place)

    def _keep_off_buttons(self) -> None:
        """Go to the lowest place, no higher than half way up, that covers no button.

        If there is none, then to one that covers none but such as can be scrolled away from under it; else to the foot.
        """
        buttons = [each for each in self._host.findChildren(QAbstractButton) if not self.isAncestorOf(each)]
        seen = [each for each in buttons if each.isVisible() and not each.visibleRegion().isEmpty()]
        raised = self._lowest_off(seen)
        if raised is None:
            raised = self._lowest_off([each for each in seen if not self._scrolls(each)])
        self._raised = raised or 0
        self._place()

    def _lowest_off(self, buttons: list[QAbstractButton]) -> int | None:
        """How far above the foot it covers none of these; none where that is too high."""
        foot = self._foot()
        taken = [
            each.visibleRegion().boundingRect().translated(each.mapTo(self._host, QPoint(0, 0))) for each in buttons
        ]
        place = QRect(foot)
        while covered := [button.top() for button in taken if button.intersects(place)]:
            place.moveBottom(min(covered) - self.look.gap(8))
        return foot.top() - place.top() if place.top() >= self._host.height() // 2 else None

    def _scrolls(self, button: QWidget) -> bool:
        above = button.parentWidget()
        while above is not None and above is not self._host:
            if isinstance(above, QAbstractScrollArea):
                return True
            above = above.parentWidget()
        return False

    def _covers_focus(self, place: QRect) -> bool:
        focused = QApplication.focusWidget()
        if focused is None or self.isAncestorOf(focused) or not self._host.isAncestorOf(focused):
            return False
        there = QRect(focused.mapTo(self._host, QPoint(0, 0)), focused.size())
        # A text or table that fills the page can't be kept off: it shows where its own focus is.
        return there.intersects(place) and there.height() < self._host.height() // 2

    def _on_focus_changed(self) -> None:
        if self.isVisible():
            self._place()

    def _on_action_clicked(self) -> None:
        self.hide()
        self.action_chosen.emit()

    def _on_close_clicked(self) -> None:
        self.hide()
        self.closed.emit()
