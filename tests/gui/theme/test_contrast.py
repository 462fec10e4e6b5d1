"""Every pair of colours that the window draws shows well enough: light on each page tint, and dark."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualcoder_lite.gui.theme.contrast import GRAPHIC, TEXT, ratio
from qualcoder_lite.gui.theme.look import Look
from qualcoder_lite.gui.theme.tokens import DARK, GROUPS, LIGHT, PAGE_TINTS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qualcoder_lite.gui.theme.tokens import Colours

SURFACES = ("window", "surface", "raised", "sunken", "page", "turn", "tint")
COLOURS = st.from_regex(r"#[0-9A-F]{6}", fullmatch=True)


def looks() -> dict[str, Colours]:
    """The colours of the dark look, and of the light one on each tint."""
    light = {f"light, {tint}": Look(tint=tint).colours for tint in PAGE_TINTS}
    return {**light, "dark": Look(dark=True).colours}


def interface_pairs(c: Colours) -> Iterator[tuple[str, str, str, float]]:
    """What is drawn in the interface: (what, colour, ground, least ratio)."""
    for name in SURFACES:
        ground = getattr(c, name)
        yield f"words on {name}", c.text, ground, TEXT
        yield f"muted words on {name}", c.muted, ground, TEXT
        yield f"edge on {name}", c.edge, ground, GRAPHIC
        yield f"accent on {name}", c.accent, ground, GRAPHIC
    for name in ("window", "surface", "raised", "page", "warn_tint", "tint"):
        yield f"link on {name}", c.link, getattr(c, name), TEXT
    yield "words on the accent", c.on_accent, c.accent, TEXT
    yield "words on the accent pointed at", c.on_accent, c.accent_hover, TEXT
    yield "words on a toast", c.on_toast, c.toast, TEXT
    yield "toast on the window", c.toast, c.window, GRAPHIC
    yield "tint edge on tint", c.tint_edge, c.tint, GRAPHIC
    yield "words on a caution", c.text, c.warn_tint, TEXT
    yield "tick on the done disc", c.surface, c.ok, GRAPHIC
    for tone in ("ok", "warn", "danger"):
        for ground in (getattr(c, f"{tone}_tint"), c.surface, c.window, c.raised):
            yield f"{tone} on {ground}", getattr(c, tone), ground, TEXT
    for step, (ground, ink) in enumerate(zip(c.heat, c.heat_text, strict=True)):
        yield f"words on heat {step}", ink, ground, TEXT


def group_pairs(c: Colours, dark: bool) -> Iterator[tuple[str, str, str, float]]:
    """What is drawn for each group of codes."""
    for name, style in GROUPS.items():
        hue = style.dark if dark else style.light
        for ground in ("page", "surface", "window", "raised"):
            yield f"{name} words on {ground}", hue.ink, getattr(c, ground), TEXT
        for ground in ("page", "turn", "surface", "window", "raised", "tint", "sunken"):
            yield f"{name} stripe on {ground}", hue.stripe, getattr(c, ground), GRAPHIC
        yield f"{name} words on its fill", hue.ink, hue.fill, TEXT
        yield f"{name} stripe on its fill", hue.stripe, hue.fill, GRAPHIC
        yield f"words on {name} fill", c.text, hue.fill, TEXT
        yield f"words on {name} deep fill", c.text, hue.deep, TEXT
        yield f"muted words on {name} fill", c.muted, hue.fill, TEXT
        yield f"letters on {name} cap", c.surface, hue.stripe, TEXT


def focus_grounds(c: Colours) -> Iterator[tuple[str, str]]:
    """Everything a focus ring is ever painted on."""
    for name in SURFACES:
        yield name, getattr(c, name)
    for step, ground in enumerate(c.heat):
        yield f"heat {step}", ground
    yield "toast", c.toast


@pytest.mark.parametrize("name", looks())
def test_every_pair_of_a_look_reaches_its_ratio(name: str) -> None:
    colours = looks()[name]
    pairs = [*interface_pairs(colours), *group_pairs(colours, dark=name == "dark")]
    weak = [f"{what}: {ratio(a, b):.2f} < {least}" for what, a, b, least in pairs if ratio(a, b) < least]
    assert len(pairs) > 200
    assert weak == []


@pytest.mark.parametrize("name", looks())
def test_one_line_of_the_focus_ring_shows_on_every_ground(name: str) -> None:
    colours = looks()[name]
    weak = [
        what
        for what, ground in focus_grounds(colours)
        if max(ratio(colours.focus, ground), ratio(colours.focus_line, ground)) < GRAPHIC
    ]
    assert weak == []


def test_the_two_lines_of_the_focus_ring_show_on_each_other() -> None:
    assert ratio(LIGHT.focus, LIGHT.focus_line) >= GRAPHIC
    assert ratio(DARK.focus, DARK.focus_line) >= GRAPHIC


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("#000000", "#FFFFFF", 21.0),
        ("#FFFFFF", "#FFFFFF", 1.0),
        ("#767676", "#FFFFFF", 4.54),
        ("#949494", "#FFFFFF", 3.03),
    ],
)
def test_known_ratios_come_out(one: str, other: str, expected: float) -> None:
    assert ratio(one, other) == pytest.approx(expected, abs=0.005)


@given(COLOURS, COLOURS)
def test_a_ratio_is_the_same_both_ways_and_from_1_to_21(one: str, other: str) -> None:
    assert ratio(one, other) == ratio(other, one)
    assert 1 <= ratio(one, other) <= 21.0000001
