"""Long work on widgets in several turns of the event loop, so that the window answers between two."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QObject


def in_turns(owner: QObject, *steps: Callable[[], object]) -> None:
    """Do these one after the other, each in a turn of its own, the first at once.

    What waits is dropped when the owner is gone, or when a step fails.
    """
    first, *rest = steps
    first()
    if rest:
        QTimer.singleShot(0, owner, lambda: in_turns(owner, *rest))
