"""A part of a window that scrolls up and down where there is no room for all of it; it is as wide as its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent


class Area(QScrollArea):
    """One widget that scrolls. The Tab key goes through what is in it, and keeps that in sight."""

    def __init__(self, inside: QWidget | None = None) -> None:
        """Put a widget in; `setWidget` puts in another."""
        super().__init__()
        self._port = QWidget()
        self.setViewport(self._port)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        if inside is not None:
            self.setWidget(inside)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out what is in it at the new width."""
        super().resizeEvent(event)
        self._fit_height()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Lay out what is in it again when that changes."""
        taken = super().eventFilter(watched, event)
        if event.type() == QEvent.Type.LayoutRequest and watched is self.widget():
            self._fit_height()
        return taken

    def _fit_height(self) -> None:
        """Scroll over the height that the words need at this width, not over the one of their narrowest."""
        inside = self.widget()
        if inside is not None and inside.hasHeightForWidth():
            inside.setMinimumHeight(inside.heightForWidth(self._port.width()))
