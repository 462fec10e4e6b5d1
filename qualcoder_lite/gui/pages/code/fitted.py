"""Scroll areas that are never narrower than what they hold."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QWidget

from qualcoder_lite.gui.theme import current


class FittedScroll(QScrollArea):
    """Scrolls up and down, and asks for the width of its contents."""

    def __init__(self, inside: QWidget) -> None:
        """Hold a widget."""
        super().__init__()
        self._inside = inside
        self._asked = QSize()
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(inside)

    def minimumSizeHint(self) -> QSize:
        """The contents' least width, and a little height."""
        bar = self.verticalScrollBar().sizeHint().width()
        return QSize(self._inside.minimumSizeHint().width() + bar, current().look.px(90))

    def bring_into_sight(self, box: QWidget) -> None:
        """Scroll to a box of the contents, which may have been shown this moment."""
        self._inside.ensurePolished()
        layout = self._inside.layout()
        if layout is not None:
            layout.activate()
        self._inside.resize(self._inside.width(), max(self._inside.sizeHint().height(), self.viewport().height()))
        self.ensureWidgetVisible(box)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ask for other room when the contents do; only then, or the asking would never end."""
        if event.type() == QEvent.Type.LayoutRequest and watched is self._inside:
            wanted = self.sizeHint().expandedTo(self.minimumSizeHint())
            if wanted != self._asked:
                self._asked = wanted
                self.updateGeometry()
        return super().eventFilter(watched, event)


class WholeOrScrolled(FittedScroll):
    """As high as its contents, until it is told that it may scroll."""

    def __init__(self, inside: QWidget) -> None:
        """Hold a widget, all of it in sight."""
        self._scrolls = False
        super().__init__(inside)
        self.set_scrolls(False)

    def set_scrolls(self, scrolls: bool) -> None:
        """Take what height there is, and scroll (True), or ask for all the contents' height."""
        self._scrolls = scrolls
        policy = QSizePolicy.Policy.Expanding if scrolls else QSizePolicy.Policy.Fixed
        self.setSizePolicy(QSizePolicy.Policy.Preferred, policy)
        as_needed, never = Qt.ScrollBarPolicy.ScrollBarAsNeeded, Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(as_needed if scrolls else never)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """The contents' own size."""
        return self._inside.sizeHint().expandedTo(self._inside.minimumSizeHint())

    def minimumSizeHint(self) -> QSize:
        """All the contents, unless it may scroll."""
        if self._scrolls:
            return super().minimumSizeHint()
        return QSize(self._inside.minimumSizeHint().width(), self.sizeHint().height())
