"""What a project says of itself is changed in one step, stands on its documents, and comes along in copies."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from docx import Document

from qualcoder_lite.domain.errors import UserError
from qualcoder_lite.domain.project_details import USUAL_NOTICE, ProjectDetails
from qualcoder_lite.service.extracts.order import ExtractsOrder
from qualcoder_lite.service.project import Project
from qualcoder_lite.service.scope import Scope
from tests.service.helpers import put

if TYPE_CHECKING:
    from pathlib import Path

OURS = ProjectDetails("Four valleys", "Fenmarsh University", "For the team alone. Shred it in June.")


def test_the_details_are_changed_in_one_step_that_the_history_tells_without_quoting_them(study: Project) -> None:
    before = study.details.read()
    changes = study.details.change(replace(OURS, title="  Four \n valleys "))
    assert changes.of("project") == {study.uuid}
    assert study.details.read() == OURS
    assert study.title == "Four valleys"
    step = study.history.next_undo()
    assert step is not None
    assert step.what == (
        "changed the project’s details: title, who runs the study, the words on how to look after documents"
    )
    study.history.undo()
    assert study.details.read() == before


def test_keeping_what_is_there_makes_no_step(study: Project) -> None:
    last = study.history.next_undo()
    assert not study.details.change(study.details.read())
    assert study.history.next_undo() == last


@pytest.mark.parametrize(
    ("wanted", "says"),
    [
        (ProjectDetails("  "), "needs a title"),
        (ProjectDetails("x" * 201), "may have 200 characters; these are 201"),
        (ProjectDetails("Valleys", notice="y" * 601), "may have 600 characters"),
    ],
)
def test_a_blank_title_and_words_without_end_are_refused(study: Project, wanted: ProjectDetails, says: str) -> None:
    before = study.details.read()
    with pytest.raises(UserError, match=says):
        study.details.change(wanted)
    assert study.details.read() == before


@pytest.mark.parametrize(("details", "notice"), [(OURS, OURS.notice), (ProjectDetails("Valleys"), USUAL_NOTICE)])
def test_documents_and_web_pages_say_them_on_their_first_page(
    study: Project, tmp_path: Path, details: ProjectDetails, notice: str
) -> None:
    put(study, "I feel safe now.")
    study.details.change(details)
    order = ExtractsOrder(study=study.details.read(), date=date(2026, 3, 3))
    study.extracts.write(tmp_path / "quotes.docx", order, Scope())
    study.extracts.write(tmp_path / "quotes.html", order, Scope())
    first_page = [each.text for each in Document(str(tmp_path / "quotes.docx")).paragraphs[:3]]
    assert first_page[1:] == [details.named, notice]
    page = (tmp_path / "quotes.html").read_text(encoding="utf-8")
    assert details.title in page
    assert notice in page


def test_a_change_of_the_details_comes_along_when_copies_are_brought_together(study: Project, tmp_path: Path) -> None:
    copy = tmp_path / "copy.qclite"
    study.backup(copy)
    with Project.open(copy) as other:
        other.details.change(replace(other.details.read(), led_by="Fenmarsh University"))
    study.details.change(replace(study.details.read(), title="Four valleys"))
    with study.merging.look([copy]) as look:
        study.merging.bring(look)
    assert study.details.read() == ProjectDetails("Four valleys", "Fenmarsh University")
