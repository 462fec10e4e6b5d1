"""What a code means, on demand: the question it answers, what it covers, when to use it and when not, an example."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QWidget

from qualcoder_lite.gui.theme import current
from qualcoder_lite.gui.widgets.announce import announce
from qualcoder_lite.gui.widgets.buttons import Button, IconButton
from qualcoder_lite.gui.widgets.card import Card
from qualcoder_lite.gui.widgets.key_cap import GroupCap
from qualcoder_lite.gui.widgets.labels import Label
from qualcoder_lite.gui.widgets.layouts import Column, Row, empty
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from qualcoder_lite.domain.codebook import Code, CodeGroup


class CodeMeaning(Card):
    """A box that explains one code at a time.

    Signals:
        closed: The person has read enough.
        codebook_wanted: The person wants to change the code (its id) in the codebook.
    """

    closed = Signal()
    codebook_wanted = Signal(str)

    def __init__(self) -> None:
        """Explain nothing yet."""
        super().__init__(kind="foot")
        self.setObjectName("meaning")
        self._name = Label("", "heading", wrap=True)
        self._question = Label("", "strong", wrap=True)
        self._parts = [
            (Label(title, "small_strong"), Label("", "small", wrap=True))
            for title in (tr("What it covers"), tr("When to use it"), tr("When not"), tr("For example"))
        ]
        self.close_button = IconButton(tr("Close what the code means"), "close", hint=tr("Esc"), size=28)
        self.close_button.setObjectName("meaning-close")
        self.close_button.clicked.connect(self.closed)
        inside = QWidget()
        inside.setProperty("clear", True)
        words = [label for pair in self._parts for label in pair]
        self.change = Button(tr("Change it in the codebook"), kind="link")
        self.change.setObjectName("meaning-change")
        self.change.clicked.connect(lambda: self.codebook_wanted.emit(self.code))
        change = Row(self.change, None)
        self._choices = Column(gap=6)
        inside.setLayout(Column(self._question, self._choices, *words, change, None, gap=4, margins=(0, 0, 8, 8)))
        self._area = QScrollArea()
        self._area.setObjectName("meaning-words")
        self._area.setAccessibleName(tr("What the code means"))
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(inside)
        self.setLayout(Column(Row((self._name, 1), self.close_button), (self._area, 1), gap=4, margins=(16, 10, 8, 4)))
        self.code = ""
        self._told: Code | None = None
        current().changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def explain(self, code: Code, keys: str) -> None:
        """Explain a code."""
        if code == self._told:
            return
        self.code, self._told = code.id, code
        self._clear_choices()
        self._name.setText(f"{code.name}  {keys}" if keys else code.name)
        self._question.setText(code.question)
        self._question.setVisible(bool(code.question))
        said = (code.definition, code.when_to_use, code.when_not_to_use, code.example)
        for (title, words), text in zip(self._parts, said, strict=True):
            words.setText(text)
            title.setVisible(bool(text))
            words.setVisible(bool(text))
        self.change.setVisible(True)
        self._area.verticalScrollBar().setValue(0)
        self.setAccessibleName(tr("What {code} means", code=code.name))
        self.setAccessibleDescription(" ".join((code.question, *said)))
        announce(self, f"{code.name}. {code.question} {code.definition}")

    @property
    def tells_of_group(self) -> bool:
        """Whether a group's codes are told, to choose among."""
        return not self.code

    def explain_group(self, group: CodeGroup) -> None:
        """Tell the codes of a group, each with its letter and its question, for who is about to choose one."""
        self.code, self._told = "", None
        self._clear_choices()
        self._name.setText(group.name)
        self._question.setText(group.description)
        self._question.setVisible(bool(group.description))
        for label in (label for pair in self._parts for label in pair):
            label.hide()
        self.change.hide()
        for code in group.codes:
            words = Label(code.question or code.definition, "small", wrap=True)
            named = Column(Label(code.name, "small_strong", wrap=True), words, gap=0)
            self._choices.put(Row(GroupCap(code.key or "–", group.colour), (named, 1), gap=10))
        self._area.verticalScrollBar().setValue(0)
        self.setAccessibleName(tr("The codes of {group}", group=group.name))
        told = " ".join(f"{code.key}: {code.name}. {code.question}" for code in group.codes)
        self.setAccessibleDescription(f"{group.description} {told}")

    def _clear_choices(self) -> None:
        empty(self._choices)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Escape close it."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _on_theme_changed(self) -> None:
        self.setMinimumHeight(current().look.px(150))
