"""“Whose voices”: who is among some quotes, whose are starred often, and who would not be heard."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QDialog

from qualcoder_lite.gui.pages.quotes.words import counted
from qualcoder_lite.gui.widgets.buttons import Button
from qualcoder_lite.gui.widgets.fitting import within_screen
from qualcoder_lite.gui.widgets.focus_ring import FocusRing
from qualcoder_lite.gui.widgets.labels import Label
from qualcoder_lite.gui.widgets.layouts import Column, Row
from qualcoder_lite.gui.widgets.rows_table import RowsTable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from qualcoder_lite.service.stars import Voice

_Index = QModelIndex | QPersistentModelIndex
_HEADINGS = ("Who", "Where", "Quotes", "Starred")
_WIDE, _HIGH = 620, 560


def balance(voices: Sequence[Voice]) -> str:
    """How the stars are shared out, in a sentence or two."""
    able = [voice for voice in voices if voice.may_quote]
    stars, silent = sum(voice.starred for voice in able), sum(not voice.starred for voice in able)
    if not stars:
        return f"{counted(len(voices), 'person', 'people')} among these quotes, and no quote is starred yet."
    most = able[0]
    said = [f"{counted(stars, 'quote')} starred, of {counted(len(able) - silent, 'person', 'people')}."]
    if stars > most.starred > 1 and 2 * most.starred > stars:
        said.append(f"{most.starred} of them are of one person: the others may be drowned out.")
    if silent:
        said.append(f"{counted(silent, 'person', 'people')} without a star would not be heard.")
    return " ".join(said)


def show_voices(parent: QWidget, voices: Sequence[Voice]) -> None:
    """Show who is among some quotes, and how often they are starred."""
    dialog = QDialog(parent)
    dialog.setObjectName("quotes-voices-dialog")
    dialog.setWindowTitle("Whose voices")
    dialog.setAccessibleName("Whose voices")
    words = balance(voices)
    dialog.setAccessibleDescription(words)
    table = RowsTable("People among these quotes", VoicesModel(voices, dialog), numbers_from=2, widest=0)
    table.setObjectName("quotes-voices-table")
    close = Button("Close", kind="primary")
    close.setObjectName("quotes-voices-close")
    close.clicked.connect(dialog.accept)
    dialog.setLayout(
        Column(
            Label("Whose voices", "title"),
            Label(words, wrap=True),
            (table, 1),
            Row(None, close),
            gap=12,
            margins=(24, 20),
        )
    )
    FocusRing(dialog)
    within_screen(dialog, _WIDE, _HIGH)
    table.setCurrentIndex(table.model().index(0, 0))
    table.setFocus()
    dialog.exec()
    dialog.deleteLater()


class VoicesModel(QAbstractTableModel):
    """People with how many quotes are theirs, and how many of those are starred."""

    def __init__(self, voices: Sequence[Voice], parent: QObject | None = None) -> None:
        """Show people in the order given."""
        super().__init__(parent)
        self._voices = voices

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """How many people there are."""
        return 0 if parent.isValid() else len(self._voices)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Who, where, and two numbers."""
        return 0 if parent.isValid() else len(_HEADINGS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - as Qt has it
        """What a column tells."""
        if role == Qt.ItemDataRole.DisplayRole and orientation is Qt.Orientation.Horizontal:
            return _HEADINGS[section]
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - as Qt has it
        """A cell's words, and the whole row for a screen reader."""
        if not index.isValid():
            return None
        voice = self._voices[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            starred = str(voice.starred) if voice.may_quote else "not to be quoted"
            return (voice.name, voice.place, str(voice.passages), starred)[index.column()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{voice.name}: {counted(voice.passages, 'quote')}, {voice.starred} starred"
        return None
