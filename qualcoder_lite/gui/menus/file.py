"""The menu File: projects and what comes into and leaves them. Its dialogs are loaded when they are asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu

from qualcoder_lite.gui.menus.recent import RecentMenu
from qualcoder_lite.gui.project import files
from qualcoder_lite.gui.widgets.actions import action, fill
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from qualcoder_lite.gui.project.workspace import Workspace


class FileMenu(QMenu):
    """Asks the window for other projects; what is done with the open one it does itself, over the window.

    Signals:
        new_wanted: The person wants a new project.
        open_wanted: They want to choose a project.
        project_wanted: They want this one: its path.
        demonstration_wanted: They want the demonstration.
        close_wanted: They want the project closed.
        quit_wanted: They want to go.
    """

    new_wanted = Signal()
    open_wanted = Signal()
    project_wanted = Signal(str)
    demonstration_wanted = Signal()
    close_wanted = Signal()
    quit_wanted = Signal()

    def __init__(self, window: QWidget, workspace: Workspace) -> None:
        """Offer what there is; `show_open` then says what can be done."""
        super().__init__(tr("&File"), window)
        self._window, self._workspace = window, workspace
        self._recent = RecentMenu(self)
        self._recent.project_chosen.connect(self.project_wanted)
        key = QKeySequence.StandardKey
        into = [
            action(tr("&Import transcripts …"), self.import_transcripts, "Ctrl+I", parent=self),
            action(tr("&Back up to a file …"), self._back_up, parent=self),
        ]
        copies = [
            action(tr("Bring copies &together …"), self.bring_together, parent=self),
            action(tr("Look for the sa&me name twice …"), self.ask_same_names, parent=self),
            action(tr("Make a copy for a cod&er …"), self.cut_copy, parent=self),
        ]
        word = [
            action(tr("Make a re&port …"), self._make_report, parent=self),
            action(tr("Take comments bac&k from Word …"), self._take_comments_back, parent=self),
        ]
        close = action(tr("&Close project"), self.close_wanted.emit, "Ctrl+W", "Ctrl+F4", parent=self)
        self._details = action(tr("Pro&ject details …"), self.ask_details, parent=self)
        self._need_project = [*into, self._details, *copies, *word, close]
        fill(
            self,
            [
                action(tr("&New project …"), self.new_wanted.emit, key.New, parent=self),
                action(tr("&Open project …"), self.open_wanted.emit, key.Open, parent=self),
                self._recent,
                action(tr("Open the &demonstration"), self.demonstration_wanted.emit, parent=self),
                None,
                *into,
                self._details,
                None,
                *copies,
                None,
                *word,
                None,
                close,
                action(tr("&Quit"), self.quit_wanted.emit, key.Quit, "Ctrl+Q", parent=self),
            ],
        )

    def show_open(self) -> None:
        """Offer what can be done now, with a project open or none, and the projects opened lately."""
        for needing in self._need_project:
            needing.setEnabled(self._workspace.is_open)
        self._recent.show_projects(self._workspace.settings.recent)

    def import_transcripts(self, files: list[Path] | None = None) -> None:
        """Import these transcripts, or those that the person chooses."""
        from qualcoder_lite.gui.dialogs.import_transcripts import import_transcripts

        import_transcripts(self._window, self._workspace, files or [])

    def ask_details(self) -> None:
        """Ask what the project says of itself."""
        from qualcoder_lite.gui.dialogs.project_details import ask_project_details

        ask_project_details(self._window, self._workspace)

    def bring_together(self) -> None:
        """Bring copies of the project together."""
        from qualcoder_lite.gui.dialogs.bring_together import bring_together

        bring_together(self._window, self._workspace, [])

    def ask_same_names(self) -> None:
        """Ask of each two that have one name whether both are one."""
        from qualcoder_lite.gui.dialogs.same_names import ask_same_names

        ask_same_names(self._window, self._workspace)

    def cut_copy(self) -> None:
        """Make a copy of the project for a coder."""
        from qualcoder_lite.gui.dialogs.cut_copy import cut_copy

        cut_copy(self._window, self._workspace)

    def _back_up(self) -> None:
        files.back_up(self._window, self._workspace)

    def _make_report(self) -> None:
        from qualcoder_lite.gui.project.workspace import Visit

        self._workspace.visit(Visit(page="export", making="report", kind="site"))

    def _take_comments_back(self) -> None:
        from qualcoder_lite.gui.dialogs.comments_back import take_comments_back

        take_comments_back(self._window, self._workspace)
