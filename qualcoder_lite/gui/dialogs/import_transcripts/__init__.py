"""Bringing transcripts in: choosing files, looking at them before anything is stored, storing them one by one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from qualcoder_lite.gui.project.workspace import Workspace


def import_transcripts(parent: QWidget, workspace: Workspace, files: Sequence[Path]) -> None:
    """Open the dialog on these files and folders; without any it asks for them first."""
    from qualcoder_lite.gui.dialogs.import_transcripts.dialog import ImportDialog

    if workspace.project.read_only:
        workspace.failed.emit(tr("This project can only be read here, so no transcript can be brought in."))
        return
    dialog = ImportDialog(parent, workspace)
    dialog.open()
    if files:
        dialog.look_at(files)
