"""Reads codebooks from a table: a row a code, as the program writes them, or as somebody keeps a list of codes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qualcoder_lite.domain.codebook import Code, Codebook, CodebookKind, CodeGroup, code_id, slug
from qualcoder_lite.domain.errors import CodebookFileError, TableError, UnreadableFileError
from qualcoder_lite.domain.names import folded, natural_id
from qualcoder_lite.importers.codebooks.uuids import uuid_in
from qualcoder_lite.importers.tables.cells import Columns, read_cells
from qualcoder_lite.importers.tables.files import read_table
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from pathlib import Path

    from qualcoder_lite.importers.tables.cells import Cells

_TEXTS = ("question", "definition", "when_to_use", "when_not_to_use", "example", "source")
_COLUMNS = Columns(
    needed=("code",),
    optional=("codebook", "version", "group", "group_key", "key", "aliases", "id", "retired", *_TEXTS),
)
_YES_NO = {"yes": True, "no": False, "true": True, "false": False}
_NO_GROUP = "Codes"
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def read_table_codebooks(path: Path) -> list[Codebook]:
    """The codebooks in a CSV or Excel table, in the order in which their first codes stand there.

    Only the column “code” has to be there; what cells leave blank is not stated (see `domain.codebook_filling`).
    Without a column “codebook” the table is one, named after its file.

    Raises:
        CodebookFileError: the file can't be read, or a row of it is wrong.
    """
    try:
        rows = list(read_cells(read_table(path), _COLUMNS))
        return _read(rows, path)
    except (TableError, UnreadableFileError) as error:
        raise CodebookFileError(str(error)) from error


def _read(rows: list[Cells], path: Path) -> list[Codebook]:
    books: dict[str, list[Cells]] = {}
    for row in rows:
        books.setdefault(slug(row.text("codebook") or path.stem) or "codebook", []).append(row)
    return [_book(name, of_book, path) for name, of_book in books.items()]


def _book(name: str, rows: list[Cells], path: Path) -> Codebook:
    groups: dict[str, list[Cells]] = {}
    titles: dict[str, str] = {}
    for row in rows:
        group = row.text("group") or _NO_GROUP
        titles.setdefault(folded(group), group)
        groups.setdefault(folded(group), []).append(row)
    _refuse_twice(rows)
    return Codebook(
        id=natural_id("codebook", name),
        name=name,
        title=rows[0].text("codebook") or path.stem,
        version=rows[0].whole_number("version") or 1,
        kind=CodebookKind.OTHER,
        source=f"Taken in from {path.name}",
        groups=tuple(_group(name, titles[key], of_group) for key, of_group in groups.items()),
    )


def _refuse_twice(rows: list[Cells]) -> None:
    names: dict[str, int] = {}
    for row in rows:
        name = row.needed("code")
        before = names.setdefault(folded(name), row.row)
        if before != row.row:
            raise row.error(
                "code", tr("row {row} has this code already; each code stands in one row", row=before), name
            )


def _group(book: str, name: str, rows: list[Cells]) -> CodeGroup:
    keys: dict[str, int] = {}
    return CodeGroup(
        id=natural_id("code-group", book, slug(name)),
        name=name,
        key=next((key for row in rows if (key := _letter(row, "group_key"))), ""),
        colour="",
        codes=tuple(_code(book, name, row, keys) for row in rows),
    )


def _code(book: str, group: str, row: Cells, keys: dict[str, int]) -> Code:
    name, key = _plain(row.needed("code")), _letter(row, "key")
    retired = row.choice("retired", _YES_NO) or False
    if key and not retired and keys.setdefault(key, row.row) != row.row:
        raise row.error("key", tr("row {row} of the same group has this key already", row=keys[key]), key)
    written = row.text("id") or ""
    if written and not uuid_in(written) and slug(written) != written:
        raise row.error("id", tr("an id is a UUID, or small letters, digits and hyphens"), written)
    return Code(
        id=uuid_in(written) or code_id(book, written or slug(name)),
        name=name,
        group=group,
        key=key,
        aliases=row.several("aliases"),
        retired=retired,
        **{field: _plain(row.text(field) or "") for field in _TEXTS},
    )


def _letter(row: Cells, column: str) -> str:
    text = (row.text(column) or "").upper()
    if text and not (len(text) == 1 and "A" <= text <= "Z"):
        raise row.error(column, tr("a key is one letter from A to Z"), text)
    return text


def _plain(text: str) -> str:
    """A cell without the apostrophe that keeps a spreadsheet from running it."""
    return text[1:] if text.startswith("'") and text[1:].startswith(_FORMULA_STARTS) else text
