"""The pane that says what will be in an export: the sheet, who is left out, and who might be recognised."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from qualcoder_lite.gui.pages.export.sheet import Sheet, note
from qualcoder_lite.gui.theme import current
from qualcoder_lite.gui.widgets.announce import announce
from qualcoder_lite.gui.widgets.empty_state import EmptyState
from qualcoder_lite.gui.widgets.labels import Label
from qualcoder_lite.gui.widgets.layouts import Column, Row
from qualcoder_lite.gui.widgets.paper import Paper
from qualcoder_lite.gui.widgets.table_beginning import Tables
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qualcoder_lite.domain.paper import Beginning
    from qualcoder_lite.gui.pages.export.look import Begins, Look, Missing

_WIDEST = 760  # of the sheet, at a text scale of 1


class LookPane(QScrollArea):
    """Shows one preview at a time, or what is missing for one.

    Signals:
        way_chosen: The person wants to go on the way that an empty place offers (see `Missing`).
    """

    way_chosen = Signal(str)

    def __init__(self) -> None:
        """Nothing to look at yet."""
        super().__init__()
        self.setObjectName("export-look")
        self.setAccessibleName(tr("What will be in it"))
        self.setWidgetResizable(True)
        self._head = Label(tr("What will be in it"), "heading")
        self._state = Label("", "small", tone="muted")
        self._state.setObjectName("export-state")
        self._body = QWidget()
        self._place = QVBoxLayout(self._body)
        self._place.setContentsMargins(0, 0, 0, 0)
        inside = QWidget()
        inside.setProperty("clear", True)
        # Else a scroll area asks for the height that the words would need in the narrowest pane.
        inside.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        inside.setLayout(Column(Row(self._head, self._state, None, gap=10), self._body, None, gap=12, margins=(28, 20)))
        self.setWidget(inside)
        current().changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def say_counting(self) -> None:
        """Say that what is shown is being counted anew."""
        self._state.setText(tr("Counting …"))

    def show_look(self, look: Look, notes: Sequence[QWidget] = ()) -> None:
        """Show how a thing begins, with what there is to say of it, or what is missing for it."""
        self._state.setText("")
        if look.missing is not None:
            self._show_missing(look.missing)
        elif look.begins is not None:
            sheet = _as_it_will_look(look.begins, look.shown) if look.shown else Sheet(look.begins, look.picture)
            self._put(*notes, sheet)
            announce(self, look.begins.much)

    def _show_missing(self, missing: Missing) -> None:
        empty = EmptyState(missing.icon, missing.title, missing.advice, primary=missing.words)
        empty.primary.setObjectName("export-way")
        empty.primary_chosen.connect(lambda: self.way_chosen.emit(missing.way))
        self._put(empty)
        announce(self, f"{missing.title}. {missing.advice}")

    def show_trouble(self, sentence: str) -> None:
        """Say why nothing can be previewed."""
        self._state.setText("")
        self._put(note("warning", Label(sentence, wrap=True)))
        announce(self, sentence)

    def _put(self, *shown: QWidget) -> None:
        while (item := self._place.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for widget in shown:
            widget.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
            self._place.addWidget(widget)
            widget.show()  # at once, not at the next turn of the event loop
        self._lead_into(self._body)

    def _lead_into(self, body: QWidget) -> None:
        """Let Tab go from the pane to what came into it, which would else come last in the window."""
        before: QWidget = self
        for inside in body.findChildren(QWidget):
            if inside.focusPolicy() & Qt.FocusPolicy.TabFocus and not inside.isHidden():
                QWidget.setTabOrder(before, inside)
                before = inside

    def _on_theme_changed(self) -> None:
        self._place.setSpacing(current().look.gap(12))
        self._body.setMaximumWidth(current().look.px(_WIDEST))


def _as_it_will_look(begins: Begins, shown: Beginning) -> QWidget:
    """The first pages or rows, after how much there is."""
    much = Label(begins.much, wrap=True)
    much.setObjectName("export-much")
    holder = QWidget()
    holder.setLayout(Column(much, Paper(shown.pages) if shown.pages else Tables(shown), gap=8))
    return holder
