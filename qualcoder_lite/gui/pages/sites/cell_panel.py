"""The chosen cell: what its feature means, what is recorded, and where that is known from."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from qualcoder_lite.domain.people import FeatureState, RegisterEntry
from qualcoder_lite.gui.pages.sites.model import Cell
from qualcoder_lite.gui.pages.sites.words import WORDS, entry_of
from qualcoder_lite.gui.widgets.fields import LineField, NoteField
from qualcoder_lite.gui.widgets.labels import Label
from qualcoder_lite.gui.widgets.layouts import Column
from qualcoder_lite.gui.widgets.segmented import SegmentedControl

if TYPE_CHECKING:
    from qualcoder_lite.domain.codebook import RegisterFeature
    from qualcoder_lite.domain.people import Site


class CellPanel(QWidget):
    """One feature at one site.

    Signals:
        state_chosen: The person chose another state for the cell that is shown.
        evidence_written: The person wrote source or note: the `Cell`, and the `RegisterEntry` with the new evidence.
        left: The person wants to go back to the table.
    """

    state_chosen = Signal(FeatureState)
    evidence_written = Signal(object, object)
    left = Signal()

    def __init__(self) -> None:
        """Show no cell yet."""
        super().__init__()
        self.setObjectName("sites-cell")
        self._cell: Cell | None = None
        self._entry = RegisterEntry()
        self._site, self._feature = Label("", "small_strong", tone="muted", wrap=True), Label("", "title", wrap=True)
        self.state = SegmentedControl([(str(state), words) for state, words in WORDS.items()], name="What is recorded")
        self.state.setObjectName("site-state")
        self._definition = Label("", "small", tone="muted", wrap=True)
        self.source = LineField("Where is this known from?", "site-source", hint="Who said it, or a document")
        self.note = NoteField("Note on the evidence", "site-note", hint="What they said, and when")
        self.state.chosen.connect(lambda value: self.state_chosen.emit(FeatureState(value)))
        for field in (self.source, self.note):
            field.written.connect(self.keep)
            field.left.connect(self.left)
        self.setLayout(
            Column(
                Column(self._site, self._feature, gap=2),
                self.state,
                self._definition,
                4,
                Label("Evidence", "heading"),
                Label("Where is this known from?", "small", tone="muted", wrap=True),
                self.source,
                Label("Note", "small", tone="muted"),
                self.note,
                gap=8,
            )
        )

    def show_cell(self, site: Site, feature: RegisterFeature, unsaved: RegisterEntry | None = None) -> None:
        """Show a cell as it is recorded now; what is being typed into the same cell stays.

        `unsaved` is what was written before and couldn't be recorded.
        """
        cell = Cell(site.id, feature.id)
        if cell != self._cell:
            self.forget()
            self._cell = cell
        self._entry = entry_of(site, feature)
        self._site.setText(site.name)
        self._feature.setText(feature.name)
        self._definition.setText(feature.definition)
        self._definition.setVisible(bool(feature.definition))
        self.state.set_value(str(self._entry.state))
        self.source.show_words(self._entry.source, unsaved.source if unsaved else None)
        self.note.show_words(self._entry.note, unsaved.note if unsaved else None)
        for field in (self.source, self.note):
            field.setAccessibleDescription(f"{feature.name}, {site.name}")

    def set_read_only(self, read_only: bool) -> None:
        """Only show, where nothing can be changed."""
        self.state.setEnabled(not read_only)
        self.source.setReadOnly(read_only)
        self.note.setReadOnly(read_only)

    def keep(self) -> None:
        """Hand over what was typed, if it says something else."""
        typed = self.source.changed or self.note.changed
        written = replace(self._entry, source=self.source.words, note=self.note.words)
        self.forget()  # before handing over, since that shows the cell again
        if typed and self._cell and written != self._entry:
            self.evidence_written.emit(self._cell, written)

    def forget(self) -> None:
        """Let go of what was typed."""
        self.source.forget()
        self.note.forget()
