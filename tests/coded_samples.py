"""The demonstration as far as it is coded: nothing is summarised, starred, asked or kept in it yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qualcoder_lite.service.demonstration import TITLE, add_codings, add_material
from qualcoder_lite.service.program.shipped import samples_folder
from qualcoder_lite.service.project import Project

if TYPE_CHECKING:
    from pathlib import Path


def make_coded_samples(path: Path) -> None:
    """Write it."""
    with Project.create(path, title=TITLE) as project:
        add_material(project, samples_folder())
        add_codings(project, samples_folder())
