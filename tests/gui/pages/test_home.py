"""The pages Home and Settings, and the first-run card, in the real window."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QTableView, QWidget

from qualcoder_lite.domain.transcript_mark import Mark, SiteProgress, Tally
from qualcoder_lite.gui.dialogs.about import show_about
from qualcoder_lite.gui.dialogs.welcome import Welcome, welcome
from qualcoder_lite.gui.pages.home.progress_table import ProgressModel
from qualcoder_lite.gui.widgets.segmented import SegmentedControl
from qualcoder_lite.service.agreement.rounds import NewRound
from qualcoder_lite.service.placement import called
from qualcoder_lite.service.project import Project
from qualcoder_lite.service.transcripts.details import TranscriptChange
from tests.gui.windows import action, click, controls_out_of_reach, cut_off, find, hurt, press

if TYPE_CHECKING:
    from qualcoder_lite.gui.theme import Theme


def test_the_first_page_is_there_before_the_database_is():
    script = "import sys, qualcoder_lite.gui.pages.home; print('sqlite3' in sys.modules)"
    told = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=60, check=True)
    assert told.stdout.strip() == "False"


def said(window) -> str:
    return "\n".join(label.text() for label in window.page.findChildren(QLabel))


def test_a_project_tells_how_far_it_is_and_where_its_backups_lie(qtbot, window, demonstration):
    window.open_project(demonstration)
    window.workspace.set_coder("Ailsa Brodie")
    words = said(window)
    assert "14 transcripts · 14 people · 4 sites · 637 codings by 2 coders" in words
    assert "You are done with 10 of 14 transcripts." in words
    qtbot.waitUntil(lambda: any(each.isVisible() for each in window.page.findChildren(QTableView, "home-progress")))
    table = find(window, "home-progress")
    assert isinstance(table, QTableView)
    texts = [table.model().index(row, 1).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(4)]
    assert "Hallowby, Ailsa Brodie: 3 of 3 done" in texts
    assert str(demonstration) in said(window)


def test_a_project_without_codings_does_not_count_them(window, tmp_path):
    Project.create(tmp_path / "new.qclite").close()
    window.open_project(tmp_path / "new.qclite")
    assert "0 transcripts · 0 people · 0 sites\n" in said(window)
    assert "0 codings" not in said(window)


def test_the_table_of_progress_is_a_sound_model_and_says_what_stands_beside_done(qtmodeltester):
    own = Tally(of=5, done=2, begun=1, put_off=1, outdated=1)
    sites = [
        SiteProgress("Fenmarsh", Tally(of=5, done=3), {"Ailsa": own, "Ben": Tally(of=5)}),
        SiteProgress("", own, {}),
    ]
    model = ProgressModel(sites)
    assert [model.headerData(n, Qt.Orientation.Horizontal) for n in range(model.columnCount())] == ["Ailsa"]
    sites[0] = replace(sites[0], coders={"Ailsa": own, "Ben": own, "Morag, who commented": Tally(of=5)})
    model = ProgressModel(sites)
    assert model.columnCount() == 3
    qtmodeltester.check(model)
    said = model.index(0, 1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Fenmarsh, Ailsa: 2 of 5 done, 1 begun, 1 put off, 1 with an earlier codebook"
    assert model.headerData(1, Qt.Orientation.Vertical) == "No site recorded"
    assert ProgressModel(sites[1:]).columnCount() == 1


def test_it_is_no_wider_than_a_small_screen_at_twice_the_size(qtbot, window, demonstration):
    window.resize(640, 360)
    window.open_project(demonstration)
    window.workspace.set_coder("Ailsa Brodie")
    qtbot.waitUntil(lambda: any(each.isVisible() for each in window.findChildren(QWidget, "home-copies")))
    assert cut_off(window) == {}


def test_what_was_put_off_waits_until_nothing_else_is_left(window, demonstration):
    window.open_project(demonstration)
    window.workspace.set_coder("Ailsa Brodie")
    progress, transcripts = window.workspace.project.progress, window.workspace.project.transcripts
    waiting = [each.transcript.id for each in transcripts.overview() if "Ailsa Brodie" not in each.done]
    names = called([each.placement for each in transcripts.overview()])
    first = progress.going_on("Ailsa Brodie").transcript
    assert find(window, "home-carry-on").accessibleName() == f"Carry on with {names[first]}"
    window.workspace.act(lambda: progress.mark(Mark.PUT_OFF, [first], "Ailsa Brodie"))
    assert names[first] not in find(window, "home-carry-on").accessibleName()
    window.workspace.act(lambda: progress.mark(Mark.PUT_OFF, waiting, "Ailsa Brodie"))
    assert names[first] in find(window, "home-carry-on").accessibleName()


def test_what_an_open_round_waits_for_comes_first(window, demonstration):
    window.open_project(demonstration)
    window.workspace.set_coder("Ailsa Brodie")
    project = window.workspace.project
    last = [each.transcript for each in project.transcripts.overview() if "Ailsa Brodie" not in each.done][-1]
    new = NewRound(name="Round 9", transcripts=[last.id], coders=["Ailsa Brodie", "Dennis Okoro"])
    window.workspace.act(lambda: project.rounds.open(new))
    names = called([each.placement for each in project.transcripts.overview()])
    assert names[last.id] in find(window, "home-carry-on").accessibleName()


def test_carry_on_leads_to_the_transcript_that_is_next(qtbot, window, demonstration):
    window.open_project(demonstration)
    window.workspace.set_coder("Ailsa Brodie")
    named = find(window, "home-carry-on").accessibleName()
    click(qtbot, window, "home-carry-on")
    assert window.page.value == "code"
    title = window.page.desk.header.title.text()
    assert named.startswith(f"Carry on with {title}")


def test_a_transcript_is_called_as_on_the_page_code(qtbot, window, demonstration):
    window.open_project(demonstration)
    window.workspace.set_coder("Ailsa Brodie")
    project = window.workspace.project
    following = project.progress.going_on("Ailsa Brodie").transcript
    first = next(each for each in project.transcripts.overview() if each.transcript.id == following)
    change = TranscriptChange(title="Interview of 3 May")
    window.workspace.act(lambda: project.describing.change([first.transcript.id], change))
    person = first.placement.participant.name
    assert find(window, "home-carry-on").accessibleName() == f"Carry on with {person}"


def test_a_project_that_is_damaged_in_its_middle_says_so_in_its_place_with_the_ways_on(window, demonstration):
    window.open_project(hurt(demonstration))
    assert window.page.value == "home"
    assert "is damaged" in find(window, "home-unreadable").text()
    assert find(window, "home-again").isVisible()
    assert not window.sayings.toast.isVisible()
    assert QApplication.focusWidget() is find(window, "home-open")


def test_the_words_of_sqlite_show_only_when_somebody_asks_for_details(qtbot, window, demonstration):
    window.open_project(hurt(demonstration))
    assert "malformed" not in find(window, "home-unreadable").text()
    details = window.findChild(QWidget, "trouble-details-said")
    assert not details.isVisible()
    click(qtbot, window, "trouble-details")
    assert details.isVisible()
    assert details.text() == "database disk image is malformed"
    click(qtbot, window, "trouble-details")
    assert not details.isVisible()


def test_who_stands_on_a_button_stands_on_it_after_a_change(qtbot, window, demonstration):
    window.open_project(demonstration)
    find(window, "home-carry-on").setFocus()
    press(qtbot, window, "Ctrl+Z")
    assert QApplication.focusWidget() is find(window, "home-carry-on")


def test_who_chose_something_in_a_menu_stands_where_they_stood(qtbot, window, demonstration):
    window.open_project(demonstration)
    find(window, "home-carry-on").setFocus()
    window.menuBar().setFocus()
    window.workspace.act(lambda: window.workspace.project.coders.add("Gwen Amis"))
    assert QApplication.focusWidget() is find(window, "home-carry-on")


def test_the_size_chosen_on_settings_takes_effect_at_once_and_is_kept(qtbot, window, theme: Theme):
    click(qtbot, window, "rail-settings")
    sizes = find(window, "how-size")
    assert isinstance(sizes, SegmentedControl)
    qtbot.mouseClick(sizes.segment("1.5"), Qt.MouseButton.LeftButton)
    assert theme.look.scale == 1.5
    assert window.workspace.settings.text_scale == 1.5
    press(qtbot, window, Qt.Key.Key_Right)
    assert theme.look.scale == 2.0


def test_the_first_run_card_asks_once_and_enter_is_enough(qtbot, window):
    seen = []

    def answer() -> None:
        card = QApplication.activeModalWidget()
        assert isinstance(card, Welcome)
        seen.append(card)
        qtbot.keyClick(card, Qt.Key.Key_Return)

    QTimer.singleShot(0, answer)
    welcome(window.workspace.settings, window)
    welcome(window.workspace.settings, window)
    assert len(seen) == 1
    assert window.workspace.settings.welcomed


def test_enter_on_a_choice_of_the_first_run_card_is_enough_too(qtbot, window):
    card = Welcome(window.workspace.settings, window)
    card.show()
    size = card.findChild(SegmentedControl, "how-size")
    assert size is not None
    qtbot.keyClick(size.segment("1.0"), Qt.Key.Key_Return)
    assert not card.isVisible()
    card.deleteLater()


@pytest.mark.parametrize("text", [1.0, 2.0])
def test_the_first_run_card_fits_the_screen_and_everything_on_it_can_be_reached(qtbot, window, theme: Theme, text):
    theme.choose(mode="light", text=text, tint="paper")
    card = Welcome(window.workspace.settings, window)
    card.show()
    room = card.screen().availableGeometry()
    assert card.width() <= room.width()
    assert card.height() <= room.height()
    assert controls_out_of_reach(card) == {}
    with qtbot.waitSignal(card.destroyed):
        card.close()
        card.deleteLater()


def test_the_first_run_card_stays_on_the_screen_as_its_words_grow(qtbot, window, theme: Theme):
    theme.choose(mode="light", text=1.0, tint="paper")
    card = Welcome(window.workspace.settings, window)
    card.show()
    room = card.screen().availableGeometry()
    card.move(room.center())
    theme.choose(mode="light", text=2.0, tint="paper")
    qtbot.waitUntil(lambda: room.contains(card.frameGeometry()))
    with qtbot.waitSignal(card.destroyed):
        card.close()
        card.deleteLater()


def test_the_sample_passage_shows_the_size_and_the_page_that_are_chosen(qtbot, window, theme: Theme):
    card = Welcome(window.workspace.settings, window)
    card.show()
    sample = find(card, "sample-passage")
    before, height = sample.grab().toImage(), sample.height()
    theme.choose(mode="light", text=1.0, tint="rose")
    assert sample.grab().toImage() != before
    qtbot.mouseClick(find(card, "how-size").segment("2.0"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: sample.height() > 1.5 * height)
    card.close()
    card.deleteLater()


def test_about_names_the_version_and_is_closed_by_escape(qtbot, window):
    QTimer.singleShot(0, lambda: qtbot.keyClick(QApplication.activeModalWidget(), Qt.Key.Key_Escape))
    show_about(window)
    assert QApplication.activeModalWidget() is None


def test_keys_are_shown_from_the_help_menu(qtbot, window):
    QTimer.singleShot(0, lambda: qtbot.keyClick(QApplication.activeModalWidget(), Qt.Key.Key_Escape))
    action(window, "Keys").trigger()
    assert QApplication.activeModalWidget() is None


def test_what_is_there_twice_is_told_and_asked_about(qtbot, window, demonstration):
    with Project.open(demonstration) as project, project._session.step("by-hand"):
        project._database.run("update site set name='Fenmarsh' where name='Hallowby'")
    window.open_project(demonstration)
    qtbot.waitUntil(lambda: any(each.isVisible() for each in window.page.findChildren(QWidget, "home-same-names")))
    assert "1 name is there twice" in said(window)
    click(qtbot, window, "home-same-names")
    dialog = QApplication.activeModalWidget()
    assert dialog.objectName() == "same-names"
    dialog.close_it.click()
