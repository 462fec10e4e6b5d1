"""Lists of what happened under headings of days: steps put into words when looked at, and changes to codebooks."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from qualcoder_lite.domain.names import folded
from qualcoder_lite.gui.pages.history.lines import Line, day_words, step_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QObject

    from qualcoder_lite.service.history.history import HistoryEntry

_TOGETHER = 20  # steps read at once: about a page
_KEPT = 400  # lines kept in words
_AT_A_TIME = 20  # steps looked through in one go while searching
_Index = QModelIndex | QPersistentModelIndex


class DayModel(QAbstractListModel):
    """Rows that are a day's heading or one of its lines. A heading can't be chosen.

    Attributes:
        lines: How many lines are shown, headings aside.
        headings: The rows of the headings.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        # A row is the number of a line, or the day (ISO) of a heading.
        self._rows: list[int | str] = []
        self.lines = 0
        self.headings: list[int] = []

    def line(self, row: int) -> Line | None:
        """What a row says; None for a heading."""
        number = self._rows[row]
        return None if isinstance(number, str) else self._line(number)

    def heading(self, row: int) -> str:
        """The day that begins at a row; empty for a line."""
        day = self._rows[row]
        return day_words(date.fromisoformat(day)) if isinstance(day, str) else ""

    def first_line(self) -> int:
        """The row of the newest line, -1 where there is none."""
        return 1 if self._rows else -1

    def _put_heading(self, day: str) -> None:
        self.headings.append(len(self._rows))
        self._rows.append(day)

    def is_heading(self, row: int) -> bool:
        """Whether a day begins at a row."""
        return isinstance(self._rows[row], str)

    def _line(self, number: int) -> Line:
        raise NotImplementedError

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """How many headings and lines there are."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - as Qt has it
        """The words of a row, and the whole of it for a screen reader."""
        if not index.isValid() or role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        line = self.line(index.row())
        if line is None:
            return self.heading(index.row())
        return line.words if role == Qt.ItemDataRole.DisplayRole else line.spoken

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Headings are passed over."""
        if index.isValid() and self.is_heading(index.row()):
            return Qt.ItemFlag.ItemNeverHasChildren
        return super().flags(index)


class StepModel(DayModel):
    """The steps of the journal, newest first, narrowed to one coder and to words."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self._steps: Sequence[HistoryEntry] = ()
        self._days: list[str] = []
        self._kept: dict[int, Line] = {}
        self._waiting: list[int] = []
        self._wanted = ""

    def show(self, steps: Sequence[HistoryEntry], days: Sequence[tuple[str, int]], words: str = "") -> None:
        """Show steps; `days` has their local days (ISO) in order, with how many steps each has.

        Where words are wanted, nothing is shown before `look_further` found it.
        """
        self.beginResetModel()
        self._steps, self._wanted = steps, folded(words)
        self._kept.clear()
        self._waiting = list(reversed(range(len(steps)))) if self._wanted else []
        self._days = [day for day, count in days for _ in range(count)] if self._wanted else []
        self._rows, self.headings = [], []
        self.lines = 0 if self._wanted else len(steps)
        first = 0
        for day, count in () if self._wanted else days:
            self._put_heading(day)
            self._rows += range(first, first + count)
            first += count
        self.endResetModel()

    def entry(self, row: int) -> HistoryEntry | None:
        """The step of a row; None for a heading, and where there is no such row."""
        number = self._rows[row] if 0 <= row < len(self._rows) else ""
        return None if isinstance(number, str) else self._steps[number]

    @property
    def is_looking(self) -> bool:
        """Whether there are steps whose words weren't looked at yet."""
        return bool(self._waiting)

    def look_further(self) -> None:
        """Look for the wanted words in the next steps, and show those that have them."""
        numbers = [self._waiting.pop() for _ in range(min(_AT_A_TIME, len(self._waiting)))]
        found = [number for number in numbers if self._wanted in folded(self._line(number).words)]
        last = next((self._days[row] for row in reversed(self._rows) if isinstance(row, int)), "")
        grown = len(found) + sum(a != b for a, b in pairwise([last, *(self._days[number] for number in found)]))
        if not found:
            return
        self.beginInsertRows(QModelIndex(), len(self._rows), len(self._rows) + grown - 1)
        for number in found:
            if self._days[number] != last:
                last = self._days[number]
                self._put_heading(last)
            self._rows.append(number)
        self.lines += len(found)
        self.endInsertRows()

    def _line(self, number: int) -> Line:
        if number not in self._kept:
            if len(self._kept) >= _KEPT:
                self._kept.clear()
            first = number - number % _TOGETHER
            for offset, entry in enumerate(self._steps[first : first + _TOGETHER]):
                self._kept[first + offset] = step_line(entry)
        return self._kept[number]


class LineModel(DayModel):
    """Lines that are known at once, newest first: changes to the codebooks, files that left the project."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self._lines: Sequence[Line] = ()

    def show(self, lines: Sequence[Line]) -> None:
        """Show these lines, which are in order."""
        self.beginResetModel()
        self._lines, self._rows, self.headings, self.lines = lines, [], [], len(lines)
        day = ""
        for number, line in enumerate(lines):
            if line.when.date().isoformat() != day:
                day = line.when.date().isoformat()
                self._put_heading(day)
            self._rows.append(number)
        self.endResetModel()

    def _line(self, number: int) -> Line:
        return self._lines[number]
