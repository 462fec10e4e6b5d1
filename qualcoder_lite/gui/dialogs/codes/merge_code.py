"""“Which code takes its place?”: one code into another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit

from qualcoder_lite.gui.dialogs.form import FormDialog, asked, carry_out
from qualcoder_lite.gui.widgets.card import Card
from qualcoder_lite.gui.widgets.choice_box import ChoiceBox
from qualcoder_lite.gui.widgets.labels import Icon, Label
from qualcoder_lite.gui.widgets.layouts import Row
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtWidgets import QWidget

    from qualcoder_lite.domain.changes import Changes
    from qualcoder_lite.domain.codebook import Code
    from qualcoder_lite.gui.project.workspace import Workspace


class MergeDialog(FormDialog):
    """Asks for the code that stays, and why the two are one."""

    def __init__(self, workspace: Workspace, code: Code, parent: QWidget | None) -> None:
        """Offer every other code that is in use."""
        intro = tr(
            "Everything coded “{code}” is coded with the other code from now on, with its memos and decisions. "
            "The name “{code}” still finds it. You can undo this.",
            code=code.name,
        )
        super().__init__(
            workspace,
            "merge-code",
            tr("Which code takes the place of {code}?", code=code.name),
            intro,
            do=tr("Merge"),
            parent=parent,
        )
        self._code = code
        self.warning = Label(self._lost(), wrap=True)
        self.warning.setObjectName("merge-warning")
        warned = Card(Row(Icon("info"), (self.warning, 1), gap=10, margins=(12, 10)), kind="note")
        warned.setVisible(bool(self.warning.text()))
        self.setAccessibleDescription(f"{intro} {self.warning.text()}".strip())
        self.into = ChoiceBox(tr("The code that stays"), [("", tr("Choose a code …")), *self._others()])
        self.into.setObjectName("merge-into")
        self.into.chosen.connect(lambda _code: self._show_meaning())
        self.meaning = Label("", "small", tone="muted", wrap=True)
        self.why = QLineEdit()
        self.why.setObjectName("merge-why")
        self.why.setAccessibleName(tr("Why they are one"))
        self.needed = (self.why,)
        self.fill(
            warned,
            asked(tr("The code that stays"), self.into),
            self.meaning,
            asked(tr("Why are they one?"), self.why, tr("One line. The codebook’s history keeps it.")),
            first=self.into,
        )
        self._show_meaning()

    def _lost(self) -> str:
        """What is said of published marks at the code, which stay with it; empty where there are none."""
        marks = self.workspace.project.codes.published_marks(self._code.id)
        if not marks:
            return ""
        return tr(
            "For “{code}”, {marks}. These marks don’t go to the "
            "other code: after merging, Findings and reports set nothing beside them. Undo brings them back.",
            code=self._code.name,
            marks=tr(", and ").join(each.in_words() for each in marks),
        )

    def _others(self) -> list[tuple[str, str]]:
        counts = self.workspace.project.codes.counts()
        return [
            (each.id, f"{each.name} ({group.name}, {counts.get(each.id, 0)})")
            for book in self.workspace.project.codebooks.all()
            for group in book.groups
            for each in group.codes
            if each.id != self._code.id and not each.retired
        ]

    def _show_meaning(self) -> None:
        codes = {each.id: each for book in self.workspace.project.codebooks.all() for each in book.codes}
        chosen = codes.get(self.into.value)
        self.meaning.setText(chosen.definition if chosen else "")
        self.meaning.setVisible(bool(chosen and chosen.definition))
        self.do.setEnabled(chosen is not None)

    def do_it(self) -> Changes:
        """Merge."""
        return self.workspace.project.codes.merge(
            [self._code.id], self.into.value, why=self.why.text(), coder=self.workspace.coder
        )


def merge_code(workspace: Workspace, code: Code, parent: QWidget, by: QObject | None = None) -> str:
    """Ask which code takes another's place until it is merged; the id of the one that stays, or nothing."""
    dialog = MergeDialog(workspace, code, parent)
    return dialog.into.value if carry_out(dialog, lambda: tr("“{code}” is merged.", code=code.name), by) else ""
