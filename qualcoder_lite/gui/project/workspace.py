"""The open project as all pages share it: one facade, who is coding, and one signal for whatever changes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from weakref import WeakSet

from PySide6.QtCore import QObject, Signal

from qualcoder_lite.domain.errors import UserError
from qualcoder_lite.gui.project.backups import Backups
from qualcoder_lite.gui.project.steps import NextSteps
from qualcoder_lite.gui.theme.coder_faces import CoderFaces
from qualcoder_lite.gui.work.tasks import Tasks
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from qualcoder_lite.domain.changes import Changes
    from qualcoder_lite.gui.program.settings import Settings
    from qualcoder_lite.gui.theme.coder_faces import Face
    from qualcoder_lite.service.chart.summaries import SummaryUse
    from qualcoder_lite.service.cross_reference.where_used import CellUse
    from qualcoder_lite.service.history.history import History, HistoryEntry
    from qualcoder_lite.service.project import Project
    from qualcoder_lite.service.scope import Scope

_UNDONE, _REDONE = tr("Undone"), tr("Done again")
_MUCH = 100  # entries of the project that a step changes, from which on undoing it is asked for


@dataclass(slots=True, kw_only=True)
class Doubt:
    """A question to the person before something is done; whoever shows it puts the answer in."""

    question: str
    detail: str
    do: str
    leave: str
    answer: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """A wish to see something elsewhere.

    A passage on "code", a scope's quotes on "quotes", a code on "codebook", memos that have some words, or one memo, on
    "memos", a cell or a summary on "findings", what to make (and which kind of it) on "export".
    """

    page: str
    transcript: str = ""
    start: int = 0
    end: int = 0
    scope: Scope | None = None
    code: str = ""
    words: str = ""
    memo: str = ""
    participant: str = ""
    cell: CellUse | None = None
    summary: SummaryUse | None = None
    making: str = ""
    kind: str = ""


class Workspace(QObject):
    """Holds the open project for the pages. Pages read through `project` and change through `act`.

    Signals:
        changed: Something in the project changed: the `Changes`, and the page that did it (or None).
        opened: A project was opened, or the open one was closed; `project` is the new one or None.
        coder_changed: Somebody else codes now: the name.
        sight_changed: Who codes now may see more, or less, of the others' work.
        failed: Something couldn't be done: the sentence to show.
        done: Something was done: the sentence to show; the flag says whether Undo takes it back.
        doubted: Something large is about to be done: a `Doubt` to be answered.
        visited: A page asks to see something elsewhere: a `Visit`.
    """

    changed = Signal(object, object)
    opened = Signal()
    coder_changed = Signal(str)
    sight_changed = Signal()
    failed = Signal(str)
    done = Signal(str, bool)
    doubted = Signal(object)
    visited = Signal(object)

    def __init__(self, settings: Settings) -> None:
        """Start without a project."""
        super().__init__()
        self.settings = settings
        self.tasks = Tasks(self)
        self._runners = WeakSet[Tasks]()
        self._project: Project | None = None
        self._coder = ""
        self._faces = CoderFaces()
        self.backups = Backups(self)
        self.backups.failed.connect(self.failed)
        self.next_steps = NextSteps(self._history_to_write, self)
        for signal in (self.changed, self.opened, self.sight_changed):
            signal.connect(self.next_steps.look_again)

    # The project

    @property
    def is_open(self) -> bool:
        """Whether a project is open."""
        return self._project is not None

    @property
    def project(self) -> Project:
        """The open project. Ask `is_open` first where there may be none."""
        if self._project is None:
            raise RuntimeError("no project is open")
        return self._project

    def beside(self, name: str = "") -> str:
        """A place in the project's own folder, to be offered for a file: the program may run in any folder."""
        folder = self.project.path.parent
        return str(folder / name if name else folder)

    def open(self, path: Path, *, to_read: bool = False) -> None:
        """Open a project in place of the one that is open; for reading alone if told so or it can't be written to.

        Raises UserError, and keeps what was open, where that can't be done.
        """
        if self.is_open and self.project.path.resolve() == path.resolve():
            return
        project = _opened(path, to_read=to_read)
        self.close()
        self._project = project
        self._uuid = project.uuid
        self._coder = self._remembered_coder()
        self._faces = CoderFaces(project.coders.all())
        project.look_as(self._coder)
        self.settings.remember_project(path)
        self.read_again()
        self.opened.emit()
        self.coder_changed.emit(self._coder)
        for notice in project.notices:
            self.failed.emit(notice)

    def close(self) -> None:
        """Close the open project, if there is one."""
        self._stop_all()
        if self._project is None:
            return
        project, self._project = self._project, None
        told = len(project.notices)
        self.attempt(project.close)  # what was saved is safe; only the backup or the tidying up may not have worked
        self.opened.emit()
        for notice in project.notices[told:]:
            self.failed.emit(notice)

    def runner(self, parent: QObject) -> Tasks:
        """A runner apart from the workspace's own, for what takes a moment, shows no progress and waits for no export.

        A page that is left need not wait for what it started: `close` and `stop_reading` do.
        """
        made = Tasks(parent)
        self._runners.add(made)
        return made

    # Who is coding

    @property
    def coder(self) -> str:
        """Who is coding; empty until somebody says."""
        return self._coder

    def set_coder(self, name: str) -> None:
        """Let somebody else code from now on."""
        if name == self._coder:
            return
        self._coder = name
        self.settings.set_coder(self._uuid, name)
        self.coder_changed.emit(name)
        self._look_as_coder()

    def _look_as_coder(self) -> None:
        """Show what who codes may see, which is less while they take part in an open round of blind coding."""
        before = self.project.blind_in
        self.project.look_as(self._coder)
        if self.project.blind_in != before:
            self.sight_changed.emit()

    def _remembered_coder(self) -> str:
        known = [coder.name for coder in self.project.coders.all()]
        kept = self.settings.coder(self._uuid)
        return kept if kept in known else known[0] if len(known) == 1 else kept

    def face(self, name: str) -> Face:
        """How a coder looks, by name."""
        return self._faces.of(name)

    @property
    def last_page(self) -> str:
        """The page on which this project was left."""
        return self.settings.page(self._uuid) if self.is_open else ""

    def remember_page(self, page: str) -> None:
        """Remember the page that is shown."""
        if self.is_open:
            self.settings.set_page(self._uuid, page)

    def _history_to_write(self) -> History | None:
        return self.project.history if self.is_open and not self.project.read_only else None

    # Changing

    def act(self, action: Callable[[], Changes], by: QObject | None = None, say: str = "") -> Changes | None:
        """Do one thing to the project and tell every page but the one that did it.

        What the person got wrong is shown as a sentence, and None is returned. `say` is shown, with Undo, if
        something changed.
        """
        try:
            self.project.refuse_if_gone()
            changes = action()
        except UserError as fault:
            self.failed.emit(str(fault))
            return None
        self.tell(changes, by)
        if changes and say:
            self.done.emit(say, True)
        return changes

    def attempt(self, action: Callable[[], object]) -> bool:
        """Do something that changes nothing in the project; False where it failed, which is shown as a sentence."""
        try:
            action()
        except UserError as fault:
            self.failed.emit(str(fault))
            return False
        return True

    def tell(self, changes: Changes, by: QObject | None = None) -> None:
        """Tell every page of changes that were made."""
        if changes:
            if any(changes.of(noun) for noun in ("coder", "round", "round_coder")):
                self._faces = CoderFaces(self.project.coders.all())
                self._look_as_coder()  # somebody new, or a round that was opened or closed
            self.changed.emit(changes, by)

    def stop_reading(self) -> None:
        """Stop whatever reads the project on other threads, until `read_again`: a reader keeps words that are to go."""
        self._stop_all()

    def _stop_all(self) -> None:
        self.backups.stop()
        for each in (self.tasks, *self._runners):
            each.cancel_all()

    def read_again(self) -> None:
        """Let backups be made by themselves again."""
        if self.is_open and not self.project.read_only:
            self.backups.look_after(self.project.path)

    def undo(self) -> None:
        """Take the last step back, and say what it was."""
        self._step_back_or_forth(_UNDONE, self.project.history.next_undo, self.project.history.undo)

    def redo(self) -> None:
        """Do again what was undone last, and say what it was."""
        self._step_back_or_forth(_REDONE, self.project.history.next_redo, self.project.history.redo)

    def _step_back_or_forth(
        self, verb: str, which: Callable[[], HistoryEntry | None], do: Callable[[], Changes]
    ) -> None:
        entry = which()
        if entry is None:
            self.failed.emit(
                tr("There is nothing more to undo.") if verb == _UNDONE else tr("There is nothing to redo.")
            )
            return
        if self._may_step(verb, entry) and self.act(do) is not None:
            self.done.emit(f"{verb}: {entry.what}.", False)

    def _may_step(self, verb: str, entry: HistoryEntry) -> bool:
        """Whether the person wants a step undone or done again, asked where it changes very much at once."""
        size = self.project.history.size(entry.step)
        if size < _MUCH:
            return True
        undo = verb == _UNDONE
        doubt = Doubt(
            question=tr("Undo this whole step?") if undo else tr("Do this whole step again?"),
            detail=tr(
                "{coder} {what}. That changes {size:,} entries of the project at once. {way_back}",
                coder=entry.coder or tr("Somebody"),
                what=entry.what,
                size=size,
                way_back=tr("You can do it again afterwards.") if undo else tr("You can undo it afterwards."),
            ),
            do=tr("Undo it") if undo else tr("Do it again"),
            leave=tr("Leave it"),
        )
        self.doubted.emit(doubt)
        return doubt.answer

    def visit(self, visit: Visit) -> None:
        """Ask the window for another page."""
        self.visited.emit(visit)


def _opened(path: Path, *, to_read: bool) -> Project:
    # The facade is loaded with the first project: the window is there before it.
    from qualcoder_lite.domain.errors import ReadOnlyProjectError
    from qualcoder_lite.service.project import Project

    if to_read:
        return Project.look(path)
    try:
        return Project.open(path)
    except ReadOnlyProjectError:
        return Project.look(path)
