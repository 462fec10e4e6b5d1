"""Qt's document for a transcript: a block for each block of the map, an interviewer's words in quieter ink.

Codings play no part here: they are painted. The document is built apart from any view, which is what makes it
quick (25 ms for 100,000 words): Qt then lays out only what is looked at.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument, QTextOption

from qualcoder_lite.domain.transcript import SpeakerRole

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QObject
    from PySide6.QtGui import QColor, QFont

    from qualcoder_lite.domain.transcript import Speaker
    from qualcoder_lite.gui.reading.document_map import DocumentMap
    from qualcoder_lite.gui.reading.palette import ReadingPalette
    from qualcoder_lite.gui.reading.reading_style import ReadingStyle

# What Qt would take for the end of a block, or can't hold; shown as a replacement character so that positions stay.
_UNSHOWABLE = re.compile("[\x00\n\r\u2028\u2029\ufdd0\ufdd1\ud800-\udfff]")

#: Pixels from the edge of the page to the focused turn's card, and from there to the words, at a text scale of 1.
CARD_MARGIN, CARD_PADDING = 7, 18


def build(
    page: DocumentMap, speakers: Sequence[Speaker], style: ReadingStyle, palette: ReadingPalette, parent: QObject
) -> QTextDocument:
    """Set the transcript in type."""
    document = QTextDocument(parent)
    document.setUndoRedoEnabled(False)
    document.setDefaultFont(style.words())
    document.setDefaultTextOption(_options(style))
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    formats = _Formats(speakers, style, palette)
    for number, block in enumerate(page.blocks):
        speaker = page.units[block.unit].speaker
        quiet = formats.is_quiet(speaker)
        words = formats.quiet_words if quiet else formats.words
        space = formats.block_format(page, number)
        if number:
            cursor.insertBlock(space, words)
        else:
            cursor.setBlockFormat(space)
        if block.is_heading:
            cursor.insertText(block.name, formats.name_of(speaker))
            cursor.insertText(block.heading[len(block.name) :], formats.note)
        else:
            cursor.insertText(_UNSHOWABLE.sub("\ufffd", page.text[block.start : block.end]), words)
    cursor.endEditBlock()
    frame = document.rootFrame().frameFormat()
    side = style.gap(CARD_MARGIN + CARD_PADDING)
    frame.setLeftMargin(side + style.gutter)
    frame.setRightMargin(side)
    frame.setTopMargin(style.gap(24))
    frame.setBottomMargin(style.gap(64))
    document.rootFrame().setFrameFormat(frame)
    return document


_SIT_IN = (SpeakerRole.CARER, SpeakerRole.SUPPORT)


def quiet_speakers(speakers: Sequence[Speaker]) -> frozenset[int]:
    """The speakers whose words step back: interviewers, by their place in the list."""
    return frozenset(n for n, speaker in enumerate(speakers) if speaker.role == SpeakerRole.INTERVIEWER)


class _Formats:
    """The few kinds of type on the page."""

    def __init__(self, speakers: Sequence[Speaker], style: ReadingStyle, palette: ReadingPalette) -> None:
        self._quiet = quiet_speakers(speakers)
        self._sitting_in = frozenset(n for n, each in enumerate(speakers) if each.role in _SIT_IN)
        self.words = _type(style.words(), palette.text)
        self.quiet_words = _type(style.words(), palette.muted)
        self.name = _type(style.name(quiet=False), palette.text)
        self.aside_name = _type(style.name(quiet=False), palette.aside)
        self.quiet_name = _type(style.name(quiet=True), palette.muted)
        self.note = _type(style.note(), palette.muted)
        room = style.line_room()
        self._heading = _space(above=style.gap(24), below=style.gap(4))
        self._continued = _space(below=room, line_height=style.line_height)
        self._paragraph = _space(below=room + style.gap(6), line_height=style.line_height)

    def is_quiet(self, speaker: int | None) -> bool:
        return speaker in self._quiet

    def name_of(self, speaker: int | None) -> QTextCharFormat:
        """How a speaker's name is set: interviewers step back, and those who sat in have a colour of their own."""
        if speaker in self._quiet:
            return self.quiet_name
        return self.aside_name if speaker in self._sitting_in else self.name

    def block_format(self, page: DocumentMap, number: int) -> QTextBlockFormat:
        block = page.blocks[number]
        if block.is_heading:
            return self._heading
        return self._continued if block.continued else self._paragraph


def _type(font: QFont, colour: QColor) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setFont(font)
    made.setForeground(colour)
    return made


def _space(*, above: float = 0, below: float, line_height: float = 1) -> QTextBlockFormat:
    made = QTextBlockFormat()
    made.setTopMargin(above)
    made.setBottomMargin(below)
    made.setLineHeight(line_height * 100, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    return made


def _options(style: ReadingStyle) -> QTextOption:
    options = QTextOption()
    options.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    options.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    options.setTabStopDistance(style.px(style.size) * 2)
    return options
