from __future__ import annotations

import pytest

from qualcoder_lite.domain.errors import ProjectLockedError, TableError, UserError, listed


def test_the_errors_people_can_cause_are_shown_as_they_stand() -> None:
    error = ProjectLockedError("Ann has the project open. Ask her to close it.")
    assert isinstance(error, UserError)
    assert str(error) == "Ann has the project open. Ask her to close it."


def test_a_table_error_names_row_column_and_value_before_it_says_what_is_wrong() -> None:
    error = TableError("no such code.", row=3, column="code", value="Saftey")
    assert str(error) == "Row 3, column “code”, value “Saftey”: no such code."
    assert (error.row, error.column, error.value) == (3, "code", "Saftey")


def test_a_table_error_names_only_what_is_known() -> None:
    assert str(TableError("the column is missing.", column="start")) == "Column “start”: the column is missing."
    assert str(TableError("The table is empty.")) == "The table is empty."


def test_an_empty_cell_is_a_value_too() -> None:
    assert str(TableError("a number is needed.", row=2, value="")) == "Row 2, value “”: a number is needed."


@pytest.mark.parametrize(
    ("names", "sentence"),
    [([], ""), (["A"], "“A”"), (["A", "B"], "“A” or “B”"), (["A", "B", "C"], "“A”, “B” or “C”")],
)
def test_names_are_listed_as_a_sentence_says_them(names: list[str], sentence: str) -> None:
    assert listed(names) == sentence


def test_the_last_two_names_can_be_joined_otherwise() -> None:
    assert listed(["A", "B"], "and") == "“A” and “B”"


def test_names_can_come_from_anywhere_that_gives_them_once() -> None:
    assert listed(name for name in ("A", "B")) == "“A” or “B”"
