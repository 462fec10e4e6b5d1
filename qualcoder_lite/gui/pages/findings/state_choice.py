"""The four states of a feature with their people, one of them chosen: whose quotes are listed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from qualcoder_lite.domain.people import FeatureState
from qualcoder_lite.gui.pages.findings.faces import STATE_WORDS, Share
from qualcoder_lite.gui.theme import tokens
from qualcoder_lite.gui.widgets.layouts import Column
from qualcoder_lite.gui.widgets.painting import paint_box, paint_words, smooth
from qualcoder_lite.gui.widgets.pressable import OneOfSeveral
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Mapping

    from qualcoder_lite.gui.theme import Look

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class StateChoice(QWidget):
    """Present, partly, absent, not known: how many people of how many, and which is looked at.

    Signals:
        chosen: The person chose a `FeatureState`.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Offer the four states; present is chosen."""
        super().__init__(parent)
        self.setAccessibleName(tr("Sites where the feature is"))
        self._rows = {state: _StateRow(state, self) for state in FeatureState}
        for state, row in self._rows.items():
            row.clicked.connect(lambda _checked=False, state=state: self._on_clicked(state))
            row.stepped.connect(self._on_stepped)
        self.setLayout(Column(*self._rows.values(), gap=2))
        self.set_state(FeatureState.PRESENT)

    @property
    def state(self) -> FeatureState:
        """What is chosen."""
        return self._state

    def set_state(self, state: FeatureState) -> None:
        """Show another state as chosen, without a signal."""
        self._state = state
        for each, row in self._rows.items():
            row.setChecked(each is state)
            # The Tab key stops once, at what is chosen; arrow keys do the rest.
            row.setFocusPolicy(Qt.FocusPolicy.StrongFocus if each is state else Qt.FocusPolicy.ClickFocus)

    def set_shares(self, shares: Mapping[FeatureState, Share]) -> None:
        """Show other numbers."""
        for state, row in self._rows.items():
            row.set_share(shares[state])

    def row(self, state: FeatureState) -> OneOfSeveral:
        """The button of one state."""
        return self._rows[state]

    def _on_clicked(self, state: FeatureState) -> None:
        changed = state is not self._state
        self.set_state(state)
        if changed:
            self.chosen.emit(state)

    def _on_stepped(self, step: int) -> None:
        states = list(self._rows)
        there = states[min(max(states.index(self._state) + step, 0), len(states) - 1)]
        self._rows[there].setFocus(Qt.FocusReason.TabFocusReason)
        self._rows[there].click()


class _StateRow(OneOfSeveral):
    def __init__(self, state: FeatureState, parent: QWidget) -> None:
        super().__init__(STATE_WORDS[state], parent)
        self._feature_state, self._share = state, Share(0, 0)
        self.setObjectName(f"findings-state-{state}")
        self.setText(STATE_WORDS[state])
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.follow_theme()

    def set_share(self, share: Share) -> None:
        self._share = share
        people = tr("{share} people", share=share.words) if share.of else share.words
        self.setAccessibleName(f"{STATE_WORDS[self._feature_state]}: {people}")
        self.update()

    def sizeHint(self) -> QSize:
        metrics = QFontMetricsF(self.look.font("small_strong"))
        wide = metrics.horizontalAdvance(tr("Not known")) + metrics.horizontalAdvance(tr("nobody there"))
        return QSize(round(wide) + self.look.px(18) + 5 * self.look.gap(8), self.look.px(tokens.TARGET))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, look, rect = smooth(QPainter(self)), self.look, QRectF(self.rect())
        if self.isChecked():
            paint_box(painter, rect, tokens.RADIUS_CONTROL, fill=look.colour("tint"), edge=look.colour("tint_edge"))
        elif self.underMouse():
            paint_box(painter, rect, tokens.RADIUS_CONTROL, fill=look.colour("sunken"))
        side = look.px(14)
        mark = QRectF(look.gap(8), (rect.height() - side) / 2, side, side)
        _paint_mark(painter, mark, self._feature_state, look)
        font = look.font("small_strong" if self.isChecked() else "small")
        words = rect.adjusted(mark.right() + look.gap(8), 0, -look.gap(8), 0)
        paint_words(painter, words, STATE_WORDS[self._feature_state], font, look.colour("text"), _LEFT)
        ink = look.colour("text" if self._share.of else "muted")
        paint_words(painter, words, self._share.words, font, ink, _RIGHT)


def _paint_mark(painter: QPainter, rect: QRectF, state: FeatureState, look: Look) -> None:
    """A full disc, a half one, a ring or a question mark."""
    if state is FeatureState.UNKNOWN:
        paint_words(painter, rect, "?", look.font("small_strong"), look.colour("muted"))
        return
    ink = look.colour("edge" if state is FeatureState.ABSENT else "accent")
    painter.setPen(QPen(ink, 2))
    painter.setBrush(ink if state is FeatureState.PRESENT else Qt.BrushStyle.NoBrush)
    painter.drawEllipse(rect.adjusted(1, 1, -1, -1))
    if state is FeatureState.PARTIAL:
        painter.setBrush(ink)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawPie(rect.adjusted(2, 2, -2, -2), 90 * 16, 180 * 16)
