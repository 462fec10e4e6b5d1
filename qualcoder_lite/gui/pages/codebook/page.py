"""The page Codebook: the codes at the left, everything that is said of the chosen one at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit, QWidget

from qualcoder_lite.gui.pages.codebook.changing import Changing
from qualcoder_lite.gui.pages.codebook.code_list import CodeList
from qualcoder_lite.gui.pages.codebook.editor import Editor
from qualcoder_lite.gui.pages.codebook.files import bring_in_codebook, export_codebook
from qualcoder_lite.gui.pages.codebook.head import Head
from qualcoder_lite.gui.pages.codebook.model import CodebookModel
from qualcoder_lite.gui.pages.page import Page
from qualcoder_lite.gui.project.workspace import Visit
from qualcoder_lite.gui.widgets.actions import action
from qualcoder_lite.gui.widgets.card import Card
from qualcoder_lite.gui.widgets.clear_cross import ClearCross
from qualcoder_lite.gui.widgets.layouts import Column
from qualcoder_lite.gui.widgets.list_and_detail import ListAndDetail
from qualcoder_lite.service.scope import Scope
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QAction

    from qualcoder_lite.domain.codebook import Code, Codebook
    from qualcoder_lite.gui.pages.codebook.model import Entry
    from qualcoder_lite.gui.project.workspace import Workspace

_LIST = 390  # width of the list in pixels at a text scale of 1, until a person moves the edge


class CodebookPage(Page):
    """All codes, to be read and changed."""

    value, word, icon = "codebook", tr("Codebook"), "book"
    nouns = frozenset(("code", "code_group", "codebook", "codebook_change", "coding", "attribution", "coder"))

    def __init__(self, workspace: Workspace) -> None:
        """Build the page; `refresh` fills it."""
        super().__init__(workspace)
        self._books: Sequence[Codebook] = ()
        self._chosen = ""
        self._choosing = False
        self.model = CodebookModel(self)
        self.list = CodeList(self.model)
        self.editor = Editor()
        self.changing = Changing(self, self.editor)
        self.head = Head()
        self._make_search()
        self._lay_out()
        self._connect()
        self._actions = self._make_actions()

    # Building

    def _make_search(self) -> None:
        self.search = QLineEdit()
        self.search.setObjectName("codebook-find")
        self.search.setAccessibleName(tr("Find a code by its name, or by what is said of it"))
        self.search.setPlaceholderText(tr("Find a code"))
        ClearCross(self.search)

    def _lay_out(self) -> None:
        left = Card(
            Column(Column(self.search, margins=(16, 12, 16, 8)), (self.list, 1), gap=0, margins=(0, 0, 1, 0)),
            kind="side",
        )
        self._sides = ListAndDetail(
            "codebook-splitter",
            left,
            self.editor,
            width=_LIST,
            settings=self.workspace.settings,
            lands_on=self.list,
        )
        self.setLayout(Column(self.head, (self._sides, 1), gap=0))

    def _connect(self) -> None:
        editor = self.editor
        self.list.selectionModel().currentChanged.connect(lambda now, _before: self._on_row_chosen(now.row()))
        self.list.entered.connect(self._enter)
        self.list.clicked.connect(lambda _index: self._sides.read(True))
        self.list.moved.connect(self.changing.move_chosen)
        self.search.textChanged.connect(lambda _words: self._show_list())
        self.head.new_code.clicked.connect(self.changing.add_code)
        self.head.new_group.clicked.connect(self.changing.add_group)
        self.head.export.clicked.connect(self._export)
        self.head.bring_in.clicked.connect(self._bring_in)
        editor.saved.connect(self.changing.save)
        editor.group_chosen.connect(self.changing.move_to_group)
        editor.merge_wanted.connect(self.changing.merge)
        editor.split_wanted.connect(self.changing.split)
        editor.retire_wanted.connect(self.changing.retire_or_bring_back)
        editor.remove_wanted.connect(self.changing.remove_group)
        editor.quotes_wanted.connect(self._show_quotes)
        editor.memo_wanted.connect(self._show_memos)
        editor.left.connect(self._on_editor_left)
        editor.back_wanted.connect(self._sides.go_back)
        self.changing.made.connect(self._on_made)
        self.changing.became.connect(self._on_became)
        self.workspace.opened.connect(self._on_project_opened_or_closed)
        self._sides.folded.connect(self._on_folded)

    def _make_actions(self) -> list[QAction]:
        made = [
            action(tr("&New code …"), self.changing.add_code, "Ctrl+Shift+N"),
            action(tr("New &group …"), self.changing.add_group),
            action(tr("&Find a code"), self._go_to_find, "Ctrl+F"),
            action(tr("&Save the changes"), self.changing.save, "Ctrl+S"),
            action(tr("Move &up"), lambda: self.changing.move_chosen(-1)),
            action(tr("Move &down"), lambda: self.changing.move_chosen(1)),
            action(tr("&Merge into another code …"), self.changing.merge),
            action(tr("S&plit …"), self.changing.split),
            action(tr("&Retire, or bring back"), self.changing.retire_or_bring_back),
            action(tr("&Export the codebook …"), self._export, "Ctrl+E"),
            action(tr("&Bring in a codebook …"), self._bring_in),
        ]
        for each in made:
            each.setParent(self)
        return made

    # What pages do

    def refresh(self) -> None:
        """Look at the codebooks again; the code that is chosen stays, with what is being typed about it."""
        project = self.workspace.project
        self._books = project.codebooks.all()
        self._counts = project.codes.counts()
        closed = project.read_only
        self.head.set_read_only(closed)
        self.editor.set_read_only(closed)
        self.head.say(self._books)
        self._show_list()

    def receive(self, visit: Visit) -> None:
        """Show a code."""
        if visit.code:
            self.search.clear()
            self.choose(visit.code)
            self._sides.read(True)

    def panes(self) -> Sequence[QWidget]:
        """The list, what is said of a code, the head."""
        return (self.list, self.editor, self.head)

    def actions_for_menu(self) -> Sequence[QAction]:
        """What can be done with codes."""
        return self._actions

    def leave(self) -> None:
        """Keep what was typed; what can't be kept is told, and the window asks whether to go on without it."""
        if not self.changing.keep():
            return
        self.editor.show_again()

    def _on_project_opened_or_closed(self) -> None:
        self._chosen = ""
        if not self.workspace.is_open:
            self.editor.entry = None
            self.model.show((), {})

    # Choosing

    def _show_list(self) -> None:
        self._choosing = True
        self.model.show(self._books, self._counts if self._books else {}, self.search.text())
        row = self.model.row_of(self._chosen)
        row = self.model.first() if row < 0 else row
        self.list.setCurrentIndex(self.model.index(row, 0))
        self._choosing = False
        if row >= 0:
            self._show_entry(self.model.entry(row))

    def choose(self, id_: str) -> None:
        """Choose a code or a group."""
        row = self.model.row_of(id_)
        if row >= 0:
            self.list.setCurrentIndex(self.model.index(row, 0))
            self.list.scrollTo(self.model.index(row, 0))

    def _on_row_chosen(self, row: int) -> None:
        if self._choosing or row < 0 or self.model.entry(row).id == self._chosen:
            return
        wanted = self.model.entry(row).id
        if not self.changing.keep():
            self._choosing = True
            self.list.setCurrentIndex(self.model.index(self.model.row_of(self._chosen), 0))
            self._choosing = False
            return
        self._chosen = wanted
        row = self.model.row_of(wanted)  # saving what was typed may have shown the list anew
        self.list.setCurrentIndex(self.model.index(row, 0))
        self._show_entry(self.model.entry(row))

    def _show_entry(self, entry: Entry) -> None:
        if self.editor.entry is not None and self.editor.entry.id == entry.id and self.editor.changed:
            return  # what is being typed stays
        self._chosen = entry.id
        groups = [(group.id, group.name) for book in self._books for group in book.groups]
        self.editor.show_entry(entry, groups)
        project = self.workspace.project
        of_code = entry.code is not None
        self.editor.changes.show_changes(
            [
                change
                for change in project.codebooks.changes()
                if (change.code == entry.id if of_code else change.codebook == entry.codebook.id)
            ],
            {coder.id: coder.name for coder in project.coders.all()},
            project.codebooks.names(),
        )

    @property
    def _code(self) -> Code | None:
        return self.editor.entry.code if self.editor.entry is not None else None

    # What was changed

    def _on_made(self, id_: str) -> None:
        self._chosen = id_
        self.search.clear()
        self.refresh()
        self.choose(id_)
        self._sides.read(True)

    def _on_became(self, id_: str) -> None:
        self._chosen = id_
        self.refresh()

    # Going elsewhere

    def _show_quotes(self) -> None:
        code = self._code
        if code is not None:
            self.workspace.visit(Visit(page="quotes", scope=Scope(codes=(code.name,))))

    def _show_memos(self) -> None:
        code = self._code
        if code is not None:
            from qualcoder_lite.domain.memo import About
            from qualcoder_lite.gui.memos.writer import write_memo

            write_memo(self.workspace, About(code=code.id), self.window())

    def _export(self) -> None:
        if self.changing.keep():
            export_codebook(self, self.workspace)

    def _bring_in(self) -> None:
        if self.changing.keep():
            bring_in_codebook(self, self.workspace)

    def _go_to_find(self) -> None:
        self._sides.go_back()
        self.search.setFocus()
        self.search.selectAll()

    # Room

    def _enter(self) -> None:
        self._sides.read(True)
        self.editor.focus_first()

    def _on_editor_left(self) -> None:
        (self.editor.back if self._sides.reading else self.list).setFocus()

    def _on_folded(self) -> None:
        self.head.setVisible(not self._sides.reading)
        self.editor.back.setVisible(self._sides.narrow)
