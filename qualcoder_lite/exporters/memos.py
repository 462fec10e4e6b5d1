"""Memos as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qualcoder_lite.exporters.tables import write_csv

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

COLUMNS = ("about", "thing", "place", "kind", "title", "memo", "words", "coder", "written_at", "edited_at", "id")


def write_memos_csv(memos: Sequence[Mapping[str, str]], target: Path) -> None:
    """Write memos, one row each; `words` are those of the passage a memo is about. UserError where that can't be."""
    write_csv(memos, COLUMNS, target)
