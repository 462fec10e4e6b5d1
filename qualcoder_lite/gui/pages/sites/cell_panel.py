"""The chosen cell: what its feature means, what is recorded, and where that is known from."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from qualcoder_lite.domain.codebook import OWN_FEATURE
from qualcoder_lite.domain.people import FeatureState, RegisterEntry
from qualcoder_lite.gui.pages.sites.model import Cell
from qualcoder_lite.gui.pages.sites.words import WORDS, entry_of
from qualcoder_lite.gui.widgets.buttons import Button
from qualcoder_lite.gui.widgets.fields import LineField, NoteField
from qualcoder_lite.gui.widgets.labels import Label
from qualcoder_lite.gui.widgets.layouts import Column, Flow
from qualcoder_lite.gui.widgets.segmented import SegmentedControl
from qualcoder_lite.gui.words.memos import headline, signed
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qualcoder_lite.domain.codebook import RegisterFeature
    from qualcoder_lite.domain.people import Site
    from qualcoder_lite.service.memos.listed import ListedMemo

_MEMOS = 4  # shown beside the table; the page Memos has them all


class CellPanel(QWidget):
    """One feature at one site.

    Signals:
        state_chosen: The person chose another state for the cell that is shown.
        evidence_written: The person wrote source or note: the `Cell`, and the `RegisterEntry` with the new evidence.
        memo_wanted: The person wants to write a memo that is evidence for the cell.
        history_wanted: The person wants to see how the cell came to be what it is.
        rename_wanted: The person wants another name for the feature, which is one's own.
        removal_wanted: The person wants that feature gone.
        left: The person wants to go back to the table.
    """

    state_chosen = Signal(FeatureState)
    evidence_written = Signal(object, object)
    memo_wanted = Signal()
    history_wanted = Signal()
    rename_wanted = Signal()
    removal_wanted = Signal()
    left = Signal()

    def __init__(self) -> None:
        """Show no cell yet."""
        super().__init__()
        self.setObjectName("sites-cell")
        self._cell: Cell | None = None
        self._entry = RegisterEntry()
        self._site, self._feature = Label("", "small_strong", tone="muted", wrap=True), Label("", "title", wrap=True)
        self.state = SegmentedControl(
            [(str(state), words) for state, words in WORDS.items()], name=tr("What is recorded")
        )
        self.state.setObjectName("site-state")
        self._definition = Label("", "small", tone="muted", wrap=True)
        self.source = LineField(tr("Where is this known from?"), "site-source", hint=tr("Who said it, or a document"))
        self.note = NoteField(tr("Note on the evidence"), "site-note", hint=tr("What they said, and when"))
        self.state.chosen.connect(lambda value: self.state_chosen.emit(FeatureState(value)))
        for field in (self.source, self.note):
            field.written.connect(self.keep)
            field.left.connect(self.left)
        self._make_ways()
        self.setLayout(
            Column(
                Column(self._site, self._feature, gap=2),
                self.state,
                self._definition,
                self._own,
                4,
                Label(tr("Evidence"), "heading"),
                Label(tr("Where is this known from?"), "small", tone="muted", wrap=True),
                self.source,
                Label(tr("Note"), "small", tone="muted"),
                self.note,
                self._memos,
                Flow(self.memo, self.history, gap=8),
                gap=8,
            )
        )

    def _make_ways(self) -> None:
        """What leads from the cell to its memos and its history, and what can be done with a feature of one's own."""
        self._memos = Label("", "small", wrap=True)
        self.memo = Button(tr("Memo as evidence …"), icon="memo", name=tr("Write a memo as evidence for this cell"))
        self.history = Button(tr("History"), icon="history", name=tr("History of this cell"))
        self.rename = Button(tr("Rename …"), kind="link", name=tr("Rename this feature"))
        self.removal = Button(tr("Take it out"), kind="link", name=tr("Take this feature out of the register"))
        for button, name, wanted in (
            (self.memo, "site-cell-memo", self.memo_wanted),
            (self.history, "site-cell-history", self.history_wanted),
            (self.rename, "site-feature-rename", self.rename_wanted),
            (self.removal, "site-feature-remove", self.removal_wanted),
        ):
            button.setObjectName(name)
            button.clicked.connect(wanted)
        self._own = QWidget()
        words = Label(tr("A feature of your own"), "small", tone="muted")
        self._own.setLayout(Flow(words, self.rename, self.removal, gap=8))

    def show_memos(self, memos: Sequence[ListedMemo]) -> None:
        """Show the memos that are evidence for the cell, the latest first."""
        lines = [f"{headline(each)} ({signed(each)})" for each in memos[:_MEMOS]]
        if len(memos) > _MEMOS:
            lines.append(tr("And {more} more memos.", more=len(memos) - _MEMOS))
        self._memos.setText("\n".join(lines))
        self._memos.setVisible(bool(lines))

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
        self._own.setVisible(feature.source == OWN_FEATURE)
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
        for button in (self.memo, self.rename, self.removal):
            button.setEnabled(not read_only)

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
