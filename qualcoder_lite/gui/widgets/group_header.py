"""The heading over a group of codes, which opens and folds it: GroupHeader("P", "Process", "process")."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from qualcoder_lite.gui.theme import icons, tokens
from qualcoder_lite.gui.widgets.key_cap import paint_cap
from qualcoder_lite.gui.widgets.painting import KeptPicture, paint_box, paint_words, smooth
from qualcoder_lite.gui.widgets.pressable import Pressable
from qualcoder_lite.translation import tr

_CAP, _CHEVRON = 24, 18


class GroupHeader(Pressable):
    """A heading with the group's letter, its name and an arrow that points down while the group is open.

    Signals:
        opened_changed: The person opened (True) or folded (False) the group.
    """

    opened_changed = Signal(bool)

    def __init__(
        self, letter: str, name: str, colour: str, *, hint: str = "", opened: bool = True, parent: QWidget | None = None
    ) -> None:
        """Head a group; `hint` is said in small words before the arrow."""
        super().__init__(name, parent)
        self._letter, self._words, self._colour, self._hint = letter, name, colour, hint
        self._kept = KeptPicture()
        self.setCheckable(True)
        self.setChecked(opened)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._on_clicked)
        self._name_it()
        self.follow_theme()

    def set_opened(self, opened: bool) -> None:
        """Show the group as open or folded, without a signal."""
        self.setChecked(opened)
        self._name_it()

    def sizeHint(self) -> QSize:
        """Room for all its words."""
        look = self.look
        wide = QFontMetricsF(look.font("heading")).horizontalAdvance(self._words)
        wide += QFontMetricsF(look.font("small")).horizontalAdvance(self._hint) if self._hint else 0
        wide += look.px(_CAP + _CHEVRON) + 4 * look.gap(8)
        return QSize(round(wide + 1), look.px(36))

    def minimumSizeHint(self) -> QSize:
        """Never less than its words need."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the header in its state."""
        state = (self.look, self._words, self.isChecked(), self.underMouse())
        self._kept.paint(self, state, self._paint)

    def _paint(self, painter: QPainter) -> None:
        """Paint the cap, the name, the hint and the arrow."""
        smooth(painter)
        look, rect = self.look, QRectF(self.rect())
        if self.underMouse():
            paint_box(painter, rect, tokens.RADIUS_CONTROL, fill=look.colour("tint"))
        side = look.px(_CAP)
        cap = QRectF(0, (rect.height() - side) / 2, side, side)
        fill, ink = look.group(self._colour).stripe, look.colour("surface")
        paint_cap(painter, cap, self._letter, look.font("small_strong"), fill=fill, ink=ink)
        words = rect.adjusted(side + look.gap(10), 0, 0, 0)
        left = Qt.AlignmentFlag.AlignVCenter
        paint_words(painter, words, self._words, look.font("heading"), look.colour("text"), left)
        side = look.px(_CHEVRON)
        arrow = QRectF(rect.right() - side - look.gap(4), (rect.height() - side) / 2, side, side)
        icons.paint(painter, arrow, "chevron-down" if self.isChecked() else "chevron-right", look.colour("muted"))
        hint = QRectF(0, 0, arrow.left() - look.gap(8), rect.height())
        right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        paint_words(painter, hint, self._hint, look.font("small"), look.colour("muted"), right)

    def _name_it(self) -> None:
        self.setAccessibleName(
            tr(
                "{name}, key {letter}, {state}",
                name=self._words,
                letter=self._letter,
                state=tr("open") if self.isChecked() else tr("folded"),
            )
        )

    def _on_clicked(self) -> None:
        self._name_it()
        self.opened_changed.emit(self.isChecked())
