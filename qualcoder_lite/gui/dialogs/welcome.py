"""The first-run card, which asks how a person would like to work."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QWidget

from qualcoder_lite.gui import theme
from qualcoder_lite.gui.how_to_work.choices import HowToWork
from qualcoder_lite.gui.widgets.area import Area
from qualcoder_lite.gui.widgets.buttons import Button
from qualcoder_lite.gui.widgets.fitting import fit
from qualcoder_lite.gui.widgets.focus_ring import FocusRing
from qualcoder_lite.gui.widgets.labels import Label
from qualcoder_lite.gui.widgets.layouts import Column, Row
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from qualcoder_lite.gui.program.settings import Settings

_TITLE = tr("How would you like to work?")
_WIDE = 760


class Welcome(QDialog):
    """Asks once how a person would like to work; closing it any way keeps what is chosen."""

    def __init__(self, settings: Settings, parent: QWidget | None) -> None:
        """Show the choices."""
        super().__init__(parent)
        self.setObjectName("welcome")
        self.setWindowTitle(_TITLE)
        self.setAccessibleName(_TITLE)
        suits = Button(tr("That suits me"), kind="primary", icon="check")
        suits.setObjectName("welcome-suits")
        suits.setDefault(True)
        suits.clicked.connect(self.accept)
        later = tr("You can change any of this later under Settings. It is kept for you, on this computer.")
        inside = QWidget()
        inside.setLayout(
            Column(
                Label(_TITLE, "title", wrap=True),
                Label(later, wrap=True),
                12,
                HowToWork(settings),
                None,
                margins=(32, 28, 32, 8),
            )
        )
        self._area = Area(inside)
        self.setLayout(Column((self._area, 1), Row(None, suits, margins=(32, 8, 32, 24)), gap=0))
        FocusRing(self)
        suits.setFocus()
        theme.current().changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        fit(self, self._area, _WIDE)


def welcome(settings: Settings, parent: QWidget) -> None:
    """Ask, unless the person was asked already."""
    if settings.welcomed:
        return
    settings.welcomed = True
    dialog = Welcome(settings, parent)
    dialog.exec()
    dialog.deleteLater()
