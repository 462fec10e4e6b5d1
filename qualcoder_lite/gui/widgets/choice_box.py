"""A choice of one among many, folded away: ChoiceBox("Client group", [("all", "All client groups"), …]).

`chosen(value)` says what the person chose. Painted whole, since a style sheet draws no arrow on a combo box.

In a long list, what is typed narrows it to the choices that hold all the typed words; the box shows them meanwhile.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QListView, QSizePolicy, QWidget

from qualcoder_lite.domain.names import folded
from qualcoder_lite.gui.theme import icons, tokens
from qualcoder_lite.gui.widgets.painting import paint_box, paint_words, smooth
from qualcoder_lite.gui.widgets.themed import Themed
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_HEIGHT, _ARROW = 36, 18
_MANY = 12  # choices above which typing narrows the list


class ChoiceBox(Themed, QComboBox):
    """A combo box of plain values and their words.

    Attributes:
        always: A value that stays in the list whatever is typed to find another, such as that of a new name.
        sought: What was typed to find something when the list was folded last.

    Signals:
        chosen: The person chose this value.
    """

    chosen = Signal(str)

    def __init__(
        self,
        name: str,
        choices: Sequence[tuple[str, str]],
        *,
        value: str | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Offer `choices`, each a value and its words; the first is chosen when `value` is None."""
        super().__init__(parent)
        self.setAccessibleName(name)
        # On Linux a combo box is named after what it shows, whatever name it has.
        self.setAccessibleDescription(name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.always: str | None = None
        self.sought = ""
        self._typed = ""
        self._unfolded = False
        self._whole = QRect()  # where the list stood when it was unfolded
        self.set_choices(choices, value=value)
        self.activated.connect(self._on_activated)
        self.follow_theme()

    @property
    def value(self) -> str:
        """What is chosen; nothing when there are no choices."""
        return self.currentData() or ""

    def set_value(self, value: str) -> None:
        """Show another value as chosen, without a signal. One that isn't offered changes nothing."""
        index = self.findData(value)
        if index >= 0:
            self.setCurrentIndex(index)

    def set_choices(self, choices: Sequence[tuple[str, str]], *, value: str | None = None) -> None:
        """Offer other choices, without a signal."""
        self.clear()
        for each, words in choices:
            self.addItem(words, each)
        if value is not None:
            self.set_value(value)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Room for the longest choice."""
        metrics = QFontMetricsF(self.look.font("body"))
        longest = max((metrics.horizontalAdvance(self.itemText(i)) for i in range(self.count())), default=0)
        wide = longest + 2 * self.look.gap(12) + self.look.px(_ARROW) + self.look.gap(8)
        return QSize(round(wide + 1), self.look.px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Some of the words, and the arrow: the tooltip and the list have them all."""
        whole = self.sizeHint()
        return QSize(min(whole.width(), self.look.px(120)), whole.height())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page scroll: a wheel that passes over a choice must not make another one."""
        event.ignore()

    def showPopup(self) -> None:
        """Unfold a list as wide as its longest words, however narrow the box is: one chooses by the whole of them."""
        self.view().setMinimumWidth(self.sizeHint().width())
        self.view().installEventFilter(self)
        super().showPopup()
        # Qt leaves out the bar, and with it every sign that the list goes on.
        self.view().setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self._unfolded = True
        self._whole = self.view().window().geometry()
        self.update()

    def hidePopup(self) -> None:
        """Fold the list, and forget what was typed to find something in it."""
        super().hidePopup()
        self._fold()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Find what is typed while the list is unfolded."""
        if event.type() == QEvent.Type.Hide:
            self._fold()  # Qt hides it without `hidePopup` after Escape, and after a click beside it
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and self._finds:
            typed = event.text()
            if event.key() == Qt.Key.Key_Backspace and self._typed:
                self._narrow(self._typed[:-1])
                return True
            if typed.isprintable() and typed and (typed.strip() or self._typed):
                self._narrow(self._typed + typed)
                return True
        return super().eventFilter(watched, event)

    def restyle(self) -> None:
        """Take type from the look, for the list too."""
        self.setFont(self.look.font("body"))
        super().restyle()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the box, the words and the arrow."""
        painter, look = smooth(QPainter(self)), self.look
        rect = QRectF(self.rect())
        fill = look.colour("tint" if self.underMouse() and self.isEnabled() else "surface")
        paint_box(painter, rect, tokens.RADIUS_CONTROL, fill=fill, edge=look.colour("edge"))
        side, inset = look.px(_ARROW), look.gap(12)
        arrow = QRectF(rect.right() - side - look.gap(8), (rect.height() - side) / 2, side, side)
        ink = look.colour("text" if self.isEnabled() else "muted")
        icons.paint(painter, arrow, "chevron-down", ink)
        words = QRectF(inset, 0, arrow.left() - inset, rect.height())
        font = look.font("body")
        shown = self._words_within(QFontMetricsF(font), words.width())
        paint_words(painter, words, shown, font, ink, Qt.AlignmentFlag.AlignVCenter)

    def _words_within(self, metrics: QFontMetricsF, width: float) -> str:
        """What the box shows in so many pixels."""
        words = self._shown_words
        if self._finds and not self._typed and metrics.horizontalAdvance(words) > width:
            words = tr("Type …")
        return metrics.elidedText(words, Qt.TextElideMode.ElideRight, width)

    def _fold(self) -> None:
        if self._unfolded:
            self.sought = self._typed.strip()
        self._unfolded = False
        self._narrow("")

    @property
    def _finds(self) -> bool:
        return self._unfolded and self.count() > _MANY

    @property
    def _shown_words(self) -> str:
        if not self._finds:
            return self.currentText()
        return self._typed or tr("Type to find …")

    def _narrow(self, typed: str) -> None:
        """Show only the choices that hold all the typed words, and go to the first of them."""
        view = self.view()
        if typed == self._typed or not isinstance(view, QListView):
            return
        self._typed, wanted = typed, folded(typed).split()
        fits = [row for row in range(self.count()) if all(word in folded(self.itemText(row)) for word in wanted)]
        shown = {*fits, self.findData(self.always) if self.always is not None else -1}
        for row in range(self.count()):
            view.setRowHidden(row, row not in shown)
        if wanted:
            first = next(filter(self._can_be_chosen, [*fits, *sorted(shown - {-1})]), -1)
            view.setCurrentIndex(self.model().index(first, 0))
        if self._unfolded:
            self._shrink_to(view, sorted(shown - {-1}))
        self.update()

    def _shrink_to(self, view: QListView, rows: Iterable[int]) -> None:
        """Make the list as high as these rows, at the edge that lies at the box; no higher than it was unfolded."""
        popup = view.window()
        around = popup.height() - view.viewport().height()
        seen = islice(rows, self.maxVisibleItems())
        needed = sum(view.sizeHintForRow(row) for row in seen) or view.sizeHintForRow(0)
        place = QRect(self._whole)
        place.setHeight(min(needed + around, self._whole.height()))
        if self._whole.top() < self.mapToGlobal(QPoint(0, 0)).y():
            place.moveBottom(self._whole.bottom())
        popup.setGeometry(place)

    def _can_be_chosen(self, row: int) -> bool:
        return bool(self.model().flags(self.model().index(row, 0)) & Qt.ItemFlag.ItemIsSelectable)

    def _on_activated(self) -> None:
        self.setToolTip(self.currentText())
        self.chosen.emit(self.value)
