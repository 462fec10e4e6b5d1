"""Who is heard: sites by client groups, how many people were heard against how many are wanted.

A number is typed right into a cell: it is how many people the study wants there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QIntValidator, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from qualcoder_lite.domain.sampling import Cell, SamplingGrid
from qualcoder_lite.gui.theme import current, icons
from qualcoder_lite.gui.widgets.painting import paint_box, paint_focus, paint_words, smooth
from qualcoder_lite.gui.widgets.themed import Themed
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Mapping

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_HIGH, _WIDE, _BAR, _ICON = 62, 150, 6, 16
_NO_SITE, _NO_GROUP, _ALL = tr("Site not recorded"), tr("Group not recorded"), tr("All")
CELL = Qt.ItemDataRole.UserRole + 1


class SamplingModel(QAbstractTableModel):
    """Sites by client groups, with the totals last.

    Signals:
        wanted: The person says how many are wanted: site id, client group, and a number or None.
    """

    wanted = Signal(str, str, object)

    def __init__(self, parent: QObject | None = None) -> None:
        """Hold no grid yet."""
        super().__init__(parent)
        self._grid = SamplingGrid((), ())
        self._names: Mapping[str, str] = {}
        self.read_only = False

    def show(self, grid: SamplingGrid, names: Mapping[str, str]) -> None:
        """Show a grid; `names` are the sites' by id."""
        self.beginResetModel()
        self._grid, self._names = grid, names
        self.endResetModel()

    def rowCount(self, parent: _Index = _ROOT) -> int:
        """The sites, and all of them."""
        return 0 if parent.isValid() or not self._grid.sites else len(self._grid.sites) + 1

    def columnCount(self, parent: _Index = _ROOT) -> int:
        """The client groups, and all of them."""
        return 0 if parent.isValid() else len(self._grid.groups) + 1

    def place(self, index: _Index) -> tuple[str | None, str | None]:
        """The site and group of a cell; None for all of them."""
        row, column = index.row(), index.column()
        return (
            self._grid.sites[row] if row < len(self._grid.sites) else None,
            self._grid.groups[column] if column < len(self._grid.groups) else None,
        )

    def cell(self, index: _Index) -> Cell:
        """What is counted in a cell."""
        site, group = self.place(index)
        return (
            self._grid.total(site=site, group=group) if site is None or group is None else self._grid.cell(site, group)
        )

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's signature
        """A site's name, or a client group."""
        if role != Qt.ItemDataRole.DisplayRole or section < 0:
            return None
        if orientation == Qt.Orientation.Vertical:
            if section >= len(self._grid.sites):
                return _ALL
            return self._names.get(self._grid.sites[section], _NO_SITE)
        return (self._grid.groups[section] or _NO_GROUP) if section < len(self._grid.groups) else _ALL

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's signature
        """What a cell says."""
        if not index.isValid():
            return None
        cell = self.cell(index)
        if role == CELL:
            return cell
        if role == Qt.ItemDataRole.EditRole:
            return "" if cell.wanted is None else str(cell.wanted)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return in_words(cell)
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Only a site's own groups can be planned for."""
        flags = super().flags(index)
        if not index.isValid():
            return flags
        site, group = self.place(index)
        return flags | Qt.ItemFlag.ItemIsEditable if site and group and not self.read_only else flags

    def setData(self, index: _Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:  # noqa: ANN401 - Qt's signature
        """Take a number that was typed."""
        site, group = self.place(index)
        if role != Qt.ItemDataRole.EditRole or not site or not group:
            return False
        number = int(value) if str(value).strip() else None
        if number == self.cell(index).wanted:
            return False
        self.wanted.emit(site, group, number)
        return True


class SamplingTable(Themed, QTableView):
    """The grid."""

    def __init__(self, model: SamplingModel) -> None:
        """Show a model."""
        super().__init__()
        self.setObjectName("people-grid")
        self.setAccessibleName(tr("People heard, by site and client group"))
        self.setAccessibleDescription(tr("Type a number in a cell to say how many people you want to hear there."))
        self.setProperty("paintsFocus", True)
        self.setModel(model)
        self.setItemDelegate(_CellDelegate(self))
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        trigger = QAbstractItemView.EditTrigger
        self.setEditTriggers(trigger.AnyKeyPressed | trigger.EditKeyPressed | trigger.DoubleClicked)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setHighlightSections(False)
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
            header.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.verticalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.follow_theme()

    def restyle(self) -> None:
        """Take sizes and type from the look."""
        self.verticalHeader().setDefaultSectionSize(self.look.px(_HIGH))
        self.horizontalHeader().setDefaultSectionSize(self.look.px(_WIDE))
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setFont(self.look.font("small_strong"))
        # Beside the cells the line under each row goes on; Fusion's own would be as dark as the one under a heading.
        line = self.look.colours.hairline
        self.verticalHeader().setStyleSheet(f"QHeaderView::section {{ border-bottom: 1px solid {line}; }}")
        super().restyle()


class _CellDelegate(QStyledItemDelegate):
    """Paints how many were heard of how many, with a bar, and takes numbers."""

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, _index: _Index) -> QWidget:
        """A box for a number."""
        editor = QLineEdit(parent)
        editor.setObjectName("people-wanted")
        editor.setAccessibleName(tr("How many people do you want to hear?"))
        editor.setPlaceholderText(tr("How many?"))
        editor.setValidator(QIntValidator(0, 99_999, editor))
        return editor

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: _Index) -> None:
        """Hand the number over."""
        if isinstance(editor, QLineEdit):
            model.setData(index, editor.text(), Qt.ItemDataRole.EditRole)

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        """Room for the count and the bar."""
        return QSize(current().look.px(_WIDE), current().look.px(_HIGH))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint one cell."""
        look, rect, view = current().look, QRectF(option.rect), option.widget
        cell = index.data(CELL)
        if not isinstance(cell, Cell) or not isinstance(view, QTableView):
            return
        here = index.row() == view.currentIndex().row() and index.column() == view.currentIndex().column()
        painter.save()
        smooth(painter)
        painter.fillRect(rect, look.colour("tint" if here else "surface"))
        painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), look.colour("hairline"))
        inside = rect.adjusted(look.gap(10), look.gap(7), -look.gap(10), -look.gap(7))
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
        ink = look.colour("text" if cell.heard or cell.wanted else "muted")
        paint_words(painter, inside, _count(cell), look.font("strong"), ink, left)
        second = inside.adjusted(0, look.px(19), 0, 0)
        paint_words(painter, second, _rest(cell), look.font("small"), look.colour("muted"), left)
        if cell.wanted:
            self._paint_bar(painter, inside, cell)
        if here:
            if view.hasFocus():
                paint_focus(painter, rect.adjusted(7, 7, -7, -8), 4, look)
            else:
                paint_box(painter, rect.adjusted(2, 2, -2, -3), 6, edge=look.colour("text"), width=2)
        painter.restore()

    @staticmethod
    def _paint_bar(painter: QPainter, inside: QRectF, cell: Cell) -> None:
        look = current().look
        wanted, side = cell.wanted or 1, look.px(_ICON)
        bar = QRectF(inside.left(), inside.bottom() - look.px(_BAR), inside.width() - side - look.gap(6), look.px(_BAR))
        paint_box(painter, bar, bar.height() / 2, fill=look.colour("sunken"), edge=look.colour("edge"))
        done = QRectF(bar)
        done.setWidth(bar.width() * min(cell.heard / wanted, 1))
        if cell.heard:
            paint_box(painter, done, bar.height() / 2, fill=look.colour("accent"))
        mark = "check" if cell.heard >= wanted else "flag" if not cell.heard else ""
        if mark:
            place = QRectF(inside.right() - side, inside.bottom() - side + look.gap(2), side, side)
            icons.paint(painter, place, mark, look.colour("text"))


def in_words(cell: Cell) -> str:
    """A cell as it is spoken."""
    return ", ".join(filter(None, (tr("{count} heard", count=_count(cell)), _rest(cell))))


def _count(cell: Cell) -> str:
    if cell.wanted is None:
        return f"{cell.heard:,}" if cell.heard else "–"
    return tr("{heard:,} of {wanted:,}", heard=cell.heard, wanted=cell.wanted)


def _rest(cell: Cell) -> str:
    if cell.waiting:
        return tr("{n:,} person to come", "{n:,} people to come", n=cell.waiting)
    return tr("nobody heard yet") if cell.wanted and not cell.heard else ""
