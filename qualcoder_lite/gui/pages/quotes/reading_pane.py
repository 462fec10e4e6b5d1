"""The chosen quote in full, with the turn before it and the turn after it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit, QWidget

from qualcoder_lite.domain.extract import attribution
from qualcoder_lite.gui.pages.quotes.words import NOT_QUOTED, place
from qualcoder_lite.gui.theme import tokens
from qualcoder_lite.gui.widgets.buttons import Button
from qualcoder_lite.gui.widgets.card import Card
from qualcoder_lite.gui.widgets.chip import Chip, ChipFace
from qualcoder_lite.gui.widgets.labels import Icon, Label
from qualcoder_lite.gui.widgets.layouts import Column, Flow, Row
from qualcoder_lite.gui.widgets.themed import Themed

if TYPE_CHECKING:
    from PySide6.QtGui import QColor

    from qualcoder_lite.domain.extract import Extract
    from qualcoder_lite.gui.theme.tokens import TypeRole
    from qualcoder_lite.service.surroundings import Said, Surroundings

_BLANK_LINES = re.compile(r"\n\s*\n")
_AROUND = 700  # characters of what was said before and after that are shown
_LONGEST = 20_000  # characters of a passage that are shown; the rest is read on the page Code


class ReadingPane(Themed, Card):
    """One quote to read.

    Signals:
        turn_asked: The person wants to see it in its transcript.
        copy_asked: The person wants it on the clipboard.
        back_asked: The person wants the list again, where it gave its room to the pane.
    """

    turn_asked = Signal()
    copy_asked = Signal()
    back_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(kind="aside", parent=parent)
        self.setObjectName("quotes-pane")
        self.setAccessibleName("The quote in full")
        self._shown: tuple[Extract, ChipFace, Surroundings] | None = None
        self._back = Button("Back to the quotes", kind="quiet", icon="arrow-left")
        self._back.setObjectName("quotes-back")
        self._back.clicked.connect(self.back_asked)
        self._title = Label("", "title", wrap=True)
        self._who = Label("", "small", tone="muted")
        self._chip = Chip(ChipFace("", "", ""))
        no = Label(f"{NOT_QUOTED}. This person said no.", "small", wrap=True)
        self._forbidden = Card(Row(Icon("lock", colour="warn"), (no, 1), margins=(12, 8)), kind="note")
        self.text = QTextEdit()
        self.text.setObjectName("quotes-text")
        self.text.setAccessibleName("The quote, with what was said around it")
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setUndoRedoEnabled(False)
        self._go = Button("Go to turn", icon="transcript")
        self._go.setObjectName("quotes-go")
        self._go.clicked.connect(self.turn_asked)
        self._copy = Button("Copy quote", icon="copy")
        self._copy.setObjectName("quotes-copy")
        self._copy.clicked.connect(self.copy_asked)
        self.setLayout(
            Column(
                Row(self._back, None),
                self._title,
                Flow(self._chip, self._who, gap=12),
                self._forbidden,
                (self.text, 1),
                Flow(self._go, self._copy, gap=8),
                gap=8,
                margins=(24, 16),
            )
        )
        self.set_alone(False)
        self.follow_theme()

    def set_alone(self, alone: bool) -> None:
        """Offer the way back to the list, where the pane has taken its place."""
        self._back.setVisible(alone)

    def show_quote(self, extract: Extract, face: ChipFace, around: Surroundings) -> None:
        """Show a quote."""
        self._shown = (extract, face, around)
        self._title.setText(place(extract))
        known = (extract.site, extract.client_group, extract.respondent)
        self._who.setText(" · ".join(part for part in known if part))
        self._who.setVisible(any(known))
        self._chip.set_face(face)
        self._forbidden.setVisible(not extract.may_quote)
        self._copy.setEnabled(extract.may_quote)
        self._write()

    def restyle(self) -> None:
        """Write the words anew: their type and colours stand in them."""
        super().restyle()
        if self._shown is not None:
            self._write()

    # The words

    def _write(self) -> None:
        if self._shown is None:
            return
        extract, face, around = self._shown
        look = self.look
        self.text.clear()
        self.text.document().setDocumentMargin(0)
        cursor = QTextCursor(self.text.document())
        cursor.beginEditBlock()
        if around.before is not None:
            self._write_turn(cursor, around.before, "muted", ending=True)
        begin = 0
        for said in around.within:
            begin = begin or cursor.position()
            self._write_turn(cursor, said, "text", mark=look.group(face.colour).fill)
        if around.after is not None:
            self._write_turn(cursor, around.after, "muted")
        self._write_line(cursor, attribution(extract), "small", "text")
        self._write_line(cursor, f"Coded by {', '.join(extract.coders)}", "small", "muted")
        if extract.memo:
            self._write_line(cursor, "Memo", "small_strong", "text")
            self._write_line(cursor, extract.memo, "body", "text", above=0)
        cursor.endEditBlock()
        start = QTextCursor(self.text.document())
        start.setPosition(begin)
        self.text.setTextCursor(start)
        self.text.verticalScrollBar().setValue(0)

    def _write_turn(
        self, cursor: QTextCursor, said: Said, tone: str, *, mark: QColor | None = None, ending: bool = False
    ) -> None:
        """A turn under its speaker; of a long one what lies around the mark, or its ending or beginning."""
        if said.speaker:
            self._write_line(cursor, said.speaker, "small_strong", tone)
        pieces = (said.text[: said.start], said.text[said.start : said.end], said.text[said.end :])
        before, marked, after = (_BLANK_LINES.sub("\n", piece) for piece in pieces)
        if len(before) > _AROUND:
            before = f"… {before[-_AROUND:].partition(' ')[2]}"
        if mark is None and ending and len(after) > _AROUND:
            after = f"… {after[-_AROUND:].partition(' ')[2]}"
        elif len(after) > _AROUND:
            after = f"{after[:_AROUND].rpartition(' ')[0]} …"
        if len(marked) > _LONGEST:
            marked, after = f"{marked[:_LONGEST]} … (go to the turn to read on)", ""
        self._begin_block(cursor, tokens.READING_LINE)
        plain = self._type("reading", tone)
        cursor.insertText(before, plain)
        if marked and mark is not None:
            kind = self._type("reading", "text")
            kind.setBackground(mark)
            cursor.insertText(marked, kind)
        cursor.insertText(after, plain)

    def _write_line(self, cursor: QTextCursor, words: str, role: TypeRole, tone: str, above: int = 12) -> None:
        self._begin_block(cursor, 1, above=self.look.gap(above))
        cursor.insertText(words, self._type(role, tone))

    def _begin_block(self, cursor: QTextCursor, line_height: float, above: int = 0) -> None:
        space = QTextBlockFormat()
        space.setTopMargin(above)
        space.setLineHeight(line_height * 100, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        if cursor.position():
            cursor.insertBlock(space)
        else:
            cursor.setBlockFormat(space)

    def _type(self, role: TypeRole, tone: str) -> QTextCharFormat:
        made = QTextCharFormat()
        made.setFont(self.look.font(role))
        made.setForeground(self.look.colour(tone))
        return made
