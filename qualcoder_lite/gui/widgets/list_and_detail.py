"""A list and what is chosen in it, side by side; where there is no room for both, they take turns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSplitter, QWidget

from qualcoder_lite.gui.widgets.themed import Themed

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from qualcoder_lite.gui.program.settings import Settings

_NARROW = 60  # width in letters of body text (em) below which the two take turns


class ListAndDetail(Themed, QSplitter):
    """The two with an edge between them that a person can move, and finds again where it was.

    Signals:
        folded: Which of the two is shown may have changed: see `narrow` and `reading`.
    """

    folded = Signal()

    def __init__(
        self,
        name: str,
        chooser: QWidget,
        detail: QWidget,
        *,
        width: int,
        settings: Settings,
        lands_on: QWidget | None = None,
    ) -> None:
        """Show both. `width` is the list's in pixels at a text scale of 1, until a person moves the edge.

        `lands_on` is the part of the list's side that takes the keyboard; all of it if not told.
        """
        super().__init__(Qt.Orientation.Horizontal)
        self.setObjectName(name)
        self.setChildrenCollapsible(False)
        self._chooser, self._detail, self._settings = chooser, detail, settings
        self._lands_on = lands_on or chooser
        self._reading = False
        self.addWidget(chooser)
        self.addWidget(detail)
        self.setStretchFactor(1, 1)
        self.setSizes([self.look.px(width), self.look.px(2 * width)])
        self.restoreState(settings.shape(name))
        self.splitterMoved.connect(self._remember_shape)
        self.follow_theme()

    @property
    def narrow(self) -> bool:
        """Whether there is room for one of them only."""
        return self.width() < _NARROW * self.look.px(15)

    @property
    def reading(self) -> bool:
        """Whether what is chosen has all the room, the list being away."""
        return self.narrow and self._reading

    def read(self, reading: bool) -> None:
        """Where they take turns, show what is chosen, or the list."""
        self._reading = reading
        self._fold()

    def go_back(self) -> None:
        """Where they take turns, show the list again, with the keyboard in it."""
        self.read(False)
        if self.narrow:
            self._lands_on.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold by width in letters."""
        super().resizeEvent(event)
        self._fold()

    def restyle(self) -> None:
        """Fold by the letters' new width."""
        super().restyle()
        self._fold()

    def _fold(self) -> None:
        self._chooser.setVisible(not self.reading)
        self._detail.setVisible(not self.narrow or self._reading)
        self.folded.emit()

    def _remember_shape(self) -> None:
        self._settings.set_shape(self.objectName(), self.saveState())
