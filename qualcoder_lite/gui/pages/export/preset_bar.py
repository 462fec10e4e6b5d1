"""The ways of exporting that the project keeps: choosing one makes all its choices again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from qualcoder_lite.gui.widgets.buttons import Button
from qualcoder_lite.gui.widgets.choice_box import ChoiceBox
from qualcoder_lite.gui.widgets.labels import Label
from qualcoder_lite.gui.widgets.layouts import Column, Row
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qualcoder_lite.service.extracts.presets import Preset

_NONE = ("", tr("Choose below"))


class PresetBar(QWidget):
    """A box of names, gone while there are none.

    Signals:
        chosen: The person wants to export in this way (an id).
        remove_wanted: The person doesn't want this way (an id) to be kept any longer.
    """

    chosen = Signal(str)
    remove_wanted = Signal(str)

    def __init__(self) -> None:
        """Know of none yet."""
        super().__init__()
        self.box = ChoiceBox(tr("A way of exporting that was kept"), [_NONE])
        self.box.setObjectName("export-preset")
        self.box.chosen.connect(self._on_chosen)
        self.remove = Button(tr("Remove"), kind="link", icon="bin", name=tr("Remove this way of exporting"))
        self.remove.setObjectName("export-preset-remove")
        self.remove.clicked.connect(self._on_remove)
        row = Row((self.box, 1), self.remove, gap=8)
        self.setLayout(Column(Label(tr("As kept before"), "heading"), row, gap=8, margins=(0, 0, 0, 10)))
        self.offer([])

    def offer(self, presets: Sequence[Preset]) -> None:
        """Offer these; the one that is chosen stays so as far as it is still there."""
        self.box.set_choices([_NONE, *((preset.id, preset.name) for preset in presets)], value=self.box.value)
        self.remove.setEnabled(bool(self.box.value))
        self.setVisible(bool(presets))

    def show_as_chosen(self, preset: str) -> None:
        """Show a way (an id, or nothing) as chosen, without a signal."""
        self.box.set_value(preset)
        self.remove.setEnabled(bool(self.box.value))

    def _on_chosen(self, preset: str) -> None:
        self.remove.setEnabled(bool(preset))
        if preset:
            self.chosen.emit(preset)

    def _on_remove(self) -> None:
        # The button turns grey once nothing is chosen, and the keyboard would go on to something further down the page.
        self.box.setFocus(Qt.FocusReason.OtherFocusReason)
        self.remove_wanted.emit(self.box.value)
