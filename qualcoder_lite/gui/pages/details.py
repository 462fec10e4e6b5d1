"""What a technician would ask for about something that went wrong, folded away: Details("disk I/O error")."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from qualcoder_lite.gui.widgets.buttons import Button
from qualcoder_lite.gui.widgets.labels import Label
from qualcoder_lite.gui.widgets.layouts import Column, Row
from qualcoder_lite.translation import tr


class Details(QWidget):
    """A link that shows the details and hides them again. Nothing where there are none."""

    def __init__(self, words: str = "") -> None:
        """Keep the words folded away."""
        super().__init__()
        self._said = Label("", "small", tone="muted", wrap=True)
        self._said.setObjectName("trouble-details-said")
        self._said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._said.hide()
        self._link = Button(tr("Details"), kind="link")
        self._link.setObjectName("trouble-details")
        self._link.clicked.connect(self._on_clicked)
        self.setLayout(Column(Row(self._link, None), self._said, gap=4))
        self._say(words, shown=False)
        if not words:
            self.hide()  # and not shown where there are some: it is in no window yet

    def set_words(self, words: str) -> None:
        """Have other details, folded away."""
        self._say(words, shown=False)
        self.setVisible(bool(words))

    def _on_clicked(self) -> None:
        self._say(self._said.text(), shown=self._said.isHidden())

    def _say(self, words: str, *, shown: bool) -> None:
        self._said.setText(words)
        self._said.setVisible(shown)
        self._link.set_words(tr("Hide the details") if shown else tr("Details"))
