"""Where a transcript belongs: its own site and client group, else its participant's, else its site's."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from qualcoder_lite.domain.errors import UserError
from qualcoder_lite.service.project import Project
from qualcoder_lite.service.transcripts.reading import ImportOptions

if TYPE_CHECKING:
    from qualcoder_lite.service.placement import Placement


@pytest.fixture
def placed(tmp_path):
    """Imports a transcript with what is said of it, its participant P and its site S, and gives where it belongs."""
    project = Project.create(tmp_path / "a.qclite")
    (tmp_path / "talk.txt").write_text("Ann: Hello there.\n")

    def place(own: tuple[str, str], participant: tuple[str, str] | None, site_group: str = "") -> Placement:
        (tmp_path / "s.csv").write_text(f"site,client_group\nS,{site_group}\nT,\n")
        project.sites.import_table(tmp_path / "s.csv")
        if participant:
            (tmp_path / "p.csv").write_text(f"participant,site,client_group\nP,{participant[0]},{participant[1]}\n")
            project.participants.import_table(tmp_path / "p.csv")
        options = ImportOptions(site=own[0], client_group=own[1], participant="P" if participant else "")
        project.transcripts.import_file(tmp_path / "talk.txt", options)
        (one,) = project.transcripts.overview()
        return one.placement

    yield place
    project.close()


@pytest.mark.parametrize(
    ("own", "participant", "site_group", "belongs"),
    [
        (("", ""), None, "", (None, "")),
        (("S", ""), None, "", ("S", "")),
        (("S", "Mine"), None, "", ("S", "Mine")),
        (("S", ""), None, "Ours", ("S", "Ours")),
        (("", ""), ("S", ""), "Ours", ("S", "Ours")),
        (("", ""), ("S", "Hers"), "", ("S", "Hers")),
        (("S", ""), ("", "Hers"), "", ("S", "Hers")),
        (("S", "mine"), ("S", "MINE"), "Mine ", ("S", "mine")),
        (("T", ""), ("", ""), "Ours", ("T", "")),
    ],
)
def test_a_transcript_belongs_where_it_says_else_where_its_participant_does(
    placed, own, participant, site_group, belongs
):
    found = placed(own, participant, site_group)
    assert (found.site.name if found.site else None, found.client_group) == belongs


@pytest.mark.parametrize(
    ("own", "participant", "site_group"),
    [
        (("S", ""), ("T", ""), ""),
        (("", "Mine"), ("", "Hers"), ""),
        (("S", "Mine"), None, "Ours"),
        (("", ""), ("S", "Hers"), "Ours"),
        (("S", ""), ("", "Hers"), "Ours"),
    ],
)
def test_what_contradicts_itself_is_refused(placed, own, participant, site_group):
    with pytest.raises(UserError, match=r"make them agree|Make them agree"):
        placed(own, participant, site_group)


def test_a_person_is_the_participant_else_the_transcript(placed):
    alone = placed(("", ""), None)
    assert alone.person == alone.transcript.id


def test_two_transcripts_of_one_participant_are_one_person(study, tmp_path):
    (tmp_path / "again.txt").write_text("Moira: And today?\n\nElsie: Better.\n")
    study.transcripts.import_file(tmp_path / "again.txt", ImportOptions(participant="Elsie"))
    assert len({one.placement.person for one in study.transcripts.overview()}) == 1
