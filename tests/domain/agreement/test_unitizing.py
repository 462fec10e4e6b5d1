"""Agreement on where passages begin and end: published values, and a slow count of every pair of characters."""

from __future__ import annotations

import json
from dataclasses import replace
from itertools import pairwise, permutations
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from qualcoder_lite.domain.agreement import Judgeable, Judged, Unit, measure
from qualcoder_lite.domain.agreement.boundaries import measure_boundaries
from qualcoder_lite.domain.agreement.unitizing import Definition
from tests.domain.agreement.studies import studies, units_of, with_rows

if TYPE_CHECKING:
    import random
    from collections.abc import Sequence

    from qualcoder_lite.domain.agreement.figure import Figure, Further

DATA = Path(__file__).parents[2] / "data" / "agreement_values.json"
PASSAGES = json.loads(DATA.read_text("utf-8"))["passages"]


def study_of(length: int, coders: Sequence[Sequence[Sequence[Any]]], transcripts: int = 1) -> Judged:
    """Texts of one letter each, on which every coder has the same passages (code, start, end) again and again."""
    names = [f"coder {n}" for n in range(len(coders))]
    ids = [f"t{n}" for n in range(transcripts)]
    rows = [
        (t, code, start, end, "not_stated", f"{t}{n}{name}", name)
        for t in ids
        for name, passages in zip(names, coders, strict=True)
        for n, (code, start, end) in enumerate(passages)
    ]
    return Judged(
        coders=names,
        codes=sorted({row[1] for row in rows}) or ["safe"],
        transcripts=[Judgeable(id=t, characters=length, turns=[], text=lambda: "x" * length) for t in ids],
        judges={t: frozenset(names) for t in ids},
        codings=rows,
    )


@pytest.mark.parametrize("entry", PASSAGES, ids=[entry["id"] for entry in PASSAGES])
def test_published_and_cross_checked_values_come_out(entry: dict[str, Any]) -> None:
    study = study_of(entry["length"], entry["coders"])
    found = measure_boundaries(study, Definition(entry["definition"]), exclusive=study.codes)
    for name, expected in entry["expected"].items():
        assert by_name(found)[name].alpha == pytest.approx(expected, abs=entry["tolerance"]), name


def by_name(found: Further) -> dict[str, Figure]:
    """The figures by the names that the data has for them."""
    named = {f"code {code}": figure for code, figure in found.codes.items()}
    if found.together:
        named["together"] = found.together
    if found.family:
        named |= {"u": found.family.both, "where": found.family.where, "which": found.family.which}
        named |= {f"which of {code}": figure for code, figure in found.family.codes.items()}
    return named


# A slow second count


def lines_of(study: Judged, code: str) -> list[list[list[int]]]:
    """For each text, each of its coders' characters: 0 in a gap, else the number of the passage."""
    found: list[list[list[int]]] = []
    number = 0
    for each in study.transcripts:
        coders = [
            c for c in study.coders if c in study.judges[each.id] and (code, each.id, c) not in study.not_looked_for
        ]
        if len(coders) < 2:
            continue
        places = {min(unit): n for n, unit in enumerate(units_of(each, Unit.CHARACTER, all_turns=False))}
        lines: list[list[int]] = []
        for coder in coders:
            sets = [
                {places[n] for n in range(row[2], row[3]) if n in places}
                for row in study.codings
                if (row[0], row[1], row[6]) == (each.id, code, coder)
            ]
            line = [0] * len(places)
            for passage in united([one for one in sets if one]):
                number += 1
                for n in passage:
                    line[n] = number
            lines.append(line)
        found.append(lines)
    return found


def united(sets: list[set[int]]) -> list[set[int]]:
    """Sets that share something made one."""
    done: list[set[int]] = []
    for one in sorted(sets, key=min):
        if done and done[-1] & one:
            done[-1] |= one
        else:
            done.append(set(one))
    return done


def slow_alpha(texts: Sequence[list[list[int]]]) -> float | None:
    """|u-alpha of one code: each coder's characters against the same ones of the others, and against all there are."""
    differing = sum(
        (bool(a[n]) != bool(b[n])) / (len(lines) - 1)
        for lines in texts
        for a, b in permutations(lines, 2)
        for n in range(len(a))
    )
    total = sum(len(line) for lines in texts for line in lines)
    characters = [(each or -n - 1) for n, each in enumerate(each for lines in texts for line in lines for each in line)]
    pairs = [(a, b) for a, b in permutations(characters, 2) if a != b]
    apart = sum((a > 0) != (b > 0) for a, b in pairs)
    return 1 - differing / (total * apart / len(pairs)) if apart else None


@settings(max_examples=40)
@given(studies())
def test_sharing_by_sweep_is_sharing_character_by_character(study: Judged) -> None:
    found = measure_boundaries(study, Definition.SHARED)
    for code, figure in found.codes.items():
        expected = slow_alpha(lines_of(study, code))
        assert figure.alpha == (None if expected is None else pytest.approx(expected, abs=1e-9))


@st.composite
def partitions(draw: st.DrawFn) -> tuple[int, list[list[tuple[str, int, int]]]]:
    """Two or three coders' passages of two codes in one text; those of a coder don't overlap."""
    length = draw(st.integers(4, 14))
    coders: list[list[tuple[str, int, int]]] = []
    for _ in range(draw(st.integers(2, 3))):
        cuts = sorted(draw(st.sets(st.integers(0, length), min_size=2, max_size=6)))
        stretches = pairwise(cuts)
        said = [(draw(st.sampled_from(("safe", "choice", ""))), start, end) for start, end in stretches]
        coders.append([each for each in said if each[0]])
    return length, coders


def squared_edges(length: int, coders: Sequence[Sequence[tuple[str, int, int]]]) -> tuple[float, float]:
    """The definition of 2004 for one code from its words: every passage and gap against every one of the others."""
    parts: list[list[tuple[bool, int, int]]] = []
    for passages in coders:
        edges = sorted({0, length, *(place for _, s, e in passages for place in (s, e))})
        spans = {(s, e) for _, s, e in passages}
        parts.append([((s, e) in spans, s, e) for s, e in pairwise(edges)])
    m = len(parts)
    seen = sum(_apart(one, other) for mine, theirs in permutations(parts, 2) for one in mine for other in theirs)
    # By chance every passage is put at every place, against every passage and gap there is, but itself.
    lengths = [e - s for line in parts for held, s, e in line if held]
    gaps = [e - s for line in parts for held, s, e in line if not held]
    chance = 0.0
    for b in lengths:
        with_passages = (len(lengths) - 1) / 3 * (2 * b**3 - 3 * b**2 + b)
        chance += with_passages + b * b * sum(gap - b + 1 for gap in gaps if gap >= b)
    places = m * length * (m * length - 1) - sum(b * (b - 1) for b in lengths)
    return seen / (m * (m - 1) * length**2), 2 / length * chance / places if places else 0.0


def _apart(one: tuple[bool, int, int], other: tuple[bool, int, int]) -> int:
    (held, s, e), (other_held, t, f) = one, other
    if held and other_held:
        return (s - t) ** 2 + (e - f) ** 2 if s < f and t < e else 0
    if held and not other_held:
        return (e - s) ** 2 if t <= s and e <= f else 0
    return (f - t) ** 2 if other_held and s <= t and f <= e else 0


@settings(max_examples=40)
@given(partitions())
def test_edges_by_search_are_edges_compared_one_by_one(made: tuple[int, list[list[tuple[str, int, int]]]]) -> None:
    length, coders = made
    study = study_of(length, coders)
    found = measure_boundaries(study, Definition.EDGES)
    for code, figure in found.codes.items():
        seen, chance = squared_edges(length, [[each for each in passages if each[0] == code] for passages in coders])
        assert figure.alpha == (pytest.approx(1 - seen / chance, abs=1e-9) if chance > 0 else None)


@settings(max_examples=15)
@given(partitions(), st.randoms(use_true_random=False))
def test_no_order_of_coders_or_transcripts_changes_a_figure(
    made: tuple[int, list[list[tuple[str, int, int]]]], chance: random.Random
) -> None:
    study = study_of(*made, transcripts=2)
    rows, coders, transcripts = list(study.codings)[1:], list(study.coders), list(study.transcripts)
    study = with_rows(study, rows)  # the two transcripts are no longer alike
    for each in (rows, coders, transcripts):
        chance.shuffle(each)
    other = replace(study, codings=rows, coders=coders, transcripts=transcripts)
    for definition in Definition:
        one, two = (measure_boundaries(each, definition, exclusive=study.codes) for each in (study, other))
        assert {c: f.alpha for c, f in one.codes.items()} == pytest.approx({c: f.alpha for c, f in two.codes.items()})
        if one.family and two.family:
            assert one.family.both.alpha == pytest.approx(two.family.both.alpha)
            assert one.family.which.alpha == pytest.approx(two.family.which.alpha)


@settings(max_examples=30)
@given(partitions())
def test_with_one_code_in_the_group_where_and_which_are_one_question(
    made: tuple[int, list[list[tuple[str, int, int]]]],
) -> None:
    length, coders = made
    study = study_of(length, [[each for each in passages if each[0] == "safe"] for passages in coders])
    assume(study.codings)
    found = measure_boundaries(study, Definition.SHARED, exclusive=["safe"])
    assert found.family is not None
    assert found.family.both.alpha == pytest.approx(found.family.where.alpha)
    assert found.family.where.alpha == pytest.approx(found.codes["safe"].alpha)
    assert found.family.which.alpha is None
    assert found.family.which.notes[0].startswith("Only one of these codes")


def test_cutting_one_passage_into_seven_is_seen_though_the_characters_are_the_same() -> None:
    whole = study_of(24, [[("safe", 0, 18)], [("safe", 0, 10)]])
    in_seven = study_of(
        24, [[("safe", 0, 18)], [("safe", *each) for each in ((0, 2), (2, 3), (3, 4), (4, 9), (9, 10))]]
    )
    characters = [measure(each, Unit.CHARACTER).codes[0].alpha for each in (whole, in_seven)]
    assert characters[0] == characters[1]
    passages = [measure_boundaries(each, Definition.SHARED).codes["safe"].alpha for each in (whole, in_seven)]
    assert passages[0] != passages[1]


def test_codes_that_overlap_have_no_family_but_a_reason() -> None:
    study = study_of(24, [[("safe", 0, 10), ("choice", 5, 12)], [("safe", 0, 10)]])
    family = measure_boundaries(study, Definition.SHARED, exclusive=["safe", "choice"]).family
    assert family is not None
    assert (family.both.alpha, family.which.alpha, set(family.codes)) == (None, None, {"safe", "choice"})
    assert "in one place" in family.notes[0]


def test_what_is_undefined_is_told_with_its_reason() -> None:
    found = measure_boundaries(study_of(24, [[("safe", 0, 24)], [("safe", 0, 24)]]), Definition.SHARED)
    assert found.codes["safe"].alpha is None
    assert "Everybody coded everything" in found.codes["safe"].notes[0]
    nothing = measure_boundaries(study_of(24, [[], []]), Definition.EDGES)
    assert nothing.codes["safe"].alpha is None
    assert nothing.codes["safe"].notes[0].startswith("Unused")
    assert nothing.together is None


def test_intervals_come_from_whole_transcripts_and_a_coder_who_did_not_judge_is_missing() -> None:
    study = study_of(24, [[("safe", 0, 10)], [("safe", 2, 12)], [("safe", 15, 24)]], transcripts=4)
    missing = replace(study, judges={**study.judges, "t0": frozenset(("coder 0", "coder 1"))})
    figure = measure_boundaries(missing, Definition.SHARED).codes["safe"]
    assert figure.ci is not None
    assert figure.alpha is not None
    assert figure.ci[0] <= figure.alpha <= figure.ci[1]
    assert figure.units == 4 * 24
    left = measure_boundaries(missing, Definition.EDGES).codes["safe"]
    assert left.transcripts == 3
    assert "1 left out" in left.notes[-1]
