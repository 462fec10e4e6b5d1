"""A picture that takes the width it is given and keeps its proportions: Picture(png_or_svg_bytes, "What it shows")."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QRectF, QSize
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QSizePolicy, QWidget

from qualcoder_lite.gui.widgets.painting import smooth


class Picture(QWidget):
    """A PNG or SVG file's picture, as sharp as its kind allows."""

    def __init__(self, data: bytes, meaning: str, parent: QWidget | None = None) -> None:
        """Show the picture in a file's bytes; `meaning` says what it shows to who doesn't see it."""
        super().__init__(parent)
        self.setAccessibleName(meaning)
        self._lines = QSvgRenderer(QByteArray(data), self)
        self._image = QImage() if self._lines.isValid() else QImage.fromData(data)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def _size(self) -> QSize:
        return self._lines.defaultSize() if self._lines.isValid() else self._image.size()

    def sizeHint(self) -> QSize:
        """Its own size."""
        return self._size

    def hasHeightForWidth(self) -> bool:
        """It keeps its proportions."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height that goes with a width."""
        return round(width * self._size.height() / max(self._size.width(), 1))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for the height that the new width needs."""
        super().resizeEvent(event)
        self.setMinimumHeight(self.heightForWidth(self.width()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it."""
        painter = smooth(QPainter(self))
        place = QRectF(0, 0, self.width(), self.heightForWidth(self.width()))
        if self._lines.isValid():
            self._lines.render(painter, place)
        else:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(place, self._image)
