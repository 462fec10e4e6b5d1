"""Projects on real files, made once and copied for each test: the demonstration, and a small study."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from qualcoder_lite.service.project import Project
from qualcoder_lite.service.transcripts.reading import ImportOptions
from tests.coded_samples import make_coded_samples
from tests.service.helpers import TALK

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(scope="session")
def demonstration_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demonstration project as far as it is coded. Only to be read: tests that write copy it."""
    path = tmp_path_factory.mktemp("demonstration") / "demonstration.qclite"
    make_coded_samples(path)
    return path


@pytest.fixture(scope="session")
def study_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small project with one transcript, its participant and site, made once."""
    folder = tmp_path_factory.mktemp("study")
    (folder / "elsie.txt").write_text(TALK, encoding="utf-8")
    with Project.create(folder / "study.qclite", title="A small study") as project:
        options = ImportOptions(site="Fenmarsh", participant="Elsie", client_group="Older people")
        project.transcripts.import_file(folder / "elsie.txt", options)
    return folder / "study.qclite"


@pytest.fixture
def study(study_file: Path, tmp_path: Path) -> Iterator[Project]:
    """The small project, open for work; the test's own copy."""
    with Project.open(Path(shutil.copyfile(study_file, tmp_path / "study.qclite"))) as project:
        yield project


@pytest.fixture
def demonstration(demonstration_file: Path) -> Iterator[Project]:
    """The demonstration project, open for looking."""
    with Project.look(demonstration_file) as project:
        yield project
