"""Going round the parts of a window with F6."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QWidget

if TYPE_CHECKING:
    from collections.abc import Iterable


def step_pane(panes: Iterable[QWidget], step: int, *, between: QWidget | None = None) -> None:
    """Put the focus into the next pane that is shown, or the one before; the first or last if it is in none.

    Between panes, such as in the head of a page, it goes on from the pane `between`.
    """
    shown = [pane for pane in panes if pane.isVisible() and _first_in(pane) is not None]
    if not shown:
        return
    focused = QApplication.focusWidget()
    here = [n for n, pane in enumerate(shown) if focused and (pane is focused or pane.isAncestorOf(focused))]
    here = here or [n for n, pane in enumerate(shown) if pane is between]
    there = here[-1] + step if here else min(step, 0)
    focus_pane(shown[there % len(shown)])


def focus_pane(pane: QWidget) -> None:
    """Put the focus into a pane, if there is anything in it that takes it."""
    stop = _first_in(pane)
    if stop is not None:
        stop.setFocus(Qt.FocusReason.ShortcutFocusReason)


def _first_in(pane: QWidget) -> QWidget | None:
    """The widget that stands for a pane, or else the first in it in reading order; None where nothing takes the focus.

    Not the first in Qt's own chain: asking that chain from Python keeps a window alive for ever.
    """
    for own in (pane.focusProxy(), pane):
        if own is not None and _takes_focus(own):
            return own
    inside = [widget for widget in pane.findChildren(QWidget) if _takes_focus(widget)]
    places = {widget: QRect(widget.mapTo(pane, QPoint(0, 0)), widget.size()) for widget in inside}
    if not places:
        return None
    top = min(places.values(), key=lambda place: (place.y(), place.x()))
    # A taller neighbour begins higher: what lies beside the top one is in its row.
    row = [widget for widget, place in places.items() if place.y() <= top.center().y()]
    return min(row, key=lambda widget: places[widget].x())


def _takes_focus(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.isVisible() and widget.isEnabled()
