"""The coefficients against published values, each with its source in tests/data/agreement_values.json."""

from __future__ import annotations

import json
import math
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from qualcoder_lite.domain.agreement import coefficients
from qualcoder_lite.domain.agreement.ordered import Metric, alpha

ENTRIES = json.loads((Path(__file__).parents[2] / "data" / "agreement_values.json").read_text("utf-8"))["entries"]


def ratings_of(data: dict[str, Any]) -> list[list[Any]]:
    """One list of judgements a coder, None where one is missing."""
    if "cols" in data:
        return data["cols"]
    if "table" in data:
        pairs = [
            (row, column)
            for row, counts in enumerate(data["table"])
            for column, number in enumerate(counts)
            for _ in range(number)
        ]
        return [list(column) for column in zip(*pairs, strict=True)]
    covered = [[any(start <= n < end for start, end in data[coder]) for n in range(data["length"])] for coder in "AB"]
    return [[int(each) for each in coder] for coder in covered]


def categories_of(ratings: list[list[Any]]) -> list[Any]:
    """All that anybody chose, in order; not coded and coded where that is what is judged."""
    found = sorted({each for coder in ratings for each in coder if each is not None})
    return [0, 1] if set(found) <= {0, 1} else found


def counted(ratings: list[list[Any]]) -> tuple[np.ndarray, np.ndarray | None]:
    """How many coders chose which category on each unit; and for two coders their table."""
    categories = categories_of(ratings)
    counts = np.array([[unit.count(category) for category in categories] for unit in zip(*ratings, strict=True)], float)
    if len(ratings) != 2:
        return counts, None
    table = np.zeros((len(categories), len(categories)))
    for mine, theirs in zip(*ratings, strict=True):
        table[categories.index(mine), categories.index(theirs)] += 1
    return counts, table


def found(ratings: list[list[Any]]) -> dict[str, float]:
    counts, table = counted(ratings)
    several, met = coefficients.judgements(counts), coefficients.coincidences(counts)
    values = {
        "alpha": coefficients.krippendorff(met),
        "fleiss": several.fleiss,
        "conger": coefficients.conger(several.observed, habits_of(ratings)),
        "bp": several.brennan_prediger,
        "ac1": several.gwet,
        "po": several.observed,
    }
    if table is not None:
        values |= {
            "po": coefficients.observed(table),
            "kappa": coefficients.cohen(table).corrected,
            "pi": coefficients.scott(table).corrected,
            "bp": coefficients.brennan_prediger(table).corrected,
            "ac1": coefficients.gwet(table).corrected,
            "dice": coefficients.dice(table) if table.shape == (2, 2) else np.nan,
        }
    categories = categories_of(ratings)
    if all(isinstance(each, int) for each in categories):
        numbers = np.array(categories, float)
        values |= {f"alpha_{metric}": alpha(met, numbers, metric) for metric in Metric}
    return {name: float(value) for name, value in values.items()}


def habits_of(ratings: list[list[Any]]) -> np.ndarray:
    """Which share of a coder's judgements chose each category."""
    given = [[each for each in coder if each is not None] for coder in ratings]
    return np.array([[coder.count(category) / len(coder) for category in categories_of(ratings)] for coder in given])


CASES = [(entry, name) for entry in ENTRIES for name in entry["expected"]]


@pytest.mark.parametrize(("entry", "name"), CASES, ids=[f"{entry['id']}-{name}" for entry, name in CASES])
def test_a_coefficient_has_its_published_value(entry: dict[str, Any], name: str) -> None:
    value, expected = found(ratings_of(entry["data"]))[name], entry["expected"][name]
    if expected is None:
        assert math.isnan(value)
    else:
        assert value == pytest.approx(expected, abs=entry["tolerance"])


def test_two_coders_have_the_same_coefficients_by_table_and_by_judgements() -> None:
    for entry in ENTRIES:
        counts, table = counted(ratings_of(entry["data"]))
        if table is not None:
            several = coefficients.judgements(counts)
            exact = coefficients.conger(several.observed, habits_of(ratings_of(entry["data"])))
            assert exact == pytest.approx(float(coefficients.cohen(table).corrected), nan_ok=True)
            assert several.fleiss == pytest.approx(float(coefficients.scott(table).corrected), nan_ok=True)
            assert several.gwet == pytest.approx(float(coefficients.gwet(table).corrected), nan_ok=True)
