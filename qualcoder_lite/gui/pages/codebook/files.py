"""Codebooks to and from files: asking which, and saying what came of it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from qualcoder_lite.gui.project.workspace import Workspace

_KINDS = tr(
    "Word document (*.docx);;Excel workbook (*.xlsx);;CSV table (*.csv);;"
    "Codebook for other programs (*.qdc);;Codebook for another project (*.toml)"
)
_TAKEN_IN = tr("Codebooks (*.qdc *.toml *.csv *.xlsx);;All files (*)")


def export_codebook(page: QWidget, workspace: Workspace) -> None:
    """Ask where to, and write all codebooks there."""
    offered = workspace.beside("codebook.docx")
    place, _ = QFileDialog.getSaveFileName(page.window(), tr("Export the codebook"), offered, _KINDS)
    if not place:
        return
    target, who = Path(place), workspace.coder
    if workspace.attempt(lambda: workspace.project.codebooks.write(target, who=who)):
        workspace.done.emit(tr("The codebook is in “{target}”.", target=target), False)


def bring_in_codebook(page: QWidget, workspace: Workspace) -> None:
    """Ask which file, and add the codebooks in it, or bring those that are there already to what it says."""
    from qualcoder_lite.service.codebook.codebooks import read_codebooks

    place, _ = QFileDialog.getOpenFileName(page.window(), tr("Bring in a codebook"), "", _TAKEN_IN)
    if not place:
        return
    project, said = workspace.project, []

    def read() -> None:
        for book in read_codebooks([place], project.codebooks.all()):
            changes = workspace.act(
                lambda book=book: project.codebooks.bring_in(book, file=Path(place).name, coder=workspace.coder)
            )
            if changes is None:
                return
            said.append(
                tr("“{codebook}” is brought in", codebook=book.title)
                if changes
                else tr("“{codebook}” was here as the file has it", codebook=book.title)
            )

    if workspace.attempt(read) and said:
        workspace.done.emit(f"{'; '.join(said)}.", True)
