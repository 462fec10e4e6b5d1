"""The page Quotes: listing, filtering, reading, going to the turn, copying, by mouse and by keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtWidgets import QPushButton, QSplitter, QTextEdit

from qualcoder_lite.domain.coding import Polarity
from qualcoder_lite.domain.people import Respondent
from qualcoder_lite.gui.pages.quotes import QuotesPage
from qualcoder_lite.gui.pages.quotes.quote_list import QuoteList
from qualcoder_lite.gui.pages.quotes.words import quoted
from qualcoder_lite.gui.project.workspace import Visit
from qualcoder_lite.gui.widgets.filter_choice import FilterChoice
from qualcoder_lite.gui.widgets.labels import Label
from qualcoder_lite.service.project import Project
from qualcoder_lite.service.scope import Scope

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from qualcoder_lite.domain.extracts.extract import Extract
    from qualcoder_lite.gui.project.workspace import Workspace
    from qualcoder_lite.gui.theme import Theme

SAFE = Scope(codes=("Feeling safe",))


@pytest.fixture
def page(workspace: Workspace, demonstration: Path, qtbot: QtBot) -> QuotesPage:
    workspace.open(demonstration)
    made = QuotesPage(workspace)
    qtbot.addWidget(made)
    made.resize(1340, 870)
    with qtbot.waitExposed(made):
        made.show()
    return made


@pytest.fixture
def quotes(page: QuotesPage) -> QuoteList:
    return page.findChild(QuoteList)


def choice(page: QuotesPage, name: str) -> FilterChoice:
    return page.findChild(FilterChoice, f"quotes-{name}")


def choose(qtbot: QtBot, box: FilterChoice, words: str) -> None:
    """Choose by keyboard, one down at a time."""
    box.setFocus()
    for _ in range(box.findText(words) - box.currentIndex()):
        qtbot.keyClick(box, Qt.Key.Key_Down)
    assert box.currentText() == words


def button(page: QuotesPage, name: str) -> QPushButton:
    return page.findChild(QPushButton, name)


def shown(page: QuotesPage) -> list[Extract]:
    model = page.findChild(QuoteList).quotes
    return [model.extract(row) for row in range(model.rowCount())]


def current(quotes: QuoteList) -> Extract:
    return quotes.quotes.extract(quotes.currentIndex().row())


def summary(page: QuotesPage) -> str:
    return page.findChild(Label, "quotes-summary").text()


def text(page: QuotesPage) -> str:
    return page.findChild(QTextEdit, "quotes-text").toPlainText()


def test_all_quotes_are_listed_in_the_codebooks_order(page):
    assert shown(page) == page.workspace.project.extracts.all()


def test_it_says_how_many_quotes_and_people_there_are(page):
    everything = page.workspace.project.extracts.all()
    people = len({extract.participant for extract in everything})
    assert summary(page).startswith(f"{len(everything)} quotes from {people} people at 4 sites")


def test_it_says_how_many_may_not_be_quoted(page):
    silent = sum(not extract.may_quote for extract in shown(page))
    assert silent
    assert f"{silent} are not to be quoted" in summary(page)


def test_the_model_keeps_to_qts_rules(quotes, qtmodeltester):
    qtmodeltester.check(quotes.quotes)


def test_a_row_tells_a_screen_reader_everything_that_is_painted(page, quotes):
    row = next(n for n, extract in enumerate(shown(page)) if not extract.may_quote and extract.memo)
    extract = quotes.quotes.extract(row)
    said = quotes.quotes.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    for part in (extract.code, extract.participant, f"turn {extract.turn}", *extract.coders, extract.memo, "Not to be"):
        assert part in said


# Filters


def test_a_filter_narrows_the_list_to_what_fits(page, qtbot):
    choose(qtbot, choice(page, "code"), "Feeling safe")
    assert {extract.code for extract in shown(page)} == {"Feeling safe"}
    choose(qtbot, choice(page, "polarity"), "Not delivered")
    assert {extract.polarity for extract in shown(page)} == {Polarity.NOT_DELIVERED}


def test_a_whole_group_of_codes_can_be_chosen(page, qtbot):
    choose(qtbot, choice(page, "code"), "All of Process")
    assert {extract.group for extract in shown(page)} == {"Process"}


@pytest.mark.parametrize(
    ("name", "words", "of"),
    [
        ("site", "Fenmarsh", "site"),
        ("client-group", "Older people", "client_group"),
    ],
)
def test_site_and_client_group_narrow_the_list(page, qtbot, name, words, of):
    choose(qtbot, choice(page, name), words)
    assert {getattr(extract, of) for extract in shown(page)} == {words}


def test_one_kind_of_respondent_can_be_heard(page, qtbot):
    scope = Scope(respondents=(Respondent.UNPAID_CARER,))
    choose(qtbot, choice(page, "respondent"), "Unpaid carer")
    carers = page.workspace.project.extracts.all(scope)
    assert 0 < len(carers) < len(page.workspace.project.extracts.all())
    assert [extract.id for extract in shown(page)] == [extract.id for extract in carers]
    page.receive(Visit(page="quotes", scope=Scope()))
    assert not choice(page, "respondent").names
    page.receive(Visit(page="quotes", scope=scope))
    assert len(shown(page)) == len(carers)


def test_one_coders_quotes_can_be_shown(page, qtbot):
    choose(qtbot, choice(page, "coder"), "Ailsa Brodie")
    assert {extract.coders for extract in shown(page)} == {("Ailsa Brodie",)}


def test_settled_codings_are_no_choice_before_anything_is_settled(page):
    assert not choice(page, "settled").isVisible()


def test_the_chosen_quote_stays_chosen_when_the_filter_lets_it_through(page, quotes, qtbot):
    row = next(n for n, extract in enumerate(shown(page)) if extract.code == "Choice" and n)
    quotes.go_to(row)
    kept = current(quotes)
    choose(qtbot, choice(page, "code"), "Choice")
    assert current(quotes) == kept
    qtbot.mouseClick(button(page, "quotes-everything"), Qt.MouseButton.LeftButton)
    assert current(quotes) == kept


def test_where_nothing_fits_the_way_back_is_one_press(page, qtbot):
    everything = len(shown(page))
    unsaid = Scope(codes=("Feeling safe",), coders=("Ailsa Brodie",), polarities=(Polarity.NOT_STATED,))
    page.receive(Visit(page="quotes", scope=unsaid))
    assert shown(page) == []
    assert button(page, "quotes-show-all").isVisible()
    qtbot.keyClick(button(page, "quotes-show-all"), Qt.Key.Key_Return)
    assert len(shown(page)) == everything


def test_a_visit_with_a_scope_sets_the_filters(page):
    scope = Scope(codes=("Feeling safe", "Choice"), sites=("Fenmarsh",))
    page.receive(Visit(page="quotes", scope=scope))
    assert shown(page) == page.workspace.project.extracts.all(scope)
    assert choice(page, "code").currentText() == "2 codes"
    assert choice(page, "site").currentText() == "Fenmarsh"


def test_a_scope_that_names_what_is_unknown_is_said_and_changes_nothing(page, qtbot):
    before = len(shown(page))
    with qtbot.waitSignal(page.workspace.failed) as said:
        page.receive(Visit(page="quotes", scope=Scope(codes=("Nonsense",))))
    assert "Nonsense" in said.args[0]
    assert len(shown(page)) == before


# Reading


def test_the_chosen_quote_is_read_with_what_was_said_around_it(page, quotes):
    quotes.go_to(0)
    around = page.workspace.project.extracts.around(current(quotes))
    for said in (around.before, *around.within, around.after):
        if said is not None:
            assert " ".join(said.text.split())[:40] in " ".join(text(page).split())


def test_arrow_home_end_and_page_keys_walk_through_the_list(quotes, qtbot):
    quotes.setFocus()
    last = quotes.quotes.rowCount() - 1
    rows = []
    for key in (Qt.Key.Key_Down, Qt.Key.Key_End, Qt.Key.Key_Up, Qt.Key.Key_Home, Qt.Key.Key_PageDown):
        qtbot.keyClick(quotes, key)
        rows.append(quotes.currentIndex().row())
    assert rows[:4] == [1, last, last - 1, 0]
    assert 1 < rows[4] < 8
    qtbot.keyClick(quotes, Qt.Key.Key_PageUp)
    assert quotes.currentIndex().row() == 0
    assert quotes.viewport().rect().contains(quotes.visualRect(quotes.currentIndex()))


def test_a_click_chooses_the_card_it_falls_on(quotes, qtbot):
    place = quotes.visualRect(quotes.quotes.index(2, 0)).topLeft() + QPoint(60, 30)
    qtbot.mouseClick(quotes.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert quotes.currentIndex().row() == 2


def test_cards_are_as_high_as_what_was_said_asks_for(quotes):
    heights = {quotes.visualRect(quotes.quotes.index(row, 0)).height() for row in range(quotes.quotes.rowCount())}
    assert 2 <= len(heights) <= 4


def in_view(quotes):
    places = {row: quotes.visualRect(quotes.quotes.index(row, 0)) for row in range(quotes.quotes.rowCount())}
    return {row: place for row, place in places.items() if place.intersects(quotes.viewport().rect())}


@pytest.mark.parametrize("text", [1.0, 2.0])
def test_no_card_in_view_has_an_empty_line_or_too_few(quotes, theme, text):
    theme.choose(mode="light", text=text, tint="paper")
    bar, width = quotes.verticalScrollBar(), quotes.viewport().width()
    seen = set()
    for part in (0, 0.3, 1, 0.7, 0.1):
        quotes.executeDelayedItemsLayout()
        bar.setValue(round(bar.maximum() * part))
        for row, place in in_view(quotes).items():
            words = quoted(quotes.quotes.extract(row))
            assert place.height() == quotes.card.measured(words, width)
            seen.add(row)
    assert len(seen) >= 8


def test_nothing_jumps_while_one_scrolls_upwards_over_cards_that_were_guessed(quotes):
    bar = quotes.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    for _ in range(60):
        before = in_view(quotes)
        bar.setValue(bar.value() - 40)
        moved = {place.top() - before[row].top() for row, place in in_view(quotes).items() if row in before}
        assert moved == {40}


@pytest.mark.parametrize("how", ["enter", "double click", "link", "button", "key"])
def test_each_way_to_the_turn_asks_for_the_passage_on_the_page_code(page, quotes, qtbot, how):
    quotes.setFocus()
    quotes.go_to(1)
    extract = current(quotes)
    with qtbot.waitSignal(page.workspace.visited) as asked:
        if how == "enter":
            qtbot.keyClick(quotes, Qt.Key.Key_Return)
        elif how == "double click":
            place = quotes.visualRect(quotes.currentIndex()).center()
            qtbot.mouseDClick(quotes.viewport(), Qt.MouseButton.LeftButton, pos=place)
        elif how == "link":
            place = quotes.link_rect(1).center().toPoint()
            qtbot.mouseClick(quotes.viewport(), Qt.MouseButton.LeftButton, pos=place)
        elif how == "button":
            qtbot.mouseClick(button(page, "quotes-go"), Qt.MouseButton.LeftButton)
        else:
            page.actions_for_menu()[0].trigger()
    assert asked.args == [Visit(page="code", transcript=extract.transcript, start=extract.start, end=extract.end)]


def test_a_copied_quote_bears_its_attribution(page, quotes, qtbot):
    quotes.go_to(next(n for n, extract in enumerate(shown(page)) if extract.may_quote))
    qtbot.keyClick(button(page, "quotes-copy"), Qt.Key.Key_Space)
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("“")
    assert copied.endswith("(service user, Fenmarsh)")
    keys = page.actions_for_menu()[1].shortcuts()
    assert QKeySequence("Ctrl+C") in keys


def test_words_of_somebody_who_said_no_are_not_copied(page, quotes, qtbot):
    quotes.go_to(next(n for n, extract in enumerate(shown(page)) if not extract.may_quote))
    QGuiApplication.clipboard().setText("before")
    assert not button(page, "quotes-copy").isEnabled()
    with qtbot.waitSignal(page.workspace.failed):
        page.actions_for_menu()[1].trigger()
    assert QGuiApplication.clipboard().text() == "before"


# Keeping up, and room


def test_the_list_follows_a_change_made_elsewhere(page):
    before = len(shown(page))
    page.workspace.act(page.workspace.project.history.undo)
    assert len(shown(page)) != before


def test_another_project_starts_without_the_filters_of_the_one_before(page, workspace, tmp_path):
    page.receive(Visit(page="quotes", scope=SAFE))
    Project.create(tmp_path / "new.qclite").close()
    workspace.open(tmp_path / "new.qclite")
    assert choice(page, "code").names == ()
    assert button(page, "quotes-go-to-code").isVisible()


def test_an_empty_project_says_the_way_on(page, workspace, tmp_path, qtbot):
    Project.create(tmp_path / "new.qclite").close()
    workspace.open(tmp_path / "new.qclite")
    with qtbot.waitSignal(workspace.visited) as asked:
        qtbot.mouseClick(button(page, "quotes-go-to-code"), Qt.MouseButton.LeftButton)
    assert asked.args[0].page == "code"
    assert not button(page, "quotes-export").isEnabled()


def test_what_is_shown_is_exported_on_the_page_that_exports(page, workspace, qtbot):
    page.receive(Visit(page="quotes", scope=SAFE))
    with qtbot.waitSignal(workspace.visited) as asked:
        qtbot.mouseClick(button(page, "quotes-export"), Qt.MouseButton.LeftButton)
    assert asked.args[0] == Visit(page="export", making="extracts", scope=SAFE)


def test_closing_the_project_lets_go_of_its_quotes(page, workspace):
    workspace.close()
    assert page.findChild(QuoteList).quotes.rowCount() == 0


def test_in_a_narrow_window_list_and_quote_take_turns(page, quotes, theme: Theme, qtbot):
    theme.choose(mode="light", text=2.0, tint="paper")
    page.resize(1280, 660)
    assert quotes.isVisible()
    assert not page.findChild(QTextEdit, "quotes-text").isVisible()
    qtbot.mouseClick(button(page, "quotes-whole"), Qt.MouseButton.LeftButton)
    assert page.findChild(QTextEdit, "quotes-text").isVisible()
    assert not quotes.isVisible()
    qtbot.keyClick(button(page, "quotes-back"), Qt.Key.Key_Return)
    assert quotes.isVisible()


def test_in_a_narrow_window_the_filters_fold_away_behind_a_button(page, theme: Theme, qtbot):
    theme.choose(mode="light", text=2.0, tint="paper")
    page.resize(1280, 660)
    page.receive(Visit(page="quotes", scope=SAFE))
    assert not choice(page, "code").isVisible()
    fold = button(page, "quotes-filters")
    assert fold.accessibleName() == "Filters: 1 on"
    qtbot.mouseClick(fold, Qt.MouseButton.LeftButton)
    assert choice(page, "code").isVisible()
    assert fold.accessibleName() == "See the quotes"
    assert fold.parentWidget().height() < page.height() // 3  # the bar stays a bar where the filters leave room
    qtbot.mouseClick(fold, Qt.MouseButton.LeftButton)
    assert page.findChild(QuoteList).isVisible()
    assert fold.accessibleName() == "Filters: 1 on"


def test_a_large_project_is_looked_through_on_another_thread(page, qtbot, monkeypatch):
    monkeypatch.setattr("qualcoder_lite.gui.pages.finder._CODINGS", 0)
    before = shown(page)
    page.receive(Visit(page="quotes", scope=SAFE))
    assert shown(page) == before
    assert summary(page) == "Looking …"
    qtbot.waitUntil(lambda: summary(page) != "Looking …")
    assert {extract.code for extract in shown(page)} == {"Feeling safe"}


def test_leaving_while_it_looks_reads_the_project_no_further_and_looks_again_on_return(page, qtbot, monkeypatch):
    monkeypatch.setattr("qualcoder_lite.gui.pages.finder._CODINGS", 0)
    page.receive(Visit(page="quotes", scope=SAFE))
    page.leave()
    page.hide()
    page.show()
    qtbot.waitUntil(lambda: summary(page) != "Looking …")
    assert {extract.code for extract in shown(page)} == {"Feeling safe"}


def test_the_cards_have_nearly_half_of_the_width_until_a_person_moves_the_edge(workspace, demonstration, qtbot):
    workspace.open(demonstration)
    page = QuotesPage(workspace)
    qtbot.addWidget(page)
    page.resize(700, 480)  # as small as before the window has its size
    page.ensurePolished()
    page.layout().activate()
    page.resize(1180, 690)
    with qtbot.waitExposed(page):
        page.show()
    cards, read = page.findChild(QSplitter, "quotes-splitter").sizes()
    assert cards > 0.4 * (cards + read)
