"""The figures beside those of two other programs: a table of what each takes, and what ours may take.

The others' were measured with their own code, QualCoder 4.0 beta and Taguette 1.5.2, on another machine and a project
of the same size. Machines differ, and so do quiet and busy hours: a factor below 3 says nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.benchmarks.row import Row

_NONE = "–"
_PAINTED = "key to durable and painted: {}"


@dataclass(frozen=True)
class Compared:
    """One operation as the others do it; `row` is how the names of our rows for it begin."""

    what: str
    qualcoder: str
    taguette: str
    row: str


COMPARED = (
    Compared("command to shown window, warm", "16.3 s", _NONE, "command to painted window"),
    Compared("memory, project open", "800 MB", "100–135 MB (server)", "memory, project open"),
    Compared("open project, list its transcripts", "197 + 477 ms", "82 ms", "open project"),
    Compared("open a transcript, 90 codings", "208 ms", "245 ms", "open and paint: 5,000 words, 90 codings"),
    Compared("open a transcript, 2,000 short codings", "9.4 s", "4.5 s", "open and paint: 5,000 words, 2,000 short"),
    Compared("open a transcript, 2,000 long codings", "54 s", "4.5 s", "open and paint: 5,000 words, 2,000 long"),
    Compared("apply a code, 90 there, painted", "37 ms", "36 ms", _PAINTED.format("90")),
    Compared("apply a code, 2,000 there, painted", "434 ms", "56 ms", _PAINTED.format("2,000")),
    Compared("undo one coding, 90 there", "144 ms", _NONE, "undo one coding, painted: 90"),
    Compared("undo one coding, 2,000 there", "22–30 s", _NONE, "undo one coding, painted: 2,000"),
    Compared("search 1.15M words, first hits", "107 ms", "none", "search, a usual word, first"),
    Compared("extracts of one code, listed", "1.9 s", "2.9 s", "extracts of one code"),
    Compared("coder comparison, all codes, CPU", "14.7 s, and wrong", "none", "coder comparison"),
    Compared("co-occurrence, all pairs, CPU", "14.5 s", "none", "co-occurrence"),
    Compared("cross-reference matrix", "none", "none", "matrix, lens passages, first"),
    Compared("5,000 extracts to Word, CPU", "none", _NONE, "some extracts to Word"),
    Compared("20,000 extracts to Word, CPU", "none", "fails after 181 s", "all extracts to Word"),
    Compared("20,000 extracts to Excel, CPU", _NONE, "17.7 s", "all extracts to Excel"),
)


def show(rows: Sequence[Row]) -> None:
    """Print what each program takes. What wasn't measured this time stays open."""
    print(f"\n{'':40} {'QualCoder 4.0 beta':>20} {'Taguette 1.5.2':>20} {'ours':>12} {'at most':>10} {'ours, ×10':>12}")
    for one in COMPARED:
        found = [row for row in rows if row.operation.startswith(one.row)]
        ours = next((row for row in found if row.size != "×10"), None)
        large = next((row for row in found if row.size == "×10"), None)
        limit = f"{ours.limit:,.0f} {ours.unit}" if ours and ours.limit else ""
        print(
            f"{one.what:40} {one.qualcoder:>20} {one.taguette:>20} {_figure(ours):>12} {limit:>10} {_figure(large):>12}"
        )
    print("\nThe others' figures were taken on another machine; a factor below 3 says nothing.")


def _figure(row: Row | None) -> str:
    return f"{row.median:,.0f} {row.unit}" if row else ""
