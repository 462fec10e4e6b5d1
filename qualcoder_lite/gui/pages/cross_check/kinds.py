"""The kinds of agreement and disagreement with how many turns each has: one of them is looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from qualcoder_lite.domain.disagreement import Kind
from qualcoder_lite.gui.pages.cross_check.words import ICONS, kind_words, turns_told
from qualcoder_lite.gui.theme import icons, tokens
from qualcoder_lite.gui.widgets.layouts import Column
from qualcoder_lite.gui.widgets.painting import paint_box, paint_words, smooth
from qualcoder_lite.gui.widgets.pressable import OneOfSeveral

if TYPE_CHECKING:
    from qualcoder_lite.service.agreement.disagreements import Compared

_HEIGHT = 40


class KindList(QWidget):
    """The kinds under each other.

    Signals:
        chosen: The person looks at another kind.
    """

    chosen = Signal(object)

    def __init__(self) -> None:
        """Show no numbers yet."""
        super().__init__()
        self.setObjectName("kinds")
        self._rows = {kind: _KindRow(kind) for kind in Kind}
        for kind, row in self._rows.items():
            row.setObjectName(f"kind-{kind}")
            row.clicked.connect(lambda _checked=False, kind=kind: self.chosen.emit(kind))
            row.stepped.connect(self._step)
        self.kind = Kind.DIFFERENT
        self.setLayout(Column(*self._rows.values(), gap=4))

    def show_turns(self, compared: Compared, kind: Kind) -> None:
        """Show two coders' numbers of turns, one kind being chosen."""
        self.kind = kind
        found = compared.turns()
        for each, row in self._rows.items():
            row.show_turns(kind_words(each, compared), found[each])
            row.setChecked(each is kind)
            row.setVisible(each is not Kind.POLARITY or found[each] > 0)
        self.setFocusProxy(self._rows[kind])

    def _step(self, step: int) -> None:
        shown = [row for row in self._rows.values() if row.isVisible()]
        here = next((n for n, row in enumerate(shown) if row.hasFocus()), 0)
        there = shown[min(max(here + step, 0), len(shown) - 1)]
        there.setFocus(Qt.FocusReason.TabFocusReason)
        there.click()


class _KindRow(OneOfSeveral):
    def __init__(self, kind: Kind) -> None:
        name = kind_words(kind, None)
        super().__init__(name)
        self._kind, self._name, self._number = kind, name, ""
        self.setAutoExclusive(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.follow_theme()

    def show_turns(self, name: str, turns: int) -> None:
        self._name, self._number = name, turns_told(turns)
        self.setText(f"{name}, {self._number}".replace("&", "&&"))
        self.setAccessibleName(f"{name}, {self._number}")
        self.setToolTip(f"{name}, {self._number}")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self.look.px(200), self.look.px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.look.px(140), self.look.px(_HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, look, chosen = smooth(QPainter(self)), self.look, self.isChecked()
        rect = QRectF(self.rect())
        lit = chosen or self.underMouse()
        edge = look.colour("edge" if chosen else "hairline")
        paint_box(painter, rect, tokens.RADIUS_CONTROL, fill=look.colour("tint" if lit else "surface"), edge=edge)
        side = look.px(16)
        place = QRectF(look.gap(12), (rect.height() - side) / 2, side, side)
        icons.paint(painter, place, ICONS[self._kind], look.colour("muted"))
        inside = rect.adjusted(place.right() + look.gap(10), 0, -look.gap(12), 0)
        number = look.font("small")
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        paint_words(painter, inside, self._number, number, look.colour("muted"), right)
        font = look.font("strong" if chosen else "body")
        room = inside.width() - QFontMetricsF(number).horizontalAdvance(self._number) - look.gap(8)
        name = QFontMetricsF(font).elidedText(self._name, Qt.TextElideMode.ElideRight, room)
        paint_words(painter, inside, name, font, look.colour("text"), Qt.AlignmentFlag.AlignVCenter)
