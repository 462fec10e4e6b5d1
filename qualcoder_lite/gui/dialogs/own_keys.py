"""“Your keys”: the single keys of coding, each in a box of one character, to be changed as a person likes.

A key that does something else already is refused with a sentence, and the box shows the old one again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QGridLayout, QLineEdit, QWidget

from qualcoder_lite.domain.errors import UserError
from qualcoder_lite.gui.program.own_keys import MEANS, Command, OwnKeys
from qualcoder_lite.gui.theme import current
from qualcoder_lite.gui.widgets.area import Area
from qualcoder_lite.gui.widgets.buttons import Button
from qualcoder_lite.gui.widgets.fitting import fit
from qualcoder_lite.gui.widgets.focus_ring import FocusRing
from qualcoder_lite.gui.widgets.labels import Label
from qualcoder_lite.gui.widgets.layouts import Column, Row
from qualcoder_lite.gui.widgets.status_line import StatusLine
from qualcoder_lite.gui.widgets.tick_box import TickBox
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QFocusEvent, QMouseEvent

    from qualcoder_lite.domain.codebook import Codebook, CodeGroup
    from qualcoder_lite.gui.program.settings import Settings

_WIDE = 620


class KeyBox(QLineEdit):
    """A box for one key: what is typed takes the place of what is there.

    Signals:
        typed: The person typed another key.
    """

    typed = Signal(str)

    def __init__(self, what: str, key: str) -> None:
        """Show the key of something."""
        super().__init__(key)
        self._key = key
        self.setMaxLength(2)  # a key held down, or the old one and the new: the last is meant
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setAccessibleName(tr("Key for {what}", what=what))
        self.textEdited.connect(self._on_edited)

    def show_key(self, key: str) -> None:
        """Show a key; only the box being typed into lights it up, ready to be typed over."""
        self._key = key
        self.setText(key)
        if self.hasFocus():
            self.selectAll()

    def _on_edited(self, words: str) -> None:
        typed = words[-1:].upper()
        if typed and typed != self._key.upper():
            self.typed.emit(typed)
        elif typed:
            self.show_key(self._key)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Let the next key take the place of the one there."""
        super().focusInEvent(event)
        self.selectAll()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """A box that was emptied shows its key again."""
        super().focusOutEvent(event)
        self.setText(self._key)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let the next key take the place of the one there, after a click too."""
        super().mouseReleaseEvent(event)
        self.selectAll()


class OwnKeysDialog(QDialog):
    """Every key that coding has, with a box to change it.

    Signals:
        changed: The person's keys are these now (`OwnKeys`).
    """

    changed = Signal(object)

    def __init__(
        self, books: Sequence[Codebook], own: OwnKeys, settings: Settings, parent: QWidget | None = None
    ) -> None:
        """Show a person's keys for a project's codebooks; `books` have the codebooks' own keys."""
        super().__init__(parent)
        self.setObjectName("own-keys")
        self.setWindowTitle(tr("Your keys"))
        self.setAccessibleName(tr("Your keys"))
        self._books, self._own, self._settings = books, own, settings
        self.boxes: dict[str, KeyBox] = {}
        self.status = StatusLine()
        self.status.setObjectName("own-keys-status")
        self.letters = TickBox(tr("Single keys do something while the text has the focus"), ticked=settings.letter_keys)
        self.letters.setObjectName("own-keys-letters")
        self.letters.clicked.connect(self._on_letters_clicked)
        self._usual = Button(tr("The usual keys again"), kind="quiet", icon="undo")
        self._usual.setObjectName("own-keys-usual")
        self._usual.clicked.connect(self._on_usual)
        close = Button(tr("Close"), kind="primary")
        close.setObjectName("own-keys-close")
        close.clicked.connect(self.accept)
        words = tr("Type another key into a box. Codes have two: their group’s, then their own. Kept for you alone.")
        inside = QWidget()
        inside.setLayout(Column(*self._parts(), None, gap=8, margins=(32, 4, 32, 8)))
        self._area = Area(inside)
        head = Column(
            Label(tr("Your keys"), "title"), Label(words, wrap=True), self.letters, gap=8, margins=(32, 24, 32, 8)
        )
        foot = Column(self.status, Row(self._usual, None, close), gap=8, margins=(32, 8, 32, 24))
        self.setLayout(Column(head, (self._area, 1), foot, gap=0))
        fit(self, self._area, _WIDE)
        FocusRing(self)
        next(iter(self.boxes.values())).setFocus()

    def _parts(self) -> list[QWidget]:
        made: list[QWidget] = [Label(tr("What you do"), "heading")]
        commands = [(each.value, MEANS[each], self._own.command(each), self._to_command(each)) for each in Command]
        made.append(self._table(commands))
        for own_book, book in zip(self._own.dressed(self._books), self._books, strict=True):
            for own_group, group in zip(own_book.groups, book.groups, strict=True):
                rows = [
                    (group.id, tr("{group}, the whole group", group=group.name), own_group.key, self._to_group(group))
                ]
                rows += [
                    (code.id, code.name, code.key, self._to_code(group, code.id))
                    for code in own_group.codes
                    if not code.retired
                ]
                made += [Label(group.name, "heading"), self._table(rows)]
        return made

    def _table(self, rows: Sequence[tuple[str, str, str, Callable[[str], OwnKeys]]]) -> QWidget:
        table, look = QWidget(), current().look
        grid = QGridLayout(table)
        grid.setContentsMargins(0, 0, 0, look.gap(8))
        grid.setHorizontalSpacing(look.gap(16))
        grid.setVerticalSpacing(look.gap(6))
        grid.setColumnStretch(1, 1)
        for row, (what, words, key, to) in enumerate(rows):
            box = KeyBox(words, key)
            box.setFixedWidth(look.px(44))
            box.typed.connect(lambda typed, to=to: self._on_typed(typed, to))
            self.boxes[what] = box
            grid.addWidget(box, row, 0)
            grid.addWidget(Label(words, wrap=True), row, 1)
        return table

    def _to_command(self, command: Command) -> Callable[[str], OwnKeys]:
        return lambda typed: self._own.with_command(command, typed, self._books)

    def _to_group(self, group: CodeGroup) -> Callable[[str], OwnKeys]:
        return lambda typed: self._own.with_group(group, typed, self._books)

    def _to_code(self, group: CodeGroup, code: str) -> Callable[[str], OwnKeys]:
        return lambda typed: self._own.with_code(group, code, typed)

    def _on_typed(self, typed: str, to: Callable[[str], OwnKeys]) -> None:
        try:
            self._own = to(typed)
        except UserError as fault:
            self.status.say(str(fault), icon="warning", urgent=True)
        else:
            self.status.say(tr("Changed to {typed}.", typed=typed))
            self.changed.emit(self._own)
        self._show()

    def _on_usual(self) -> None:
        self._own = OwnKeys()
        self._show()
        self.status.say(tr("All keys are the usual ones again."))
        self.changed.emit(self._own)

    def _on_letters_clicked(self, on: bool) -> None:
        self._settings.letter_keys = on
        self.status.say(
            tr("Single keys are on.") if on else tr("Single keys are off. The menu Code has keys with Ctrl.")
        )

    def _show(self) -> None:
        """Show every key as it is now."""
        keys = {command.value: self._own.command(command) for command in Command}
        for book in self._own.dressed(self._books):
            for group in book.groups:
                keys |= {group.id: group.key, **{code.id: code.key for code in group.codes}}
        for what, box in self.boxes.items():
            box.show_key(keys[what])
