"""Turns to read: the ones a passage lies in, marked where it does, with the turn before and the turn after."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtGui import QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from qualcoder_lite.gui.theme import tokens
from qualcoder_lite.gui.widgets.themed import Themed
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QColor
    from PySide6.QtWidgets import QWidget

    from qualcoder_lite.gui.theme.tokens import TypeRole
    from qualcoder_lite.service.extracts.surroundings import Said, Surroundings

#: A line below the turns: its words, the kind of type, the tone, the space above.
Line = tuple[str, "TypeRole", str, int]

_BLANK_LINES = re.compile(r"\n\s*\n")
_AROUND = 700  # characters of what was said before and after that are shown
_LONGEST = 20_000  # characters of a passage that are shown; the rest is read on the page Code


class TurnsText(Themed, QTextEdit):
    """Words to read, and to select and copy, but not to change."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """Show nothing yet; `name` is said by a screen reader."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self._shown: tuple[Surroundings, str, Sequence[Line]] | None = None
        self.follow_theme()

    def show_turns(self, around: Surroundings, group: str, lines: Sequence[Line] = ()) -> None:
        """Show turns, the passage marked in the colour of a group of codes, and lines below them."""
        self._shown = (around, group, lines)
        self._write()

    def restyle(self) -> None:
        """Write the words anew: their type and colours stand in them."""
        super().restyle()
        self._write()

    def _write(self) -> None:
        if self._shown is None:
            return
        around, group, lines = self._shown
        self.clear()
        self.document().setDocumentMargin(0)
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        if around.before is not None:
            self._write_turn(cursor, around.before, "muted", ending=True)
        begin = 0
        for said in around.within:
            begin = begin or cursor.position()
            self._write_turn(cursor, said, "text", mark=self.look.group(group).fill)
        if around.after is not None:
            self._write_turn(cursor, around.after, "muted")
        for words, role, tone, above in lines:
            self._write_line(cursor, words, role, tone, above)
        cursor.endEditBlock()
        start = QTextCursor(self.document())
        start.setPosition(begin)
        self.setTextCursor(start)
        self.verticalScrollBar().setValue(0)

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
            marked, after = tr("{words} … (go to the turn to read on)", words=marked[:_LONGEST]), ""
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
