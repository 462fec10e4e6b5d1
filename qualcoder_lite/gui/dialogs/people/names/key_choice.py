"""Where the key is kept: a new file, one that is there, or none at all."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QLineEdit, QWidget

from qualcoder_lite.domain.errors import UserError
from qualcoder_lite.gui.widgets.buttons import Button
from qualcoder_lite.gui.widgets.labels import Label
from qualcoder_lite.gui.widgets.layouts import Column, Row
from qualcoder_lite.gui.widgets.segmented import SegmentedControl
from qualcoder_lite.service.people.pseudonyms import KEY_ENDING
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from qualcoder_lite.service.people.pseudonyms import KeyFile
    from qualcoder_lite.service.project import Project

KEY_FILES = tr("Key of pseudonyms (*{key_ending})", key_ending=KEY_ENDING)
"""What a file dialog says of keys."""

_NEW, _OPEN, _NONE = "new", "open", "none"
_WORDS = {
    _NEW: tr(
        "The key says which name became which. It is encrypted with your passphrase and kept in a file of its own: "
        "not with the project, and not where the project is shared. Nobody can read it without the passphrase."
    ),
    _OPEN: tr("The names are added to the key. A name that is in it keeps the pseudonym it has there."),
    _NONE: tr(
        "Nobody will be able to find out from this program which name stood there. Choose this where the names were "
        "never to be kept."
    ),
}


class KeyChoice(QWidget):
    """Asks for the key."""

    def __init__(self) -> None:
        """Begin with a new key."""
        super().__init__()
        self._path = Path()
        self._folder = Path()
        choices = [(_NEW, tr("A new key file")), (_OPEN, tr("A key I have")), (_NONE, tr("No key"))]
        self.kind = SegmentedControl(choices, name=tr("Where is the key kept?"), value=_NEW)
        self.kind.setObjectName("names-key")
        self.kind.chosen.connect(self._on_kind)
        self._words = Label(_WORDS[_NEW], tone="muted", wrap=True)
        self._file = Label(tr("No file is chosen yet."), wrap=True)
        self._file.setObjectName("names-key-file")
        self.choose = Button(tr("Choose the file …"), icon="folder")
        self.choose.setObjectName("names-key-choose")
        self.choose.clicked.connect(self._choose)
        self.passphrase = hidden_line("names-passphrase", tr("Passphrase, at least 8 characters"))
        self.again = hidden_line("names-passphrase-again", tr("The passphrase once more"))
        self._parts = QWidget()
        self._parts.setLayout(Column(Row(self.choose, (self._file, 1), gap=10), self.passphrase, self.again, gap=8))
        heading = Label(tr("Where is the key kept?"), "heading")
        self.setLayout(Column(heading, self.kind, self._words, self._parts, None, gap=10))

    def start_in(self, folder: Path) -> None:
        """Offer files beginning with this folder."""
        self._folder = folder

    def opened(self, project: Project) -> KeyFile | None:
        """The key that was chosen; None for none. UserError where it can't be had."""
        if self.kind.value == _NONE:
            return None
        if self._path == Path():
            raise UserError(tr("Choose the file of the key first, or choose “No key”."))
        if self.kind.value == _OPEN:
            return project.pseudonyms.open_key(self._path, self.passphrase.text())
        if self.passphrase.text() != self.again.text():
            raise UserError(tr("The two passphrases differ. Type them again."))
        return project.pseudonyms.new_key(self._path, self.passphrase.text())

    def forget(self) -> None:
        """Let go of the passphrase."""
        self.passphrase.clear()
        self.again.clear()

    def _on_kind(self, kind: str) -> None:
        self._words.setText(_WORDS[kind])
        self._parts.setVisible(kind != _NONE)
        self.again.setVisible(kind == _NEW)
        self._set_path(Path())

    def _choose(self) -> None:
        if self.kind.value == _OPEN:
            name, _ = QFileDialog.getOpenFileName(self, tr("Which key?"), str(self._folder), KEY_FILES)
        else:
            offered = str(self._folder / tr("Key of pseudonyms{key_ending}", key_ending=KEY_ENDING))
            name, _ = QFileDialog.getSaveFileName(self, tr("Where is the key to be kept?"), offered, KEY_FILES)
        if name:
            path = Path(name)
            self._set_path(path if path.suffix else path.with_suffix(KEY_ENDING))

    def _set_path(self, path: Path) -> None:
        self._path = path
        self._file.setText(str(path) if path != Path() else tr("No file is chosen yet."))


def hidden_line(object_name: str, name: str) -> QLineEdit:
    """A line for a passphrase, which isn't shown as it is typed."""
    line = QLineEdit()
    line.setObjectName(object_name)
    line.setAccessibleName(name)
    line.setPlaceholderText(name)
    line.setEchoMode(QLineEdit.EchoMode.Password)
    return line
