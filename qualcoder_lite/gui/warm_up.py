"""Makes the pages ready while nobody asks for anything, so that each is there at once when it is come to first.

One small step at a time, and only when the window has nothing else to do: a key or a click never waits for more than
the step that is under way.
"""

from __future__ import annotations

import pkgutil
from collections import deque
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from qualcoder_lite import service
from qualcoder_lite.gui import reading, widgets
from qualcoder_lite.gui.pages.all_pages import EVERY_PAGE, VIEWS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from qualcoder_lite.gui.main_window import MainWindow

_SHARED = (widgets, reading, service)  # packages that the pages have in common: loaded first, a module in a step
_PAUSE = 1  # milliseconds between two steps, in which whatever is waiting comes first


class WarmUp(QObject):
    """Goes through what the pages need, once, and is gone with the window."""

    def __init__(self, window: MainWindow) -> None:
        """Begin as soon as the window has nothing else to do."""
        super().__init__(window)
        self._window = window
        self._steps = deque(self._all_steps())
        self._timer = QTimer(self)
        self._timer.setInterval(_PAUSE)
        self._timer.timeout.connect(self._on_idle)
        self._timer.start()

    @property
    def is_over(self) -> bool:
        """Whether everything is ready."""
        return not self._steps

    def _all_steps(self) -> Iterator[Callable[[], object]]:
        names = [
            f"{package.__name__}.{each.name}" for package in _SHARED for each in pkgutil.iter_modules(package.__path__)
        ]
        names += [f"qualcoder_lite.gui.pages.{page.value}" for page in EVERY_PAGE]
        names += [f"qualcoder_lite.gui.pages.{view}" for view in VIEWS]
        names.append("qualcoder_lite.service.chart")
        for name in names:
            yield lambda name=name: import_module(name)
        for page in EVERY_PAGE:
            yield lambda page=page: self._window.prepare(page.value)

    def _on_idle(self) -> None:
        self._steps.popleft()()
        if not self._steps:
            self._timer.stop()
