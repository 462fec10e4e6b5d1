"""F1 and Shift+F1 in dialogs, where the window's own keys don't reach."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QDialog

from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QWindow

_EQUIPPED = tr("hasHelp")


class HelpInDialogs(QObject):
    """Gives each dialog the keys of help when it comes to the front for the first time.

    No dialog has to think of it, and nothing is done until one is opened.
    """

    def __init__(self, parent: QObject, page: Callable[[], str]) -> None:
        """`page` gives the handle of the page that is shown."""
        super().__init__(parent)
        self._page = page
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.focusWindowChanged.connect(self._on_focus_window_changed)

    def _on_focus_window_changed(self, _window: QWindow | None) -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QDialog) and not dialog.property(_EQUIPPED):
            dialog.setProperty(_EQUIPPED, True)
            # Children of the dialog, so that they go with it; what they call are methods of this object.
            QShortcut(QKeySequence("F1"), dialog).activated.connect(self._show_guide)
            QShortcut(QKeySequence("Shift+F1"), dialog).activated.connect(self._explain)

    def _show_guide(self) -> None:
        from qualcoder_lite.gui.help.guide_window import GuideWindow
        from qualcoder_lite.gui.help.topics import topic_of_dialog

        dialog = QApplication.activeModalWidget()
        if dialog is None:
            return
        # A child of the dialog can be used while that is open; the window's own guide can't.
        guide = dialog.findChild(GuideWindow) or GuideWindow(dialog)
        guide.show_place(*topic_of_dialog(dialog.objectName(), self._page()))

    def _explain(self) -> None:
        from qualcoder_lite.gui.help.whats_this import explain_focus

        dialog = QApplication.activeModalWidget()
        if dialog is not None:
            explain_focus(dialog)
