"""The chosen quote in full, with the turn before it and the turn after it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from qualcoder_lite.domain.extracts.extract import attribution
from qualcoder_lite.domain.kept_words import in_language
from qualcoder_lite.gui.pages.quotes.words import NOT_QUOTED, place, starred
from qualcoder_lite.gui.pages.turns_text import Line, TurnsText
from qualcoder_lite.gui.widgets.buttons import Button
from qualcoder_lite.gui.widgets.card import Card
from qualcoder_lite.gui.widgets.chip import Chip, ChipFace
from qualcoder_lite.gui.widgets.labels import Icon, Label
from qualcoder_lite.gui.widgets.layouts import Column, Flow, Row
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from qualcoder_lite.domain.extracts.extract import Extract
    from qualcoder_lite.service.extracts.surroundings import Surroundings


class ReadingPane(Card):
    """One quote to read.

    Signals:
        turn_asked: The person wants to see it in its transcript.
        copy_asked: The person wants it on the clipboard.
        change_asked: The person wants another code on it, other edges, or no code.
        uses_asked: The person wants to know where it is used.
        star_asked: The person wants a star on it, or off it.
        back_asked: The person wants the list again, where it gave its room to the pane.
    """

    turn_asked = Signal()
    copy_asked = Signal()
    change_asked = Signal()
    uses_asked = Signal()
    star_asked = Signal()
    back_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(kind="aside", parent=parent)
        self.setObjectName("quotes-pane")
        self.setAccessibleName(tr("The quote in full"))
        self._back = Button(tr("Back to the quotes"), kind="quiet", icon="arrow-left")
        self._back.setObjectName("quotes-back")
        self._back.clicked.connect(self.back_asked)
        self._title = Label("", "title", wrap=True)
        self._who = Label("", "small", tone="muted")
        self._chip = Chip(ChipFace("", "", ""))
        no = Label(tr("{not_quoted}. This person said no.", not_quoted=NOT_QUOTED), "small", wrap=True)
        self._forbidden = Card(Row(Icon("lock", colour="warn"), (no, 1), margins=(12, 8)), kind="note")
        self.text = TurnsText(tr("The quote, with what was said around it"))
        self.text.setObjectName("quotes-text")
        self._go = Button(tr("Go to turn"), icon="transcript")
        self._go.setObjectName("quotes-go")
        self._go.clicked.connect(self.turn_asked)
        self._copy = Button(tr("Copy quote"), icon="copy")
        self._copy.setObjectName("quotes-copy")
        self._copy.clicked.connect(self.copy_asked)
        self._change = Button(tr("Change …"), icon="edit", name=tr("Change the code or the edges of this quote"))
        self._change.setObjectName("quotes-change")
        self._change.clicked.connect(self.change_asked)
        self._uses = Button(tr("Where is it used?"), icon="link", name=tr("Where is this quote used?"))
        self._uses.setObjectName("quotes-uses")
        self._uses.clicked.connect(self.uses_asked)
        self._star = Button(tr("Star"), icon="star")
        self._star.setObjectName("quotes-star")
        self._star.clicked.connect(self.star_asked)
        self.setLayout(
            Column(
                Row(self._back, None),
                self._title,
                Flow(self._chip, self._who, gap=12),
                self._forbidden,
                (self.text, 1),
                Flow(self._go, self._star, self._copy, self._change, self._uses, gap=8),
                gap=8,
                margins=(24, 16),
            )
        )
        self.set_alone(False)

    def set_alone(self, alone: bool) -> None:
        """Offer the way back to the list, where the pane has taken its place."""
        self._back.setVisible(alone)

    def show_quote(self, extract: Extract, face: ChipFace, around: Surroundings) -> None:
        """Show a quote."""
        self._title.setText(place(extract))
        known = (extract.site, extract.client_group, in_language(extract.respondent or ""))
        self._who.setText(" · ".join(part for part in known if part))
        self._who.setVisible(any(known))
        self._chip.set_face(face)
        self._forbidden.setVisible(not extract.may_quote)
        self._copy.setEnabled(extract.may_quote)
        self._star.set_words(tr("Take the star off") if extract.starred else tr("Star this quote"))
        memo: list[Line] = (
            [(tr("Memo"), "small_strong", "text", 12), (extract.memo, "body", "text", 0)] if extract.memo else []
        )
        said: list[Line] = [
            (attribution(extract), "small", "text", 12),
            (tr("Coded by {coders}", coders=", ".join(extract.coders)), "small", "muted", 12),
            *([(starred(extract), "small", "muted", 0)] if extract.starred else []),
            *memo,
        ]
        self.text.show_turns(around, face.colour, said)
