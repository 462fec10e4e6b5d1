"""The first-run card, which asks how a person would like to work."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QVBoxLayout

from qualcoder_lite.gui.how_to_work import HowToWork
from qualcoder_lite.gui.widgets.buttons import Button
from qualcoder_lite.gui.widgets.focus_ring import FocusRing
from qualcoder_lite.gui.widgets.labels import Label
from qualcoder_lite.gui.widgets.layouts import Column, Row

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from qualcoder_lite.gui.settings import Settings


class Welcome(QDialog):
    """Asks once how a person would like to work; closing it any way keeps what is chosen."""

    def __init__(self, settings: Settings, parent: QWidget) -> None:
        """Show the choices."""
        super().__init__(parent)
        self.setObjectName("welcome")
        self.setWindowTitle("How would you like to work?")
        suits = Button("That suits me", kind="primary", icon="check")
        suits.setObjectName("welcome-suits")
        suits.setDefault(True)
        suits.clicked.connect(self.accept)
        self._choices = HowToWork(settings)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addLayout(
            Column(
                Label("How would you like to work?", "title"),
                Label(
                    "You can change any of this later under Settings. It is kept for you, on this computer.", wrap=True
                ),
                12,
                self._choices,
                8,
                Row(None, suits),
                margins=(32, 28),
            )
        )
        self._ring = FocusRing(self)
        suits.setFocus()


def welcome(settings: Settings, parent: QWidget) -> None:
    """Ask, unless the person was asked already."""
    if settings.welcomed:
        return
    settings.welcomed = True
    dialog = Welcome(settings, parent)
    dialog.setMinimumWidth(min(parent.width() - 80, 700))
    dialog.exec()
    dialog.deleteLater()
