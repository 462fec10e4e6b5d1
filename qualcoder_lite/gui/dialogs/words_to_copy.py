"""A dialog of words to be read and copied as they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QPlainTextEdit

from qualcoder_lite.gui.widgets.announce import announce
from qualcoder_lite.gui.widgets.buttons import Button
from qualcoder_lite.gui.widgets.fitting import within_screen
from qualcoder_lite.gui.widgets.focus_ring import FocusRing
from qualcoder_lite.gui.widgets.labels import Label
from qualcoder_lite.gui.widgets.layouts import Column, Row
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_SIZE = (720, 600)


class WordsToCopy(QDialog):
    """A title, perhaps an introduction, the words, and a button that copies them.

    Attributes:
        text: The box with the words.
        copy: The button that copies them.
    """

    def __init__(
        self, name: str, title: str, words: str, *, about: str, copy: str, intro: str = "", parent: QWidget | None
    ) -> None:
        """`name` begins the object names; `about` says aloud what the words are, `copy` stands on the button."""
        super().__init__(parent)
        self.setObjectName(name)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.text = QPlainTextEdit(words)
        self.text.setObjectName(f"{name}-text")
        self.text.setAccessibleName(about)
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.copy = Button(copy, kind="primary", icon="copy")
        self.copy.setObjectName(f"{name}-copy")
        self.copy.clicked.connect(self._on_copy)
        close = Button(tr("Close"))
        close.setObjectName(f"{name}-close")
        close.clicked.connect(self.accept)
        self._said = Label("", "small_strong", tone="ok")
        above = [Label(intro, wrap=True)] if intro else []
        foot = Row((self._said, 1), close, self.copy)
        self.setLayout(Column(Label(title, "title"), *above, (self.text, 1), foot, gap=12, margins=24))
        FocusRing(self)
        self.text.setFocus()
        within_screen(self, *_SIZE)

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text.toPlainText())
        self._said.setText(tr("Copied."))
        announce(self, tr("Copied."))
