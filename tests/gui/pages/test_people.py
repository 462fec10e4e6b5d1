"""The page People: participants read and changed by keyboard, consent, tables, the grid, names and withdrawal."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QLineEdit, QPushButton, QSplitter

from qualcoder_lite.domain.consent import ConsentSubject
from qualcoder_lite.domain.memo import About
from qualcoder_lite.domain.people import Consent, Respondent
from qualcoder_lite.domain.sampling import Cell
from qualcoder_lite.gui.dialogs.people.names.dialog import NamesDialog
from qualcoder_lite.gui.dialogs.people.names.forms import FormsModel
from qualcoder_lite.gui.dialogs.people.names.places import PlacesModel
from qualcoder_lite.gui.dialogs.people.names.who_is_who import WhoIsWhoDialog
from qualcoder_lite.gui.dialogs.people.withdraw import WithdrawDialog
from qualcoder_lite.gui.pages.people import PeoplePage
from qualcoder_lite.gui.pages.people.header import EVERYBODY, GRID
from qualcoder_lite.gui.pages.people.model import PeopleModel
from qualcoder_lite.gui.widgets.controls import unnamed
from qualcoder_lite.gui.widgets.labels import Label
from qualcoder_lite.service.people.pseudonyms import KeyFile
from qualcoder_lite.service.project import Project
from qualcoder_lite.service.transcripts.reading import ImportOptions
from tests.gui.windows import answer

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.modeltest import ModelTester
    from pytestqt.qtbot import QtBot

    from qualcoder_lite.gui.project.workspace import Workspace
    from qualcoder_lite.service.people.overview import ParticipantOverview

Key = Qt.Key


def shown(workspace: Workspace, qtbot: QtBot, project: Path, size: tuple[int, int] = (1342, 871)) -> PeoplePage:
    workspace.open(project)
    made = PeoplePage(workspace)
    qtbot.addWidget(made)
    made.resize(*size)
    with qtbot.waitActive(made):
        made.show()
    return made


@pytest.fixture
def page(workspace: Workspace, qtbot: QtBot, demonstration: Path) -> PeoplePage:
    return shown(workspace, qtbot, demonstration)


def choose(page: PeoplePage, name: str) -> None:
    row = next(row for row in range(page.list.shown.rowCount()) if page.list.shown.index(row, 0).data() == name)
    page.list.table.setCurrentIndex(page.list.shown.index(row, 0))


def recorded(page: PeoplePage, name: str) -> ParticipantOverview:
    return next(one for one in page.workspace.project.participants.overview() if one.person.name == name)


def write(qtbot: QtBot, field: QLineEdit, words: str) -> None:
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, words)
    qtbot.keyClick(field, Key.Key_Return)


def test_how_the_table_and_the_panel_share_the_width_is_remembered(workspace, qtbot, demonstration):
    first = shown(workspace, qtbot, demonstration)
    edge = first.findChild(QSplitter, "people-splitter")
    assert edge.sizes()[1] == 372
    edge.moveSplitter(700, 1)
    kept = edge.sizes()
    assert kept[0] == 700
    again = shown(workspace, qtbot, demonstration)
    assert again.findChild(QSplitter, "people-splitter").sizes() == kept


@pytest.mark.parametrize("words", ["Withdraw the chosen", "Record consent"])
def test_what_is_done_with_somebody_says_so_where_nobody_is_chosen(workspace, qtbot, tmp_path, words):
    Project.create(tmp_path / "empty.qclite").close()
    page = shown(workspace, qtbot, tmp_path / "empty.qclite")
    (entry,) = [each for each in page.actions_for_menu() if each.text().replace("&", "").startswith(words)]
    with qtbot.waitSignal(workspace.failed) as told:
        entry.trigger()
    assert told.args == ["Nobody is chosen. Choose a participant in the table first."]


def test_everybody_is_listed_with_what_is_known(page):
    assert page.list.shown.rowCount() == 14
    choose(page, "P07")
    cells = [page.list.shown.index(page.list.table.currentIndex().row(), column).data() for column in range(7)]
    assert cells == ["P07", "Hallowby", "Mental health", "Service user", "No", "1", "27"]
    assert unnamed(page) == []


def test_the_list_is_narrowed_by_words_site_and_group_and_keeps_who_was_chosen(page, qtbot):
    choose(page, "Elsie")
    qtbot.keyClicks(page.list.words, "fenm older")
    assert [page.list.shown.index(row, 0).data() for row in range(page.list.shown.rowCount())] == [
        "Arthur",
        "Derek",
        "Elsie",
        "Winifred",
    ]
    assert page.panel.name.text() == "Elsie"
    page.list.words.setText("nobody at all")
    assert page.list.shown.rowCount() == 0
    page.list.words.clear()
    page.list.sites.set_value("Hallowby")
    page.list.sites.chosen.emit("Hallowby")
    assert page.list.shown.rowCount() == 3


def test_facts_are_changed_by_keyboard_each_as_a_step_and_undone(page, qtbot):
    choose(page, "Elsie")
    write(qtbot, page.panel.name, "Edith")
    assert recorded(page, "Edith").person.name == "Edith"
    page.panel.respondent.set_value("unpaid carer")
    page.panel.respondent.chosen.emit("unpaid carer")
    page.panel.present.set_value("yes")
    page.panel.present.chosen.emit("yes")
    person = recorded(page, "Edith").person
    assert (person.respondent, person.support_worker_present) == (Respondent.UNPAID_CARER, True)
    for _ in range(3):
        page.workspace.undo()
    assert page.panel.name.text() == "Elsie"


def test_what_is_known_from_an_interview_alone_is_told_in_the_panel_as_in_the_list(page, workspace):
    elsie = recorded(page, "Elsie")
    unsaid = replace(elsie.person, site=None, client_group="")
    workspace.act(lambda: workspace.project.participants.update(unsaid))
    choose(page, "Elsie")
    assert page.panel.site.currentText() == "Fenmarsh (interview)"
    assert page.panel.site.value == ""
    assert page.panel.group.placeholderText() == "Older people"
    page.panel.keep()
    assert recorded(page, "Elsie").person == unsaid


def test_a_name_that_is_taken_is_refused_and_the_old_one_shown(page, qtbot):
    choose(page, "Elsie")
    with qtbot.waitSignal(page.workspace.failed) as told:
        write(qtbot, page.panel.name, "arthur")
    assert "Choose another name" in told.args[0]
    assert page.panel.name.text() == "Elsie"


def test_a_participant_is_added_and_gone_to(page, qtbot):
    def do(dialog):
        qtbot.keyClicks(dialog.name, "P 12")
        qtbot.keyClick(dialog.name, Key.Key_Return)

    answer(QDialog, do)
    page.header.add.click()
    assert page.panel.name.text() == "P 12"
    assert recorded(page, "P 12").transcripts == []


def test_who_is_added_while_others_are_looked_for_is_the_one_that_is_shown(page, qtbot):
    page.list.words.setText("Winifred")
    answer(QDialog, lambda dialog: (qtbot.keyClicks(dialog.name, "P 12"), qtbot.keyClick(dialog.name, Key.Key_Return)))
    page.header.add.click()
    assert page.list.words.text() == ""
    assert page.panel.name.text() == "P 12"


def test_consent_is_recorded_with_its_day_for_all_that_are_chosen(page, qtbot):
    choose(page, "Winifred")

    def do(dialog):
        one = dialog._answers[ConsentSubject.QUOTE]
        one.answer.segment("yes").click()
        one.day.setText("3/5/2024")
        dialog.keep.click()

    answer(QDialog, do)
    page.panel.consent.click()
    assert recorded(page, "Winifred").person.quote_consent == Consent.YES
    page.list.table.selectAll()

    def refuse(dialog):
        dialog._answers[ConsentSubject.ARCHIVE].day.setText("yesterday")
        dialog.keep.click()
        assert "is a date" in dialog.trouble.text()
        dialog._answers[ConsentSubject.ARCHIVE].answer.segment("no").click()
        dialog._answers[ConsentSubject.ARCHIVE].day.setText("2024-06-01")
        dialog.keep.click()

    answer(QDialog, refuse)
    page.register.record_consent()
    found = page.workspace.project.participants.overview()
    assert {one.consent[ConsentSubject.ARCHIVE].answer for one in found} == {Consent.NO}
    assert recorded(page, "Winifred").consent[ConsentSubject.QUOTE].date == "2024-05-03"


def test_facts_of_the_studys_own_are_set_up_with_their_kinds(page):
    def do(dialog):
        dialog.new.click()
        dialog.name.setText("Lives alone")
        dialog.type.set_value("yes/no")
        dialog.keep.click()
        dialog.new.click()
        dialog.name.setText("lives ALONE")
        dialog.keep.click()
        assert "already" in dialog.trouble.text()

    answer(QDialog, do)
    page.register.set_up_facts()
    assert page.workspace.project.participants.attribute_kinds()[-1].name == "Lives alone"
    choose(page, "Elsie")
    box = page.panel.facts._boxes["Lives alone"]
    box.set_value("yes")
    box.chosen.emit("yes")
    assert recorded(page, "Elsie").person.attributes["Lives alone"] == "yes"


def test_tab_goes_from_the_last_fact_to_what_stands_below_it(page, qtbot):
    choose(page, "Elsie")
    page.panel.facts.boxes()[-1].setFocus()
    qtbot.keyClick(page.panel.facts.boxes()[-1], Key.Key_Tab)
    assert page.focusWidget() is page.panel._set_up
    for below in (page.panel.consent, *page.panel._transcripts.findChildren(QPushButton), page.panel.give):
        qtbot.keyClick(page.focusWidget(), Key.Key_Tab)
        assert page.focusWidget() is below


def test_a_table_is_shown_before_it_is_taken_in(page, monkeypatch, tmp_path):
    table = tmp_path / "people.csv"
    table.write_text("participant,site,respondent\nNobuko,Newtown,\nTom,,somebody\n", encoding="utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(table), ""))

    def do(dialog):
        assert dialog.do.words == "Take in 1 participant"
        assert dialog.wrong.toPlainText().startswith("Row 3")
        dialog.do.click()

    answer(QDialog, do)
    page.header.bring.click()
    assert recorded(page, "Nobuko").site == "Newtown"
    assert page.list.shown.rowCount() == 15


def test_the_grid_says_how_many_are_known_by_a_transcript_alone(workspace, qtbot, demonstration, tmp_path):
    page = shown(workspace, qtbot, demonstration)
    page.header.view_chosen.emit(GRID)
    sums = page.heard.findChild(Label, "people-unheard")
    assert "no participant" not in sums.text()
    file = tmp_path / "nobody.txt"
    file.write_text("Anna: Hello?", encoding="utf-8")
    workspace.act(lambda: workspace.project.transcripts.import_file(file, ImportOptions()).changes)
    qtbot.waitUntil(lambda: "1 transcript among them names no participant" in sums.text())


def test_a_number_typed_into_the_grid_says_how_many_are_wanted(page, qtbot):
    page.show_view(GRID)
    page.heard.table.setCurrentIndex(page.heard.model.index(1, 0))
    qtbot.keyClick(page.heard.table, Key.Key_6)
    editor = page.heard.table.findChild(QLineEdit, "people-wanted")
    qtbot.keyClick(editor, Key.Key_Return)
    qtbot.waitUntil(lambda: page.heard.table.currentIndex().data() == "4 of 6 heard")
    site = next(site.id for site in page.workspace.project.sites.all() if site.name == "Fenmarsh")
    assert page.workspace.project.sampling.grid().cell(site, "Older people") == Cell(heard=4, waiting=0, wanted=6)
    page.workspace.undo()
    assert page.heard.table.currentIndex().data() == "4 heard"
    assert not page.heard.model.flags(page.heard.model.index(4, 0)) & Qt.ItemFlag.ItemIsEditable


def test_a_small_window_shows_one_thing_at_a_time(workspace, qtbot, demonstration):
    page = shown(workspace, qtbot, demonstration, (760, 520))
    assert page.list.table.isVisible()
    assert not page.panel.isVisible()
    qtbot.keyClick(page.list.table, Key.Key_Return)
    assert page.panel.name.hasFocus()
    assert not page.list.table.isVisible()
    qtbot.keyClick(page.panel.name, Key.Key_Escape)
    assert page.list.table.isVisible()
    assert page._view == EVERYBODY


def test_an_empty_project_says_the_way_on(workspace, qtbot, tmp_path):
    Project.create(tmp_path / "new.qclite").close()
    page = shown(workspace, qtbot, tmp_path / "new.qclite")
    assert page.empty.isVisible()
    answer(QDialog, lambda dialog: (qtbot.keyClicks(dialog.name, "P01"), dialog.add.click()))
    page.empty.other.click()
    assert page.list.table.isVisible()


def test_a_project_that_is_only_read_is_only_shown(workspace, qtbot, demonstration):
    workspace.open(demonstration, to_read=True)
    page = shown(workspace, qtbot, demonstration)
    assert not page.header.add.isEnabled()
    assert not page.panel.withdraw.isEnabled()
    assert page.panel.name.isReadOnly()


def test_a_participant_is_withdrawn_after_it_was_shown_and_ticked(page, qtbot, tmp_path):
    choose(page, "Hamish")

    def do(dialog):
        assert not dialog.do.isEnabled()
        dialog.sure.click()
        dialog.certificate = tmp_path / "certificate.docx"
        dialog.do.click()
        dialog.reject()
        assert dialog.isVisible(), "what is final is seen through"
        assert not dialog.do.isVisible()
        qtbot.waitUntil(lambda: not dialog._tasks.busy)
        assert "no word only they used is left" in dialog.told.text()
        assert dialog.do.width() < dialog.width() / 2
        assert (tmp_path / "certificate.docx").is_file()

    answer(WithdrawDialog, do)
    page.panel.withdraw.click()
    qtbot.waitUntil(lambda: page.list.shown.rowCount() == 13)
    assert page.workspace.project.history.next_undo() is None
    assert b"Hamish" not in page.workspace.project.path.read_bytes()


def test_places_elsewhere_are_shown_in_their_surroundings_and_may_be_kept(workspace, qtbot, demonstration):
    page = shown(workspace, qtbot, demonstration)
    page.workspace.project.memos.write(About(), "It is as Derek says himself.", coder="Ailsa Brodie")
    plan = page.workspace.project.withdrawal.look("Derek")
    dialog = WithdrawDialog(page.workspace, plan, page)
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.sure.isVisible()
    places = dialog.places
    assert places.model().rowCount() == len(plan.places) > 0
    first = plan.places[0]
    assert f"{first.words}{first.where.words[first.end : first.end + 3]}" in places.model().index(0, 0).data()
    places.setCurrentIndex(places.model().index(0, 0))
    qtbot.keyClick(places, Key.Key_Space)
    assert dialog._kept == [first.key]


def test_after_large_words_out_of_sight_the_panel_is_as_wide_as_before(workspace, qtbot, demonstration, theme):
    page = shown(workspace, qtbot, demonstration)
    before = page.panel.width()
    page.hide()
    for text in (2.0, 1.0):
        theme.choose(mode="light", text=text, tint="paper")
        qtbot.wait(1)
    page.show()
    qtbot.waitUntil(lambda: page.panel.width() == before)


def test_the_dialog_of_names_fits_a_low_screen_in_words_of_twice_the_size(workspace, qtbot, demonstration, theme):
    theme.choose(mode="light", text=2.0, tint="paper")
    page = shown(workspace, qtbot, demonstration)
    dialog = NamesDialog(page.workspace, page)
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.minimumSizeHint().height() <= 656


def test_a_key_is_looked_into_with_its_passphrase(page, qtbot, monkeypatch, tmp_path):
    key = KeyFile.new(tmp_path / "names.qckey", "seven quiet herons")
    key.add({"Margaret": "[friend]"})
    key.save()
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(key.path), ""))

    def do(dialog):
        dialog.look.click()
        assert "Choose the file" in dialog.trouble.text()
        dialog.choose.click()
        dialog.passphrase.setText("another one")
        dialog.look.click()
        assert "doesn’t open" in dialog.trouble.text()
        assert dialog.model.rowCount() == 0
        dialog.passphrase.setText("seven quiet herons")
        qtbot.keyClick(dialog.passphrase, Key.Key_Return)
        assert [dialog.model.index(0, column).data() for column in (0, 1)] == ["Margaret", "[friend]"]
        assert not dialog.trouble.isVisible()
        assert dialog.passphrase.text() == ""
        assert unnamed(dialog) == []
        dialog.close_it.click()

    answer(WhoIsWhoDialog, do)
    page.register.look_into_key()


def test_names_are_looked_for_looked_at_and_replaced_with_a_key(page, qtbot, monkeypatch, tmp_path):
    key = tmp_path / "key" / "names.qckey"
    key.parent.mkdir()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(key), ""))

    def idle(dialog):
        qtbot.waitUntil(lambda: not dialog._tasks.busy)

    def do(dialog):
        dialog.forms.name.setText("peggy")
        qtbot.keyClick(dialog.forms.name, Key.Key_Return)
        idle(dialog)
        dialog.forms.alike.setText("[neighbour]")
        dialog.forms.use.click()
        dialog.go_on.click()
        idle(dialog)
        assert dialog.places.model.ticked == dialog.places.model.rowCount()
        dialog.places.list.setCurrentIndex(dialog.places.model.index(0, 0))
        qtbot.keyClick(dialog.places.list, Key.Key_Space)
        qtbot.keyClick(dialog.places.list, Key.Key_Space)
        dialog.go_on.click()
        dialog.key.choose.click()
        dialog.key.passphrase.setText("three small herons")
        dialog.key.again.setText("three small heron")
        dialog.sure.click()
        dialog.go_on.click()
        assert "differ" in dialog.trouble.text()
        dialog.key.again.setText("three small herons")
        dialog.go_on.click()
        dialog.reject()
        assert dialog.isVisible(), "what is final is seen through"
        idle(dialog)
        assert "none of the names is left" in dialog.told.text()

    answer(NamesDialog, do)
    page.register.replace_names()
    project = page.workspace.project
    assert set(project.pseudonyms.open_key(key, "three small herons").names.values()) == {"[neighbour]"}
    assert project.check() == []
    assert b"Peggy" not in project.path.read_bytes()


def test_names_are_suggested_without_a_tick(page, qtbot):
    def do(dialog):
        dialog.forms.suggest.click()
        qtbot.waitUntil(lambda: dialog.forms.model.rowCount() > 40)
        assert dialog.forms.model.chosen == {}
        dialog.forms.table.setCurrentIndex(dialog.forms.model.index(0, 3))
        qtbot.keyClick(dialog.forms.table, Key.Key_Space)
        assert dialog.forms.model.chosen == {"Moira": "[person]"}

    answer(NamesDialog, do)
    page.register.replace_names()


def test_the_models_keep_qts_rules(page: PeoplePage, qtmodeltester: ModelTester) -> None:
    forms, places, people = FormsModel(), PlacesModel(), PeopleModel()
    names = page.workspace.project.pseudonyms
    forms.add(names.suggest()[:5], ticked=True)
    places.show(names.places({"Peggy": "[x]"}))
    people.show(page.workspace.project.participants.overview())
    for model in (forms, places, people, page.list.shown, page.heard.model):
        qtmodeltester.check(model)


def test_in_a_narrow_window_with_nobody_in_it_the_page_still_says_its_name(workspace, qtbot, tmp_path):
    Project.create(tmp_path / "new.qclite").close()
    page = shown(workspace, qtbot, tmp_path / "new.qclite", (600, 500))
    title = next(label for label in page.header.findChildren(Label) if label.text() == "People")
    assert page.header.more.isVisible()
    assert title.isVisible()
