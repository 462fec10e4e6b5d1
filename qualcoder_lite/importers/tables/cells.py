"""Taking the cells of a table's rows by column name, and as what the column says: numbers, dates, choices, lists."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from qualcoder_lite.domain.errors import TableError, listed
from qualcoder_lite.domain.names import nearest
from qualcoder_lite.importers.tables.files import column_key
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from qualcoder_lite.importers.tables.files import Table

T = TypeVar("T")

_DAY_FIRST = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})")
_YEAR_FIRST = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?")
_LARGEST_NUMBER = 9  # digits
_MOST_NAMED = 12  # columns, in a sentence about one that isn't known


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """The columns of one kind of table; `further` is whether it may have more than those named here.

    `own` is a sentence, marked with `tr_later`, about how such a table comes to have a column of one's own; empty where
    it can't. `beside` is what a column's name is followed by over columns that tell more about it.
    """

    needed: tuple[str, ...]
    optional: tuple[str, ...]
    further: bool = False
    own: str = ""
    beside: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Cells:
    """One row of a table. `columns` are the names as written, by their key; `further` those beyond the known ones."""

    row: int
    values: Mapping[str, str]
    columns: Mapping[str, str]
    further: tuple[str, ...]

    def text(self, column: str) -> str | None:
        """What a cell says; None if it is blank or the table has no such column."""
        return self.values.get(column_key(column)) or None

    def needed(self, column: str) -> str:
        """What a cell says that may not be blank."""
        text = self.text(column)
        if text is None:
            raise self.error(column, tr("this cell may not be blank"))
        return text

    def whole_number(self, column: str) -> int | None:
        """A number of 0 or more."""
        text = self.text(column)
        if text is None:
            return None
        if not (text.isascii() and text.isdigit() and len(text) <= _LARGEST_NUMBER):
            raise self.error(column, tr("this must be a whole number, 0 or more"))
        return int(text)

    def date(self, column: str) -> str | None:
        """A date in ISO form, from `2024-05-03` or `3/5/2024`."""
        text = self.text(column)
        if text is None:
            return None
        day_first, year_first = _DAY_FIRST.fullmatch(text), _YEAR_FIRST.fullmatch(text)
        try:
            if day_first:
                day, month, year = map(int, day_first.groups())
                return datetime.date(year, month, day).isoformat()
            if year_first:
                year, month, day = map(int, year_first.groups())
                return datetime.date(year, month, day).isoformat()
        except ValueError as error:
            raise self.error(column, tr("there is no such date")) from error
        raise self.error(column, tr("this must be a date, written like 2024-05-03 or 3/5/2024"))

    def choice(self, column: str, choices: Mapping[str, T]) -> T | None:
        """One of a column's values; case, blanks, hyphens and underscores don't matter."""
        text = self.text(column)
        return None if text is None else self._chosen(column, text, choices)

    def several(self, column: str) -> tuple[str, ...]:
        """The names in a cell, separated by semicolons, each once."""
        names = (name.strip() for name in (self.text(column) or "").split(";"))
        return tuple(dict.fromkeys(name for name in names if name))

    def pairs(self, column: str, choices: Mapping[str, T]) -> dict[str, T]:
        """The pairs in a cell, such as `Jo=interviewer; Tom=carer`."""
        found: dict[str, T] = {}
        for pair in self.several(column):
            name, mark, value = pair.rpartition("=")
            if not mark or not name.strip():
                raise self.error(column, tr("this must be written like Jo=interviewer; Tom=carer"), pair)
            found[name.strip()] = self._chosen(column, value, choices)
        return found

    def error(self, column: str, sentence: str, value: str | None = None) -> TableError:
        """An error about one cell of this row."""
        column = self.columns.get(column_key(column), column)
        return TableError(sentence, row=self.row, column=column, value=self.text(column) if value is None else value)

    def _chosen(self, column: str, text: str, choices: Mapping[str, T]) -> T:
        key = column_key(text)
        for name, value in choices.items():
            if column_key(name) == key:
                return value
        near = nearest(text, choices, limit=1)
        if not near:
            raise self.error(column, tr("this must be {choices}", choices=listed(choices)), text)
        told = tr("this must be {choices}; did you mean “{near}”?", choices=listed(choices), near=near[0])
        raise self.error(column, told, text)


def read_cells(table: Table, columns: Columns, further: Sequence[str] | None = None) -> Iterator[Cells]:
    """The rows of a table of one kind, its columns checked.

    Args:
        table: The table as it stands in the file.
        columns: The columns that this kind of table has.
        further: The names that its further columns may have; None for any.

    Raises:
        TableError: A column is missing, or not one of those that this kind of table has.
    """
    keys = {column_key(column): column for column in table.columns}
    known = [*columns.needed, *columns.optional]
    for needed in columns.needed:
        if column_key(needed) not in keys:
            told = tr("this column is missing; the table needs {columns}", columns=listed(columns.needed, "and"))
            raise TableError(told, column=needed)
    beyond = tuple(column for key, column in keys.items() if key not in set(map(column_key, known)))
    allowed = None if columns.further and further is None else [*known, *(further or ())]
    if allowed is not None:
        _refuse_unknown(beyond, allowed, columns)
    for row in table.rows:
        yield Cells(row.number, dict(zip(keys, row.cells, strict=True)), keys, beyond)


def _refuse_unknown(found: Sequence[str], allowed: Sequence[str], columns: Columns) -> None:
    keys = set(map(column_key, allowed))
    for column in found:
        if column_key(column) in keys:
            continue
        end = _end(column, columns.beside)
        like_it = [name for name in allowed if _end(name, columns.beside) == end]
        near = nearest(column, like_it)
        sentence = (
            tr("this table has no such column; did you mean {columns}?", columns=listed(near))
            if near
            else _some(like_it)
        )
        if columns.own:
            sentence = f"{sentence}{'' if near else '.'} {tr(columns.own)}"
        raise TableError(sentence, column=column)


def _some(columns: Sequence[str]) -> str:
    named = listed(columns[:_MOST_NAMED], "and")
    if len(columns) > _MOST_NAMED:
        return tr("this table has no such column; it may have {columns}, among others", columns=named)
    return tr("this table has no such column; it may have {columns}", columns=named)


def _end(column: str, ends: Sequence[str]) -> str:
    """Which of these a column's name ends with; empty for none."""
    return next((end for end in ends if column_key(column).endswith(column_key(end))), "")
