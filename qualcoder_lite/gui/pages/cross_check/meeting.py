"""The meeting view: disagreements on a wall, one at a time, settled together; it ends with minutes."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from qualcoder_lite.gui.pages.cross_check.meeting_desk import MeetingDesk
from qualcoder_lite.gui.pages.cross_check.meeting_start import MeetingStart
from qualcoder_lite.gui.theme import current
from qualcoder_lite.gui.widgets.actions import action
from qualcoder_lite.gui.widgets.buttons import Button
from qualcoder_lite.gui.widgets.focus_ring import FocusRing
from qualcoder_lite.gui.widgets.labels import Label
from qualcoder_lite.gui.widgets.layouts import Column, Row
from qualcoder_lite.gui.widgets.stack import Stack
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from qualcoder_lite.gui.pages.cross_check.comparer import Wanted
    from qualcoder_lite.gui.project.workspace import Workspace
    from qualcoder_lite.service.agreement.disagreements import Compared


class MeetingDialog(QDialog):
    """Who is here; the places one after another; and what came of it. Esc leaves, with everything kept."""

    def __init__(self, page: QWidget, workspace: Workspace, wanted: Wanted, compared: Compared) -> None:
        """Ask who is here."""
        super().__init__(page)
        self.setObjectName("meeting")
        self.setWindowTitle(tr("Meeting"))
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self._workspace, self._wanted, self._compared = workspace, wanted, compared
        self._meeting = ""
        self.start = MeetingStart(workspace, compared)
        self.desk = MeetingDesk(workspace)
        self._stack = Stack()
        for part in (self.start, self.desk, self._made_end()):
            self._stack.addWidget(part)
        self.setLayout(Column(self._stack, gap=0))
        FocusRing(self)
        self.resize(page.window().size())
        self.start.begun.connect(self._begin)
        self.start.left.connect(self.reject)
        self.start.minutes_wanted.connect(self._write_minutes)
        self.desk.ended.connect(self._end)
        self.desk.size_wanted.connect(self._switch_size)
        self.addActions(
            [
                action(tr("Next place"), lambda: self.desk.step(1), "Alt+Down", parent=self),
                action(tr("The place before"), lambda: self.desk.step(-1), "Alt+Up", parent=self),
                action(tr("Whole screen"), self._switch_size, "F11", parent=self),
                action(tr("Leave"), self.reject, "Escape", parent=self),  # the texts take it for themselves otherwise
            ]
        )
        self.start.begin.setFocus()

    def _made_end(self) -> QWidget:
        self._came_of_it = Label("", "heading", wrap=True)
        self.minutes = Button(tr("Minutes to Word"), icon="export")
        self.minutes.setObjectName("meeting-minutes")
        self.close_button = Button(tr("Close"), kind="primary")
        self.close_button.setObjectName("meeting-close")
        self.minutes.clicked.connect(lambda: self._write_minutes(self._meeting))
        self.close_button.clicked.connect(self.accept)
        self._written = Label("", wrap=True)
        inside = QWidget()
        inside.setLayout(
            Column(
                Label(tr("The meeting is over"), "title"),
                self._came_of_it,
                self._written,
                None,
                Row(None, self.minutes, self.close_button),
                gap=12,
                margins=24,
            )
        )
        return inside

    # The meeting

    def _begin(self) -> None:
        day, present, who = self.start.day.text(), self.start.present, self._workspace.coder
        meetings = self._workspace.project.meetings
        changes = self._workspace.act(lambda: meetings.begin(day, present, coder=who))
        if changes is None:
            return
        (self._meeting,) = changes.of("meeting")
        self._stack.setCurrentWidget(self.desk)
        self.desk.begin(self._meeting, self._wanted, self._compared, self.start.places)

    def _end(self) -> None:
        """Keep what was looked at, and say what came of it."""
        self._keep_what_was_seen()
        found = self._workspace.project.meetings.find(self._meeting)
        looked_at = tr("{n:,} place", "{n:,} places", n=found.looked_at)
        still_open = found.looked_at - found.settled
        self._came_of_it.setText(
            tr(
                "{looked_at} looked at: {settled:,} settled, {still_open:,} open.",
                looked_at=looked_at,
                settled=found.settled,
                still_open=still_open,
            )
        )
        self._stack.setCurrentIndex(2)
        self.minutes.setFocus()

    def _keep_what_was_seen(self) -> None:
        desk, who, meetings = self.desk, self._workspace.coder, self._workspace.project.meetings
        desk.keep()
        compared = desk.compared
        if compared is not None:
            self._workspace.act(lambda: meetings.end(self._meeting, compared, desk.seen, coder=who))

    def _write_minutes(self, meeting: str) -> None:
        held_on = self._workspace.project.meetings.find(meeting).held_on
        name, _ = QFileDialog.getSaveFileName(
            self, tr("Minutes"), self._workspace.beside(f"minutes-{held_on}.docx"), tr("Word document (*.docx)")
        )
        if not name:
            return
        target = Path(name) if name.lower().endswith(".docx") else Path(f"{name}.docx")
        today = date.today()  # noqa: DTZ011 - the day as the person's own calendar has it
        meetings = self._workspace.project.meetings
        if self._workspace.attempt(lambda: meetings.write_minutes(target, meeting, on=today)):
            said = tr("The minutes are in “{target}”.", target=target)
            self._written.setText(said)
            self.start.say_written(said)
            self._workspace.done.emit(said, False)

    # Room

    def _switch_size(self) -> None:
        if self.isFullScreen():
            self.showNormal()
        else:
            self.showFullScreen()
        self.desk.whole.set_words(tr("As a window") if self.isFullScreen() else tr("Whole screen"))

    def reject(self) -> None:
        """Esc leaves: what was decided, noted and looked at is kept."""
        if self._stack.currentWidget() is self.desk:
            self._keep_what_was_seen()
        super().reject()


def hold_meeting(page: QWidget, workspace: Workspace, wanted: Wanted, compared: Compared) -> None:
    """Hold a meeting about what two coders saw differently, until it is left."""
    dialog = MeetingDialog(page, workspace, wanted, compared)
    if current().look.scale > 1:
        dialog.setWindowState(Qt.WindowState.WindowMaximized)
    dialog.exec()
    dialog.deleteLater()
