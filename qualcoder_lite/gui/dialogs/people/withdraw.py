"""Withdrawing a participant: what would go is shown first; then it goes, for good, and a certificate says so."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from qualcoder_lite.domain.days_in_words import day_in_words
from qualcoder_lite.domain.errors import UserError
from qualcoder_lite.domain.naming.shared_words import TAKEN_OUT
from qualcoder_lite.gui.dialogs.import_transcripts.stages import BusyStage
from qualcoder_lite.gui.dialogs.people.names.places import PlacesList, PlacesModel
from qualcoder_lite.gui.project.final_work import run_final
from qualcoder_lite.gui.theme import current
from qualcoder_lite.gui.widgets.announce import announce
from qualcoder_lite.gui.widgets.area import Area
from qualcoder_lite.gui.widgets.buttons import Button, named_button
from qualcoder_lite.gui.widgets.card import Card
from qualcoder_lite.gui.widgets.fitting import within_screen
from qualcoder_lite.gui.widgets.focus_ring import FocusRing
from qualcoder_lite.gui.widgets.labels import Icon, Label
from qualcoder_lite.gui.widgets.layouts import Column, Row
from qualcoder_lite.gui.widgets.stack import Stack
from qualcoder_lite.gui.widgets.tick_box import TickBox
from qualcoder_lite.gui.words.people import day
from qualcoder_lite.gui.work.tasks import Tasks
from qualcoder_lite.service.people.pseudonyms import NamePlace
from qualcoder_lite.service.project import Project
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qualcoder_lite.domain.progress import Progress
    from qualcoder_lite.gui.project.workspace import Workspace
    from qualcoder_lite.service.people.withdrawal import Withdrawn
    from qualcoder_lite.service.people.withdrawal_plan import SharedPlace, WithdrawalPlan

_COUNTED = {
    "coding": lambda n: tr("{n:,} coding", "{n:,} codings", n=n),
    "memo": lambda n: tr("{n:,} memo", "{n:,} memos", n=n),
    "decision": lambda n: tr("{n:,} settled decision", "{n:,} settled decisions", n=n),
    "attribute": lambda n: tr("{n:,} fact", "{n:,} facts", n=n),
}
_SEEN = 4  # places that are seen at once
_BEFORE, _BUSY, _AFTER = range(3)
_NO_STOP = tr(
    "It is final now and can’t be stopped. Please keep the program open; a large project takes a minute or two."
)


class WithdrawDialog(QDialog):
    """Shows what would go, asks, does it, and tells what was done."""

    def __init__(self, workspace: Workspace, plan: WithdrawalPlan, parent: QWidget) -> None:
        """Show a plan."""
        super().__init__(parent)
        self._workspace, self._plan = workspace, plan
        # Not the workspace's own runner: what it does shows in the window, which this dialog stands over.
        self._tasks = Tasks(self)
        self._done: Withdrawn | None = None
        today = date.today()  # noqa: DTZ011 - the day on the person's own clock dates the certificate
        self._on = today
        name = tr(
            "Certificate of withdrawal, {person}, {day}.docx",
            person=plan.name,
            day=day_in_words(today),
        )
        self.certificate = workspace.project.path.parent / name.replace("/", "-")
        self.setObjectName("withdraw")
        self._title = Label(tr("Withdraw {person} from the study?", person=plan.name), "title", wrap=True)
        self.setWindowTitle(tr("Withdraw from the study"))
        self.setAccessibleName(self._title.text())
        self._make_widgets()
        self._stack = Stack()
        self.busy = BusyStage()
        for stage in (Area(self._before()), self.busy, Area(self._after())):
            self._stack.addWidget(stage)
        # Beside the button that waits for it, not at the foot of what scrolls.
        foot = Row((self.sure, 20), None, self.leave, self.do)
        self.setLayout(Column(self._title, (self._stack, 1), self.trouble, foot, gap=10, margins=24))
        within_screen(self, 760, 660)
        FocusRing(self)
        self.leave.setFocus()

    def _make_widgets(self) -> None:
        self.model = PlacesModel(self, unticked=frozenset())
        self.model.show([_shown(place) for place in self._plan.places])
        self.places = PlacesList(self.model, tr("Places where others may have quoted them"))
        self.places.setObjectName("withdraw-places")
        self.where = Label(str(self.certificate), wrap=True)
        self.where.setObjectName("withdraw-certificate")
        self.choose = named_button(tr("Choose where …"), "withdraw-choose", "folder", by_itself=False)
        self.choose.clicked.connect(self._choose)
        self.sure = TickBox(tr("I know that this can’t be undone"))
        self.sure.setObjectName("withdraw-sure")
        self.sure.toggled.connect(self._on_sure)
        self.trouble = Label("", "small_strong", tone="danger", wrap=True)
        self.trouble.setObjectName("withdraw-trouble")
        self.trouble.hide()
        self.told = Label("", wrap=True)
        self.told.setObjectName("withdraw-result")
        self.leave = named_button(tr("Keep them"), "withdraw-leave", by_itself=False)
        self.leave.clicked.connect(self.reject)
        self.do = Button(tr("Withdraw for good"), kind="primary")
        self.do.setObjectName("withdraw-do")
        self.do.setAutoDefault(False)
        self.do.setEnabled(False)
        self.do.clicked.connect(self._on_do)

    def _before(self) -> QWidget:
        plan = self._plan
        final = tr(
            "This can’t be undone, and Undo doesn’t go back past it. Every word of theirs leaves the project file for "
            "good."
        )
        warning = Row(Icon("warning"), (Label(final, "strong", wrap=True), 1), gap=10, margins=(14, 12))
        goes = [
            _transcripts(plan),
            ", ".join(told(plan.counts[table]) for table, told in _COUNTED.items() if plan.counts.get(table)),
            tr("What the history and the search still hold of them"),
            tr(
                "{n:,} automatic backup, replaced by a new one",
                "{n:,} automatic backups, replaced by a new one",
                n=plan.backups,
            )
            if plan.backups
            else "",
        ]
        page = QWidget()
        page.setLayout(
            Column(
                Card(warning, kind="note"),
                Label(tr("What goes"), "heading"),
                *(Label(f"•  {words}", wrap=True) for words in goes if words),
                *self._about_places(),
                *_about_files(plan),
                Label(tr("A certificate for your records"), "heading"),
                Row((self.where, 1), self.choose, gap=10),
                None,
                gap=8,
            )
        )
        return page

    def _about_places(self) -> Sequence[QWidget]:
        if not self._plan.places:
            return ()
        self.places.setFixedHeight(PlacesList.height_of(min(_SEEN, len(self._plan.places))) + current().look.px(4))
        words = tr("These were said by nobody else. Take the tick from a place where the words are not theirs.")
        return (
            Label(tr("Their words in other places"), "heading"),
            Label(words, "small", tone="muted", wrap=True),
            Card(Column(self.places, margins=4)),
        )

    def _after(self) -> QWidget:
        page = QWidget()
        page.setLayout(Column(Card(Row(Icon("done"), (self.told, 1), gap=10, margins=(14, 12))), None))
        return page

    # Before

    def _on_sure(self, on: bool) -> None:
        self.do.setEnabled(on)

    def _choose(self) -> None:
        form = tr("Word document (*.docx)")
        name, _ = QFileDialog.getSaveFileName(self, tr("Where to put the certificate"), str(self.certificate), form)
        if name:
            path = Path(name)
            self.certificate = path if path.suffix.lower() == ".docx" else path.with_name(f"{path.name}.docx")
            self.where.setText(str(self.certificate))
            if self._done is not None:
                self._write_certificate(self._done)

    @property
    def _kept(self) -> list[tuple[str, str, str, int]]:
        return list(self.model.kept)

    def _on_do(self) -> None:
        if self._done is not None:
            self.accept()
            return
        try:
            self._workspace.project.withdrawal.refuse_certificate(self.certificate)
        except UserError as fault:
            self._say(str(fault))
            return
        self._withdraw()

    def _withdraw(self) -> None:
        plan, keep, coder = self._plan, self._kept, self._workspace.coder

        def work(project: Project, progress: Progress) -> Withdrawn:
            return project.withdrawal.withdraw(plan.participant, plan=plan, keep=keep, coder=coder, progress=progress)

        self._show(_BUSY)
        self.busy.begin(tr("Withdrawing {person}", person=plan.name), _NO_STOP, stoppable=False)
        task = run_final(
            self._workspace, self._tasks, tr("Withdrawing"), work, then=self._show_done, failed=self._on_failed
        )
        if task is not None:
            task.progressed.connect(lambda done, total: self.busy.go_on(done, total, files=False))

    def _on_failed(self, trouble: str) -> None:
        self._show(_BEFORE)
        self.do.setFocus()
        self._say(trouble)

    def _show(self, stage: int) -> None:
        """Show one of the three stages; while it is being done there is nothing to press."""
        self._stack.setCurrentIndex(stage)
        busy = stage == _BUSY
        self._title.setVisible(not busy)
        self.leave.setVisible(stage == _BEFORE)
        self.sure.setVisible(stage == _BEFORE)
        self.do.setVisible(not busy)
        self.trouble.hide()

    def reject(self) -> None:
        """Close, unless it is being done just now."""
        if self._stack.currentIndex() == _BUSY:
            announce(self, _NO_STOP, urgent=True)
        else:
            super().reject()

    # After

    def _show_done(self, done: Withdrawn) -> None:
        self._done = done
        self._title.setText(tr("{person} is withdrawn", person=done.plan.name))
        self.setAccessibleName(self._title.text())
        self.told.setText(_told(done))
        self._show(_AFTER)
        self.do.set_words(tr("Close"))
        self._write_certificate(done)
        self.do.setFocus()
        announce(self, self._title.text())

    def _write_certificate(self, done: Withdrawn) -> None:
        project = self._workspace.project
        try:
            project.withdrawal.write_certificate(
                self.certificate, done, on=self._on, who=self._workspace.coder, study=project.title
            )
        except UserError as fault:
            self._say(str(fault))
            self._choose()
            return
        self.trouble.hide()
        self.told.setText(
            tr("{told}\n\nThe certificate is “{certificate}”.", told=_told(done), certificate=self.certificate)
        )

    def _say(self, trouble: str) -> None:
        self.trouble.setText(trouble)
        self.trouble.show()
        announce(self, trouble, urgent=True)


def _transcripts(plan: WithdrawalPlan) -> str:
    if not plan.transcripts:
        return tr("No transcript: there is none of theirs")
    many = tr(
        "{transcripts}, {words}",
        transcripts=tr("{n:,} transcript", "{n:,} transcripts", n=len(plan.transcripts)),
        words=tr("{n:,} word", "{n:,} words", n=plan.words),
    )
    return f"{many}: {', '.join(plan.transcripts)}"


def _shown(place: SharedPlace) -> NamePlace:
    written = place.where.words
    return NamePlace(
        key=place.key,
        title="",
        table=place.where.table,
        column=place.where.column,
        before=place.before + (" " if written[: place.start][-1:].isspace() else ""),
        words=place.words,
        after=(" " if written[place.end :][:1].isspace() else "") + place.after,
        new=TAKEN_OUT,
    )


def _about_files(plan: WithdrawalPlan) -> Sequence[QWidget]:
    if not plan.exports:
        return ()
    lines = [Label(f"•  {one.file} ({day(one.exported_at)})", wrap=True) for one in plan.exports]
    return Label(tr("Exported files with their words: delete these yourself"), "heading"), *lines


def _told(done: Withdrawn) -> str:
    plan = done.plan
    transcripts = tr("{n:,} transcript", "{n:,} transcripts", n=len(plan.transcripts))
    lines = [tr("Deleted for good: {transcripts} with all that was coded and noted there.", transcripts=transcripts)]
    if done.taken_out:
        lines.append(
            tr(
                "Their words were taken out of {n:,} other place.",
                "Their words were taken out of {n:,} other places.",
                n=done.taken_out,
            )
        )
    if done.left:
        lines.append(
            tr(
                "{n:,} word of theirs can still be read in the file. Have it looked at.",
                "{n:,} words of theirs can still be read in the file. Have it looked at.",
                n=len(done.left),
            )
        )
    elif not done.unreached and not done.kept:
        lines.append(tr("The file and its backups were searched byte by byte: no word only they used is left."))
    lines += done.unreached
    if plan.files:
        lines.append(tr("Delete these exported files by hand:\n") + "\n".join(plan.files))
    lines.append(tr("Copies of the project elsewhere, recordings and the original files can’t be reached from here."))
    return "\n\n".join(lines)


def withdraw(parent: QWidget, workspace: Workspace, participant: str) -> None:
    """Look what withdrawing somebody would do, off the window's thread, then show it and ask."""
    path = workspace.project.path

    def look(progress: Progress) -> WithdrawalPlan:
        with Project.look(path) as project:
            return project.withdrawal.look(participant, progress)

    def show(plan: WithdrawalPlan) -> None:
        dialog = WithdrawDialog(workspace, plan, parent)
        dialog.exec()
        dialog.deleteLater()

    task = workspace.tasks.run(tr("Looking what is theirs"), look)
    task.finished.connect(show)
    task.failed.connect(workspace.failed)
