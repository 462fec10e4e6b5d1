"""The margin beside the text: a stripe for each coding, in lanes, and labels in one column, led to their stripes.

What is painted here can't be heard; the view tells the same to a screen reader when the focus moves.
"""

from __future__ import annotations

from enum import Enum
from html import escape
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QToolTip, QWidget

from qualcoder_lite.gui.reading import patterns
from qualcoder_lite.gui.reading.label_pictures import LabelPictures
from qualcoder_lite.gui.reading.lanes import MOST_LANES, DensityStep, Lanes, Stretch, assign, density, pushed_down
from qualcoder_lite.gui.reading.palette import mixed
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from qualcoder_lite.gui.reading.geometry import InView, Row
    from qualcoder_lite.gui.reading.painted_coding import PaintedCoding
    from qualcoder_lite.gui.reading.palette import ReadingPalette
    from qualcoder_lite.gui.reading.reading_style import ReadingStyle

#: The most names that a tip lists.
_MOST_NAMED = 12
#: From the margin's edge to the first lane, and from the last lane to the labels; in pixels.
_BEFORE, _AFTER = 9, 12


class Labels(Enum):
    """How much of a coding's name the margin has room for."""

    FULL = "full"
    LETTERS = "letters"
    NONE = "none"


#: Lanes side by side where the margin is wide or narrow; one more is kept for the density lane.
_LANES = {Labels.FULL: MOST_LANES, Labels.LETTERS: 5, Labels.NONE: 4}


class Beside(NamedTuple):
    """What the view has to say to the margin."""

    seen: InView
    codings: Sequence[PaintedCoding]
    picked: frozenset[str]


class _Stripe(NamedTuple):
    coding: PaintedCoding
    rect: QRectF
    lane: int


class _Label(NamedTuple):
    """A label: where it is wanted, how far down it may be pushed, and where its line starts.

    `stripe` is None for the one that counts the crowded codings.
    """

    want: float
    latest: float
    anchor: QPointF
    stripe: _Stripe | None
    words: str


class Margin(QWidget):
    """Stripes and labels of the codings in view.

    Signals:
        coding_activated: a stripe or label was clicked; the coding's id.
        coding_hovered: the mouse is on a stripe or label; the coding's id, "" when it leaves.
    """

    coding_activated = Signal(str)
    coding_hovered = Signal(str)

    def __init__(
        self, parent: QWidget, beside: Callable[[], Beside], style: ReadingStyle, palette: ReadingPalette
    ) -> None:
        """Make an empty margin; `beside` is asked at each painting for what is in view."""
        super().__init__(parent)
        self.setObjectName("reading_margin")
        self.setAccessibleName(tr("Codes beside the text"))
        self.setMouseTracking(True)
        self._beside, self._style, self._palette = beside, style, palette
        self._pictures = LabelPictures(style, palette)
        self.labels = Labels.FULL
        self._lanes = Lanes()
        self._most_lanes = 0
        self._hits: list[tuple[QRectF, tuple[str, ...]]] = []
        self._hovered = self._activated = ""

    def restart(self) -> None:
        """Forget which coding had which lane: another transcript is shown."""
        self._lanes, self._most_lanes = Lanes(), 0
        self._hover("")
        self.update()

    def dress(self, style: ReadingStyle, palette: ReadingPalette) -> None:
        """Take on other type and colours."""
        self._style, self._palette = style, palette
        self._pictures = LabelPictures(style, palette)
        self.update()

    def fold(self, labels: Labels) -> None:
        """Show so much of the names; with fewer lanes, those there were before are forgotten."""
        if labels is not self.labels:
            self.labels = labels
            self._lanes, self._most_lanes = Lanes(), 0

    def lane_of(self, coding_id: str) -> int | None:
        """The lane that a coding stood in when last painted; None for one in the density lane or out of view."""
        return self._lanes.of.get(coding_id)

    def places(self) -> list[tuple[QRectF, tuple[str, ...]]]:
        """What can be pointed at, and the ids of the codings it stands for, as last painted."""
        return list(self._hits)

    def sizeHint(self) -> QSize:
        """As wide as lanes and labels want to be."""
        return QSize(self.wanted_width(self.labels), 0)

    def wanted_width(self, labels: Labels) -> int:
        """How wide the margin would be, in pixels, with so much of the names."""
        if labels is Labels.FULL:
            return self._style.px(226)
        lanes = _BEFORE + (_LANES[labels] + 1) * 9
        return lanes + (_AFTER + self._style.px(34) if labels is Labels.LETTERS else 4)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint stripes, the density lane, and labels with their lines."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(event.rect(), self._palette.page)
        painter.fillRect(QRectF(0, 0, 1, self.height()), self._palette.hairline)
        self._hits = []
        beside = self._beside()
        if beside.seen.rows and beside.codings:
            self._paint_codings(painter, beside)
        painter.end()

    def event(self, event: QEvent) -> bool:
        """Show a tip that names the codings under the mouse."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self._tip(QPointF(event.pos())), self)
            return True
        return super().event(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell which coding is pointed at."""
        ids = self._at(event.position())
        self.setCursor(Qt.CursorShape.PointingHandCursor if ids else Qt.CursorShape.ArrowCursor)
        self._hover(ids[0] if len(ids) == 1 else "")

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is pointed at any more."""
        super().leaveEvent(event)
        self._hover("")

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Wait for the button to be let go."""
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose the coding that is pointed at; in the density lane, one after the other."""
        ids = self._at(event.position())
        if ids and event.button() == Qt.MouseButton.LeftButton:
            last = ids.index(self._activated) if self._activated in ids else -1
            self._activated = ids[(last + 1) % len(ids)]
            self.coding_activated.emit(self._activated)

    def _paint_codings(self, painter: QPainter, beside: Beside) -> None:
        rows = beside.seen.rows
        stretches = [
            Stretch(coding.id, beside.seen.row_at(coding.start), beside.seen.row_at(coding.end - 1))
            for coding in beside.codings
        ]
        self._lanes = assign(stretches, self._lanes.of, _LANES[self.labels])
        self._most_lanes = max(self._most_lanes, self._lanes.used + (1 if self._lanes.crowded else 0))
        stripes = self._stripes(beside, stretches, rows)
        picked = beside.picked | {self._hovered}
        for stripe in stripes:
            self._paint_stripe(painter, stripe, picked=stripe.coding.id in picked)
        crowd = density(self._lanes.crowded)
        self._paint_density(painter, crowd, rows, {coding.id: coding for coding in beside.codings})
        if self.labels is not Labels.NONE:
            self._paint_labels(painter, stripes, crowd, rows, picked)

    def _stripes(self, beside: Beside, stretches: Sequence[Stretch], rows: Sequence[Row]) -> list[_Stripe]:
        found: list[_Stripe] = []
        pitch, wide = self._pitch()
        for coding, stretch in zip(beside.codings, stretches, strict=True):
            lane = self._lanes.of.get(coding.id)
            if lane is None:
                continue
            top = rows[stretch.first].top if coding.start >= beside.seen.start else -8.0
            bottom = rows[stretch.last].bottom if coding.end <= beside.seen.end else self.height() + 8.0
            found.append(_Stripe(coding, QRectF(_BEFORE + lane * pitch, top, wide, bottom - top), lane))
        return found

    def _paint_stripe(self, painter: QPainter, stripe: _Stripe, *, picked: bool) -> None:
        group, rect = self._palette.group(stripe.coding.group), stripe.rect
        if picked:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(group.deep)
            painter.drawRoundedRect(rect.adjusted(-2.5, -2, 2.5, 2), 4, 4)
        patterns.stripe(painter, rect, group.stripe, group.pattern)
        pitch, wide = self._pitch()
        self._hits.append((rect.adjusted(-(pitch - wide) / 2, 0, (pitch - wide) / 2, 0), (stripe.coding.id,)))

    def _paint_density(
        self, painter: QPainter, crowd: Sequence[DensityStep], rows: Sequence[Row], by_id: dict[str, PaintedCoding]
    ) -> None:
        pitch, wide = self._pitch()
        left = _BEFORE + self._lanes.used * pitch
        for step in crowd:
            bottom = rows[step.last + 1].top if step.last + 1 < len(rows) else rows[step.last].bottom
            rect = QRectF(left, rows[step.first].top, wide + 2, bottom - rows[step.first].top)
            strength = min(0.9, 0.3 + len(step.ids) * 0.03)
            painter.fillRect(rect, mixed(self._palette.page, self._palette.muted, strength))
            ids = tuple(sorted(step.ids, key=lambda coding_id: by_id[coding_id].length))
            self._hits.append((rect.adjusted(-2, 0, 2, 0), ids))

    def _paint_labels(
        self,
        painter: QPainter,
        stripes: Sequence[_Stripe],
        crowd: Sequence[DensityStep],
        rows: Sequence[Row],
        picked: frozenset[str] | set[str],
    ) -> None:
        height = float(max(24, self._style.px(24)))
        labels = sorted(self._wanted(stripes, crowd, rows), key=lambda label: label.want)
        wanted, latest = [label.want for label in labels], [label.latest for label in labels]
        tops = pushed_down(wanted, latest, height, self.height())
        left_out = tops.count(None)
        if left_out:  # the last line of the column then says how many there are
            tops = pushed_down(wanted, latest, height, self.height() - height)
            left_out = tops.count(None)
        for label, top in zip(labels, tops, strict=True):
            if top is None:
                continue
            rect = QRectF(self._label_left(), top, self.width() - self._label_left() - 4, height)
            self._paint_label(painter, label, rect, picked)
        if left_out:
            rect = QRectF(self._label_left(), self.height() - height, self.width() - self._label_left(), height)
            self._paint_words(
                painter,
                rect,
                tr("{left_out} more", left_out=left_out) if self.labels is Labels.FULL else f"+{left_out}",
            )

    def _wanted(self, stripes: Sequence[_Stripe], crowd: Sequence[DensityStep], rows: Sequence[Row]) -> list[_Label]:
        labels = [
            _Label(
                max(0.0, stripe.rect.top()),
                stripe.rect.bottom() + 2 * self._style.px(24),
                QPointF(stripe.rect.right() + 1.5, max(2.0, stripe.rect.top())),
                stripe,
                stripe.coding.name,
            )
            for stripe in stripes
        ]
        if crowd:
            pitch, wide = self._pitch()
            most = max(crowd, key=lambda step: len(step.ids))
            top = max(0.0, rows[most.first].top)
            anchor = QPointF(_BEFORE + self._lanes.used * pitch + wide + 3, top)
            words = tr("{more} more here", more=len(most.ids)) if self.labels is Labels.FULL else f"+{len(most.ids)}"
            labels.append(_Label(top, self.height(), anchor, None, words))
        return labels

    def _paint_label(self, painter: QPainter, label: _Label, rect: QRectF, picked: frozenset[str] | set[str]) -> None:
        stripe = label.stripe
        colour = self._palette.group(stripe.coding.group).stripe if stripe else self._palette.muted
        self._paint_leader(painter, label, rect, colour)
        if stripe is None:
            self._paint_words(painter, rect, label.words)
            return
        self._hits.append((rect, (stripe.coding.id,)))
        named, strong = self.labels is Labels.FULL, stripe.coding.id in picked
        self._pictures.paint(painter, rect, stripe.coding, named=named, strong=strong)

    def _paint_leader(self, painter: QPainter, label: _Label, rect: QRectF, colour: QColor) -> None:
        middle = rect.center().y()
        bottom = label.stripe.rect.bottom() - 3 if label.stripe else middle
        start = QPointF(label.anchor.x(), max(label.anchor.y() + 2, min(middle, bottom)))
        end = QPointF(rect.left() - 2, middle)
        bend = min(14.0, (end.x() - start.x()) / 2)
        path = QPainterPath(start)
        path.cubicTo(QPointF(start.x() + bend, start.y()), QPointF(end.x() - bend, middle), end)
        painter.setPen(QPen(colour, 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(path)

    def _paint_words(self, painter: QPainter, rect: QRectF, words: str) -> None:
        painter.setFont(self._style.label())
        painter.setPen(self._palette.muted)
        painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)

    def _pitch(self) -> tuple[float, float]:
        """From one lane to the next, and how wide a stripe is: the more lanes this page needed so far, the narrower."""
        if self._most_lanes <= 3:
            return 12.0, 6.0
        return (9.0, 5.0) if self._most_lanes <= 6 else (7.0, 4.0)

    def _lanes_width(self) -> int:
        return round(_BEFORE + max(3, self._most_lanes) * self._pitch()[0])

    def _label_left(self) -> float:
        return self._lanes_width() + _AFTER - 6.0

    def _at(self, point: QPointF) -> tuple[str, ...]:
        return next((ids for rect, ids in reversed(self._hits) if rect.contains(point)), ())

    def _hover(self, coding_id: str) -> None:
        if coding_id != self._hovered:
            self._hovered = coding_id
            self.update()
            self.coding_hovered.emit(coding_id)

    def _tip(self, point: QPointF) -> str:
        ids = self._at(point)
        by_id = {coding.id: coding for coding in self._beside().codings}
        named = [_named(by_id[coding_id]) for coding_id in ids[:_MOST_NAMED] if coding_id in by_id]
        more = [tr("and {more} more", more=len(ids) - _MOST_NAMED)] if len(ids) > _MOST_NAMED else []
        return f"<p style='white-space: pre'>{escape(chr(10).join(named + more))}</p>" if named else ""


def _named(coding: PaintedCoding) -> str:
    name = f"{coding.name} {coding.sign}".rstrip()
    return f"{name} · {coding.coder}" if coding.coder else name
