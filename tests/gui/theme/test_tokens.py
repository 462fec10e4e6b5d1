"""The groups of codes are told apart without their colours."""

from __future__ import annotations

from itertools import combinations

import pytest

from qualcoder_lite.gui.theme.tokens import GROUPS, OTHER_GROUP, TYPE

# Machado, Oliveira and Fernandes 2009, severity 1.0, on linear RGB.
SIGHT = {
    "usual": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protan": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deutan": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "tritan": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}
CLEARLY_APART = 16.0
"""A distance in CIELAB at which two thin lines of colour are told apart at a glance."""


def lab(colour: str, sight: str) -> tuple[float, float, float]:
    """A colour as somebody with that sight sees it, in CIELAB (D65)."""
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in channels]
    r, g, b = (min(max(sum(m * v for m, v in zip(row, linear, strict=True)), 0), 1) for row in SIGHT[sight])
    x = (0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505
    y = 0.2126 * r + 0.7152 * g + 0.0722 * b
    z = (0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089
    fx, fy, fz = (v ** (1 / 3) if v > 0.008856 else 7.787 * v + 16 / 116 for v in (x, y, z))
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


def distance(one: str, other: str, sight: str) -> float:
    return sum((a - b) ** 2 for a, b in zip(lab(one, sight), lab(other, sight), strict=True)) ** 0.5


@pytest.mark.parametrize("sight", SIGHT)
@pytest.mark.parametrize("mode", ["light", "dark"])
def test_groups_that_look_alike_to_somebody_have_other_line_patterns(sight: str, mode: str) -> None:
    alike = [
        (one, other)
        for one, other in combinations(GROUPS, 2)
        if GROUPS[one].pattern == GROUPS[other].pattern
        and distance(getattr(GROUPS[one], mode).stripe, getattr(GROUPS[other], mode).stripe, sight) < CLEARLY_APART
    ]
    assert alike == []


def test_the_groups_of_one_codebook_each_have_a_pattern_of_their_own() -> None:
    outcomes = ("quality-of-life", "process", "change")
    features = ("features", "barriers", "themes")
    joint_working = ("organisational", "cultural", "contextual")
    assert len({GROUPS[name].pattern for name in outcomes + features}) == 6
    assert len({GROUPS[name].pattern for name in joint_working}) == 3


def test_the_stand_in_for_an_unknown_colour_is_a_group() -> None:
    assert OTHER_GROUP in GROUPS


def test_no_words_are_smaller_than_12_pixels() -> None:
    assert min(size for size, _weight in TYPE.values()) == 12
