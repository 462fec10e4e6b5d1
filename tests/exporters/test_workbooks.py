"""Excel workbooks hold what was said as it was said: types are real, and nothing in them runs."""

from __future__ import annotations

import io
import math
from datetime import date, datetime, timedelta

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qualcoder_lite.domain.errors import UserError
from qualcoder_lite.domain.progress import CancelledError
from qualcoder_lite.exporters import workbook_cells
from qualcoder_lite.exporters.tables import Sheet, sheet_names, write_workbook
from qualcoder_lite.exporters.workbook_cells import Link


def written(*sheets: Sheet) -> openpyxl.Workbook:
    stream = io.BytesIO()
    write_workbook(sheets, stream)
    return openpyxl.load_workbook(io.BytesIO(stream.getvalue()))


def test_numbers_days_and_durations_keep_their_kind():
    columns = ("n", "day", "time", "yes", "many", "none")
    row = {
        "n": 4,
        "day": date(2026, 3, 2),
        "time": timedelta(minutes=14, seconds=32),
        "yes": True,
        "many": ("A", "B"),
        "none": None,
    }
    sheet = written(Sheet("One", columns, [row])).worksheets[0]
    _, cells = sheet.iter_rows()
    assert [cell.value for cell in cells] == [
        4,
        datetime(2026, 3, 2),  # noqa: DTZ001 - a day has no zone
        timedelta(minutes=14, seconds=32),
        "yes",
        "A; B",
        None,
    ]
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("A2", "A1:F2")


@settings(max_examples=15)
@given(st.lists(st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["Cc"]), min_size=1), min_size=20))
def test_no_text_runs_and_all_of_it_is_there(texts):
    said = [*texts, *(f"={text}" for text in texts), "+1", "-1", "@SUM(A1)", "{=1}", "https://a.org", "_x0041_", "0"]
    said += ["_x0041_x0042_", " \t blanks \n", "<r>&amp;</r>", "0123"]
    sheet = written(Sheet("One", ("a",), [{"a": text} for text in said])).worksheets[0]
    for text, (cell,) in zip(said, sheet.iter_rows(min_row=2), strict=True):
        assert (cell.data_type, cell.hyperlink) == ("s", None)
        assert cell.value == text.replace("\ufffe", "\ufffd").replace("\uffff", "\ufffd")


def test_what_a_workbook_can_not_hold_is_put_in_its_place():
    cell = written(Sheet("One", ("a",), [{"a": "a\x00b\x07c\ud800d"}])).worksheets[0]["A2"]
    assert cell.value == "a\ufffdb\ufffdc\ufffdd"


def test_a_text_longer_than_a_cell_says_that_it_is_cut():
    cell = written(Sheet("One", ("a",), [{"a": "word " * 10_000}])).worksheets[0]["A2"]
    assert len(cell.value) == 32_767
    assert cell.value.endswith("(cut here: a cell of Excel holds no more)")


def test_more_rows_than_a_sheet_holds_are_told_instead_of_lost(monkeypatch):
    monkeypatch.setattr(workbook_cells, "_MOST_ROWS", 3)
    assert written(Sheet("One", ("a",), [{"a": 1}] * 2)).worksheets[0].max_row == 3
    with pytest.raises(UserError, match="no more than 3 rows"):
        written(Sheet("One", ("a",), [{"a": 1}] * 3))


def test_a_number_that_is_none_is_written_as_a_word():
    cells = written(Sheet("One", ("a", "b"), [{"a": math.nan, "b": math.inf}])).worksheets[0][2]
    assert [cell.value for cell in cells] == ["nan", "inf"]


def test_a_cell_can_lead_to_another_sheet():
    rows = [{"a": Link("Her own words", "It's here")}]
    cell = written(Sheet("One", ("a",), rows), Sheet("It's here", ("b",), [])).worksheets[0]["A2"]
    assert (cell.value, cell.hyperlink.location) == ("Her own words", "'It''s here'!A1")


@pytest.mark.parametrize(
    ("wanted", "names"),
    [
        (["Feeling safe", "feeling SAFE"], ["Feeling safe", "feeling SAFE (2)"]),
        (["Help: with/without [a] carer?"], ["Help with without a carer"]),
        (["", "''", "History"], ["Sheet", "Sheet (2)", "History (2)"]),
        (["x" * 40, "x" * 40], ["x" * 31, f"{'x' * 27} (2)"]),
    ],
)
def test_sheets_have_names_that_excel_takes(wanted, names):
    assert sheet_names(wanted) == names


@settings(max_examples=15)
@given(st.lists(st.text(max_size=50), min_size=1, max_size=6))
def test_any_names_make_a_workbook_that_opens(wanted):
    names = sheet_names(wanted)
    assert len({name.casefold() for name in names}) == len(names)
    assert written(*(Sheet(name, ("a",), []) for name in names)).sheetnames == names


def test_it_can_be_stopped_before_it_is_written(tmp_path):
    def stop(done: int, total: int) -> None:
        if done == total:
            raise CancelledError

    with pytest.raises(CancelledError):
        write_workbook([Sheet("One", ("a",), [{"a": 1}])], tmp_path / "out.xlsx", stop)
    assert list(tmp_path.iterdir()) == []


def test_on_paper_each_page_of_a_sheet_says_what_its_rows_and_columns_are():
    sheet = written(Sheet("One", ("Who", "What"), [{"Who": "Elsie", "What": "safe"}])).worksheets[0]
    assert sheet.page_setup.orientation == "landscape"
    assert (sheet.print_title_rows, sheet.print_title_cols) == ("$1:$1", "$A:$A")


def test_on_paper_a_narrow_sheet_takes_one_page_beside_the_other_and_a_wide_one_as_many_as_can_be_read():
    rows = [{"Said": "Yes.", "Memo": "Asked first."}]
    narrow = Sheet("Narrow", ["Said", "Memo"], rows, {"Said": 70, "Memo": 40})
    wide = Sheet("Wide", ["Said", "Memo", "Site"], rows, {"Said": 70, "Memo": 200, "Site": 100})
    book = written(narrow, wide)
    pages = [(sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) for sheet in book]
    assert pages == [(None, 0), (3, 0)]  # one page where nothing is said


def test_over_figures_the_heading_stands_where_they_do_and_a_link_where_words_do():
    sheet = Sheet("Codes", ["Code", "Quotes"], [{"Code": Link("Choice", "Codes"), "Quotes": 3}], figures=["Quotes"])
    (code, quotes), (link, figure) = written(sheet).worksheets[0].iter_rows()
    assert (code.alignment.horizontal, quotes.alignment.horizontal) == (None, "right")
    assert (link.alignment.vertical, figure.alignment.vertical) == ("top", "top")


def test_a_row_is_as_high_as_its_longest_text_needs():
    rows = [{"Who": "Elsie", "What": "safe"}, {"Who": "Arthur", "What": "I do feel safe here now. " * 4}]
    sheet = written(Sheet("One", ("Who", "What"), rows, {"What": 40})).worksheets[0]
    assert [sheet.row_dimensions[row].height for row in (1, 2, 3)] == [None, None, 45]


def test_whatever_sheets_and_columns_are_called_the_file_can_be_opened():
    """A translation may say anything, and the same twice."""
    long = "Ne/tro [longa] nomo: *tre* longa?"
    columns = {"who": "Kiu", "where": "Kiu", "why": ""}
    row = {"who": "Elsie", "where": "Fenmarsh", "why": "She says so."}
    sheets = [Sheet(name, tuple(columns), [row], headings=columns) for name in (long, long, "History", "")]
    book = written(*sheets)
    assert book.sheetnames == ["Ne tro longa nomo tre longa", "Ne tro longa nomo tre longa (2)", "History (2)", "Sheet"]
    for sheet in book:
        assert [[cell.value for cell in row] for row in sheet.iter_rows()] == [["Kiu", "Kiu", None], [*row.values()]]
