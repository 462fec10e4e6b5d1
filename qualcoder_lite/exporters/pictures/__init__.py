"""Pictures as files: PNG at 300 dots an inch for print, SVG for the web and for whoever works on it further."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qualcoder_lite.domain.errors import UserError
from qualcoder_lite.domain.pictures import picture_of
from qualcoder_lite.exporters.files import write_file
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from pathlib import Path

    from qualcoder_lite.domain.pictures import Drawing

#: What a picture can be written as.
ENDINGS = (".png", ".svg")

#: The width of a page of A4 between its margins, in units of 1/96 inch.
PAGE_WIDTH = 660.0


def write_picture(drawing: Drawing, target: Path, *, width: float = PAGE_WIDTH) -> None:
    """Write a drawing to a file, whose ending says as what; wider than `width` units where it needs more.

    Raises:
        UserError: the ending is neither .png nor .svg, or the file can't be written there.
    """
    ending = target.suffix.lower()
    if ending not in ENDINGS:
        raise UserError(tr("A picture is written as .png or .svg, not as “{ending}”.", ending=ending or target.name))
    from qualcoder_lite.exporters.pictures.typeface import words_width

    picture = picture_of(drawing, words_width, width)
    if ending == ".svg":
        from qualcoder_lite.exporters.pictures.svg import svg

        write_file(target, svg(picture).encode())
    else:
        from qualcoder_lite.exporters.pictures.png import png

        write_file(target, png(picture))
