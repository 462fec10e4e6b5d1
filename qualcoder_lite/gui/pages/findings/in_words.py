"""A picture in words, for whoever doesn't see it, and for the text of a report."""

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

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from qualcoder_lite.domain.pictures import Chart

_SIZE = (640, 620)


class InWords(QDialog):
    """The words of a picture, to be read and copied."""

    def __init__(self, chart: Chart, parent: QWidget | None) -> None:
        """Show the words of a chart."""
        super().__init__(parent)
        self.setObjectName("in-words")
        self.setWindowTitle("In words")
        self.setAccessibleName(f"{chart.title}, in words")
        self.text = QPlainTextEdit("\n".join(chart.in_words()))
        self.text.setObjectName("in-words-text")
        self.text.setAccessibleName("What the picture shows")
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        copy = Button("Copy the words", kind="primary", icon="copy")
        copy.setObjectName("in-words-copy")
        copy.clicked.connect(self._on_copy)
        close = Button("Close")
        close.setObjectName("in-words-close")
        close.clicked.connect(self.accept)
        self._said = Label("", "small_strong", tone="ok")
        foot = Row((self._said, 1), close, copy)
        self.setLayout(Column(Label("In words", "title"), (self.text, 1), foot, gap=12, margins=24))
        FocusRing(self)
        self.text.setFocus()
        within_screen(self, *_SIZE)

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text.toPlainText())
        self._said.setText("Copied.")
        announce(self, "Copied.")


def show_in_words(chart: Chart, parent: QWidget) -> None:
    """Show the words until the dialog is closed."""
    dialog = InWords(chart, parent)
    dialog.exec()
    dialog.deleteLater()
