"""Leaving a page: what was typed is kept, or the person says that they go on without it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from qualcoder_lite.gui.pages.page import Page
    from qualcoder_lite.gui.project.workspace import Workspace


def may_leave(page: Page | None, workspace: Workspace, window: QWidget) -> bool:
    """Let the page that is shown keep what was typed. Where that fails, the person says whether to go on without it."""
    trouble = _trouble_with_keeping(page, workspace) if page is not None else []
    if not trouble:
        return True
    from qualcoder_lite.gui.widgets.question import ask

    question = tr("Leave what you typed unsaved?")
    return ask(window, question, " ".join(dict.fromkeys(trouble)), do=tr("Leave it unsaved"), leave=tr("Stay here"))


def _trouble_with_keeping(page: Page, workspace: Workspace) -> list[str]:
    said: list[str] = []

    def note(sentence: str) -> None:
        said.append(sentence)

    workspace.failed.connect(note)
    try:
        page.leave()
    finally:
        workspace.failed.disconnect(note)
    return said
