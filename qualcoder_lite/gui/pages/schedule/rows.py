"""The two lists of the page: the questions in their order, and the interviews with a tick where one was asked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate

from qualcoder_lite.domain.names import folded
from qualcoder_lite.gui.theme import current
from qualcoder_lite.gui.widgets.painting import paint_box, paint_focus, paint_words, smooth
from qualcoder_lite.gui.widgets.tick_rows import paint_tick, tick_width
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

    from qualcoder_lite.domain.schedule import Question
    from qualcoder_lite.service.transcripts.transcripts import TranscriptOverview

_Index = QModelIndex
_UNDER = Qt.ItemDataRole.UserRole
INTERVIEW, FOUND_BY = Qt.ItemDataRole.UserRole + 1, Qt.ItemDataRole.UserRole + 2


class QuestionModel(QAbstractListModel):
    """The questions, each with the outcome it asks about and how many interviews left it out."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Hold no question yet."""
        super().__init__(parent)
        self.questions: Sequence[Question] = ()
        self._outcomes: Mapping[str, str] = {}
        self._left_out: Mapping[str, int] = {}

    def show(self, questions: Sequence[Question], outcomes: Mapping[str, str], left_out: Mapping[str, int]) -> None:
        """Show other questions; `outcomes` names the codes, `left_out` counts interviews."""
        self.beginResetModel()
        self.questions, self._outcomes, self._left_out = questions, outcomes, left_out
        self.endResetModel()

    def row_of(self, question: str) -> int:
        """Where a question (its id) stands; -1 where it doesn't."""
        return next((row for row, each in enumerate(self.questions) if each.id == question), -1)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """How many questions there are."""
        return 0 if parent.isValid() else len(self.questions)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's own
        """The question with its number, and what stands under it."""
        if not index.isValid():
            return None
        question = self.questions[index.row()]
        words = f"{index.row() + 1}. {question.wording}"
        if role == Qt.ItemDataRole.DisplayRole:
            return words
        if role == _UNDER:
            return self._under(question)
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return f"{words} {self._under(question)}"
        return None

    def _under(self, question: Question) -> str:
        about = self._outcomes.get(question.code or "", tr("Open question"))
        left_out = self._left_out.get(question.id, 0)
        where = tr(" · not asked in {n} interview", " · not asked in {n} interviews", n=left_out) if left_out else ""
        return f"{about}{where}"


class InterviewModel(QAbstractListModel):
    """The interviews, ticked where the chosen question was asked.

    Signals:
        said: The person ticked an interview (its id), or took the tick away.
    """

    said = Signal(str, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Hold no interview yet."""
        super().__init__(parent)
        self._rows: Sequence[TranscriptOverview] = ()
        self._left_out: Collection[str] = ()
        self._locked = False

    def show(self, rows: Sequence[TranscriptOverview], left_out: Collection[str], *, locked: bool) -> None:
        """Show the interviews for a question; `locked` where nothing can be changed."""
        if [row.transcript.id for row in rows] == [row.transcript.id for row in self._rows]:
            self._rows, self._left_out, self._locked = rows, left_out, locked
            self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self._rows, self._left_out, self._locked = rows, left_out, locked
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """How many interviews there are."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's own
        """The interview, its site, and its tick."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        title, asked = row.transcript.title, row.transcript.id not in self._left_out
        site = row.placement.site.name if row.placement.site else ""
        said = (title, site, tr("asked") if asked else tr("not asked"))
        return {
            Qt.ItemDataRole.DisplayRole: title,
            _UNDER: site,
            INTERVIEW: row.transcript.id,
            FOUND_BY: folded(f"{title} {site}"),
            Qt.ItemDataRole.CheckStateRole: Qt.CheckState.Checked if asked else Qt.CheckState.Unchecked,
            Qt.ItemDataRole.AccessibleTextRole: ", ".join(part for part in said if part),
        }.get(role)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Each can be ticked, where anything can be changed."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
        return flags if self._locked else flags | Qt.ItemFlag.ItemIsUserCheckable

    def setData(self, index: _Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:  # noqa: ANN401 - Qt's
        """Say of an interview whether the question was asked."""
        if role != Qt.ItemDataRole.CheckStateRole or not index.isValid() or self._locked:
            return False
        self.said.emit(self._rows[index.row()].transcript.id, Qt.CheckState(value) == Qt.CheckState.Checked)
        return True


class TwoLines(QStyledItemDelegate):
    """Paints a row: its tick, if it can be ticked, its words, and what stands under them."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        """All rows are of one height."""
        look = current().look
        high = QFontMetricsF(look.font("body")).height() + QFontMetricsF(look.font("small")).height()
        return QSize(look.px(160), round(high) + look.gap(14))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint one row."""
        painter.save()
        smooth(painter)
        look, row = current().look, QRectF(option.rect)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        tick = index.data(Qt.ItemDataRole.CheckStateRole)
        if chosen and tick is None:
            paint_box(painter, row.adjusted(2, 1, -2, -1), 8, fill=look.colour("tint"), edge=look.colour("tint_edge"))
        if tick is not None:
            paint_tick(painter, row, look, ticked=tick == Qt.CheckState.Checked)
        left = look.gap(14) if tick is None else tick_width(look)
        place = row.adjusted(left, look.gap(6), -look.gap(12), -look.gap(6))
        font, small = look.font("strong" if chosen and tick is None else "body"), look.font("small")
        words = QFontMetricsF(font).elidedText(str(index.data()), Qt.TextElideMode.ElideRight, place.width())
        paint_words(painter, place, words, font, look.colour("text"), Qt.AlignmentFlag.AlignTop)
        under = QFontMetricsF(small).elidedText(str(index.data(_UNDER)), Qt.TextElideMode.ElideRight, place.width())
        paint_words(painter, place, under, small, look.colour("muted"), Qt.AlignmentFlag.AlignBottom)
        if option.state & QStyle.StateFlag.State_HasFocus:
            paint_focus(painter, row.adjusted(7, 7, -7, -7), 4, look)
        painter.restore()


class QuestionList(QListView):
    """The questions; the current one is shown beside.

    Signals:
        went: Another question is the current one: its id, empty for none.
    """

    went = Signal(str)

    def __init__(self, model: QuestionModel) -> None:
        """Show a model."""
        super().__init__()
        self._model = model
        self.setModel(model)
        self.setItemDelegate(TwoLines(self))
        self.setObjectName("schedule-questions")
        self.setAccessibleName(tr("Questions"))
        self.setProperty("paintsFocus", True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    @property
    def question(self) -> str:
        """The current question's id; empty where there is none."""
        row = self.currentIndex().row()
        return self._model.questions[row].id if 0 <= row < len(self._model.questions) else ""

    def show_question(self, question: str) -> None:
        """Make a question the current one, or the first where it isn't there."""
        row = self._model.row_of(question)
        self.setCurrentIndex(self._model.index(max(row, 0)))

    def currentChanged(self, current: _Index, previous: _Index) -> None:
        """Tell which question it is."""
        super().currentChanged(current, previous)
        self.went.emit(self.question)
