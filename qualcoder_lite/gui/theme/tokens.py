"""The values the window is drawn from: colours, spaces, radii, sizes of type. Nothing else names a colour.

Ink on paper: the interface itself is grey-blue ink on warm paper, a hue always means a group of codes, and yellow
always means "you are here". Plain data, so that tests can compute the contrast of every pair without Qt.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Pattern = Literal["solid", "dash", "dot", "double", "hatch", "outline"]
TypeRole = Literal[
    "display", "title", "heading", "body", "strong", "small", "small_strong", "tiny", "tiny_strong", "reading"
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Colours:
    """One complete set of colours for the interface. Each is "#RRGGBB".

    window, surface, raised and sunken are what things lie on: the desk, a sheet on it, a field or card, a trough.
    page is what transcripts are read on, turn the band behind the current turn. edge outlines a control and shows
    at 3:1 on any of them; hairline only decorates.
    """

    window: str
    surface: str
    raised: str
    sunken: str
    page: str
    turn: str
    text: str
    muted: str
    edge: str
    hairline: str
    accent: str
    accent_hover: str
    on_accent: str
    tint: str
    tint_edge: str
    link: str
    focus: str
    focus_line: str
    toast: str
    on_toast: str
    ok: str
    ok_tint: str
    warn: str
    warn_tint: str
    danger: str
    danger_tint: str
    heat: tuple[str, ...]
    heat_text: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Hue:
    """A group's colours in one mode.

    ink is for words, stripe for lines and caps, fill lies behind coded words, deep where passages overlap.
    """

    ink: str
    stripe: str
    fill: str
    deep: str


@dataclass(frozen=True, slots=True)
class GroupStyle:
    """How codes of one group look: never by hue alone, always with a line pattern too."""

    pattern: Pattern
    light: Hue
    dark: Hue


LIGHT = Colours(
    window="#F4F1E9",
    surface="#FFFDF9",
    raised="#FFFFFF",
    sunken="#EAE6DB",
    page="#FFFDF9",
    turn="#FFF6DC",
    text="#1C2430",
    muted="#525B68",
    edge="#7F796D",
    hairline="#DDD7CA",
    accent="#21344F",
    accent_hover="#30496C",
    on_accent="#FFFFFF",
    tint="#E0E6F0",
    tint_edge="#5A6F92",
    link="#1A4C92",
    focus="#FFB500",
    focus_line="#1C2430",
    toast="#1C2430",
    on_toast="#FFFDF9",
    ok="#1A5F3F",
    ok_tint="#DCEFE4",
    warn="#7A4C00",
    warn_tint="#FBEAC6",
    danger="#9A2222",
    danger_tint="#F9E0DD",
    heat=("#FFFDF9", "#E5EDF2", "#CADBE4", "#A8C4D2", "#7DA8BB", "#2A5D77"),
    heat_text=("#1C2430", "#1C2430", "#1C2430", "#1C2430", "#0F1720", "#FFFFFF"),
)

DARK = Colours(
    window="#15171B",
    surface="#1E2126",
    raised="#282C33",
    sunken="#0F1114",
    page="#1E2126",
    turn="#2E2A1E",
    text="#EDE9E0",
    muted="#B4B5B5",
    edge="#80878F",
    hairline="#373C44",
    accent="#C6D4EC",
    accent_hover="#DDE6F5",
    on_accent="#152032",
    tint="#2A3547",
    tint_edge="#8BA1C5",
    link="#9DC3F6",
    focus="#FFCA3E",
    focus_line="#0F1114",
    toast="#EDE9E0",
    on_toast="#1C2430",
    ok="#87D4A9",
    ok_tint="#1C392A",
    warn="#F3C56E",
    warn_tint="#3D3016",
    danger="#F6A39C",
    danger_tint="#462421",
    heat=("#1E2126", "#23323A", "#28424E", "#2E5465", "#376A7F", "#90C4D9"),
    heat_text=("#EDE9E0", "#EDE9E0", "#F3EFE7", "#F7F4ED", "#FFFFFF", "#0B1920"),
)

PAGE_TINTS = {
    "paper": "#FFFDF9",
    "cream": "#FBF2DA",
    "rose": "#FBECE8",
    "mint": "#E9F4EB",
    "sky": "#E7F0F8",
    "white": "#FFFFFF",
}
"""What a transcript may be read on in the light theme; "paper" is the theme's own."""

GROUPS = {
    "quality-of-life": GroupStyle(
        "solid",
        Hue("#114E88", "#1E6DB0", "#DDEBF8", "#BDD9F0"),
        Hue("#A4CFF8", "#61A9EB", "#1E354A", "#2A4B68"),
    ),
    "process": GroupStyle(
        "dash",
        Hue("#883F02", "#B75709", "#FCE7D4", "#F6CFA9"),
        Hue("#F9BF8D", "#E9934D", "#422B17", "#5D3D20"),
    ),
    "change": GroupStyle(
        "dot",
        Hue("#7C1C5C", "#8C2366", "#F8E2EE", "#EDC6DC"),
        Hue("#F4B5D4", "#E68DBB", "#432339", "#5D334F"),
    ),
    "features": GroupStyle(
        "double",
        Hue("#08584C", "#0D7A69", "#DBF0EA", "#B9E0D6"),
        Hue("#88DBC9", "#37AA95", "#16372E", "#215044"),
    ),
    "barriers": GroupStyle(
        "hatch",
        Hue("#4B443C", "#585047", "#E9E5DE", "#D5CEC3"),
        Hue("#DFD7CC", "#D3CABE", "#34302B", "#49443E"),
    ),
    "themes": GroupStyle(
        "outline",
        Hue("#323C4A", "#546279", "#E5E9F0", "#CED6E1"),
        Hue("#C7D1E0", "#8D9BB1", "#2A303A", "#3B4451"),
    ),
    "organisational": GroupStyle(
        "double",
        Hue("#4A2F8F", "#6548B5", "#EAE5F8", "#D3C8F0"),
        Hue("#CBBDF7", "#A48FEA", "#302752", "#443870"),
    ),
    "cultural": GroupStyle(
        "dot",
        Hue("#4A5208", "#687212", "#EEF0D6", "#DADFAC"),
        Hue("#D2DA8E", "#A9B34C", "#32361A", "#474C25"),
    ),
    "contextual": GroupStyle(
        "solid",
        Hue("#822A28", "#A84440", "#F8E3E0", "#EFC6C1"),
        Hue("#F5B5AE", "#DF847C", "#452523", "#613633"),
    ),
}
"""How each group of codes looks, by the name of the colour in its codebook."""

OTHER_GROUP = "themes"
"""What a colour name that is not in GROUPS is drawn as."""

TYPE: dict[TypeRole, tuple[int, int]] = {
    "display": (30, 700),
    "title": (21, 700),
    "heading": (16, 700),
    "body": (15, 400),
    "strong": (15, 700),
    "small": (13, 400),
    "small_strong": (13, 700),
    "tiny": (12, 400),
    "tiny_strong": (12, 700),
    "reading": (18, 400),
}
"""Size in pixels at a text scale of 1, and weight, of each kind of words."""

READING_LINE = 1.42
"""Height of a line of transcript, in heights of its type."""

SPACE = (4, 8, 12, 16, 24, 32, 48)
"""The only gaps there are, in pixels at a text scale of 1."""

RADIUS_CAP, RADIUS_CONTROL, RADIUS_CARD, RADIUS_DIALOG = 4, 8, 12, 16
TARGET, CARD_TARGET = 28, 44
"""Least height of something to press, and of a code card, in pixels at a text scale of 1."""

LEAST_SCALE, GREATEST_SCALE = 1.0, 2.0
FAMILIES = ("Atkinson Hyperlegible", "Verdana", "DejaVu Sans")
