"""Saves a picture or a table as a file: asks where, then writes it off the window's thread."""

from __future__ import annotations

import re
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

from qualcoder_lite.service.cross_reference.code_patterns import CodePatterns
from qualcoder_lite.service.cross_reference.pictures import Pictures
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtWidgets import QWidget

    from qualcoder_lite.domain.pictures import Drawing
    from qualcoder_lite.domain.progress import Progress
    from qualcoder_lite.domain.retrieval.co_occurrence import CoOccurrence
    from qualcoder_lite.domain.retrieval.frequencies import Frequencies
    from qualcoder_lite.gui.project.workspace import Workspace

_PICTURES = {
    tr("Picture for print, 300 dots an inch (*.png)"): ".png",
    tr("Drawing that can be edited (*.svg)"): ".svg",
}
_TABLES = {tr("Excel workbook (*.xlsx)"): ".xlsx", tr("Table as CSV (*.csv)"): ".csv"}


def save_picture(parent: QWidget, workspace: Workspace, drawing: Drawing) -> None:
    """Ask for a file and write a drawing to it, its words inside."""
    target = _asked(parent, workspace, tr("Save picture"), drawing.title, _PICTURES)
    if target is not None:
        draw = partial(Pictures.write, target, drawing)
        _write(workspace, tr("Drawing the picture"), tr("The picture is in “{target}”.", target=target), draw)


def save_table(parent: QWidget, workspace: Workspace, found: CoOccurrence | Frequencies, title: str) -> None:
    """Ask for a file and write to it how codes are used, as a table."""
    target = _asked(parent, workspace, tr("Save table"), title, _TABLES)
    if target is not None:
        write = partial(CodePatterns.write, target, found)
        _write(workspace, tr("Writing the table"), tr("The table is in “{target}”.", target=target), write)


def _asked(parent: QWidget, workspace: Workspace, what: str, title: str, kinds: Mapping[str, str]) -> Path | None:
    """Where to save something, with an ending that says as what; None where the person would rather not."""
    usual = next(iter(kinds.values()))
    offered = workspace.beside(f"{_slug(title)}{usual}")
    name, kind = QFileDialog.getSaveFileName(parent, what, offered, ";;".join(kinds))
    if not name:
        return None
    target = Path(name)
    known = target.suffix.lower() in kinds.values()
    return target if known else target.with_name(target.name + kinds.get(kind, usual))


def _write(workspace: Workspace, title: str, said: str, write: Callable[[], None]) -> None:
    def job(progress: Progress) -> None:
        progress(0, 1)
        write()
        progress(1, 1)

    task = workspace.tasks.run(title, job)
    task.finished.connect(lambda _nothing: workspace.done.emit(said, False))
    task.failed.connect(workspace.failed)


def _slug(title: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-") or "picture"
