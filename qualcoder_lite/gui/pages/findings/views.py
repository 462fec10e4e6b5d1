"""The views of Findings: the matrix first, then other ways of seeing what was found, each made when it is come to.

A view is a `Page` within the page: it looks at the project when it is shown, and again after it changed. To add one,
write it as a `Page` in a package of its own beside this module, and list it in VIEWS; the switch, the menu, F6 and
keeping what was typed then come by themselves.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Signal

from qualcoder_lite.gui.pages.findings.of_whom import OfWhom
from qualcoder_lite.gui.widgets.segmented import SegmentedControl
from qualcoder_lite.gui.widgets.stack import Stack
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from qualcoder_lite.gui.pages.findings.of_whom import Narrowed
    from qualcoder_lite.gui.pages.page import Page
    from qualcoder_lite.gui.project.workspace import Workspace

MATRIX = "matrix"


@dataclass(frozen=True, slots=True)
class ViewEntry:
    """A view before it is loaded: its handle, its word on the switch, the question it answers, and where its class is.

    `class_name` is looked for in the module of this package that is called like the handle.
    """

    value: str
    word: str
    question: str
    class_name: str = ""


VIEWS = (
    ViewEntry(MATRIX, tr("Matrix"), tr("Which features of partnership go with which outcomes?")),
    ViewEntry("chart", tr("Chart"), tr("What do people say of each outcome, in a few words of yours?"), "ChartView"),
    ViewEntry("together", tr("Together"), tr("Which codes come together, and how often is each used?"), "TogetherView"),
    ViewEntry("pictures", tr("Pictures"), tr("What can be seen at a glance, and put into a report?"), "PicturesView"),
)
_BY_VALUE = {entry.value: entry for entry in VIEWS}


class Views(Stack):
    """The views one over another, and the switch between them, which is to be laid out elsewhere.

    Signals:
        turned: Another view is shown.
    """

    turned = Signal()

    def __init__(
        self, workspace: Workspace, matrix: QWidget, narrowed: Narrowed, parent: QWidget | None = None
    ) -> None:
        """Show the matrix, of which `narrowed` says whom it counts; other views are made when they are first chosen."""
        super().__init__(parent)
        self._workspace = workspace
        self._matrix = matrix
        self._narrowed = narrowed
        self._made: dict[str, Page] = {}
        self._wanted = OfWhom()  # whom the person wants counted
        self._given: OfWhom | None = None  # what of that the view that is shown could choose
        workspace.opened.connect(self._forget)
        self.switch = SegmentedControl(
            [(entry.value, entry.word) for entry in VIEWS],
            name=tr("What to see of the findings"),
            value=MATRIX,
            hints={entry.value: entry.question for entry in VIEWS},
        )
        self.switch.setObjectName("findings-views")
        self.switch.chosen.connect(self.turn_to)
        self.addWidget(matrix)

    @property
    def entry(self) -> ViewEntry:
        """Which view is shown."""
        return _BY_VALUE[self.switch.value or MATRIX]

    @property
    def page(self) -> Page | None:
        """The view that is shown, or None where that is the matrix."""
        return self._made.get(self.entry.value)

    def turn_to(self, value: str) -> None:
        """Show another view, as if the person had chosen it; what was typed in the one before is kept first."""
        left = self.currentWidget()
        entry = _BY_VALUE[value]
        self.switch.set_value(value)
        to = self._matrix if value == MATRIX else self._page(entry)
        if to is left:
            return
        self._leave(left)
        self._carry(self._narrowed_of(left), self._narrowed_of(to))
        self.setCurrentWidget(to)
        self.turned.emit()

    def _carry(self, left: Narrowed, to: Narrowed) -> None:
        """Let whom the person wants counted hold in the next view; a choice that a view can't make waits."""
        if not self._workspace.is_open:
            return
        now = left.of_whom
        self._wanted = self._wanted.changed(self._given, now) if self._given is not None else now
        to.count_of(self._wanted)
        self._given = to.of_whom

    def _narrowed_of(self, view: QWidget | None) -> Narrowed:
        page = next((page for page in self._made.values() if page is view), None)
        return cast("Narrowed", page) if page is not None else self._narrowed

    def _forget(self) -> None:
        """Another project has other people."""
        self._wanted, self._given = OfWhom(), None

    def leave(self) -> None:
        """Keep what was typed in the view that is shown."""
        self._leave(self.currentWidget())

    def _leave(self, view: QWidget | None) -> None:
        for page in self._made.values():
            if page is view:
                page.leave()

    def _page(self, entry: ViewEntry) -> Page:
        if entry.value not in self._made:
            module = import_module(f"qualcoder_lite.gui.pages.findings.{entry.value}")
            self._made[entry.value] = getattr(module, entry.class_name)(self._workspace)
            self.addWidget(self._made[entry.value])
        return self._made[entry.value]
