"""The memos about one thing, on whatever page shows the thing: to be read, and a button to write one more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from qualcoder_lite.gui.memos.writer import memo_card, memos_about, write_memo
from qualcoder_lite.gui.widgets.buttons import Button
from qualcoder_lite.gui.widgets.labels import Label
from qualcoder_lite.gui.widgets.layouts import Column, Row, empty
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from qualcoder_lite.domain.changes import Changes
    from qualcoder_lite.domain.memo import About
    from qualcoder_lite.gui.project.workspace import Workspace

_SHOWN = 6


class MemosAbout(QWidget):
    """A heading, the latest memos, a button. It follows the project by itself: `show_about` says what it is about."""

    def __init__(self, workspace: Workspace) -> None:
        """Be about nothing yet."""
        super().__init__()
        self.setObjectName("memos-about")
        self._workspace = workspace
        self._about: About | None = None
        self.write = Button(tr("Write a memo …"), icon="memo")
        self.write.setObjectName("memos-about-write")
        self.write.clicked.connect(self._on_write)
        self._cards = Column(gap=8)
        self.setLayout(Column(Row(Label(tr("Memos"), "heading"), None, self.write), self._cards, gap=8))
        workspace.changed.connect(self._on_project_changed)

    def show_about(self, about: About | None) -> None:
        """Show the memos about something; None shows none."""
        self._about = about
        empty(self._cards)
        self.write.setEnabled(about is not None and not self._workspace.project.read_only)
        found = memos_about(self._workspace, about) if about is not None else []
        for each in found[:_SHOWN]:
            self._cards.put(memo_card(each))
        if not found:
            self._cards.put(Label(tr("None yet."), "small", tone="muted"))
        elif len(found) > _SHOWN:
            self._cards.put(
                Label(tr("The page Memos has {more} more.", more=len(found) - _SHOWN), "small", tone="muted", wrap=True)
            )

    def _on_write(self) -> None:
        if self._about is not None:
            write_memo(self._workspace, self._about, self.window())

    def _on_project_changed(self, changes: Changes, _by: object) -> None:
        if self._about is not None and self._workspace.is_open and changes.of("memo"):
            self.show_about(self._about)
