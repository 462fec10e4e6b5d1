"""Which widgets a person works with, and what a screen reader calls them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QPlainTextEdit,
    QScrollBar,
    QTabBar,
    QTextEdit,
    QWidget,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

_KINDS = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QTextEdit,
)
# What these hold is part of them, and they have the name.
_PARTS = (QScrollBar, QHeaderView)
_WHOLE = (QAbstractSpinBox, QComboBox, QLineEdit, QTabBar)


def controls(root: QWidget) -> Iterator[QWidget]:
    """Everything shown inside a widget that a person presses, fills in, chooses from or can give the focus to."""
    for widget in root.findChildren(QWidget):
        takes_part = isinstance(widget, _KINDS) or widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        if takes_part and widget.isVisibleTo(root) and widget.focusProxy() is None and not _is_part(widget):
            yield widget


def _is_part(widget: QWidget) -> bool:
    """Whether a widget belongs to another control, such as the list that a combo box folds out."""
    if isinstance(widget, _PARTS) or isinstance(widget.parentWidget(), QAbstractItemView):
        return True
    above = widget.parentWidget()
    while above is not None and not isinstance(above, _WHOLE):
        above = above.parentWidget()
    return above is not None


def spoken_name(widget: QWidget) -> str:
    """What a screen reader calls a widget; empty if it has nothing to call it."""
    face = QAccessible.queryAccessibleInterface(widget)
    return face.text(QAccessible.Text.Name).strip() if face is not None else ""


def unnamed(root: QWidget) -> list[str]:
    """The controls inside a widget that have no name, as "class objectName"."""
    return [
        f"{type(widget).__name__} {widget.objectName()}".strip() for widget in controls(root) if not spoken_name(widget)
    ]
