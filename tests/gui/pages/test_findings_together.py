"""The view Together of the page Findings: codes that come together, how often codes are used, whose codings."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from qualcoder_lite.domain.disagreement import Outcome
from qualcoder_lite.gui.help.whats_this import told_of
from qualcoder_lite.gui.pages.cross_check.comparer import Wanted, answer
from qualcoder_lite.gui.pages.findings.together import TogetherView
from qualcoder_lite.gui.pages.findings.together.asked import Kind
from qualcoder_lite.gui.pages.findings.together.choices import TogetherChoices
from qualcoder_lite.gui.widgets.controls import controls
from qualcoder_lite.service.agreement.report import AgreementAsked
from qualcoder_lite.service.project import Project
from qualcoder_lite.service.scope import Scope
from qualcoder_lite.service.transcripts.reading import ImportOptions

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from qualcoder_lite.gui.project.workspace import Workspace
    from qualcoder_lite.gui.theme import Theme
    from qualcoder_lite.gui.widgets.choice_box import ChoiceBox


@pytest.fixture
def view(workspace: Workspace, qtbot: QtBot, demonstration: Path) -> TogetherView:
    workspace.open(demonstration)
    made = TogetherView(workspace)
    qtbot.addWidget(made)
    made.resize(1342, 871)
    with qtbot.waitActive(made):
        made.show()
    return made


def choose(box: ChoiceBox, words: str) -> None:
    box.setCurrentIndex(box.findText(words))
    box.chosen.emit(box.value)


def said(view: TogetherView, row: int, column: int) -> str:
    return view.sheet.place(row, column).accessibleName()


def told(view: TogetherView) -> list[str]:
    return list(view.sheet.picture.words) if view.sheet.picture else []


def test_a_few_settled_codings_stand_after_those_of_the_coders(view: TogetherView) -> None:
    project = view.workspace.project
    compared = answer(project, Wanted()).compared
    assert compared is not None
    settle = partial(project.disagreements.settle, compared.differing[0], Outcome.BOTH, coder="Ailsa Brodie")
    view.workspace.act(settle)
    made = TogetherChoices()
    made.offer(project)
    assert [made.whose.itemText(row) for row in range(made.whose.count())] == [
        "Ailsa Brodie’s codings",
        "Dennis Okoro’s codings",
        "Settled codings",
    ]
    assert not made.asked.scope.settled
    made.deleteLater()


def test_it_opens_with_the_outcomes_of_one_coder_that_come_together(view: TogetherView) -> None:
    [table] = view.workspace.project.patterns.co_occurrence("turn", Scope(coders=("Ailsa Brodie",), settled=False))
    names = [code.name for code in table.codes]
    cell, whole = table.cells[0][names.index("Responsiveness")], table.cells[0][0]
    place = said(view, 0, names.index("Responsiveness"))
    assert place.startswith(f"Feeling safe, Responsiveness: {cell.people} of {whole.people} people, in {cell.passages}")
    assert told(view)[:2] == ["Codes together, in the same turn", "Codings of Ailsa Brodie."]
    assert len(view.sheet.picture.spots if view.sheet.picture else ()) == 15 * 15


def test_what_is_asked_elsewhere_is_nowhere_to_be_seen(workspace: Workspace, qtbot: QtBot, demonstration: Path) -> None:
    workspace.open(demonstration)
    project = workspace.project
    ailsa, dennis = (coder.id for coder in project.coders.all())
    place = project.disagreements.compared(project.agreement.material(AgreementAsked()), ailsa, dennis).differing[0]
    project.disagreements.settle(place, Outcome.BOTH, coder="Ailsa Brodie")
    made = TogetherView(workspace)
    qtbot.addWidget(made)
    made.show()
    made.choices.of_whom.filters.more.click()
    seen = [box for box in (made.choices.of_whom.settled, made.choices.of_whom.filters.coder) if box.isVisible()]
    assert seen == []
    assert made.choices.whose.findText("Settled codings") >= 0


def test_never_more_than_one_coder_is_counted_at_once(view: TogetherView) -> None:
    offered = [view.choices.whose.itemText(n) for n in range(view.choices.whose.count())]
    assert offered == ["Ailsa Brodie’s codings", "Dennis Okoro’s codings"]
    choose(view.choices.whose, "Dennis Okoro’s codings")
    assert told(view)[1] == "Codings of Dennis Okoro."
    view.choices.choose(Kind.OFTEN)
    assert told(view)[1] == "Codings of Dennis Okoro."


def test_the_quotes_of_two_codes_together_are_a_click_away(view: TogetherView, qtbot: QtBot) -> None:
    choose(view.choices.which, "Outcomes with features")
    qtbot.mouseClick(view.sheet.place(0, 0), Qt.MouseButton.LeftButton)
    listed = view.workspace.project.patterns.extracts_together(
        "Feeling safe", "Co-location", "turn", Scope(coders=("Ailsa Brodie",), settled=False)
    )
    assert view.beside.quotes.model().rowCount() == len(listed) > 0


def test_how_often_codes_are_used_by_anything_known_of_people(view: TogetherView, qtbot: QtBot) -> None:
    view.choices.choose(Kind.OFTEN)
    choose(view.choices.by, "By who answers")
    found = view.workspace.project.patterns.frequencies("respondent", Scope(coders=("Ailsa Brodie",), settled=False))
    assert said(view, 0, 0).startswith(
        f"Feeling safe, {found.values[0]}: {found.cells[0][0].people} of {found.people[0]}"
    )
    choose(view.choices.by, "By site")
    qtbot.mouseClick(view.sheet.place(0, 1), Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(view.workspace.visited) as went:
        view.beside.all_quotes.click()
    assert went.args
    scope = went.args[0].scope
    assert (scope.sites, scope.settled) == (("Fenmarsh",), False)
    assert len(view.workspace.project.extracts.listed(scope)) == view.beside.quotes.model().rowCount()


def test_people_can_be_narrowed(view: TogetherView) -> None:
    choose(view.choices.of_whom.client_group, "Older people")
    assert told(view)[1] == "Client groups: Older people."
    assert not view.choices.of_whom.filters.coder.isVisible()


def test_a_coder_who_coded_nothing_has_an_empty_table(view: TogetherView) -> None:
    view.workspace.act(lambda: view.workspace.project.coders.add("Priya"))
    choose(view.choices.whose, "Priya’s codings")
    assert said(view, 0, 1) == "Feeling safe, Having things to do: 0 of 0 people."


@pytest.mark.parametrize(("kind", "second"), [(Kind.TOGETHER, "code"), (Kind.OFTEN, "group")])
def test_the_table_is_saved_for_excel_with_whose_codings_it_counts(
    view: TogetherView, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: Kind, second: str
) -> None:
    view.choices.choose(kind)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(tmp_path / "codes"), ""))
    with qtbot.waitSignal(view.workspace.done):
        view.table.click()
    sheet = openpyxl.load_workbook(tmp_path / "codes.xlsx").active
    assert sheet is not None
    assert [sheet.cell(row, 1).value for row in (1, 2)] == ["coder", "Ailsa Brodie"]
    assert sheet.cell(1, 2).value == second


def test_the_place_with_the_focus_is_in_sight_in_a_low_window_with_large_text(view: TogetherView, theme: Theme) -> None:
    theme.choose(mode="light", text=2.0, tint="paper")
    view.resize(1100, 520)
    for at in ((14, 14), (0, 0)):
        place = view.sheet.place(*at)
        place.setFocus()
        assert place.hasFocus()
        assert place.visibleRegion().boundingRect() == place.rect()


def test_where_nothing_is_coded_it_says_so_and_leads_to_coding(
    view: TogetherView, workspace: Workspace, tmp_path: Path, qtbot: QtBot
) -> None:
    with Project.create(tmp_path / "uncoded.qclite") as project:
        (tmp_path / "talk.txt").write_text("Elsie: I like it here.", encoding="utf-8")
        project.transcripts.import_file(tmp_path / "talk.txt", ImportOptions())
    workspace.open(tmp_path / "uncoded.qclite")
    (way_on,) = view.panes()
    with qtbot.waitSignal(workspace.visited) as visited:
        qtbot.mouseClick(way_on, Qt.MouseButton.LeftButton)
    assert visited.args is not None
    assert visited.args[0].page == "code"


def test_every_control_says_what_it_is_for(view: TogetherView) -> None:
    view.choices.of_whom.filters.more.click()
    view.sheet.place(0, 0).click()
    assert [each.objectName() for each in controls(view) if len(told_of(each)) < 25] == []
