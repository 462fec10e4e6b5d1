"""The head of the page Quotes: how many there are, and what can be done with all that are shown."""

from __future__ import annotations

from qualcoder_lite.gui.widgets.buttons import Button
from qualcoder_lite.gui.widgets.card import Card
from qualcoder_lite.gui.widgets.labels import Label
from qualcoder_lite.gui.widgets.layouts import Column, Row
from qualcoder_lite.translation import tr


class Head(Card):
    """A title, a summary, and buttons.

    Attributes:
        filters: Unfolds the filters where they have no room of their own.
        voices: Shows whose voices are among the quotes.
        export: Exports what is shown.
    """

    def __init__(self) -> None:
        """Sum up nothing yet."""
        super().__init__(kind="bar")
        self.summary = Label("", "small", tone="muted", wrap=True)
        self.summary.setObjectName("quotes-summary")
        self.filters = Button(tr("Filters"), icon="filter")
        self.filters.setObjectName("quotes-filters")
        self.filters.setCheckable(True)
        self.voices = Button(tr("Whose voices"), icon="people", name=tr("Whose voices are among these quotes"))
        self.voices.setObjectName("quotes-voices")
        self.export = Button(tr("Export what is shown …"), kind="primary", icon="export")
        self.export.setObjectName("quotes-export")
        words = Column(Label(tr("Quotes"), "title"), self.summary, gap=2)
        self.setLayout(Row((words, 1), self.filters, self.voices, self.export, gap=12, margins=(24, 10)))

    def enable(self, *, there: bool) -> None:
        """Let something be done with the quotes, where there are any."""
        self.export.setEnabled(there)
        self.voices.setEnabled(there)

    def fold(self, *, narrow: bool, any_quotes: bool) -> None:
        """Where it is narrow the filters are behind their button, and the voices in the menu alone."""
        self.filters.setVisible(narrow and any_quotes)
        self.voices.setVisible(not narrow)

    def name_filters(self, on: int, *, in_turn: bool) -> None:
        """Say on their button how many filters are on, or what there is to see in turn with them."""
        words = tr("Filters: {on} on", on=on) if on else tr("Filters")
        self.filters.set_words(tr("See the quotes") if in_turn else words)
        self.filters.set_icon("quotes" if in_turn else "filter")
