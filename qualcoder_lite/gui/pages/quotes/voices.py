"""“Whose voices”: who is among some quotes, whose are starred often, and who would not be heard."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QDialog

from qualcoder_lite.gui.widgets.buttons import Button
from qualcoder_lite.gui.widgets.fitting import within_screen
from qualcoder_lite.gui.widgets.focus_ring import FocusRing
from qualcoder_lite.gui.widgets.labels import Label
from qualcoder_lite.gui.widgets.layouts import Column, Row
from qualcoder_lite.gui.widgets.rows_table import RowsTable
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from qualcoder_lite.service.extracts.stars import Voice

_Index = QModelIndex | QPersistentModelIndex
_HEADINGS = (tr("Who"), tr("Where"), tr("Quotes"), tr("Starred"))
_WIDE, _HIGH = 620, 560


def balance(voices: Sequence[Voice]) -> str:
    """How the stars are shared out, in a sentence or two."""
    able = [voice for voice in voices if voice.may_quote]
    stars, silent = sum(voice.starred for voice in able), sum(not voice.starred for voice in able)
    if not stars:
        return tr(
            "{n:,} person among these quotes, and no quote is starred yet.",
            "{n:,} people among these quotes, and no quote is starred yet.",
            n=len(voices),
        )
    most = able[0]
    said = [
        tr(
            "{quotes} starred, of {people}.",
            quotes=tr("{n:,} quote", "{n:,} quotes", n=stars),
            people=tr("{n:,} person", "{n:,} people", n=len(able) - silent),
        )
    ]
    if stars > most.starred > 1 and 2 * most.starred > stars:
        said.append(tr("{starred} of them are of one person: the others may be drowned out.", starred=most.starred))
    if silent:
        said.append(
            tr(
                "{n:,} person without a star would not be heard.",
                "{n:,} people without a star would not be heard.",
                n=silent,
            )
        )
    return " ".join(said)


def show_voices(parent: QWidget, voices: Sequence[Voice]) -> None:
    """Show who is among some quotes, and how often they are starred."""
    dialog = QDialog(parent)
    dialog.setObjectName("quotes-voices-dialog")
    dialog.setWindowTitle(tr("Whose voices"))
    dialog.setAccessibleName(tr("Whose voices"))
    words = balance(voices)
    dialog.setAccessibleDescription(words)
    table = RowsTable(tr("People among these quotes"), VoicesModel(voices, dialog), numbers_from=2, widest=0)
    table.setObjectName("quotes-voices-table")
    close = Button(tr("Close"), kind="primary")
    close.setObjectName("quotes-voices-close")
    close.clicked.connect(dialog.accept)
    dialog.setLayout(
        Column(
            Label(tr("Whose voices"), "title"),
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
            starred = str(voice.starred) if voice.may_quote else tr("not to be quoted")
            return (voice.name, voice.place, str(voice.passages), starred)[index.column()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return tr(
                "{person}: {n:,} quote, {starred} starred",
                "{person}: {n:,} quotes, {starred} starred",
                n=voice.passages,
                person=voice.name,
                starred=voice.starred,
            )
        return None
