"""What a person says of the open transcript as a whole: done, put off, distressing, reflecting on services."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu

from qualcoder_lite.domain.transcript_mark import Mark, Marks
from qualcoder_lite.gui.widgets.actions import action
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QAction

    from qualcoder_lite.gui.pages.code.desk import Desk
    from qualcoder_lite.gui.pages.code.session import CodingSession
    from qualcoder_lite.gui.pages.page import Page

_WORDS = {
    Mark.PUT_OFF: tr("Put this transcript &off for now"),
    Mark.DISTRESSING: tr("This transcript is distressin&g"),
    Mark.REFLECTS: tr("Ref&lects on how the service is organised"),
}
_SAID = {  # when it is set, and when it is taken off
    Mark.PUT_OFF: (tr("Put off. The others come first when you carry on."), tr("No longer put off.")),
    Mark.DISTRESSING: (
        tr("Marked as distressing. The list says so to whoever opens it."),
        tr("No longer marked as distressing."),
    ),
    Mark.REFLECTS: (tr("Marked. Quotes and findings can be narrowed to such people."), tr("No longer marked.")),
}


class AboutTranscript(QObject):
    """Whether the coder is done with the open transcript, and its marks: as actions, and a menu of the marks.

    Signals:
        marked: It was declared done or not done, or a mark was set or taken off.
    """

    marked = Signal()

    def __init__(self, page: Page, session: CodingSession, desk: Desk, small_bites: QAction) -> None:
        """Offer the marks, and the way of working in small bites under them."""
        super().__init__(page)
        self._page, self._session, self._desk = page, session, desk
        self._small_bites = small_bites
        self._name = ""
        self.done = action(
            tr("Done with this transcript"), lambda: self.declare_done(desk.foot.wants_done), "Ctrl+Return", parent=page
        )
        desk.foot.done_wanted.connect(self.declare_done)
        self.actions = {mark: self._action(mark, words) for mark, words in _WORDS.items()}
        self.menu = QMenu(page)
        self.menu.setAccessibleName(tr("This transcript"))
        self.menu.addActions(list(self.actions.values()))
        self.menu.addSeparator()
        self.menu.addAction(small_bites)
        self.menu.addSeparator()
        self.details = action(tr("About this transcript …"), self._ask_about, parent=page)
        self.details.setObjectName("about-this-transcript")
        self.menu.addAction(self.details)
        self.who = action(tr("&Who is speaking …"), self._ask_who_is_speaking, parent=page)
        self.who.setObjectName("who-is-speaking")
        self.menu.addAction(self.who)
        self.delete = action(tr("Delete this transcript …"), self._ask_to_delete, parent=page)
        self.delete.setObjectName("delete-transcript")
        self.menu.addAction(self.delete)

    def all_actions(self) -> list[QAction]:
        """All of it, for the page's menu."""
        return [self.done, *self.actions.values(), self._small_bites, self.details, self.who, self.delete]

    def show(self, name: str, marks: Marks, coder: str) -> None:
        """Take the name of the transcript that is open, and tick what holds for whoever codes."""
        self._name = name
        holds = {
            Mark.PUT_OFF: coder in marks.put_off,
            Mark.DISTRESSING: coder in marks.distressing,
            Mark.REFLECTS: marks.reflects,
        }
        read_only = self._page.workspace.project.read_only
        for each in (self.details, self.who, self.delete):
            each.setEnabled(not read_only)
        for mark, made in self.actions.items():
            made.setChecked(holds[mark])
            made.setEnabled(not read_only)

    def declare_done(self, done: bool) -> None:
        """Declare the open transcript done by who codes, or take that back."""
        transcript, workspace = self._session.transcript.id, self._page.workspace
        if not transcript or not self._session.somebody_codes():
            return
        codings, coder = workspace.project.codings, workspace.coder
        if workspace.act(lambda: codings.declare_done(coder, [transcript], done=done), by=self._page) is not None:
            self.marked.emit()
            said = (
                tr("You are done with {title}.", title=self._name)
                if done
                else tr("Not done with {title} yet.", title=self._name)
            )
            self._desk.say(said, can_undo=True)

    def _ask_about(self) -> None:
        from qualcoder_lite.gui.dialogs.transcript_details import ask_about_transcript

        if self._session.transcript.id:
            ask_about_transcript(self._page.window(), self._page.workspace, self._session.transcript.id)

    def _ask_to_delete(self) -> None:
        from qualcoder_lite.gui.dialogs.transcript_details import delete_transcript

        if self._session.transcript.id:
            delete_transcript(self._page.window(), self._page.workspace, self._session.transcript.id)

    def _ask_who_is_speaking(self) -> None:
        from qualcoder_lite.gui.dialogs.who_is_speaking import ask_who_is_speaking

        if self._session.transcript.id:
            ask_who_is_speaking(self._page.window(), self._page.workspace, self._session.transcript.id)

    def _action(self, mark: Mark, words: str) -> QAction:
        made = action(words, self._to(mark), parent=self._page)
        made.setObjectName(f"mark-{mark}")
        made.setCheckable(True)
        return made

    def _to(self, mark: Mark) -> Callable[[], None]:
        return lambda: self._mark(mark, on=self.actions[mark].isChecked())

    def _mark(self, mark: Mark, *, on: bool) -> None:
        page, session = self._page, self._session
        transcript = session.transcript.id
        if transcript and (not mark.is_own or session.somebody_codes()):
            progress, coder = page.workspace.project.progress, page.workspace.coder
            act = page.workspace.act(lambda: progress.mark(mark, [transcript], coder, on=on), by=page)
            if act is not None:
                self._desk.say(_SAID[mark][0 if on else 1], can_undo=bool(act))
        self.marked.emit()
