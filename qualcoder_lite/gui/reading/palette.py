"""The colours the reading view is painted with: plain data, made from the theme's tokens or given from outside."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QPalette

from qualcoder_lite.gui.theme import tokens

if TYPE_CHECKING:
    from collections.abc import Mapping

    from qualcoder_lite.gui.theme.tokens import Pattern

#: How much of the stripe's colour goes into the fill where three passages or more overlap; words on it keep 4.5:1.
_DEEPER = 0.16
#: How much of the focus colour goes into the page behind words that are being selected: in the light, in the dark.
_SELECTED = (0.34, 0.2)
#: The same behind words that were looked for.
_FOUND = (0.5, 0.2)


@dataclass(frozen=True, slots=True)
class GroupColours:
    """A group of codes: `ink` for words, `stripe` for lines, `fills` behind words under one, two, and more passages."""

    ink: QColor
    stripe: QColor
    fills: tuple[QColor, QColor, QColor]
    pattern: Pattern

    @property
    def fill(self) -> QColor:
        """The palest fill, for one passage alone."""
        return self.fills[0]

    @property
    def deep(self) -> QColor:
        """The fill where two passages overlap, also used to pick one out."""
        return self.fills[1]


@dataclass(frozen=True)
class ReadingPalette:
    """All that the reading view paints.

    `aside` is for the names of carers and support workers who sat in, `on_stripe` for letters on a cap of a stripe's
    colour. Groups are looked up by the colour's name; unknown ones get `other`.
    """

    page: QColor
    text: QColor
    muted: QColor
    aside: QColor
    hairline: QColor
    turn: QColor
    focus: QColor
    focus_line: QColor
    on_stripe: QColor
    other: GroupColours
    groups: Mapping[str, GroupColours] = field(default_factory=dict[str, GroupColours])

    def group(self, name: str) -> GroupColours:
        """The colours of a group."""
        return self.groups.get(name, self.other)

    @property
    def selection(self) -> QColor:
        """Behind words while they are being selected."""
        return mixed(self.page, self.focus, self._share(_SELECTED))

    @property
    def found(self) -> QColor:
        """Behind words that were looked for."""
        return mixed(self.page, self.focus, self._share(_FOUND))

    @property
    def bracket(self) -> QColor:
        """A bracket on the focus's own colour, in the light and in the dark."""
        return QColor(tokens.LIGHT.text)

    @property
    def passage(self) -> QColor:
        """Behind the words of the passage that would be coded, where no coding colours them."""
        return mixed(self.turn, self.focus, self._share(_SELECTED) / 2)

    def on(self, palette: QPalette) -> QPalette:
        """Qt's colours, with these for the page and its words."""
        palette.setColor(QPalette.ColorRole.Base, self.page)
        palette.setColor(QPalette.ColorRole.Text, self.text)
        palette.setColor(QPalette.ColorRole.Highlight, self.selection)
        palette.setColor(QPalette.ColorRole.HighlightedText, self.text)
        return palette

    def _share(self, shares: tuple[float, float]) -> float:
        return shares[self.page.lightnessF() < self.text.lightnessF()]


def reading_palette(*, dark: bool = False, tint: str = "paper") -> ReadingPalette:
    """The theme's colours, light or dark; in the light the page may have another tint."""
    colours = tokens.DARK if dark else tokens.LIGHT
    groups = {name: _group(style, dark=dark) for name, style in tokens.GROUPS.items()}
    return ReadingPalette(
        page=QColor(colours.page if dark else tokens.PAGE_TINTS.get(tint, colours.page)),
        text=QColor(colours.text),
        muted=QColor(colours.muted),
        aside=QColor(colours.link),
        hairline=QColor(colours.hairline),
        turn=QColor(colours.turn),
        focus=QColor(colours.focus),
        focus_line=QColor(colours.focus_line),
        on_stripe=QColor(colours.surface),
        other=groups[tokens.OTHER_GROUP],
        groups=groups,
    )


def mixed(base: QColor, other: QColor, share: float) -> QColor:
    """A colour with a share, 0 to 1, of another in it."""
    return QColor.fromRgbF(
        base.redF() + (other.redF() - base.redF()) * share,
        base.greenF() + (other.greenF() - base.greenF()) * share,
        base.blueF() + (other.blueF() - base.blueF()) * share,
    )


def _group(style: tokens.GroupStyle, *, dark: bool) -> GroupColours:
    hue = style.dark if dark else style.light
    fill, deep, stripe = QColor(hue.fill), QColor(hue.deep), QColor(hue.stripe)
    return GroupColours(QColor(hue.ink), stripe, (fill, deep, mixed(deep, stripe, _DEEPER)), style.pattern)
