"""How the coder likes to read, put on the page; remembered for each by name, for computers that several share."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from qualcoder_lite.gui import theme
from qualcoder_lite.gui.reading.reading_settings import ReadingSettings

if TYPE_CHECKING:
    from qualcoder_lite.gui.pages.code.desk import Desk
    from qualcoder_lite.gui.project.workspace import Workspace

_READING = "reading"


class Reading(QObject):
    """Reads and keeps the coder's choices, and puts them on the desk.

    Signals:
        left: The coder is done with choosing.
    """

    left = Signal()

    def __init__(self, workspace: Workspace, desk: Desk, parent: QObject) -> None:
        """Follow who codes."""
        super().__init__(parent)
        self._workspace, self._desk = workspace, desk
        self._coder = workspace.coder
        self.chosen = self._kept()
        self._put_on()
        workspace.coder_changed.connect(self._on_coder_changed)
        theme.current().changed.connect(self._on_theme_changed)

    def choose(self, chosen: ReadingSettings) -> None:
        """Keep what the coder chose, and show it."""
        if chosen == self.chosen:
            return
        self.chosen = chosen
        self._workspace.settings.set_of_person(self._coder, _READING, chosen.written())
        self._put_on()
        self._tint()

    def ask(self) -> None:
        """Let the coder choose, beside the text that shows what is chosen."""
        from qualcoder_lite.gui.dialogs.reading import ReadingDialog

        window = self._desk.window()
        dialog = ReadingDialog(self.chosen, window)
        dialog.changed.connect(self.choose)
        frame = window.frameGeometry()
        dialog.move(frame.right() - dialog.width() - 16, max(0, frame.top() + 60))
        dialog.exec()
        dialog.deleteLater()
        self.left.emit()

    def _kept(self) -> ReadingSettings:
        return ReadingSettings.read(self._workspace.settings.of_person(self._coder, _READING))

    def _put_on(self) -> None:
        self._desk.view.set_reading(self.chosen)
        self._desk.set_plain(plain=self.chosen.plain)

    def _tint(self) -> None:
        """Give the page the coder's colour; the usual one again after somebody else's."""
        settings = self._workspace.settings
        usual = settings.usual_tint or settings.tint
        settings.usual_tint = usual if self.chosen.tint else ""
        tint = self.chosen.tint or usual
        if tint != settings.tint:
            settings.tint = tint
            theme.current().choose(mode=settings.mode, text=settings.text_scale, tint=tint)

    def _on_coder_changed(self, coder: str) -> None:
        if coder != self._coder:
            self._coder = coder
            self.chosen = self._kept()
            self._put_on()
            self._tint()

    def _on_theme_changed(self) -> None:
        """A colour that was chosen on Settings meanwhile is the coder's now."""
        tint = self._workspace.settings.tint
        if self.chosen.tint and self.chosen.tint != tint:
            self.choose(replace(self.chosen, tint=tint))
