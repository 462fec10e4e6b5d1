"""What a person chose in a control, as a plain value, so that it can be kept and chosen again."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QWidget

from qualcoder_lite.gui.widgets.choice_box import ChoiceBox
from qualcoder_lite.gui.widgets.segmented import SegmentedControl
from qualcoder_lite.gui.widgets.tick_box import TickBox

Value = str | bool
Control = TickBox | ChoiceBox | SegmentedControl
"""The controls whose choices can be kept; a field that is written in is kept too, but tells in its own way."""


def chosen_in(control: QWidget) -> Value:
    """What is chosen: whether a box is ticked, which of several values, or what is written."""
    match control:
        case TickBox():
            return control.isChecked()
        case ChoiceBox() | SegmentedControl():
            return control.value or ""
        case QLineEdit():
            return control.text()
    raise TypeError(type(control).__name__)


def choose_in(control: QWidget, value: object) -> None:
    """Choose that again; what isn't offered changes nothing."""
    match control, value:
        case TickBox(), bool():
            control.setChecked(value)
        case ChoiceBox(), str():
            control.set_value(value)
        case SegmentedControl(), str() if value in control.values:
            control.set_value(value)
        case QLineEdit(), str():
            control.setText(value)
        case _:
            pass
