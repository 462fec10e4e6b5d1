"""The view Together: which codes come together, and how often each is used, in the codings of one coder or settled."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from qualcoder_lite.gui.pages.findings.drawn_view import DrawnView
from qualcoder_lite.gui.pages.findings.saving import save_table
from qualcoder_lite.gui.pages.findings.together.asked import KINDS
from qualcoder_lite.gui.pages.findings.together.choices import TogetherChoices
from qualcoder_lite.gui.widgets.actions import action
from qualcoder_lite.gui.widgets.buttons import Button
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QAction


class TogetherView(DrawnView):
    """The use of codes."""

    value, word, handle = "findings-together", tr("Together"), "together"
    needs_codings = True
    choices: TogetherChoices

    def make_choices(self) -> TogetherChoices:
        """What is asked, and a button for the table beside those for the picture."""
        self.table = Button(tr("Save table …"), icon="export")
        self.table.setObjectName("together-save-table")
        self.table.clicked.connect(self._save_table)
        return TogetherChoices(self.words, self.save, self.table)

    def own_actions(self) -> Sequence[QAction]:
        """The two questions, by number, and the table."""
        questions = [
            action(f"&{n} {words}", partial(self.choices.choose, kind))
            for n, (kind, words) in enumerate(KINDS.items(), 1)
        ]
        return [*questions, action(tr("Save &table …"), self._save_table)]

    def enable(self, *, there: bool) -> None:
        """Let the table be saved too."""
        super().enable(there=there)
        self.table.setEnabled(there)

    def _save_table(self) -> None:
        if self.counted is not None:
            save_table(self, self.workspace, self.counted.of, self.counted.drawing.title)
