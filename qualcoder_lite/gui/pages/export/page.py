"""The page that takes things out of the project: what to make, what will be in it, and where to put it."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from qualcoder_lite.domain.days_in_words import day_of_the_year
from qualcoder_lite.gui.pages.export.choices import Choices
from qualcoder_lite.gui.pages.export.look_pane import LookPane
from qualcoder_lite.gui.pages.export.making import WORD, Asked, today
from qualcoder_lite.gui.pages.export.preset_keeper import PresetKeeper
from qualcoder_lite.gui.pages.page import Page
from qualcoder_lite.gui.project.workspace import Visit
from qualcoder_lite.gui.theme import current
from qualcoder_lite.gui.widgets.actions import action
from qualcoder_lite.gui.widgets.buttons import Button
from qualcoder_lite.gui.widgets.card import Card
from qualcoder_lite.gui.widgets.labels import Label
from qualcoder_lite.gui.widgets.layouts import Column, Row
from qualcoder_lite.gui.widgets.question import ask
from qualcoder_lite.gui.widgets.segmented import SegmentedControl
from qualcoder_lite.gui.widgets.toast import Toast
from qualcoder_lite.service.project import Project
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QAction, QResizeEvent, QShowEvent

    from qualcoder_lite.domain.progress import Progress
    from qualcoder_lite.gui.pages.export.look import Look, Written
    from qualcoder_lite.gui.pages.export.making import Making, Order
    from qualcoder_lite.gui.project.workspace import Workspace
    from qualcoder_lite.gui.work.tasks import Task

_PAUSE = 200  # milliseconds without a further choice before it is counted
_ONE_PANE = 62  # width in em below which one pane shows at a time
_SHARES = (9, 10)


class ExportPage(Page):
    """Take things out of the project."""

    value, word, icon = "export", tr("Export"), "export"

    def __init__(self, workspace: Workspace) -> None:
        """Lay out the page."""
        super().__init__(workspace)
        self._looking = workspace.runner(self)
        self._look_task: Task | None = None
        self._left_counting = False
        self._folder = Path()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self._look)
        self.choices = Choices()
        self.choices.chosen.connect(self._on_chosen)
        self.look_pane = LookPane()
        self.look_pane.way_chosen.connect(self._on_way_chosen)
        self._switch = SegmentedControl(
            [("make", tr("What to make")), ("look", tr("What will be in it"))], name=tr("Show"), value="make"
        )
        self._switch.setObjectName("export-switch")
        self._switch.chosen.connect(lambda _value: self._fold())
        self._file = Label("", tone="muted", wrap=True)
        self._file.setObjectName("export-file")
        self.save = Button("", kind="primary", icon="export")
        self.save.setObjectName("export-save")
        self.save.clicked.connect(self._save)
        self.keep = Button(tr("Keep these choices …"), icon="star")
        self.keep.setObjectName("export-keep")
        self._keeper = PresetKeeper(self, workspace, self.choices)
        self._keeper.taken_up.connect(self._on_chosen)
        self._keeper.told.connect(self._say)
        self.keep.clicked.connect(self._keeper.keep)
        self._warned = False
        self._toast = Toast(self, over=False)  # over the choices it would lie on some of them
        self._toast.action_chosen.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder))))
        self._save_action = action(tr("&Save to a file …"), self._save, "Ctrl+S")
        self._keep_action = action(tr("&Keep these choices …"), self._keeper.keep, "Ctrl+Shift+S")
        self._lay_out()
        workspace.opened.connect(self._drop)
        workspace.coder_changed.connect(self._say_file)
        current().changed.connect(self._fold)

    def _lay_out(self) -> None:
        self._advice = Label(tr("Take what people said into Word or a spreadsheet"), "small", tone="muted", wrap=True)
        self._title = Label(tr("Export"), "title")
        head = Card(Column(self._title, self._advice, self._switch, gap=4, margins=(24, 12)), kind="bar")
        self._make = QScrollArea()
        self._make.setObjectName("export-make")
        self._make.setAccessibleName(tr("What to make"))
        self._make.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._make.setWidgetResizable(True)
        self._make.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._make.setWidget(self.choices)
        body = QHBoxLayout()
        body.setSpacing(0)
        body.addWidget(self._make, _SHARES[0])
        body.addWidget(self.look_pane, _SHARES[1])
        foot = Card(Row((self._file, 1), self.keep, self.save, gap=16, margins=(24, 10)), kind="foot")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(head)
        outer.addLayout(body, 1)
        outer.addWidget(self._toast)
        outer.addWidget(foot)

    # Page

    def refresh(self) -> None:
        """Offer what the project has, and look at what would be in an export."""
        self.choices.offer(self.workspace.project)
        self.keep.setEnabled(not self.workspace.project.read_only)
        self._on_chosen()

    def receive(self, visit: Visit) -> None:
        """Take over what another page shows, or wants to have made."""
        if visit.making:
            self.choices.choose(visit.making)
            self.choices.making.choose_kind(visit.kind)
            self._on_chosen()
        if visit.scope is not None:
            self.choices.set_scope(visit.scope)
            self._on_chosen()

    def panes(self) -> Sequence[QWidget]:
        """What to make, what will be in it, the button that saves it, and what shows one of the first two at a time."""
        return self.choices, self.look_pane, self.save, self._switch

    def actions_for_menu(self) -> Sequence[QAction]:
        """Saving, and keeping what is chosen."""
        return (self._save_action, self._keep_action)

    def leave(self) -> None:
        """Give up looking until the page is shown again."""
        self._left_counting = self._left_counting or self._look_task is not None or self._pause.isActive()
        self._drop()
        self._toast.hide()

    def showEvent(self, event: QShowEvent) -> None:
        """Take up again what was given up when the page was left."""
        super().showEvent(event)
        if self._left_counting and self.workspace.is_open:
            self._left_counting = False
            self._on_chosen()

    # Looking

    def _on_chosen(self) -> None:
        self._say_file()
        if problem := self.choices.making.problem:
            self._drop()
            self.save.setEnabled(False)
            self.look_pane.show_trouble(problem)
            return
        self.look_pane.say_counting()
        self._pause.start()

    def _drop(self) -> None:
        self._pause.stop()
        if self._look_task is not None:
            self._look_task.cancel()
            self._look_task = None

    def _look(self) -> None:
        self._drop()
        if not self.workspace.is_open:
            return
        making, order = self.choices.making, self.order()
        task = self._looking.run(tr("Counting"), self._job(order.look))
        self._look_task = task
        task.finished.connect(lambda look: self._on_looked(task, making, look))
        task.failed.connect(lambda sentence: self._on_look_failed(task, sentence))

    def _job(self, work: Callable[[Project, Progress], object]) -> Callable[[Progress], object]:
        """Work on another thread, with a project of its own: a connection belongs to one thread."""
        path, who = self.workspace.project.path, self.workspace.coder

        def job(progress: Progress) -> object:
            progress(0, 0)
            with Project.look(path, who) as project:
                return work(project, progress)

        return job

    def _on_looked(self, task: Task, making: Making, look: Look) -> None:
        if task is not self._look_task:
            return
        self._look_task = None
        self.save.setEnabled(look.missing is None)
        notes = making.notes_on(look)
        self._warned = any(note.property("warns") for note in notes)
        self.look_pane.show_look(look, notes)
        self._say_file()

    def _on_look_failed(self, task: Task, sentence: str) -> None:
        if task is self._look_task:
            self._look_task = None
            self.save.setEnabled(False)
            self.look_pane.show_trouble(sentence)

    def _on_way_chosen(self, way: str) -> None:
        from qualcoder_lite.gui.dialogs.import_transcripts import import_transcripts
        from qualcoder_lite.service.scope import Scope

        if way == "import":
            import_transcripts(self.window(), self.workspace, [])
        elif way == "everything":
            self.choices.set_scope(Scope())
            self._on_chosen()
        else:
            self.workspace.visit(Visit(page=way))

    # Saving

    def order(self) -> Order:
        """Everything that is chosen."""
        project, who = self.workspace.project, self.workspace.coder
        return self.choices.making.order(Asked(scope=self.choices.narrowed(), study=project.details.read(), who=who))

    def _offered_name(self) -> str:
        making = self.choices.making
        return f"{making.file}, {day_of_the_year(today())}{making.form.ending}"

    def _say_file(self) -> None:
        if not self.workspace.is_open:
            return
        who, form = self.workspace.coder, self.choices.making.form
        by = (
            tr("Exported by {who}", who=who)
            if who
            else tr("Nobody is named as exporting it. Say who is coding on the page Code.")
        )
        unseen = self._warned and self.look_pane.isHidden()  # the warning stands where nobody looks yet
        self._file.set_tone("warn" if unseen else "muted")
        if unseen:
            self._file.setText(tr("A reader may guess who is speaking: see “What will be in it”."))
        else:
            self._file.setText(by if form is WORD else self._offered_name())
        self.save.set_words(tr("Save {file} …", file=form.file))

    def _save(self) -> None:
        if not self.save.isEnabled() or not self.workspace.is_open:
            return
        target = self._ask_where()
        if target is None:
            return
        order = self.order()
        job = self._job(lambda project, progress: order.write(project, target, progress))
        task = self.workspace.tasks.run(tr("Writing “{target}”", target=target.name), job)
        focused = self.window().focusWidget()
        self.save.setEnabled(False)  # it loses the focus by that
        task.ended.connect(partial(self._on_ended, self.window().focusWidget() if focused is self.save else None))
        task.finished.connect(self._on_written)
        task.failed.connect(self.workspace.failed)
        task.cancelled.connect(lambda: self._say(tr("Stopped. Nothing was written.")))

    def _on_ended(self, instead: QWidget | None) -> None:
        self.save.setEnabled(True)
        if instead is not None and self.window().focusWidget() is instead:
            self.save.setFocus()

    def _ask_where(self) -> Path | None:
        form = self.choices.making.form
        folder = self._folder if self._folder != Path() else self.workspace.project.path.parent
        name, _ = QFileDialog.getSaveFileName(
            self, self.save.text().removesuffix(" …"), str(folder / self._offered_name()), form.pattern
        )
        if not name:
            return None
        target = Path(name)
        if target.suffix.lower() == form.ending:
            return target
        target = target.with_name(target.name + form.ending)
        replaced = target.exists() and not ask(
            self,
            tr("Replace “{target}”?", target=target.name),
            tr("There is a file of that name already."),
            do=tr("Replace it"),
            leave=tr("Keep it"),
        )
        return None if replaced else target

    def _on_written(self, written: Written) -> None:
        self._folder = written.file.parent
        project, who = self.workspace.project, self.workspace.coder
        if not project.read_only:
            record = written.record or (lambda project: project.exports.record_file(written.file, coder=who))
            self.workspace.attempt(partial(record, project))
        said = tr(
            "“{file}” is written: {holds}. {left_out}",
            file=written.file.name,
            holds=written.holds,
            left_out=written.left_out,
        ).rstrip()
        self._say(said, action=tr("Open folder"))

    def _say(self, sentence: str, action: str = "") -> None:
        if self.isVisible():
            self._toast.say(sentence, action=action)
        else:
            self.workspace.done.emit(sentence, False)

    # Folding

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show one pane at a time where there is no room for two."""
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        narrow = self.width() < _ONE_PANE * current().look.px(15)
        self._switch.setVisible(narrow)
        self._title.setVisible(not narrow)
        self._advice.setVisible(not narrow)
        self._make.setVisible(not narrow or self._switch.value == "make")
        self.look_pane.setVisible(not narrow or self._switch.value == "look")
        self._say_file()
