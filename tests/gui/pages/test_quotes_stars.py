"""Starring quotes on the page Quotes, by key, mouse and button; and whose voices that brings out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtWidgets import QPushButton

from qualcoder_lite.gui.pages.quotes import QuotesPage
from qualcoder_lite.gui.pages.quotes.quote_list import QuoteList
from qualcoder_lite.gui.pages.quotes.voices import VoicesModel, balance
from qualcoder_lite.gui.widgets.filter_choice import FilterChoice
from qualcoder_lite.service.extracts.stars import Voice
from qualcoder_lite.service.scope import Scope

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.modeltest import ModelTester
    from pytestqt.qtbot import QtBot

    from qualcoder_lite.domain.extracts.extract import Extract
    from qualcoder_lite.gui.project.workspace import Workspace


@pytest.fixture
def page(workspace: Workspace, demonstration: Path, qtbot: QtBot) -> QuotesPage:
    workspace.open(demonstration)
    made = QuotesPage(workspace)
    qtbot.addWidget(made)
    made.resize(1340, 870)
    with qtbot.waitExposed(made):
        made.show()
    qtbot.waitUntil(lambda: made.findChild(QuoteList).currentIndex().isValid())
    return made


def first(page: QuotesPage) -> Extract:
    return page.findChild(QuoteList).quotes.extract(0)


def test_a_quote_is_starred_by_a_key_by_the_mouse_and_by_its_button(page: QuotesPage, qtbot: QtBot):
    quotes = page.findChild(QuoteList)
    qtbot.keyClick(quotes, Qt.Key.Key_S)
    qtbot.waitUntil(lambda: first(page).starred)
    assert "Starred" in quotes.quotes.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    qtbot.mouseClick(quotes.viewport(), Qt.MouseButton.LeftButton, pos=quotes.star_rect(0).center().toPoint())
    qtbot.waitUntil(lambda: not first(page).starred)
    button = page.findChild(QPushButton, "quotes-star")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: first(page).starred)
    assert button.text() == "Take the star off"
    assert quotes.currentIndex().row() == 0


def test_starred_quotes_alone_are_shown_once_there_are_any(page: QuotesPage, qtbot: QtBot, workspace: Workspace):
    choice = page.findChild(FilterChoice, "quotes-starred")
    assert not choice.isVisible()
    workspace.act(lambda: workspace.project.stars.put(first(page).codings))
    qtbot.waitUntil(choice.isVisible)
    qtbot.keyClick(choice, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: page.findChild(QuoteList).quotes.rowCount() == 1)
    assert first(page).starred


def test_who_said_no_to_being_quoted_is_not_starred(page: QuotesPage, qtbot: QtBot, workspace: Workspace):
    quotes = page.findChild(QuoteList)
    forbidden = next(n for n in range(quotes.quotes.rowCount()) if not quotes.quotes.extract(n).may_quote)
    quotes.go_to(forbidden)
    with qtbot.waitSignal(workspace.failed):
        qtbot.keyClick(quotes, Qt.Key.Key_S)
    assert not workspace.project.stars.all()


def test_whose_voices_names_everybody_and_who_would_not_be_heard(
    page: QuotesPage, workspace: Workspace, qtmodeltester: ModelTester
):
    project = workspace.project
    project.stars.put(first(page).codings)
    voices = project.stars.voices(project.extracts.find(Scope()).passages)
    model: QAbstractItemModel = VoicesModel(voices)
    qtmodeltester.check(model)
    assert model.rowCount() == len(voices)
    assert model.index(0, 3).data() == "1"
    assert balance(voices).startswith("1 quote starred, of 1 person.")


@pytest.mark.parametrize(
    ("stars", "said"),
    [
        ((0, 0), "2 people among these quotes, and no quote is starred yet."),
        ((3, 1), "4 quotes starred, of 2 people. 3 of them are of one person: the others may be drowned out."),
        ((2, 0), "2 quotes starred, of 1 person. "
         "1 person without a star would not be heard."),
    ],
)  # fmt: skip
def test_the_balance_of_stars_is_said_in_a_sentence(stars, said):
    voices = [
        Voice(name=f"P{n}", place="", transcript="", passages=5, starred=starred, may_quote=True)
        for n, starred in enumerate(stars)
    ]
    assert balance(voices) == said
