"""What program this is, and what it is made of."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version

from PySide6.QtWidgets import QDialog, QWidget

from qualcoder_lite import __version__
from qualcoder_lite.gui.dialogs.fitting import fit
from qualcoder_lite.gui.widgets.area import Area
from qualcoder_lite.gui.widgets.buttons import Button
from qualcoder_lite.gui.widgets.focus_ring import FocusRing
from qualcoder_lite.gui.widgets.labels import Label
from qualcoder_lite.gui.widgets.layouts import Column, Row

_WIDE = 520
_PARTS = ("PySide6-Essentials", "sqlite-utils", "python-docx", "click", "openpyxl", "fontpkg-atkinson-hyperlegible")


def show_about(parent: QWidget) -> None:
    """Show the dialog until it is closed."""
    dialog = QDialog(parent)
    dialog.setObjectName("about")
    dialog.setWindowTitle("About QualCoder Lite")
    close = Button("Close", kind="primary")
    close.setObjectName("about-close")
    close.clicked.connect(dialog.accept)
    FocusRing(dialog)
    inside = QWidget()
    body = Column(
        Label("QualCoder Lite", "title"),
        Label(f"Version {__version__}, under the MIT licence"),
        Label(
            "For coding interviews about health and social care, and for finding out which features of partnership "
            "lead to the outcomes people value. Nothing is sent anywhere.",
            wrap=True,
        ),
        8,
        Label("It is built on", "strong"),
        Label("\n".join(f"{name} {_version(name)}" for name in _PARTS), "small", tone="muted"),
        None,
        margins=(24, 24, 24, 8),
    )
    inside.setLayout(body)
    area = Area(inside)
    dialog.setLayout(Column((area, 1), Row(None, close, margins=(24, 0, 24, 24)), gap=0))
    close.setFocus()
    fit(dialog, area, _WIDE)
    dialog.exec()
    dialog.deleteLater()


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""
