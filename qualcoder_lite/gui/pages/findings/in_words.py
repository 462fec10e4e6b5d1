"""A picture in words, for whoever doesn't see it, and for the text of a report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qualcoder_lite.gui.dialogs.words_to_copy import WordsToCopy
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from qualcoder_lite.domain.pictures import Drawing


def show_in_words(drawing: Drawing, parent: QWidget) -> None:
    """Show the words of a picture until the dialog is closed."""
    words, about = "\n".join(drawing.in_words()), tr("What the picture shows")
    dialog = WordsToCopy("in-words", tr("In words"), words, about=about, copy=tr("Copy the words"), parent=parent)
    dialog.exec()
    dialog.deleteLater()
