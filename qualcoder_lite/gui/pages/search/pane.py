"""What was found, in full beside the list: a turn among its neighbours, or a memo, a code or a summary."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from qualcoder_lite.domain.transcript import SpeakerRole
from qualcoder_lite.gui.pages.search.words import GO, KINDS, place, source
from qualcoder_lite.gui.pages.turns_text import TurnsText
from qualcoder_lite.gui.widgets.buttons import Button
from qualcoder_lite.gui.widgets.card import Card
from qualcoder_lite.gui.widgets.labels import Label
from qualcoder_lite.gui.widgets.layouts import Column, Flow
from qualcoder_lite.service.extracts.surroundings import Said, Surroundings
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from qualcoder_lite.service.searching.found_elsewhere import FoundElsewhere
    from qualcoder_lite.service.searching.found_words import FoundWords


class FoundPane(Card):
    """One thing that was found.

    Signals:
        go_asked: The person wants to see it where it belongs.
    """

    go_asked = Signal()

    def __init__(self) -> None:
        """Show nothing yet."""
        super().__init__(kind="aside")
        self.setObjectName("search-pane")
        self.setAccessibleName(tr("The turn"))
        self._title = Label("", "title", wrap=True)
        self._who = Label("", "small", tone="muted", wrap=True)
        self.text = TurnsText(tr("The turn, with what was said before and after"))
        self.text.setObjectName("search-text")
        self._go = Button(tr("Go to turn"), icon="transcript")
        self._go.setObjectName("search-go")
        self._go.clicked.connect(self.go_asked)
        self.setLayout(Column(self._title, self._who, (self.text, 1), Flow(self._go, gap=8), gap=8, margins=(24, 16)))

    def show_turn(self, found: FoundWords, around: Surroundings) -> None:
        """Show words in their turn."""
        self._title.setText(place(found))
        self._who.setText(source(found).removeprefix(place(found)).removeprefix(" · "))
        self.text.setAccessibleName(tr("The turn, with what was said before and after"))
        self._go.set_words(tr("Go to turn"))
        self.text.show_turns(around, "")

    def show_elsewhere(self, found: FoundElsewhere) -> None:
        """Show a memo, a code's meaning or a summary."""
        kind = KINDS[found.kind]
        self._title.setText(found.title or kind)
        self._who.setText(" · ".join(part for part in (kind if found.title else "", found.where) if part))
        self.text.setAccessibleName(tr("{kind}: what stands around the words", kind=kind))
        self._go.set_words(GO[found.kind])
        said = Said("", SpeakerRole.OTHER, found.text, found.start, found.end)
        self.text.show_turns(Surroundings(before=None, within=(said,), after=None), "")
