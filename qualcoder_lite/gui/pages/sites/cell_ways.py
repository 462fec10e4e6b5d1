"""What leads on from the chosen cell: memos as evidence, its history, what is done to a feature of one's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from qualcoder_lite.domain.memo import About
from qualcoder_lite.gui.dialogs.ask_name import ask_name
from qualcoder_lite.gui.pages.sites.questions import another_name
from qualcoder_lite.service.memos.listed import MemoFilter

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from qualcoder_lite.domain.codebook import RegisterFeature
    from qualcoder_lite.domain.people import Site
    from qualcoder_lite.gui.pages.sites.recorder import Recorder
    from qualcoder_lite.gui.project.workspace import Workspace
    from qualcoder_lite.service.memos.listed import ListedMemo


class CellWays(QObject):
    """Knows which cell is chosen, and leads on from it."""

    def __init__(self, workspace: Workspace, recorder: Recorder, page: QWidget) -> None:
        """No cell is chosen yet."""
        super().__init__(page)
        self._workspace, self._recorder, self._page = workspace, recorder, page
        self._site: Site | None = None
        self._feature: RegisterFeature | None = None

    def go_to(self, site: Site, feature: RegisterFeature) -> list[ListedMemo]:
        """Be about another cell; the memos that are evidence for it."""
        self._site, self._feature = site, feature
        about = About(site=site.id, feature=feature.id)
        memos = self._workspace.project.memos.all(MemoFilter(about=feature.id))
        return [each for each in memos if each.memo.about == about]

    def write_memo(self) -> None:
        """Write a memo that is evidence for the cell."""
        from qualcoder_lite.gui.memos.writer import write_memo

        if self._site is not None and self._feature is not None:
            about = About(site=self._site.id, feature=self._feature.id)
            write_memo(self._workspace, about, self._page.window())

    def show_history(self) -> None:
        """Show how the cell came to be what it is."""
        from qualcoder_lite.gui.pages.sites.cell_history import CellHistoryDialog

        if self._site is None or self._feature is None:
            return
        changes = self._workspace.project.sites.history(self._site.id, self._feature.id)
        dialog = CellHistoryDialog(f"{self._feature.name}, {self._site.name}", changes, self._page.window())
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def rename_feature(self) -> None:
        """Ask what a feature of one's own is to be called, and what it means."""
        feature = self._feature
        if feature is None:
            return

        def rename(name: str, definition: str) -> str:
            return self._recorder.rename_feature(feature.id, name, definition)

        ask_name(another_name(feature), rename, self._page.window())

    def remove_feature(self) -> None:
        """Take a feature of one's own out; Undo brings it back."""
        if self._feature is not None:
            self._recorder.remove_feature(self._feature.id, self._feature.name)
