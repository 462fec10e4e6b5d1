"""What Home shows of a project that can't be read, as one that is damaged in its middle: why, and the ways on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from qualcoder_lite.gui.pages.details import Details
from qualcoder_lite.gui.widgets.buttons import Button
from qualcoder_lite.gui.widgets.card import Card
from qualcoder_lite.gui.widgets.labels import Icon, Label
from qualcoder_lite.gui.widgets.layouts import Column, Flow, Row
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from qualcoder_lite.domain.errors import UserError


class Unreadable(Card):
    """Says why, and leads to the backups, to another file, or to another try."""

    def __init__(
        self, fault: UserError, backups: Sequence[Path], open_another: Callable[[], object], again: Callable[[], object]
    ) -> None:
        """Take what went wrong, the automatic backups there are, and what two of the buttons do."""
        sentence = Label(str(fault), wrap=True)
        sentence.setObjectName("home-unreadable")
        ways = {
            "home-show-backups": Button(tr("Show the backups"), kind="primary", icon="folder"),
            "home-open": Button(tr("Open a file")),
            "home-again": Button(tr("Try again")),
        }
        for name, way in ways.items():
            way.setObjectName(name)
        show, another, once_more = ways.values()
        show.setVisible(bool(backups))
        show.clicked.connect(lambda: show_backups(backups))
        another.clicked.connect(open_another)
        once_more.clicked.connect(again)
        title = Label(tr("This project can’t be read"), "heading", wrap=True)
        super().__init__(
            Column(
                Row(Icon("warning", 28), (title, 1), gap=12),
                sentence,
                8,
                Flow(*ways.values()),
                Details(fault.details),
                margins=(24, 20),
            )
        )


def show_backups(backups: Sequence[Path]) -> None:
    """Show the folder with the automatic backups of a project."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(backups[0].parent)))
