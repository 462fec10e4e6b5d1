"""The star in the passage's bar: whether the words of a coding are marked as worth quoting."""

from __future__ import annotations

from PySide6.QtCore import Signal

from qualcoder_lite.gui.widgets.buttons import Button
from qualcoder_lite.translation import tr


class StarButton(Button):
    """Shows whether there is a star; a press asks for one, or for it to go.

    Signals:
        wanted: The person pressed it.
    """

    wanted = Signal()

    def __init__(self) -> None:
        """Show no star yet."""
        super().__init__(tr("Star"), kind="quiet", icon="star", name=tr("Star: these words are worth quoting"))
        self.setObjectName("star")
        self.setCheckable(True)
        self.show_star(on=False)
        self.clicked.connect(self._on_clicked)

    def show_star(self, *, on: bool) -> None:
        """Say whether there is one."""
        self.setChecked(on)
        self.setToolTip(tr("Take the star off") if on else tr("Star it: these words are worth quoting"))

    def _on_clicked(self) -> None:
        self.setChecked(not self.isChecked())  # until it is kept: the person may have said no to being quoted
        self.wanted.emit()
