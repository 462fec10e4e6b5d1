"""Looking into a key: which name became which. Nothing of it is kept once the dialog is closed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from qualcoder_lite.domain.errors import UserError
from qualcoder_lite.gui.dialogs.people.names.key_choice import KEY_FILES, hidden_line
from qualcoder_lite.gui.widgets.announce import announce
from qualcoder_lite.gui.widgets.area import Area
from qualcoder_lite.gui.widgets.buttons import named_button
from qualcoder_lite.gui.widgets.fitting import within_screen
from qualcoder_lite.gui.widgets.focus_ring import FocusRing
from qualcoder_lite.gui.widgets.labels import Label
from qualcoder_lite.gui.widgets.layouts import Column, Row
from qualcoder_lite.gui.widgets.rows_table import RowsTable
from qualcoder_lite.service.people.pseudonyms import KeyFile
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from qualcoder_lite.gui.project.workspace import Workspace

_TITLE = tr("Who is who?")
_ADVICE = tr("Choose the file of the key and type its passphrase. The names are shown here and kept nowhere else.")
_COLUMNS = (tr("Real name"), tr("In the project"))


class WhoIsWhoDialog(QDialog):
    """Asks for a key, and shows what is in it."""

    def __init__(self, folder: Path, parent: QWidget) -> None:
        """Offer files beginning with this folder."""
        super().__init__(parent)
        self._folder, self._path = folder, Path()
        self.setObjectName("key")
        self.setWindowTitle(_TITLE)
        self.setAccessibleName(_TITLE)
        self.setAccessibleDescription(_ADVICE)
        self.choose = named_button(tr("Choose the key …"), "key-choose", "folder", by_itself=False)
        self.choose.clicked.connect(self._choose)
        self._file = Label(tr("No file is chosen yet."), wrap=True)
        self._file.setObjectName("key-file")
        self.passphrase = hidden_line("key-passphrase", tr("Its passphrase"))
        self.passphrase.returnPressed.connect(self.show_names)
        self.look = named_button(tr("Show the names"), "key-show", "search", by_itself=False)
        self.look.clicked.connect(self.show_names)
        self.trouble = Label("", "small_strong", tone="danger", wrap=True)
        self.trouble.setObjectName("key-trouble")
        self.trouble.hide()
        self.model = QStandardItemModel(0, len(_COLUMNS), self)
        self.model.setHorizontalHeaderLabels(list(_COLUMNS))
        self.table = RowsTable(tr("Names in the key"), self.model, widest=1)
        self.table.setObjectName("key-names")
        self.close_it = named_button(tr("Close"), "key-close", by_itself=False)
        self.close_it.clicked.connect(self.accept)
        body = QWidget()
        body.setLayout(
            Column(
                Label(_TITLE, "title"),
                Label(_ADVICE, tone="muted", wrap=True),
                Row(self.choose, (self._file, 1), gap=10),
                Row((self.passphrase, 1), self.look, gap=8),
                self.trouble,
                (self.table, 1),
                gap=10,
            )
        )
        self.setLayout(Column((Area(body), 1), Row(None, self.close_it), gap=10, margins=24))
        within_screen(self, 640, 560)
        FocusRing(self)
        self.choose.setFocus()

    def show_names(self) -> None:
        """Open the key and list its names."""
        self.model.setRowCount(0)
        self.trouble.hide()
        if self._path == Path():
            self._say(tr("Choose the file of the key first."))
            return
        try:
            names = KeyFile.open(self._path, self.passphrase.text()).names
        except UserError as fault:
            self._say(str(fault))
            return
        self.passphrase.clear()
        for name, pseudonym in names.items():
            self.model.appendRow([QStandardItem(name), QStandardItem(pseudonym)])
        self.table.fit()
        self.table.setCurrentIndex(self.model.index(0, 0))
        self.table.setFocus()
        announce(self, tr("{n:,} name in the key.", "{n:,} names in the key.", n=len(names)))

    def _say(self, trouble: str) -> None:
        self.trouble.setText(trouble)
        self.trouble.show()
        announce(self, trouble, urgent=True)

    def _choose(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, tr("Which key?"), str(self._folder), KEY_FILES)
        if name:
            self._path = Path(name)
            self._file.setText(name)
            self.passphrase.setFocus()


def show_who_is_who(parent: QWidget, workspace: Workspace) -> None:
    """Let a person look into a key."""
    dialog = WhoIsWhoDialog(workspace.project.path.parent, parent)
    dialog.exec()
    dialog.deleteLater()
