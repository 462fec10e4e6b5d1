"""The page Sites: features of partnership by sites, the chosen cell and its site beside them.

The page puts its parts together and tells the project what a person changed; each change is one step.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPoint, QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QMenu, QVBoxLayout, QWidget

from qualcoder_lite.gui import theme
from qualcoder_lite.gui.dialogs.ask_name import ask_name
from qualcoder_lite.gui.pages.page import Page
from qualcoder_lite.gui.pages.sites.block import copied
from qualcoder_lite.gui.pages.sites.cell_ways import CellWays
from qualcoder_lite.gui.pages.sites.desk import Desk
from qualcoder_lite.gui.pages.sites.model import Cell
from qualcoder_lite.gui.pages.sites.questions import NEW_FEATURE, NEW_SITE
from qualcoder_lite.gui.pages.sites.recorder import SAVED_AS, Recorder, counted, with_ending
from qualcoder_lite.gui.pages.sites.words import KEYS, WORDS
from qualcoder_lite.gui.project.workspace import Visit
from qualcoder_lite.gui.widgets.actions import action
from qualcoder_lite.gui.widgets.announce import announce
from qualcoder_lite.service.scope import Scope
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QAction, QResizeEvent, QShowEvent

    from qualcoder_lite.domain.people import FeatureState, RegisterEntry, Site
    from qualcoder_lite.gui.project.workspace import Workspace

_TABLES = tr("Tables (*.csv *.tsv *.xlsx)")


class SitesPage(Page):
    """What each partnership has in place."""

    value, word, icon = "sites", tr("Sites"), "sites"
    nouns = frozenset({"site", "register_entry", "register_feature", "memo"})

    def __init__(self, workspace: Workspace) -> None:
        """Build the page; it is filled when it is first shown."""
        super().__init__(workspace)
        self.desk = Desk(workspace.settings)
        self.recorder = Recorder(workspace, self)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.desk)
        self._project = ""
        self._cell: Cell | None = None
        self._menu = QMenu(self)
        self._menu.setObjectName("sites-states")
        self.cells = CellWays(workspace, self.recorder, self)
        self._actions = self._make_actions()
        self._connect()

    def _connect(self) -> None:
        desk, table = self.desk, self.desk.table
        self.recorder.added.connect(self._on_added)
        self.recorder.feature_added.connect(self._on_feature_added)
        self.recorder.done.connect(self._on_done)
        table.went.connect(self._on_went)
        table.state_wanted.connect(self.set_state)
        table.choice_wanted.connect(self.ask_state)
        table.opened.connect(self.open_evidence)
        table.customContextMenuRequested.connect(self._on_context_menu)
        desk.header.import_wanted.connect(self.ask_for_table)
        desk.header.paste_wanted.connect(self.paste)
        desk.header.add_wanted.connect(self.ask_for_site)
        desk.header.feature_wanted.connect(self.ask_for_feature)
        desk.header.save_wanted.connect(self.save)
        desk.empty.primary_chosen.connect(self.ask_for_table)
        desk.empty.other_chosen.connect(self.ask_for_site)
        desk.empty.further_chosen.connect(self.recorder.bring_in_example)
        desk.foot.status.action_chosen.connect(self._on_undo)
        cell, site = desk.beside.cell, desk.beside.site
        cell.state_chosen.connect(self._on_state_chosen)
        cell.evidence_written.connect(self._on_evidence_written)
        site.facts_written.connect(self._on_facts_written)
        site.quotes_wanted.connect(self._on_quotes_wanted)
        site.memo_wanted.connect(self._on_memo_wanted)
        cell.left.connect(self.focus_table)
        cell.memo_wanted.connect(self.cells.write_memo)
        cell.history_wanted.connect(self.cells.show_history)
        cell.rename_wanted.connect(self.cells.rename_feature)
        cell.removal_wanted.connect(self.cells.remove_feature)
        site.left.connect(self.focus_table)
        theme.current().changed.connect(self._fold)

    # Looking at the project

    def refresh(self) -> None:
        """Look at the register again; the cell that was chosen stays chosen."""
        project = self.workspace.project
        if str(project.path) != self._project:
            self._project, self._cell = str(project.path), None
            self.recorder.forget()
            self.desk.beside.forget()
            self.desk.foot.clear()
        sites, features = project.sites.all(), project.sites.features()
        desk = self.desk
        desk.show_register(sites, features)
        desk.set_read_only(project.read_only)
        index = desk.model.index_of(self._cell)
        if index != desk.table.currentIndex():
            desk.table.show_cell(index)  # which shows it beside the table too
        elif index.isValid():
            self._show_cell(index)

    def _show_cell(self, index: QModelIndex) -> None:
        feature = self.desk.model.line(index.row()).feature
        cell = self.desk.model.cell(index)
        if feature is None or cell is None:
            return
        site = self.desk.model.sites[index.column()]
        self.desk.beside.cell.show_cell(site, feature, self.recorder.unsaved.get(cell))
        self.desk.beside.cell.show_memos(self.cells.go_to(site, feature))
        self.desk.beside.site.show_site(site, self.desk.model.features, self.recorder.unsaved_sites.get(site.id))

    def _on_went(self, index: QModelIndex) -> None:
        if self.desk.model.cell(index) != self._cell:
            self.desk.foot.clear()
            self.desk.beside.keep()
            self.desk.beside.go_to_top()
        self._cell = self.desk.model.cell(index)
        self._show_cell(index)

    # States

    def set_state(self, state: FeatureState) -> None:
        """Record a state in all chosen cells, as one step."""
        model = self.desk.model
        self.desk.beside.keep()
        chosen = self.desk.table.chosen()
        changing = [index for index in chosen if model.entry(index).state != state]
        named = self._named(chosen[0]) if len(chosen) == 1 else counted(len(changing))
        cells = {cell: model.entry(index) for index in changing if (cell := model.cell(index))}
        if cells:
            self.recorder.set_state(cells, state, named)
        else:
            announce(self.desk.table, f"{named}: {WORDS[state]}.")

    def _named(self, index: QModelIndex) -> str:
        return f"{self.desk.model.sites[index.column()].name}, {self.desk.model.line(index.row()).words}"

    def _on_state_chosen(self, state: FeatureState) -> None:
        self.desk.table.show_cell(self.desk.model.index_of(self._cell))
        self.set_state(state)

    def ask_state(self, place: QPoint) -> None:
        """Offer the states in a menu at a place on the screen."""
        state = self.desk.model.entry(self.desk.table.currentIndex()).state
        letters = self.workspace.settings.letter_keys
        self._menu.clear()
        for each, words in WORDS.items():
            offered = self._menu.addAction(f"{words}\t{KEYS[each]}" if letters else words)
            offered.setCheckable(True)
            offered.setChecked(each == state)
            offered.setEnabled(not self.workspace.project.read_only)
            offered.triggered.connect(lambda _=False, each=each: self.set_state(each))
        self._menu.addSeparator()
        self._menu.addAction(tr("Evidence …")).triggered.connect(lambda _=False: self.open_evidence())
        self._menu.addAction(tr("Copy")).triggered.connect(lambda _=False: self.copy())
        self._menu.addAction(tr("Paste")).triggered.connect(lambda _=False: self.paste())
        self._menu.popup(place)

    def _on_context_menu(self, place: QPoint) -> None:
        table = self.desk.table
        index = table.indexAt(place)
        if self.desk.model.cell(index) and index not in table.chosen():
            table.setCurrentIndex(index)
        self.ask_state(table.viewport().mapToGlobal(place))

    # Evidence and facts

    def open_evidence(self) -> None:
        """Go to the evidence of the chosen cell."""
        self.desk.show_beside()
        self.desk.beside.focus_source()

    def _on_evidence_written(self, cell: Cell, entry: RegisterEntry) -> None:
        if not self.recorder.write_evidence(cell, entry, self._named(self.desk.model.index_of(cell))):
            self._show_cell(self.desk.table.currentIndex())

    def _on_facts_written(self, site: Site) -> None:
        if not self.recorder.write_facts(site):
            self._show_cell(self.desk.table.currentIndex())

    def _on_quotes_wanted(self) -> None:
        site = next((site for site in self.desk.model.sites if self._cell and site.id == self._cell.site), None)
        if site is not None:
            self.workspace.visit(Visit(page="quotes", scope=Scope(sites=(site.name,))))

    def _on_memo_wanted(self) -> None:
        from qualcoder_lite.domain.memo import About
        from qualcoder_lite.gui.memos.writer import write_memo

        if self._cell is not None:
            write_memo(self.workspace, About(site=self._cell.site), self.window())

    # Sites and states coming in and going out

    def ask_for_site(self) -> None:
        """Ask for a site's name, add the site and go to it."""
        self.desk.beside.keep()
        if ask_name(NEW_SITE, self.recorder.add, self.window()):
            self.focus_table()

    def _on_added(self, site: str) -> None:
        self._cell = Cell(site, self._cell.feature if self._cell else "")

    def ask_for_feature(self) -> None:
        """Ask for a feature's name, add the feature and go to it."""
        self.desk.beside.keep()
        if ask_name(NEW_FEATURE, self.recorder.add_feature, self.window()):
            self.focus_table()

    def _on_feature_added(self, feature: str) -> None:
        self._cell = Cell(self._cell.site if self._cell else "", feature)

    def save(self) -> None:
        """Ask for a file and write the whole register to it."""
        self.desk.beside.keep()
        name, kind = QFileDialog.getSaveFileName(
            self, tr("Save the sites as a table"), self.workspace.beside("sites.xlsx"), ";;".join(SAVED_AS)
        )
        if name:
            self.recorder.save(with_ending(Path(name), kind))

    def ask_for_table(self) -> None:
        """Ask for a table of sites and take it in."""
        name, _ = QFileDialog.getOpenFileName(self, tr("Import a table of sites"), "", _TABLES)
        if name:
            self.recorder.bring_in(Path(name))

    def paste(self) -> None:
        """Record the states that were copied from a spreadsheet, from the first of the chosen cells on, as one step."""
        self.desk.beside.keep()
        first = self.desk.table.first_chosen()
        if first is not None:
            self.recorder.paste(QGuiApplication.clipboard().text(), first)

    def copy(self) -> None:
        """Copy the chosen cells as words, the whole table with its headings."""
        chosen = self.desk.table.chosen()
        if chosen:
            QGuiApplication.clipboard().setText(copied(self.desk.model, chosen))
            self._tell(tr("Copied: {cells}.", cells=counted(len(chosen))), can_undo=False)

    # Saying and undoing

    def _on_done(self, said: str, can_undo: bool) -> None:
        self.refresh()
        self._tell(said, can_undo=can_undo)

    def _tell(self, said: str, *, can_undo: bool) -> None:
        if not self.say(said, can_undo):
            self.workspace.done.emit(said, can_undo)

    def _on_undo(self) -> None:
        self.desk.foot.clear()
        self.workspace.undo()
        self.focus_table()

    # The window's side

    def focus_table(self) -> None:
        """Go to the table."""
        self.desk.show_table()
        self.desk.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def preparations(self) -> Sequence[Callable[[], object]]:
        """Fold into the window, and show the register."""
        return (lambda: self.desk.fold(self.window().width()), self.look_ahead)

    def panes(self) -> Sequence[QWidget]:
        """The table, then what stands beside it, then the buttons over it."""
        if not self.desk.model.sites:
            return [self.desk.empty]
        return [self.desk.table, self.desk.beside, self.desk.header]

    def actions_for_menu(self) -> Sequence[QAction]:
        """What can be done here, with its keys."""
        return self._actions

    def say(self, sentence: str, can_undo: bool) -> bool:
        """Say under the table what was done, where that is in sight."""
        if self.desk.foot.isVisible():
            self.desk.foot.say(sentence, can_undo=can_undo)
        return self.desk.foot.isVisible()

    def leave(self) -> None:
        """Keep what was typed, and how the page stands."""
        if self.workspace.is_open:
            self.desk.beside.keep()
        self.desk.remember()

    def _make_actions(self) -> list[QAction]:
        made = [
            action(tr("&Add a site …"), self.ask_for_site, "Ctrl+Shift+A"),
            action(tr("&Import a table of sites …"), self.ask_for_table, "Ctrl+Shift+I"),
            action(tr("Add a &feature …"), self.ask_for_feature),
            action(tr("&Save as a table …"), self.save),
            action(tr("&Copy the chosen cells"), self.copy, "Ctrl+C"),
            action(tr("&Paste into the table"), self.paste, "Ctrl+V"),
            action(tr("&Evidence for this cell"), self.open_evidence, "Ctrl+E"),
            action(tr("&History of this cell …"), self.cells.show_history, "Ctrl+H"),
            action(tr("&Memo as evidence …"), self.cells.write_memo, "Ctrl+Shift+M"),
            action(tr("&Go to the table"), self.focus_table, "Ctrl+T"),
        ]
        for each in made:
            each.setParent(self)
        return made

    def minimumSizeHint(self) -> QSize:
        """What it can fold down to; how it stands now must not hold the window open."""
        em = theme.current().look.px(15)
        return QSize(42 * em, 21 * em)

    def _fold(self) -> None:
        if self.isVisible():
            self.desk.fold(self.window().width())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold by the window's width in letters."""
        super().resizeEvent(event)
        self._fold()

    def showEvent(self, event: QShowEvent) -> None:
        """Fit into the window and to the person's settings, then look at the project."""
        self.desk.fold(self.window().width())
        self.desk.show_letters(self.workspace.settings.letter_keys)
        super().showEvent(event)
