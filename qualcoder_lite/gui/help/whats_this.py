"""What a control is for: said for the one that has the focus, or for one that is pointed at.

The words stand in whats_this.toml by object name. They are put on the widgets only when somebody asks, so that no page
pays for them and a control made later has them too.
"""

from __future__ import annotations

import tomllib
from fnmatch import fnmatchcase
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QWhatsThis, QWidget

from qualcoder_lite.gui.widgets.announce import announce
from qualcoder_lite.gui.widgets.controls import controls, spoken_name
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Mapping

_NOTHING = tr("Nothing is chosen that could be explained. F1 opens the guide.")
_WORDS = Path(__file__).with_name("whats_this.toml")


def explain_focus(window: QWidget) -> str:
    """Say beside the control that has the focus what it is for, aloud as well; what was said."""
    widget = QApplication.focusWidget() or window
    said = _NOTHING if widget.isWindow() else explanation(widget)
    QWhatsThis.showText(widget.mapToGlobal(QPoint(0, widget.height() + 2)), said, widget)
    announce(window, said, urgent=True)
    return said


def explain_what_is_pointed_at(window: QWidget) -> None:
    """Let the next click in a window say what is under it. Escape calls it off."""
    for widget in controls(window):
        widget.setWhatsThis(explanation(widget))
    QWhatsThis.enterWhatsThisMode()


def explanation(widget: QWidget) -> str:
    """A control's name and what it is for."""
    name, told = spoken_name(widget), told_of(widget)
    end = "" if not name or name[-1] in ".?!…:" else "."
    return f"{name}{end} {told}".strip() or _NOTHING


def told_of(widget: QWidget) -> str:
    """What a control is for, as it is written down, or else as its own hint or its dialog's words say it."""
    above: QWidget | None = widget
    while above is not None and not above.isWindow():
        found = _written(above.objectName())
        if found:
            return found
        above = above.parentWidget()
    return widget.toolTip() or widget.accessibleDescription() or widget.window().accessibleDescription()


@cache
def _written(name: str) -> str:
    if not name:
        return ""
    fitting = [pattern for pattern in written() if fnmatchcase(name, pattern)]
    return written()[max(fitting, key=_exactness)] if fitting else ""


def _exactness(pattern: str) -> tuple[bool, int]:
    """Which of two patterns says more of a name: one that is a name itself, or else the longer one."""
    return not any(sign in pattern for sign in "*?"), len(pattern)


@cache
def written() -> Mapping[str, str]:
    """All the words by object name, or by a pattern of such names."""
    read = tomllib.loads(_WORDS.read_text(encoding="utf-8"))
    return {name: tr(words) for part in read.values() for name, words in part.items()}
