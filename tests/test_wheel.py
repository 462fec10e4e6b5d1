"""What pip installs is whole: the codebooks and the samples are in the wheel, and the program finds them there."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
SCRIPTS = "Scripts" if os.name == "nt" else "bin"


def run(*command: str | Path, cwd: Path) -> str:
    """Run a program away from the checkout and return what it prints."""
    finished = subprocess.run(command, cwd=cwd, capture_output=True, text=True, encoding="utf-8", check=False)
    assert finished.returncode == 0, finished.stdout + finished.stderr
    return finished.stdout


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A virtual environment that has the built wheel of its own, and borrows its dependencies from ours."""
    folder = tmp_path_factory.mktemp("wheel")
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check"]
    run(*pip, "wheel", "--no-deps", "--no-build-isolation", "--wheel-dir", folder, ROOT, cwd=folder)
    environment = folder / "environment"
    venv.create(environment, with_pip=False)
    python = environment / SCRIPTS / Path(sys.executable).name
    own = Path(run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", cwd=folder).strip())
    # A path in a .pth file brings packages, but not the .pth files beside them: the checkout stays unseen.
    (own / "dependencies.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    wheels = list(folder.glob("qualcoder_lite-*.whl"))
    run(*pip, "--python", python, "install", "--no-index", "--no-deps", "--force-reinstall", *wheels, cwd=folder)
    return environment


FOLDERS = {
    "codebooks": "codebooks_folder",
    "sample_transcripts": "samples_folder",
    "qualcoder_lite/desktop": "desktop_folder",
    "docs/guide": "guide_folder",
}


@pytest.mark.parametrize("folder", FOLDERS)
def test_an_installed_wheel_has_every_shipped_file(installed: Path, folder: str):
    program = f"from qualcoder_lite.service.program import shipped; print(shipped.{FOLDERS[folder]}())"
    found = Path(run(installed / SCRIPTS / "python", "-c", program, cwd=installed).strip())
    in_wheel = {path.relative_to(found): path.read_bytes() for path in found.rglob("*") if path.is_file()}
    in_checkout = {
        path.relative_to(ROOT / folder): path.read_bytes() for path in (ROOT / folder).rglob("*") if path.is_file()
    }
    assert found.is_relative_to(installed)
    assert in_checkout
    assert in_wheel == in_checkout


def test_the_wheel_is_small_enough_to_be_passed_on(installed: Path):
    (wheel,) = installed.parent.glob("qualcoder_lite-*.whl")
    assert wheel.stat().st_size < 5_000_000


def test_an_installed_wheel_makes_the_demonstration_project(installed: Path, tmp_path: Path):
    project = tmp_path / "demonstration.qclite"
    command = installed / SCRIPTS / "qualcoder-lite"
    run(command, "demo", "--no-window", "--to", project, cwd=tmp_path)
    assert '"transcripts"' in run(command, "info", project, "--json", cwd=tmp_path)
