"""The command minutes: meetings listed, told and written."""

from __future__ import annotations

from typing import TYPE_CHECKING

import docx

from qualcoder_lite.domain.disagreement import Outcome
from qualcoder_lite.service.project import Project

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.helpers import Commands

AILSA, DENNIS = "Ailsa Brodie", "Dennis Okoro"


def test_meetings_are_listed_told_and_written(demonstration: Commands, tmp_path: Path) -> None:
    assert demonstration.do("minutes").out == "No meeting was held yet.\n"
    with Project.open(demonstration.path) as project:
        (meeting,) = project.meetings.begin("2026-06-03", [AILSA, DENNIS], coder=AILSA).of("meeting")
        ids = [coder.id for coder in project.coders.all()]
        found = project.disagreements.compared(project.agreement.material(project.agreement.measure().asked), *ids)
        place = found.differing[0]
        project.disagreements.settle(
            place, Outcome.OPEN, coder=AILSA, why="Ask the group.", between=ids, meeting=meeting
        )
    assert "2026-06-03" in demonstration.do("minutes").out
    assert "Ask the group." in demonstration.do("minutes", "2026-06-03").out
    told = demonstration.ask("minutes", "2026-06-03")
    assert (told["present"], told["settled"], told["lines"][0]["decision"]) == ([AILSA, DENNIS], 0, "left open")
    assert demonstration.ask("minutes")[0]["looked_at"] == 1
    demonstration.do("minutes", "2026-06-03", "-o", tmp_path / "minutes.docx")
    assert len(docx.Document(str(tmp_path / "minutes.docx")).tables) == 1
    assert "no meeting on “2026-07-01”" in demonstration("minutes", "2026-07-01").sentence
    assert demonstration("minutes", "-o", tmp_path / "minutes.docx").code == 2
