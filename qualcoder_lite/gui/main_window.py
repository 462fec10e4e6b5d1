"""The window: the rail, the pages, the menus, and what is said at the foot."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication, QFileDialog, QHBoxLayout, QMainWindow, QMenu, QStackedWidget, QWidget

from qualcoder_lite.domain.errors import UserError
from qualcoder_lite.gui import theme
from qualcoder_lite.gui.menus import PageMenu, action, fill
from qualcoder_lite.gui.pages.all_pages import FOOT, PAGES, PageEntry, known, make_page
from qualcoder_lite.gui.pages.trouble import TroublePage
from qualcoder_lite.gui.widgets.announce import announce
from qualcoder_lite.gui.widgets.focus_ring import FocusRing
from qualcoder_lite.gui.widgets.rail import Rail, RailItem
from qualcoder_lite.gui.widgets.toast import Toast

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QResizeEvent

    from qualcoder_lite.gui.pages.home import HomePage
    from qualcoder_lite.gui.pages.page import Page
    from qualcoder_lite.gui.tasks import Task
    from qualcoder_lite.gui.workspace import Visit, Workspace

_FILES = "Projects of QualCoder Lite (*.qclite)"
_TITLE = "QualCoder Lite"
_NARROW = 66  # width in letters of body text (em) below which the rail becomes a menu


class MainWindow(QMainWindow):
    """The program's one window, for one project at a time."""

    def __init__(self, workspace: Workspace) -> None:
        """Build it without a project; the start page is shown."""
        super().__init__()
        self.setObjectName("main-window")
        self.setAcceptDrops(True)
        self.workspace = workspace
        self._pages: dict[str, Page] = {}

        self._stack = QStackedWidget()
        self._trouble = TroublePage()
        self._stack.addWidget(self._trouble)
        self._rail = Rail([_rail_item(page) for page in PAGES], foot=[_rail_item(page) for page in FOOT])
        self._rail.page_chosen.connect(self.go)
        self._toast = Toast(self._stack)
        self._toast.action_chosen.connect(self._undo_from_toast)
        self._trouble.way_back.connect(self._leave_trouble)

        workspace.opened.connect(self._on_project_opened)
        workspace.changed.connect(lambda _changes, _by: self._name_undo())
        workspace.coder_changed.connect(lambda _name: self._name_window())
        workspace.failed.connect(self.warn)
        workspace.done.connect(self._on_done)
        workspace.visited.connect(self._on_visited)
        workspace.tasks.started.connect(self._on_task_started)
        theme.current().changed.connect(self._fold)

        body = QWidget()
        row = QHBoxLayout(body)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._rail)
        row.addWidget(self._stack, 1)
        self.setCentralWidget(body)
        self._ring = FocusRing(self)
        self._make_menus()
        self._restore_shape()
        self._on_project_opened()

    # Pages

    def go(self, value: str) -> Page:
        """Show a page."""
        if self._page is not None and self._page.value != value:
            self._page.leave()
        page = self._made(value)
        self._stack.setCurrentWidget(page)
        self._rail.set_current(value)
        self._page_menu.show(page)
        self._toast.hide()
        self.workspace.remember_page(value)
        return page

    @property
    def page(self) -> Page | None:
        """The page that is shown; None while the window shows what went wrong with a project."""
        return self._page

    @property
    def _page(self) -> Page | None:
        shown = self._stack.currentWidget()
        return next((page for page in self._pages.values() if page is shown), None)

    def _made(self, value: str) -> Page:
        if value not in self._pages:
            page = make_page(value, self.workspace)
            self._pages[value] = page
            if value == "home":
                self._connect_home(cast("HomePage", page))
            self._stack.addWidget(page)
        return self._pages[value]

    def _connect_home(self, home: HomePage) -> None:
        home.new_wanted.connect(self.new_project)
        home.open_wanted.connect(self._ask_for_project)
        home.demonstration_wanted.connect(self.open_demonstration)
        home.project_wanted.connect(lambda path: self.open_project(Path(path)))
        home.import_wanted.connect(lambda: self._import([]))

    def _on_visited(self, visit: Visit) -> None:
        self.go(visit.page).receive(visit)

    # Projects

    def open_project(self, path: Path) -> bool:
        """Open a project and show the page it was left on; whether that worked. What stood in the way is shown."""
        if self._page is not None:
            self._page.leave()
        try:
            self.workspace.open(path)
        except UserError as fault:
            self._trouble.show_trouble(path, str(fault))
            self._stack.setCurrentWidget(self._trouble)
            self._rail.set_current("")
            return False
        last = self.workspace.last_page
        self.go(last if known(last) else "home")
        return True

    def _ask_for_project(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, "Open a project", "", _FILES)
        if name:
            self.open_project(Path(name))

    def new_project(self) -> None:
        """Ask for a place, and make a project there."""
        from qualcoder_lite.service.project import Project

        name, _ = QFileDialog.getSaveFileName(self, "Make a new project", "study.qclite", _FILES)
        if not name:
            return
        path = Path(name).with_suffix(".qclite")
        try:
            Project.create(path).close()
        except UserError as fault:
            self.warn(str(fault))
            return
        self.open_project(path)

    def open_demonstration(self) -> None:
        """Open the demonstration project, making it if it isn't there."""
        from qualcoder_lite.service.demonstration import make_demonstration, usual_place

        place = usual_place()
        if place.exists():
            self.open_project(place)
            return
        task = self.workspace.tasks.run("Making the demonstration project", lambda _progress: make_demonstration(place))
        task.finished.connect(lambda _: self.open_project(place))
        task.failed.connect(self.warn)

    def _close_project(self) -> None:
        if self._page is not None:
            self._page.leave()
        self.workspace.close()
        self.go("home")

    def _leave_trouble(self) -> None:
        self.go("home")

    def _on_project_opened(self) -> None:
        self._name_window()
        self._name_undo()
        for needed in self._project_actions:
            needed.setEnabled(self.workspace.is_open)
        for page in (*PAGES, *FOOT):
            self._rail.button(page.value).setEnabled(self._reachable(page))
        self._fill_recent()
        if self._page is None or not self._reachable(self._page):
            self.go("home")

    def _reachable(self, page: PageEntry | Page) -> bool:
        return self.workspace.is_open or not page.needs_project

    # Saying

    def warn(self, sentence: str) -> None:
        """Show what went wrong, until it is closed."""
        self._toast.say(sentence, icon="warning", urgent=True)

    def _on_done(self, sentence: str, can_undo: bool) -> None:
        self._toast.say(sentence, action="Undo" if can_undo else "")

    def _undo_from_toast(self) -> None:
        self._toast.hide()
        self.workspace.undo()

    def _on_task_started(self, task: Task) -> None:
        from qualcoder_lite.gui.dialogs.progress import ProgressStrip

        ProgressStrip(self._stack, task)

    def _name_window(self) -> None:
        if not self.workspace.is_open:
            self.setWindowTitle(_TITLE)
            return
        project, coder = self.workspace.project, self.workspace.coder
        parts = [project.title, *([coder] if coder else []), *(["read only"] if project.read_only else [])]
        self.setWindowTitle(" – ".join([*parts, _TITLE]))

    def _name_undo(self) -> None:
        history = self.workspace.project.history if self.workspace.is_open else None
        for made, verb, entry in (
            (self._undo, "Undo", history.next_undo() if history else None),
            (self._redo, "Redo", history.next_redo() if history else None),
        ):
            made.setEnabled(entry is not None)
            made.setText(f"&{verb}: {entry.what}" if entry else f"&{verb}")

    # Menus

    def _make_menus(self) -> None:
        key = QKeySequence.StandardKey
        self._recent_menu = QMenu("Open &recent", self)
        self._undo = action("&Undo", self.workspace.undo, key.Undo, parent=self)
        self._redo = action("&Redo", self.workspace.redo, key.Redo, "Ctrl+Y", parent=self)
        bring = action("&Import transcripts …", lambda: self._import([]), "Ctrl+I", parent=self)
        close = action("&Close project", self._close_project, key.Close, parent=self)
        copy = action("&Back up to a file …", self._back_up, parent=self)
        self._project_actions = [bring, close, copy]
        self._menu(
            "&File",
            [
                action("&New project …", self.new_project, key.New, parent=self),
                action("&Open project …", self._ask_for_project, key.Open, parent=self),
                self._recent_menu,
                action("Open the &demonstration", self.open_demonstration, parent=self),
                None,
                bring,
                copy,
                None,
                close,
                action("&Quit", self.close, key.Quit, "Ctrl+Q", parent=self),
            ],
        )
        self._menu("&Edit", [self._undo, self._redo])
        self._page_menu = PageMenu(self.menuBar().addMenu(""))
        going = [
            action(page.word, lambda value=page.value: self.go(value), f"Ctrl+{n}", parent=self)
            for n, page in enumerate((*PAGES, *FOOT), 1)
        ]
        self._menu(
            "&Go",
            [
                *going,
                None,
                action("Next &pane", lambda: self._step_pane(1), "F6", parent=self),
                action("Pane &before", lambda: self._step_pane(-1), "Shift+F6", parent=self),
            ],
        )
        self._project_actions += [made for made, page in zip(going, (*PAGES, *FOOT), strict=True) if page.needs_project]
        self._menu(
            "&View",
            [
                action("&Larger text", lambda: self._scale_text(0.1), key.ZoomIn, "Ctrl+=", parent=self),
                action("&Smaller text", lambda: self._scale_text(-0.1), key.ZoomOut, parent=self),
                action("&Usual text", lambda: self._set_look(text=1.0), "Ctrl+0", parent=self),
                None,
                action("L&ight", lambda: self._set_look(mode="light"), parent=self),
                action("&Dark", lambda: self._set_look(mode="dark"), parent=self),
                action("&As the system", lambda: self._set_look(mode="system"), parent=self),
            ],
        )
        self._menu(
            "&Help",
            [
                action("&Keys", self._show_keys, "F1", parent=self),
                action("&About QualCoder Lite", self._show_about, parent=self),
            ],
        )

    def _menu(self, title: str, entries: list[QAction | QMenu | None]) -> None:
        fill(self.menuBar().addMenu(title), entries)

    def _fill_recent(self) -> None:
        self._recent_menu.clear()
        for path in self.workspace.settings.recent:
            self._recent_menu.addAction(
                action(Path(path).stem, lambda path=path: self.open_project(Path(path)), parent=self)
            )
        self._recent_menu.setEnabled(bool(self._recent_menu.actions()))

    # What the menus do

    def _import(self, files: list[Path]) -> None:
        from qualcoder_lite.gui.dialogs.import_transcripts import import_transcripts

        import_transcripts(self, self.workspace, files)

    def _back_up(self) -> None:
        name, _ = QFileDialog.getSaveFileName(self, "Back up to", "backup.qclite", _FILES)
        if name:
            try:
                self.workspace.project.backup(Path(name))
            except UserError as fault:
                self.warn(str(fault))
                return
            self._on_done(f"A copy of the project is in “{name}”.", can_undo=False)

    def _scale_text(self, step: float) -> None:
        self._set_look(text=round(min(2.0, max(1.0, theme.current().look.scale + step)), 1))

    def _set_look(self, *, mode: theme.Mode | None = None, text: float | None = None) -> None:
        settings = self.workspace.settings
        if mode is not None:
            settings.mode = mode
        if text is not None:
            settings.text_scale = text
        theme.current().choose(mode=settings.mode, text=settings.text_scale, tint=settings.tint)
        announce(self, f"Text at {round(theme.current().look.scale * 100)} %.")

    def _show_keys(self) -> None:
        from qualcoder_lite.gui.dialogs.keys import show_keys

        show_keys(self)

    def _show_about(self) -> None:
        from qualcoder_lite.gui.dialogs.about import show_about

        show_about(self)

    def _step_pane(self, step: int) -> None:
        """Put the focus into the next pane of the page, the rail being one of them."""
        panes = [pane for pane in (self._rail, *(self._page.panes() if self._page else ())) if pane.isVisible()]
        focused = QApplication.focusWidget()
        here = [n for n, pane in enumerate(panes) if focused and (pane is focused or pane.isAncestorOf(focused))]
        pane = panes[((here or [0])[-1] + step) % len(panes)]
        _first_in(pane).setFocus(Qt.FocusReason.ShortcutFocusReason)

    # The window itself

    def _fold(self) -> None:
        """Where the window is too narrow for the text's size, the rail gives its room to the page."""
        em = theme.current().look.px(15)
        self._rail.setVisible(self.width() >= _NARROW * em)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold by width in letters, not in pixels."""
        super().resizeEvent(event)
        self._fold()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files: a project is opened, transcripts are imported."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open the project, or import the transcripts, that were dropped."""
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        projects = [path for path in paths if path.suffix == ".qclite"]
        if projects:
            self.open_project(projects[0])
        elif paths and self.workspace.is_open:
            self._import(paths)
        elif paths:
            self.warn("Open or make a project first, then drop the transcripts onto it.")

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep what was typed, close the project, remember how the window stood."""
        if self._page is not None:
            self._page.leave()
        self.workspace.settings.set_shape("main-window", self.saveGeometry())
        self.workspace.close()
        super().closeEvent(event)

    def _restore_shape(self) -> None:
        if not self.restoreGeometry(self.workspace.settings.shape("main-window")):
            self.resize(1440, 900)


def _rail_item(page: PageEntry) -> RailItem:
    return RailItem(page.value, page.word, page.value)


def _first_in(pane: QWidget) -> QWidget:
    """The widget of a pane that Tab would come to first."""
    if pane.focusPolicy() & Qt.FocusPolicy.TabFocus:
        return pane
    inside = pane.nextInFocusChain()
    while inside is not None and inside is not pane:
        can_have_it = inside.focusPolicy() & Qt.FocusPolicy.TabFocus and inside.isVisible() and inside.isEnabled()
        if can_have_it and pane.isAncestorOf(inside):
            return inside
        inside = inside.nextInFocusChain()
    return pane
