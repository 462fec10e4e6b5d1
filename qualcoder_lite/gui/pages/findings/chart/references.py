"""The quotes that a summary's sentences refer to: links under the box, one for each number, that lead to the quote."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from qualcoder_lite.gui.widgets.labels import Label
from qualcoder_lite.gui.widgets.layouts import Column, empty
from qualcoder_lite.gui.widgets.wrapped_link import WrappedLink
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

_SHORT = 90  # characters of a quote beside its number


class Reference(NamedTuple):
    """A number in the summary and the words that it stands for; None where they are no longer coded here."""

    number: int
    words: str | None


class References(QWidget):
    """The links, one under the other.

    Signals:
        wanted: The person wants to see the quote of this number.
    """

    wanted = Signal(int)

    def __init__(self) -> None:
        """Refer to nothing yet."""
        super().__init__()
        self.setObjectName("chart-referred")
        self.setProperty("clear", True)
        self._references: Sequence[Reference] = ()
        self.links: list[WrappedLink] = []
        self._column = Column(gap=2)
        self.setLayout(self._column)
        self.hide()

    def show_references(self, references: Sequence[Reference]) -> None:
        """Show other ones; the same ones stay as they are, so that typing moves nothing."""
        if references == self._references:
            return
        self._references = references
        empty(self._column)
        self.links = []
        for each in references:
            self._column.addWidget(self._line(each))
        self.setVisible(bool(references))

    def _line(self, reference: Reference) -> QWidget:
        number, words = reference
        if words is None:
            return Label(tr("[{number}] no longer coded here", number=number), "small", tone="muted", wrap=True)
        told = f"[{number}] {_beginning(words)}"
        link = WrappedLink(told, tr("Go to the quote {told}", told=told))
        link.setObjectName("chart-reference")
        link.clicked.connect(lambda: self.wanted.emit(number))
        self.links.append(link)
        return link


def _beginning(words: str) -> str:
    words = " ".join(words.split())
    return f"“{words}”" if len(words) <= _SHORT else f"“{words[:_SHORT].rsplit(' ', 1)[0]} …”"
