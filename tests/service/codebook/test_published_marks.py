"""The marks of published tables at a code, told before it is merged away; what becomes of them, and their way back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qualcoder_lite.domain.cross_reference import Lens
from qualcoder_lite.service.codebook.published_marks import MarksAt

if TYPE_CHECKING:
    from qualcoder_lite.service.project import Project


def marked_rows(study: Project) -> dict[str, int]:
    """How many marks of Table 3 the matrix shows in each outcome's row."""
    matrix = study.findings.matrix(Lens.PASSAGES)
    return {
        row.name: sum(bool(cell.marks.published) for cell in cells)
        for row, cells in zip(matrix.rows, matrix.cells, strict=True)
    }


def test_the_marks_at_an_outcome_and_at_a_feature_are_told_by_table(study: Project):
    first, second = study.codes.published_marks("Listened to")
    assert first.in_words() == "Table 3 of the 2013 study marks Co-location"
    assert "Co-location" in second.others
    assert second.in_words().startswith("the summary table of the 2011 review marks Co-location")
    assert study.codes.published_marks("Extended partnership")[0].in_words() == (
        "Table 3 of the 2013 study marks Having things to do, Seeing people and Choice"
    )
    assert study.codes.published_marks("Key worker") == []


def test_marks_are_told_under_the_names_that_codes_have_now(study: Project):
    study.codes.rename("Co-location", "Under one roof", why="Plainer")
    assert study.codes.published_marks("Listened to")[0] == MarksAt(
        table="Table 3 of the 2013 study", others=("Under one roof",)
    )


def test_marks_stay_with_a_code_that_is_merged_away_and_come_back_with_undo(study: Project):
    before = marked_rows(study)
    assert (before["Listened to"], before["Choice"]) == (1, 3)
    study.codes.merge(["Choice"], "Listened to", why="One thing")
    after = marked_rows(study)
    assert "Choice" not in after
    assert after["Listened to"] == 1
    study.history.undo()
    assert marked_rows(study) == before
