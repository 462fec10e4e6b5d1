"""The page Memos, and writing memos from other pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from qualcoder_lite.domain.memo import About, MemoKind, Subject
from qualcoder_lite.gui.dialogs.codes.new_code import NewCodeDialog
from qualcoder_lite.gui.memos.about import MemosAbout
from qualcoder_lite.gui.memos.writer import MemoDialog, write_memo
from qualcoder_lite.gui.pages.memos.model import MemoModel
from qualcoder_lite.gui.widgets.labels import Label
from tests.gui.pages.test_codebook import answer, code
from tests.gui.windows import click, press

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from qualcoder_lite.gui.pages.memos import MemosPage
    from qualcoder_lite.gui.window.main_window import MainWindow

AILSA = "Ailsa Brodie"


@pytest.fixture
def opened(window: MainWindow, demonstration: Path) -> MainWindow:
    """The window with the demonstration project and one of its coders."""
    window.open_project(demonstration)
    window.workspace.set_coder(AILSA)
    window.resize(1440, 900)
    return window


@pytest.fixture
def page(opened: MainWindow) -> Iterator[MemosPage]:
    """The page with a memo of each of two people; what a test leaves unsaved is let go of, or the window would ask."""
    memos = opened.workspace.project.memos
    memos.write(About(), "We ask too fast.", coder=AILSA, kind=MemoKind.METHOD, title="Pace")
    memos.write(About(), "I know this street.", coder="Dennis Okoro", kind=MemoKind.REFLEXIVE)
    made = opened.go("memos")
    yield made
    made.pane.show_again()


def choose(page, words):
    """Choose the memo that begins so."""
    row = next(n for n in range(page.model.rowCount()) if page.model.index(n, 0).data().startswith(words))
    page.list.setCurrentIndex(page.model.index(row, 0))


def test_memos_are_narrowed_by_kind_writer_thing_and_words(qtbot, page):
    everything = page.model.rowCount()
    page.filters.kind.set_value("method")
    page.filters.kind.chosen.emit("method")
    assert [page.model.memo(n).memo.title for n in range(page.model.rowCount())] == ["Pace"]
    press(qtbot, page.window(), "Ctrl+F", *"street")
    assert page._stack.currentWidget() is page._none_fits_page
    click(qtbot, page.window(), "memos-show-all")
    assert page.model.rowCount() == everything
    page.filters.about.set_value("coding")
    page.filters.about.chosen.emit("coding")
    assert {page.model.memo(n).subject for n in range(page.model.rowCount())} == {Subject.CODING}


def test_ones_own_memo_is_changed_and_somebody_elses_is_read(qtbot, page):
    choose(page, "Pace")
    page.list.setFocus()
    press(qtbot, page.window(), Qt.Key.Key_Return)
    assert page.pane.body.hasFocus()
    page.pane.body.setPlainText("We ask much too fast.")
    press(qtbot, page.window(), "Ctrl+S")
    (changed,) = [each for each in page.workspace.project.memos.all() if each.memo.title == "Pace"]
    assert (changed.memo.body, bool(changed.memo.edited_at)) == ("We ask much too fast.", True)
    choose(page, "I know this street.")
    assert not page.pane.body.isVisible()
    assert not page.pane.remove.isVisible()


def test_who_saves_while_writing_writes_on_where_they_were(qtbot, page):
    choose(page, "Pace")
    page.pane.focus_first()
    press(qtbot, page.window(), *" And", "Ctrl+S", *" too ", "Ctrl+S", *"late.")
    assert page.pane.body.toPlainText() == "We ask too fast. And too late."
    page.pane.save.setFocus()
    press(qtbot, page.window(), Qt.Key.Key_Space)
    assert page.pane.body.hasFocus()


def test_what_was_typed_is_kept_when_another_memo_is_chosen_or_the_page_left(page):
    choose(page, "Pace")
    page.pane.title.setText("Haste")
    choose(page, "I know this street.")
    assert "Haste" in [each.memo.title for each in page.workspace.project.memos.all()]
    choose(page, "Haste")
    page.pane.body.setPlainText("Slower.")
    page.window().go("home")
    assert "Slower." in [each.memo.body for each in page.workspace.project.memos.all()]


def test_memos_of_one_title_are_told_apart_by_how_they_begin(qtbot, page):
    for body in ("Ask her again.", "Which van?"):
        page.workspace.project.memos.write(About(), body, coder="Morag Bell", title="Comment in Word")
    page.refresh()
    lines = [page.model.index(row, 0).data() for row in range(page.model.rowCount())]
    assert {"Comment in Word: Ask her again.", "Comment in Word: Which van?"} <= set(lines)


def test_a_memo_is_taken_away_and_comes_back(qtbot, page):
    choose(page, "Pace")
    number = page.model.rowCount()
    click(qtbot, page.window(), "memo-remove")
    assert page.model.rowCount() == number - 1
    page.workspace.undo()
    assert page.model.rowCount() == number


def test_the_short_memo_on_a_coding_leads_to_it_and_is_changed_with_it(qtbot, page):
    row = next(
        n for n in range(page.model.rowCount()) if page.model.memo(n).is_coding and page.model.memo(n).coder == AILSA
    )
    page.list.setCurrentIndex(page.model.index(row, 0))
    listed = page.pane.listed
    page.pane.body.setPlainText("Another thought")
    assert page.save()
    assert page.workspace.project.codings.get(listed.memo.about.coding).memo == "Another thought"
    click(qtbot, page.window(), "memo-go")
    code_page = page.window().page
    assert code_page.value == "code"
    assert code_page.session.transcript.id == listed.memo.about.transcript


def test_a_memo_about_a_code_leads_to_the_codebook(qtbot, page):
    page.workspace.project.memos.write(About(code=code(page, "Choice").id), "Odd.", coder=AILSA)
    page.refresh()
    choose(page, "Odd.")
    click(qtbot, page.window(), "memo-go")
    assert page.window().page.editor.title.text() == "Choice"


def test_a_memo_about_a_person_leads_to_them(qtbot, opened):
    project = opened.workspace.project
    person = project.participants.all()[-1]
    project.memos.write(About(participant=person.id), "Tired today", coder=AILSA)
    page = opened.go("memos")
    choose(page, "Tired today")
    click(qtbot, opened, "memo-go")
    assert opened.page.value == "people"
    assert opened.page.list.chosen == person.id


def test_a_memo_about_the_project_is_written_here(qtbot, page):
    def fill(dialog: MemoDialog) -> None:
        assert dialog.windowTitle().startswith("A memo about the whole project")
        dialog.body.setPlainText("A new thought")
        dialog.kind.set_value("theme")

    answer(MemoDialog, fill)
    click(qtbot, page.window(), "memos-new")
    assert page.pane.listed.memo.body == "A new thought"
    assert page.pane.listed.memo.kind is MemoKind.THEME


def test_control_and_enter_in_the_box_keep_a_memo(qtbot, page):
    def fill(dialog: MemoDialog) -> None:
        qtbot.keyClicks(dialog.body, "Kept by keys")
        qtbot.keyClick(dialog.body, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    answer(MemoDialog, fill)
    click(qtbot, page.window(), "memos-new")
    assert page.pane.listed.memo.body == "Kept by keys"


def test_memos_go_to_word(qtbot, page, tmp_path, monkeypatch):
    out = tmp_path / "memos.docx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_arguments: (str(out), ""))
    click(qtbot, page.window(), "memos-export")
    assert out.exists()


def test_without_a_memo_the_page_says_how_one_comes_about(window, workspace, tmp_path):
    from qualcoder_lite.service.project import Project

    Project.create(tmp_path / "new.qclite").close()
    window.open_project(tmp_path / "new.qclite")
    page = window.go("memos")
    assert page._stack.currentWidget() is page._nothing_page


def test_the_model_keeps_to_qts_rules(qtmodeltester, page):
    model = MemoModel()
    model.show(page.workspace.project.memos.all())
    qtmodeltester.check(model)


# From other pages


def test_a_widget_shows_the_memos_about_one_thing_and_writes_more(qtbot, opened):
    workspace = opened.workspace
    widget = MemosAbout(workspace)
    qtbot.addWidget(widget)
    about = About(site=workspace.project.sites.all()[0].id)
    widget.show_about(about)

    def fill(dialog: MemoDialog) -> None:
        assert dialog.kind.value == "case"
        dialog.body.setPlainText("Everybody mentions the bus")

    answer(MemoDialog, fill)
    assert write_memo(workspace, about, opened)
    assert "Everybody mentions the bus" in [each.text() for each in widget.findChildren(Label)]


def test_a_passage_gets_a_memo_and_a_code_of_its_own_from_the_page_code(qtbot, opened):
    page = opened.go("code")
    passage, transcript = page.desk.view.passage, page.session.transcript.id
    answer(MemoDialog, lambda dialog: dialog.body.setPlainText("Look at this again"))
    press(qtbot, opened, "Ctrl+Shift+M")
    (memo,) = [each.memo for each in opened.workspace.project.memos.all() if each.subject is Subject.PASSAGE]
    assert (memo.about.transcript, memo.about.start, memo.about.end) == (transcript, *passage)

    def fill(dialog: NewCodeDialog) -> None:
        assert dialog.name.text()
        dialog.name.setText("A theme of ours")
        dialog.why.setText("Nothing fits")

    answer(NewCodeDialog, fill)
    click(qtbot, opened, "code-new")
    made = code(page, "A theme of ours")
    assert page.session.active.code == made.id
    assert page.desk.panel.card(made.id).applied
    assert opened.focusWidget() is page.desk.view
    opened.workspace.undo()
    assert made.id not in page.session.codes


def test_a_retired_code_leaves_the_panel_and_stays_painted(opened):
    page = opened.go("code")
    project = opened.workspace.project
    most = max(project.transcripts.overview(), key=lambda each: each.codings)
    page.open_transcript(most.transcript.id)
    used = next(iter(page.session.transcript.codings.values())).code
    opened.workspace.act(lambda: project.codes.retire(used, why="Unused"))
    assert used in page.session.codes
    assert used not in page.desk.panel._cards
    opened.workspace.act(lambda: project.codes.merge([used], "Responsiveness", why="One thing"))
    assert {each.code for each in page.session.transcript.codings.values()} <= {
        each.code.id for each in page.session.codes.all()
    }


def test_a_card_has_a_menu_that_leads_to_the_codebook_and_the_quotes(qtbot, opened):
    page = opened.go("code")
    shown = page.session.codes.groups[0][0].codes[1]
    page.ways.show_menu(shown.id, QPoint(10, 10))
    menu = QApplication.activePopupWidget()
    words = [each.text().replace("&", "") for each in menu.actions()]
    assert words == ["What it means", "Its quotes", "Memo about it …", "Change it in the codebook"]
    menu.actions()[3].trigger()
    menu.close()
    assert opened.page.value == "codebook"
    assert opened.page.editor.title.text() == shown.name


def test_before_a_codes_letter_the_codes_of_its_group_are_told_on_demand(qtbot, opened):
    page = opened.go("code")
    panel = page.desk.panel
    panel.explain()
    page.keys.type("p")
    assert panel.meaning.accessibleName() == "The codes of Process"
    assert "S: Responsiveness. Is this person" in panel.meaning.accessibleDescription()
    page.keys.forget()
    qtbot.waitUntil(lambda: panel.meaning.accessibleName().startswith("What "))


def test_home_and_sites_lead_to_codebook_and_memos(qtbot, opened):
    for page in ("codebook", "memos"):
        home = opened.go("home")
        qtbot.waitUntil(lambda home=home, page=page: home.findChild(QWidget, f"home-{page}").isVisible())
        click(qtbot, opened, f"home-{page}")
        assert opened.page.value == page
    opened.go("sites")
    answer(MemoDialog, lambda dialog: dialog.body.setPlainText("A busy place"))
    click(qtbot, opened, "site-memo")
    (memo,) = [each for each in opened.workspace.project.memos.all() if each.subject is Subject.SITE]
    assert memo.memo.body == "A busy place"
