"""One group of codes in the panel: its heading, which folds it, and its cards in one column or two."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGraphicsOpacityEffect, QGridLayout, QWidget

from qualcoder_lite.gui.theme import current
from qualcoder_lite.gui.widgets.card import Card
from qualcoder_lite.gui.widgets.code_card import CardFace, CodeCard
from qualcoder_lite.gui.widgets.group_header import GroupHeader
from qualcoder_lite.gui.widgets.layouts import Column

if TYPE_CHECKING:
    from qualcoder_lite.domain.codebook import CodeGroup

_LONG, _LONG_ALONE = 29, 16
"""Letters from which a name takes both columns: always, and where its card would stand alone in the last row."""
_DIM = 0.38


class CodeGroupBox(Card):
    """A group's heading and cards.

    Signals:
        pressed_for: The person pressed the card of the code with this id.
        opened_changed: The person opened (True) or folded (False) the group.
    """

    pressed_for = Signal(str)
    opened_changed = Signal(bool)

    def __init__(self, group: CodeGroup, *, opened: bool) -> None:
        """Make the cards of a group."""
        super().__init__(kind="panel")
        self.group = group
        self.header = GroupHeader(group.key, group.name, group.colour, opened=opened)
        self.header.setObjectName(f"group-{group.key}")
        self.header.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.header.setToolTip(group.description)
        self.cards = [CodeCard(_face(group, place)) for place in range(len(group.codes))]
        self._body = QWidget()
        self._grid = QGridLayout(self._body)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self.setLayout(Column(self.header, self._body, gap=6, margins=(8, 4)))
        self._columns, self._opened, self._filter = 0, opened, None
        self._waiting: bool | None = None
        for card, code in zip(self.cards, group.codes, strict=True):
            # A click leaves the focus in the text, so that the next key codes the next turn.
            card.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            card.setObjectName(f"code-{group.key}{code.key}")
            card.pressed_for.connect(self.pressed_for)
        self._body.setVisible(opened)
        self.header.opened_changed.connect(self._on_opened)
        current().changed.connect(self._on_theme_changed)
        self.arrange(2)

    def arrange(self, columns: int) -> None:
        """Set the cards out in one column or two; long names take both."""
        if columns == self._columns:
            return
        self._columns = columns
        self._set_out()

    def show_found(self, codes: frozenset[str] | None) -> None:
        """Show only the cards of these codes, opened; None shows all again, as the person left them."""
        self._filter = codes
        self._set_out()

    @property
    def opened(self) -> bool:
        """Whether the cards are in sight."""
        return not self._body.isHidden()

    def set_opened(self, opened: bool) -> None:
        """Open or fold the group."""
        self._opened = opened
        self.header.set_opened(opened)
        self._body.setVisible(opened)

    def set_waiting(self, waiting: bool | None) -> None:
        """Show that this group's second key is awaited (True), or another group's (False), or none (None)."""
        if waiting == self._waiting:
            return
        self._waiting = waiting
        self.set_kind("turn" if waiting else "panel")
        if waiting is False:
            dim = QGraphicsOpacityEffect(self)
            dim.setOpacity(_DIM)
            self.setGraphicsEffect(dim)
        else:
            self.setGraphicsEffect(None)  # type: ignore[arg-type] - Qt takes None to mean no effect

    def _set_out(self) -> None:
        shown = [card for card in self.cards if self._filter is None or card.code in self._filter]
        for card in self.cards:
            self._grid.removeWidget(card)
            if card not in shown:
                card.hide()
        row = column = 0
        for place, card in enumerate(shown):
            long = len(card.text())
            last_alone = place == len(shown) - 1 and column == 0 and long > _LONG_ALONE
            wide = self._columns == 2 and (long > _LONG or last_alone)
            if wide and column:
                row, column = row + 1, 0
            self._grid.addWidget(card, row, column, 1, self._columns if wide else 1)
            card.show()
            column = 0 if wide or column == self._columns - 1 else column + 1
            row += column == 0
        for column in range(2):
            self._grid.setColumnStretch(column, 1 if column < self._columns else 0)
        self._on_theme_changed()
        if self.parentWidget() is not None:  # before it has its place, to be shown is to be a window
            self.setVisible(bool(shown) or self._filter is None)
        self.header.set_opened(self._opened or self._filter is not None)
        self._body.setVisible(self._opened or self._filter is not None)

    def _on_opened(self, opened: bool) -> None:
        self._opened = opened
        self._body.setVisible(opened)
        self.opened_changed.emit(opened)

    def _on_theme_changed(self) -> None:
        self._grid.setSpacing(current().look.gap(6))


def _face(group: CodeGroup, place: int) -> CardFace:
    code = group.codes[place]
    return CardFace(code.id, code.name, code.key, group.key, group.colour, code.question)
