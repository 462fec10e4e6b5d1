"""How far coding is: a line for each site, a column for each coder, each cell with a ring and its words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QTableView,
)

from qualcoder_lite.gui.theme import current
from qualcoder_lite.gui.theme.coder_faces import face_of
from qualcoder_lite.gui.widgets.avatar import paint_avatar
from qualcoder_lite.gui.widgets.painting import paint_focus, paint_words, smooth
from qualcoder_lite.gui.widgets.progress_ring import paint_progress
from qualcoder_lite.gui.widgets.themed import Themed
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

    from qualcoder_lite.domain.transcript_mark import SiteProgress, Tally
    from qualcoder_lite.gui.theme.coder_faces import Face

TALLY = Qt.ItemDataRole.UserRole
FACE = Qt.ItemDataRole.UserRole + 1
_ANYBODY, _NO_SITE = tr("Anybody"), tr("No site recorded")
_DISC = 24  # width of a coder's disc, in pixels at a text scale of 1
_LEAST = 110  # width of a cell's words, in pixels at a text scale of 1
_ACROSS = Qt.Orientation.Horizontal


class ProgressModel(QAbstractTableModel):
    """Sites by coders; with several coders, what is done by anybody comes first.

    Only coders who have begun have a column: who only wrote comments on quotes in Word is known as a coder too.
    """

    def __init__(
        self, sites: Sequence[SiteProgress], face: Callable[[str], Face] = face_of, parent: QWidget | None = None
    ) -> None:
        """Show progress as it is now; `face` tells how a coder looks."""
        super().__init__(parent)
        self._sites, self._face = sites, face
        everybody = list(sites[0].coders) if sites else []
        names = [name for name in everybody if any(_has_begun(site.coders.get(name)) for site in sites)] or everybody
        self._columns = [_ANYBODY, *names] if len(names) != 1 else names

    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """A row for each site."""
        return 0 if parent.isValid() else len(self._sites)

    def columnCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """A column for each coder, and one for anybody."""
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's own
        """A tally, in words and as it is."""
        if not index.isValid():
            return None
        site, name = self._sites[index.row()], self._columns[index.column()]
        tally = site.coders.get(name, site.anybody) if name != _ANYBODY or name in site.coders else site.anybody
        if role == TALLY:
            return tally
        if role == Qt.ItemDataRole.DisplayRole:
            return done(tally)
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            said = ", ".join(part for part in (tr("{done} done", done=done(tally)), beside(tally)) if part)
            return f"{site.site or _NO_SITE}, {name}: {said}"
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:  # noqa: ANN401 - Qt's own
        """Coders at the top, sites at the left."""
        if role == Qt.ItemDataRole.DisplayRole:
            return self._columns[section] if orientation == _ACROSS else self._sites[section].site or _NO_SITE
        if role == FACE and orientation == _ACROSS and self._columns[section] != _ANYBODY:
            return self._face(self._columns[section])
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None


def _has_begun(tally: Tally | None) -> bool:
    return tally is not None and bool(tally.done or tally.begun or tally.put_off)


def done(tally: Tally) -> str:
    """How many are done."""
    return tr("{done} of {of}", done=tally.done, of=tally.of)


def beside(tally: Tally) -> str:
    """What else there is to say of a tally, in few words."""
    parts = (
        (tally.begun, tr("begun")),
        (tally.put_off, tr("put off")),
        (tally.outdated, tr("with an earlier codebook")),
    )
    return ", ".join(f"{count} {words}" for count, words in parts if count)


class _Cells(QStyledItemDelegate):
    def sizeHint(self, _option: QStyleOptionViewItem, index: QModelIndex) -> QSize:
        look, tally = current().look, index.data(TALLY)
        words = QFontMetricsF(look.font("strong")).horizontalAdvance(done(tally))
        under = QFontMetricsF(look.font("small")).horizontalAdvance(beside(tally))
        wide = max(words, under, look.px(_LEAST))
        return QSize(round(wide) + look.px(24) + look.gap(36), look.px(38) + look.gap(10))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        look, tally = current().look, index.data(TALLY)
        painter.save()
        smooth(painter)
        rect, side = QRectF(option.rect), look.px(24)
        ring = QRectF(rect.left() + look.gap(12), rect.center().y() - side / 2, side, side)
        paint_progress(
            painter, ring, tally.done / max(tally.of, 1), look, finished=bool(tally.of) and tally.done == tally.of
        )
        words = rect.adjusted(side + look.gap(24), look.gap(4), 0, -look.gap(4))
        under = beside(tally)
        middle = Qt.AlignmentFlag.AlignVCenter
        upper = QRectF(words.left(), words.top(), words.width(), words.height() / (2 if under else 1))
        paint_words(painter, upper, done(tally), look.font("strong"), look.colour("text"), middle)
        if under:
            lower = upper.translated(0, upper.height())
            paint_words(painter, lower, under, look.font("small"), look.colour("muted"), middle)
        if option.state & QStyle.StateFlag.State_HasFocus:
            paint_focus(painter, rect.adjusted(5, 5, -5, -5), 3, look)
        painter.restore()


class _Heads(QHeaderView):
    """The coders' names, each with its disc."""

    def __init__(self, parent: QTableView) -> None:
        super().__init__(_ACROSS, parent)

    def sectionSizeFromContents(self, logicalIndex: int) -> QSize:  # noqa: N803 - Qt's own name
        """Room for the disc beside the name."""
        look, wanted = current().look, super().sectionSizeFromContents(logicalIndex)
        return wanted + QSize(look.px(_DISC) + look.gap(12), 0)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N803 - Qt's own name
        """Paint the disc where the rings are below it, and the name where their words are."""
        look, face = current().look, self.model().headerData(logicalIndex, _ACROSS, FACE)
        name = self.model().headerData(logicalIndex, _ACROSS, Qt.ItemDataRole.DisplayRole)
        painter.save()
        smooth(painter)
        whole, side = QRectF(rect), look.px(_DISC)
        left = whole.left() + look.gap(12)
        if face is not None:
            paint_avatar(painter, QRectF(left, whole.center().y() - side / 2, side, side), face, look)
            left += side + look.gap(12)
        painter.setPen(look.colour("edge"))
        painter.drawLine(whole.bottomLeft(), whole.bottomRight())
        words = QRectF(left, whole.top(), whole.right() - left, whole.height())
        paint_words(painter, words, name, self.font(), look.colour("text"), Qt.AlignmentFlag.AlignVCenter)
        painter.restore()


class ProgressTable(Themed, QTableView):
    """The table, as high as its rows; where it is too wide, it scrolls sideways."""

    def __init__(self, sites: Sequence[SiteProgress], face: Callable[[str], Face] = face_of) -> None:
        """Show progress as it is now; `face` tells how a coder looks."""
        super().__init__()
        self.setObjectName("home-progress")
        self.setAccessibleName(tr("How far coding is, by site and coder"))
        self.setHorizontalHeader(_Heads(self))
        self.setModel(ProgressModel(sites, face, self))
        self.setItemDelegate(_Cells(self))
        self.setProperty("paintsFocus", True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        for header, name in ((self.horizontalHeader(), tr("Coders")), (self.verticalHeader(), tr("Sites"))):
            header.setAccessibleName(name)
            header.setSectionsClickable(False)
            header.setHighlightSections(False)
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.follow_theme()

    def restyle(self) -> None:
        """Take the sizes from the look."""
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setFont(self.look.font("small_strong"))
        hints = [self.sizeHintForColumn(column) for column in range(self.model().columnCount())]
        for column, wide in enumerate(hints):
            self.setColumnWidth(column, max(wide, self.horizontalHeader().sectionSizeHint(column)))
        self.verticalHeader().setDefaultSectionSize(self.look.px(38) + self.look.gap(10))
        # What the header asks for comes before the sheet has dressed it, and would cut the last row.
        self.horizontalHeader().setFixedHeight(self.look.px(28) + self.look.gap(10))
        self.setFixedHeight(self.horizontalHeader().height() + self.verticalHeader().length() + 2)
        super().restyle()
