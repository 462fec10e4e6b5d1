"""A name that is known already, or a new one: a list with "A new site …" at its end, and a field for the new name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from qualcoder_lite.domain.names import folded
from qualcoder_lite.gui.widgets.buttons import Button
from qualcoder_lite.gui.widgets.choice_box import ChoiceBox
from qualcoder_lite.gui.widgets.labels import Label
from qualcoder_lite.gui.widgets.layouts import Column, Row
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Iterable

_NEW = "\x1fnew"  # no name begins so


class NameField(QWidget):
    """One name, or none.

    Signals:
        chosen: The person chose or wrote this name; empty for none.
        for_all: The person wants the name for all files.
    """

    chosen = Signal(str)
    for_all = Signal(str)

    def __init__(
        self,
        handle: str,
        title: str,
        *,
        new: str,
        shared: bool = False,
        none: str = tr("Not said"),
        asks: str = tr("Its name"),
    ) -> None:
        """`new` is the choice that opens the field; `shared` offers the name for all files.

        `none` stands for no name, `asks` in the field for a new one.
        """
        super().__init__()
        self._known: list[str] = []
        self._new, self._none = new, none
        self.box = ChoiceBox(title, [])
        self.box.setObjectName(f"import-{handle}")
        self.box.always = _NEW
        self.box.chosen.connect(self._on_chosen)
        self.field = QLineEdit()
        self.field.setObjectName(f"import-new-{handle}")
        self.field.setAccessibleName(tr("{title}: name of the new one", title=title))
        self.field.setPlaceholderText(asks)
        self.field.textEdited.connect(lambda words: self.chosen.emit(words.strip()))
        self.all = Button(
            tr("Same for all files"), kind="link", name=tr("{title}: the same for all files", title=title)
        )
        self.all.setObjectName(f"import-same-{handle}")
        self.all.setVisible(shared)
        self.all.clicked.connect(lambda: self.for_all.emit(self.value))
        head = Label(title, "small_strong")
        head.setBuddy(self.box)
        self.setLayout(Column(head, self.box, self.field, Row(self.all, None), gap=4))
        self.offer((), "")

    @property
    def value(self) -> str:
        """The name; empty for none."""
        return self.field.text().strip() if self.box.value == _NEW else self.box.value

    def offer(self, names: Iterable[str], value: str) -> None:
        """Offer these names, and show this one chosen; one that isn't among them is a new name."""
        self._known = list(names)
        self.box.set_choices([("", self._none), *((name, name) for name in self._known), (_NEW, self._new)])
        known = {folded(name): name for name in self._known}
        if value and folded(value) not in known:
            self.box.set_value(_NEW)
            self.field.setText(value)
        else:
            self.box.set_value(known.get(folded(value), "") if value else "")
            self.field.clear()
        self._show_field()

    def _on_chosen(self, value: str) -> None:
        self._show_field()
        if value == _NEW:
            if self.box.sought:  # the name was looked for, and isn't among them
                self.field.setText(self.box.sought)
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.chosen.emit(self.value)

    def _show_field(self) -> None:
        self.field.setVisible(self.box.value == _NEW)
