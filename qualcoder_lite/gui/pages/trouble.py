"""Shown in place of a project that can't be opened: what happened, and the ways on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from qualcoder_lite.gui.widgets.announce import announce
from qualcoder_lite.gui.widgets.buttons import Button
from qualcoder_lite.gui.widgets.card import Card
from qualcoder_lite.gui.widgets.labels import Icon, Label
from qualcoder_lite.gui.widgets.layouts import Column, Row

if TYPE_CHECKING:
    from pathlib import Path


class TroublePage(QWidget):
    """Says why a project isn't shown.

    Signals:
        way_back: The person wants to go to the start page.
    """

    way_back = Signal()

    def __init__(self) -> None:
        """Nothing is wrong yet."""
        super().__init__()
        self.setObjectName("page-trouble")
        self.setAccessibleName("This project can't be opened")
        self._title = Label("", "title", wrap=True)
        self._sentence = Label("", wrap=True)
        self._sentence.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._sentence.setObjectName("trouble-sentence")
        self._back = Button("Go to the start page", kind="primary")
        self._back.setObjectName("trouble-back")
        self._back.clicked.connect(self.way_back)
        card = Card(
            Column(
                Row(Icon("warning", 28), self._title, None, gap=12),
                8,
                self._sentence,
                16,
                Row(self._back, None),
                margins=(32, 28),
            )
        )
        card.setMaximumWidth(720)
        outer = QVBoxLayout(self)
        outer.addStretch(1)
        outer.addWidget(card, 0, Qt.AlignmentFlag.AlignHCenter)
        outer.addStretch(2)

    def show_trouble(self, path: Path, sentence: str) -> None:
        """Say what is wrong with a project."""
        self._title.setText(f"“{path.stem}” can't be opened")
        self._sentence.setText(sentence)
        self._back.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, sentence, urgent=True)
