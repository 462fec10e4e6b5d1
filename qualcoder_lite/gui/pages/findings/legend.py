"""What the marks in the heat map mean, under it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from qualcoder_lite.domain.cross_reference import Lens
from qualcoder_lite.gui.pages.findings.delegate import paint_corner_mark
from qualcoder_lite.gui.theme import current
from qualcoder_lite.gui.widgets.buttons import Button
from qualcoder_lite.gui.widgets.labels import Label
from qualcoder_lite.gui.widgets.layouts import Row
from qualcoder_lite.gui.widgets.painting import smooth
from qualcoder_lite.gui.widgets.themed import Themed
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Mapping

_MARKS = tr("The study of 2013 found this too. Broken edge: one or two people.")
_WORDS: Mapping[Lens, str] = {
    Lens.SITES: tr("more of the people who were interviewed there."),
    Lens.PASSAGES: tr("more of the people who speak of the feature."),
}
_VERDICTS = tr(
    "The study of 2013 found this too. Extends: not in its Table 3. Silent: in its Table 3, but nobody here said so."
)


class Legend(QWidget):
    """The marks in words, and the way to how they are counted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Explain the lens of sites."""
        super().__init__(parent)
        self._words = Label("", "small", tone="muted", wrap=True)
        self.read_quotes = Button(tr("Read the quotes"), icon="quotes")
        self.read_quotes.setObjectName("findings-read-quotes")
        self.how = Button(tr("How we count"), kind="link")
        self.how.setObjectName("findings-how")
        self.setLayout(Row(_CornerMark(), (self._words, 1), self.read_quotes, self.how))
        self._lens = Lens.SITES
        self._explain()
        current().changed.connect(self._explain)

    def set_lens(self, lens: Lens) -> None:
        """Explain the marks of another lens."""
        self._lens = lens
        self._explain()

    def _explain(self) -> None:
        """In the dark, cells grow lighter where there are more people."""
        words = _WORDS.get(self._lens)
        if words is None:
            self._words.setText(_VERDICTS)
        elif current().look.dark:
            self._words.setText(tr("{marks} Lighter: {words}", marks=_MARKS, words=words))
        else:
            self._words.setText(tr("{marks} Darker: {words}", marks=_MARKS, words=words))


class _CornerMark(Themed, QLabel):
    """The mark of what was published, as the cells have it."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("marked corner"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.follow_theme()

    def sizeHint(self) -> QSize:
        return QSize(self.look.px(15), self.look.px(15))

    def paintEvent(self, _event: QPaintEvent) -> None:
        ink, size = self.look.colour("text"), self.look.px(13)
        paint_corner_mark(smooth(QPainter(self)), QPointF(1, 1), size, ink, self.look.colour("window"))
