"""The window: the rail, the pages, the menus, and what is said at the foot."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QWidget

from qualcoder_lite.domain.errors import ProjectLockedError, UserError
from qualcoder_lite.gui import theme
from qualcoder_lite.gui.menus.edit import EditMenu
from qualcoder_lite.gui.menus.file import FileMenu
from qualcoder_lite.gui.menus.go import GoMenu
from qualcoder_lite.gui.menus.help import HelpMenu
from qualcoder_lite.gui.menus.page import PageMenu
from qualcoder_lite.gui.menus.view import ViewMenu
from qualcoder_lite.gui.pages.all_pages import known
from qualcoder_lite.gui.pages.opening import OpeningPage
from qualcoder_lite.gui.project import files
from qualcoder_lite.gui.theme import tokens
from qualcoder_lite.gui.widgets.focus_ring import FocusRing
from qualcoder_lite.gui.widgets.panes import step_pane
from qualcoder_lite.gui.window.keyboard import Keyboard
from qualcoder_lite.gui.window.leaving import may_leave
from qualcoder_lite.gui.window.page_stack import PageStack
from qualcoder_lite.gui.window.sayings import Sayings
from qualcoder_lite.gui.window.way_back import WayBack
from qualcoder_lite.gui.window.ways_to_pages import WaysToPages
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QPaintEvent, QResizeEvent, QShowEvent

    from qualcoder_lite.domain.changes import Changes
    from qualcoder_lite.gui.pages.home import HomePage
    from qualcoder_lite.gui.pages.page import Page
    from qualcoder_lite.gui.pages.trouble import TroublePage
    from qualcoder_lite.gui.project.workspace import Visit, Workspace

_TITLE = "QualCoder Lite"


class MainWindow(QMainWindow):
    """The program's one window, for one project at a time.

    Signals:
        ready: The window was seen for the first time, and the project it was started with, if any, has been opened.
    """

    ready = Signal()

    def __init__(self, workspace: Workspace, *, awaited: Path | None = None) -> None:
        """Build it without a project. The start page is shown; or which project is opened once the window is seen."""
        super().__init__()
        self.setObjectName("main-window")
        theme.current().dress(self)
        self.setAcceptDrops(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.workspace = workspace
        self._stack = PageStack(workspace)
        self._trouble: TroublePage | None = None
        self._ways = WaysToPages(self.menuBar())
        self.sayings = Sayings(workspace, self._stack, self)
        self._ring = FocusRing(self)
        self._keyboard = Keyboard(self)
        self._lay_out()
        self._make_menus()
        self._connect()
        self._connect_menus()
        if not self.restoreGeometry(workspace.settings.shape("main-window")):
            self.resize(1440, 900)
        self._seen = False
        self._once_seen = QTimer(self)
        self._once_seen.setSingleShot(True)
        self._once_seen.timeout.connect(self._on_seen)
        self._opening = OpeningPage(awaited) if awaited is not None else None
        if self._opening is None:
            self._on_project_opened()
        else:
            self._say_what_is_open()
            self._stack.addWidget(self._opening)

    def _lay_out(self) -> None:
        body = QWidget()
        row = QHBoxLayout(body)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._ways.rail)
        row.addWidget(self._stack, 1)
        self.setCentralWidget(body)
        self._way_back = WayBack(self)
        self.menuBar().setCornerWidget(self._way_back, Qt.Corner.TopRightCorner)
        self._way_back.hide()  # a corner widget is shown when it is put there
        more = self.menuBar().findChild(QWidget, "qt_menubar_ext_button")
        if more is not None:  # what Qt shows where not even the menus have room
            more.setAccessibleName(tr("More menus"))

    def _connect(self) -> None:
        # Methods of this object, not functions made here: such connections keep a closed window alive.
        self._ways.rail.page_chosen.connect(self._on_page_chosen)
        self._stack.made.connect(self._on_page_made)
        self._way_back.wanted.connect(self._go_back)
        workspace = self.workspace
        workspace.opened.connect(self._on_project_opened)
        workspace.coder_changed.connect(self._name_window)
        workspace.changed.connect(self._on_changed)
        workspace.visited.connect(self._on_visited)
        theme.current().changed.connect(self._fold)

    # Pages

    def go(self, value: str) -> Page | None:
        """Show a page, and give the page that is shown then: another one where the person would rather stay."""
        if self._page is None or self._page.value != value:
            if not self._may_leave():
                return self._page
            self.sayings.put_away_what_was_done()
        page = self._stack.get(value)
        on_page = self._keyboard.is_nowhere or self._keyboard.is_in(self._stack)
        comes = self._stack.currentWidget() is not page
        self._stack.setCurrentWidget(page)
        if comes and on_page:  # who came by the rail stays on it
            self._keyboard.go_to(page)
        self._ways.rail.set_current(value)
        self._page_menu.show(page)
        self._way_back.arrived(value)
        self.workspace.remember_page(value)
        return page

    def _go_back(self, value: str) -> None:
        page = self.go(value)
        if page is not None and page.value == value:
            page.come_back()

    def _on_page_chosen(self, value: str, to_stay: bool) -> None:
        """Go to a page from the rail; unless told to stay there, the keyboard goes with it."""
        page = self.go(value)
        if page is not None and not to_stay:
            self._keyboard.go_to(page)

    def _on_page_wanted(self, value: str) -> None:
        """Go to a page by its key or the menu, and from the rail or any other place outside it into the page."""
        page = self.go(value)
        if page is not None and not self._keyboard.is_in(page):
            self._keyboard.go_to(page)

    def _on_menu_changed(self) -> None:
        if self._page is not None and self._page is self.sender():
            self._page_menu.show(self._page)

    @property
    def page(self) -> Page | None:
        """The page that is shown; None while the window shows what went wrong with a project."""
        return self._page

    def _shown_page(self) -> Page | None:
        return self._page

    @property
    def _page(self) -> Page | None:
        return self._stack.page

    def prepare(self, value: str) -> Page:
        """Make a page that nobody has come to yet, so that it is there when somebody does."""
        return self._stack.get(value)

    def _on_page_made(self, page: Page) -> None:
        page.menu_changed.connect(self._on_menu_changed)
        if page.value == "home":
            self._connect_home(cast("HomePage", page))

    def _connect_home(self, home: HomePage) -> None:
        self._connect_ways_to_projects(home)
        home.import_wanted.connect(self._file_menu.import_transcripts)
        home.copies_wanted.connect(self._file_menu.bring_together)
        home.cut_wanted.connect(self._file_menu.cut_copy)
        home.same_names_wanted.connect(self._file_menu.ask_same_names)
        home.details_wanted.connect(self._file_menu.ask_details)

    def _may_leave(self) -> bool:
        return may_leave(self._page, self.workspace, self)

    def _connect_ways_to_projects(self, offer: HomePage | FileMenu) -> None:
        offer.new_wanted.connect(self.new_project)
        offer.open_wanted.connect(self._ask_for_project)
        offer.project_wanted.connect(self._open_named)
        offer.demonstration_wanted.connect(self.open_demonstration)

    def _go_home(self) -> None:
        self.go("home")

    def _on_visited(self, visit: Visit) -> None:
        left, page = self._page, self.go(visit.page)
        if page is not None and page.value == visit.page:
            if left is not None and left is not page:
                self._way_back.remember(left)
            page.receive(visit)

    # Projects

    def open_project(self, path: Path, *, to_read: bool = False) -> bool:
        """Open a project and show the page it was left on; whether that worked. What stood in the way is shown."""
        if not self._may_leave():
            return False
        self.sayings.put_away()
        try:
            self.workspace.open(path, to_read=to_read)
        except UserError as fault:
            self._show_trouble(path, fault)
            self._ways.rail.set_current("")
            self._page_menu.show(None)
            return False
        self._keyboard.go_to_if_nowhere(self.go(self._page_to_start_on()))
        return True

    def _on_seen(self) -> None:
        if self._opening is not None:
            self.open_project(self._opening.path)
            if self._page is not None:  # a window that becomes the active one meanwhile gives the keyboard to its rail
                self._keyboard.go_to(self._page)
            self._stack.removeWidget(self._opening)
            self._opening.deleteLater()
            self._opening = None
        self.ready.emit()

    def _show_trouble(self, path: Path, fault: UserError) -> None:
        from qualcoder_lite.gui.pages.trouble import TroublePage

        if self._trouble is None:
            self._trouble = TroublePage()
            self._trouble.way_back.connect(self._go_home)
            self._trouble.again_wanted.connect(self._open_named)
            self._trouble.look_wanted.connect(self._look_at)
            self._stack.addWidget(self._trouble)
        self._stack.setCurrentWidget(self._trouble)
        self._trouble.show_trouble(path, fault, can_look=isinstance(fault, ProjectLockedError))

    def _look_at(self, path: str) -> None:
        self.open_project(Path(path), to_read=True)

    def _open_named(self, path: str) -> None:
        self.open_project(Path(path))

    def _ask_for_project(self) -> None:
        path = files.ask_for_project(self)
        if path is not None:
            self.open_project(path)

    def new_project(self) -> None:
        """Ask for a place, and make a project there."""
        files.make_project(self, self.workspace, self.open_project)

    def open_demonstration(self) -> None:
        """Open the demonstration project, making it if it isn't there."""
        files.find_demonstration(self.workspace, self.open_project)

    def _close_project(self) -> None:
        if self._may_leave():
            self.workspace.close()
            self._keyboard.go_to_if_nowhere(self.go("home"))

    def _on_project_opened(self) -> None:
        self._say_what_is_open()
        shown = self._page
        if shown is None or (shown.needs_project and not self.workspace.is_open):
            self.go(self._page_to_start_on())  # going home first would be remembered as the page that was left

    def _page_to_start_on(self) -> str:
        last = self.workspace.last_page
        return last if known(last) else "home"

    def _say_what_is_open(self) -> None:
        is_open = self.workspace.is_open
        self._name_window()
        self._file_menu.show_open()
        self._go_menu.show_open(is_open=is_open)
        self._ways.show_open(is_open=is_open)
        self._way_back.forget()

    # What it is called

    def _on_changed(self, changes: Changes, _by: object) -> None:
        if changes.of("project"):
            self._name_window()

    def _name_window(self) -> None:
        if not self.workspace.is_open:
            self.setWindowTitle(_TITLE)
            return
        project, coder = self.workspace.project, self.workspace.coder
        parts = [project.title, *([coder] if coder else []), *([tr("read only")] if project.read_only else [])]
        self.setWindowTitle(" – ".join([*parts, _TITLE]))

    # Menus

    def _make_menus(self) -> None:
        bar = self.menuBar()
        self._file_menu = FileMenu(self, self.workspace)
        self._edit_menu = EditMenu(self, self.workspace)
        self._go_menu = GoMenu(self, self._way_back.action)
        bar.addMenu(self._file_menu)
        bar.addMenu(self._edit_menu)
        self._page_menu = PageMenu(bar.addMenu(""))
        bar.addMenu(self._go_menu)
        bar.addMenu(ViewMenu(self.workspace.settings, self))
        bar.addMenu(HelpMenu(self, self._shown_page))

    def _connect_menus(self) -> None:
        menu = self._file_menu
        self._connect_ways_to_projects(menu)
        menu.close_wanted.connect(self._close_project)
        menu.quit_wanted.connect(self.close)
        self._go_menu.page_wanted.connect(self._on_page_wanted)
        self._go_menu.pane_wanted.connect(self._step_pane)
        self._go_menu.menus_wanted.connect(self._open_menus)

    def _open_menus(self) -> None:
        """Open the first menu, from which the arrow keys lead to the others."""
        self.menuBar().setActiveAction(self.menuBar().actions()[0])

    def _step_pane(self, step: int) -> None:
        """Go round the rail, the parts of the page, and what is shown over its foot."""
        from qualcoder_lite.gui.dialogs.progress import ProgressStrip

        of_page = self._page.panes() if self._page is not None else filter(None, [self._trouble])
        in_page = self._page is not None and self._keyboard.is_in(self._page)
        panes = [self._ways.rail, *of_page, self.sayings.toast, *self._stack.findChildren(ProgressStrip)]
        step_pane(panes, step, between=self._ways.rail if in_page else None)

    # The window itself

    def _fold(self) -> None:
        """Fit the ways to the pages into the width, and the menu bar to the height of its menus."""
        self._ways.fold(self.width())
        first = self.menuBar().actionGeometry(self.menuBar().actions()[0])
        high = max(first.height(), tokens.TARGET)
        for part in (self._ways.button, self._way_back, self.menuBar()):  # else buttons make it taller than its menus
            part.setFixedHeight(high)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold by width in letters, not in pixels."""
        super().resizeEvent(event)
        self._fold()

    def showEvent(self, event: QShowEvent) -> None:
        """Let the keyboard be in the page from the start, where the work is."""
        super().showEvent(event)
        if self.focusWidget() is None and self._page is not None:
            self._keyboard.go_to(self._page)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Once the window is seen, open what it was started with."""
        super().paintEvent(event)
        if not self._seen:
            self._seen = True
            self._once_seen.start()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files: a project is opened, transcripts are imported."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take what was dropped, once the program it was dragged from has got its pointer back."""
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        event.acceptProposedAction()
        QTimer.singleShot(0, self, lambda: self._take(paths))

    def _take(self, paths: list[Path]) -> None:
        projects = [path for path in paths if path.suffix.lower() == files.ENDING]
        if projects:
            self.open_project(projects[0])
        elif paths and self.workspace.is_open:
            self._file_menu.import_transcripts(paths)
        elif paths:
            self.sayings.warn(tr("Open or make a project first, then drop the transcripts onto it."))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep what was typed, close the project, remember how the window stood."""
        if not self._may_leave():
            event.ignore()
            return
        self._once_seen.stop()
        self.workspace.settings.set_shape("main-window", self.saveGeometry())
        self.workspace.close()
        super().closeEvent(event)
