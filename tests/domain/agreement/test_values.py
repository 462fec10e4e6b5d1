"""Agreement on values in order: another program's alpha, polarity unit by unit, and passages counted."""

from __future__ import annotations

from dataclasses import replace

import krippendorff as oracle
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qualcoder_lite.domain.agreement import Judged, Unit
from qualcoder_lite.domain.agreement.coefficients import coincidences
from qualcoder_lite.domain.agreement.ordered import Metric, alpha
from qualcoder_lite.domain.agreement.values import measure_counts, measure_polarity
from tests.domain.agreement.studies import studies, units_of, with_rows
from tests.domain.agreement.test_unitizing import study_of

METRICS = st.sampled_from(list(Metric))
RATINGS = st.integers(2, 4).flatmap(
    lambda coders: st.lists(
        st.lists(st.one_of(st.none(), st.integers(0, 4)), min_size=coders, max_size=coders), min_size=1, max_size=12
    )
)
ORDER = ["not_delivered", "mixed", "delivered"]


def other_programs(units: list[list[int | None]], metric: Metric) -> float | None:
    """Alpha by the package krippendorff; None where it finds it undefined."""
    pairable = [unit for unit in units if sum(each is not None for each in unit) > 1]
    values = {each for unit in pairable for each in unit if each is not None}
    if len(values) < 2:
        return None
    data = np.array([[np.nan if each is None else each for each in unit] for unit in pairable], float).T
    return float(oracle.alpha(reliability_data=data, level_of_measurement=metric.value))


@settings(max_examples=100)
@given(RATINGS, METRICS)
def test_alpha_is_what_another_program_computes(units: list[list[int | None]], metric: Metric) -> None:
    values = list(range(5))
    counts = np.array([[unit.count(value) for value in values] for unit in units], float)
    found = float(alpha(coincidences(counts), np.array(values, float), metric))
    expected = other_programs(units, metric)
    assert np.isnan(found) if expected is None else found == pytest.approx(expected, abs=1e-9)


@settings(max_examples=40)
@given(studies(), st.sampled_from(list(Unit)), METRICS, st.data())
def test_polarity_by_runs_is_polarity_unit_by_unit(
    study: Judged, unit: Unit, metric: Metric, data: st.DataObject
) -> None:
    said = st.sampled_from([*ORDER, "not_stated"])
    study = with_rows(study, [(*row[:4], data.draw(said), *row[5:]) for row in study.codings])
    found = measure_polarity(study, unit, metric)
    for code, figure in found.codes.items():
        units = slow_polarity(study, unit, code)
        expected = other_programs(units, metric)
        assert figure.alpha == (None if expected is None else pytest.approx(expected, abs=1e-9))
        assert figure.units == sum(sum(each is not None for each in judged) > 1 for judged in units)


def slow_polarity(study: Judged, unit: Unit, code: str) -> list[list[int | None]]:
    """What each coder says of each unit that at least two of them judged: its place in the order, or nothing."""
    found: list[list[int | None]] = []
    for each in study.transcripts:
        judges = [
            c for c in study.coders if c in study.judges[each.id] and (code, each.id, c) not in study.not_looked_for
        ]
        if len(judges) < 2:
            continue
        for positions in units_of(each, unit, all_turns=False):
            by_coder: list[int | None] = []
            for coder in judges:
                said = {
                    row[4]
                    for row in study.codings
                    if (row[0], row[1], row[6]) == (each.id, code, coder) and positions & set(range(row[2], row[3]))
                } - {"not_stated"}
                by_coder.append(ORDER.index(said.pop()) if len(said) == 1 else 1 if said else None)
            found.append(by_coder)
    return found


def with_polarities(*said: str) -> Judged:
    """One text of ten letters; each coder put the code on all of it, and said this of it."""
    study = study_of(10, [[("safe", 0, 10)] for _ in said])
    return with_rows(study, [(*row[:4], polarity, *row[5:]) for row, polarity in zip(study.codings, said, strict=True)])


def test_polarity_that_cannot_be_compared_has_a_reason() -> None:
    def reason(study: Judged) -> str:
        figure = measure_polarity(study, Unit.TURN).codes["safe"]
        assert figure.alpha is None
        return figure.notes[0]

    assert reason(with_polarities("delivered", "not_stated")).startswith("No two coders say of the same turn")
    assert reason(with_polarities("delivered", "delivered")).startswith("Everybody said the same")
    apart = with_polarities("delivered", "delivered")
    assert reason(with_rows(apart, apart.codings[:1])).startswith("No two coders put this code")
    alone = replace(apart, judges={"t0": frozenset(("coder 0",))})
    assert reason(alone).startswith("No transcript can be compared")


def test_coverage_says_of_how_much_of_what_both_coded_both_say() -> None:
    study = study_of(10, [[("safe", 0, 5), ("safe", 5, 10)], [("safe", 0, 5), ("safe", 5, 10)]])
    said = ("delivered", "not_stated", "not_delivered", "delivered")
    study = with_rows(study, [(*row[:4], each, *row[5:]) for row, each in zip(study.codings, said, strict=True)])
    figure = measure_polarity(study, Unit.CHARACTER).codes["safe"]
    assert (figure.units, figure.coverage) == (5, 0.5)


def test_passages_are_counted_transcript_by_transcript_and_none_is_a_number() -> None:
    passages = [[("safe", n, n + 1) for n in range(0, 2 * many, 2)] for many in (3, 1, 0)]
    one, two = study_of(10, passages[:2]), study_of(10, passages[1:])
    rows = [*one.codings, *(("t1", *row[1:]) for row in two.codings)]
    both = replace(study_of(10, passages[:2], transcripts=2), codings=rows)
    figure = measure_counts(both, Metric.INTERVAL).codes["safe"]
    assert figure.alpha == pytest.approx(other_programs([[3, 1], [1, 0]], Metric.INTERVAL))
    assert (figure.units, figure.transcripts) == (2, 2)
    same = measure_counts(study_of(10, [passages[0], passages[0]])).codes["safe"]
    assert same.alpha is None
    assert "3 in every transcript" in same.notes[0]
