"""The links of an outcome to features: each with whether it helped or hindered, and a way to take it off."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from qualcoder_lite.domain.coding import Direction
from qualcoder_lite.gui.widgets.beside_or_under import BesideOrUnder
from qualcoder_lite.gui.widgets.buttons import IconButton
from qualcoder_lite.gui.widgets.chip import Chip, ChipFace
from qualcoder_lite.gui.widgets.layouts import Column, Row
from qualcoder_lite.gui.widgets.segmented import SegmentedControl
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qualcoder_lite.domain.coding import Attribution
    from qualcoder_lite.gui.pages.code.codes import Codes

_DIRECTIONS = [(str(Direction.HELPED), tr("Helped")), (str(Direction.HINDERED), tr("Hindered"))]


class LinkRow(QWidget):
    """A link as the passage bar shows it.

    Signals:
        changed: The feature's id, and "helped", "hindered", or nothing to take the link off.
    """

    changed = Signal(str, str)

    def __init__(self, link: Attribution, face: ChipFace) -> None:
        """Show a link."""
        super().__init__()
        self.link = link
        self.direction = SegmentedControl(
            _DIRECTIONS, name=tr("{feature}: did it help?", feature=face.name), value=str(link.direction)
        )
        self.direction.setObjectName("direction")
        self.off = IconButton(tr("No longer because of {feature}", feature=face.name), "close", size=28)
        self.off.setObjectName("unlink")
        self.direction.chosen.connect(lambda value: self.changed.emit(link.feature, value))
        self.off.clicked.connect(lambda: self.changed.emit(link.feature, ""))
        rest = QWidget()
        rest.setLayout(Row(None, self.direction, self.off, gap=4))
        self.setLayout(Row((BesideOrUnder(Chip(face), rest), 1)))

    def set_link(self, link: Attribution) -> None:
        """Show the link to the same feature as it is now."""
        self.link = link
        self.direction.set_value(str(link.direction))


class LinkRows(Column):
    """All links of a coding, a row each.

    Signals:
        changed: What a row says.

    Attributes:
        rows: In the order of the links.
    """

    changed = Signal(str, str)

    def __init__(self) -> None:
        """Show none."""
        super().__init__(gap=4)
        self.rows: list[LinkRow] = []

    def show_links(self, links: Sequence[Attribution], codes: Codes) -> bool:
        """Show these links; whether they are to other features than before: else the rows stay, with the keyboard."""
        if [row.link.feature for row in self.rows] == [link.feature for link in links]:
            for row, link in zip(self.rows, links, strict=True):
                row.set_link(link)
            return False
        for row in self.rows:
            self.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = [LinkRow(link, codes[link.feature].face()) for link in links]
        for row in self.rows:
            row.changed.connect(self.changed)
            self.put(row)
        return True
