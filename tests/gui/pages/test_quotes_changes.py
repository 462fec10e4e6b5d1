"""Quotes found by a mix of codes, and changed or taken off right where they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from qualcoder_lite.domain.retrieval.mix import How, Mix, Together
from qualcoder_lite.domain.transcript import SpeakerRole
from qualcoder_lite.gui.pages.quotes import QuotesPage
from qualcoder_lite.gui.pages.quotes.change import ChangeQuoteDialog
from qualcoder_lite.gui.project.workspace import Visit
from qualcoder_lite.gui.widgets.names_button import NamesPopup
from qualcoder_lite.service.scope import Scope
from tests.gui.windows import click, find

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from qualcoder_lite.domain.extracts.extract import Extract
    from qualcoder_lite.gui.project.workspace import Workspace

AILSA = "Ailsa Brodie"
MIX = Scope(
    codes=("Feeling safe",),
    together=(
        Together(codes=("Reliability", "Responsiveness")),
        Together(codes=("Choice",), near="overlap", without=True),
    ),
    roles=(SpeakerRole.PARTICIPANT,),
)


@pytest.fixture
def page(workspace: Workspace, demonstration: Path, qtbot: QtBot) -> QuotesPage:
    workspace.open(demonstration)
    workspace.set_coder(AILSA)
    made = QuotesPage(workspace)
    qtbot.addWidget(made)
    made.resize(1340, 870)
    with qtbot.waitExposed(made):
        made.show()
    return made


def shown(page: QuotesPage) -> list[Extract]:
    return [page._model.extract(row) for row in range(page._model.rowCount())]


def expected(page: QuotesPage, scope: Scope) -> list[Extract]:
    return page.workspace.project.extracts.all(scope)


def answer(dialog_does: Callable[[ChangeQuoteDialog], object]) -> list[str]:
    """Do something in the dialog that is to come; a list that holds a word once it came."""
    came: list[str] = []
    waiting = QTimer(QApplication.instance())

    def act() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, ChangeQuoteDialog):
            return
        waiting.deleteLater()
        came.append(dialog.told.text())
        dialog_does(dialog)
        if dialog.isVisible():  # it couldn't be answered
            dialog.reject()

    waiting.timeout.connect(act)
    waiting.start(10)
    return came


def test_a_mix_of_codes_is_shown_in_its_choices_and_told_in_plain_words(page: QuotesPage):
    page.receive(Visit(page="quotes", scope=MIX))
    assert shown(page) == expected(page, MIX)
    assert shown(page)
    said = find(page, "quotes-together-said").text()
    assert said == "Feeling safe near Reliability or Responsiveness (same turn) but not Choice (same passage)"
    assert find(page, "quotes-more").words == "More ways to find: 3 on"
    assert page._filters.scope == MIX


def test_a_mix_is_put_together_by_keys_and_taken_apart_again(qtbot: QtBot, page: QuotesPage):
    click(qtbot, page, "quotes-more")
    everything = page._model.rowCount()
    codes = find(page, "quotes-together-codes-1")
    qtbot.keyClick(codes, Qt.Key.Key_Space)
    popup = codes.popup
    assert isinstance(popup, NamesPopup)
    qtbot.keyClicks(popup.search, "Responsiv")
    qtbot.keyClick(popup.search, Qt.Key.Key_Down)
    qtbot.keyClick(popup.list, Qt.Key.Key_Space)
    popup.close()
    asked = Scope(together=(Together(codes=("Responsiveness",)),))
    assert page._filters.scope == asked
    assert shown(page) == expected(page, asked)
    link = find(page, "quotes-together-link-1")
    link.setFocus()
    qtbot.keyClick(link, Qt.Key.Key_Down)
    assert len(shown(page)) == everything - len(expected(page, asked))
    click(qtbot, page, "quotes-together-drop-1")
    assert page._model.rowCount() == everything
    click(qtbot, page, "quotes-with-memo")
    assert page._model.rowCount() == len(expected(page, Scope(memo=True)))
    page._filters.clear()
    assert page._model.rowCount() == everything


NEAR = Together(codes=("Co-location",))
GROUPS = Scope(
    together=(
        Mix(
            how=How.ANY,
            parts=(
                Together(codes=("Reliability",), near="itself"),
                Mix(how=How.ALL, parts=(Together(codes=("Feeling safe",), near="itself"), NEAR)),
            ),
        ),
        Together(codes=("Choice",), near=7, without=True),
    )
)


def test_groups_within_groups_are_shown_and_told(page: QuotesPage):
    page.receive(Visit(page="quotes", scope=GROUPS))
    assert page._filters.scope == GROUPS
    assert shown(page) == expected(page, GROUPS)
    assert {quote.code for quote in shown(page)} == {"Reliability", "Feeling safe"}
    assert find(page, "quotes-together-said").text() == (
        "Any code, either coded Reliability, or (both coded Feeling safe and near Co-location (same turn)), "
        "but not Choice (within 7 turns)"
    )


def test_a_new_group_is_brought_into_sight_with_its_lines(qtbot: QtBot, page: QuotesPage):
    page.resize(1180, 640)
    click(qtbot, page, "quotes-more")
    with qtbot.waitActive(page):
        page.activateWindow()
    click(qtbot, page, "quotes-together-add-group")
    line = find(page, "quotes-together-codes-2-2")
    qtbot.waitUntil(lambda: line.visibleRegion().boundingRect() == line.rect())


def test_a_group_is_made_and_taken_away_by_keys_in_the_order_it_is_read(qtbot: QtBot, page: QuotesPage):
    everything = page._model.rowCount()
    click(qtbot, page, "quotes-more")
    find(page, "quotes-together-add-group").setFocus()
    qtbot.keyClick(find(page, "quotes-together-add-group"), Qt.Key.Key_Return)
    assert page.focusWidget() is find(page, "quotes-together-how-2")
    walk: list[str] = []
    for _ in range(11):
        walk.append(page.focusWidget().objectName().removeprefix("quotes-together-"))
        qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Tab)
    lines = [f"{part}-2-{line}" for line in (1, 2) for part in ("link", "codes", "near", "drop")]
    assert walk == ["how-2", "drop-group-2", *lines, "add-2"]
    find(page, "quotes-together-codes-2-1").set_value(("Choice",))
    find(page, "quotes-together-codes-2-2").set_value(("Reliability",))
    find(page, "quotes-together-how-2").setFocus()
    qtbot.keyClick(find(page, "quotes-together-how-2"), Qt.Key.Key_Down)
    both = Mix(how=How.ALL, parts=(Together(codes=("Choice",)), Together(codes=("Reliability",))))
    assert page._filters.scope == Scope(together=(both,))
    assert shown(page) == expected(page, Scope(together=(both,)))
    click(qtbot, page, "quotes-together-drop-2-1")
    click(qtbot, page, "quotes-together-drop-2-2")
    assert not any(each.isVisible() for each in page.findChildren(QWidget, "quotes-together-how-2"))
    assert page._model.rowCount() == everything


def test_a_line_that_is_added_is_in_sight_however_many_there_are(qtbot: QtBot, page: QuotesPage):
    page.resize(1340, 500)
    click(qtbot, page, "quotes-more")
    for _ in range(4):
        add = find(page, "quotes-together-add")
        add.setFocus()
        qtbot.keyClick(add, Qt.Key.Key_Return)
    codes = find(page, "quotes-together-codes-5")
    assert codes.hasFocus()
    qtbot.waitUntil(lambda: codes.visibleRegion().boundingRect().height() == codes.height())


def test_one_s_own_coding_of_a_quote_gets_another_code_and_undo_brings_the_first_back(qtbot: QtBot, page: QuotesPage):
    page.receive(Visit(page="quotes", scope=Scope(codes=("Feeling safe",))))
    before = shown(page)
    assert len(before[0].coders) == 2

    def choose(dialog: ChangeQuoteDialog) -> None:
        assert dialog.whose.currentText() == "My own coding"
        assert not dialog.do.isEnabled()
        qtbot.keyClicks(dialog.codes.words, "stigma")
        qtbot.keyClick(dialog.codes.words, Qt.Key.Key_Return)

    assert answer(choose) == []
    click(qtbot, page, "quotes-change")
    changed = expected(page, Scope(codes=("Dealing with stigma (mental health)",), coders=(AILSA,)))
    assert before[0].start in [extract.start for extract in changed]
    assert shown(page)[0].coders == ("Dennis Okoro",)
    page.workspace.undo()
    assert shown(page) == before


def test_whoever_gives_quotes_other_codes_goes_on_where_they_stood(qtbot: QtBot, page: QuotesPage):
    page.receive(Visit(page="quotes", scope=Scope(codes=("Feeling safe",), coders=(AILSA,))))
    before = shown(page)
    page._list.go_to(3)

    def choose(dialog: ChangeQuoteDialog) -> None:
        qtbot.keyClicks(dialog.codes.words, "stigma")
        qtbot.keyClick(dialog.codes.words, Qt.Key.Key_Return)

    answer(choose)
    click(qtbot, page, "quotes-change")
    assert len(shown(page)) == len(before) - 1
    assert page._current() == before[4]
    page.receive(Visit(page="quotes", scope=Scope(codes=("Choice",))))  # another question begins at its first answer
    assert page._list.currentIndex().row() == 0


def test_the_edges_of_a_quote_are_moved_by_words_for_everybody(qtbot: QtBot, page: QuotesPage):
    page.receive(Visit(page="quotes", scope=Scope(codes=("Feeling safe",))))
    before = shown(page)[0]

    def trim(dialog: ChangeQuoteDialog) -> None:
        dialog.whose.setFocus()
        qtbot.keyClick(dialog.whose, Qt.Key.Key_Home)
        dialog.edges["start-on"].click()
        dialog.edges["end-back"].click()
        assert dialog.told.text() == "For 2 codings, the edges move. You can undo it."
        dialog.do.click()

    answer(trim)
    page._change()
    after = shown(page)[0]
    assert after.text == " ".join(before.text.split()[1:-1])
    assert after.coders == before.coders
    entry = page.workspace.project.history.next_undo()
    assert entry is not None
    assert entry.what.startswith("moved the edges of 2 codings of Feeling safe")


def test_an_edge_stops_where_one_word_is_left(qtbot: QtBot, page: QuotesPage):
    page.receive(Visit(page="quotes", scope=Scope(codes=("Feeling safe",))))
    seen: list[str] = []

    def squeeze(dialog: ChangeQuoteDialog) -> None:
        for _ in range(60):
            dialog.edges["end-back"].click()
        text = page.workspace.project.transcripts.text(dialog._extract.transcript)
        seen.append(text[dialog.start : dialog.end])

    answer(squeeze)
    page._change()
    assert seen == [shown(page)[0].text.split()[0]]


def test_delete_takes_off_one_s_own_coding_alone(qtbot: QtBot, page: QuotesPage):
    page.receive(Visit(page="quotes", scope=Scope(codes=("Feeling safe",))))
    before = page.workspace.project.info().codings
    page._take_off()
    assert page.workspace.project.info().codings == before - 1
    assert shown(page)[0].coders == ("Dennis Okoro",)


def test_delete_asks_where_the_quote_is_somebody_else_s(qtbot: QtBot, page: QuotesPage):
    page.receive(Visit(page="quotes", scope=Scope(codes=("Feeling safe",), coders=("Dennis Okoro",))))
    before = page.workspace.project.info().codings
    said = answer(lambda dialog: dialog.off.click())
    page._take_off()
    assert said == ["Choose another code, or move an edge. You can undo it."]
    assert page.workspace.project.info().codings == before - 1
