"""What the window says of itself: what was done and what went wrong, how far work is, and what it is not sure of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from qualcoder_lite.gui.widgets.toast import Toast
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from qualcoder_lite.domain.changes import Changes
    from qualcoder_lite.gui.project.workspace import Doubt, Workspace
    from qualcoder_lite.gui.window.page_stack import PageStack
    from qualcoder_lite.gui.work.tasks import Task


class Sayings(QObject):
    """Says over the foot of the pages what the workspace tells, where the page that is shown doesn't say it itself."""

    def __init__(self, workspace: Workspace, pages: PageStack, window: QWidget) -> None:
        """Say nothing yet."""
        super().__init__(window)
        self._window, self._pages = window, pages
        self._warning = False
        self.toast = Toast(pages)
        self.toast.setObjectName("toast")
        # Methods of this object, not functions made here: such connections keep a closed window alive.
        self.toast.action_chosen.connect(workspace.undo)
        workspace.changed.connect(self._on_changed)
        workspace.failed.connect(self.warn)
        workspace.done.connect(self._on_done)
        workspace.doubted.connect(self.ask)
        workspace.tasks.started.connect(self._on_task_started)

    def warn(self, sentence: str) -> None:
        """Show what went wrong, until it is closed or something is done."""
        self._warning = True
        self.toast.say(sentence, icon="warning", urgent=True)

    def put_away(self) -> None:
        """Show nothing of it any more, not even what went wrong."""
        self._warning = False
        self.toast.hide()

    def put_away_what_was_done(self) -> None:
        """Another page is shown, on which it means nothing; what went wrong stays."""
        if not self._warning:
            self.toast.hide()

    def ask(self, doubt: Doubt) -> None:
        """Ask a person what the workspace is not sure of."""
        from qualcoder_lite.gui.widgets.question import ask

        doubt.answer = ask(self._window, doubt.question, doubt.detail, do=doubt.do, leave=doubt.leave)

    def _on_done(self, sentence: str, can_undo: bool) -> None:
        self.put_away()
        if self._pages.page is None or not self._pages.page.say(sentence, can_undo):
            self.toast.say(sentence, action=tr("Undo") if can_undo else "")

    def _on_changed(self, _changes: Changes, _by: object) -> None:
        if self._warning:  # something was done since: it is out of date
            self.put_away()

    def _on_task_started(self, task: Task) -> None:
        from qualcoder_lite.gui.dialogs.progress import ProgressStrip

        ProgressStrip(self._pages, task)
