"""Pictures as files: what the eye sees in colour and in grey, and what a program finds in words."""

from __future__ import annotations

from io import BytesIO
from itertools import pairwise
from typing import TYPE_CHECKING, Any, cast
from xml.etree import ElementTree as ET

import pytest
from PIL import Image

from qualcoder_lite.domain.errors import UserError
from qualcoder_lite.domain.pictures import picture_of
from qualcoder_lite.domain.pictures.drawings import Bar, Bars, Grid, Head, Kind, Square
from qualcoder_lite.exporters.pictures import write_picture
from qualcoder_lite.exporters.pictures.paper import PAPER
from qualcoder_lite.exporters.pictures.typeface import words_width

if TYPE_CHECKING:
    from pathlib import Path

SVG = "{http://www.w3.org/2000/svg}"
GRID = Grid(
    title="Who & where <here>",
    about=["14 people interviewed."],
    rows=[Head("Feeling safe", group="Quality of life")],
    columns=[Head(f"Feature {n}", str(n), "of so many") for n in range(6)],
    squares=[[Square(number=str(n), told=f"{n} people.", shade=n, few=n == 1, published=n == 2) for n in range(6)]],
    shades=["nobody", "1", "2", "3", "4", "5"],
)
BARS = Bars(
    title="Bars",
    about=[],
    kinds=[
        Kind("not delivered", "heat0", "on_heat0", "hatch"),
        Kind("mixed", "heat3", "on_heat3", "dots"),
        Kind("delivered", "heat5", "on_heat5"),
    ],
    rows=[Head("Choice")],
    columns=[Head("Fenmarsh")],
    bars=[[Bar(parts=[10, 10, 10], end="30 of 31", told="30 of 31 people.")]],
    middle=1,
)


def written(drawing: Grid | Bars, folder: Path, name: str) -> bytes:
    write_picture(drawing, folder / name)
    return (folder / name).read_bytes()


def lightness(grey: Image.Image, x: float, y: float) -> int:
    """How light a dot of a grey picture is, from 0 for black to 255."""
    return cast("int", grey.getpixel((round(x), round(y))))


def spots(drawing: Grid | Bars) -> list[Any]:
    return list(picture_of(drawing, words_width, 660).spots)


def test_a_png_has_300_dots_an_inch_and_says_what_it_shows(tmp_path):
    image = Image.open(BytesIO(written(GRID, tmp_path, "grid.png")))
    assert [round(dots) for dots in image.info["dpi"]] == [300, 300]
    assert image.size[0] == round(660 / 96 * 300)
    assert image.info["Title"] == GRID.title
    assert image.info["Description"].splitlines() == GRID.in_words()


def test_an_svg_keeps_words_as_words_and_says_what_it_shows(tmp_path):
    tree = ET.fromstring(written(GRID, tmp_path, "grid.svg"))  # noqa: S314 - our own file
    assert tree.findtext(f"{SVG}title") == GRID.title
    assert (tree.findtext(f"{SVG}desc") or "").splitlines() == GRID.in_words()
    texts = [text.text for text in tree.iter(f"{SVG}text")]
    assert GRID.title in texts
    assert {"0", "1", "2", "3", "4", "5", "Feeling safe"} <= set(texts)
    assert tree.attrib["role"] == "img"


def test_a_picture_is_the_same_each_time(tmp_path):
    for name in ("a.png", "a.svg"):
        assert written(GRID, tmp_path, name) == written(GRID, tmp_path, name)


def test_shades_fall_step_by_step_in_grey(tmp_path):
    grey = Image.open(BytesIO(written(GRID, tmp_path, "grid.png"))).convert("L")
    scale = 300 / 96
    found = [lightness(grey, (s.x + s.width - 8) * scale, (s.y + 8) * scale) for s in spots(GRID)]
    assert found == sorted(found, reverse=True)
    assert min(one - next_ for one, next_ in pairwise(found)) >= 12


def test_the_parts_of_a_bar_differ_in_grey_and_by_their_pattern(tmp_path):
    grey = Image.open(BytesIO(written(BARS, tmp_path, "bars.png"))).convert("L")
    scale, (spot,) = 300 / 96, spots(BARS)
    row = [lightness(grey, x, (spot.y + spot.height / 2 - 7) * scale) for x in range(grey.width)]
    dark = [x for x, value in enumerate(row) if value < 110]
    whole = row[dark[0] : dark[-1]]
    thirds = [whole[: len(whole) // 3], whole[len(whole) // 3 : 2 * len(whole) // 3], whole[2 * len(whole) // 3 :]]
    changes = [sum(abs(a - b) > 60 for a, b in pairwise(part)) for part in thirds]
    assert changes[0] > 4
    assert changes[1] > 4
    assert changes[2] <= 3  # its edges alone: it is solid
    assert max(thirds[0]) - max(thirds[1]) > 30


@pytest.mark.parametrize("step", range(6))
def test_numbers_show_on_their_shades(step):
    def luminance(colour: str) -> float:
        parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
        linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    fill, ink = luminance(PAPER[f"heat{step}"]), luminance(PAPER[f"on_heat{step}"])  # pyright: ignore[reportArgumentType]
    assert (max(fill, ink) + 0.05) / (min(fill, ink) + 0.05) >= 4.5


def test_another_ending_is_a_sentence(tmp_path):
    with pytest.raises(UserError, match=r"\.png or \.svg, not as “\.gif”"):
        write_picture(GRID, tmp_path / "grid.gif")
    assert not list(tmp_path.iterdir())
