"""A picture as PNG at 300 dots an inch, with its title and its text alternative inside."""

from __future__ import annotations

from functools import singledispatchmethod
from io import BytesIO
from itertools import pairwise
from typing import TYPE_CHECKING

from PIL import Image, ImageDraw
from PIL.PngImagePlugin import PngInfo

from qualcoder_lite.domain.pictures import Box, Corner, Line, Mark, Words
from qualcoder_lite.exporters.pictures.paper import PAPER
from qualcoder_lite.exporters.pictures.typeface import font

if TYPE_CHECKING:
    from qualcoder_lite.domain.pictures import Paint, Picture

DOTS = 300
_SCALE = DOTS / 96
_HATCH, _DOT, _DASH, _DASH_GAP = 6.0, 1.2, 4.0, 3.0  # as in the SVG, in units
_ANCHORS = {"start": "ls", "middle": "ms", "end": "rs"}


def png(picture: Picture) -> bytes:
    """The picture as the bytes of a PNG file."""
    drawing = _Drawing(picture)
    for mark in picture.marks:
        drawing.draw(mark)
    told = PngInfo()
    told.add_itxt("Title", picture.title)
    told.add_itxt("Description", "\n".join(picture.words))
    written = BytesIO()
    drawing.image.save(written, "PNG", dpi=(DOTS, DOTS), pnginfo=told)
    return written.getvalue()


class _Drawing:
    """Marks on a canvas of dots."""

    def __init__(self, picture: Picture) -> None:
        size = (_dots(picture.width), _dots(picture.height))
        self.image = Image.new("RGB", size, PAPER["surface"])
        self._pen = ImageDraw.Draw(self.image)

    @singledispatchmethod
    def draw(self, mark: Mark) -> None:
        """Draw a mark."""
        raise TypeError(f"no such mark: {type(mark).__name__}")

    @draw.register
    def _(self, mark: Box) -> None:
        left, top, right, bottom = _edges(mark)
        if mark.fill:
            self._pen.rectangle((left, top, right, bottom), fill=PAPER[mark.fill])
        if mark.pattern:
            self._pattern(mark, (left, top, right, bottom))
        if mark.edge:
            corners = [(left, top), (right, top), (right, bottom), (left, bottom), (left, top)]
            for (x1, y1), (x2, y2) in pairwise(corners):
                self._line((x1, y1, x2, y2), mark.edge, mark.stroke, dashed=mark.dashed)

    @draw.register
    def _(self, mark: Line) -> None:
        ends = (_dots(mark.x1), _dots(mark.y1), _dots(mark.x2), _dots(mark.y2))
        self._line(ends, mark.paint, mark.stroke, dashed=False)

    @draw.register
    def _(self, mark: Corner) -> None:
        x, y, side = _dots(mark.x), _dots(mark.y), _dots(mark.side)
        self._pen.polygon([(x, y), (x + side, y), (x, y + side)], fill=PAPER[mark.paint])

    @draw.register
    def _(self, mark: Words) -> None:
        face = font(mark.size * _SCALE, bold=mark.bold)
        place, colour = (_dots(mark.x), _dots(mark.y)), PAPER[mark.paint]
        if not mark.upright:
            self._pen.text(place, mark.text, colour, font=face, anchor=_ANCHORS[mark.anchor])
            return
        ascent, descent = face.getmetrics()
        wide = round(face.getlength(mark.text)) + 1
        letters = Image.new("L", (wide, ascent + descent), 0)
        ImageDraw.Draw(letters).text((0, ascent), mark.text, 255, font=face, anchor="ls")
        upright = letters.transpose(Image.Transpose.ROTATE_90)
        self.image.paste(colour, (place[0] - ascent, place[1] - wide), upright)

    def _line(self, ends: tuple[int, int, int, int], paint: Paint, stroke: float, *, dashed: bool) -> None:
        x1, y1, x2, y2 = ends
        wide, colour = max(1, round(stroke * _SCALE)), PAPER[paint]
        if not dashed:
            self._pen.line(ends, fill=colour, width=wide)
            return
        length = max(abs(x2 - x1), abs(y2 - y1), 1)
        step, dash = (_DASH + _DASH_GAP) * _SCALE, _DASH * _SCALE
        for number in range(int(length / step) + 1):
            start, end = number * step / length, min((number * step + dash) / length, 1)
            piece = (x1 + (x2 - x1) * start, y1 + (y2 - y1) * start, x1 + (x2 - x1) * end, y1 + (y2 - y1) * end)
            self._pen.line(piece, fill=colour, width=wide)

    def _pattern(self, mark: Box, box: tuple[int, int, int, int]) -> None:
        """A pattern within a box: drawn on a piece of its own, so that nothing goes over the edge."""
        left, top, right, bottom = box
        wide, high = right - left, bottom - top
        if wide <= 0 or high <= 0:
            return
        piece = Image.new("L", (wide, high), 0)
        pen, step = ImageDraw.Draw(piece), _HATCH * _SCALE
        if mark.pattern == "hatch":
            for number in range(int((wide + high) / step) + 1):
                pen.line((number * step, 0, number * step - high, high), fill=255, width=round(1.2 * _SCALE))
        else:
            radius = _DOT * _SCALE
            for row in range(int(high / step) + 1):
                for column in range(int(wide / step) + 1):
                    x, y = (column + 0.5) * step, (row + 0.5) * step
                    pen.ellipse((x - radius, y - radius, x + radius, y + radius), fill=255)
        self.image.paste(PAPER[mark.ink], (left, top), piece)


def _dots(length: float) -> int:
    return round(length * _SCALE)


def _edges(mark: Box) -> tuple[int, int, int, int]:
    return _dots(mark.x), _dots(mark.y), _dots(mark.x + mark.width), _dots(mark.y + mark.height)
