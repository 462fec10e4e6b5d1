"""A real project in a real workspace, for tests of the window's pages."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from qualcoder_lite.gui.settings import Settings
from qualcoder_lite.gui.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from qualcoder_lite.gui.theme import Theme


@pytest.fixture(scope="session")
def made_demonstration(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demonstration project, made once; tests get copies."""
    from qualcoder_lite.service.demonstration import make_demonstration

    place = tmp_path_factory.mktemp("demonstration") / "demo.qclite"
    make_demonstration(place)
    return place


@pytest.fixture
def demonstration(made_demonstration: Path, tmp_path: Path) -> Path:
    """A copy of the demonstration project, the test's own."""
    return shutil.copy(made_demonstration, tmp_path / "demo.qclite")


@pytest.fixture
def workspace(qtbot: QtBot, theme: Theme, tmp_path: Path) -> Iterator[Workspace]:  # noqa: ARG001 - both must be there
    """A workspace without a project, with settings of its own."""
    made = Workspace(Settings(str(tmp_path / "settings.ini")))
    yield made
    made.close()
