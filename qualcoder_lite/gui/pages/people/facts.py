"""The facts that a study records of its own, as boxes of the kind that fits each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from qualcoder_lite.domain.attributes import AttributeType
from qualcoder_lite.gui.pages.people.words import NOT_SAID
from qualcoder_lite.gui.widgets.choice_box import ChoiceBox
from qualcoder_lite.gui.widgets.fields import LineField
from qualcoder_lite.gui.widgets.labels import Label
from qualcoder_lite.gui.widgets.layouts import Column, Row
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from qualcoder_lite.domain.attributes import AttributeKind

_HINTS = {AttributeType.NUMBER: tr("A number"), AttributeType.DATE: tr("Such as 3/5/2024")}
_WIDE = 108


class Fact(Label):
    """What stands before a box, so wide that all boxes stand in one line."""

    def __init__(self, words: str) -> None:
        """Say what the box holds."""
        super().__init__(words, "small", tone="muted", wrap=True)

    def restyle(self) -> None:
        """Be as wide as its neighbours."""
        self.setFixedWidth(self.look.px(_WIDE))
        super().restyle()


class Facts(QWidget):
    """A box for each fact.

    Signals:
        written: The person wrote or chose something else.
        left: The person wants to go back to the table.
    """

    written = Signal()
    left = Signal()

    def __init__(self) -> None:
        """Hold no facts yet."""
        super().__init__()
        self._kinds: tuple[AttributeKind, ...] = ()
        self._boxes: dict[str, LineField | ChoiceBox] = {}
        self._holder = QWidget()
        self.setLayout(Column(self._holder))

    def show_facts(self, kinds: Sequence[AttributeKind], values: Mapping[str, str]) -> None:
        """Show what is recorded of somebody."""
        if tuple(kinds) != self._kinds:
            self._build(tuple(kinds))
        for name, box in self._boxes.items():
            value = values.get(name, "")
            if isinstance(box, LineField):
                box.show_words(value)
            else:
                kind = next(kind for kind in self._kinds if kind.name == name)
                offered = _choices(kind)
                other = [(value, value)] if value and value not in offered else []
                box.set_choices([("", NOT_SAID), *((each, each) for each in offered), *other], value=value)

    def values(self) -> dict[str, str]:
        """What stands in the boxes, by fact."""
        return {name: box.words if isinstance(box, LineField) else box.value for name, box in self._boxes.items()}

    def boxes(self) -> list[QWidget]:
        """The boxes, as they stand."""
        return list(self._boxes.values())

    def set_read_only(self, read_only: bool) -> None:
        """Only show, where nothing can be changed."""
        for box in self._boxes.values():
            if isinstance(box, LineField):
                box.setReadOnly(read_only)
            else:
                box.setEnabled(not read_only)

    def forget(self) -> None:
        """Let go of what was typed."""
        for box in self._boxes.values():
            if isinstance(box, LineField):
                box.forget()

    def _build(self, kinds: tuple[AttributeKind, ...]) -> None:
        self._kinds = kinds
        self._boxes = {kind.name: self._box(kind, number) for number, kind in enumerate(kinds)}
        rows = [Row(Fact(name), (box, 1)) for name, box in self._boxes.items()]
        self._holder = swapped(self, self._holder, *rows)

    def _box(self, kind: AttributeKind, number: int) -> LineField | ChoiceBox:
        if _choices(kind):
            choice = ChoiceBox(kind.name, ())
            choice.setObjectName(f"people-fact-{number}")
            choice.chosen.connect(lambda _value: self.written.emit())
            return choice
        line = LineField(kind.name, f"people-fact-{number}", hint=_HINTS.get(kind.type, ""))
        line.written.connect(self.written)
        line.left.connect(self.left)
        return line


def swapped(parent: QWidget, old: QWidget, *lines: QWidget | Row) -> QWidget:
    """Put a column of lines in the place of what stood in a widget's layout; the column."""
    new = QWidget()
    new.setLayout(Column(*lines, gap=6))
    if (layout := parent.layout()) is not None:
        layout.replaceWidget(old, new)
    old.hide()
    old.deleteLater()
    new.show()
    return new


def _choices(kind: AttributeKind) -> tuple[str, ...]:
    return ("yes", "no") if kind.type is AttributeType.YES_NO else kind.choices
