"""The page Sites: the register read, recorded by keys and mouse, its evidence, and facts of the sites."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from qualcoder_lite.domain.errors import StorageFullError
from qualcoder_lite.domain.people import FeatureState, RegisterEntry
from qualcoder_lite.gui.pages.sites import SitesPage
from qualcoder_lite.gui.project import workspace as workspaces
from qualcoder_lite.gui.project.workspace import Visit
from qualcoder_lite.service.project import Project
from qualcoder_lite.service.scope import Scope

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtCore import QModelIndex
    from pytestqt.qtbot import QtBot

    from qualcoder_lite.domain.people import Site
    from qualcoder_lite.gui.pages.sites.table import RegisterTable
    from qualcoder_lite.gui.project.workspace import Workspace
    from qualcoder_lite.gui.theme import Theme

Key, Control, Shift = Qt.Key, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
PRESENT, PARTIAL, ABSENT, UNKNOWN = FeatureState
COLOCATION, TRAINING = "Co-location of staff", "Joint training for staff"

# What the platform without a screen says when a menu or suggestions open.
popup = pytest.mark.qt_log_ignore("does not support (propagateSizeHints|raise|grabbing)", extend=True)


def shown(workspace: Workspace, qtbot: QtBot, project: Path, size: tuple[int, int] = (1342, 871)) -> SitesPage:
    """The page on a project, in a window of its own, with the focus in the table."""
    workspace.open(project)
    made = SitesPage(workspace)
    qtbot.addWidget(made)
    made.resize(*size)
    with qtbot.waitActive(made):
        made.show()
    made.focus_table()
    return made


@pytest.fixture
def page(workspace: Workspace, qtbot: QtBot, demonstration: Path) -> SitesPage:
    return shown(workspace, qtbot, demonstration)


@pytest.fixture
def table(page: SitesPage) -> RegisterTable:
    return page.desk.table


def index_of(page: SitesPage, feature: str, site: str) -> QModelIndex:
    model = page.desk.model
    row = next(row for row in range(model.rowCount()) if model.line(row).words == feature)
    column = next(n for n, each in enumerate(model.sites) if each.name == site)
    return model.index(row, column)


def go_to(page: SitesPage, feature: str, site: str) -> QModelIndex:
    index = index_of(page, feature, site)
    page.desk.table.show_cell(index)
    return index


def click(page: SitesPage, qtbot: QtBot, index: QModelIndex) -> None:
    table = page.desk.table
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=table.visualRect(index).center())


def site(page: SitesPage, name: str) -> Site:
    """A site as the project has it."""
    return next(each for each in page.workspace.project.sites.all() if each.name == name)


def entry(page: SitesPage, feature: str, name: str) -> RegisterEntry:
    """What the project has recorded."""
    ids = {each.name: each.id for each in page.workspace.project.sites.features()}
    return site(page, name).register.get(ids[feature], RegisterEntry())


def steps(page: SitesPage) -> int:
    return len(page.workspace.project.history.entries())


def menu_of(page: SitesPage) -> QMenu:
    found = page.findChild(QMenu, "sites-states")
    assert isinstance(found, QMenu)
    return found


# Looking


def test_it_shows_every_feature_by_every_site_under_two_headings(page):
    model = page.desk.model
    assert [each.name for each in model.sites] == ["Auchterlaw", "Fenmarsh", "Hallowby", "Kestrel Bay"]
    lines = [model.line(row) for row in range(model.rowCount())]
    assert [line.words for line in lines if line.feature is None] == [
        "The study’s 14 indices",
        "Added for the analysis",
    ]
    assert [line.number for line in lines if line.feature] == list(range(1, 18))
    assert lines[-3].words == "Multidisciplinary team"


def test_a_screen_reader_hears_feature_site_state_and_evidence_of_a_cell(page):
    role = Qt.ItemDataRole.AccessibleTextRole
    index = index_of(page, COLOCATION, "Fenmarsh")
    assert index.data(role) == "Co-location of staff, Fenmarsh: Present. No evidence noted."
    held = RegisterEntry(state=PARTIAL, source="Team leader.", note="Two teams\nshare a floor")
    page.workspace.project.sites.record("Fenmarsh", COLOCATION, held)
    page.refresh()
    spoken = index_of(page, COLOCATION, "Fenmarsh").data(role)
    assert spoken == "Co-location of staff, Fenmarsh: Partly. Evidence: Team leader. Two teams share a floor."


def test_a_sites_heading_counts_in_words(page):
    said = page.desk.model.headerData(1, Qt.Orientation.Horizontal, Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Fenmarsh: 13 present · 3 partly · 1 absent"


def test_the_model_keeps_qts_rules(page, qtmodeltester):
    qtmodeltester.check(page.desk.model)


def test_the_chosen_cell_is_shown_beside_the_table(page):
    go_to(page, COLOCATION, "Hallowby")
    cell = page.desk.beside.cell
    assert cell.state.value == str(entry(page, COLOCATION, "Hallowby").state)
    assert cell.source.accessibleDescription() == "Co-location of staff, Hallowby"
    assert page.desk.beside.site.name.text() == "Hallowby"


def test_arrow_keys_pass_over_the_headings(page, table, qtbot):
    go_to(page, "Reported use of Health Act Flexibilities", "Fenmarsh")
    qtbot.keyClick(table, Key.Key_Down)
    assert page.desk.model.line(table.currentIndex().row()).words == "Multidisciplinary team"
    qtbot.keyClick(table, Key.Key_Home, Control)
    qtbot.keyClick(table, Key.Key_Up)
    assert page.desk.model.line(table.currentIndex().row()).number == 1


def test_a_click_on_a_sites_name_goes_to_its_column(page, table, qtbot):
    index = go_to(page, COLOCATION, "Auchterlaw")
    header = table.horizontalHeader()
    place = QPoint(header.sectionViewportPosition(2) + 10, header.height() // 2)
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert table.currentIndex() == index.siblingAtColumn(2)
    assert table.chosen() == [table.currentIndex()]


# States by key


@pytest.mark.parametrize(
    ("key", "state"),
    [(Key.Key_P, PRESENT), (Key.Key_T, PARTIAL), (Key.Key_A, ABSENT), (Key.Key_N, UNKNOWN), (Key.Key_Delete, UNKNOWN)],
)
def test_a_key_sets_the_state_as_one_step_that_can_be_undone(page, table, qtbot, key, state):
    start = ABSENT if state != ABSENT else PRESENT
    page.workspace.project.sites.record("Fenmarsh", COLOCATION, RegisterEntry(state=start, source="a letter"))
    page.refresh()
    index, before = go_to(page, COLOCATION, "Fenmarsh"), steps(page)
    qtbot.keyClick(table, key)
    assert entry(page, COLOCATION, "Fenmarsh") == RegisterEntry(state=state, source="a letter")
    assert page.desk.model.entry(index).state == state
    assert page.desk.beside.cell.state.value == str(state)
    assert steps(page) == before + 1
    page.workspace.undo()
    assert entry(page, COLOCATION, "Fenmarsh").state == start
    assert page.desk.model.entry(index).state == start
    assert table.currentIndex() == index


def test_space_goes_round_the_states(page, table, qtbot):
    go_to(page, COLOCATION, "Fenmarsh")
    seen = []
    for _ in range(4):
        qtbot.keyClick(table, Key.Key_Space)
        seen.append(entry(page, COLOCATION, "Fenmarsh").state)
    assert seen == [PARTIAL, ABSENT, UNKNOWN, PRESENT]


def test_a_state_that_is_so_already_leaves_no_trace(page, table, qtbot):
    go_to(page, COLOCATION, "Fenmarsh")
    before = steps(page)
    qtbot.keyClick(table, Key.Key_P)
    assert steps(page) == before


def test_letters_can_be_turned_off(page, table, qtbot):
    page.hide()
    page.workspace.settings.letter_keys = False
    page.show()
    go_to(page, COLOCATION, "Fenmarsh")
    qtbot.keyClick(table, Key.Key_A)
    assert entry(page, COLOCATION, "Fenmarsh").state == PRESENT
    qtbot.keyClick(table, Key.Key_Delete)
    assert entry(page, COLOCATION, "Fenmarsh").state == UNKNOWN
    assert "P, T, A" not in table.accessibleDescription()


def test_a_block_of_cells_is_set_as_one_step(page, table, qtbot):
    go_to(page, COLOCATION, "Auchterlaw")
    before = steps(page)
    qtbot.keyClick(table, Key.Key_Right, Shift)
    qtbot.keyClick(table, Key.Key_Down, Shift)
    qtbot.keyClick(table, Key.Key_A)
    cells = [(f, s) for f in (COLOCATION, "Joint management") for s in ("Auchterlaw", "Fenmarsh")]
    assert [entry(page, *cell).state for cell in cells] == [ABSENT] * 4
    assert steps(page) == before + 1
    assert page.desk.foot.status.words == "4 cells: Absent."


def test_what_was_done_is_said_with_the_way_back_until_one_goes_elsewhere(page, table, qtbot):
    go_to(page, COLOCATION, "Fenmarsh")
    qtbot.keyClick(table, Key.Key_A)
    assert page.desk.foot.status.words == "Fenmarsh, Co-location of staff: Absent."
    page.desk.foot.status.action_chosen.emit()
    assert entry(page, COLOCATION, "Fenmarsh").state == PRESENT
    qtbot.keyClick(table, Key.Key_A)
    qtbot.keyClick(table, Key.Key_Down)
    assert page.desk.foot.status.words == ""


# States by mouse


@popup
def test_a_click_goes_to_a_cell_and_a_click_on_it_again_offers_the_states(page, qtbot):
    index = index_of(page, COLOCATION, "Hallowby")
    click(page, qtbot, index)
    assert page.desk.table.currentIndex() == index
    assert not menu_of(page).isVisible()
    click(page, qtbot, index)
    menu = menu_of(page)
    assert menu.isVisible()
    offered = {each.text().partition("\t")[0]: each for each in menu.actions() if each.isCheckable()}
    assert list(offered) == ["Present", "Partly", "Absent", "Not known"]
    assert [words for words, each in offered.items() if each.isChecked()] == ["Present"]
    qtbot.keyClick(menu, Key.Key_Escape)
    offered["Absent"].trigger()
    assert entry(page, COLOCATION, "Hallowby").state == ABSENT


@popup
def test_the_other_button_offers_the_states_of_the_cell_under_it(page, qtbot):
    index = index_of(page, TRAINING, "Fenmarsh")
    page.desk.table.customContextMenuRequested.emit(page.desk.table.visualRect(index).center())
    assert page.desk.table.currentIndex() == index
    assert menu_of(page).isVisible()
    qtbot.keyClick(menu_of(page), Key.Key_Escape)


def test_the_buttons_beside_the_table_set_the_state(page, qtbot):
    go_to(page, COLOCATION, "Fenmarsh")
    before = steps(page)
    qtbot.mouseClick(page.desk.beside.cell.state.segment(str(PARTIAL)), Qt.MouseButton.LeftButton)
    assert entry(page, COLOCATION, "Fenmarsh").state == PARTIAL
    assert steps(page) == before + 1


# Evidence


def test_enter_goes_to_the_evidence_and_each_box_is_kept_when_left(page, table, qtbot):
    go_to(page, COLOCATION, "Fenmarsh")
    before = steps(page)
    qtbot.keyClick(table, Key.Key_Return)
    source, note = page.desk.beside.cell.source, page.desk.beside.cell.note
    assert source.hasFocus()
    qtbot.keyClicks(source, "Team leader")
    assert entry(page, COLOCATION, "Fenmarsh").source == ""
    qtbot.keyClick(source, Key.Key_Tab)
    assert note.hasFocus()
    assert entry(page, COLOCATION, "Fenmarsh") == RegisterEntry(state=PRESENT, source="Team leader")
    qtbot.keyClicks(note, "One building")
    qtbot.keyClick(note, Key.Key_Escape)
    assert table.hasFocus()
    assert entry(page, COLOCATION, "Fenmarsh").note == "One building"
    assert steps(page) == before + 2


def test_boxes_that_are_only_visited_leave_no_trace(page, table, qtbot):
    held = RegisterEntry(state=PRESENT, source="a letter", note="of May")
    page.workspace.project.sites.record("Fenmarsh", COLOCATION, held)
    page.refresh()
    go_to(page, COLOCATION, "Fenmarsh")
    before = steps(page)
    qtbot.keyClick(table, Key.Key_Return)
    qtbot.keyClick(page.desk.beside.cell.source, Key.Key_Tab)
    qtbot.keyClick(page.desk.beside.cell.note, Key.Key_Escape)
    assert steps(page) == before


def test_evidence_is_kept_for_its_own_cell_when_another_is_clicked(page, qtbot):
    go_to(page, COLOCATION, "Fenmarsh")
    page.open_evidence()
    qtbot.keyClicks(page.desk.beside.cell.source, "A letter")
    click(page, qtbot, index_of(page, TRAINING, "Hallowby"))
    assert entry(page, COLOCATION, "Fenmarsh").source == "A letter"
    assert entry(page, TRAINING, "Hallowby").source == ""
    assert page.desk.beside.cell.source.text() == ""


def test_what_is_being_typed_stays_while_something_else_changes(page, qtbot):
    go_to(page, COLOCATION, "Fenmarsh")
    page.open_evidence()
    qtbot.keyClicks(page.desk.beside.cell.source, "A let")
    page.workspace.act(lambda: page.workspace.project.sites.add("Oxbury"))
    assert page.desk.model.columnCount() == 5
    assert page.desk.beside.cell.source.text() == "A let"


def test_what_could_not_be_saved_is_there_to_try_again(page, qtbot, monkeypatch):
    def full(*_args: object, **_more: object) -> None:
        raise StorageFullError("The disk is full.")

    go_to(page, COLOCATION, "Fenmarsh")
    page.open_evidence()
    source = page.desk.beside.cell.source
    qtbot.keyClicks(source, "A letter")
    with monkeypatch.context() as patched, qtbot.waitSignal(page.workspace.failed) as said:
        patched.setattr(page.workspace.project.sites, "record", full)
        click(page, qtbot, index_of(page, TRAINING, "Hallowby"))
    assert said.args == ["The disk is full."]
    assert source.text() == ""
    go_to(page, COLOCATION, "Fenmarsh")
    assert source.text() == "A letter"
    page.leave()
    assert entry(page, COLOCATION, "Fenmarsh").source == "A letter"


def test_leaving_the_page_keeps_what_was_typed(page, qtbot):
    go_to(page, COLOCATION, "Fenmarsh")
    page.open_evidence()
    qtbot.keyClicks(page.desk.beside.cell.source, "A letter")
    page.leave()
    assert entry(page, COLOCATION, "Fenmarsh").source == "A letter"


# Facts of a site


@popup
def test_a_fact_is_kept_when_its_box_is_left(page, qtbot):
    go_to(page, COLOCATION, "Fenmarsh")
    before, facts = steps(page), page.desk.beside.site
    facts.country.setFocus()
    facts.country.selectAll()
    qtbot.keyClicks(facts.country, "Wa")
    suggested = QApplication.activePopupWidget()
    assert suggested is not None
    qtbot.keyClick(suggested, Key.Key_Tab)
    assert facts.setting.hasFocus()
    assert site(page, "Fenmarsh").country == "Wa"
    assert steps(page) == before + 1


@popup
def test_a_word_that_is_suggested_is_taken_with_enter(page, qtbot):
    go_to(page, COLOCATION, "Auchterlaw")
    box = page.desk.beside.site.country
    box.setFocus()
    box.selectAll()
    qtbot.keyClicks(box, "engl")
    suggested = QApplication.activePopupWidget()
    assert suggested is not None
    qtbot.keyClick(suggested, Key.Key_Down)
    qtbot.keyClick(suggested, Key.Key_Return)
    qtbot.keyClick(box, Key.Key_Escape)
    assert site(page, "Auchterlaw").country == "England"


def test_the_place_on_the_continuum_and_the_level_are_choices(page, qtbot):
    go_to(page, COLOCATION, "Fenmarsh")
    facts = page.desk.beside.site
    facts.continuum.setFocus()
    qtbot.keyClick(facts.continuum, Key.Key_Up)
    assert site(page, "Fenmarsh").continuum == "enhanced partnership"
    facts.level.setFocus()
    qtbot.keyClick(facts.level, Key.Key_Home)
    assert site(page, "Fenmarsh").level == ""


@pytest.mark.parametrize(("typed", "years"), [("12", 12), ("", None), ("-4x", 4)])
def test_years_take_digits_alone_and_may_be_blank(page, qtbot, typed, years):
    go_to(page, COLOCATION, "Fenmarsh")
    box = page.desk.beside.site.years
    box.setFocus()
    box.selectAll()
    qtbot.keyClick(box, Key.Key_Backspace)
    qtbot.keyClicks(box, typed)
    qtbot.keyClick(box, Key.Key_Escape)
    assert site(page, "Fenmarsh").years == years


@popup
def test_a_name_that_is_taken_is_refused_in_a_sentence_and_stays_in_its_box(page, qtbot):
    go_to(page, COLOCATION, "Fenmarsh")
    box = page.desk.beside.site.name
    box.setFocus()
    box.selectAll()
    qtbot.keyClicks(box, "hallowby")
    with qtbot.waitSignal(page.workspace.failed) as said:
        qtbot.keyClick(box, Key.Key_Tab)
    assert said.args == ["There is a site “Hallowby” already. Choose another name."]
    assert box.text() == "hallowby"
    assert [each.name for each in page.desk.model.sites][1] == "Fenmarsh"


def test_a_level_of_ones_own_is_offered_and_survives_being_looked_at(page):
    page.workspace.project.sites.update(replace(site(page, "Fenmarsh"), level="regional"))
    page.refresh()
    go_to(page, COLOCATION, "Fenmarsh")
    assert page.desk.beside.site.level.value == "regional"
    before = steps(page)
    page.leave()
    assert steps(page) == before


def test_quotes_of_a_site_are_asked_for_on_their_own_page(page, qtbot):
    go_to(page, COLOCATION, "Hallowby")
    with qtbot.waitSignal(page.workspace.visited) as asked:
        qtbot.mouseClick(page.desk.beside.site.quotes, Qt.MouseButton.LeftButton)
    assert asked.args == [Visit(page="quotes", scope=Scope(sites=("Hallowby",)))]


# Room, focus, names


@pytest.fixture
def many(workspace: Workspace, qtbot: QtBot, tmp_path: Path, theme: Theme) -> SitesPage:
    """Thirty sites, with text twice as large in a small window."""
    with Project.create(tmp_path / "many.qclite") as project:
        for number in range(30):
            project.sites.add(f"Place number {number:02}")
    theme.choose(mode="light", text=2.0, tint="paper")
    return shown(workspace, qtbot, tmp_path / "many.qclite", (1280, 660))


def test_the_first_column_stays_while_thirty_sites_scroll(many):
    table = many.desk.table
    names, bar = table.verticalHeader(), table.horizontalScrollBar()
    assert bar.maximum() > 0
    place, width = names.pos(), names.width()
    many.desk.table.show_cell(many.desk.model.index(1, 29))
    assert bar.value() > 0
    assert (names.pos(), names.width()) == (place, width)
    assert table.viewport().rect().contains(table.visualRect(table.currentIndex()))


def test_where_there_is_little_room_the_cell_is_shown_in_the_tables_place(many, qtbot):
    desk = many.desk
    assert desk.table.isVisible()
    assert not desk.beside.isVisible()
    qtbot.keyClick(desk.table, Key.Key_Return)
    assert desk.beside.cell.source.hasFocus()
    assert not desk.table.isVisible()
    with qtbot.waitSignal(many.workspace.done) as said:  # there is no foot in sight to say it in
        qtbot.mouseClick(desk.beside.cell.state.segment(str(PARTIAL)), Qt.MouseButton.LeftButton)
    assert said.args == ["Place number 00, Single shared assessment processes: Partly.", True]
    qtbot.keyClick(desk.beside.cell.source, Key.Key_Escape)
    assert desk.table.hasFocus()


def test_it_fits_a_small_window_with_text_twice_as_large(many):
    assert many.minimumSizeHint().width() <= 1280
    assert many.desk.header.minimumSizeHint().width() <= 1280
    assert many.desk.beside.minimumSizeHint().width() <= 1280


@pytest.mark.parametrize("text", [1.0, 1.15, 1.3, 1.5, 1.75, 2.0])
def test_no_word_of_a_sites_name_is_broken(page, theme, text):
    theme.choose(mode="light", text=text, tint="paper")
    header = page.desk.table.horizontalHeader()
    least = header.wanted_width()
    for column, site in enumerate(page.desk.model.sites):
        header.resizeSection(column, least)
        assert header._name(column, theme.look).lines <= len(site.name.split()), site.name


def test_every_control_is_named(page):
    controls = [
        each for each in page.findChildren(QWidget) if each.focusPolicy() != Qt.FocusPolicy.NoFocus and each.isVisible()
    ]
    own = [each for each in controls if not each.objectName().startswith("qt_")]
    assert [each for each in own if not each.accessibleName()] == []
    assert len(own) > 12


def test_panes_take_the_focus_in_turn(page):
    for pane in page.panes():
        assert pane.isVisible()
    assert page.panes()[0] is page.desk.table


def test_how_table_and_panel_share_the_width_is_remembered(workspace, qtbot, demonstration):
    first = shown(workspace, qtbot, demonstration)
    first.desk._splitter.setSizes([800, 500])
    kept = first.desk._splitter.sizes()
    first.leave()
    assert shown(workspace, qtbot, demonstration).desk._splitter.sizes() == kept


def test_a_project_that_is_only_read_can_be_looked_at(workspace, qtbot, demonstration, monkeypatch):
    monkeypatch.setattr(workspaces, "_opened", lambda path, **_: Project.look(path))
    page = shown(workspace, qtbot, demonstration)
    index = go_to(page, COLOCATION, "Fenmarsh")
    assert not page.desk.header.add.isEnabled()
    assert page.desk.beside.cell.source.isReadOnly()
    with qtbot.waitSignal(workspace.failed):
        qtbot.keyClick(page.desk.table, Key.Key_A)
    assert page.desk.model.entry(index).state == PRESENT


def test_another_project_is_shown_from_its_beginning(page, tmp_path):
    go_to(page, COLOCATION, "Hallowby")
    with Project.create(tmp_path / "other.qclite") as other:
        other.sites.add("Oxbury")
    page.leave()
    page.workspace.open(tmp_path / "other.qclite")
    assert [each.name for each in page.desk.model.sites] == ["Oxbury"]
    assert page.desk.beside.site.name.text() == "Oxbury"
    assert QApplication.activePopupWidget() is None
