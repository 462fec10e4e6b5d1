"""The grid: columns that share the width, a first column and a header that stay, keys that set states."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QTableView, QWidget

from qualcoder_lite.domain.people import FeatureState
from qualcoder_lite.gui.pages.sites.delegate import StateDelegate
from qualcoder_lite.gui.pages.sites.headers import Corner, FeatureHeader, SiteHeader
from qualcoder_lite.gui.pages.sites.words import STATE_OF_KEY, after
from qualcoder_lite.gui.widgets.themed import Themed
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent

    from qualcoder_lite.gui.pages.sites.model import Cell, RegisterModel

_HEADING, _LEAST, _MOST = 26, 30, 40  # heights of a heading and of a feature, in pixels at a text scale of 1
_WIDEST = 116  # of a column, likewise
_NAMES_SHARE = 0.3  # of the width for the features' names where there are more sites than fit in


class RegisterTable(Themed, QTableView):
    """Features by sites.

    Signals:
        went: Another cell is the current one; its index.
        state_wanted: The person sets the chosen cells to this state.
        choice_wanted: The person wants to choose among the states, at this place on the screen.
        opened: The person wants to note the evidence.
        fitted: How large the table is when all of it is in sight.
    """

    went = Signal(QModelIndex)
    state_wanted = Signal(FeatureState)
    choice_wanted = Signal(QPoint)
    opened = Signal()
    fitted = Signal(QSize)

    def __init__(self, model: RegisterModel, parent: QWidget | None = None) -> None:
        """Show a model."""
        super().__init__(parent)
        self._register = model
        self.letters = True
        self._was_current = QModelIndex()
        self.setObjectName("sites-register")
        self.setAccessibleName(tr("Features of partnership by sites"))
        self.setProperty("paintsFocus", True)
        self._sites, self._features = SiteHeader(self), FeatureHeader(self)
        self.setModel(model)
        self.setItemDelegate(StateDelegate(self))
        self.setHorizontalHeader(self._sites)
        self.setVerticalHeader(self._features)
        self._corner = Corner(self)
        for button in self.findChildren(QAbstractButton):
            button.setObjectName("sites-corner")
            button.setAccessibleName(tr("Choose the whole table"))
            button.setToolTip(tr("Choose the whole table (Ctrl+A)"))
        self.setCornerWidget(QWidget())  # or the style paints an edge where the scroll bars meet
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        for header in (self._sites, self._features):  # a click goes to the column or row, and chooses one cell of it
            header.sectionPressed.disconnect()
            header.sectionEntered.disconnect()
        self._sites.sectionClicked.connect(lambda column: self._go(self.currentIndex().row(), column))
        self._features.sectionClicked.connect(lambda row: self._go(row, self.currentIndex().column()))
        self.follow_theme()

    def set_letters(self, on: bool) -> None:
        """Let single letters set states, or not."""
        self.letters = on
        letters = tr("P, T, A and N set present, partly, absent and not known. ") if on else ""
        self.setAccessibleDescription(
            tr(
                "{letters}Space goes on to the next state, Delete sets not known, Enter goes to the evidence.",
                letters=letters,
            )
        )

    def chosen(self) -> list[QModelIndex]:
        """The chosen cells; the current one where none is."""
        found = [index for index in self.selectedIndexes() if self._register.cell(index)]
        return found or ([self.currentIndex()] if self._register.cell(self.currentIndex()) else [])

    def first_chosen(self) -> Cell | None:
        """The cell at the top left of the chosen ones; None where there is none."""
        chosen = self.chosen()
        if not chosen:
            return None
        row, column = min(index.row() for index in chosen), min(index.column() for index in chosen)
        return self._register.cell(self._register.index(row, column))

    def show_cell(self, index: QModelIndex) -> None:
        """Make a cell the current one, and bring it into sight."""
        self.setCurrentIndex(index)
        self._bring_into_sight(index)

    def _bring_into_sight(self, index: QModelIndex) -> None:
        """Scroll to a cell, and to the heading over it if it is the first under it."""
        above = index.siblingAtRow(index.row() - 1)
        if above.isValid() and self._register.cell(above) is None:
            self.scrollTo(above)
        self.scrollTo(index)

    # Sharing the room

    def fold(self, narrow: bool) -> None:
        """Leave out the counts under the sites' names, where there is little room."""
        self._sites.show_counts(not narrow)
        self.fit()

    def fit(self) -> None:
        """Share out the room after the model, the size or the text changed."""
        look, columns = self.look, self._register.columnCount()
        frame = 2 * self.frameWidth()
        whole = self.width() - frame
        least = self._sites.wanted_width()
        named = self._features.wanted_width()
        bar = self.verticalScrollBar().sizeHint().width()
        names = min(named, max(round(whole * _NAMES_SHARE), whole - bar - columns * least, look.px(208)))
        self._features.setFixedWidth(names)
        most = max(least, look.px(_WIDEST))
        sideways = columns * least > whole - names
        room = self.height() - frame - self._sites.height() - (bar if sideways else 0)
        high, highest = self._fit_rows(names, room)
        wide = min(max((whole - names - (bar if high > room else 0)) // max(columns, 1), least), most)
        self._sites.setMinimumSectionSize(least)
        for column in range(columns):
            self.setColumnWidth(column, wide)
        self._sites.fit()
        self.updateGeometries()
        self._corner.setGeometry(QRect(self.frameWidth(), self.frameWidth(), names, self._sites.height()))
        beside = bar if high > room else 0
        self.fitted.emit(QSize(named + columns * most + frame + beside, highest + self._sites.height() + frame))

    def _fit_rows(self, names: int, room: int) -> tuple[int, int]:
        """Give every row its height, a little more where there is room. Returns the height of all, now and at most."""
        look, model = self.look, self._register
        words = [round(self._features.words_height(row, names)) + 6 for row in range(model.rowCount())]
        heading = [model.line(row).feature is None for row in range(model.rowCount())]
        least = [max(high, look.px(_HEADING if head else _LEAST)) for high, head in zip(words, heading, strict=True)]
        spare = max(room - sum(least), 0) // max(len(model.features), 1)
        high = highest = 0
        for row, (needed, head) in enumerate(zip(least, heading, strict=True)):
            most = max(needed, look.px(_MOST)) if not head else needed
            self.setRowHeight(row, min(needed + spare, most))
            high, highest = high + min(needed + spare, most), highest + most
        return high, highest

    def least_height(self) -> int:
        """The header and three features: less is no table."""
        return self._sites.height() + self.look.px(_HEADING + 3 * _LEAST)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share out the new room. A current cell that was in sight stays so; without room before, it comes in sight."""
        index = self.currentIndex()
        place = self.visualRect(index)
        seen = place.bottom() > 0 and place.top() < event.oldSize().height()
        super().resizeEvent(event)
        self.fit()
        if seen or event.oldSize().height() < self.look.px(3 * _LEAST):
            self._bring_into_sight(index)

    def restyle(self) -> None:
        """Take sizes from the look."""
        super().restyle()
        self.fit()

    # What happens to it

    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:
        """Tint another row and column, and tell."""
        super().currentChanged(current, previous)
        for part in (self, self._sites, self._features):
            part.viewport().update()
        if current.isValid():
            self.went.emit(current)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Set states; go to the evidence."""
        command = event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
        wanted = None if command else self._state_of(event)
        if wanted is not None:
            self.state_wanted.emit(wanted)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        elif command or not event.text().isprintable() or not event.text():
            super().keyPressEvent(event)  # other letters would look for a cell that begins with them

    def _state_of(self, event: QKeyEvent) -> FeatureState | None:
        if event.key() == Qt.Key.Key_Space:
            return after(self._register.entry(self.currentIndex()).state)
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            return FeatureState.UNKNOWN
        return STATE_OF_KEY.get(event.text().upper()) if self.letters else None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember whether the press is on the cell where the focus is already."""
        self._was_current = self.currentIndex() if self.hasFocus() else QModelIndex()
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on the focused cell asks for the choice of states."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        alone = len(self.selectedIndexes()) == 1
        left = event.button() == Qt.MouseButton.LeftButton
        if left and alone and self._register.cell(index) and index == self._was_current == self.currentIndex():
            self.choice_wanted.emit(self.place_under(index))

    def place_under(self, index: QModelIndex) -> QPoint:
        """Where a menu for a cell opens, on the screen."""
        return self.viewport().mapToGlobal(self.visualRect(index).bottomLeft())

    def _go(self, row: int, column: int) -> None:
        row = max(row, 0)
        if self._register.line(row).feature is None:
            row += 1
        self.setCurrentIndex(self._register.index(row, max(column, 0)))
