"""“What goes to the new code?”: some of what a code is on, ticked in a list, becomes a code of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtWidgets import QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from qualcoder_lite.gui.dialogs.form import FormDialog, asked, carry_out
from qualcoder_lite.gui.theme import current
from qualcoder_lite.gui.widgets.labels import Label
from qualcoder_lite.gui.widgets.painting import paint_focus, smooth
from qualcoder_lite.gui.widgets.text_box import TextBox
from qualcoder_lite.gui.widgets.tick_rows import TickRowModel, TickRowView, paint_tick, tick_width
from qualcoder_lite.gui.widgets.wrapped_words import WrappedWords
from qualcoder_lite.service.codebook.edit import CodeEdit
from qualcoder_lite.service.directory import one_line
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QObject
    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QWidget

    from qualcoder_lite.domain.changes import Changes
    from qualcoder_lite.domain.codebook import Code
    from qualcoder_lite.gui.project.workspace import Workspace
    from qualcoder_lite.service.codebook.merging import SplitUnit

Index = QModelIndex | QPersistentModelIndex

_ROOT = QModelIndex()
_NOTE = Qt.ItemDataRole.UserRole
_ROW, _ROWS = 74, 5


class UnitModel(TickRowModel):
    """The passages of a code, each with a tick; their words are read when they are looked at."""

    def __init__(self, workspace: Workspace, units: Sequence[SplitUnit], parent: QObject | None = None) -> None:
        """Tick none."""
        super().__init__(parent)
        self._project, self._units = workspace.project, units
        self._titles = {each.transcript.id: each.transcript.title for each in workspace.project.transcripts.overview()}
        self._coders = {coder.id: coder.name for coder in workspace.project.coders.all()}
        self._ticked: set[int] = set()
        self._texts: dict[str, str] = {}

    @property
    def ticked(self) -> list[SplitUnit]:
        """What is ticked, in order."""
        return [self._units[row] for row in sorted(self._ticked)]

    def rowCount(self, parent: Index = _ROOT) -> int:
        """How many passages there are."""
        return 0 if parent.isValid() else len(self._units)

    def is_ticked(self, row: int) -> bool:
        """Whether a passage goes to the new code."""
        return row in self._ticked

    def tick(self, row: int, *, ticked: bool) -> None:
        """Let a passage go to the new code, or stay."""
        (self._ticked.add if ticked else self._ticked.discard)(row)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A passage's words, where it is and who coded it, its tick."""
        if not index.isValid():
            return None
        unit = self._units[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(unit)
        if role == _NOTE:
            return self._note(unit)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self._words(unit)}. {self._note(unit)}"
        return super().data(index, role)

    def _words(self, unit: SplitUnit) -> str:
        if unit.transcript not in self._texts:
            self._texts[unit.transcript] = self._project.transcripts.text(unit.transcript)
        return " ".join(self._texts[unit.transcript][unit.start : unit.end].split())

    def _note(self, unit: SplitUnit) -> str:
        names = ", ".join(self._coders.get(coder, "") for coder in unit.coders)
        settled = tr("settled together") if unit.decisions else ""
        return " · ".join(part for part in (self._titles.get(unit.transcript, ""), names, settled) if part)


class _UnitDelegate(QStyledItemDelegate):
    """Paints a passage's words in two lines at most, under them where it is."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        look = current().look
        return QSize(look.px(260), look.px(_ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        smooth(painter)
        look, row = current().look, QRectF(option.rect)
        if option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(row, look.colour("tint"))
        paint_tick(painter, row, look, ticked=index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked)
        left, room = row.left() + tick_width(look), row.width() - tick_width(look) - look.gap(12)
        painter.setClipRect(row)
        words = _elided(str(index.data()), room)
        words.paint(painter, left, row.top() + look.gap(8), look.colour("text"))
        note = WrappedWords(str(index.data(_NOTE)), look.font("tiny"), 10_000)
        note.paint(painter, left, row.bottom() - look.px(24), look.colour("muted"))
        if option.state & QStyle.StateFlag.State_HasFocus:
            paint_focus(painter, row.adjusted(7, 7, -7, -7), 4, look)
        painter.restore()


def _elided(words: str, room: float) -> WrappedWords:
    """Words in two lines, cut at a word."""
    look = current().look
    wrapped = WrappedWords(words, look.font("small"), room)
    most = look.px(_ROW) - look.px(30)
    while wrapped.height > most and " " in words:
        words = words[: int(len(words) * min(0.9, most / wrapped.height))].rpartition(" ")[0] or words[:20]
        wrapped = WrappedWords(f"{words} …", look.font("small"), room)
        if len(words) <= 20:
            break
    return wrapped


class SplitDialog(FormDialog):
    """Asks what goes, what the new code is called, what it covers, and why."""

    width_wanted = 680

    def __init__(self, workspace: Workspace, code: Code, parent: QWidget | None) -> None:
        """List what the code is on."""
        intro = tr("What you tick goes to the new code; the rest stays “{code}”. You can undo this.", code=code.name)
        super().__init__(
            workspace,
            "split-code",
            tr("What goes from {code} to a new code?", code=code.name),
            intro,
            do=tr("Split"),
            parent=parent,
        )
        self._code = code
        self.model = UnitModel(workspace, workspace.project.codes.split_units(code.id), self)
        self.list = TickRowView(tr("Where {code} is", code=code.name), whole_row=True)
        self.list.setObjectName("split-list")
        self.list.setAccessibleDescription(tr("Space ticks a passage."))
        self.list.setModel(self.model)
        self.list.setItemDelegate(_UnitDelegate(self.list))
        self.list.setCurrentIndex(self.model.index(0, 0))
        self.list.setMinimumHeight(current().look.px(_ROW) * min(max(self.model.rowCount(), 2), _ROWS))
        self.list.ticked.connect(lambda _index: self._count())
        self.tally = Label("", "small", tone="muted")
        self.name = QLineEdit()
        self.name.setObjectName("split-name")
        self.name.setAccessibleName(tr("Name of the new code"))
        self.meaning = TextBox(tr("What the new code covers"), "split-meaning", hint=tr("You can write this later"))
        self.why = QLineEdit()
        self.why.setObjectName("split-why")
        self.why.setAccessibleName(tr("Why they are two"))
        self.needed = (self.name, self.why)
        self.fill(
            self.tally,
            self.list,
            asked(tr("Name of the new code"), self.name),
            asked(tr("What does it cover?"), self.meaning),
            asked(tr("Why are they two?"), self.why, tr("One line. The codebook’s history keeps it.")),
            first=self.list,
        )
        self._count()

    def _count(self) -> None:
        ticked, of = len(self.model.ticked), self.model.rowCount()
        self.tally.setText(tr("{ticked} of {n} passage ticked", "{ticked} of {n} passages ticked", n=of, ticked=ticked))

    def do_it(self) -> Changes:
        """Split."""
        return self.workspace.project.codes.split(
            self._code.id,
            self.name.text(),
            [coding for unit in self.model.ticked for coding in unit.codings],
            why=self.why.text(),
            coder=self.workspace.coder,
            texts=CodeEdit(definition=self.meaning.words),
        )


def split_code(workspace: Workspace, code: Code, parent: QWidget, by: QObject | None = None) -> str:
    """Ask what goes to a new code until that is done; the id of the new code, or nothing."""
    dialog = SplitDialog(workspace, code, parent)
    changes = carry_out(
        dialog, lambda: tr("“{name}” is split off “{code}”.", name=dialog.name.text().strip(), code=code.name), by
    )
    named = {name: id_ for id_, name in workspace.project.codebooks.names().items()}
    return named.get(one_line(dialog.name.text()), "") if changes else ""
