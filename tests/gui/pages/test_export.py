"""What will be in an export is said before it is written, and it is written whole or not at all."""

from __future__ import annotations

import csv
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from docx import Document
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QLabel, QPushButton, QWidget

from qualcoder_lite.domain.coding import Polarity
from qualcoder_lite.domain.extracts.extract import INTERVIEWER
from qualcoder_lite.domain.people import Respondent
from qualcoder_lite.domain.retrieval.mix import How, Mix, Together
from qualcoder_lite.domain.transcript import SpeakerRole
from qualcoder_lite.domain.transcript_mark import Mark
from qualcoder_lite.gui.dialogs.ask_name import NameDialog
from qualcoder_lite.gui.pages.export import ExportPage
from qualcoder_lite.gui.pages.export.codebook import CodebookMaking
from qualcoder_lite.gui.pages.export.extract_notes import _coarser
from qualcoder_lite.gui.pages.export.extracts import ExtractsMaking
from qualcoder_lite.gui.pages.export.matrix import MatrixMaking
from qualcoder_lite.gui.pages.export.report import ReportMaking
from qualcoder_lite.gui.project.workspace import Visit
from qualcoder_lite.gui.widgets.panes import focus_pane
from qualcoder_lite.gui.widgets.paper import Paper
from qualcoder_lite.gui.widgets.rows_table import RowsTable
from qualcoder_lite.service.extracts.preview import ExtractsPreview
from qualcoder_lite.service.project import Project
from qualcoder_lite.service.sample_work import PRESET, keep_preset
from qualcoder_lite.service.scope import Scope
from tests.gui.windows import answer

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from qualcoder_lite.gui.pages.export.making import Making
    from qualcoder_lite.gui.project.workspace import Workspace
    from qualcoder_lite.gui.theme import Theme

    Show = Callable[[Path], ExportPage]


@pytest.fixture
def show(qtbot: QtBot, workspace: Workspace) -> Show:
    """Shows the page on a project, and waits until it says what would be in an export."""

    def shown(project: Path) -> ExportPage:
        workspace.open(project)
        page = ExportPage(workspace)
        page._pause.setInterval(0)  # no test is about how long a person's next choice is waited for
        page.resize(1300, 850)
        qtbot.addWidget(page)
        page.show()
        wait(qtbot, page)
        return page

    return shown


def wait(qtbot: QtBot, page: ExportPage) -> None:
    state = page.findChildren(QLabel, "export-state")[0]
    qtbot.waitUntil(lambda: state.text() == "" and page._look_task is None and not page._pause.isActive())


def said(page: ExportPage) -> list[str]:
    """All words of the pane that says what will be in it."""
    return [label.text() for label in page.look_pane.findChildren(QLabel) if label.isVisible() and label.text()]


def choose(qtbot: QtBot, page: ExportPage, kind: str) -> None:
    qtbot.mouseClick(page.choices.cards[kind], Qt.MouseButton.LeftButton)
    wait(qtbot, page)


def choose_form(qtbot: QtBot, page: ExportPage, ending: str) -> None:
    qtbot.mouseClick(page.choices.making.form_button(ending), Qt.MouseButton.LeftButton)
    wait(qtbot, page)


def look_button(page: ExportPage, name: str) -> QPushButton:
    found = [button for button in page.look_pane.findChildren(QPushButton, name) if button.isVisible()]
    assert len(found) == 1
    return found[0]


def save(qtbot: QtBot, page: ExportPage, target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(target), ""))
    qtbot.mouseClick(page.save, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not page.workspace.tasks.busy)


# What will be in it


def test_it_says_how_much_there_is_and_who_is_left_out(show: Show, demonstration: Path) -> None:
    page = show(demonstration)
    with Project.look(demonstration) as project:
        found = project.extracts.retrieve()
    people = len({extract.participant for extract in found.extracts})
    words = said(page)
    assert f"{len(found.extracts)} passages from {people} people at 4 sites" in words
    assert f"Left out: {len(found.withheld)} passages of 1 person who does not want to be quoted." in words
    assert f"{found.unasked} Record it on the page People." in words


def test_it_begins_as_the_document_will(show: Show, demonstration: Path) -> None:
    words = said(show(demonstration))
    for line in ("Coded extracts", "Scope", "Contents", "Feeling safe", "(service user, Fenmarsh)", "… and so on"):
        assert line in words


def test_other_forms_begin_in_their_own_way(qtbot: QtBot, show: Show, demonstration: Path) -> None:
    page = show(demonstration)
    choose_form(qtbot, page, ".html")
    assert {"Coded extracts", "Feeling safe"} <= set(said(page))
    assert any(words.startswith("(service user, Fenmarsh)\nDelivered") for words in said(page))
    choose_form(qtbot, page, ".xlsx")
    assert "Sheet: Codes" in said(page)
    tables = page.look_pane.findChildren(RowsTable)
    assert [table.accessibleName() for table in tables] == ["Sheet: About", "Sheet: Codes", "Sheet: Feeling safe"]
    rows = tables[2].model()
    assert (rows.headerData(0, Qt.Orientation.Horizontal), rows.rowCount()) == ("What was said", 6)
    assert tables[2].verticalScrollBar().maximum() == 0


@pytest.mark.parametrize(
    ("making", "form", "begins"),
    [
        (MatrixMaking, ".docx", {"Outcomes and features of partnership", "Outcome", "Feeling safe"}),
        (CodebookMaking, ".toml", {'name = "outcomes-framework"'}),
    ],
)
def test_every_document_is_shown_as_it_begins(
    qtbot: QtBot, show: Show, demonstration: Path, making: type[Making], form: str, begins: set[str]
) -> None:
    page = show(demonstration)
    choose(qtbot, page, making.value)
    choose_form(qtbot, page, form)
    assert page.look_pane.findChildren(Paper)
    assert begins <= set(said(page))


def test_the_keys_come_to_what_is_chosen(show: Show, demonstration: Path) -> None:
    page = show(demonstration)
    page.choices.cards["extracts"].setFocus()
    page.receive(Visit(page="export", making=CodebookMaking.value))
    assert page.choices.cards[CodebookMaking.value].hasFocus()
    focus_pane(page.panes()[0])
    assert page.window().focusWidget() is page.choices.cards[CodebookMaking.value]


def test_an_attribution_that_tells_too_much_can_be_made_coarser_at_once(
    qtbot: QtBot, show: Show, demonstration: Path
) -> None:
    page = show(demonstration)
    assert any("(carer, Fenmarsh) fits only 1 person" in words for words in said(page))
    qtbot.mouseClick(look_button(page, "export-coarser"), Qt.MouseButton.LeftButton)
    wait(qtbot, page)
    assert page.choices.of(ExtractsMaking).attribution.template == "({site})"
    assert not any("fits only" in words for words in said(page))
    qtbot.mouseClick(page.choices.of(ExtractsMaking).attribution.usual, Qt.MouseButton.LeftButton)
    assert page.choices.of(ExtractsMaking).attribution.template == "({respondent}, {site})"


def test_tab_goes_from_the_pane_that_warns_to_the_button_that_says_less(
    qtbot: QtBot, show: Show, demonstration: Path
) -> None:
    page = show(demonstration)
    page.look_pane.setFocus()
    qtbot.keyClick(page.look_pane, Qt.Key.Key_Tab)
    assert page.window().focusWidget() is look_button(page, "export-coarser")
    qtbot.keyClick(page.window().focusWidget(), Qt.Key.Key_Tab)
    assert page.window().focusWidget() is page.keep


def test_saying_less_is_shown_on_the_words_of_somebody_who_was_interviewed(
    qtbot: QtBot, show: Show, demonstration: Path
) -> None:
    page = show(demonstration)
    listed = page.workspace.project.extracts.listed(Scope())
    asked = replace(listed[0], respondent=INTERVIEWER)
    preview = ExtractsPreview(
        extracts=2,
        people=1,
        sites=1,
        withheld=0,
        withheld_people=0,
        unasked="",
        narrow=[],
        coarser="({respondent})",
        coarser_narrow=0,
        first=[asked, replace(listed[0], respondent="service user")],
    )
    _words, holder = _coarser(preview, lambda _template: None)
    qtbot.addWidget(holder)
    assert [button.text() for button in holder.findChildren(QPushButton)] == ["Say less: (service user)"]


def test_the_attribution_is_shown_on_a_real_quote_while_it_is_typed(
    qtbot: QtBot, show: Show, demonstration: Path
) -> None:
    attribution = show(demonstration).choices.of(ExtractsMaking).attribution
    attribution.field.clear()
    qtbot.keyClicks(attribution.field, "said a ")
    qtbot.mouseClick(attribution.parts["client_group"], Qt.MouseButton.LeftButton)
    assert attribution.template == "said a {client_group}"
    assert attribution.shown.text().endswith("” said a older people")


def test_a_template_that_can_not_be_filled_in_is_told_and_nothing_is_saved(
    qtbot: QtBot, show: Show, demonstration: Path
) -> None:
    page = show(demonstration)
    page.choices.of(ExtractsMaking).attribution.set_template("({name})")
    assert "{name}" in page.choices.of(ExtractsMaking).attribution.shown.text()
    assert page.choices.making.problem
    qtbot.keyClick(page.choices.of(ExtractsMaking).attribution.field, Qt.Key.Key_End)
    page.choices.of(ExtractsMaking).attribution.set_template("({site})")
    wait(qtbot, page)
    assert page.save.isEnabled()


def test_filters_narrow_what_will_be_in_it(qtbot: QtBot, show: Show, demonstration: Path) -> None:
    page = show(demonstration)
    popup_button = page.choices.scope.sites
    qtbot.mouseClick(popup_button, Qt.MouseButton.LeftButton)
    popup = popup_button.popup
    assert popup is not None
    qtbot.keyClick(popup.list, Qt.Key.Key_Space)  # the first site
    qtbot.keyClick(popup.list, Qt.Key.Key_Return)
    wait(qtbot, page)
    assert any(words.endswith("at 1 site") for words in said(page))
    assert popup_button.words == "Auchterlaw"


def test_it_is_narrowed_to_who_speaks_and_to_who_reflects_on_the_service(
    qtbot: QtBot, show: Show, demonstration: Path
) -> None:
    with Project.open(demonstration) as project:
        (elsie, *_) = [one.transcript.id for one in project.transcripts.overview()]
        project.progress.mark(Mark.REFLECTS, [elsie], "Ailsa Brodie", on=True)
    page = show(demonstration)
    choice = page.choices.scope
    assert choice.reflecting.isVisible()
    qtbot.mouseClick(choice.reflecting, Qt.MouseButton.LeftButton)
    wait(qtbot, page)
    choice.roles.set_value(["interviewer"])
    choice.roles.chosen.emit(choice.roles.value)
    wait(qtbot, page)
    assert page.choices.narrowed() == Scope(reflecting=True, roles=(SpeakerRole.INTERVIEWER,))
    choose(qtbot, page, "matrix")
    assert not choice.roles.isVisible()
    assert page.choices.narrowed() == Scope(reflecting=True)


def test_another_page_may_ask_for_its_own_scope(qtbot: QtBot, show: Show, demonstration: Path) -> None:
    page = show(demonstration)
    scope = Scope(codes=("Feeling safe",), sites=("Fenmarsh",), polarities=(Polarity.DELIVERED,))
    page.receive(Visit(page="export", scope=scope))
    wait(qtbot, page)
    assert page.choices.narrowed() == scope
    with Project.look(demonstration) as project:
        expected = len(project.extracts.retrieve(scope).extracts)
    assert any(words.startswith(f"{expected} passages from") for words in said(page))


def test_what_else_another_page_asks_of_passages_is_kept_and_can_be_taken_away(
    qtbot: QtBot, show: Show, demonstration: Path
) -> None:
    page = show(demonstration)
    near = Together(codes=("Co-location",), near=2)
    apart = Together(codes=("Choice",), without=True)
    either = Mix(how=How.ANY, parts=(near, apart))
    scope = Scope(
        together=(near, apart, either), memo=True, unsure=True, starred=True, respondents=(Respondent.UNPAID_CARER,)
    )
    page.receive(Visit(page="export", scope=scope))
    wait(qtbot, page)
    assert page.choices.narrowed() == scope
    first, second, third = page.choices.scope.together.findChildren(QPushButton)
    assert (first.text(), second.text(), third.text()) == (
        "Only near Co-location (within 2 turns)",
        "But not Choice (same turn)",
        "Only either near Co-location (within 2 turns), or not near Choice (same turn)",
    )
    qtbot.mouseClick(first, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(page.choices.scope.memo, Qt.MouseButton.LeftButton)
    wait(qtbot, page)
    assert page.choices.narrowed() == replace(scope, together=(apart, either), memo=False)
    choose(qtbot, page, "matrix")
    assert page.choices.narrowed() == Scope(respondents=(Respondent.UNPAID_CARER,))


def test_choices_that_fit_nothing_offer_everything_again(qtbot: QtBot, show: Show, demonstration: Path) -> None:
    page = show(demonstration)
    scope = Scope(codes=("Improving mobility",), sites=("Hallowby",), polarities=(Polarity.MIXED,))
    page.receive(Visit(page="export", scope=scope))
    wait(qtbot, page)
    assert "Nothing to take out" in said(page)
    assert not page.save.isEnabled()
    qtbot.mouseClick(look_button(page, "export-way"), Qt.MouseButton.LeftButton)
    wait(qtbot, page)
    assert page.choices.narrowed() == Scope()
    assert page.save.isEnabled()


def test_what_is_chosen_stays_chosen_when_it_is_clicked_again(qtbot: QtBot, show: Show, demonstration: Path) -> None:
    page = show(demonstration)
    for _ in range(2):
        choose(qtbot, page, "matrix")
        assert page.choices.making.value == "matrix"


def test_each_kind_shows_the_choices_that_are_of_use(qtbot: QtBot, show: Show, demonstration: Path) -> None:
    page = show(demonstration)
    choices = page.choices
    extracts = choices.of(ExtractsMaking)
    parts = {
        "codes": choices.scope.codes,
        "sites": choices.scope.sites,
        "reading": extracts.reading,
        "beside": extracts.beside,
        "limit": extracts.limit,
        "attribution": extracts.attribution,
        "lens": choices.of(MatrixMaking).lens,
        "codebook": choices.of(CodebookMaking).books,
    }

    def shown() -> set[str]:
        return {name for name, part in parts.items() if part.isVisible()}

    assert shown() == {"codes", "sites", "reading", "beside", "attribution", "limit"}
    choose_form(qtbot, page, ".html")
    assert shown() == {"codes", "sites", "beside", "attribution", "limit"}
    choose_form(qtbot, page, ".xlsx")
    assert shown() == {"codes", "sites", "attribution", "limit"}
    choose_form(qtbot, page, ".csv")
    assert shown() == {"codes", "sites", "limit"}
    choose(qtbot, page, "matrix")
    assert shown() == {"sites", "lens"}
    choose(qtbot, page, "codebook")
    assert shown() == {"codebook"}


def test_a_table_warns_that_it_names_pseudonyms(qtbot: QtBot, show: Show, demonstration: Path) -> None:
    page = show(demonstration)
    choose_form(qtbot, page, ".csv")
    assert any("names each person’s pseudonym" in words for words in said(page))


def test_findings_say_over_how_many_people_they_are_counted(qtbot: QtBot, show: Show, demonstration: Path) -> None:
    page = show(demonstration)
    choose(qtbot, page, "matrix")
    assert any(words.startswith("15 outcomes by 17 features, counted over 14 people") for words in said(page))
    qtbot.keyClick(page.choices.of(MatrixMaking).lens.lens, Qt.Key.Key_End)
    wait(qtbot, page)
    assert any(words.startswith("15 outcomes by 29 features") for words in said(page))


# Ways of exporting


def test_choices_are_kept_under_a_name_and_made_again(qtbot: QtBot, show: Show, demonstration: Path) -> None:
    page = show(demonstration)
    choose_form(qtbot, page, ".html")
    page.choices.of(ExtractsMaking).beside.before.click()
    page.choices.of(ExtractsMaking).attribution.set_template("({site})")
    page.choices.scope.set_scope(Scope(sites=("Fenmarsh",), unsure=True))
    answer(NameDialog, lambda dialog: (qtbot.keyClicks(dialog.name, "For the board"), dialog.add.click()))
    qtbot.mouseClick(page.keep, Qt.MouseButton.LeftButton)
    box = page.choices.presets.box
    assert (box.isVisible(), box.currentText()) == (True, "For the board")
    choose(qtbot, page, "matrix")
    assert box.currentText() == "Choose below"
    page.choices.scope.set_scope(Scope())
    box.setCurrentIndex(1)
    box.activated.emit(1)
    wait(qtbot, page)
    assert (page.choices.making.value, page.choices.making.form.ending) == ("extracts", ".html")
    assert page.choices.narrowed() == Scope(sites=("Fenmarsh",), unsure=True)
    values = page.choices.making.values()
    assert (values["before"], values["after"], values["template"]) == (True, False, "({site})")
    assert box.currentText() == "For the board"
    qtbot.mouseClick(page.choices.presets.remove, Qt.MouseButton.LeftButton)
    assert not box.isVisible()
    page.workspace.undo()
    page.refresh()
    assert box.isVisible()


def test_the_keyboard_stays_with_the_ways_that_were_kept_when_one_is_removed(
    qtbot: QtBot, show: Show, demonstration: Path
) -> None:
    with Project.open(demonstration) as project:
        keep_preset(project)
        project.presets.save("For the board", "extracts", Scope(), {}, coder=None)
    page = show(demonstration)
    presets = page.choices.presets
    presets.box.setCurrentIndex(1)
    presets.box.activated.emit(1)
    wait(qtbot, page)
    presets.remove.setFocus()
    qtbot.keyClick(presets.remove, Qt.Key.Key_Space)
    assert (presets.box.value, presets.remove.isEnabled(), page.focusWidget()) == ("", False, presets.box)


def test_the_way_that_the_demonstration_keeps_says_nothing_that_is_not_offered(
    qtbot: QtBot, show: Show, demonstration: Path
) -> None:
    with Project.open(demonstration) as project:
        keep_preset(project)
    page = show(demonstration)
    box = page.choices.presets.box
    assert box.itemText(1) == PRESET
    box.setCurrentIndex(1)
    box.activated.emit(1)
    wait(qtbot, page)
    (preset,) = page.workspace.project.presets.all()
    chosen = {"form": page.choices.making.form.ending, **page.choices.making.values()}
    assert preset.values.items() <= chosen.items()
    assert page.choices.making.value == preset.making


def test_a_report_is_kept_with_what_it_is_about(qtbot: QtBot, show: Show, demonstration: Path) -> None:
    page = show(demonstration)
    choose(qtbot, page, "report")
    making = page.choices.making
    making.choose_kind("client-group")
    making.choose_values({**making.values(), "report-about": "Mental health", "report-print": "large"})
    kept = making.values()
    assert (kept["report-kind"], kept["report-about"], kept["report-print"]) == (
        "client-group",
        "Mental health",
        "large",
    )


# A project with nothing in it


def test_an_empty_project_says_what_is_missing(qtbot: QtBot, show: Show, tmp_path: Path) -> None:
    Project.create(tmp_path / "empty.qclite").close()
    page = show(tmp_path / "empty.qclite")
    assert "No transcripts yet" in said(page)
    assert not page.save.isEnabled()
    choose(qtbot, page, "codebook")
    assert page.save.isEnabled()


def test_an_uncoded_project_leads_to_coding(qtbot: QtBot, show: Show, tmp_path: Path, samples: Path) -> None:
    from qualcoder_lite.service.transcripts.reading import ImportOptions

    with Project.create(tmp_path / "new.qclite") as project:
        project.transcripts.import_file(samples / "fenmarsh-elsie.txt", ImportOptions())
    page = show(tmp_path / "new.qclite")
    assert "Nothing is coded yet" in said(page)
    with qtbot.waitSignal(page.workspace.visited) as visited:
        qtbot.mouseClick(look_button(page, "export-way"), Qt.MouseButton.LeftButton)
    assert visited.args is not None
    assert visited.args[0].page == "code"


# Writing


def test_a_word_file_is_written_and_its_folder_can_be_opened(
    qtbot: QtBot, show: Show, demonstration: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = show(demonstration)
    page.workspace.set_coder("Ailsa Brodie")
    making = page.choices.of(ExtractsMaking)
    making.reading.split.setCurrentIndex(1)
    making.beside.before.click()
    wait(qtbot, page)
    page.save.setFocus()
    save(qtbot, page, tmp_path / "out.docx", monkeypatch)
    text = "\n".join(paragraph.text for paragraph in Document(str(tmp_path / "out.docx")).paragraphs)
    assert "Exported by\tAilsa Brodie" in text
    assert "Interviewer: " in text
    qtbot.waitUntil(page._toast.isVisible)
    assert page.window().focusWidget() is page.save  # where it was, for whoever works by keyboard
    assert page._toast.words.startswith(
        "“out.docx” is written: 409 passages from 11 people. Left out: 27 passages of 1"
    )
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    button = next(b for b in page._toast.findChildren(QAbstractButton) if b.accessibleName() == "Open folder")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert opened == [QUrl.fromLocalFile(str(tmp_path))]


@pytest.mark.parametrize(
    ("kind", "name", "columns"),
    [
        ("extracts", "out.csv", {"text", "code", "site"}),
        ("matrix", "out.csv", {"outcome", "feature"}),
        ("codebook", "out.csv", {"code", "definition"}),
    ],
)
def test_a_table_is_written(
    qtbot: QtBot,
    show: Show,
    demonstration: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    kind: str,
    name: str,
    columns: set[str],
) -> None:
    page = show(demonstration)
    choose(qtbot, page, kind)
    choose_form(qtbot, page, ".csv")
    save(qtbot, page, tmp_path / name, monkeypatch)
    with (tmp_path / name).open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert rows
    assert columns <= set(rows[0])


def test_the_codebooks_are_written_for_another_project(
    qtbot: QtBot, show: Show, demonstration: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = show(demonstration)
    choose(qtbot, page, "codebook")
    choose_form(qtbot, page, ".toml")
    save(qtbot, page, tmp_path / "out.toml", monkeypatch)
    with Project.create(tmp_path / "other.qclite", with_codebooks=[str(tmp_path / "out.toml")]) as other:
        assert [len(book.codes) for book in other.codebooks.all()] == [15, 29]


def test_the_ending_is_added_where_it_was_left_off(
    qtbot: QtBot, show: Show, demonstration: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    save(qtbot, show(demonstration), tmp_path / "Quotes, May 2.5", monkeypatch)
    assert (tmp_path / "Quotes, May 2.5.docx").exists()


def test_a_place_where_nothing_may_be_written_is_told(
    qtbot: QtBot, show: Show, demonstration: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = show(demonstration)
    with qtbot.waitSignal(page.workspace.failed) as told:
        save(qtbot, page, tmp_path / "no such folder" / "out.docx", monkeypatch)
    assert told.args is not None
    assert "There is no folder" in told.args[0]
    assert page.save.isEnabled()


def test_cancelled_writing_leaves_nothing_behind(
    qtbot: QtBot, show: Show, demonstration: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = show(demonstration)
    page.workspace.tasks.started.connect(lambda task: task.cancel())
    before = set(tmp_path.iterdir())
    save(qtbot, page, tmp_path / "out.docx", monkeypatch)
    qtbot.waitUntil(page._toast.isVisible)
    assert page._toast.words == "Stopped. Nothing was written."
    assert not (tmp_path / "out.docx").exists()
    assert {path.suffix for path in set(tmp_path.iterdir()) - before} <= {".ini"}


def test_closing_the_file_dialog_writes_nothing(
    qtbot: QtBot, show: Show, demonstration: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = show(demonstration)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: ("", ""))
    qtbot.keyClick(page.save, Qt.Key.Key_Return)
    assert not page.workspace.tasks.busy


# The page itself


def test_a_closed_project_is_looked_at_no_more(show: Show, demonstration: Path) -> None:
    page = show(demonstration)
    page.choices.of(ExtractsMaking).beside.before.click()
    page._look()
    page.leave()
    page.workspace.close()
    assert not demonstration.with_name("demo.qclite-wal").exists()  # a reader would have kept it


def test_a_count_that_was_left_is_taken_up_again(qtbot: QtBot, show: Show, demonstration: Path) -> None:
    page = show(demonstration)
    page.choices.scope.set_scope(Scope(sites=("Fenmarsh",)))
    page.choices.of(ExtractsMaking).beside.before.click()
    page.leave()
    page.hide()
    page.show()
    wait(qtbot, page)
    assert any(words.endswith("at 1 site") for words in said(page))


def test_in_little_room_one_pane_shows_at_a_time(qtbot: QtBot, show: Show, demonstration: Path, theme: Theme) -> None:
    page = show(demonstration)
    theme.choose(mode="light", text=2.0, tint="paper")
    page.resize(1280, 660)
    make, look = page.panes()[:2]
    assert (make.isVisible(), look.isVisible()) == (True, False)
    qtbot.mouseClick(page._switch.segment("look"), Qt.MouseButton.LeftButton)
    assert (make.isVisible(), look.isVisible()) == (False, True)
    assert page.save.isVisible()
    focus_pane(page.panes()[3])
    assert page.window().focusWidget() is page._switch.segment("look")


def test_where_the_pane_that_warns_is_out_of_sight_a_line_beside_the_button_that_saves_does(
    qtbot: QtBot, show: Show, demonstration: Path, theme: Theme
) -> None:
    page = show(demonstration)
    assert not page._file.text().startswith("A reader may guess")
    theme.choose(mode="dark", text=2.0, tint="paper")
    page.resize(1280, 660)
    assert page._file.text() == "A reader may guess who is speaking: see “What will be in it”."
    qtbot.mouseClick(page._switch.segment("look"), Qt.MouseButton.LeftButton)
    assert not page._file.text().startswith("A reader may guess")
    qtbot.mouseClick(look_button(page, "export-coarser"), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(page._switch.segment("make"), Qt.MouseButton.LeftButton)
    wait(qtbot, page)
    assert not page._file.text().startswith("A reader may guess")


def test_every_control_has_a_name(show: Show, demonstration: Path) -> None:
    page = show(demonstration)
    for control in page.findChildren(QWidget):
        if control.focusPolicy() & Qt.FocusPolicy.TabFocus and control.isVisible():
            assert control.accessibleName(), control


def test_it_can_be_done_by_keyboard(
    qtbot: QtBot, show: Show, demonstration: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = show(demonstration)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(tmp_path / "table.csv"), ""))
    card = page.choices.cards["matrix"]
    card.setFocus()
    qtbot.keyClick(card, Qt.Key.Key_Space)
    wait(qtbot, page)
    form = page.choices.making.form_button(".docx")
    form.setFocus()
    qtbot.keyClick(form, Qt.Key.Key_Right)
    qtbot.keyClick(page.choices.making.form_button(".xlsx"), Qt.Key.Key_Right)
    wait(qtbot, page)
    qtbot.keyClick(page.save, Qt.Key.Key_Return)
    qtbot.waitUntil((tmp_path / "table.csv").exists)
    qtbot.waitUntil(page._toast.isVisible)


# Reports


def test_a_report_on_a_site_is_looked_at_and_written_large_and_plain(
    qtbot: QtBot, show: Show, demonstration: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = show(demonstration)
    page.receive(Visit(page="export", making="report", kind="site"))
    wait(qtbot, page)
    report = page.choices.of(ReportMaking)
    report.which.about.set_value("Fenmarsh")
    report.which.about.chosen.emit("Fenmarsh")
    qtbot.mouseClick(report.reading.print.segment("large"), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(report.reading.plain, Qt.MouseButton.LeftButton)
    wait(qtbot, page)
    assert "Fenmarsh: site report" in said(page)
    assert any("A reader may guess who is speaking" in words for words in said(page))
    assert any("no consent to be quoted is recorded yet. Record it on" in words for words in said(page))
    save(qtbot, page, tmp_path / "fenmarsh.docx", monkeypatch)
    text = "\n".join(paragraph.text for paragraph in Document(str(tmp_path / "fenmarsh.docx")).paragraphs)
    assert "Who we listened to" in text
    assert [export.format for export in page.workspace.project.exports.all()] == ["docx"]


def test_the_layout_of_table_3_is_written_alone(
    qtbot: QtBot, show: Show, demonstration: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = show(demonstration)
    page.receive(Visit(page="export", making="report", kind="table"))
    wait(qtbot, page)
    assert not page.choices.of(ReportMaking).which.about.isVisible()
    save(qtbot, page, tmp_path / "table.docx", monkeypatch)
    (table,) = Document(str(tmp_path / "table.docx")).tables
    assert [cell.text for cell in table.rows[0].cells] == [
        "Outcome",
        "Experience",
        "Features of service",
        "Features of partnership",
    ]


def test_a_report_on_a_project_without_sites_says_what_is_missing(qtbot: QtBot, show: Show, tmp_path: Path) -> None:
    Project.create(tmp_path / "empty.qclite").close()
    page = show(tmp_path / "empty.qclite")
    page.receive(Visit(page="export", making="report", kind="site"))
    assert page.choices.making.problem.startswith("No transcript has a site yet.")
    assert not page.save.isEnabled()
    page.receive(Visit(page="export", making="report", kind="across"))
    wait(qtbot, page)
    assert "No report yet" in said(page)
