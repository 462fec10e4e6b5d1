"""The transcripts beside the text: by site, with how far each is, a box to find one, and whose coding counts."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter
from PySide6.QtWidgets import QFrame, QLineEdit, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from qualcoder_lite.domain.names import folded
from qualcoder_lite.gui.pages.code.listed import ListedSite, ListedTranscript, with_headings
from qualcoder_lite.gui.theme import current
from qualcoder_lite.gui.widgets.card import Card
from qualcoder_lite.gui.widgets.clear_cross import ClearCross
from qualcoder_lite.gui.widgets.labels import Label
from qualcoder_lite.gui.widgets.layouts import Column, Row
from qualcoder_lite.gui.widgets.painting import paint_box, paint_focus, paint_words, smooth
from qualcoder_lite.gui.widgets.progress_ring import paint_progress
from qualcoder_lite.gui.widgets.segmented import SegmentedControl
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtGui import QColor, QFont
    from PySide6.QtWidgets import QWidget

    from qualcoder_lite.gui.theme import Look

ROW = Qt.ItemDataRole.UserRole
MINE, EVERYONE = "mine", "everyone"
_VCENTRE = Qt.AlignmentFlag.AlignVCenter


class TranscriptModel(QAbstractListModel):
    """Headings and transcripts, those that match what is looked for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Hold nothing yet."""
        super().__init__(parent)
        self._all: list[ListedTranscript] = []
        self._shown: list[ListedSite | ListedTranscript] = []
        self._wanted = ""

    def fill(self, rows: Sequence[ListedTranscript]) -> None:
        """Show other transcripts."""
        self._all = list(rows)
        self._show()

    def find(self, words: str) -> None:
        """Show only what has to do with these words."""
        self._wanted = folded(words)
        self._show()

    def count(self, transcript: str, codings: int, reached: float) -> None:
        """Show how far one transcript is now, without looking at the others."""
        self._put(transcript, codings=codings, reached=reached)

    def count_all(self, reached: Mapping[str, tuple[int, float]]) -> None:
        """Show how far every transcript is now; those left out have no codings."""
        for row in list(self._all):
            codings, share = reached.get(row.id, (0, 0.0))
            if (row.codings, row.reached) != (codings, share):
                self._put(row.id, codings=codings, reached=share)

    def _put(self, transcript: str, **fields: Any) -> None:  # noqa: ANN401 - fields of ListedTranscript
        for rows in (self._all, self._shown):
            for place, row in enumerate(rows):
                if isinstance(row, ListedTranscript) and row.id == transcript:
                    rows[place] = replace(row, **fields)
                    if rows is self._shown:
                        self.dataChanged.emit(self.index(place), self.index(place))

    def _show(self) -> None:
        self.beginResetModel()
        self._shown = with_headings(row for row in self._all if not self._wanted or row.matches(self._wanted))
        self.endResetModel()

    @property
    def transcripts(self) -> list[ListedTranscript]:
        """The transcripts that are shown, in order."""
        return [row for row in self._shown if isinstance(row, ListedTranscript)]

    def row_of(self, transcript: str) -> ListedTranscript | None:
        """A transcript's row, shown or not."""
        return next((row for row in self._all if row.id == transcript), None)

    def index_of(self, transcript: str) -> QModelIndex:
        """Where a transcript is shown."""
        for place, row in enumerate(self._shown):
            if isinstance(row, ListedTranscript) and row.id == transcript:
                return self.index(place)
        return QModelIndex()

    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """How many rows there are."""
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's own
        """What is shown, said and hinted of a row."""
        if not index.isValid():
            return None
        row = self._shown[index.row()]
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.name
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return row.spoken
        return None

    def flags(self, index: QModelIndex) -> Qt.ItemFlag:
        """Headings can't be chosen."""
        if not index.isValid() or isinstance(self._shown[index.row()], ListedSite):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren


class TranscriptDelegate(QStyledItemDelegate):
    """Paints headings and transcripts."""

    def sizeHint(self, _option: QStyleOptionViewItem, index: QModelIndex) -> QSize:
        """Two lines of words, and some air."""
        look = current().look
        lines = 2 if isinstance(index.data(ROW), ListedTranscript) or index.data(ROW).client_group else 1
        return QSize(look.px(120), look.px(18 * lines) + look.gap(14 if index.row() else 8))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        """Paint one row."""
        painter.save()
        smooth(painter)
        row = index.data(ROW)
        if isinstance(row, ListedSite):
            _paint_site(painter, option.rect, row, current().look)
        else:
            self._paint_transcript(painter, option, row, current().look)
        painter.restore()

    def _paint_transcript(
        self, painter: QPainter, option: QStyleOptionViewItem, row: ListedTranscript, look: Look
    ) -> None:
        rect = QRectF(option.rect).adjusted(0, 1, 0, -1)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen:
            paint_box(painter, rect, 6, fill=look.colour("tint"))
            paint_box(painter, QRectF(rect.left(), rect.top(), 4, rect.height()), 2, fill=look.colour("accent"))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            paint_box(painter, rect, 6, fill=look.colour("sunken"))
        side = look.px(22)
        ring = QRectF(rect.left() + look.gap(12), rect.center().y() - side / 2, side, side)
        paint_progress(painter, ring, row.reached if row.codings else 0.0, look, finished=row.done)
        words = rect.adjusted(look.gap(12) + side + look.gap(10), 0, -look.gap(6), 0)
        middle = words.center().y()
        upper = QRectF(words.left(), words.top(), words.width(), middle - words.top() + look.px(2))
        lower = QRectF(words.left(), middle + look.px(1), words.width(), words.bottom() - middle - look.px(1))
        bottom, top = Qt.AlignmentFlag.AlignBottom, Qt.AlignmentFlag.AlignTop
        _paint_cut(painter, upper, row.name, look.font("strong" if chosen else "body"), look.colour("text"), bottom)
        _paint_cut(painter, lower, row.detail, look.font("tiny"), look.colour("muted"), top)
        if option.state & QStyle.StateFlag.State_HasFocus:
            paint_focus(painter, rect.adjusted(6, 6, -6, -6), 3, look)


def _paint_site(painter: QPainter, rect: QRect, row: ListedSite, look: Look) -> None:
    words = QRectF(rect).adjusted(look.gap(6), look.gap(8), -look.gap(6), 0)
    tally = look.font("tiny")
    wide = QFontMetricsF(tally).horizontalAdvance(row.tally) + look.gap(8)
    name = QRectF(words.left(), words.top(), words.width() - wide, look.px(18))
    _paint_cut(painter, name, row.name, look.font("small_strong"), look.colour("text"), _VCENTRE)
    right = QRectF(words.right() - wide, words.top(), wide, look.px(18))
    paint_words(painter, right, row.tally, tally, look.colour("muted"), _VCENTRE | Qt.AlignmentFlag.AlignRight)
    group = QRectF(words.left(), name.bottom(), words.width(), look.px(16))
    _paint_cut(painter, group, row.shown_group, tally, look.colour("muted"), _VCENTRE)


def _paint_cut(
    painter: QPainter, rect: QRectF, words: str, font: QFont, colour: QColor, align: Qt.AlignmentFlag
) -> None:
    """Paint words on one line, shortened where there is too little room."""
    shown = QFontMetricsF(font).elidedText(words, Qt.TextElideMode.ElideRight, rect.width())
    paint_words(painter, rect, shown, font, colour, align)


class TranscriptRows(QListView):
    """The rows; a click or Enter opens one."""

    opened = Signal(str)

    def __init__(self, model: TranscriptModel) -> None:
        """Show a model."""
        super().__init__()
        self.setModel(model)
        self.setItemDelegate(TranscriptDelegate(self))
        self.setObjectName("transcripts")
        self.setAccessibleName(tr("Transcripts"))
        self.setProperty("paintsFocus", True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(False)
        self.setStyleSheet("QListView { background: transparent; }")
        self.clicked.connect(self._on_chosen)
        current().changed.connect(self.scheduleDelayedItemsLayout)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter and Space open the row."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._on_chosen(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _on_chosen(self, index: QModelIndex) -> None:
        row = index.data(ROW)
        if isinstance(row, ListedTranscript):
            self.opened.emit(row.id)


class TranscriptList(Card):
    """The side of the page with all transcripts.

    Signals:
        transcript_chosen: The person wants this transcript (its id).
        whose_chosen: The person wants to see their own coding (MINE) or everyone's (EVERYONE).
    """

    transcript_chosen = Signal(str)
    whose_chosen = Signal(str)

    def __init__(self) -> None:
        """Show no transcripts yet."""
        super().__init__(kind="side")
        self.setObjectName("transcript-list")
        self.model = TranscriptModel(self)
        self.view = TranscriptRows(self.model)
        self.find_box = QLineEdit()
        self.find_box.setObjectName("find-transcript")
        self.find_box.setPlaceholderText(tr("Find a transcript"))
        self.find_box.setAccessibleName(tr("Find a transcript"))
        ClearCross(self.find_box)
        self.whose = SegmentedControl(
            [(MINE, tr("Mine")), (EVERYONE, tr("Everyone’s"))],
            name=tr("Whose coding is shown"),
            value=MINE,
            hints={MINE: tr("Only what you coded"), EVERYONE: tr("What everyone coded; others’ in grey")},
        )
        self.whose.setObjectName("whose")
        self._none = Label(tr("No transcript fits."), "small", tone="muted", wrap=True)
        self._none.hide()
        rows = (Label(tr("Transcripts"), "heading"), self.find_box, Row(self.whose, None), self._none, (self.view, 1))
        self.setLayout(Column(*rows, gap=8, margins=(12, 14, 12, 8)))
        self.find_box.textChanged.connect(self._on_find)
        self.find_box.returnPressed.connect(self._open_first)
        self.view.opened.connect(self.transcript_chosen)
        self.whose.chosen.connect(self.whose_chosen)
        self._open = ""

    def fill(self, rows: Sequence[ListedTranscript]) -> None:
        """Show these transcripts, the place in the list kept."""
        height = self.view.verticalScrollBar().value()
        self.model.fill(rows)
        self._pick()
        self.view.verticalScrollBar().setValue(height)

    def show_open(self, transcript: str) -> None:
        """Show which transcript is open."""
        self._open = transcript
        self._pick()
        index = self.model.index_of(transcript)
        if index.isValid():
            self.view.scrollTo(index)

    def neighbour(self, step: int) -> str:
        """The transcript so many rows after the open one, or none."""
        ids = [row.id for row in self.model.transcripts]
        place = ids.index(self._open) + step if self._open in ids else 0
        return ids[place] if 0 <= place < len(ids) else ""

    def _pick(self) -> None:
        index = self.model.index_of(self._open)
        if index.isValid():
            self.view.setCurrentIndex(index)

    def _on_find(self, words: str) -> None:
        self.model.find(words)
        self._none.setVisible(bool(words) and not self.model.transcripts)
        self._pick()

    def _open_first(self) -> None:
        first = next(iter(self.model.transcripts), None)
        if first is not None:
            self.transcript_chosen.emit(first.id)
