"""How well one colour shows on another, by the definitions of luminance and contrast ratio in WCAG 2.2."""

from __future__ import annotations

TEXT = 4.5
"""The least ratio for words (WCAG 2.2, success criterion 1.4.3)."""

GRAPHIC = 3.0
"""The least ratio for edges of controls, stripes, icons and the focus ring (1.4.11 and 2.4.13)."""


def luminance(colour: str) -> float:
    """The relative luminance of an sRGB colour written as "#RRGGBB": 0 for black, 1 for white."""
    red, green, blue = (_linear(int(colour[i : i + 2], 16) / 255) for i in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def ratio(one: str, other: str) -> float:
    """The contrast ratio of two colours, 1 (the same) to 21 (black and white), whichever comes first."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
