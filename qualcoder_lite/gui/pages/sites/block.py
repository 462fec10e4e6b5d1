"""Cells as they are copied: words with tabs between them, as a spreadsheet takes them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QModelIndex

    from qualcoder_lite.gui.pages.sites.model import RegisterModel

CORNER = tr("Feature of partnership")


def copied(model: RegisterModel, chosen: Sequence[QModelIndex]) -> str:
    """The chosen cells as lines of words; the whole table with its sites and features as headings."""
    rows = sorted({index.row() for index in chosen})
    columns = sorted({index.column() for index in chosen})
    lines = [[str(model.entry(model.index(row, column)).state) for column in columns] for row in rows]
    if len(rows) == len(model.features) and len(columns) == len(model.sites):
        head = [CORNER, *(_plain(site.name) for site in model.sites)]
        lines = [head, *([_plain(model.line(row).words), *line] for row, line in zip(rows, lines, strict=True))]
    return "\n".join("\t".join(line) for line in lines)


def _plain(name: str) -> str:
    """A name that no spreadsheet takes for a formula."""
    return f"'{name}" if name.startswith(("=", "+", "-", "@")) else name
