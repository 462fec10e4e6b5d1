"""A coder's initials and colour go wherever the coder is named."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from qualcoder_lite.domain.people import Coder
from qualcoder_lite.gui.theme import Look
from qualcoder_lite.gui.theme.coder_faces import CoderFaces, Face
from qualcoder_lite.gui.theme.contrast import ratio
from qualcoder_lite.gui.widgets.avatar import letters_on, paint_avatar

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from qualcoder_lite.gui.project.workspace import Workspace


def test_a_coder_has_their_own_initials_and_a_stranger_those_of_the_name() -> None:
    faces = CoderFaces([Coder("1", "Ailsa Brodie", initials="A2", colour="#2f6b3a")])
    assert faces.of("Ailsa Brodie") == Face("Ailsa Brodie", "A2", "#2f6b3a")
    assert faces.of("Nell Airey") == Face("Nell Airey", "NA")


@pytest.mark.parametrize("colour", ["#1f6fb2", "#777777", "#ffff00", "#000000", "#ff0000"])
def test_initials_can_be_read_on_whatever_colour_somebody_chose(colour: str) -> None:
    assert ratio(letters_on(QColor(colour)).name(), colour) >= 4.5


@pytest.mark.parametrize("dark", [False, True])
def test_a_disc_is_painted_in_the_coders_colour_with_an_edge_that_shows(qtbot: QtBot, *, dark: bool) -> None:
    look = Look(dark=dark)
    picture = QImage(40, 40, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.white)
    painter = QPainter(picture)
    paint_avatar(painter, QRectF(2, 2, 36, 36), Face("Ailsa Brodie", "AB", "#8a2f6b"), look)
    painter.end()
    assert picture.pixelColor(20, 6).name() == "#8a2f6b"
    assert ratio(look.colour("edge").name(), look.colour("window").name()) >= 3


def test_the_window_knows_a_colour_once_it_is_chosen(workspace: Workspace, demonstration: Path) -> None:
    workspace.open(demonstration)
    name = workspace.project.coders.all()[0].name
    workspace.act(lambda: workspace.project.coders.change(name, colour="#a83232", initials="ZZ"))
    assert workspace.face(name) == Face(name, "ZZ", "#a83232")
    workspace.undo()
    assert workspace.face(name).initials != "ZZ"
