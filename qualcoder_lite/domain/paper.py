"""How a file begins, as paragraphs or rows that can be shown as they will look."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Sequence

Ink = Literal["text", "muted", "warn"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """One paragraph: a label in bold before the words, where there is one.

    Attributes:
        words: What it says.
        label: What stands before the words, in bold.
        size: The size of the letters, in points.
        bold: Whether the words are bold.
        ink: The colour, by what it means.
        left: How far it is moved in, in centimetres.
        before: The room above it, in points.
        after: The room below it, in points.
        bar: Whether a line runs down its left edge.
        boxed: Whether it stands on a ground of its own.
        new_page: Whether a page begins with it.
    """

    words: str
    label: str = ""
    size: float = 11
    bold: bool = False
    ink: Ink = "text"
    left: float = 0
    before: float = 0
    after: float = 6
    bar: bool = False
    boxed: bool = False
    new_page: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperTable:
    """The beginning of a table on a page.

    Attributes:
        head: The cells of its first row.
        rows: The cells of those below it; one that goes over the whole width stands alone.
        shares: How wide each column is beside the others.
        goes_on: Whether there are more rows.
        size: The size of the letters, in points.
    """

    head: Sequence[str]
    rows: Sequence[Sequence[str]]
    shares: Sequence[int]
    goes_on: bool = False
    size: float = 9


OnPaper: TypeAlias = Paragraph | PaperTable


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstRows:
    """The first rows of a table.

    Attributes:
        columns: The headings.
        rows: A row's cells in words, under the headings.
        name: What the sheet is called; blank for a file that is one table.
        goes_on: Whether there are more rows.
    """

    columns: Sequence[str]
    rows: Sequence[Sequence[str]]
    name: str = ""
    goes_on: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Beginning:
    """How a file begins: pages, or the first rows of its tables with how many tables more there are."""

    pages: Sequence[OnPaper] = ()
    tables: Sequence[FirstRows] = ()
    more_tables: int = 0

    def __bool__(self) -> bool:
        """Whether there is anything to show."""
        return bool(self.pages or self.tables)
