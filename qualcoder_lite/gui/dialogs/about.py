"""What program this is, what it is made of, and under which licences."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QLabel, QWidget

from qualcoder_lite import __version__
from qualcoder_lite.gui.program.app_icon import application_icon
from qualcoder_lite.gui.theme import current
from qualcoder_lite.gui.widgets.area import Area
from qualcoder_lite.gui.widgets.buttons import Button
from qualcoder_lite.gui.widgets.fitting import fit
from qualcoder_lite.gui.widgets.focus_ring import FocusRing
from qualcoder_lite.gui.widgets.labels import Label
from qualcoder_lite.gui.widgets.layouts import Column, Row
from qualcoder_lite.service.program.built_on import Part, parts
from qualcoder_lite.translation import tr

_WIDE = 620
_ICON = 64
_FOR = tr(
    "For coding interviews about health and social care, and for finding out which features of partnership lead to "
    "the outcomes people value. Nothing is sent anywhere."
)
_FREE = tr("QualCoder Lite is free software under the MIT licence: use it, change it and pass it on.")


class About(QDialog):
    """Name, version, and everything the program is built on. It scrolls by keyboard."""

    def __init__(self, parent: QWidget | None) -> None:
        """Ask the installed packages what they are."""
        super().__init__(parent)
        self.setObjectName("about")
        self.setWindowTitle(tr("About QualCoder Lite"))
        close = Button(tr("Close"), kind="primary")
        close.setObjectName("about-close")
        close.clicked.connect(self.accept)
        made_of = parts()
        inside = QWidget()
        inside.setLayout(
            Column(
                Row(
                    _picture(),
                    (
                        Column(
                            Label("QualCoder Lite", "title"), Label(tr("Version {version}", version=__version__)), gap=2
                        ),
                        1,
                    ),
                    gap=16,
                ),
                8,
                Label(_FOR, wrap=True),
                Label(_FREE, wrap=True),
                8,
                Label(tr("It is built on"), "heading"),
                _table(made_of),
                None,
                margins=(24, 24, 24, 8),
            )
        )
        area = Area(inside)
        area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # so that the list is gone through by keyboard
        area.setObjectName("about-parts")
        area.setAccessibleName(tr("What it is built on"))
        area.setAccessibleDescription(". ".join(f"{part.name} {part.version}, {part.licence}" for part in made_of))
        self.setLayout(Column((area, 1), Row(None, close, margins=(24, 12, 24, 24)), gap=0))
        FocusRing(self)
        close.setFocus()
        fit(self, area, _WIDE)


def show_about(parent: QWidget) -> None:
    """Show the dialog until it is closed."""
    dialog = About(parent)
    dialog.exec()
    dialog.deleteLater()


def _picture() -> QLabel:
    side = current().look.px(_ICON)
    picture = QLabel()
    picture.setPixmap(application_icon().pixmap(QSize(side, side)))
    return picture


def _table(made_of: list[Part]) -> QWidget:
    look = current().look
    grid = QGridLayout()
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(look.gap(16))
    grid.setVerticalSpacing(look.gap(4))
    grid.setColumnStretch(2, 1)
    for row, part in enumerate(made_of):
        grid.addWidget(Label(part.name, "small_strong"), row, 0)
        grid.addWidget(Label(part.version, "small"), row, 1)
        grid.addWidget(Label(part.licence, "small", tone="muted", wrap=True), row, 2)
    table = QWidget()
    table.setLayout(grid)
    return table
