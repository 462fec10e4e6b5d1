"""The colours of groups of codes by the names that codebooks use, for programs that know no names."""

from __future__ import annotations

from colorsys import rgb_to_hls

#: Each colour as #RRGGBB: that of the group's stripe in the light theme.
CODE_COLOURS = {
    "quality-of-life": "#1E6DB0",
    "process": "#B75709",
    "change": "#8C2366",
    "features": "#0D7A69",
    "barriers": "#585047",
    "organisational": "#6548B5",
    "cultural": "#687212",
    "contextual": "#A84440",
    "themes": "#546279",
}


_NAMES = {colour: name for name, colour in CODE_COLOURS.items()}
_GREY = 0.15  # saturation below which a colour is one only in name


def nearest_colour(rgb: str) -> str:
    """The name of the colour most like one given as #RRGGBB or #RGB, by its hue; empty for anything else."""
    if (own := _NAMES.get(rgb.upper())) is not None:
        return own
    wanted = _hue(rgb)
    if wanted is None:
        return ""
    hue, saturation = wanted
    if saturation < _GREY:
        return "themes"

    def apart(name: str) -> float:
        other, how_much = _hue(CODE_COLOURS[name]) or (hue, 0.0)
        round_the_wheel = abs(other - hue)
        return min(round_the_wheel, 1 - round_the_wheel) if how_much > _GREY else 1.0

    return min(CODE_COLOURS, key=apart)


def _hue(rgb: str) -> tuple[float, float] | None:
    """Hue and saturation from 0 to 1."""
    digits = rgb.removeprefix("#")
    digits = "".join(2 * digit for digit in digits) if len(digits) == 3 else digits
    try:
        parts = bytes.fromhex(digits)
    except ValueError:
        return None
    if len(parts) != 3 or len(digits) != 6:
        return None
    hue, _, saturation = rgb_to_hls(*(part / 255 for part in parts))
    return hue, saturation
