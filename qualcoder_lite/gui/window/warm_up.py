"""Makes the pages ready while nobody asks for anything, so that each is there at once when it is come to first.

First all that any project needs; then what pages can do ahead for the one that is open, or is opened later.

One small step at a time, and only when the window has nothing else to do: a key or a click never waits for more than
the step that is under way.
"""

from __future__ import annotations

import pkgutil
from collections import deque
from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from qualcoder_lite import service
from qualcoder_lite.domain.errors import UserError
from qualcoder_lite.gui import reading, widgets
from qualcoder_lite.gui.pages.all_pages import EVERY_PAGE, VIEWS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qualcoder_lite.gui.window.main_window import MainWindow

_SHARED = (widgets, reading, service)  # packages that the pages have in common: loaded first, a module in a step
_MANY = 600  # transcripts from which on to look at all of them is no short step any more
_PAUSE = 1  # milliseconds between two steps, in which whatever is waiting comes first


class WarmUp(QObject):
    """Goes through what the pages need, once, and is gone with the window."""

    def __init__(self, window: MainWindow) -> None:
        """Begin as soon as the window has nothing else to do."""
        super().__init__(window)
        self._window = window
        self._steps = deque(self._all_steps())
        self._ahead = deque[Callable[[], object]]([self._look_ahead])
        self._timer = QTimer(self)
        self._timer.setInterval(_PAUSE)
        self._timer.timeout.connect(self._on_idle)
        self._timer.start()
        window.workspace.opened.connect(self._on_opened)

    @property
    def is_over(self) -> bool:
        """Whether everything is ready."""
        return not self._steps and not self._ahead

    def _all_steps(self) -> Iterator[Callable[[], object]]:
        names = [
            f"{package.__name__}.{each.name}" for package in _SHARED for each in pkgutil.iter_modules(package.__path__)
        ]
        names += [f"qualcoder_lite.gui.pages.{page.value}" for page in EVERY_PAGE]
        names += [f"qualcoder_lite.gui.pages.{view}" for view in VIEWS]
        names.append("qualcoder_lite.service.chart.summaries")
        for name in names:
            yield lambda name=name: import_module(name)
        for page in EVERY_PAGE:
            yield lambda page=page: self._window.prepare(page.value)

    def _look_ahead(self) -> None:
        """Go on with what the pages themselves can do ahead for the project that is open, unless it is a huge one."""
        workspace = self._window.workspace
        try:
            if not workspace.is_open or workspace.project.transcripts.count() > _MANY:
                return
        except UserError:
            return  # the pages say themselves what can't be read
        for page in EVERY_PAGE:
            self._ahead.extend(self._window.prepare(page.value).preparations())

    def _on_opened(self) -> None:
        self._ahead.clear()
        self._ahead.append(self._look_ahead)
        self._timer.start()

    def _on_idle(self) -> None:
        try:
            (self._steps or self._ahead).popleft()()
        finally:  # a step that fails must not be followed by endless others that aren't there
            if self.is_over:
                self._timer.stop()
