"""The menu Help: the guide at what one is looking at, what a control is for, keys, and what program this is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu

from qualcoder_lite.gui.help.in_dialogs import HelpInDialogs
from qualcoder_lite.gui.widgets.actions import action, fill
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from qualcoder_lite.gui.help.guide_window import GuideWindow
    from qualcoder_lite.gui.pages.page import Page


class HelpMenu(QMenu):
    """Opens the guide beside the window, and dialogs over it. All of them are loaded when they are asked for."""

    def __init__(self, window: QWidget, shown_page: Callable[[], Page | None]) -> None:
        """Offer what there is; `shown_page` gives the page that is shown when it is asked."""
        super().__init__(tr("&Help"), window)
        self._window, self._shown_page = window, shown_page
        self._guide: GuideWindow | None = None
        HelpInDialogs(self, self._page_value)
        fill(
            self,
            [
                action(tr("&Guide to this page"), self._show_page_help, "F1", parent=self),
                action(tr("&First hour, and the whole guide"), self._show_guide, parent=self),
                action(tr("&What is this?"), self._explain_focus, "Shift+F1", parent=self),
                action(tr("&Point at something and ask"), self._explain_pointed, parent=self),
                action(tr("&Keys"), self._show_keys, "Ctrl+F1", parent=self),
                None,
                action(tr("&Report a problem …"), self._report, parent=self),
                action(tr("&About QualCoder Lite"), self._show_about, parent=self),
            ],
        )

    def _show_page_help(self) -> None:
        from qualcoder_lite.gui.help.topics import topic

        self._open_guide(*topic(self._page_value()))

    def _page_value(self) -> str:
        page = self._shown_page()
        return page.value if page is not None else "home"

    def _show_guide(self) -> None:
        self._open_guide("index")

    def _open_guide(self, chapter: str, anchor: str = "") -> None:
        from qualcoder_lite.gui.help.guide_window import GuideWindow

        if self._guide is None:
            self._guide = GuideWindow(self._window)
        self._guide.show_place(chapter, anchor)

    def _explain_focus(self) -> None:
        from qualcoder_lite.gui.help.whats_this import explain_focus

        page = self._shown_page()
        if page is None or not page.explain_focus():
            explain_focus(self._window)

    def _explain_pointed(self) -> None:
        from qualcoder_lite.gui.help.whats_this import explain_what_is_pointed_at

        explain_what_is_pointed_at(self._window)

    def _show_keys(self) -> None:
        from qualcoder_lite.gui.dialogs.keys import show_keys

        show_keys(self._window)

    def _report(self) -> None:
        from qualcoder_lite.gui.dialogs.report_problem import show_report

        show_report(self._window)

    def _show_about(self) -> None:
        from qualcoder_lite.gui.dialogs.about import show_about

        show_about(self._window)
