"""“Why is it no longer used?”: a code out of use."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit

from qualcoder_lite.gui.dialogs.form import FormDialog, asked, carry_out
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtWidgets import QWidget

    from qualcoder_lite.domain.changes import Changes
    from qualcoder_lite.domain.codebook import Code
    from qualcoder_lite.gui.project.workspace import Workspace


class RetireDialog(FormDialog):
    """Asks why a code is no longer used."""

    def __init__(self, workspace: Workspace, code: Code, parent: QWidget | None) -> None:
        """Say what retiring does."""
        count = workspace.project.codes.counts().get(code.id, 0)
        stays = tr(
            "It stays on what is coded with it ({n:,} coding)",
            "It stays on what is coded with it ({n:,} codings)",
            n=count,
        )
        intro = tr(
            "{stays}. It leaves the codes to choose from. You can undo this.",
            stays=stays if count else tr("Nothing is coded with it"),
        )
        super().__init__(
            workspace,
            "retire-code",
            tr("Why is {code} no longer used?", code=code.name),
            intro,
            do=tr("Retire it"),
            parent=parent,
        )
        self._code = code
        self.why = QLineEdit()
        self.why.setObjectName("retire-why")
        self.why.setAccessibleName(tr("Why it is no longer used"))
        self.needed = (self.why,)
        self.fill(asked(tr("Why?"), self.why, tr("One line. The codebook’s history keeps it.")), first=self.why)

    def do_it(self) -> Changes:
        """Retire it."""
        return self.workspace.project.codes.retire(self._code.id, why=self.why.text(), coder=self.workspace.coder)


def retire_code(workspace: Workspace, code: Code, parent: QWidget, by: QObject | None = None) -> bool:
    """Ask why a code is retired until it is; whether it was."""
    return bool(
        carry_out(RetireDialog(workspace, code, parent), lambda: tr("“{code}” is retired.", code=code.name), by)
    )
