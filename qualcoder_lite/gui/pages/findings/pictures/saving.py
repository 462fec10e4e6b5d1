"""Saves a picture as a file: asks where, then draws it off the window's thread."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

from qualcoder_lite.service.pictures import Pictures

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from qualcoder_lite.domain.pictures import Chart
    from qualcoder_lite.domain.progress import Progress
    from qualcoder_lite.gui.workspace import Workspace

_KINDS = {"Picture for print, 300 dots an inch (*.png)": ".png", "Drawing that can be edited (*.svg)": ".svg"}


def save_picture(parent: QWidget, workspace: Workspace, chart: Chart) -> None:
    """Ask for a file and draw a chart to it, its words inside."""
    name, kind = QFileDialog.getSaveFileName(parent, "Save picture", f"{_slug(chart.title)}.png", ";;".join(_KINDS))
    if not name:
        return
    target = Path(name)
    if target.suffix.lower() not in _KINDS.values():
        target = target.with_name(target.name + _KINDS.get(kind, ".png"))

    def job(progress: Progress) -> Path:
        progress(0, 1)
        Pictures.write(target, chart)
        progress(1, 1)
        return target

    task = workspace.tasks.run("Drawing the picture", job)
    task.finished.connect(lambda file: workspace.done.emit(f"The picture is in “{file}”.", False))
    task.failed.connect(workspace.failed)


def _slug(title: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-") or "picture"
