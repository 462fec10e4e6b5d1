"""Tables as they stand in CSV and Excel files."""

from __future__ import annotations

import datetime
import io
import zipfile
from typing import TYPE_CHECKING

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualcoder_lite.domain.errors import TableError, UnreadableFileError
from qualcoder_lite.importers.tables.files import Row, Table, read_table

if TYPE_CHECKING:
    from pathlib import Path

EXPECTED = Table(("Site", "client group"), (Row(2, ("Camden", "Older people")), Row(3, ("Leeds", "a, b"))))


def table(folder: Path, content: str | bytes, name: str = "sites.csv") -> Table:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return read_table(path)


def workbook(folder: Path, *rows: list[object]) -> Path:
    book = openpyxl.Workbook()
    for row in rows:
        book.worksheets[0].append(row)
    book.save(folder / "sites.xlsx")
    return folder / "sites.xlsx"


def with_part(path: Path, part: str, content: bytes) -> Path:
    """The workbook with one part of its package replaced or added."""
    stream = io.BytesIO()
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as target:
        for name in {*source.namelist(), part}:
            target.writestr(name, content if name == part else source.read(name))
    path.write_bytes(stream.getvalue())
    return path


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.csv", 'Site,client group\nCamden,Older people\nLeeds,"a, b"\n'),
        ("a.csv", "Site;client group\r\nCamden;Older people\r\nLeeds;a, b"),
        ("a.csv", "Site\tclient group\nCamden\tOlder people\nLeeds\ta, b"),
        ("a.tsv", "Site\tclient group\nCamden\tOlder people\nLeeds\ta, b"),
        ("A.CSV", '\ufeff"Site","client group"\n Camden , Older people \nLeeds,"a, b"\n'),
    ],
)
def test_the_separator_is_found(tmp_path: Path, name: str, content: str) -> None:
    assert table(tmp_path, content, name) == EXPECTED


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_the_encoding_is_found(tmp_path: Path, encoding: str) -> None:
    assert table(tmp_path, "site\nCafé Zoë’s".encode(encoding)).rows == (Row(2, ("Café Zoë’s",)),)


def test_a_blank_row_is_skipped_and_counted(tmp_path: Path) -> None:
    assert [row.number for row in table(tmp_path, "site,years\n\nCamden,3\n,\nLeeds,4\n").rows] == [3, 5]


def test_a_row_of_several_lines_counts_as_one_as_in_a_spreadsheet(tmp_path: Path) -> None:
    assert table(tmp_path, 'site,memo\nCamden,"one\ntwo ""three"""\nLeeds,\n').rows == (
        Row(2, ("Camden", 'one\ntwo "three"')),
        Row(3, ("Leeds", "")),
    )


def test_blank_cells_beyond_the_last_column_are_no_columns(tmp_path: Path) -> None:
    assert table(tmp_path, "site,years,,\nCamden,3,,\n").columns == ("site", "years")


def test_what_looks_like_a_formula_is_text(tmp_path: Path) -> None:
    assert table(tmp_path, 'site\n"=HYPERLINK(""x"")"\n').rows[0].cells == ('=HYPERLINK("x")',)
    path = workbook(tmp_path, ["site"], ["x"])
    book = openpyxl.load_workbook(path)
    book.worksheets[0]["A2"].value = "=1+1"
    book.worksheets[0]["A2"].data_type = "s"
    book.save(path)
    assert read_table(path).rows[0].cells == ("=1+1",)


def test_cells_of_a_workbook_read_as_they_look(tmp_path: Path) -> None:
    path = workbook(
        tmp_path,
        ["a", "b", "c", "d", "e", "f", "g"],
        [3, 3.0, 2.5, datetime.datetime(2024, 5, 3), datetime.datetime(2024, 5, 3, 9, 30), True, "  x "],  # noqa: DTZ001
    )
    assert read_table(path).rows == (Row(2, ("3", "3", "2.5", "2024-05-03", "2024-05-03 09:30:00", "yes", "x")),)


def test_rows_of_a_workbook_keep_their_numbers(tmp_path: Path) -> None:
    path = workbook(tmp_path, ["site", "years"], [], ["Camden", 3], [None, None], ["Leeds", None])
    assert read_table(path).rows == (Row(3, ("Camden", "3")), Row(5, ("Leeds", "")))


def test_the_first_sheet_is_read(tmp_path: Path) -> None:
    path = workbook(tmp_path, ["site"], ["Camden"])
    book = openpyxl.load_workbook(path)
    book.create_sheet("Notes").append(["something else"])
    book.save(path)
    assert read_table(path).columns == ("site",)


def test_the_saved_result_of_a_formula_is_taken(tmp_path: Path) -> None:
    path = workbook(tmp_path, ["site", "years"], ["Camden", "=1+2"])
    stream = io.BytesIO()
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(stream, "w") as target:
        for name in source.namelist():
            content = source.read(name)
            target.writestr(name, content.replace(b"<v></v>", b"<v>3</v>").replace(b"<v />", b"<v>3</v>"))
    path.write_bytes(stream.getvalue())
    assert read_table(path).rows[0].cells == ("Camden", "3")


def test_a_formula_that_was_never_calculated_is_an_error_not_a_blank(tmp_path: Path) -> None:
    with pytest.raises(TableError, match="not saved in the file"):
        read_table(workbook(tmp_path, ["site", "years"], ["Camden", "=1+2"]))


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ("site,years\nCamden\n", "Row 2, column “years”: the row ends before this column"),
        ("site,years\nCamden,3,4\n", "Row 2, value “4”: a cell stands to the right of the last column, “years”"),
        ("site,Client Group,client_group\nx,y,z\n", "Row 1, column “client_group”: this column is there twice"),
        ("site,,years\nx,y,z\n", "Row 1: column 2 has no name"),
        ("site,years\n", "“sites.csv” has column names but no rows under them"),
        ("\n,\n \n", "“sites.csv” has nothing in it"),
        (",".join(map(str, range(201))) + "\n1\n", "Row 1: the table has more columns than can be taken in (200)"),
    ],
)
def test_a_table_that_is_out_of_shape_is_refused_with_its_place(tmp_path: Path, content: str, sentence: str) -> None:
    with pytest.raises(TableError) as caught:
        table(tmp_path, content)
    assert sentence in str(caught.value)


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("a.csv", b"", "is empty"),
        ("a.csv", b'site\n"Camden', "a quotation mark is opened and not closed"),
        ("a.csv", bytes(range(256)) * 30, "is not text"),
        ("a.csv", b"PK\x03\x04 xl/workbook.xml", "is an Excel workbook"),
        ("a.xlsx", b"site,years", "is no Excel document"),
        ("a.xlsx", b"PK\x03\x04" + bytes(50), "is a damaged Excel document"),
        ("a.ods", b"x", "end in “.csv”, “.tsv”, “.txt” or “.xlsx”"),
    ],
)
def test_a_file_that_is_no_table_is_refused(tmp_path: Path, name: str, content: bytes, sentence: str) -> None:
    with pytest.raises(UnreadableFileError) as caught:
        table(tmp_path, content, name)
    assert sentence in str(caught.value)
    assert name in str(caught.value)


def test_a_cell_astray_in_a_workbook_is_not_dropped_silently(tmp_path: Path) -> None:
    with pytest.raises(TableError, match="Row 2, value “note”: a cell stands to the right"):
        read_table(workbook(tmp_path, ["site", "years"], ["Camden", 3, None, None, "note"]))


@pytest.mark.parametrize("name", ["a.csv", "a.xlsx"])
def test_a_table_without_end_is_refused(tmp_path: Path, name: str) -> None:
    cells = "".join(f'<row r="{number}"><c r="A{number}"><v>1</v></c></row>' for number in (1, 2, 1_048_576))
    space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    sheet = f'<worksheet xmlns="{space}"><sheetData>{cells}</sheetData></worksheet>'
    path = tmp_path / name
    path.write_text("site\n" * 250_001, encoding="utf-8")
    if name == "a.xlsx":
        path = with_part(workbook(tmp_path, ["site"]), "xl/worksheets/sheet1.xml", sheet.encode())
    with pytest.raises(TableError, match="more rows than can be taken in"):
        read_table(path)


def test_a_missing_table_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFileError, match="There is no file"):
        read_table(tmp_path / "gone.csv")


@pytest.mark.parametrize(
    ("part", "content", "sentence"),
    [
        (
            "xl/sharedStrings.xml",
            b'<!DOCTYPE s [<!ENTITY e SYSTEM "file:///etc/passwd">]><sst>&e;</sst>',
            "instructions",
        ),
        ("xl/worksheets/sheet1.xml", b"<worksheet><sheetData><row>", "damaged"),
        ("xl/worksheets/sheet1.xml", b"<a>" + b" " * 61_000_000, "would unpack to far more"),
        ("xl/workbook.xml", b"<workbook/>", "damaged"),
    ],
)
def test_a_workbook_that_would_do_harm_or_is_broken_is_refused(
    tmp_path: Path, part: str, content: bytes, sentence: str
) -> None:
    path = with_part(workbook(tmp_path, ["site"], ["Camden"]), part, content)
    with pytest.raises(UnreadableFileError, match=sentence):
        read_table(path)


def test_a_zip_archive_is_no_workbook(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.xlsx", "w") as archive:
        archive.writestr("notes.txt", "hello")
    with pytest.raises(UnreadableFileError, match="without a workbook in it"):
        read_table(tmp_path / "a.xlsx")


CELLS = st.text(st.characters(exclude_categories=["Cc", "Cs", "Cn", "Zl", "Zp"]), max_size=8)


@given(rows=st.lists(st.tuples(CELLS, CELLS), max_size=5))
def test_what_is_written_with_quotation_marks_is_read_back(
    tmp_path_factory: pytest.TempPathFactory, rows: list[tuple[str, str]]
) -> None:
    lines = [("first", "second"), ("x", "y"), *rows]
    quoted = "\n".join(",".join('"' + cell.replace('"', '""') + '"' for cell in line) for line in lines)
    read = table(tmp_path_factory.mktemp("t"), quoted)
    kept = [tuple(cell.replace("\ufeff", "").strip() for cell in line) for line in rows]
    assert [row.cells for row in read.rows[1:]] == [cells for cells in kept if any(cells)]
