"""Codings as the reading view paints them: one's own in their group's colours, others' muted."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from qualcoder_lite.gui.reading.painted_coding import PaintedCoding
from qualcoder_lite.gui.reading.palette import GroupColours, ReadingPalette, mixed, reading_palette
from qualcoder_lite.gui.widgets.chip import SIGNS
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from qualcoder_lite.domain.coding import Coding
    from qualcoder_lite.gui.pages.code.codes import Codes
    from qualcoder_lite.gui.theme import Look
    from qualcoder_lite.gui.theme.coder_faces import Face

_OTHERS = "others:"
"""Before a colour's name: the same group, as somebody else coded it."""
_PALE = 0.45


def painted(coding: Coding, codes: Codes, *, own: bool, coder: Face) -> PaintedCoding:
    """A coding to be painted. `coder` is who put it there, for codings that aren't the reader's own."""
    shown = codes[coding.code]
    settled = coding.decision is not None
    said = tr("settled") if settled else "" if coding.sure else tr("not sure")
    return PaintedCoding(
        id=coding.id,
        start=coding.start,
        end=coding.end,
        group=shown.group.colour if own or settled else f"{_OTHERS}{shown.group.colour}",
        keys=shown.keys,
        name=f"{shown.name} ({said})" if said else shown.name,
        sign=SIGNS.get(coding.polarity, ""),
        coder="" if own else tr("Settled") if settled else coder.name,
        initials="" if own or settled else coder.initials,
        colour="" if own or settled else coder.colour,
    )


def colours_for(look: Look) -> ReadingPalette:
    """The reading view's colours in a look, with a twin for each group: paler behind the words, its lines grey."""
    palette = reading_palette(dark=look.dark, tint=look.tint)
    twins = {f"{_OTHERS}{name}": _muted(colours, palette) for name, colours in palette.groups.items()}
    return replace(palette, groups={**palette.groups, **twins})


def _muted(colours: GroupColours, palette: ReadingPalette) -> GroupColours:
    # Where somebody else's passage overlaps one's own of the same group, the words keep the group's usual fill.
    fills = (mixed(palette.page, colours.fill, _PALE), colours.fill, colours.deep)
    return GroupColours(palette.muted, palette.muted, fills, colours.pattern)
