"""Two things share a line where there is room for both, and take one each where there isn't."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QWidget

from qualcoder_lite.gui.widgets.beside_or_under import BesideOrUnder
from qualcoder_lite.gui.widgets.buttons import Button
from qualcoder_lite.gui.widgets.chip import Chip, ChipFace
from qualcoder_lite.gui.widgets.layouts import Column

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

pytestmark = pytest.mark.usefixtures("theme")


def test_a_name_is_not_cut_off_by_what_stands_beside_it(qtbot: QtBot):
    chip, button = Chip(ChipFace("QS", "Seeing people", "life")), Button("Take it off")
    inner = BesideOrUnder(chip, button)
    outer = QWidget()
    outer.setLayout(Column(inner, None))
    qtbot.addWidget(outer)
    both = chip.sizeHint().width() + button.sizeHint().width()
    outer.resize(both + 40, 200)
    outer.show()
    assert chip.width() == chip.sizeHint().width()
    assert button.x() > chip.x()
    assert button.y() < chip.height()
    outer.resize(both - 10, 200)
    qtbot.waitUntil(lambda: button.y() >= chip.height())
    assert chip.width() == chip.sizeHint().width()
    chip.set_face(ChipFace("QS", "Choice", "life"))
    qtbot.waitUntil(lambda: button.y() < chip.height())
