"""Pictures before they are drawn: what they count is what was counted, and nothing lies outside the sheet."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qualcoder_lite.domain.codebook import Code
from qualcoder_lite.domain.coding import Polarity
from qualcoder_lite.domain.cross_reference import Lens, cross_reference
from qualcoder_lite.domain.passage import Passage
from qualcoder_lite.domain.pictures import Box, Corner, Line, Words, picture_of
from qualcoder_lite.domain.pictures.drawings import Bar, Bars, Dot, Dots, Drawing, Grid, Head, Kind, Square, shade
from qualcoder_lite.domain.pictures.heat_map import heat_map
from qualcoder_lite.domain.pictures.outcomes import Heard, outcomes_by
from qualcoder_lite.domain.pictures.patterns import frequencies as frequency_grid
from qualcoder_lite.domain.pictures.patterns import together
from qualcoder_lite.domain.pictures.work import coverage, progress
from qualcoder_lite.domain.reports.told import told
from qualcoder_lite.domain.retrieval.co_occurrence import CoOccurrence
from qualcoder_lite.domain.retrieval.frequencies import Frequencies, Frequency
from qualcoder_lite.domain.sampling import SampledPerson, sampling_grid
from qualcoder_lite.domain.transcript_mark import Tally
from tests.domain.studies import inputs, study_of

LEAST_TARGET = 24  # what can be clicked is no smaller, in the units of a picture


def half(text: str, size: float, bold: bool) -> float:
    """Letters half as wide as they are high."""
    return len(text) * size * (0.55 if bold else 0.5)


# The heat map


@settings(max_examples=12)
@given(inputs(), st.sampled_from(list(Lens)))
def test_a_heat_map_shows_the_people_of_each_cell_and_marks_small_ones(given, lens):
    matrix = cross_reference(study_of(given), lens)
    drawing = heat_map(matrix)
    counted = [[(cell.get("present") or cell)["people"] for cell in cells] for cells in matrix.as_dict()["cells"]]
    assert [[int(square.number) for square in row] for row in drawing.squares] == counted
    squares = [square for row in drawing.squares for square in row]
    assert all(square.few == (square.number in ("1", "2")) for square in squares)
    assert all((square.shade > 0) == (square.number != "0") for square in squares)
    said = drawing.in_words()
    assert sum(" in " in line and "passage" in line for line in said) == sum(square.shade > 0 for square in squares)


@pytest.mark.parametrize(
    ("part", "whole", "step"), [(0, 9, 0), (1, 9, 1), (2, 10, 2), (5, 10, 3), (8, 10, 5), (9, 9, 5), (1, 0, 5)]
)
def test_the_shade_tells_the_share_in_fifths(part, whole, step):
    assert shade(part, whole) == step


# Outcomes by site or client group

CODES = [Code(id="safe", name="Feeling safe", group="A"), Code(id="choice", name="Choice", group="B")]
SAID = st.lists(
    st.tuples(
        st.sampled_from(["ann", "bo", "cy"]), st.sampled_from(["safe", "choice"]), st.sampled_from(list(Polarity))
    ),
    max_size=12,
)


def slowly(said: list[tuple[str, str, Polarity]], code: str) -> Counter[str]:
    """Each person of a code by all they say of it, leaving "not stated" aside."""
    found: Counter[str] = Counter()
    for person in {who for who, what, _ in said if what == code}:
        says = {polarity for who, what, polarity in said if (who, what) == (person, code)} - {Polarity.NOT_STATED}
        found[next(iter(says)) if len(says) == 1 else Polarity.MIXED if says else Polarity.NOT_STATED] += 1
    return found


@given(SAID)
def test_bars_are_people_by_all_they_say(said):
    passages = [Passage(who, what, 0, 1, polarity, ("x",), ("AB",)) for who, what, polarity in said]
    heard = Heard(name="Fenmarsh", people=5, people_done=4, told=told(passages, lambda passage: passage.transcript))
    drawing = outcomes_by("site", [heard], CODES)
    for code, (bar,) in zip(CODES, drawing.bars, strict=True):
        expected = slowly(said, code.id)
        assert list(bar.parts) == [expected[p] for p in (Polarity.NOT_DELIVERED, Polarity.MIXED, Polarity.DELIVERED)]
        assert bar.end == f"{expected.total()} of 5"
        assert bar.few == (expected.total() in (1, 2))


def test_one_outcome_has_a_row_for_each_site():
    sites = [Heard(name=name, people=2, people_done=1, told={}) for name in ("Fenmarsh", "")]
    drawing = outcomes_by("site", sites, CODES[:1])
    assert [row.name for row in drawing.rows] == ["Fenmarsh", "Site not recorded"]
    assert drawing.title == "Feeling safe, by site"
    assert [bar.behind.nowhere for (bar,) in drawing.bars] == [False, True]


# The work


def test_coverage_says_who_is_missing_and_who_is_to_come():
    people = [SampledPerson("f", "Older people", heard=True)] * 3 + [SampledPerson("f", "Older people", heard=False)]
    drawing = coverage(
        sampling_grid(["f"], ["Older people", "Mental health"], people, {("f", "Older people"): 5}), {"f": "Fen"}
    )
    older, mental = drawing.squares[0]
    assert (older.number, older.under, older.shade) == ("3 of 5", "2 missing, 1 to come", 4)
    assert (mental.number, mental.shade) == ("–", 0)
    assert "   Older people: 3 heard of 5 wanted, 2 missing, 1 to come." in drawing.in_words()


def test_progress_leaves_nobody_out():
    drawing = progress({"Ailsa": Tally(of=9, done=3, begun=2, put_off=1)})
    assert list(drawing.bars[0][0].parts) == [3, 2, 1, 3]
    assert "Ailsa: 3 done, 2 begun, 1 put off, 3 not begun." in drawing.in_words()
    assert "Nobody codes" in " ".join(progress({}).in_words())


# The layout

NAMES = st.text("abc de", min_size=1, max_size=40).filter(str.strip)
HEADS = st.builds(
    Head, NAMES, st.sampled_from(["", "31"]), st.sampled_from(["", "of 31 people"]), st.sampled_from("AB")
)
SQUARES = st.builds(
    Square,
    number=st.integers(0, 999).map(str),
    shade=st.integers(0, 5),
    few=st.booleans(),
    published=st.booleans(),
    under=st.sampled_from(["", "9 passages"]),
)
BARS = st.builds(
    Bar, parts=st.tuples(*[st.integers(0, 90)] * 3), end=st.just("8 of 90"), told=st.just("x"), few=st.booleans()
)
SHARES = st.floats(-1, 1)
DOTS = st.builds(
    Dot,
    value=st.none() | SHARES,
    interval=st.none() | st.tuples(SHARES, SHARES),
    end=st.sampled_from(["0.71", "n/a"]),
    told=st.just("x"),
    hollow=st.booleans(),
)
KINDS = [Kind("a", "heat0", "text", "hatch"), Kind("b", "heat3", "text", "dots"), Kind("c", "heat5", "on_heat5")]


@st.composite
def drawings(draw: st.DrawFn) -> Drawing:
    rows, columns = draw(st.lists(HEADS, max_size=4)), draw(st.lists(HEADS, max_size=9))
    cells = [[draw(SQUARES) for _ in columns] for _ in rows]
    about = draw(st.lists(NAMES, max_size=2))
    kind = draw(st.sampled_from([Grid, Bars, Dots]))
    if kind is Dots:
        dots = [[draw(DOTS) for _ in columns] for _ in rows]
        told = {"dot": "alpha", "hollow": "changed", "span": "interval"}
        return Dots(title="Dots", about=about, rows=rows, columns=columns, dots=dots, guides=(0.8,), least=-1, **told)
    if kind is Grid:
        return Grid(title="A grid", about=about, rows=rows, columns=columns, squares=cells, shades=["nobody", "some"])
    bars = [[draw(BARS) for _ in columns] for _ in rows]
    middle = draw(st.sampled_from([None, 1]))
    return Bars(title="Bars", about=about, kinds=KINDS, rows=rows, columns=columns, bars=bars, middle=middle)


def reach(mark: Box | Corner | Line | Words) -> tuple[float, float, float, float]:
    """What a mark covers: left, top, right, bottom."""
    if isinstance(mark, Box):
        return mark.x, mark.y, mark.x + mark.width, mark.y + mark.height
    if isinstance(mark, Corner):
        return mark.x, mark.y, mark.x + mark.side, mark.y + mark.side
    if isinstance(mark, Line):
        return mark.x1, mark.y1, mark.x2, mark.y2
    long = half(mark.text, mark.size, mark.bold)
    if mark.upright:
        return mark.x - mark.size, mark.y - long, mark.x, mark.y
    left = mark.x - {"start": 0, "middle": long / 2, "end": long}[mark.anchor]
    return left, mark.y - mark.size, left + long, mark.y


@settings(max_examples=30)
@given(drawings(), st.sampled_from([420.0, 660.0, 1200.0]))
def test_nothing_is_put_outside_the_sheet_and_every_cell_can_be_clicked(drawing, width):
    picture = picture_of(drawing, half, width)
    for left, top, right, bottom in map(reach, picture.marks):
        assert left >= -0.01
        assert top >= -0.01
        assert right <= picture.width + 0.01
        assert bottom <= picture.height + 0.01
    assert len(picture.spots) == len(drawing.rows) * len(drawing.columns)
    assert all(min(spot.width, spot.height) >= LEAST_TARGET for spot in picture.spots)
    places = sorted((spot.row, spot.column, spot.x, spot.y) for spot in picture.spots)
    assert len({(x, y) for _, _, x, y in places}) == len(places)


@settings(max_examples=20)
@given(drawings())
def test_a_bar_stays_in_its_column(drawing):
    if isinstance(drawing, Bars):
        picture = picture_of(drawing, half, 660)
        edges = [(spot.x, spot.x + spot.width) for spot in picture.spots]
        for box in (
            mark for mark in picture.marks if isinstance(mark, Box) and mark.edge == "text" and mark.height == 20
        ):
            assert any(left <= box.x and box.x + box.width <= right + 0.01 for left, right in edges)


# The use of codes


def test_codes_together_are_read_along_the_row():
    codes = tuple(Code(id=name, name=name, group="") for name in ("Choice", "Safe", "Key worker"))
    cells = tuple(
        tuple(Frequency(*cell) for cell in row)
        for row in (((5, 9), (1, 2), (0, 0)), ((1, 1), (4, 4), (4, 4)), ((0, 0), (4, 5), (6, 6)))
    )
    drawing = together(
        CoOccurrence(coder="AB", codes=codes, cells=cells), 1, {"Choice", "Safe"}, {"Choice", "Key worker"}
    )
    assert drawing.title == "Codes together, within 1 turn"
    assert drawing.said(0, 0) == "Choice, Choice: 5 people in all, in 9 passages."
    assert drawing.said(0, 1) == "Choice, Key worker: 0 of 5 people."
    assert drawing.said(1, 0) == "Safe, Choice: 1 of 4 people, in 1 passage. So few people might be recognised."
    assert [[square.shade for square in row] for row in drawing.squares] == [[0, 0], [2, 5]]


def test_frequencies_are_out_of_the_people_interviewed():
    found = Frequencies(
        by="site",
        values=("Fenmarsh", ""),
        people=(4, 3),
        codes=(Code(id="choice", name="Choice", group="Process"),),
        cells=((Frequency(3, 7), Frequency(0, 0)),),
        totals=(Frequency(3, 7),),
    )
    drawing = frequency_grid(found, "site", {"choice"})
    assert [head.name for head in drawing.columns] == ["Fenmarsh", "Not known"]
    assert drawing.said(0, 0) == "Choice, Fenmarsh: 3 of 4 people, in 7 passages."
    assert drawing.rows[0].under == "3 people in all"
