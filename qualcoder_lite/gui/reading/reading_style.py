"""How a person likes to read: typeface, size, line height, column width, and the window's text scale."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

from PySide6.QtGui import QFont, QFontMetricsF

from qualcoder_lite.gui.reading.reading_settings import PIXELS, LineFocus, ReadingSettings
from qualcoder_lite.gui.theme import tokens

_BODY = 15


@dataclass(frozen=True, slots=True)
class ReadingStyle:
    """The type and spaces of the reading view, in pixels.

    Attributes:
        family: the typeface of the words; empty for the theme's own.
        size: of the words, in pixels at a text scale of 1.
        line_height: in heights of the type.
        column: how many average characters wide the text may run; 0 for as wide as there is room.
        scale: the window's text scale, 1.0 to 2.0.
        turn_numbers: whether a turn's number stands beside its speaker.
        line_numbers: whether each line's number stands before it.
        line_focus: what stays bright while the rest is dimmed.
        plain: whether letters beside the text will do, and names be left to whoever asks.
    """

    family: str = ""
    size: float = tokens.TYPE["reading"][0]
    line_height: float = tokens.READING_LINE
    column: int = 72
    scale: float = 1.0
    turn_numbers: bool = True
    line_numbers: bool = False
    line_focus: LineFocus = LineFocus.OFF
    plain: bool = False

    def read_as(self, chosen: ReadingSettings) -> ReadingStyle:
        """The style of what a person chose, at the same text scale."""
        return replace(
            self,
            family=chosen.family,
            size=chosen.points * PIXELS,
            line_height=chosen.line_height,
            column=chosen.column,
            turn_numbers=chosen.turn_numbers,
            line_numbers=chosen.line_numbers,
            line_focus=chosen.line_focus,
            plain=chosen.plain,
        )

    @property
    def gutter(self) -> int:
        """The room for the numbers of lines, in pixels."""
        return self.px(34) if self.line_numbers else 0

    def px(self, size: float) -> int:
        """A size that grows with the text."""
        return round(size * self.scale)

    def gap(self, size: float) -> int:
        """A space, which grows half as fast."""
        return round(size * (1 + (self.scale - 1) / 2))

    @property
    def em(self) -> int:
        """The size of the window's ordinary words, by which widths are judged."""
        return self.px(_BODY)

    @property
    def line_pitch(self) -> int:
        """From one line of text to the next, in pixels."""
        return self.px(self.size * self.line_height)

    def words(self) -> QFont:
        """The font of what is said."""
        return _font(self.family, self.px(self.size))

    def name(self, *, quiet: bool) -> QFont:
        """The font of a speaker's name above a turn; `quiet` for an interviewer's."""
        return _font(self.family, self.px(max(_BODY, self.size * 0.84)), bold=not quiet)

    def note(self) -> QFont:
        """The font of "turn 4", and of the caps in the margin."""
        return _font(self.family, self.px(12))

    def label(self, *, strong: bool = False) -> QFont:
        """The font of the labels in the margin."""
        return _font(self.family, self.px(13), bold=strong)

    def line_room(self) -> float:
        """What line height leaves free below a line, in pixels: there the underlines run."""
        return QFontMetricsF(self.words()).height() * (self.line_height - 1)

    def column_width(self) -> float:
        """The widest that text may run, in pixels; 0 for no limit."""
        return QFontMetricsF(self.words()).averageCharWidth() * self.column


@lru_cache(maxsize=64)
def _font(family: str, pixels: int, *, bold: bool = False) -> QFont:
    """A font, made once: painting asks for the same few many times a second."""
    font = QFont([family, *tokens.FAMILIES] if family else list(tokens.FAMILIES))
    font.setPixelSize(max(1, pixels))
    font.setBold(bold)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font
