"""The quotes behind a place of a picture or table, beside it: what the place says, its quotes, the way to them all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal

from qualcoder_lite.gui.pages.findings.quotes import QuotesList
from qualcoder_lite.gui.widgets.buttons import Button
from qualcoder_lite.gui.widgets.card import Card
from qualcoder_lite.gui.widgets.labels import Label
from qualcoder_lite.gui.widgets.layouts import Column, Row
from qualcoder_lite.gui.widgets.themed import Themed
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

    from qualcoder_lite.domain.extracts.extract import Extract

FIRST_QUOTES = 300
"""How many quotes are listed; the page Quotes has the rest."""


class QuotesBeside(Themed, Card):
    """A panel of quotes.

    Signals:
        turn_wanted: The person wants to see an extract in its transcript.
        all_wanted: The person wants the quotes on their own page.
        closed: The person wants to go back.
    """

    turn_wanted = Signal(object)
    all_wanted = Signal()
    closed = Signal()

    def __init__(self, handle: str) -> None:
        """Show nothing yet; `handle` begins the object names."""
        super().__init__(kind="aside")
        self.setObjectName(f"{handle}-beside")
        self.setAccessibleName(tr("Quotes of the chosen place"))
        self.back = Button(tr("Close"), kind="link", icon="arrow-left")
        self.back.setObjectName(f"{handle}-beside-close")
        self._said = Label("", "heading", wrap=True)
        self._count = Label("", "small", tone="muted", wrap=True)
        self.quotes = QuotesList()
        self.quotes.setObjectName(f"{handle}-beside-quotes")
        self.all_quotes = Button(tr("See all these quotes"), kind="link")
        self.all_quotes.setObjectName(f"{handle}-beside-all")
        head = Row((self._count, 1), self.all_quotes)
        self.setLayout(Column(Row(self.back, None), self._said, head, (self.quotes, 1), gap=8, margins=(16, 12)))
        self.back.clicked.connect(self.closed)
        self.quotes.turn_wanted.connect(self.turn_wanted)
        self.all_quotes.clicked.connect(self.all_wanted)
        self.follow_theme()

    def show_place(self, said: str, *, has_page: bool) -> None:
        """Be about another place; its quotes are still to be found. `has_page`: the page Quotes can show just them."""
        self._said.setText(said)
        self._count.setText(tr("Looking for the quotes …"))
        self.all_quotes.setVisible(has_page)
        self.quotes.show_quotes(())

    def show_nothing(self, said: str, why: str) -> None:
        """Be about a place that has no quotes."""
        self.show_place(said, has_page=False)
        self._count.setText(why)

    def show_quotes(self, number: int, extracts: Sequence[Extract]) -> None:
        """List the quotes, or the first of them."""
        more = tr(", the first {number} of them here", number=len(extracts)) if len(extracts) < number else ""
        self._count.setText(
            tr("{n:,} quote{more}", "{n:,} quotes{more}", n=number, more=more)
            if number
            else tr("Nobody here: no quotes.")
        )
        self.quotes.show_quotes(extracts)

    def go_in(self) -> None:
        """Take the focus."""
        (self.quotes if self.quotes.currentIndex().isValid() else self.back).setFocus(
            Qt.FocusReason.ShortcutFocusReason
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """A column of readable lines."""
        return QSize(self.look.px(372), self.look.px(400))

    def minimumSizeHint(self) -> QSize:
        """Room for a quote."""
        return QSize(self.look.px(270), self.look.px(200))
