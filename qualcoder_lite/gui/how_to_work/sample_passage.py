"""A few words of an invented interview, one passage of them coded, shown as the chosen way of working shows them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPen, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QLabel, QSizePolicy

from qualcoder_lite.gui.theme import tokens
from qualcoder_lite.gui.widgets.painting import paint_box, smooth
from qualcoder_lite.gui.widgets.themed import Themed
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

_BEFORE, _CODED = tr("There were weeks when I saw nobody. "), tr("Now the minibus comes on a Thursday.")
_MARGIN = 18
_GROUP = "quality-of-life"


class SamplePassage(Themed, QLabel):
    """The sample, on the page's own colour; the coded words are filled and underlined."""

    def __init__(self) -> None:
        """Show the sample."""
        super().__init__()
        self.setObjectName("sample-passage")
        self.setText(_BEFORE + _CODED)
        self.setWordWrap(True)
        self.setAccessibleDescription(
            tr("A sample of how a transcript looks. Its last sentence is coded Seeing people.")
        )
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.follow_theme()

    def heightForWidth(self, width: int) -> int:
        """What the words need at a width."""
        return round(self._set_out(width).boundingRect().height()) + 2 * self.look.gap(_MARGIN)

    def hasHeightForWidth(self) -> bool:
        """The words are broken into lines."""
        return True

    def sizeHint(self) -> QSize:
        """A few lines."""
        wide = self.look.px(420)
        return QSize(wide, self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:
        """As narrow as a few words."""
        return QSize(self.look.px(160), 0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the page, and the words on it."""
        painter, look = smooth(QPainter(self)), self.look
        rect = QRectF(self.rect())
        paint_box(painter, rect, tokens.RADIUS_CONTROL, fill=look.colour("page"), edge=look.colour("edge"))
        painter.setPen(QPen(look.colour("text")))
        margin = look.gap(_MARGIN)
        self._set_out(self.width()).draw(painter, QPointF(margin, margin))

    def _set_out(self, width: int) -> QTextLayout:
        look = self.look
        coded = QTextCharFormat()
        coded.setBackground(look.group(_GROUP).fill)
        coded.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        coded.setUnderlineColor(look.group(_GROUP).stripe)
        of_coded = QTextLayout.FormatRange()
        of_coded.start, of_coded.length, of_coded.format = len(_BEFORE), len(_CODED), coded
        layout = QTextLayout(_BEFORE + _CODED, look.font("reading"))
        layout.setFormats([of_coded])
        layout.beginLayout()
        top, wide = 0.0, width - 2 * look.gap(_MARGIN)
        while (line := layout.createLine()).isValid():
            line.setLineWidth(wide)
            line.setPosition(QPointF(0, top))
            top += line.height() * tokens.READING_LINE
        layout.endLayout()
        return layout
