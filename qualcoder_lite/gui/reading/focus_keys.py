"""Which keys move the focus from turn to turn, and trim or grow the passage."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent

    from qualcoder_lite.gui.reading.turn_focus import TurnFocus

_NONE = Qt.KeyboardModifier.NoModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_CONTROL = Qt.KeyboardModifier.ControlModifier
_OTHERS = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
_ALT_GR = _CONTROL | Qt.KeyboardModifier.AltModifier
#: More steps than any transcript has turns.
_FAR = 10**9

_STEPS: dict[tuple[int, Qt.KeyboardModifier], Callable[[TurnFocus], bool]] = {
    (Qt.Key.Key_Up, _NONE): lambda focus: focus.move(-1),
    (Qt.Key.Key_Down, _NONE): lambda focus: focus.move(1),
    (Qt.Key.Key_Up, _SHIFT): lambda focus: focus.extend(-1),
    (Qt.Key.Key_Down, _SHIFT): lambda focus: focus.extend(1),
    (Qt.Key.Key_Home, _NONE): lambda focus: focus.move(-_FAR),
    (Qt.Key.Key_End, _NONE): lambda focus: focus.move(_FAR),
    (Qt.Key.Key_Home, _CONTROL): lambda focus: focus.move(-_FAR),
    (Qt.Key.Key_End, _CONTROL): lambda focus: focus.move(_FAR),
    (Qt.Key.Key_Home, _SHIFT): lambda focus: focus.extend(-_FAR),
    (Qt.Key.Key_End, _SHIFT): lambda focus: focus.extend(_FAR),
    (Qt.Key.Key_Left, _NONE): lambda focus: focus.next_sentence(-1),
    (Qt.Key.Key_Right, _NONE): lambda focus: focus.next_sentence(1),
    (Qt.Key.Key_Left, _CONTROL): lambda focus: focus.trim_end(),
    (Qt.Key.Key_Right, _CONTROL): lambda focus: focus.trim_start(),
    (Qt.Key.Key_Left, _CONTROL | _SHIFT): lambda focus: focus.grow_start(),
    (Qt.Key.Key_Right, _CONTROL | _SHIFT): lambda focus: focus.grow_end(),
}


def step_for(event: QKeyEvent) -> Callable[[TurnFocus], bool] | None:
    """What a key does to the focus, if anything."""
    return _STEPS.get((event.key(), held(event)))


def pages_for(event: QKeyEvent) -> int:
    """How many pages a key turns: Page Up and Down, and the space bar as in a browser; 0 for other keys."""
    key, with_it = event.key(), held(event)
    if with_it == _NONE and key in {Qt.Key.Key_PageDown, Qt.Key.Key_Space}:
        return 1
    if (with_it, key) in {(_NONE, Qt.Key.Key_PageUp), (_SHIFT, Qt.Key.Key_Space)}:
        return -1
    return 0


def typed(event: QKeyEvent) -> str:
    """The character that was typed, if a key types one and isn't held with Ctrl, Alt or Meta; never a blank."""
    text, with_it = event.text(), held(event) & (_CONTROL | _OTHERS)
    if with_it == _ALT_GR:  # how Windows tells of the key that types brackets on many keyboards
        with_it = _NONE
    return text if text.strip() and text.isprintable() and not with_it else ""


def plain(event: QKeyEvent) -> bool:
    """Whether nothing is held with the key."""
    return held(event) == _NONE


def held(event: QKeyEvent) -> Qt.KeyboardModifier:
    """Which of Shift, Ctrl, Alt and Meta are held with a key."""
    return event.modifiers() & (_SHIFT | _CONTROL | _OTHERS)
