"""The page Cross-check, walked by keys and mouse on real projects."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import docx
import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QLabel, QLineEdit

from qualcoder_lite.domain.agreement import Cell
from qualcoder_lite.domain.days_in_words import day_in_words
from qualcoder_lite.domain.disagreement import Kind, Outcome
from qualcoder_lite.domain.people import LEAD, OTHER_ROLE, USER_RESEARCHER
from qualcoder_lite.gui.pages.cross_check.coders import CodersDialog
from qualcoder_lite.gui.pages.cross_check.comparer import Answer, Comparer, Wanted
from qualcoder_lite.gui.pages.cross_check.figures import FiguresDialog
from qualcoder_lite.gui.pages.cross_check.figures_model import FiguresModel
from qualcoder_lite.gui.pages.cross_check.kinds import KindList
from qualcoder_lite.gui.pages.cross_check.meeting import MeetingDialog
from qualcoder_lite.gui.pages.cross_check.new_round import NewRoundDialog
from qualcoder_lite.gui.pages.cross_check.places import PlacesModel
from qualcoder_lite.gui.pages.cross_check.rounds import RoundsDialog
from qualcoder_lite.gui.pages.cross_check.trend_pane import TrendModel
from qualcoder_lite.gui.pages.cross_check.units_model import UnitsModel
from qualcoder_lite.gui.pages.cross_check.words import kind_words, state_of, taking
from qualcoder_lite.gui.reading.page_heights import line_top
from qualcoder_lite.service.agreement.report import AgreementAsked
from qualcoder_lite.service.agreement.rounds import NewRound
from qualcoder_lite.service.project import Project
from tests.gui.windows import click, find

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QDialog, QWidget
    from pytestqt.modeltest import ModelTester
    from pytestqt.qtbot import QtBot

    from qualcoder_lite.gui.pages.cross_check.page import CrossCheckPage
    from qualcoder_lite.gui.project.workspace import Workspace
    from qualcoder_lite.gui.theme import Theme
    from qualcoder_lite.gui.window.main_window import MainWindow

AILSA, DENNIS = "Ailsa Brodie", "Dennis Okoro"


@pytest.fixture
def page(window: MainWindow, workspace: Workspace, demonstration: Path) -> CrossCheckPage:
    """The page with the demonstration, Ailsa deciding."""
    workspace.open(demonstration)
    workspace.set_coder(AILSA)
    window.resize(1440, 900)
    window.go("cross_check")
    assert window.page is not None
    return window.page


def in_dialog(dialog: QDialog, name: str) -> QWidget:
    return find(dialog, name)


def shown(qtbot: QtBot, dialog: QDialog) -> QDialog:
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def meeting_of(page: CrossCheckPage, qtbot: QtBot) -> MeetingDialog:
    """The meeting view as the page opens it."""
    dialog = MeetingDialog(page, page.workspace, page._wanted, page._compared)
    shown(qtbot, dialog)
    return dialog


def use_key(dialog: QDialog, key: str) -> None:
    """Do what a key of the dialog does; offscreen only the window is ever active."""
    (found,) = [each for each in dialog.actions() if each.shortcut().toString() == key]
    found.trigger()


def say_yes() -> None:
    """Answer the question that is asked."""
    QApplication.activeModalWidget().do.click()


def test_disagreements_come_first_and_both_texts_show_the_place(page: CrossCheckPage) -> None:
    place = page._texts.place
    assert place is not None
    assert page.kinds.kind is Kind.DIFFERENT
    for side, seen in zip(page.sides, (place.seen.first, place.seen.second), strict=True):
        assert side.view.passage == (seen.start, seen.end)
        assert not side.chip.isHidden()
    assert page.decision.count.text().startswith("1 of ")


def test_next_and_back_by_key_and_the_texts_scroll_together(page: CrossCheckPage, qtbot: QtBot) -> None:
    qtbot.keySequence(page.list, "Alt+Down")
    assert page.list.currentIndex().row() == 1
    qtbot.keySequence(page.list, "Alt+Up")
    assert page.list.currentIndex().row() == 0
    bars = [side.view.verticalScrollBar() for side in page.sides]
    bars[0].setValue(0)
    assert bars[1].value() == 0
    bars[1].setValue(200)
    assert bars[0].value() == bars[1].value() > 0


def test_a_disagreement_is_settled_by_a_digit_and_a_line(
    page: CrossCheckPage, workspace: Workspace, qtbot: QtBot
) -> None:
    place = page._texts.place
    assert place is not None
    page.list.setFocus()
    qtbot.keyClick(page.sides[0].view, "1")
    assert isinstance(QApplication.focusWidget(), QLineEdit)
    qtbot.keyClicks(page.decision.why, "It is about the bus.")
    qtbot.keyClick(page.decision.why, Qt.Key.Key_Return)
    decided = workspace.project.disagreements.log()
    assert {(d.outcome, d.why, d.taken) for d in decided} == {("one", "It is about the bus.", page._compared.first)}
    assert page._model.places[0].is_settled
    assert page.list.currentIndex().row() == 1
    assert page.decision.status.words == "Settled."
    qtbot.keyClick(QApplication.focusWidget(), "2")  # the next answer, not another word of the reason
    assert page.decision.answers[1].isChecked()
    workspace.undo()
    assert workspace.project.disagreements.log() == []
    assert not page._model.places[0].is_settled


def test_a_new_version_stands_on_the_words_that_are_marked(page: CrossCheckPage, workspace: Workspace) -> None:
    place = page._texts.place
    assert place is not None
    page.decision.choose(3)
    said: list[str] = []
    workspace.failed.connect(said.append)
    page.decision.settle.click()
    assert "mark the words" in said[0]
    page.sides[1].view._select_by_hand(place.seen.start, place.seen.start + 12)
    page.decision.choose(3)
    page.decision.settle.click()
    settled = [c for c in workspace.project.codings.of_transcript(place.transcript) if c.decision]
    assert [(c.start, c.end) for c in settled] == [(place.seen.start, place.seen.start + 12)]


def test_leaving_open_changing_the_definition_and_taking_back(page: CrossCheckPage, workspace: Workspace) -> None:
    page.decision.why.setText("Ask Elsie's worker.")
    page.decision.open.click()
    assert page._model.state(page._model.places[0]) == "Left open"
    page.decision.choose(4)
    page.decision.why.setText("What of buses?")
    page.decision.settle.click()
    assert page._model.state(page._model.places[1]) == "Definition to change"
    page._step(-1)
    page.decision.undecide.click()
    assert [d.outcome for d in workspace.project.disagreements.log()] == [Outcome.OPEN] * 2


def test_a_definition_to_change_is_noted_and_opened_in_the_codebook(page: CrossCheckPage, window: MainWindow) -> None:
    place = page._model.places[0]
    page.decision.choose(4)
    page.decision.why.setText("Where does the one end?")
    assert page.decision.definitions[1].isVisibleTo(page)
    page.decision.definitions[1].click()
    assert [d.outcome for d in window.workspace.project.disagreements.log()] == [Outcome.DEFINITION] * 2
    assert window.page.editor.entry.code.id == place.seen.sides[1].code


def test_every_kind_can_be_looked_at(page: CrossCheckPage, window: MainWindow, qtbot: QtBot) -> None:
    turns = page._compared.turns()
    for kind in Kind:
        click(qtbot, window, f"kind-{kind}")
        assert page.list.model().rowCount() >= turns[kind] > 0
    assert page.sides[0].chip.isHidden() == (page._texts.place.seen.first is None)


def test_while_a_round_is_open_its_coders_see_nothing_here_and_the_lead_does(
    page: CrossCheckPage, workspace: Workspace, window: MainWindow
) -> None:
    project = workspace.project
    workspace.act(lambda: project.coders.change(DENNIS, role=OTHER_ROLE))
    quotes = len(project.extracts.listed())
    everything = [each.transcript.id for each in project.transcripts.overview()]
    new = NewRound(name="Round 1", transcripts=everything, coders=[AILSA, DENNIS])
    workspace.act(lambda: project.rounds.open(new))
    assert page._body.currentWidget() is page._blind
    window.go("quotes")
    assert 0 < len(project.extracts.listed()) < quotes
    window.go("cross_check")
    workspace.act(lambda: project.coders.change(AILSA, role=LEAD))
    assert page._body.currentWidget() is page._desk
    workspace.set_coder(DENNIS)
    assert page._body.currentWidget() is page._blind
    workspace.act(lambda: project.rounds.close("Round 1"))
    assert page._body.currentWidget() is page._desk
    assert [words for _, words in _choices(page.scope)][-1] == "Round 1 (closed)"


def _choices(box: object) -> list[tuple[str, str]]:
    return [(box.itemData(n), box.itemText(n)) for n in range(box.count())]


def test_roles_and_the_settled_version_are_compared_too(page: CrossCheckPage, workspace: Workspace) -> None:
    project = workspace.project
    workspace.act(lambda: project.coders.change(AILSA, role=USER_RESEARCHER))
    workspace.act(lambda: project.coders.change(DENNIS, role=LEAD))
    page.decision.choose(2)
    page.decision.settle.click()
    page.refresh()
    words = [each for _, each in _choices(page.pair)]
    assert words[1:] == [
        "User-researchers and academic leads",
        f"{AILSA} and the settled version",
        f"{DENNIS} and the settled version",
    ]
    for value, _ in _choices(page.pair)[1:]:
        page.pair.chosen.emit(value)
        assert page._compared is not None
        assert page._compared.places


def test_figures_call_coders_of_one_first_name_by_their_whole_names(page: CrossCheckPage, workspace: Workspace) -> None:
    workspace.act(lambda: workspace.project.coders.change(DENNIS, name="Ailsa Muir"))
    figures = FiguresModel()
    figures.show(workspace.project.agreement.measure(AgreementAsked()))
    heads = [figures.headerData(n, Qt.Orientation.Horizontal) for n in range(figures.columnCount())]
    assert "Kappa Ailsa Brodie, Ailsa Muir" in heads


def test_those_who_stand_together_are_called_by_their_whole_name(page: CrossCheckPage, workspace: Workspace) -> None:
    project = workspace.project
    workspace.act(lambda: project.coders.change(AILSA, role=USER_RESEARCHER))
    workspace.act(lambda: project.coders.change(DENNIS, role=LEAD))
    page.decision.choose(1)
    page.decision.settle.click()
    page.pair.chosen.emit("roles|user-researcher|academic lead")
    assert page._compared is not None
    assert kind_words(Kind.SECOND, page._compared) == "Only academic leads"
    assert taking(page._compared) == ("Take the user-researchers’", "Take the academic leads’")
    decided = next(place for place in page._compared.places if place.decided)
    assert state_of(decided, page._compared) == "Settled"
    page.pair.chosen.emit(_choices(page.pair)[-1][0])
    assert taking(page._compared) == ("Take Dennis’s", "Keep the settled version")


def test_a_new_project_says_how_to_begin(window: MainWindow, workspace: Workspace, tmp_path: Path) -> None:
    Project.create(tmp_path / "new.qclite").close()
    workspace.open(tmp_path / "new.qclite")
    window.go("cross_check")
    assert window.page._body.currentWidget() is window.page._empty


def test_a_coder_who_has_done_nothing_yet_does_not_hide_what_the_others_did(
    window: MainWindow, workspace: Workspace, demonstration: Path
) -> None:
    workspace.open(demonstration)
    workspace.project.coders.add("Aaron First")
    window.go("cross_check")
    assert find(window, "cross-check-about").text().startswith("Ailsa Brodie and Dennis Okoro")


def test_transcripts_that_nobody_declared_done_can_still_be_compared(
    page: CrossCheckPage, workspace: Workspace
) -> None:
    project = workspace.project
    ids = [each.transcript.id for each in project.transcripts.overview()]
    workspace.act(lambda: project.codings.declare_done(AILSA, ids, done=False))
    heading = find(page, "cross-check-heading")
    assert heading.isVisible()
    assert "Choose all that both coded" in heading.text()
    page.scope.chosen.emit("all")
    assert "places" in heading.text()


def test_figures_say_what_they_rest_on_and_lead_to_the_places(
    page: CrossCheckPage, workspace: Workspace, qtbot: QtBot
) -> None:
    dialog = shown(qtbot, FiguresDialog(page, workspace, page._wanted.asked))
    assert "Unit: speaker’s turn, 221 in all" in dialog.about.text()
    assert "both 15 · only Ailsa Brodie 2" in dialog.detail.text()
    dialog.choices.unit.chosen.emit("character")
    assert "character (blanks left out)" in dialog.about.text()
    unused = next(n for n in range(dialog.model.rowCount()) if dialog.model.index(n, 0).data() == "n/a")
    dialog.table.setCurrentIndex(dialog.shown.index(unused, 0))
    assert "Unused" in dialog.detail.text()
    dialog.table.setCurrentIndex(dialog.shown.index(2, 0))
    dialog.code_wanted.connect(page.show_code)
    click(qtbot, dialog, "figures-places")
    assert dialog.model.code(2) in page._texts.place.seen.covered


def test_the_figures_answer_other_questions_each_with_its_own_choices(
    page: CrossCheckPage, workspace: Workspace, qtbot: QtBot
) -> None:
    dialog = shown(qtbot, FiguresDialog(page, workspace, page._wanted.asked))
    asked = dialog.choices

    def heads() -> list[str]:
        columns = range(dialog.model.columnCount())
        return [dialog.model.headerData(n, Qt.Orientation.Horizontal) for n in columns]

    asked.about.chosen.emit("delivered")
    assert (asked.unit.isVisible(), asked.scale.isVisible(), asked.definition.isVisible()) == (True, True, False)
    assert heads() == ["Alpha (ordinal)", "95 % interval", "Rests on", "Coverage"]
    assert dialog.model.rowCount() == 15
    assert not dialog.behind.isEnabled()
    asked.about.chosen.emit("counts")
    assert heads()[0] == "Alpha (ratio)"
    asked.scale.chosen.emit("interval")
    assert heads()[0] == "Alpha (interval)"
    asked.about.chosen.emit("passages")
    assert (asked.unit.isVisible(), asked.scale.isVisible(), asked.exclusive.isVisible()) == (False, False, True)
    process = next(value for value, words in _choices(asked.exclusive) if words == "With those of Process")
    asked.exclusive.chosen.emit(process)
    assert "(k)u-alpha" in heads()
    assert "codes that exclude each other" in dialog.overall.text()
    asked.definition.chosen.emit("2004")
    assert "All codes together" in dialog.overall.text()
    asked.about.chosen.emit("codes")
    assert heads()[0] == "Alpha"
    assert dialog.behind.isEnabled()


def test_agreement_over_the_rounds_is_drawn_told_in_a_table_and_saved(
    page: CrossCheckPage, workspace: Workspace, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    project = workspace.project
    done = [each.transcript.id for each in project.transcripts.overview() if len(each.done) > 1]
    for number in (1, 2):
        new = NewRound(name=f"Round {number}", transcripts=done[number:5], coders=[AILSA, DENNIS])
        workspace.act(lambda new=new: project.rounds.open(new))
        workspace.act(lambda new=new: project.rounds.close(new.name))
    dialog = shown(qtbot, FiguresDialog(page, workspace, page._wanted.asked))
    click(qtbot, dialog, "figures-rounds")
    trend = dialog.trend
    assert trend.sheet.accessibleName() == "Agreement over the rounds"
    assert trend.sheet.place(0, 1).accessibleName().startswith("Mean of all codes, Round 2: 0.")
    trend.how.chosen.emit("table")
    assert trend.table.isVisible()
    assert [trend.model.headerData(n, Qt.Orientation.Horizontal) for n in range(3)] == ["Code", "Round 1", "Round 2"]
    target = tmp_path / "rounds"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), "Picture to be edited (*.svg)"))
    click(qtbot, dialog, "trend-save")
    assert "Mean of all codes" in target.with_suffix(".svg").read_text("utf-8")
    click(qtbot, dialog, "trend-back")
    assert dialog.table.isVisible()


def test_a_kappa_leads_to_its_two_by_two_and_a_place_to_its_turn(
    page: CrossCheckPage, workspace: Workspace, window: MainWindow, qtbot: QtBot
) -> None:
    def walk() -> None:
        dialog = QApplication.activeModalWidget()
        dialog.order.chosen.emit("0|down")
        of = {code.code: code for code in dialog._report.figures.codes}
        alphas = [of[dialog.shown.code(n)].alpha for n in range(dialog.shown.rowCount())]
        given = [alpha for alpha in alphas if alpha is not None]
        assert alphas == [*sorted(given, reverse=True), *[None] * (len(alphas) - len(given))]
        dialog.order.chosen.emit("")
        qtbot.keyClick(dialog.table, Qt.Key.Key_Return)
        table = next(iter(of[dialog.shown.code(0)].pairs.values()))
        assert [dialog.pane.buttons[cell].words for cell in Cell] == [
            f"Both: {table.both}",
            f"Only Ailsa: {table.only_first}",
            f"Only Dennis: {table.only_second}",
        ]
        click(qtbot, dialog, "cell-only_first")
        assert dialog.pane.model.rowCount() == table.only_first > 0
        assert dialog.pane.heading.text() == f"{table.only_first} turns that only Ailsa coded"
        qtbot.keyClick(dialog.pane.table, Qt.Key.Key_Return)

    QTimer.singleShot(0, walk)
    page._show_figures()
    assert window.page.value == "code"
    click(qtbot, window, "way-back")
    assert window.page is page


def test_names_of_codes_leave_room_for_figures_in_a_narrow_window(page: CrossCheckPage, qtbot: QtBot) -> None:
    dialog = shown(qtbot, FiguresDialog(page, page.workspace, AgreementAsked()))
    header = dialog.table.verticalHeader()
    one_line = header.defaultSectionSize()
    dialog.resize(520, 700)
    qtbot.waitUntil(lambda: header.width() < dialog.table.width() / 2)
    assert header.defaultSectionSize() > one_line
    dialog.resize(1200, 700)
    qtbot.waitUntil(lambda: header.defaultSectionSize() == one_line)


def test_two_who_have_nothing_in_common_are_no_figure_to_look_behind(
    page: CrossCheckPage, workspace: Workspace, qtbot: QtBot
) -> None:
    # By name she comes between the two; she is done with what nobody else has read.
    alone = next(each.transcript.id for each in workspace.project.transcripts.overview() if not each.done)
    workspace.act(lambda: workspace.project.codings.declare_done("Bea Newcomer", [alone]))
    dialog = shown(qtbot, FiguresDialog(page, workspace, AgreementAsked()))
    assert "Bea Newcomer" not in dialog.detail.text()
    click(qtbot, dialog, "figures-behind")
    assert dialog.pane.heading.text() == "15 turns that both coded"
    dialog.pane.pair_chosen.emit(
        next(pair for pair in dialog._report.figures.codes[0].pairs if pair != dialog.pane.pair_shown)
    )
    assert dialog.pane.heading.text() == "These two have no transcript in common here."


def test_numbers_can_be_switched_off_and_stay_off(page: CrossCheckPage, workspace: Workspace) -> None:
    switch = next(each for each in page.actions_for_menu() if "Show figures" in each.text())
    switch.trigger()
    assert page.figures.isHidden()
    page.refresh()
    assert page.figures.isHidden()
    assert not workspace.settings.agreement_figures


def test_the_report_goes_to_word(
    page: CrossCheckPage, workspace: Workspace, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    target = tmp_path / "agreement"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), "Word document (*.docx)"))
    dialog = shown(qtbot, FiguresDialog(page, workspace, page._wanted.asked))
    with qtbot.waitSignal(workspace.done):
        click(qtbot, dialog, "figures-save")
    assert len(docx.Document(str(target.with_suffix(".docx"))).tables) == 3


def test_a_round_is_opened_drawn_and_closed(page: CrossCheckPage, workspace: Workspace, qtbot: QtBot) -> None:
    dialog = shown(qtbot, NewRoundDialog(page.window(), workspace))
    dialog.many.setValue(4)
    click(qtbot, dialog, "round-draw")
    for box in dialog.coders:
        box.setChecked(True)
    click(qtbot, dialog, "round-open")
    (opened,) = workspace.project.rounds.all()
    assert len(opened.transcripts) == 4
    assert set(opened.transcripts) == set(workspace.project.rounds.draw(4, opened.draw["seed"]))
    rounds = shown(qtbot, RoundsDialog(page.window(), workspace))
    when = f"Opened {day_in_words(datetime.fromisoformat(opened.opened_at).astimezone())}"
    assert any(label.text().startswith(when) for label in rounds.findChildren(QLabel))
    QTimer.singleShot(0, say_yes)
    click(qtbot, rounds, "close-round")
    assert not workspace.project.rounds.all()[0].is_open


def test_a_round_is_opened_with_the_transcripts_of_a_site_and_somebody_new(
    page: CrossCheckPage, workspace: Workspace, qtbot: QtBot
) -> None:
    dialog = shown(qtbot, NewRoundDialog(page.window(), workspace))
    dialog.newcomer.setText("  Wim  Abara ")
    click(qtbot, dialog, "round-add-coder")
    dialog.newcomer.setText(DENNIS.lower())
    click(qtbot, dialog, "round-add-coder")
    dialog.transcripts.words.setText("hallowby")
    click(qtbot, dialog, "round-transcripts-all")
    click(qtbot, dialog, "round-open")
    (opened,) = workspace.project.rounds.all()
    named = {coder.id: coder.name for coder in workspace.project.coders.all()}
    assert [named[coder] for coder in opened.coders] == [DENNIS, "Wim Abara"]
    at_hallowby = [
        each.transcript.id
        for each in workspace.project.transcripts.overview()
        if each.placement.site and each.placement.site.name == "Hallowby"
    ]
    assert sorted(opened.transcripts) == sorted(at_hallowby)


def test_before_the_first_round_the_keyboard_is_at_opening_one(
    page: CrossCheckPage, workspace: Workspace, qtbot: QtBot
) -> None:
    rounds = shown(qtbot, RoundsDialog(page.window(), workspace))
    assert rounds.focusWidget() is rounds.open_one


def test_one_coder_is_asked_to_code_again_and_is_compared_with_themselves(
    page: CrossCheckPage, workspace: Workspace, qtbot: QtBot
) -> None:
    dialog = shown(qtbot, NewRoundDialog(page.window(), workspace))
    done = next(each for each in workspace.project.transcripts.overview() if "Ailsa Brodie" in each.done)
    dialog.transcripts.set_value([done.transcript.id])
    next(box for box in dialog.coders if box.text() == "Ailsa Brodie").setChecked(True)
    dialog.again.setChecked(True)
    click(qtbot, dialog, "round-open")
    again = "Ailsa Brodie, second time"
    assert workspace.project.rounds.all()[0].transcripts == (done.transcript.id,)
    workspace.act(lambda: workspace.project.codings.declare_done(again, [done.transcript.id]))
    workspace.act(lambda: workspace.project.rounds.close(workspace.project.rounds.all()[0].id))
    pair = next(value for value, words in _choices(page.pair) if words == f"Ailsa Brodie and {again}")
    page.pair.chosen.emit(pair)
    assert page.sides[1].name.text() == again


def test_coders_are_changed_and_joined(page: CrossCheckPage, workspace: Workspace, qtbot: QtBot) -> None:
    workspace.act(lambda: workspace.project.coders.add("Ailsa"))
    dialog = shown(qtbot, CodersDialog(page.window(), workspace))
    QTimer.singleShot(0, say_yes)
    click(qtbot, dialog, "join-coders")
    assert [coder.name for coder in workspace.project.coders.all()] == [AILSA, DENNIS]
    card = dialog.findChild(object, f"coder-{AILSA}")
    card.role.chosen.emit(USER_RESEARCHER)
    card.name.setText("Ailsa Hay")
    card.name.editingFinished.emit()
    assert workspace.project.coders.find("Ailsa Hay").role == USER_RESEARCHER
    assert workspace.coder == "Ailsa Hay"
    card.name.setText(DENNIS)
    card.name.editingFinished.emit()
    assert card.name.text() == "Ailsa Hay"
    dialog.new.setText(" dennis okoro")
    with qtbot.waitSignal(workspace.failed, check_params_cb=lambda said: "already" in said):
        click(qtbot, dialog, "add-coder")
    assert dialog.new.text()  # to be made into another name


def test_a_meeting_is_begun_decided_by_keys_noted_in_and_ends_with_minutes(
    page: CrossCheckPage, workspace: Workspace, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    dialog = meeting_of(page, qtbot)
    dialog.start.others.setText("Morag Bell, ")
    click(qtbot, dialog, "meeting-begin")
    desk = dialog.desk
    first = desk.texts.place
    qtbot.keyClicks(desk.note, "Ask the group.")
    qtbot.keyClick(desk.texts.sides[0].view, "1")
    qtbot.keyClicks(desk.decision.why, "It is about the bus.")
    qtbot.keyClick(desk.decision.why, Qt.Key.Key_Return)
    assert desk.decision.count.text().startswith("2 of ")
    assert not dialog.isFullScreen()  # Enter pressed no other button
    use_key(dialog, "Alt+Down")
    assert desk.decision.count.text().startswith("3 of ")
    use_key(dialog, "Alt+Up")
    click(qtbot, dialog, "meeting-end")
    (held,) = workspace.project.meetings.all()
    assert (held.present, held.looked_at, held.settled) == ((AILSA, DENNIS, "Morag Bell"), 3, 1)
    line = workspace.project.meetings.lines(held.id)[0]
    assert (line.transcript, line.why, line.note) == (first.title, "It is about the bus.", "Ask the group.")
    target = tmp_path / "minutes"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    click(qtbot, dialog, "meeting-minutes")
    assert len(docx.Document(str(target.with_suffix(".docx"))).tables) == 2
    again = meeting_of(page, qtbot)
    assert find(again, "meeting-earlier").accessibleName() == f"Minutes of {held.held_on}"
    click(qtbot, again, "meeting-earlier")
    assert "minutes.docx" in find(again, "meeting-written").text()
    assert find(again, "meeting-written").isVisible()


def test_a_meeting_may_be_about_what_is_open_of_one_kind(page: CrossCheckPage, qtbot: QtBot) -> None:
    dialog = meeting_of(page, qtbot)
    wanted = [place for place in page._compared.of_kind(Kind.DIFFERENT) if not place.is_settled]
    assert (Kind.DIFFERENT, f"Still open, different code: {len(wanted)} places") in _choices(dialog.start.which)
    dialog.start.which.set_value(Kind.DIFFERENT)
    click(qtbot, dialog, "meeting-begin")
    assert dialog.desk._places == wanted


def test_esc_leaves_a_meeting_and_keeps_what_was_looked_at(
    page: CrossCheckPage, workspace: Workspace, qtbot: QtBot
) -> None:
    dialog = meeting_of(page, qtbot)
    click(qtbot, dialog, "meeting-begin")
    use_key(dialog, "F11")
    assert dialog.isFullScreen()
    use_key(dialog, "Esc")
    assert not dialog.isVisible()
    assert workspace.project.meetings.all()[0].looked_at == 1
    empty = meeting_of(page, qtbot)
    for box in empty.start.people:
        box.setChecked(False)
    said: list[str] = []
    workspace.failed.connect(said.append)
    click(qtbot, empty, "meeting-begin")
    assert said
    assert "Say who is here" in said[0]


def test_a_large_project_is_compared_off_the_windows_thread(
    page: CrossCheckPage, workspace: Workspace, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("qualcoder_lite.gui.pages.cross_check.asker._AT_ONCE", 0)
    comparer = Comparer(workspace, page)
    with qtbot.waitSignal(comparer.answered) as answered:
        comparer.ask(Wanted())
    assert answered.args
    answer = answered.args[0]
    assert isinstance(answer, Answer)
    assert answer.compared == page._compared


def test_another_answer_is_given_with_another_reason(page: CrossCheckPage, workspace: Workspace, qtbot: QtBot) -> None:
    page.decision.choose(0)
    qtbot.keyClicks(page.decision.why, "It is about the bus.")
    page.decision.settle.click()
    page.list.setCurrentIndex(page._model.index(0, 0))
    assert page.decision.why.text() == "It is about the bus."
    page.decision.choose(1)
    qtbot.keyClicks(page.decision.why, "Or is it?")
    assert page.decision.why.text() == "Or is it?"
    page.decision.choose(2)
    qtbot.keyClicks(page.decision.why, " Both.")
    assert page.decision.why.text() == "Or is it? Both."


def test_what_is_being_written_of_the_next_place_outlasts_comparing_again(
    page: CrossCheckPage, workspace: Workspace, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("qualcoder_lite.gui.pages.cross_check.asker._AT_ONCE", 0)
    shown_tasks: list[object] = []
    workspace.tasks.started.connect(shown_tasks.append)
    page.decision.choose(0)
    with qtbot.waitSignal(page._comparer.answered):
        page.decision.settle.click()
        page.decision.choose(1)
        page.decision.why.setText("The other has")
    assert page._model.places[0].is_settled
    assert page.list.currentIndex().row() == 1
    assert page.decision.answers[1].isChecked()
    assert page.decision.why.text() == "The other has"
    assert shown_tasks == []  # a strip would cover the box
    with qtbot.waitSignal(page._comparer.answered):
        page.decision.settle.click()
    assert {decided.why for decided in workspace.project.disagreements.log()} == {"The other has", ""}
    assert page.decision.why.text() == ""


def test_a_meeting_too_keeps_what_is_being_written(
    page: CrossCheckPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = meeting_of(page, qtbot)
    click(qtbot, dialog, "meeting-begin")
    monkeypatch.setattr("qualcoder_lite.gui.pages.cross_check.asker._AT_ONCE", 0)
    desk = dialog.desk
    desk.decision.choose(0)
    with qtbot.waitSignal(desk._comparer.answered):
        desk.decision.settle.click()
        desk.decision.choose(1)
        desk.decision.why.setText("The other has")
    assert desk._places[0].is_settled
    assert desk.decision.answers[1].isChecked()
    assert desk.decision.why.text() == "The other has"


def test_the_models_are_sound(page: CrossCheckPage, workspace: Workspace, qtmodeltester: ModelTester) -> None:
    places = PlacesModel()
    places.show(page._compared.places, page._compared, page._codes)
    qtmodeltester.check(places)
    figures = FiguresModel()
    figures.show(workspace.project.agreement.measure(AgreementAsked()))
    qtmodeltester.check(figures)
    report = workspace.project.agreement.measure(AgreementAsked())
    code = report.figures.codes[0]
    found = workspace.project.agreement.two_by_two(AgreementAsked(), code.code, next(iter(code.pairs)))
    trend = TrendModel()
    trend.show(workspace.project.agreement.trend())
    qtmodeltester.check(trend)
    units = UnitsModel()
    units.show(found.places[Cell.BOTH])
    qtmodeltester.check(units)


def test_where_name_and_code_have_no_room_beside_each_other_they_stand_under_each_other_on_both_sides(
    page: CrossCheckPage, qtbot: QtBot
) -> None:
    pane, (one, other) = page._texts, page.sides
    long = "Good communication between staff and agencies"
    place = next(
        each
        for each in page._compared.differing
        if [side and page._codes[side.code].name for side in (each.seen.first, each.seen.second)] == [None, long]
    )
    for width, folded in ((1800, False), (1280, True), (1800, False)):
        page.window().resize(width, 800)
        pane.show_place(place, page._codes)
        qtbot.waitUntil(lambda folded=folded: (other.chip.x() == other.name.x()) == folded)
        assert (one.nothing.x() == one.name.x()) == folded
        assert one.role.isVisible() != folded
        qtbot.waitUntil(lambda: one.view.y() == other.view.y())
        for side in (one, other):
            assert side.name.width() >= side.name.sizeHint().width()


def test_where_the_room_for_a_place_changes_its_beginning_is_brought_into_view_again(
    page: CrossCheckPage, qtbot: QtBot
) -> None:
    page.window().resize(1280, 720)
    second_begins = (
        each for each in page._compared.of_kind(Kind.EDGES) if each.seen.second.start < each.seen.first.start
    )
    page._texts.show_place(next(second_begins), page._codes)
    views = [side.view for side in page.sides]
    for bar in (view.verticalScrollBar() for view in views):
        bar.setValue(0)
    page._texts.show_again()
    begins = views[1]
    top = line_top(begins.document(), begins.page, begins.passage[0]) - begins.verticalScrollBar().value()
    assert 0 <= top < begins.viewport().height()
    assert views[0].verticalScrollBar().value() == begins.verticalScrollBar().value() > 0


def test_until_two_coders_are_compared_the_kinds_are_named_in_words(qtbot: QtBot) -> None:
    kinds = KindList()
    qtbot.addWidget(kinds)
    names = [row.accessibleName() or row.text() for row in kinds.findChildren(QAbstractButton)]
    assert names[:3] == ["Both marked it", "Only the first", "Only the second"]


def test_the_next_place_comes_into_sight_where_the_words_are_large(
    qtbot: QtBot, window: MainWindow, page: CrossCheckPage, theme: Theme
) -> None:
    theme.choose(mode="light", text=2.0, tint="paper")
    window.resize(1280, 720)
    qtbot.waitUntil(lambda: page.list.model().rowCount() > 1)
    page.kinds.setFocus()
    (following,) = [each for each in page.actions_for_menu() if each.text().replace("&", "") == "Next place"]
    following.trigger()
    qtbot.waitUntil(lambda: not page.sides[0].view.visibleRegion().isEmpty())


def test_no_button_of_the_head_is_cut_off_in_words_of_twice_the_size(qtbot, window, page, theme):
    theme.choose(mode="light", text=2.0, tint="paper")
    page.workspace.set_coder("")
    window.resize(1240, 720)
    head = page._head
    qtbot.waitUntil(lambda: not head._about.isVisible())
    head.layout().activate()
    for each in (head.figures, head.meeting, head.rounds, head.coders):
        assert each.width() >= each.sizeHint().width(), each.text()
    theme.choose(mode="light", text=1.0, tint="paper")
    window.resize(1440, 900)
    qtbot.waitUntil(head._title.isVisible)
