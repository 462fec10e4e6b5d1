"""The command line as a script meets it: run in this process, its exit code, both streams and JSON read back."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from qualcoder_lite import cli
from qualcoder_lite.service.demonstration import make_demonstration
from tests.cli.helpers import OTHER, TALK, Answer, Commands

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.fixture(autouse=True)
def _no_home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Nothing is written to the home of whoever runs the tests, there is no screen, and lines are 80 signs long."""
    monkeypatch.setenv("COLUMNS", "80")
    for name in ("XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Callable[..., Answer]:
    """Runs one command."""

    def run(*arguments: object) -> Answer:
        capsys.readouterr()
        code = cli.run([str(argument) for argument in arguments])
        said = capsys.readouterr()
        return Answer(code, said.out, said.err)

    return run


@pytest.fixture(scope="session")
def demonstration_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demonstration project, made once. Only to be read: tests that write copy it."""
    path = tmp_path_factory.mktemp("demonstration") / "demonstration.qclite"
    make_demonstration(path)
    return path


@pytest.fixture(scope="session")
def study_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small project with one transcript and no codings, made once."""
    folder = tmp_path_factory.mktemp("study")
    (folder / "elsie.txt").write_text(TALK, encoding="utf-8")
    path = folder / "study.qclite"
    assert cli.run(["new", str(path), "--title", "A small study"]) == 0
    imported = ["import", str(path), str(folder / "elsie.txt"), "--role", "Moira=interviewer", "--site", "Fenmarsh"]
    assert cli.run([*imported, "--participant", "Elsie", "--client-group", "Older people"]) == 0
    return path


@pytest.fixture
def study(run: Callable[..., Answer], study_file: Path, tmp_path: Path) -> Commands:
    """The small project, the test's own copy, and the commands on it."""
    return Commands(run, Path(shutil.copyfile(study_file, tmp_path / "study.qclite")))


@pytest.fixture
def demonstration(run: Callable[..., Answer], demonstration_file: Path, tmp_path: Path) -> Commands:
    """The demonstration project, the test's own copy, and the commands on it."""
    return Commands(run, Path(shutil.copyfile(demonstration_file, tmp_path / "demonstration.qclite")))


@pytest.fixture
def shown(run: Callable[..., Answer], demonstration_file: Path) -> Commands:
    """The demonstration project for commands that only read it."""
    return Commands(run, demonstration_file)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A file with a transcript that is not in the study yet."""
    path = tmp_path / "hamish.txt"
    path.write_text(OTHER, encoding="utf-8")
    return path
