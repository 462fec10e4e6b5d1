"""A block of cells that comes from a spreadsheet by way of the clipboard, and the words in it that say a state.

Blocks come as lines of cells with tabs between them; a cell that holds a tab or a line break is in quotation marks.
"""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from qualcoder_lite.domain.errors import TableError
from qualcoder_lite.domain.names import folded
from qualcoder_lite.domain.people import FeatureState
from qualcoder_lite.domain.transcript import canonical
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

Block = tuple[tuple[str, ...], ...]

_WORDS = {
    FeatureState.PRESENT: ("present", "yes", "y", "✓", "✔", "☑", "✅"),
    FeatureState.PARTIAL: ("partial", "partly", "half", "½", "1/2"),
    FeatureState.ABSENT: ("absent", "no", "n", "×", "✗", "✘", "☒", "❌"),
    FeatureState.UNKNOWN: ("unknown", "not known", "?"),
}
_STATES = {word: state for state, words in _WORDS.items() for word in words}
_CROSS = "x"
_TICKS = frozenset("✓✔☑✅")
_EMOJI_STYLE = "\N{VARIATION SELECTOR-16}"  # follows a tick on some keyboards, and says nothing here
_LONGEST_VALUE = 40  # characters of a cell that a sentence repeats


def read_block(text: str) -> Block:
    """The cells of a pasted text, every row as long as the longest; blank lines at its end are left out.

    Raises:
        TableError: There is nothing in it, or a cell is vast.
    """
    try:
        rows = [
            [cell.strip() for cell in row] for row in csv.reader(io.StringIO(canonical(text), newline=""), "excel-tab")
        ]
    except csv.Error as error:
        raise TableError(tr("What was copied can’t be read as cells of a table. Copy the cells again.")) from error
    while rows and not any(rows[-1]):
        rows.pop()
    if not rows:
        raise TableError(tr("There are no cells to paste. Copy some from a spreadsheet first."))
    longest = max(map(len, rows))
    return tuple(tuple(row) + ("",) * (longest - len(row)) for row in rows)


def has_cross_and_tick(block: Block) -> bool:
    """Whether a block marks some cells with a tick and others with the letter x, which then may mean yes or no."""
    cells = {_key(cell) for row in block for cell in row}
    return _CROSS in cells and not _TICKS.isdisjoint(cells)


def state_of(cell: str) -> FeatureState | None:
    """The state that a cell's word or mark says; None for one that isn't known. A lone x marks what is present."""
    key = _key(cell)
    return FeatureState.PRESENT if key == _CROSS else _STATES.get(key)


def read_states(
    cells: Sequence[Sequence[str]], columns: Sequence[str], *, first_row: int
) -> list[list[FeatureState | None]]:
    """The states of a block's cells; None where a cell is blank, and so says nothing.

    Args:
        cells: The cells, without headings.
        columns: What each column is about, for the sentence about a wrong word.
        first_row: The number of the first row as it stands in what was copied, from 1.

    Raises:
        TableError: A word that says no state, named by row and column.
    """
    found: list[list[FeatureState | None]] = []
    for number, row in enumerate(cells, start=first_row):
        states: list[FeatureState | None] = []
        for column, cell in zip(columns, row, strict=True):
            state = state_of(cell)
            if cell and state is None:
                value = cell if len(cell) <= _LONGEST_VALUE else f"{cell[: _LONGEST_VALUE - 1]}…"
                raise TableError(
                    tr("this must be present, partial, absent or unknown (or yes, ½, no, ?). Nothing was pasted."),
                    row=number,
                    column=column,
                    value=value,
                )
            states.append(state)
        found.append(states)
    return found


def _key(cell: str) -> str:
    return folded(cell.replace(_EMOJI_STYLE, ""))
