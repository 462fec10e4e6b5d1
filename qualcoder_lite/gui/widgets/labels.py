"""Words, icons and hairlines that nobody presses.

Label("Sites", "title"), Label("17 features", "small", tone="muted"), Label(long_text, wrap=True), Icon("info"), Line()
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget

from qualcoder_lite.gui.theme import icons
from qualcoder_lite.gui.widgets.painting import smooth
from qualcoder_lite.gui.widgets.themed import Themed

if TYPE_CHECKING:
    from qualcoder_lite.gui.theme.tokens import TypeRole

Tone = Literal["text", "muted", "ok", "warn", "danger", "link", "on_toast"]


class Label(Themed, QLabel):
    """Words in one of the theme's sizes. Always plain text: what people typed is never read as markup."""

    def __init__(
        self,
        words: str = "",
        role: TypeRole = "body",
        *,
        tone: Tone = "text",
        wrap: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Show the words; `wrap` breaks them into lines as the width asks."""
        super().__init__(parent)
        self._role: TypeRole = role
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(words)
        self.setWordWrap(wrap)
        self.setProperty("words", role)
        self.setProperty("tone", tone)
        if wrap:
            self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.follow_theme()

    def set_tone(self, tone: Tone) -> None:
        """Say the words in another tone."""
        self.setProperty("tone", tone)
        self.style().unpolish(self)
        self.style().polish(self)

    def restyle(self) -> None:
        """Take the size from the look, so that a hint asked for before the first showing is right."""
        self.setFont(self.look.font(self._role))
        super().restyle()


class Icon(Themed, QLabel):
    """An icon that stands beside words which say the same; nameless unless given a name."""

    def __init__(
        self, name: str, size: int = 20, *, colour: str = "muted", meaning: str = "", parent: QWidget | None = None
    ) -> None:
        """Show an icon; `meaning` is its accessible name where no words beside it say what it means."""
        super().__init__(parent)
        self._name, self._side, self._colour = name, size, colour
        self.setAccessibleName(meaning)
        self.follow_theme()

    def set_icon(self, name: str, colour: str | None = None) -> None:
        """Show another icon."""
        self._name = name
        self._colour = colour or self._colour
        self.update()

    def restyle(self) -> None:
        """Take the size from the look."""
        side = self.look.px(self._side)
        self.setFixedSize(QSize(side, side))
        super().restyle()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the icon in its colour."""
        icons.paint(smooth(QPainter(self)), QRectF(self.rect()), self._name, self.look.colour(self._colour))


class Line(QFrame):
    """A hairline between things, lying or upright."""

    def __init__(self, *, upright: bool = False, parent: QWidget | None = None) -> None:
        """Draw one, a pixel thick."""
        super().__init__(parent)
        self.setProperty("box", "line")
        if upright:
            self.setFixedWidth(1)
        else:
            self.setFixedHeight(1)
