"""The look in force: one mode, one text scale, one page tint, ready for painting."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QFont

from qualcoder_lite.gui.theme.fonts import clamped, font_for
from qualcoder_lite.gui.theme.tokens import DARK, GROUPS, LIGHT, OTHER_GROUP, PAGE_TINTS

if TYPE_CHECKING:
    from qualcoder_lite.gui.theme.tokens import Pattern, TypeRole


@dataclass(frozen=True, slots=True)
class GroupLook:
    """A group of codes as painted: colours of words, stripe, fill and deeper fill, and its line pattern."""

    ink: QColor
    stripe: QColor
    fill: QColor
    deep: QColor
    pattern: Pattern


class Look:
    """What painting needs to know. Never changes: a change of theme makes a new one.

    Attributes:
        dark: Whether this is the dark mode.
        scale: The text scale, 1.0 to 2.0.
        tint: The name of the page tint; the dark mode ignores it.
        colours: The tokens, as "#RRGGBB".
    """

    def __init__(self, *, dark: bool = False, scale: float = 1.0, tint: str = "paper") -> None:
        """Draw up the look. An unknown tint is taken for "paper", a scale out of range for the nearest in it."""
        self.dark = dark
        self.scale = clamped(scale)
        self.tint = tint if tint in PAGE_TINTS else "paper"
        self.colours = DARK if dark else replace(LIGHT, page=PAGE_TINTS[self.tint])
        self._fonts: dict[TypeRole, QFont] = {}
        self._groups: dict[str, GroupLook] = {}

    def __eq__(self, other: object) -> bool:
        """Whether the other look paints the same."""
        return isinstance(other, Look) and self._key == other._key

    def __hash__(self) -> int:
        """A hash in step with equality."""
        return hash(self._key)

    @property
    def _key(self) -> tuple[bool, float, str]:
        return self.dark, self.scale, self.tint

    def px(self, size: float) -> int:
        """A size that grows with the text: type, icons, targets."""
        return round(size * self.scale)

    def gap(self, size: float) -> int:
        """A space between things. It grows half as fast as text, so that large text keeps room for words."""
        return round(size * (1 + (self.scale - 1) / 2))

    def font(self, role: TypeRole = "body") -> QFont:
        """The font for a kind of words. The caller gets a copy to change as it likes."""
        if role not in self._fonts:
            self._fonts[role] = font_for(role, self.scale)
        return QFont(self._fonts[role])

    def colour(self, name: str) -> QColor:
        """A colour by its token's name, such as "text" or "edge"."""
        return QColor(getattr(self.colours, name))

    def heat(self, step: int) -> tuple[QColor, QColor]:
        """Fill and words of a heat map cell, from 0 (nobody) to 5 (more than 80 in 100)."""
        return QColor(self.colours.heat[step]), QColor(self.colours.heat_text[step])

    def group(self, colour: str) -> GroupLook:
        """How codes of a group are painted, by the colour its codebook names."""
        if colour not in self._groups:
            style = GROUPS.get(colour, GROUPS[OTHER_GROUP])
            hue = style.dark if self.dark else style.light
            self._groups[colour] = GroupLook(
                QColor(hue.ink), QColor(hue.stripe), QColor(hue.fill), QColor(hue.deep), style.pattern
            )
        return self._groups[colour]
