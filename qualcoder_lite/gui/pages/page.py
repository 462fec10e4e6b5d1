"""What all pages have in common: they look at the project when they are shown, and again after it changed.

A page is made once and lives as long as the window. It reads in `refresh`, never in its constructor, changes the
project only through `workspace.act`, and holds no rule of its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from qualcoder_lite.domain.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QAction, QShowEvent

    from qualcoder_lite.domain.changes import Changes
    from qualcoder_lite.gui.project.workspace import Visit, Workspace


class Page(QWidget):
    """A page of the window.

    Attributes:
        value: The page's handle, as the rail and `Visit` name it.
        word: Its name on the rail.
        nouns: The nouns of `Changes` that make it look again; empty for every one.
        needs_project: Whether it has nothing to show without a project.

    Signals:
        menu_changed: `actions_for_menu` gives other actions now.
    """

    menu_changed = Signal()

    value: ClassVar[str]
    word: ClassVar[str]
    nouns: ClassVar[frozenset[str]] = frozenset()
    needs_project: ClassVar[bool] = True

    def __init__(self, workspace: Workspace) -> None:
        """Build the page's widgets in the subclass, then they are filled by `refresh` when the page is first shown."""
        super().__init__()
        self.workspace = workspace
        self.setObjectName(f"page-{self.value}")
        self.setAccessibleName(self.word)
        self._stale = True
        workspace.changed.connect(self._on_project_changed)
        workspace.opened.connect(self.mark_stale)
        workspace.sight_changed.connect(self.mark_stale)

    # For subclasses

    def refresh(self) -> None:
        """Show the project as it is now. Called when the page is shown and something changed since it last was."""
        raise NotImplementedError

    def receive(self, visit: Visit) -> None:
        """Show what another page asked for; the page is shown and fresh already."""

    def come_back(self) -> None:
        """Take up what was looked at when the person went elsewhere from here; the page is shown and fresh already."""

    def preparations(self) -> Sequence[Callable[[], object]]:
        """Short steps that are done ahead, while nobody asks for anything: for a page that takes long to come to."""
        return ()

    def panes(self) -> Sequence[QWidget]:
        """The widgets that F6 goes round, in order; the first takes the focus when the page is come to by keyboard."""
        return ()

    def actions_for_menu(self) -> Sequence[QAction]:
        """What can be done on this page, for the menu that bears its name. They are enabled while it is shown."""
        return ()

    def leave(self) -> None:
        """Keep what was typed: the page is about to be hidden, or its project closed."""

    def say(self, sentence: str, can_undo: bool) -> bool:  # noqa: ARG002 - for subclasses
        """Show on the page itself what was done; False leaves that to the window's message over the page's foot."""
        return False

    def explain_focus(self) -> bool:
        """Say in a better way than a hint can what has the focus; False leaves that to the help of every control."""
        return False

    # Keeping up

    def mark_stale(self) -> None:
        """Look again before being shown next; at once if shown now."""
        self._stale = True
        self.look_again_if_stale()

    def look_again_if_stale(self) -> None:
        """Refresh if something changed since the last time and there is something to look at."""
        if self._stale and self.isVisible() and (self.workspace.is_open or not self.needs_project):
            self._stale = False
            try:
                self.refresh()
            except UserError as fault:  # the page stays as it was, and looks again when it is shown next
                self._stale = True
                self.workspace.failed.emit(str(fault))

    def look_ahead(self) -> None:
        """Refresh before anybody comes here; one of the `preparations`. What stands in the way is told when they do."""
        if self._stale and not self.isVisible() and self.workspace.is_open:
            try:
                self.refresh()
            except UserError:
                return
            self._stale = False

    def _on_project_changed(self, changes: Changes, by: object) -> None:
        if by is self:
            return
        if not self.nouns or any(changes.of(noun) for noun in self.nouns):
            self.mark_stale()

    def showEvent(self, event: QShowEvent) -> None:
        """Be up to date when seen."""
        super().showEvent(event)
        self.look_again_if_stale()
