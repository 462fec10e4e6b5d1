"""Two of one name: asked about once copies came together, joined or kept apart."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from qualcoder_lite.gui.dialogs.same_names import SameNamesDialog
from qualcoder_lite.gui.widgets.controls import unnamed
from qualcoder_lite.service.project import Project

if TYPE_CHECKING:
    from pathlib import Path

    from qualcoder_lite.gui.window.main_window import MainWindow


@pytest.fixture
def dialog(window: MainWindow, demonstration: Path, tmp_path: Path) -> SameNamesDialog:
    """The window's project and a copy have each made a site and a coder of one name, and came together."""
    copy = tmp_path / "kim.qclite"
    shutil.copyfile(demonstration, copy)
    for path in (demonstration, copy):
        with Project.open(path) as project:
            project.coders.add("Kim Lee")
            project.sites.add("Trust")
    window.open_project(demonstration)
    project = window.workspace.project
    with project.merging.look([copy]) as look:
        window.workspace.act(lambda: project.merging.bring(look))
    made = SameNamesDialog(window.workspace, window)
    made.show()
    return made


def test_two_are_joined_and_two_kept_apart_each_said(dialog: SameNamesDialog, window: MainWindow) -> None:
    project = window.workspace.project
    coder, site = dialog.cards
    assert unnamed(dialog) == []
    assert coder.apart.hasFocus()
    coder.apart.click()
    assert site.apart.hasFocus(), "the next question"
    site.join.click()
    assert dialog.close_it.hasFocus()
    assert [twin.noun for twin in project.twins.all()] == ["coder"]
    window.workspace.undo()
    assert [twin.noun for twin in project.twins.all()] == ["coder", "site"]


def test_what_contradicts_is_said_beside_the_question(dialog: SameNamesDialog, window: MainWindow) -> None:
    from dataclasses import replace

    sites = window.workspace.project.sites
    for site, country in zip(
        [one for one in sites.all() if one.name.startswith("Trust")], ("Wales", "Eire"), strict=True
    ):
        sites.update(replace(site, country=country))
    dialog.cards[1].join.click()
    assert "differ in country" in dialog.cards[1]._trouble.text()
    assert dialog.cards[1].join.isVisible()
