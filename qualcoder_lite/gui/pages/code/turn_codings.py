"""The codings of the focused turn as a list: what is painted beside the text, for whoever works by keys or hears it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QWidget

from qualcoder_lite.gui.theme import current
from qualcoder_lite.gui.widgets.avatar import paint_avatar
from qualcoder_lite.gui.widgets.chip import chip_size, paint_chip
from qualcoder_lite.gui.widgets.labels import Label
from qualcoder_lite.gui.widgets.layouts import Column
from qualcoder_lite.gui.widgets.painting import paint_box, paint_focus, paint_words, smooth
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent, QPainter
    from PySide6.QtWidgets import QStyleOptionViewItem

    from qualcoder_lite.gui.theme.coder_faces import Face
    from qualcoder_lite.gui.widgets.chip import ChipFace

ROW = Qt.ItemDataRole.UserRole
_HINT = tr("Nothing is coded on this turn. Put a code on it, then say here whether it happened, and why.")
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


@dataclass(frozen=True, slots=True)
class CodingRow:
    """A coding as the list shows it: its chip, what else there is to say of it, and the words it is on.

    `coder` is whose it is, where it is somebody else's.
    """

    id: str
    face: ChipFace
    note: str
    words: str
    coder: Face | None = None

    @property
    def spoken(self) -> str:
        """The row in words."""
        return ". ".join(part for part in (self.face.spoken, self.note, self.words) if part)


class CodingRows(QAbstractListModel):
    """The codings of a turn, in reading order."""

    def __init__(self, parent: QWidget) -> None:
        """List nothing yet."""
        super().__init__(parent)
        self._rows: Sequence[CodingRow] = ()

    def fill(self, rows: Sequence[CodingRow]) -> None:
        """List these."""
        if rows == self._rows:
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def index_of(self, coding: str) -> QModelIndex:
        """Where a coding is listed."""
        place = next((n for n, row in enumerate(self._rows) if row.id == coding), -1)
        return self.index(place) if place >= 0 else QModelIndex()

    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """How many codings there are."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's own
        """What is shown and said of a coding."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.face.name
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return row.spoken
        return None


class _Delegate(QStyledItemDelegate):
    """Paints a chip, and beside it what else there is to say."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex) -> QSize:
        look = current().look
        return QSize(look.px(120), look.px(36))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        look, row = current().look, index.data(ROW)
        painter.save()
        smooth(painter)
        rect = QRectF(option.rect).adjusted(0, 1, 0, -1)
        if option.state & (QStyle.StateFlag.State_HasFocus | QStyle.StateFlag.State_MouseOver):
            paint_box(painter, rect, 6, fill=look.colour("tint"))
        left, size = rect.left() + look.gap(6), chip_size(row.face, look)
        wide = min(float(size.width()), rect.width() - look.gap(12))
        paint_chip(painter, left, rect.center().y() - size.height() / 2, row.face, look, width=wide)
        beside = rect.adjusted(look.gap(6) + wide + look.gap(10), 0, -look.gap(6), 0)
        if row.coder is not None:
            side = look.px(24)
            paint_avatar(painter, QRectF(beside.left(), beside.center().y() - side / 2, side, side), row.coder, look)
            beside.setLeft(beside.left() + side + look.gap(6))
        font, words = look.font("tiny"), row.note or row.words
        shown = QFontMetricsF(font).elidedText(words, Qt.TextElideMode.ElideRight, beside.width())
        if beside.width() > look.px(30):
            paint_words(painter, beside, shown, font, look.colour("muted"), _LEFT)
        if option.state & QStyle.StateFlag.State_HasFocus:
            paint_focus(painter, rect.adjusted(3, 3, -3, -3), 5, look)
        painter.restore()


class _List(QListView):
    """The rows, with the keys that do something to one."""

    picked = Signal(str)
    taken_off = Signal(str)
    left = Signal()
    pointed_out = Signal(str)

    def __init__(self, model: CodingRows) -> None:
        super().__init__()
        self.setModel(model)
        self.setItemDelegate(_Delegate(self))
        self.setObjectName("turn-codings")
        self.setAccessibleName(tr("Codes on this turn. Enter changes one, Delete takes it off."))
        self.setProperty("paintsFocus", True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setStyleSheet("QListView { background: transparent; }")
        self.clicked.connect(lambda index: self.picked.emit(index.data(ROW).id))
        self.entered.connect(lambda index: self.pointed_out.emit(index.data(ROW).id))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Space pick, Delete takes off, Escape goes back to the text; letters do nothing."""
        key, row = event.key(), self.currentIndex().data(ROW)
        if key == Qt.Key.Key_Escape:
            self.left.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and row is not None:
            self.picked.emit(row.id)
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and row is not None:
            self.taken_off.emit(row.id)
        elif event.text().strip():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:
        """Show in the text which coding the row is."""
        super().currentChanged(current, previous)
        row = current.data(ROW)
        if row is not None and self.hasFocus():
            self.pointed_out.emit(row.id)

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is pointed out any more."""
        super().leaveEvent(event)
        self.pointed_out.emit("")


class TurnCodings(QWidget):
    """What is coded on the focused turn, or what to do where nothing is.

    Signals:
        picked: There is something to say of this coding (its id).
        taken_off: This coding is to be taken off.
        left: The person goes back to the text.
        pointed_out: The row of this coding is looked at, or none.
    """

    picked = Signal(str)
    taken_off = Signal(str)
    left = Signal()
    pointed_out = Signal(str)

    def __init__(self) -> None:
        """List nothing yet."""
        super().__init__()
        self.model = CodingRows(self)
        self.list = _List(self.model)
        self._hint = Label(_HINT, "small", tone="muted", wrap=True)
        self._heading = Label(tr("This passage"), "heading")
        self._heading.setObjectName("turn-codings-heading")
        self._rest = QWidget()  # below the hint; the list takes all the room itself
        parts = (self._heading, self._hint, (self.list, 1), (self._rest, 1))
        self.setLayout(Column(*parts, gap=6, margins=(16, 12, 16, 8)))
        self.list.picked.connect(self.picked)
        self.list.taken_off.connect(self.taken_off)
        self.list.left.connect(self.left)
        self.list.pointed_out.connect(self.pointed_out)
        self.show_rows((), 0)

    def show_rows(self, rows: Sequence[CodingRow], count: int, *, several: bool = False) -> None:
        """List codings of a turn, or of `several`, of so many there are.

        The row one is on is kept by its place where it is gone.
        """
        place, kept = self.list.currentIndex().row(), self.list.currentIndex().data(ROW)
        self.model.fill(rows)
        self._hint.setVisible(not rows)
        self._rest.setVisible(not rows)
        self.list.setVisible(bool(rows))
        listed = f"{count:,}" if count == len(rows) else tr("{rows} of {count:,}", rows=len(rows), count=count)
        where = tr("On these turns") if several else tr("On this turn")
        self._heading.setText(f"{where}: {listed}" if rows else tr("This passage"))
        if rows and kept is not None:
            index = self.model.index_of(kept.id)
            self.list.setCurrentIndex(index if index.isValid() else self.model.index(min(place, len(rows) - 1)))

    def enter(self, coding: str) -> bool:
        """Go into the list, to one coding if it is there; False where there is nothing to go to."""
        if not self.model.rowCount():
            return False
        index = self.model.index_of(coding)
        self.list.setCurrentIndex(index if index.isValid() else self.model.index(0))
        self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.pointed_out.emit(self.list.currentIndex().data(ROW).id)
        return True
