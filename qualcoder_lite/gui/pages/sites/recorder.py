"""What a person does to the register, each of it one step; what couldn't be saved is kept to try again."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from qualcoder_lite.domain.errors import UserError
from qualcoder_lite.gui.pages.sites.words import WORDS
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from qualcoder_lite.domain.changes import Changes
    from qualcoder_lite.domain.people import FeatureState, RegisterEntry, Site
    from qualcoder_lite.domain.progress import Progress
    from qualcoder_lite.gui.pages.sites.model import Cell
    from qualcoder_lite.gui.project.workspace import Workspace
    from qualcoder_lite.service.people.sites import SiteRows


SAVED_AS = {tr("Excel workbook (*.xlsx)"): ".xlsx", tr("Table as CSV (*.csv)"): ".csv"}
"""What a register can be saved as, with the ending of each kind."""


class Recorder(QObject):
    """Changes the register for the page.

    Signals:
        added: A site was added; its id. `done` follows.
        feature_added: A feature was added; its id. `done` follows.
        done: Something was done: the sentence that says so, and whether Undo takes it back.
    """

    added = Signal(str)
    feature_added = Signal(str)
    done = Signal(str, bool)

    def __init__(self, workspace: Workspace, page: QObject) -> None:
        """Work for a page, which is told of its own changes by `done` alone."""
        super().__init__(page)
        self._workspace, self._page = workspace, page
        self.unsaved: dict[Cell, RegisterEntry] = {}
        self.unsaved_sites: dict[str, Site] = {}

    def forget(self) -> None:
        """Another project is open: what couldn't be saved in the one before is gone with it."""
        self.unsaved.clear()
        self.unsaved_sites.clear()

    def set_state(self, cells: Mapping[Cell, RegisterEntry], state: FeatureState, named: str) -> None:
        """Set the state of some cells; `named` says which they are."""
        sites, coder, said = self._workspace.project.sites, self._workspace.coder, f"{named}: {WORDS[state]}."
        if len(cells) == 1:
            ((cell, entry),) = cells.items()
            entry = replace(entry, state=state)
            self._act(lambda: sites.record(cell.site, cell.feature, entry, coder=coder), said)
        else:
            states = {(cell.site, cell.feature): state for cell in cells}
            self._act(lambda: sites.record_many(states, coder=coder), said)

    def write_evidence(self, cell: Cell, entry: RegisterEntry, named: str) -> bool:
        """Keep the evidence for a cell; whether that worked."""
        sites, coder = self._workspace.project.sites, self._workspace.coder
        self.unsaved.pop(cell, None)
        said = tr("{named}: evidence kept.", named=named)
        kept = self._act(lambda: sites.record(cell.site, cell.feature, entry, coder=coder), said)
        if not kept:
            self.unsaved[cell] = entry
        return kept

    def write_facts(self, site: Site) -> bool:
        """Keep what is known of a site; whether that worked."""
        self.unsaved_sites.pop(site.id, None)
        kept = self._act(lambda: self._workspace.project.sites.update(site), tr("{site}: kept.", site=site.name))
        if not kept:
            self.unsaved_sites[site.id] = site
        return kept

    def paste(self, text: str, cell: Cell) -> None:
        """Record a block copied from a spreadsheet, from a cell on."""
        sites, coder = self._workspace.project.sites, self._workspace.coder
        self._act(
            lambda: sites.paste(text, site=cell.site, feature=cell.feature, coder=coder),
            lambda changes: tr("Pasted: {cells} changed.", cells=counted(len(changes.of("register_entry")))),
        )

    def add(self, name: str) -> str:
        """Add a site; a sentence where that can't be done."""
        try:
            changes = self._workspace.project.sites.add(name)
        except UserError as fault:
            return str(fault)
        self._workspace.tell(changes, self._page)
        self.added.emit(next(iter(changes.of("site"))))
        self.done.emit(tr("Added: {name}.", name=" ".join(name.split())), True)
        return ""

    def add_feature(self, name: str, definition: str) -> str:
        """Add a feature to the register; a sentence where that can't be done."""
        try:
            changes = self._workspace.project.sites.add_feature(name, definition, coder=self._workspace.coder)
        except UserError as fault:
            return str(fault)
        self._workspace.tell(changes, self._page)
        self.feature_added.emit(next(iter(changes.of("register_feature"))))
        self.done.emit(tr("Added: {name}.", name=" ".join(name.split())), True)
        return ""

    def rename_feature(self, feature: str, name: str, definition: str) -> str:
        """Give a feature of one's own another name; a sentence where that can't be done."""
        try:
            changes = self._workspace.project.sites.update_feature(
                feature, name=name, definition=definition, coder=self._workspace.coder
            )
        except UserError as fault:
            return str(fault)
        self._workspace.tell(changes, self._page)
        self.done.emit(tr("Now called: {name}.", name=" ".join(name.split())), bool(changes))
        return ""

    def remove_feature(self, feature: str, name: str) -> None:
        """Take a feature of one's own out of the register."""
        sites, coder = self._workspace.project.sites, self._workspace.coder
        self._act(lambda: sites.remove_feature(feature, coder=coder), tr("Taken out: {name}.", name=name))

    def save(self, target: Path) -> None:
        """Write the register to a file."""
        try:
            self._workspace.project.sites.write(target)
        except UserError as fault:
            self._workspace.failed.emit(str(fault))
        else:
            self.done.emit(tr("The sites are in “{target}”.", target=target), False)

    def bring_in_example(self) -> None:
        """Take in the worked example of a register that comes with the program, as one step."""
        from qualcoder_lite.service.program.shipped import example_register

        self.bring_in(example_register(), tr("the worked example"))

    def bring_in(self, table: Path, called: str = "") -> None:
        """Read a table of sites off the window's thread, then take its rows in as one step; `called` names it."""
        project, called = self._workspace.project.path, called or table.name
        task = self._workspace.tasks.run(
            tr("Reading {called}", called=called), lambda progress: _rows(project, table, progress)
        )
        task.finished.connect(lambda rows: self._take_in(project, rows, called))
        task.failed.connect(self._workspace.failed)

    def _take_in(self, project: Path, rows: SiteRows, file: str) -> None:
        if self._workspace.is_open and self._workspace.project.path == project:
            many = tr("{n} site", "{n} sites", n=len(rows))
            self._act(
                lambda: self._workspace.project.sites.take_in(rows, file),
                tr("Took in {many} from {file}.", many=many, file=file),
            )

    def _act(self, do: Callable[[], Changes], said: str | Callable[[Changes], str]) -> bool:
        """Do one thing and say so; whether it was done."""
        changes = self._workspace.act(do, by=self._page)
        if changes is not None:
            self.done.emit(said if isinstance(said, str) else said(changes), bool(changes))
        return changes is not None


def with_ending(target: Path, kind: str) -> Path:
    """A file to save to, with the ending of the kind that was chosen where it has none of them."""
    known = target.suffix.lower() in SAVED_AS.values()
    return target if known else target.with_name(target.name + SAVED_AS.get(kind, ".xlsx"))


def counted(cells: int) -> str:
    """Cells in words."""
    return tr("{n:,} cell", "{n:,} cells", n=cells)


def _rows(project: Path, table: Path, progress: Progress) -> SiteRows:
    """Read a table on the worker's thread, with the names of the project's features."""
    from qualcoder_lite.service.project import Project

    progress(0, 1)
    with Project.look(project) as opened:
        rows = opened.sites.read_table(table)
    progress(1, 1)
    return rows
