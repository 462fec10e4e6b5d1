"""Whom a person wants counted holds while they go from one view of Findings to another."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import pytest

from qualcoder_lite.gui.pages.findings.of_whom import OfWhom
from qualcoder_lite.gui.pages.findings.page import FindingsPage
from qualcoder_lite.gui.pages.findings.pictures.asked import Kind
from qualcoder_lite.service.scope import Scope

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from qualcoder_lite.gui.pages.findings.chart import ChartView
    from qualcoder_lite.gui.pages.findings.model import MatrixModel
    from qualcoder_lite.gui.pages.findings.pictures import PicturesView
    from qualcoder_lite.gui.pages.findings.together import TogetherView
    from qualcoder_lite.gui.project.workspace import Workspace
    from qualcoder_lite.gui.widgets.choice_box import ChoiceBox


@pytest.fixture
def page(workspace: Workspace, qtbot: QtBot, demonstration: Path) -> FindingsPage:
    workspace.open(demonstration)
    made = FindingsPage(workspace)
    qtbot.addWidget(made)
    made.resize(1342, 871)
    with qtbot.waitActive(made):
        made.show()
    qtbot.waitUntil(lambda: made.table.currentIndex().isValid())
    return made


def choose(box: ChoiceBox, value: str) -> None:
    box.set_value(value)
    box.chosen.emit(value)


def test_what_is_chosen_over_the_matrix_holds_in_every_view_and_back_again(page: FindingsPage) -> None:
    boxes = page.controls.of_whom
    choose(boxes.client_group, "Older people")
    choose(boxes.filters.coder, "Dennis Okoro")
    page.views.turn_to("pictures")
    pictures = cast("PicturesView", page.views.page)
    chosen = Scope(client_groups=("Older people",), coders=("Dennis Okoro",))
    assert pictures.choices.asked.scope == chosen
    assert pictures.counted is not None
    assert pictures.counted.drawing.about[:2] == ["Client groups: Older people.", "Codings of Dennis Okoro."]
    page.views.turn_to("together")
    together = cast("TogetherView", page.views.page)
    assert together.choices.chosen == OfWhom(client_group="Older people", coder="Dennis Okoro")
    choose(together.choices.of_whom.client_group, "")
    page.views.turn_to("matrix")
    assert page.controls.asked.scope == Scope(coders=("Dennis Okoro",))
    matrix = page.workspace.project.findings.matrix("sites", scope=page.controls.asked.scope)
    assert cast("MatrixModel", page.table.model()).matrix == matrix


def test_a_view_that_must_have_a_coder_chooses_none_for_the_others(page: FindingsPage) -> None:
    page.views.turn_to("together")
    assert cast("TogetherView", page.views.page).choices.chosen.coder
    page.views.turn_to("matrix")
    assert page.controls.asked.scope == Scope()


def test_the_chart_takes_site_and_group_and_says_what_plays_no_part_in_it(page: FindingsPage) -> None:
    choose(page.controls.of_whom.filters.site, "Fenmarsh")
    choose(page.controls.of_whom.filters.coder, "Dennis Okoro")
    page.views.turn_to("chart")
    chart = cast("ChartView", page.views.page)
    assert chart.controls.scope == Scope(sites=("Fenmarsh",))
    assert chart.controls.not_counted.text() == "Chosen elsewhere, without effect here: Dennis Okoro’s codings."
    assert chart.controls.not_counted.isVisible()
    page.views.turn_to("matrix")
    assert page.controls.of_whom.chosen == OfWhom(site="Fenmarsh", coder="Dennis Okoro")


def test_a_picture_of_everybody_says_that_it_is_one(page: FindingsPage) -> None:
    choose(page.controls.of_whom.client_group, "Older people")
    page.views.turn_to("pictures")
    choices = cast("PicturesView", page.views.page).choices
    assert not choices.not_counted.isVisible()
    choices.choose(Kind.COVERAGE)
    assert choices.not_counted.text() == "Chosen elsewhere, without effect here: Older people."
