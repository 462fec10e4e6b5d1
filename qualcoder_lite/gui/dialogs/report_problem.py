"""What a person may pass on when something went wrong. It is shown whole, and nothing is sent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qualcoder_lite.gui.dialogs.words_to_copy import WordsToCopy
from qualcoder_lite.service.program import faults
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_TITLE = tr("Report a problem")
_WORDS = tr(
    "This says where in the program something went wrong, and in which versions of its parts. No word of a "
    "transcript, no name and no folder of yours is in it. Nothing is sent: copy it, and give it to whoever looks "
    "after the program for you, with a line on what you were doing."
)


class ReportProblem(WordsToCopy):
    """The report as it would be passed on."""

    def __init__(self, parent: QWidget | None) -> None:
        """Put the report together."""
        super().__init__(
            "report-problem",
            _TITLE,
            faults.report(),
            about=tr("The report"),
            copy=tr("Copy the report"),
            intro=_WORDS,
            parent=parent,
        )
        self.copy.setFocus()


def show_report(parent: QWidget) -> None:
    """Show the report until the dialog is closed."""
    dialog = ReportProblem(parent)
    dialog.exec()
    dialog.deleteLater()
