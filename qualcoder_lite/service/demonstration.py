"""The demonstration project, made from the sample transcripts by the same importers that anyone uses."""

from __future__ import annotations

from typing import TYPE_CHECKING

import platformdirs

from qualcoder_lite.domain.errors import UserError
from qualcoder_lite.domain.people import LEAD, USER_RESEARCHER
from qualcoder_lite.service import sample_work
from qualcoder_lite.service.extracts.order import ExtractsOrder
from qualcoder_lite.service.program.shipped import samples_folder
from qualcoder_lite.service.project import Project
from qualcoder_lite.service.transcripts.transcripts import FailedImport
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

_ROLES = {"Ailsa Brodie": USER_RESEARCHER, "Dennis Okoro": LEAD}
TITLE = "Demonstration: invented interviews about partnerships"


def usual_place() -> Path:
    """Where a person's own demonstration project lies, kept from one time to the next.

    Raises UserError where there can be no such folder.
    """
    folder = platformdirs.user_data_path("qualcoder-lite", appauthor=False)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as fault:
        raise UserError(
            tr(
                "The folder “{folder}” for the demonstration project can’t be made ({why}). Make that folder "
                "yourself, or write the project elsewhere by the command “qualcoder-lite demo --to FILE”.",
                folder=folder,
                why=fault.strerror,
            )
        ) from fault
    return folder / "demonstration.qclite"


def make_demonstration(path: Path) -> None:
    """Write the demonstration project. UserError where a file is in the way or none can be made; none is left then."""
    project = Project.create(path, title=TITLE)
    try:
        _fill(project, samples_folder())
    except BaseException:
        project.discard()
        raise
    project.close()


def _fill(project: Project, samples: Path) -> None:
    add_material(project, samples)
    project.schedule.import_table(samples / "schedule.csv")
    sample_work.write_first_impressions(project, samples)
    add_codings(project, samples)
    sample_work.write_summaries(project, samples)
    sample_work.put_stars(project, samples)
    sample_work.keep_preset(project)


def add_material(project: Project, samples: Path) -> None:
    """Take the coders, sites, people and transcripts of the samples into an empty project."""
    for coder, role in _ROLES.items():
        project.coders.add(coder)
        project.coders.change(coder, role=role)
    project.sites.import_table(samples / "sites.csv")
    project.participants.import_table(samples / "participants.csv")
    for result in project.transcripts.import_files(project.transcripts.read_list(samples / "transcripts.csv")):
        if isinstance(result, FailedImport):
            raise result.error


def add_codings(project: Project, samples: Path) -> None:
    """Take the codings of the samples into a project that has their transcripts."""
    project.codings.import_table(samples / "codings.csv")


def write_first_answers(path: Path, on: date) -> list[Path]:
    """Write the demonstration's matrix and extracts beside it, for those who can't open a window; the files written."""
    extracts, matrix = (path.with_name(f"{path.stem}-{what}.docx") for what in ("extracts", "matrix"))
    with Project.look(path) as project:
        project.extracts.write(extracts, ExtractsOrder(study=project.details.read(), date=on))
        project.findings.write(matrix, project.findings.matrix("attributions"), on=on)
    return [extracts, matrix]
