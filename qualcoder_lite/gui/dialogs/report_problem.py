"""What a person may pass on when something went wrong. It is shown whole, and nothing is sent."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QWidget

from qualcoder_lite.gui.widgets.announce import announce
from qualcoder_lite.gui.widgets.buttons import Button
from qualcoder_lite.gui.widgets.fitting import within_screen
from qualcoder_lite.gui.widgets.focus_ring import FocusRing
from qualcoder_lite.gui.widgets.labels import Label
from qualcoder_lite.gui.widgets.layouts import Column, Row
from qualcoder_lite.service import faults

_TITLE = "Report a problem"
_WORDS = (
    "This says where in the program something went wrong, and in which versions of its parts. No word of a "
    "transcript, no name and no folder of yours is in it. Nothing is sent: copy it, and give it to whoever looks "
    "after the program for you, with a line on what you were doing."
)
_SIZE = (720, 600)


class ReportProblem(QDialog):
    """The report as it would be passed on."""

    def __init__(self, parent: QWidget | None) -> None:
        """Put the report together."""
        super().__init__(parent)
        self.setObjectName("report-problem")
        self.setWindowTitle(_TITLE)
        self.setAccessibleName(_TITLE)
        self._report = QPlainTextEdit(faults.report())
        self._report.setObjectName("report-problem-text")
        self._report.setAccessibleName("The report")
        self._report.setReadOnly(True)
        self._report.setTabChangesFocus(True)
        copy = Button("Copy the report", kind="primary", icon="copy")
        copy.setObjectName("report-problem-copy")
        copy.clicked.connect(self._on_copy)
        close = Button("Close")
        close.setObjectName("report-problem-close")
        close.clicked.connect(self.accept)
        self._said = Label("", "small_strong", tone="ok")
        self.setLayout(
            Column(
                Label(_TITLE, "title"),
                Label(_WORDS, wrap=True),
                (self._report, 1),
                Row((self._said, 1), close, copy),
                gap=12,
                margins=24,
            )
        )
        FocusRing(self)
        copy.setFocus()
        within_screen(self, *_SIZE)

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self._report.toPlainText())
        self._said.setText("Copied.")
        announce(self, "Copied.")


def show_report(parent: QWidget) -> None:
    """Show the report until the dialog is closed."""
    dialog = ReportProblem(parent)
    dialog.exec()
    dialog.deleteLater()
