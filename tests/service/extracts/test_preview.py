"""Before extracts are written it is said how many there are, who is left out, and who might be recognised."""

from __future__ import annotations

import csv
import html
import re
from datetime import date
from typing import TYPE_CHECKING

import openpyxl
import pytest

from qualcoder_lite.domain.errors import UserError
from qualcoder_lite.domain.extracts.extract import ATTRIBUTION, attribution
from qualcoder_lite.domain.paper import Paragraph
from qualcoder_lite.domain.progress import CancelledError
from qualcoder_lite.domain.project_details import ProjectDetails
from qualcoder_lite.service.demonstration import make_demonstration
from qualcoder_lite.service.extracts.order import ExtractsOrder
from qualcoder_lite.service.extracts.preview import template_without
from qualcoder_lite.service.project import Project
from qualcoder_lite.service.scope import Scope

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterator
    from pathlib import Path

    from qualcoder_lite.domain.paper import Beginning
    from qualcoder_lite.service.extracts.preview import ExtractsPreview


@pytest.fixture(scope="module")
def demonstration(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Project]:
    """The demonstration project, opened to look at."""
    place = tmp_path_factory.mktemp("preview") / "demo.qclite"
    make_demonstration(place)
    with Project.look(place) as project:
        yield project


def looked_at(project: Project, template: str = ATTRIBUTION) -> ExtractsPreview:
    order = ExtractsOrder(study=ProjectDetails("Study"), date=date(2026, 3, 3), template=template)
    return project.extracts.look(order, Scope(), ".csv")[0]


def test_a_preview_counts_what_the_export_holds(demonstration: Project) -> None:
    found = demonstration.extracts.retrieve()
    preview = looked_at(demonstration)
    assert (preview.extracts, preview.withheld) == (len(found.extracts), len(found.withheld))
    assert preview.withheld_people == found.withheld_people == 1
    assert preview.people == len({extract.participant for extract in found.extracts})
    assert preview.sites == 4
    assert list(preview.first) == list(found.extracts[:3])


def test_a_preview_offers_the_attribution_that_leaves_fewer_people_recognisable(demonstration: Project) -> None:
    preview = looked_at(demonstration, "({client_group}, {site})")
    assert preview.narrow
    assert (preview.coarser, preview.coarser_narrow) == ("({client_group})", 0)
    assert not demonstration.extracts.retrieve(template=preview.coarser).narrow


def test_a_preview_without_warnings_offers_nothing_coarser(demonstration: Project) -> None:
    preview = looked_at(demonstration, "({client_group})")
    assert (list(preview.narrow), preview.coarser) == ([], "")


@pytest.mark.parametrize(
    ("template", "given_up", "less"),
    [
        ("({respondent}, {site})", ["site"], "({respondent})"),
        ("({respondent}, {site})", ["respondent"], "({site})"),
        ("{respondent} at {site} [{id}]", ["site"], "{respondent} [{id}]"),
        ("({respondent}, {client_group}, {site})", ["client_group", "site"], "({respondent})"),
        ("{pseudonym}, {site}", ["site"], "{pseudonym}"),
    ],
)
def test_a_template_gives_up_a_part_with_what_joins_it(template: str, given_up: list[str], less: str) -> None:
    assert template_without(template, given_up) == less


def test_a_template_of_one_part_can_not_give_it_up() -> None:
    with pytest.raises(UserError, match="nothing"):
        template_without("({site})", ["site"])


def test_a_coarser_template_can_be_used_as_it_is(demonstration: Project) -> None:
    preview = looked_at(demonstration)
    extract = preview.first[0]
    assert attribution(extract, preview.coarser or "({respondent})")


@pytest.mark.parametrize("ending", [".csv", ".xlsx"])
def test_a_table_begins_as_it_is_written(demonstration: Project, tmp_path: Path, ending: str) -> None:
    order = ExtractsOrder(study=ProjectDetails("Study"), date=date(2026, 3, 3))
    target = tmp_path / f"quotes{ending}"
    demonstration.extracts.write(target, order, Scope())
    _, shown = demonstration.extracts.look(order, Scope(), ending)
    if ending == ".csv":
        with target.open(encoding="utf-8-sig", newline="") as file:
            written = {"": list(csv.reader(file))}
    else:
        book = openpyxl.load_workbook(target)
        written = {
            sheet.title: [[str("" if cell is None else cell) for cell in row] for row in sheet.values] for sheet in book
        }
    assert [table.name for table in shown.tables] == list(written)[:3]
    assert len(shown.tables) + shown.more_tables == len(written)
    for table in shown.tables:
        heading, *rows = written[table.name]
        assert list(table.columns) == heading
        dated = heading.index("Date") if "Date" in heading else -1
        for there, shows in zip(rows, table.rows, strict=False):
            assert [cell for n, cell in enumerate(shows) if n != dated and there[0] != "Date"] == [
                cell for n, cell in enumerate(there) if n != dated and there[0] != "Date"
            ]
        assert table.goes_on == (len(rows) > len(table.rows))


def test_a_web_page_begins_with_its_own_words_in_their_order(demonstration: Project, tmp_path: Path) -> None:
    order = ExtractsOrder(study=ProjectDetails("Study", "Fenmarsh University"), date=date(2026, 3, 3))
    demonstration.extracts.write(tmp_path / "quotes.html", order, Scope())
    written = (tmp_path / "quotes.html").read_text(encoding="utf-8").partition("<body>")[2]
    page = html.unescape(re.sub("<[^>]+>", "", written))
    _, shown = demonstration.extracts.look(order, Scope(), ".html")
    paragraphs = paragraphs_of(shown)
    title, study, notice, scope = paragraphs[:4]
    assert (title.words, study.words, notice.boxed) == ("Coded extracts", "Study", True)
    assert (scope.label, scope.words) == ("Scope", "Every extract of the project.")
    at = 0
    for paragraph in paragraphs:
        for line in paragraph.words.split("\n"):
            at = page.index(line, at) if line != "…" else at
    assert any(paragraph.bar for paragraph in paragraphs)
    assert not any("Find words" in paragraph.words for paragraph in paragraphs)


def test_stopped_work_leaves_no_file(demonstration: Project, tmp_path: Path, a_day: datetime.date) -> None:
    """Wherever it is stopped: at each of its steps in turn."""
    steps: list[int] = []
    order = ExtractsOrder(study=ProjectDetails("Study"), date=a_day)
    scope = Scope(codes=("Feeling safe", "Reliability"))
    demonstration.extracts.write(tmp_path / "whole.docx", order, scope, lambda done, _total: steps.append(done))
    assert steps == sorted(steps)
    assert steps[-1] == 100
    for last in range(len(steps)):
        target = tmp_path / "stopped.docx"
        with pytest.raises(CancelledError):
            demonstration.extracts.write(target, order, scope, _stopping_after(last))
    assert [file.name for file in tmp_path.iterdir()] == ["whole.docx"]


def test_a_table_that_is_written_can_not_be_stopped_any_more(
    demonstration: Project, tmp_path: Path, a_day: datetime.date
) -> None:
    steps: list[int] = []
    target = tmp_path / "extracts.csv"

    def told(done: int, _total: int) -> None:
        assert not target.exists()
        steps.append(done)

    demonstration.extracts.write(target, ExtractsOrder(study=ProjectDetails("Study"), date=a_day), None, told)
    assert target.exists()
    assert steps


def _stopping_after(last: int):
    calls = 0

    def progress(_done: int, _total: int) -> None:
        nonlocal calls
        if calls == last:
            raise CancelledError
        calls += 1

    return progress


def paragraphs_of(shown: Beginning) -> list[Paragraph]:
    """What a document begins with, which holds no table."""
    paragraphs = [part for part in shown.pages if isinstance(part, Paragraph)]
    assert len(paragraphs) == len(shown.pages)
    return paragraphs


@pytest.fixture
def a_day() -> datetime.date:
    """Any day."""
    import datetime

    return datetime.date(2024, 5, 3)


@pytest.mark.parametrize(("ending", "warned"), [(".docx", True), (".html", False)])
def test_only_a_document_with_a_list_of_sources_warns_of_it(
    demonstration: Project, tmp_path: Path, ending: str, warned: bool
) -> None:
    order = ExtractsOrder(study=ProjectDetails("Study"), date=date(2026, 3, 3))
    _, shown = demonstration.extracts.look(order, Scope(), ending)
    assert any("list of sources" in paragraph.words for paragraph in paragraphs_of(shown)) == warned
