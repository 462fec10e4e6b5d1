"""The menu Help: keys, what to do when something went wrong, and what program this is."""

from __future__ import annotations

from PySide6.QtWidgets import QMenu, QWidget

from qualcoder_lite.gui.menus import action, fill


class HelpMenu(QMenu):
    """Opens one dialog or another over the window."""

    def __init__(self, window: QWidget) -> None:
        """Offer what there is."""
        super().__init__("&Help", window)
        self._window = window
        fill(
            self,
            [
                action("&Keys", self._show_keys, "F1", parent=self),
                None,
                action("&Report a problem …", self._report, parent=self),
                action("&About QualCoder Lite", self._show_about, parent=self),
            ],
        )

    def _show_keys(self) -> None:
        from qualcoder_lite.gui.dialogs.keys import show_keys

        show_keys(self._window)

    def _report(self) -> None:
        from qualcoder_lite.gui.dialogs.report_problem import show_report

        show_report(self._window)

    def _show_about(self) -> None:
        from qualcoder_lite.gui.dialogs.about import show_about

        show_about(self._window)
