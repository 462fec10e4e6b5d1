"""What tests of the window share: no screen is needed, and each begins with the light look at 100 %."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

HERE = Path(__file__).resolve().parent

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication

    from qualcoder_lite.gui.theme import Theme


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    # The platform without a screen says this of each window that asks for a size, or lies over another; it isn't about
    # the window.
    unable = "propagateSizeHints|raise|grabbing the keyboard"
    quiet = pytest.mark.qt_log_ignore(f"This plugin does not support ({unable})", extend=True)
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(quiet)


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    """The theme, put on the application: light, at a text scale of 1, and left so."""
    from qualcoder_lite.gui.theme import install

    installed = install(qapp, mode="light", text=1.0)
    yield installed
    installed.choose(mode="light", text=1.0, tint="paper")
