"""The list of files: each with a tick whether it is to be taken in, and a line that says what was found in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from qualcoder_lite.gui.theme import current, icons
from qualcoder_lite.gui.widgets.painting import paint_box, paint_focus, paint_words, smooth
from qualcoder_lite.gui.widgets.tick_rows import TickRowModel, paint_tick, tick_width
from qualcoder_lite.gui.widgets.wrapped_words import cut_to_lines
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qualcoder_lite.gui.dialogs.import_transcripts.draft import Draft

Index = QModelIndex | QPersistentModelIndex

_ROOT = QModelIndex()
_RESULT = Qt.ItemDataRole.UserRole
_SIGN = Qt.ItemDataRole.UserRole + 1
_ICON = 20
_SIGN_COLOURS = {"warning": "warn", "done": "ok", "minus": "muted"}


class FilesModel(TickRowModel):
    """The files with their ticks."""

    def __init__(self, *, ticks: bool = True) -> None:
        """Hold no files yet; without `ticks` the files are only told of."""
        super().__init__()
        self.drafts: Sequence[Draft] = ()
        self._ticks = ticks

    def show(self, drafts: Sequence[Draft]) -> None:
        """Show other files."""
        self.beginResetModel()
        self.drafts = drafts
        self.endResetModel()

    def say_changed(self) -> None:
        """Tell the views that what is known of the files changed."""
        if self.drafts:
            self.dataChanged.emit(self.index(0), self.index(len(self.drafts) - 1))

    def rowCount(self, parent: Index = _ROOT) -> int:
        """How many files there are."""
        return 0 if parent.isValid() else len(self.drafts)

    def can_be_ticked(self, row: int) -> bool:
        """What can be taken in can be ticked."""
        return self._ticks and self.drafts[row].can_be_taken

    def is_ticked(self, row: int) -> bool:
        """Whether a file is to be taken in."""
        return self.drafts[row].wanted

    def tick(self, row: int, *, ticked: bool) -> None:
        """Have a file taken in, or leave it out."""
        self.drafts[row].wanted = ticked

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A file's name, what was found in it, and its tick."""
        if not index.isValid():
            return None
        draft = self.drafts[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return draft.name
            case Qt.ItemDataRole.ToolTipRole:
                return f"{draft.path}\n{result_of(draft)}"
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{draft.name}. {result_of(draft)}"
            case Qt.ItemDataRole.CheckStateRole:
                return super().data(index, role)
            case _:
                return {_RESULT: result_of(draft), _SIGN: _sign_of(draft)}.get(role)


def result_of(draft: Draft) -> str:
    """What is known of a file, in one line."""
    if draft.trouble:
        return draft.trouble
    if draft.stored is not None:
        return tr("Is in the project, as “{title}”", title=draft.stored.transcript.title)
    if draft.twin:
        return tr("{twin}. It comes in again.", twin=draft.twin) if draft.wanted else f"{draft.twin}."
    turns = len(draft.read.text.turns) if draft.read else 0
    said = tr("{turns:,} turns", turns=turns) if turns > 1 else tr("1 turn") if turns else tr("no speakers found")
    return tr("{words:,} words, {said}", words=draft.words, said=said)


def _sign_of(draft: Draft) -> str:
    """The icon that says how a file stands."""
    return "warning" if draft.trouble else "done" if draft.stored is not None else "minus"


class FilesDelegate(QStyledItemDelegate):
    """Paints a file: tick or warning, name, and what was found in up to two lines."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """All rows are of one height, so that very many scroll without being measured."""
        look = current().look
        name, result = QFontMetricsF(look.font("strong")), QFontMetricsF(look.font("small"))
        return QSize(look.px(200), round(name.height() + 2 * result.height() + look.gap(20)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        painter.save()
        smooth(painter)
        look, row = current().look, QRectF(option.rect)
        if option.state & QStyle.StateFlag.State_Selected:
            paint_box(painter, row.adjusted(2, 1, -2, -1), 8, fill=look.colour("tint"), edge=look.colour("tint_edge"))
        sign = str(index.data(_SIGN))
        bad = sign == "warning"
        tick = index.data(Qt.ItemDataRole.CheckStateRole)
        if tick is not None:
            paint_tick(painter, row, look, ticked=tick == Qt.CheckState.Checked)
        if tick is None or bad:
            self._paint_sign(painter, row, sign, shifted=tick is not None)
        left = tick_width(look)
        place = row.adjusted(left, 0, -look.gap(12), 0)
        font, small = look.font("strong"), look.font("small")
        align = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
        name_wide = place.width() - (look.px(_ICON) + look.gap(6) if bad and tick is not None else 0)
        name = QFontMetricsF(font).elidedText(str(index.data()), Qt.TextElideMode.ElideMiddle, name_wide)
        wrapped = cut_to_lines(str(index.data(_RESULT)), 2, small, place.width())
        high = QFontMetricsF(font).height() + look.gap(2)
        place.setTop(row.center().y() - (high + wrapped.height) / 2)
        paint_words(painter, place, name, font, look.colour("text"), align)
        ink = look.colour("warn" if bad else "muted")
        wrapped.paint(painter, place.left(), place.top() + high, ink)
        if option.state & QStyle.StateFlag.State_HasFocus:
            paint_focus(painter, row.adjusted(7, 7, -7, -7), 4, look)
        painter.restore()

    @staticmethod
    def _paint_sign(painter: QPainter, row: QRectF, icon: str, *, shifted: bool) -> None:
        look = current().look
        side = look.px(_ICON)
        place = QRectF(row.left() + look.gap(12), row.center().y() - side / 2, side, side)
        if shifted:
            place.moveTopRight(row.topRight() + QRectF(-look.gap(10), look.gap(8), 0, 0).topLeft())
        icons.paint(painter, place, icon, look.colour(_SIGN_COLOURS[icon]))
