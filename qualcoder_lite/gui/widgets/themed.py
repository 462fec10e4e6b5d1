"""What every widget of the kit shares: it reads the look in force and follows when it changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qualcoder_lite.gui.theme import Look, current

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    _Base = QWidget
else:
    _Base = object


class Themed(_Base):
    """Mixed in before the widget's Qt class. The widget calls `follow_theme()` at the end of its `__init__`."""

    @property
    def look(self) -> Look:
        """The look in force."""
        return current().look

    def follow_theme(self) -> None:
        """Dress the widget now, and again whenever the theme changes, for as long as it lives."""
        current().changed.connect(self.restyle)
        self.restyle()

    def restyle(self) -> None:
        """Take sizes and colours from the look. Widgets with more to do than paint again extend this."""
        self.updateGeometry()
        self.update()
