"""The filters over the memos: about what, of which kind, by whom, with which words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from qualcoder_lite.domain.memo import MemoKind, Subject
from qualcoder_lite.gui.widgets.choice_box import ChoiceBox
from qualcoder_lite.gui.widgets.clear_cross import ClearCross
from qualcoder_lite.gui.widgets.layouts import Flow
from qualcoder_lite.gui.words.memos import KIND_NAMES, SUBJECTS
from qualcoder_lite.service.memos.listed import MemoFilter
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Iterable

_NOTE = "note"
_EVERYBODY = ("", tr("By everybody"))


class MemoFilters(QWidget):
    """The choices in a row that goes on to a next line where the width runs out.

    Signals:
        changed: The person chose something else, or typed.
    """

    changed = Signal()

    def __init__(self) -> None:
        """Let every memo through; `offer` brings those who wrote any."""
        super().__init__()
        kinds = [(kind.value or _NOTE, words) for kind, words in KIND_NAMES.items()]
        self.kind = ChoiceBox(tr("Kind"), [("", tr("Every kind")), *kinds])
        self.kind.setObjectName("memos-kind")
        self.about = ChoiceBox(
            tr("About"), [("", tr("About anything")), *((each.value, words) for each, words in SUBJECTS.items())]
        )
        self.about.setObjectName("memos-about")
        self.coder = ChoiceBox(tr("Written by"), [_EVERYBODY])
        self.coder.setObjectName("memos-coder")
        self.words = QLineEdit()
        self.words.setObjectName("memos-words")
        self.words.setAccessibleName(tr("Find words in the memos"))
        self.words.setPlaceholderText(tr("Find words"))
        ClearCross(self.words)
        for box in (self.kind, self.about, self.coder):
            box.chosen.connect(self._on_changed)
        self.words.textChanged.connect(self._on_changed)
        self.setLayout(Flow(self.about, self.kind, self.coder, self.words, margins=(24, 10)))

    @property
    def which(self) -> MemoFilter:
        """What they let through."""
        kind = self.kind.value
        return MemoFilter(
            kinds=(MemoKind("" if kind == _NOTE else kind),) if kind else (),
            coders=(self.coder.value,) if self.coder.value else (),
            subjects=(Subject(self.about.value),) if self.about.value else (),
            words=self.words.text(),
        )

    def offer(self, coders: Iterable[str]) -> None:
        """Offer those who wrote memos, by name; who was chosen stays so as far as they are still there."""
        self.coder.set_choices([_EVERYBODY, *((name, name) for name in coders)], value=self.coder.value)

    def clear(self) -> None:
        """Let every memo through again."""
        self.blockSignals(True)
        for box in (self.kind, self.about, self.coder):
            box.set_value("")
        self.words.clear()
        self.blockSignals(False)
        self.changed.emit()

    def find(self, words: str) -> None:
        """Look for words."""
        self.words.setText(words)

    def focus_words(self) -> None:
        """Be ready for words."""
        self.words.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.words.selectAll()

    def _on_changed(self, _value: str) -> None:
        self.changed.emit()
