"""From the page Code to what lies beside coding: a new code, memos, the codebook, a code's quotes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QMenu

from qualcoder_lite.domain.memo import About
from qualcoder_lite.gui.project.workspace import Visit
from qualcoder_lite.gui.widgets.actions import action
from qualcoder_lite.service.scope import Scope
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QWidget

    from qualcoder_lite.gui.pages.code.desk import Desk
    from qualcoder_lite.gui.pages.code.session import CodingSession
    from qualcoder_lite.gui.project.workspace import Workspace


class Ways(QObject):
    """What can be done with the passage, the transcript or a code besides coding."""

    def __init__(self, workspace: Workspace, session: CodingSession, desk: Desk, page: QWidget) -> None:
        """Answer to the panel of codes."""
        super().__init__(page)
        self._workspace, self._session, self._desk, self._page = workspace, session, desk, page
        desk.panel.new_wanted.connect(self.make_code)
        desk.panel.menu_wanted.connect(self.show_menu)
        desk.panel.meaning.codebook_wanted.connect(self.open_codebook)
        desk.bar.uses_wanted.connect(self.show_uses)

    def actions_for_passage(self) -> list[QAction]:
        """What of it is in the page's menu."""
        return [
            action(tr("&New code from this passage …"), self.make_code, "Ctrl+Shift+N"),
            action(tr("Memo about this &passage …"), self.write_about_passage, "Ctrl+Shift+M"),
        ]

    def actions_for_transcript(self) -> list[QAction]:
        """What of it stands with the transcript's own entries."""
        return [action(tr("Memo about this transcript …"), self.write_about_transcript)]

    def actions_for_coding(self) -> list[QAction]:
        """What of it stands with the coding's own entries."""
        return [action(tr("Where is this coding used? …"), self.show_uses, "Ctrl+Shift+W")]

    # The passage and the transcript

    def make_code(self) -> None:
        """Make a code in the words of the passage, and put it there."""
        from qualcoder_lite.gui.dialogs.codes.new_code import make_code
        from qualcoder_lite.service.codebook.codes import Spot

        if self._is_to_write() and self._session.somebody_codes():
            start, end = self._desk.view.passage
            make_code(
                self._workspace,
                self._page.window(),
                spot=Spot(transcript=self._session.transcript.id, start=start, end=end),
            )
            self._back_to_text()

    def write_about_passage(self) -> None:
        """Write a memo about the passage."""
        start, end = self._desk.view.passage
        self._write(About(transcript=self._session.transcript.id, start=start, end=end))

    def write_about_transcript(self) -> None:
        """Write a memo about the transcript."""
        self._write(About(transcript=self._session.transcript.id))

    def show_uses(self) -> None:
        """Tell where the picked coding is used, or the one on the passage."""
        from qualcoder_lite.gui.dialogs.where_used import show_where_used

        session, passage = self._session, self._desk.view.passage
        first, last = session.transcript.reach(*passage)
        here = [each for each in session.transcript.codings.values() if each.start < last and each.end > first]
        own = session.transcript.covering(session.coder, *passage)
        coding = session.active or next(iter([*own, *here]), None)
        if coding is None:
            self._desk.say(tr("Nothing is coded on this turn yet."), icon="info")
        else:
            show_where_used(self._page.window(), self._workspace, [coding.id])

    def _write(self, about: About) -> None:
        from qualcoder_lite.gui.memos.writer import write_memo

        if self._is_to_write():
            write_memo(self._workspace, about, self._page.window())
            self._back_to_text()

    def _is_to_write(self) -> bool:
        if self._workspace.project.read_only:
            self._workspace.failed.emit(tr("The project is open for reading only, so nothing can be written in it."))
            return False
        return bool(self._session.transcript.id)

    def _back_to_text(self) -> None:
        self._desk.view.setFocus()

    # A code

    def show_menu(self, code: str, place: QPoint) -> None:
        """Open the menu of a code at a place of the screen."""
        menu = QMenu(self._page)
        menu.setAccessibleName(self._session.codes[code].name)
        for words, do in (
            (tr("What it &means"), lambda: self._desk.panel.explain(code)),
            (tr("Its &quotes"), lambda: self.show_quotes(code)),
            (tr("M&emo about it …"), lambda: self._write(About(code=code))),
            (tr("&Change it in the codebook"), lambda: self.open_codebook(code)),
        ):
            menu.addAction(action(words, do, parent=menu))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(place)

    def open_codebook(self, code: str) -> None:
        """Go to a code in the codebook."""
        self._workspace.visit(Visit(page="codebook", code=code))

    def show_quotes(self, code: str) -> None:
        """Go to what was coded with a code."""
        self._workspace.visit(Visit(page="quotes", scope=Scope(codes=(self._session.codes[code].name,))))
