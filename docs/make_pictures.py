"""Make the pictures of the guide and the README anew, from the demonstration project: `python3 dev.py pictures`.

They show the real window, painted but never put on a screen, in few colours so that they stay small.
"""

from __future__ import annotations

import os
import sys
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage

from qualcoder_lite.app import make_application
from qualcoder_lite.gui import theme
from qualcoder_lite.gui.dialogs.welcome import Welcome
from qualcoder_lite.gui.pages.code import CodePage
from qualcoder_lite.gui.pages.findings import FindingsPage
from qualcoder_lite.gui.program.own_keys import Command
from qualcoder_lite.gui.program.settings import Settings
from qualcoder_lite.gui.project.workspace import Visit, Workspace
from qualcoder_lite.gui.reading.reading_settings import LineFocus
from qualcoder_lite.gui.window.main_window import MainWindow
from qualcoder_lite.gui.window.screenshots import turn_to_codings, wait_until_calm
from qualcoder_lite.service.demonstration import make_demonstration
from qualcoder_lite.service.program.shipped import guide_folder
from qualcoder_lite.service.scope import Scope

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from qualcoder_lite.service.chart.summaries import SummaryUse
    from qualcoder_lite.service.project import Project

_SIZE = QSize(1280, 800)
_CODER = "Ailsa Brodie"
_COLOURS = 192
_PAGES = ("sites", "findings", "quotes", "cross_check", "export")


def main() -> int:
    """Write all pictures into docs/guide/images."""
    theme.install(make_application(), mode="light", text=1.0)
    with tempfile.TemporaryDirectory(prefix="qualcoder-lite-") as folder:
        project = Path(folder, "demonstration.qclite")
        make_demonstration(project)
        settings = Settings(str(Path(folder, "settings.ini")))
        settings.welcomed = True
        workspace = Workspace(settings)
        workspace.open(project)
        workspace.set_coder(_CODER)
        window = MainWindow(workspace)
        window.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
        window.resize(_SIZE)
        window.show()
        _picture_welcome(settings, window)
        _picture_pages(window)
        _picture_views(window)
        _picture_coding(window)
        window.close()
    return 0


def _picture_pages(window: MainWindow) -> None:
    for page in _PAGES:
        window.go(page)
        wait_until_calm(window)
        _save(window, page)


def _picture_views(window: MainWindow) -> None:
    """What the page Findings has beside the matrix that its own picture shows."""
    page = window.go("findings")
    assert isinstance(page, FindingsPage)  # noqa: S101 - told to the type checker
    usual = page.views.entry.value
    page.receive(Visit(page="findings", summary=_a_summary(window.workspace.project)))
    wait_until_calm(window)
    _save(window, "chart")
    page.views.turn_to("pictures")
    wait_until_calm(window)
    _save(window, "pictures")
    page.views.turn_to(usual)


def _a_summary(project: Project) -> SummaryUse:
    said = project.extracts.all(Scope(codes=("Feeling safe",), sites=("Fenmarsh",)))
    return project.chart.uses([coding for each in said if each.participant == "Elsie" for coding in each.codings])[0]


def _picture_coding(window: MainWindow) -> None:
    """The page Code: as it is, with an edge being moved, and as plain and large as a person may want it."""
    page = window.go("code")
    assert isinstance(page, CodePage)  # noqa: S101 - told to the type checker
    turn_to_codings(window)
    wait_until_calm(window)
    _save(window, "code")
    page.keys.do(Command.END)
    _save(window, "moving-an-edge")
    page.edges.keep()  # which has moved nothing
    usual = page.reading.chosen
    page.reading.choose(replace(usual, points=20.0, tint="cream", line_focus=LineFocus.LINES, plain=True))
    wait_until_calm(window)
    _save(window, "plain-page")
    page.reading.choose(usual)


def _picture_welcome(settings: Settings, window: MainWindow) -> None:
    card = Welcome(settings, window)
    card.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    card.show()
    _save(card, "welcome")
    card.close()


def _save(widget: QWidget, name: str) -> None:
    file = guide_folder() / "images" / f"{name}.png"
    if not _in_few_colours(widget.grab().toImage()).save(str(file), None, 0):
        sys.exit(f"{file} can't be written.")
    sys.stdout.write(f"{file.name}: {file.stat().st_size // 1000} kB\n")


def _in_few_colours(picture: QImage) -> QImage:
    """A picture with its own most frequent colours, each other pixel in the one nearest to it."""
    picture = picture.convertToFormat(QImage.Format.Format_RGB32)
    pixels = numpy.frombuffer(picture.constBits(), dtype=numpy.uint32)
    # Colours are counted in steps of 8, so that the shades at the edges of letters don't take all places.
    coarse, which, times = numpy.unique(pixels & 0xFFF8F8F8, return_inverse=True, return_counts=True)
    first = numpy.zeros(len(coarse), dtype=numpy.uint32)
    first[which] = pixels
    table = [int(colour) | 0xFF000000 for colour in first[numpy.argsort(times)[::-1][:_COLOURS]]]
    return picture.convertToFormat(QImage.Format.Format_Indexed8, table, Qt.ImageConversionFlag.ThresholdDither)


if __name__ == "__main__":
    sys.exit(main())
