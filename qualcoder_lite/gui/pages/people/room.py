"""The table of participants with the chosen one beside it; where it is narrow, one of them at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QSplitter

from qualcoder_lite.gui.theme import current

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent
    from PySide6.QtWidgets import QWidget

    from qualcoder_lite.gui.program.settings import Settings

_NARROW = 72  # width of the window in em below which one thing is shown at a time
_BESIDE = 372  # the panel's width in pixels at a text scale of 1, until a person moves the edge


class ListBesidePanel(QSplitter):
    """Divides the room between the two as a person did last, for each size of type and each shape.

    Attributes:
        is_narrow: Whether there is room for one of them only.
    """

    def __init__(self, people: QWidget, panel: QWidget, settings: Settings) -> None:
        """Hold both; how they share the room is known once `take_shape` is told how wide the window is."""
        super().__init__(Qt.Orientation.Horizontal)
        self.setObjectName("people-splitter")
        self.setChildrenCollapsible(False)
        self.setHandleWidth(1)
        self.addWidget(people)
        self.addWidget(panel)
        self.setStretchFactor(0, 1)
        self.setStretchFactor(1, 0)
        self.is_narrow = False
        self._panel, self._settings = panel, settings
        self._shape = ""  # the name that the division is remembered under
        self.splitterMoved.connect(self._remember)
        # Right after another size of type the two still need the room that they needed before.
        self._once_laid_out = QTimer(self, singleShot=True)
        self._once_laid_out.setInterval(0)
        self._once_laid_out.timeout.connect(self._divide_anew)
        self._divided_for = ""

    def take_shape(self, width: int) -> bool:
        """Be narrow or wide for a window's width; whether that, or the size of type, is another one than before."""
        em = current().look.px(15)
        self.is_narrow = width < _NARROW * em
        before, self._shape = self._shape, f"people-{'narrow' if self.is_narrow else 'wide'}-{em}"
        if self._shape != before:
            self._divided_for = ""
            self._once_laid_out.start()
        return self._shape != before

    @property
    def panel_lacks_room(self) -> bool:
        """Whether the panel is shown but has no room: it was hidden when the room was divided."""
        return bool(self._shape) and not self._panel.isHidden() and not self.sizes()[1]

    def divide_as_before(self) -> bool:
        """Divide the room as the person did in this shape; whether they ever did."""
        return self.restoreState(self._settings.shape(self._shape))

    def divide_as_suits(self) -> None:
        """Give the panel what suits it, and the table the rest."""
        beside = current().look.px(_BESIDE)
        self.setSizes([max(self.width() - beside, beside), beside])

    def showEvent(self, event: QShowEvent) -> None:
        """Divide the room anew where the size of type became another one out of sight."""
        super().showEvent(event)
        if self._divided_for != self._shape:
            self._once_laid_out.start()

    def _divide_anew(self) -> None:
        if self.isVisible():
            self._divided_for = self._shape
            if not self.divide_as_before():
                self.divide_as_suits()

    def _remember(self) -> None:
        self._settings.set_shape(self._shape, self.saveState())
