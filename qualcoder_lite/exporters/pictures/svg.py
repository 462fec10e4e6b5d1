"""A picture as SVG whose words stay words, with its text alternative inside.

The typeface lies in the file, so that browsers draw what the window draws; programs that pass embedded typefaces over
take another, and each line of words says how wide it is meant to be, so that nothing runs into anything.
"""

from __future__ import annotations

from base64 import b64encode
from functools import singledispatch
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from qualcoder_lite.domain.pictures import Box, Corner, Line, Mark, Words
from qualcoder_lite.exporters.pictures.paper import PAPER
from qualcoder_lite.exporters.pictures.typeface import FAMILY, font_file, words_width

if TYPE_CHECKING:
    from qualcoder_lite.domain.pictures import Picture

_PATTERNS = {
    "hatch": '<pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse">'
    '<path d="M-1,1 l2,-2 M0,6 l6,-6 M5,7 l2,-2" stroke="{ink}" stroke-width="1.2"/></pattern>',
    "dots": '<pattern id="dots" width="6" height="6" patternUnits="userSpaceOnUse">'
    '<circle cx="3" cy="3" r="1.2" fill="{ink}"/></pattern>',
}


def svg(picture: Picture) -> str:
    """The picture as the text of an SVG file, sized in millimetres."""
    wide, high = picture.width, picture.height
    per_inch, millimetres = 96, 25.4
    size = f'width="{wide * millimetres / per_inch:.2f}mm" height="{high * millimetres / per_inch:.2f}mm"'
    ink = PAPER["text"]
    return "\n".join(
        [
            '<?xml version="1.0" encoding="UTF-8"?>',
            f'<svg xmlns="http://www.w3.org/2000/svg" {size} viewBox="0 0 {_n(wide)} {_n(high)}" role="img" '
            'aria-labelledby="title desc">',
            f'<title id="title">{escape(picture.title)}</title>',
            f'<desc id="desc">{escape(chr(10).join(picture.words))}</desc>',
            f"<defs><style>{_style()}</style>",
            *(pattern.format(ink=ink) for pattern in _PATTERNS.values()),
            "</defs>",
            *(drawn for mark in picture.marks for drawn in _drawn(mark)),
            "</svg>",
            "",
        ]
    )


def _style() -> str:
    faces = [
        f"@font-face{{font-family:'{FAMILY}';font-weight:{weight};src:url(data:font/ttf;base64,{_embedded(bold=bold)})}}"
        for bold, weight in ((False, 400), (True, 700))
    ]
    return f"{''.join(faces)}text{{font-family:'{FAMILY}',Verdana,'DejaVu Sans',sans-serif}}.b{{font-weight:700}}"


def _embedded(*, bold: bool) -> str:
    return b64encode(font_file(bold=bold).read_bytes()).decode()


@singledispatch
def _drawn(mark: Mark) -> list[str]:
    """A mark as elements."""
    raise TypeError(f"no such mark: {type(mark).__name__}")


@_drawn.register
def _(mark: Box) -> list[str]:
    place = f'x="{_n(mark.x)}" y="{_n(mark.y)}" width="{_n(mark.width)}" height="{_n(mark.height)}"'
    edge = f'stroke="{PAPER[mark.edge]}" stroke-width="{_n(mark.stroke)}"' if mark.edge else ""
    dashes = ' stroke-dasharray="4 3"' if mark.dashed else ""
    fill = PAPER[mark.fill] if mark.fill else "none"
    if not mark.pattern:
        return [f'<rect {place} fill="{fill}" {edge}{dashes}/>']
    return [f'<rect {place} fill="{fill}"/>', f'<rect {place} fill="url(#{mark.pattern})" {edge}{dashes}/>']


@_drawn.register
def _(mark: Line) -> list[str]:
    ends = f'x1="{_n(mark.x1)}" y1="{_n(mark.y1)}" x2="{_n(mark.x2)}" y2="{_n(mark.y2)}"'
    return [f'<line {ends} stroke="{PAPER[mark.paint]}" stroke-width="{_n(mark.stroke)}"/>']


@_drawn.register
def _(mark: Corner) -> list[str]:
    points = f"{_n(mark.x)},{_n(mark.y)} {_n(mark.x + mark.side)},{_n(mark.y)} {_n(mark.x)},{_n(mark.y + mark.side)}"
    return [f'<polygon points="{points}" fill="{PAPER[mark.paint]}"/>']


@_drawn.register
def _(mark: Words) -> list[str]:
    if not mark.text:
        return []
    x, y = _n(mark.x), _n(mark.y)
    turned = f' transform="rotate(-90 {x} {y})"' if mark.upright else ""
    anchor = "" if mark.anchor == "start" else f' text-anchor="{mark.anchor}"'
    wide = f' textLength="{_n(words_width(mark.text, mark.size, mark.bold))}" lengthAdjust="spacingAndGlyphs"'
    bold = ' class="b"' if mark.bold else ""
    look = f'font-size="{_n(mark.size)}" fill="{PAPER[mark.paint]}"'
    return [f'<text x="{x}" y="{y}" {look}{bold}{anchor}{wide}{turned}>{escape(mark.text)}</text>']


def _n(number: float) -> str:
    """A number with no more places than show."""
    return f"{number:.2f}".rstrip("0").rstrip(".")
