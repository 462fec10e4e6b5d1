"""The words of a file by turns, before it is stored: who speaks in bold, then what they say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextBrowser

from qualcoder_lite.domain.transcript import paragraphs
from qualcoder_lite.gui.theme import current, tokens
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from qualcoder_lite.domain.transcript import TranscriptText
    from qualcoder_lite.gui.dialogs.import_transcripts.draft import Draft

LONGEST = 40_000
"""Characters shown of a file: enough to see who is speaking. All of it is stored."""


class TextPane(QTextBrowser):
    """Shows one file's words; the person can only read."""

    def __init__(self) -> None:
        """Show nothing yet."""
        super().__init__()
        self.setObjectName("import-text")
        self.setAccessibleName(tr("The words of the file"))
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._draft: Draft | None = None
        current().changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def show_draft(self, draft: Draft | None) -> None:
        """Show a file's words, or why there are none."""
        same = draft is not None and self._draft is not None and draft.path == self._draft.path
        at = self.verticalScrollBar().value() if same else 0
        self._draft = draft
        self.setDocument(self._document(draft))
        self.verticalScrollBar().setValue(at)

    def _on_theme_changed(self) -> None:
        self.show_draft(self._draft)

    def _document(self, draft: Draft | None) -> QTextDocument:
        document = QTextDocument(self)
        document.setUndoRedoEnabled(False)
        document.setDefaultFont(current().look.font("body"))
        document.setDocumentMargin(current().look.gap(20))
        writer = _Writer(QTextCursor(document))
        if draft is None or draft.read is None:
            writer.write("", draft.trouble if draft else "")
        else:
            writer.write_all(draft.read.text)
        return document


class _Writer:
    """Puts turns into a document as plain text: nothing in a file is ever read as markup."""

    def __init__(self, cursor: QTextCursor) -> None:
        look = current().look
        self._cursor = cursor
        self._plain, self._bold, self._muted = QTextCharFormat(), QTextCharFormat(), QTextCharFormat()
        for form, colour in ((self._plain, "text"), (self._bold, "text"), (self._muted, "muted")):
            form.setForeground(look.colour(colour))
        self._bold.setFontWeight(QFont.Weight.Bold)
        self._turn, self._more = QTextBlockFormat(), QTextBlockFormat()
        for form, above in ((self._turn, look.gap(12)), (self._more, look.gap(2))):
            form.setTopMargin(above)
            form.setLineHeight(tokens.READING_LINE * 100, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        self._begun = False

    def write_all(self, text: TranscriptText) -> None:
        """Write as much of a transcript as is shown."""
        body, turns = text.text, text.turns
        shown = min(len(body), LONGEST)
        for span in paragraphs(body, 0, turns[0].start if turns else shown):
            if span.start >= shown:
                break
            self.write("", body[span.start : min(span.end, shown)], muted=bool(turns))
        for turn in turns:
            if turn.start >= shown:
                break
            self.write(text.speakers[turn.speaker].label, body[turn.speech : min(turn.end, shown)])
        if shown < len(body):
            self.write("", tr("The rest is not shown here. All of it is brought in."), muted=True)

    def write(self, who: str, words: str, *, muted: bool = False) -> None:
        """Write one turn, or one paragraph that is no turn's."""
        for n, line in enumerate(words.split("\n") or [""]):
            if not line.strip() and n:
                continue
            form = self._turn if n == 0 else self._more
            if self._begun:
                self._cursor.insertBlock(form)
            else:
                self._cursor.setBlockFormat(form)
                self._begun = True
            if who and n == 0:
                self._cursor.insertText(f"{who}  ", self._bold)
            self._cursor.insertText(line, self._muted if muted else self._plain)
