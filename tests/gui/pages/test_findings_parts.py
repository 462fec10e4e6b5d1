"""The parts of the page Findings: what a cell shows, which columns are in sight, the models, the sentences."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QScrollArea

from qualcoder_lite.domain.coding import Polarity
from qualcoder_lite.domain.cross_reference import Lens, Tally
from qualcoder_lite.domain.extracts.extract import Extract
from qualcoder_lite.domain.people import FeatureState
from qualcoder_lite.gui.pages.findings.columns import column_groups
from qualcoder_lite.gui.pages.findings.faces import Face, Share, under_feature
from qualcoder_lite.gui.pages.findings.legend import Legend
from qualcoder_lite.gui.pages.findings.model import FACE, MatrixModel, Place
from qualcoder_lite.gui.pages.findings.panel import CellPanel
from qualcoder_lite.gui.pages.findings.polarity_bar import PolarityBar, in_words
from qualcoder_lite.gui.pages.findings.quotes import QuotesModel, shown_text
from qualcoder_lite.gui.pages.findings.sentences import caution, misplaced, people, published, unread
from qualcoder_lite.gui.widgets.labels import Label
from qualcoder_lite.service.project import Project

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.modeltest import ModelTester
    from pytestqt.qtbot import QtBot

    from qualcoder_lite.domain.cross_reference import Matrix
    from qualcoder_lite.gui.theme import Theme


@pytest.fixture(scope="module")
def project(made_demonstration: Path) -> Iterator[Project]:
    with Project.look(made_demonstration) as opened:
        yield opened


@pytest.fixture(scope="module", params=list(Lens))
def matrix(project: Project, request: pytest.FixtureRequest) -> Matrix:
    """The demonstration's matrix, through each lens."""
    return project.findings.matrix(request.param)


@pytest.fixture
def model(project: Project, matrix: Matrix) -> MatrixModel:
    made = MatrixModel()
    made.show(matrix, range(len(matrix.columns)), project.codebooks.all()[0].groups)
    return made


def at(matrix: Matrix, outcome: str, feature: str) -> tuple[int, int]:
    rows, columns = [row.name for row in matrix.rows], [column.name for column in matrix.columns]
    return rows.index(outcome), columns.index(feature)


def face(people: int, of: int) -> Face:
    return Face(share=Share(people, of), tally=Tally(), published=False)


@pytest.mark.parametrize(
    ("people", "of", "step"),
    [(0, 9, 0), (1, 100, 1), (19, 100, 1), (20, 100, 2), (79, 100, 4), (80, 100, 5), (9, 9, 5)],
)
def test_the_shade_goes_by_the_share_of_people(people: int, of: int, step: int) -> None:
    assert face(people, of).step == step


@pytest.mark.parametrize(("people", "few"), [(0, False), (1, True), (2, True), (3, False)])
def test_one_or_two_people_are_few(people: int, few: bool) -> None:
    assert face(people, 9).few is few


def test_no_shade_says_more_than_nobody_at_no_site() -> None:
    assert face(0, 0).step == 0
    assert Share(0, 0).words == "nobody there"


def test_every_feature_is_in_sight_somewhere_and_the_operational_ones_come_first(matrix: Matrix) -> None:
    groups = column_groups(matrix)
    assert groups[0].words == "The four features of partnership"
    assert groups[-1].columns == tuple(range(len(matrix.columns)))
    apart = [column for group in groups[:-1] for column in group.columns]
    assert sorted(apart) == list(groups[-1].columns)


def test_the_features_people_speak_of_go_by_the_groups_of_their_codebook(project: Project) -> None:
    names = [group.words for group in column_groups(project.findings.matrix("passages"))]
    assert names == ["The four features of partnership", "Features of service", "Barriers", "All 29 features"]


def test_the_register_is_looked_at_in_groups_that_fit_the_window(project: Project) -> None:
    groups = column_groups(project.findings.matrix("sites"))
    assert "Other features" not in [group.words for group in groups]
    assert all(2 <= len(group.columns) <= 4 for group in groups[:-1])


def test_the_heat_map_is_a_sound_model(model: MatrixModel, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(model)


def test_an_empty_heat_map_is_a_sound_model(qtmodeltester: ModelTester) -> None:
    model = MatrixModel()
    qtmodeltester.check(model)
    assert not model.index_of(None).isValid()


def test_headings_stand_in_no_cell_and_can_not_be_gone_to(model: MatrixModel) -> None:
    assert model.flags(model.index(0, 0)) == Qt.ItemFlag.NoItemFlags
    assert model.index(0, 0).data(FACE) is None
    assert model.cell(QModelIndex()) is None


def test_a_cell_is_found_again_by_what_it_is_about(model: MatrixModel) -> None:
    index = model.index(model.rowCount() - 1, model.columnCount() - 1)
    assert model.index_of(model.place(index)) == index
    assert model.index_of(Place("no such outcome", "no such feature")) == model.index(1, 0)


def test_what_stands_under_a_feature_names_the_people_it_is_out_of(project: Project) -> None:
    by_site = project.findings.matrix("sites")
    _, column = at(by_site, "Choice", "Co-location of staff")
    assert under_feature(by_site, column) == "7 people at its sites"
    close_by = project.findings.matrix("passages")
    assert under_feature(close_by, at(close_by, "Choice", "Co-location")[1]) == "9 people speak of it"


def test_sentences_fit_one_person_as_well_as_many(project: Project) -> None:
    said = project.findings.matrix("attributions")
    cell = at(said, "Listened to", "Co-location")
    assert people(said, *cell, FeatureState.PRESENT) == (
        "1 of the 10 people who speak of the feature links the two: nobody says it helped, 1 says it got in the way."
    )
    assert published(said, *cell).startswith("Differs: more people here say it got in the way than say it helped.")


def test_the_caution_speaks_of_a_building_only_where_one_is_shared(matrix: Matrix) -> None:
    place = "Co-location of staff" if matrix.lens is Lens.SITES else "Co-location"
    assert "sharing a building" in caution(matrix, at(matrix, "Choice", place)[1])
    assert "this feature" in caution(matrix, at(matrix, "Choice", "Multidisciplinary team")[1])


def test_nothing_is_said_of_unread_people_where_there_are_none(matrix: Matrix) -> None:
    everybody = matrix.denominators
    done = replace(matrix, denominators=replace(everybody, people_done=everybody.people))
    if matrix.lens is not Lens.SITES:
        assert unread(done, 0, FeatureState.PRESENT) == ""
        assert unread(matrix, 0, FeatureState.PRESENT).startswith("3 people’s transcripts are not declared done yet")


def test_the_bar_says_its_parts(qtbot: QtBot) -> None:
    bar = PolarityBar()
    qtbot.addWidget(bar)
    bar.set_tally(Tally(3, 5, 3, 1, 0, 1))
    assert bar.accessibleName() == "3 delivered · 1 not delivered · 1 did not say"
    assert in_words(Tally()) == ""


@pytest.mark.usefixtures("theme")
def test_the_panel_is_never_narrower_than_what_is_in_it(qtbot: QtBot) -> None:
    panel = CellPanel()
    qtbot.addWidget(panel)
    usual = panel.minimumSizeHint().width()
    panel.arithmetic.set_words("What other languages need more words for than English does")
    panel.resize(panel.minimumSizeHint())
    panel.show()
    area = panel.findChild(QScrollArea, "findings-panel-scroll")
    assert panel.width() > usual
    assert area.widget().width() <= area.viewport().width()


def extract(n: int, text: str = "Somebody comes.") -> Extract:
    return Extract(
        id=str(n),
        codings=(str(n),),
        transcript="t",
        title="T",
        start=n,
        end=n + 1,
        text=text,
        code="Feeling safe",
        group="Quality of life",
        coders=("AB",),
        polarity=Polarity.DELIVERED,
        respondent="service user",
        site="Fenmarsh",
    )


class _Counting(list[Extract]):
    """A list that knows how much of it was looked at."""

    looked_at = 0

    def __getitem__(self, key):
        found = super().__getitem__(key)
        self.looked_at += len(found)
        return found


def test_quotes_are_read_a_few_at_a_time(qtmodeltester: ModelTester) -> None:
    extracts = _Counting(extract(n) for n in range(10_000))
    model = QuotesModel()
    model.show(extracts)
    assert extracts.looked_at == model.rowCount() == 20
    model.fetchMore(QModelIndex())
    assert extracts.looked_at == model.rowCount() == 40
    qtmodeltester.check(model)


def test_a_quote_is_spoken_with_who_says_it() -> None:
    model = QuotesModel()
    model.show([extract(1)])
    said = model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Delivered +. “Somebody comes.” (service user, Fenmarsh)."


def test_a_quote_without_end_is_cut_at_a_word() -> None:
    assert shown_text(extract(1, "word " * 20_000)).endswith("word …”")
    assert len(shown_text(extract(1, "word " * 20_000))) < 700
    assert shown_text(extract(1, "a\n b")) == "“a b”"


def test_who_cannot_be_counted_under_one_site_is_told_through_the_lens_of_sites(matrix: Matrix) -> None:
    assert misplaced(matrix) == ""
    out_of = replace(matrix.denominators, transcripts_without_site=2, people_at_several_sites=1)
    told = misplaced(replace(matrix, denominators=out_of))
    expected = "2 transcripts without a site: under “Not known”. 1 person at more than one site: counted at each."
    assert told == (expected if matrix.lens is Lens.SITES else "")


def test_the_legend_says_which_way_the_shades_go_in_light_and_in_the_dark(theme: Theme, qtbot: QtBot) -> None:
    legend = Legend()
    qtbot.addWidget(legend)
    words = legend.findChildren(Label)[-1]
    assert "Darker: more of the people" in words.text()
    theme.choose(mode="dark", text=1.0, tint="paper")
    assert "Lighter: more of the people" in words.text()
    legend.set_lens(Lens.ATTRIBUTIONS)
    assert "Extends: not in its Table 3." in words.text()
