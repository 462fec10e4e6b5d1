"""Shown while the project is opened that the window was started with: the window itself is there at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from qualcoder_lite.gui.widgets.labels import Label
from qualcoder_lite.gui.widgets.layouts import Column
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from pathlib import Path


class OpeningPage(QWidget):
    """Says which project is on its way.

    Attributes:
        path: The project's file.
    """

    def __init__(self, path: Path) -> None:
        """Name the project by its file: its title isn't known yet."""
        super().__init__()
        self.path = path
        self.setObjectName("page-opening")
        words = tr("Opening {name} …", name=path.stem)
        self.setAccessibleName(words)
        self.setLayout(Column(Label(words, "display", wrap=True), None, margins=(48, 36)))
