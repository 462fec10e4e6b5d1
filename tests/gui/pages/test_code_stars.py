"""Stars put on while coding: by key, by mouse and from the menu, on anybody's coding, and what refuses them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from qualcoder_lite.domain.consent import ConsentAnswer, ConsentSubject
from qualcoder_lite.domain.people import Consent
from qualcoder_lite.gui.pages.code import CodePage
from qualcoder_lite.gui.pages.code.turn_codings import ROW
from qualcoder_lite.service.scope import Scope

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from qualcoder_lite.domain.coding import Coding
    from qualcoder_lite.gui.project.workspace import Workspace


@pytest.fixture
def page(workspace: Workspace, demonstration: Path, qtbot: QtBot) -> CodePage:
    """The page with Hamish's interview, on the turn of Ailsa's first coding that has no star."""
    workspace.open(demonstration)
    workspace.set_coder("Ailsa Brodie")
    made = CodePage(workspace)
    qtbot.addWidget(made)
    made.resize(1340, 860)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.open_transcript(next(row.id for row in made.desk.list.model.transcripts if row.name == "Hamish"))
    made.session.activate(coding(made).id)
    made.desk.view.show_passage(coding(made).start, coding(made).end)
    made.focus_text()
    return made


def coding(page: CodePage) -> Coding:
    own = page.session.transcript.of_coder(page.session.coder)
    return min((each for each in own), key=lambda each: (each.start, each.id))


def starred(page: CodePage) -> set[str]:
    found = page.workspace.project.extracts.all(Scope(starred=True))
    return {id_ for extract in found for id_ in extract.codings}


def test_a_key_stars_the_coding_in_the_bar_and_takes_the_star_off(page: CodePage, qtbot: QtBot):
    qtbot.keyClick(page.desk.view, "*")
    assert coding(page).id in starred(page)
    page.paper.catch_up()
    assert page.desk.bar.star.isChecked()
    assert page.desk.foot.status.words.endswith("starred, to be shown.")
    rows = page.desk.bar.turn.model
    notes = [
        rows.index(n).data(ROW).note for n in range(rows.rowCount()) if rows.index(n).data(ROW).id == coding(page).id
    ]
    assert notes == ["starred"]
    qtbot.keyClick(page.desk.view, "*")
    assert coding(page).id not in starred(page)
    page.paper.catch_up()
    assert not page.desk.bar.star.isChecked()


def test_a_click_stars_and_undo_shows_it_gone(page: CodePage, qtbot: QtBot):
    page.paper.catch_up()
    bar = page.desk.bar
    qtbot.mouseClick(bar.star, Qt.MouseButton.LeftButton)
    page.paper.catch_up()
    assert bar.star.isChecked()
    assert bar.star.toolTip() == "Take the star off"
    page.undo()
    page.paper.catch_up()
    assert not bar.star.isChecked()
    assert coding(page).id not in starred(page)


def test_a_colleagues_coding_is_starred_without_being_changed(page: CodePage, qtbot: QtBot):
    theirs = next(
        each for each in page.session.transcript.codings.values() if not page.session.is_own(each)
        and each.id not in starred(page)
    )  # fmt: skip
    page.session.activate(theirs.id)
    page.paper.catch_up()
    assert page.desk.bar.star.isVisible()
    assert not page.desk.bar.memo_button.isVisible()
    qtbot.keyClick(page.desk.view, "*")
    assert theirs.id in starred(page)
    assert page.session.transcript.codings[theirs.id] == theirs


def test_who_said_no_to_being_quoted_is_not_starred_while_coding(page: CodePage, qtbot: QtBot):
    page.workspace.project.consents.record(["Hamish"], {ConsentSubject.QUOTE: ConsentAnswer(answer=Consent.NO)})
    page.paper.catch_up()
    refused: list[str] = []
    page.workspace.failed.connect(refused.append)
    with qtbot.waitSignal(page.workspace.failed):
        qtbot.mouseClick(page.desk.bar.star, Qt.MouseButton.LeftButton)
    assert "said no to being quoted" in refused[0]
    assert not page.desk.bar.star.isChecked()
    assert coding(page).id not in starred(page)
