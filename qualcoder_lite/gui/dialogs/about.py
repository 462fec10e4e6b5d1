"""What program this is, and what it is made of."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QVBoxLayout

from qualcoder_lite import __version__
from qualcoder_lite.gui.widgets.buttons import Button
from qualcoder_lite.gui.widgets.focus_ring import FocusRing
from qualcoder_lite.gui.widgets.labels import Label
from qualcoder_lite.gui.widgets.layouts import Column, Row

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

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
        12,
        Row(None, close),
        margins=(24, 24),
    )
    outer = QVBoxLayout(dialog)
    outer.setContentsMargins(0, 0, 0, 0)
    outer.addLayout(body)
    dialog.setMinimumWidth(480)
    dialog.exec()
    dialog.deleteLater()


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""
