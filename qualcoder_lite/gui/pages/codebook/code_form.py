"""What is said of a code, to be read and changed: its name, what it covers, when to use it, an example."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from qualcoder_lite.gui.dialogs.form import asked
from qualcoder_lite.gui.widgets.labels import Label
from qualcoder_lite.gui.widgets.layouts import Column, Row
from qualcoder_lite.gui.widgets.text_box import TextBox
from qualcoder_lite.service.codebook.edit import CodeEdit
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from qualcoder_lite.domain.codebook import Code

_TEXTS = (
    ("question", tr("Question"), tr("What one asks oneself while reading"), 1),
    ("definition", tr("What it covers"), "", 2),
    ("when_to_use", tr("When to use it"), "", 2),
    ("when_not_to_use", tr("When not to use it"), "", 2),
    ("example", tr("Example"), tr("Words that somebody might say"), 1),
)


class CodeForm(QWidget):
    """The boxes of one code.

    Signals:
        edited: Something was typed, so that there is or isn't something to save.
    """

    edited = Signal()

    def __init__(self) -> None:
        """Show no code yet."""
        super().__init__()
        self.setObjectName("code-form")
        self.code: Code | None = None
        self.name = _line(tr("Name"), "code-name")
        self.key = _line(tr("Key: one letter, unique in the group"), "code-key")
        self.key.setMaxLength(1)
        self.texts = {
            field: TextBox(title, f"code-{field}", hint=hint, least=least) for field, title, hint, least in _TEXTS
        }
        self.aliases = _line(tr("Other names, with semicolons between them"), "code-aliases")
        self.aliases.setPlaceholderText(tr("Other names; with semicolons between them"))
        self.source = Label("", "small", tone="muted", wrap=True)
        name, key = QWidget(), QWidget()
        name.setLayout(asked(tr("Name"), self.name))
        key.setLayout(asked(tr("Key"), self.key))
        boxes = [asked(title, self.texts[field]) for field, title, _, _ in _TEXTS]
        self.setLayout(
            Column(
                Row((name, 5), (key, 1), gap=12), *boxes, asked(tr("Other names"), self.aliases), self.source, gap=12
            )
        )
        for line in (self.name, self.key, self.aliases):
            line.textChanged.connect(self.edited)
        for box in self.texts.values():
            box.textChanged.connect(self.edited)

    def show_code(self, code: Code) -> None:
        """Show a code as it is now; whatever was typed is gone."""
        self.code = None  # while the boxes are filled there is nothing to save
        self.name.setText(code.name)
        self.key.setText(code.key)
        for field, box in self.texts.items():
            if box.toPlainText() != getattr(code, field):
                box.setPlainText(getattr(code, field))
        self.aliases.setText("; ".join(code.aliases))
        self.source.setText(tr("Source: {source}", source=code.source) if code.source else "")
        self.source.setVisible(bool(code.source))
        self.name.setCursorPosition(0)
        self.aliases.setCursorPosition(0)
        self.code = code
        self.edited.emit()

    @property
    def edit(self) -> CodeEdit:
        """What was typed that is different."""
        code = self.code
        if code is None:
            return CodeEdit()
        texts = {field: box.words for field, box in self.texts.items() if box.words != getattr(code, field).strip()}
        aliases = tuple(part.strip() for part in self.aliases.text().split(";") if part.strip())
        return CodeEdit(
            name=self.name.text().strip() if self.name.text().strip() != code.name else None,
            key=self.key.text().strip().upper() if self.key.text().strip().upper() != code.key else None,
            aliases=aliases if aliases != code.aliases else None,
            **texts,
        )

    @property
    def changed(self) -> bool:
        """Whether there is something to save."""
        return self.edit != CodeEdit()

    def set_read_only(self, read_only: bool) -> None:
        """Only show, where nothing can be changed."""
        for line in (self.name, self.key, self.aliases):
            line.setReadOnly(read_only)
        for box in self.texts.values():
            box.setReadOnly(read_only)


def _line(name: str, object_name: str) -> QLineEdit:
    made = QLineEdit()
    made.setObjectName(object_name)
    made.setAccessibleName(name)
    return made
