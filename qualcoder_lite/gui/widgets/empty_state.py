"""What a page shows while it has nothing: what is missing, what to do about it, one primary button.

EmptyState("transcript", "No transcripts yet", "Choose one file or a whole folder.", primary="Choose files")
"""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QWidget

from qualcoder_lite.gui.theme import tokens
from qualcoder_lite.gui.widgets.buttons import Button
from qualcoder_lite.gui.widgets.labels import Icon, Label
from qualcoder_lite.gui.widgets.layouts import Column, Row
from qualcoder_lite.gui.widgets.painting import paint_box, smooth
from qualcoder_lite.gui.widgets.themed import Themed

_AROUND = 24  # the room around the sheet on a page of its own
_LINE = 620  # how wide the advice may be, in pixels at a text scale of 1


class EmptyState(Themed, QFrame):
    """An empty place that says the way on.

    Signals:
        primary_chosen: The person pressed the primary button.
        other_chosen: The person pressed the other button.
        further_chosen: The person pressed the quiet button under the two.
    """

    primary_chosen = Signal()
    other_chosen = Signal()
    further_chosen = Signal()

    def __init__(
        self,
        icon: str,
        title: str,
        advice: str,
        *,
        primary: str = "",
        primary_icon: str = "",
        other: str = "",
        takes_drops: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Say what is missing; `takes_drops` draws the dashed edge of a place to drop files on."""
        super().__init__(parent)
        self.setAccessibleName(title)
        self.setAccessibleDescription(advice)
        self._takes_drops, self._fills_page = takes_drops, False
        self.primary = Button(primary, kind="primary", icon=primary_icon)
        self.other = Button(other)
        self.further = Button("", kind="link")
        self.primary.clicked.connect(self.primary_chosen)
        self.other.clicked.connect(self.other_chosen)
        self.further.clicked.connect(self.further_chosen)
        head, words = Label(title, "title", wrap=True), Label(advice, tone="muted", wrap=True)
        for label in (head, words):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._picture = Icon(icon, 44, colour="edge")
        picture = Row(None, self._picture, None)
        self._words = words
        advised = Row(None, (words, 100), None)
        buttons = Row(None, self.primary, self.other, None)
        below = Row(None, self.further, None)
        self.setLayout(Column(None, picture, 4, head, advised, 8, buttons, below, None, gap=8, margins=24))
        # Once they have their place: shown before, a button is a window of its own for a moment.
        self.primary.setVisible(bool(primary))
        self.other.setVisible(bool(other))
        self.further.hide()
        self.follow_theme()

    def restyle(self) -> None:
        """Keep the advice to lines that are easily read."""
        self._words.setMaximumWidth(self.look.px(_LINE))
        around = self.look.gap(_AROUND) if self._fills_page else 0
        self.setContentsMargins(around, around, around, around)
        super().restyle()

    def fill_page(self) -> None:
        """Have the place of a whole page, and so leave room around the sheet."""
        self._fills_page = True
        self.restyle()

    def show_picture(self, shown: bool) -> None:
        """Leave out the picture where there is little room, so that the button stays in sight."""
        self._picture.setVisible(shown)

    def offer_further(self, words: str, hint: str = "") -> None:
        """Offer a third way on, quietly, under the buttons."""
        self.further.set_words(words)
        self.further.setToolTip(hint)
        self.further.show()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the sheet it stands on."""
        painter, look = smooth(QPainter(self)), self.look
        rect, radius = QRectF(self.contentsRect()), tokens.RADIUS_CARD
        if self._takes_drops:
            dashed = Qt.PenStyle.DashLine
            fill, edge = look.colour("surface"), look.colour("edge")
            paint_box(painter, rect, radius, fill=fill, edge=edge, width=2, style=dashed)
        else:
            paint_box(painter, rect, radius, fill=look.colour("surface"), edge=look.colour("hairline"))
