"""The dialog in which names are replaced, stage by stage; the last step is final, and says so first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QWidget

from qualcoder_lite.domain.errors import UserError
from qualcoder_lite.gui.dialogs.import_transcripts.stages import BusyStage
from qualcoder_lite.gui.dialogs.people.names.forms import FormsStage
from qualcoder_lite.gui.dialogs.people.names.key_choice import KeyChoice
from qualcoder_lite.gui.dialogs.people.names.places import PlacesStage
from qualcoder_lite.gui.project.final_work import run_final
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
from qualcoder_lite.gui.work.tasks import Tasks
from qualcoder_lite.service.project import Project
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from qualcoder_lite.domain.naming.occurrences import NameQuery
    from qualcoder_lite.domain.progress import Progress
    from qualcoder_lite.gui.project.workspace import Workspace
    from qualcoder_lite.service.people.pseudonyms import NameForm, NamePlace, Pseudonyms, Replaced

_FORMS, _PLACES, _KEY, _DONE, _BUSY = range(5)
_TITLES = (
    tr("Which names are to be replaced?"),
    tr("In which places?"),
    tr("This can’t be undone"),
    tr("The names are replaced"),
    tr("Replacing the names"),
)
_ADVICE = (
    tr(
        "Look for a name, or have names suggested. Tick what is to go, and say what to put in its place: a role such "
        "as "
        "[daughter], or a pseudonym."
    ),
    tr("Every place is shown as it stands. Codings and turns keep their words."),
    tr(
        "The names go from the transcripts and from every other place that is ticked, from the history, the search "
        "and the "
        "automatic backups. Copies of the project elsewhere, and earlier versions in a cloud, can’t be reached. Undo "
        "doesn’t go back past it."
    ),
    "",
    tr("It is final now and can’t be stopped. Please keep the program open; a large project takes a minute or two."),
)


class NamesDialog(QDialog):
    """Replaces names for good."""

    def __init__(self, workspace: Workspace, parent: QWidget) -> None:
        """Begin with the names."""
        super().__init__(parent)
        self._workspace = workspace
        self._tasks = Tasks(self)
        self.setObjectName("names")
        self.setWindowTitle(tr("Replace names"))
        self._title = Label("", "title", wrap=True)
        self._advice = Label("", tone="muted", wrap=True)
        self.forms, self.places, self.key = FormsStage(), PlacesStage(), KeyChoice()
        self.key.start_in(workspace.project.path.parent)
        self.sure = TickBox(tr("I know that this can’t be undone"))
        self.sure.setObjectName("names-sure")
        self.told = Label("", wrap=True)
        self.told.setObjectName("names-result")
        self.trouble = Label("", "small_strong", tone="danger", wrap=True)
        self.trouble.setObjectName("names-trouble")
        self.trouble.hide()
        self._stack = Stack()
        self.busy = BusyStage()
        for stage in (self.forms, self.places, self.key, self._done_stage(), self.busy):
            self._stack.addWidget(Area(stage))  # large words need more height than a low screen has
        self.back = named_button(tr("Back"), "names-back", by_itself=False)
        self.leave = named_button(tr("Not now"), "names-leave", by_itself=False)
        self.go_on = Button("", kind="primary")
        self.go_on.setObjectName("names-next")
        self.go_on.setAutoDefault(False)
        foot = Row(self.back, None, self.leave, self.go_on)
        body = (self._stack, 1), self.sure, self.trouble
        self.setLayout(Column(self._title, self._advice, 4, *body, foot, gap=8, margins=24))
        self._connect()
        within_screen(self, 900, 640)
        FocusRing(self)
        self._go(_FORMS)

    def _done_stage(self) -> QWidget:
        stage = QWidget()
        inside = Row(Icon("done"), (self.told, 1), gap=10, margins=(14, 12))
        stage.setLayout(Column(Card(inside), None))
        return stage

    def _connect(self) -> None:
        self.forms.wanted.connect(self._look_for)
        self.forms.suggestions_wanted.connect(self._suggest)
        self.forms.model.changed.connect(self._show_buttons)
        self.places.model.changed.connect(self._show_buttons)
        self.sure.toggled.connect(lambda _on: self._show_buttons())
        self.back.clicked.connect(lambda: self._go(self._stage - 1))
        self.leave.clicked.connect(self.reject)
        self.go_on.clicked.connect(self._on_next)
        self.finished.connect(lambda _how: self._on_finished())

    # Stages

    @property
    def _stage(self) -> int:
        return self._stack.currentIndex()

    def _go(self, stage: int) -> None:
        self._stack.setCurrentIndex(stage)
        self.trouble.hide()
        self._title.setText(_TITLES[stage])
        self._title.setVisible(stage != _BUSY)
        self._advice.setText(_ADVICE[stage])
        self._advice.setVisible(bool(_ADVICE[stage]) and stage != _BUSY)
        self.setAccessibleName(_TITLES[stage])
        self._show_buttons()
        (self.forms.name, self.places.list, self.key.choose, self.go_on, self)[stage].setFocus()
        announce(self, _TITLES[stage])

    def _show_buttons(self) -> None:
        stage = self._stage
        chosen = self.forms.model.chosen
        ready = (
            bool(chosen) and all(chosen.values()),
            self.places.model.ticked > 0,
            self.sure.isChecked(),
            True,
            False,
        )
        places = self.places.model.ticked
        many = tr("{n:,} place", "{n:,} places", n=places)
        words = (tr("Show every place"), tr("Go on"), tr("Replace in {many} for good", many=many), tr("Close"), "")
        self.go_on.set_words(words[stage])
        self.go_on.setEnabled(ready[stage] and not self._tasks.busy)
        self.back.setVisible(stage in (_PLACES, _KEY))
        self.leave.setVisible(stage not in (_DONE, _BUSY))
        self.go_on.setVisible(stage != _BUSY)
        self.sure.setVisible(stage == _KEY)

    def _on_next(self) -> None:
        if self._stage == _FORMS:
            self._find_places()
        elif self._stage == _PLACES:
            self._go(_KEY)
        elif self._stage == _KEY:
            self._replace()
        else:
            self.accept()

    # Looking, on another thread

    def _look_for(self, query: NameQuery) -> None:
        self._ask(tr("Looking"), lambda names, progress: names.forms(query, progress), self._on_found)

    def _suggest(self) -> None:
        self._ask(tr("Looking for names"), lambda names, progress: names.suggest(progress), self._on_suggested)

    def _find_places(self) -> None:
        chosen = self.forms.model.chosen
        self._ask(
            tr("Looking for every place"), lambda names, progress: names.places(chosen, progress), self._on_places
        )

    def _ask(self, title: str, question: Callable[[Pseudonyms, Progress], object], answer: Callable[..., None]) -> None:
        path = self._workspace.project.path

        def job(progress: Progress) -> object:
            with Project.look(path) as project:
                return question(project.pseudonyms, progress)

        self.trouble.hide()
        task = self._tasks.run(title, job)
        self.forms.said.setText(f"{title} …")
        self.go_on.setEnabled(False)
        task.ended.connect(self._show_buttons)
        task.finished.connect(answer)
        task.failed.connect(self._say)

    def _on_found(self, forms: list[NameForm]) -> None:
        self.forms.model.add(forms, ticked=True)
        said = tr("{n:,} form", "{n:,} forms", n=len(forms))
        self._say_found(
            tr("{said} of it found. Take the tick from what isn’t meant.", said=said)
            if forms
            else tr("It isn’t there.")
        )

    def _on_suggested(self, forms: list[NameForm]) -> None:
        self.forms.model.add(forms, ticked=False)
        said = tr("{forms:,} words that may tell who somebody is. Tick those that are to go.", forms=len(forms))
        self._say_found(said if forms else tr("Nothing was found that looks like a name."))

    def _say_found(self, said: str) -> None:
        self.forms.said.setText(said)
        announce(self, said)
        if self.forms.model.rowCount():
            self.forms.table.setCurrentIndex(self.forms.model.index(0, 0))
        self._show_buttons()

    def _on_places(self, places: list[NamePlace]) -> None:
        self.forms.said.setText("")
        self.places.model.show(places)
        self.places.list.setCurrentIndex(self.places.model.index(0, 0))
        self._go(_PLACES)

    # Replacing

    def _replace(self) -> None:
        chosen, keep, coder = self.forms.model.chosen, self.places.model.kept, self._workspace.coder
        try:
            key = self.key.opened(self._workspace.project)
        except UserError as fault:
            self._say(str(fault))
            return

        def work(project: Project, progress: Progress) -> Replaced:
            return project.pseudonyms.replace(chosen, keep=keep, key=key, coder=coder, progress=progress)

        self._go(_BUSY)
        self.busy.begin(_TITLES[_BUSY], _ADVICE[_BUSY], stoppable=False)
        task = run_final(
            self._workspace, self._tasks, _TITLES[_BUSY], work, then=self._on_replaced, failed=self._on_failed
        )
        if task is not None:
            task.progressed.connect(lambda done, total: self.busy.go_on(done, total, files=False))

    def _on_replaced(self, done: Replaced) -> None:
        self.key.forget()
        self.told.setText(_told(done))
        self._go(_DONE)

    def _on_failed(self, trouble: str) -> None:
        self._go(_KEY)
        self._say(trouble)

    def reject(self) -> None:
        """Close, unless the names are being replaced just now."""
        if self._stage == _BUSY:
            announce(self, _ADVICE[_BUSY], urgent=True)
        else:
            super().reject()

    def _say(self, trouble: str) -> None:
        self.forms.said.setText("")
        self.trouble.setText(trouble)
        self.trouble.show()
        announce(self, trouble, urgent=True)

    def _on_finished(self) -> None:
        self._tasks.cancel_all()
        self.key.forget()


def _told(done: Replaced) -> str:
    places = tr("{n:,} place", "{n:,} places", n=done.places)
    where = tr("{n:,} transcript", "{n:,} transcripts", n=done.transcripts)
    lines = [tr("Replaced in {places}, in {where}.", places=places, where=where)]
    if done.kept:
        lines.append(tr("{kept:,} stayed as they are, as you chose.", kept=done.kept))
    if done.left:
        lines.append(
            tr(
                "{left:,} of the names can still be read in the file or beside it. Have it looked at.",
                left=len(done.left),
            )
        )
    elif not done.unreached and not done.kept:
        lines.append(tr("The file and its backups were searched byte by byte: none of the names is left in them."))
    lines += done.unreached
    lines.append(
        tr("Remember the copies elsewhere: e-mails, memory sticks, a cloud’s earlier versions, exported files.")
    )
    return "\n\n".join(lines)


def replace_names(parent: QWidget, workspace: Workspace) -> None:
    """Let a person replace names."""
    dialog = NamesDialog(workspace, parent)
    dialog.exec()
    dialog.deleteLater()
