"""A program that is killed loses nothing that it had reported done, and leaves nothing half done."""

from __future__ import annotations

import csv
import json
import random
import subprocess
import sys
import time
from contextlib import suppress
from typing import TYPE_CHECKING

import pytest

from qualcoder_lite.service.project import Project
from qualcoder_lite.service.transcripts.reading import ImportOptions
from tests.storage.helpers import size_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

MANY = 10_000
LONGEST = 60  # seconds that anything here may take on a busy machine
_TEXT = "Elsie: I only ring the one number, and somebody comes. Then I feel safe in my own house again.\n" * 120

# Puts one code after another on a transcript; each coding's id is printed once it is saved.
_CODER = """
import sys
from pathlib import Path
from qualcoder_lite.service.coding.new_coding import NewCoding
from qualcoder_lite.service.project import Project
with Project.open(Path(sys.argv[1])) as project:
    for start in range(10_000):
        new = NewCoding(transcript="elsie", start=start, end=start + 20, code="Feeling safe", coder="Ailsa Brodie")
        print(*project.codings.add(new).of("coding"), flush=True)
"""


@pytest.fixture(scope="module")
def master(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("kill")
    (folder / "elsie.txt").write_text(_TEXT, encoding="utf-8")
    with Project.create(folder / "study.qclite") as project:
        project.transcripts.import_file(folder / "elsie.txt", ImportOptions())
    with (folder / "many.csv").open("w", newline="", encoding="utf-8") as table:
        writer = csv.writer(table)
        writer.writerow(["transcript", "start", "end", "code", "coder", "polarity", "helped"])
        writer.writerows(
            ["elsie", start, start + 30, "Feeling safe", "Ailsa Brodie", "delivered", "Co-location"]
            for start in range(MANY)
        )
    return folder


@pytest.fixture
def path(master: Path, tmp_path: Path) -> Path:
    path = tmp_path / "study.qclite"
    path.write_bytes((master / "study.qclite").read_bytes())
    return path


@pytest.fixture
def start() -> Iterator[Callable[..., subprocess.Popen[str]]]:
    """Starts a program of its own; what still runs at the end is killed."""
    started: list[subprocess.Popen[str]] = []

    def start(*arguments: object) -> subprocess.Popen[str]:
        command = [sys.executable, *map(str, arguments)]
        started.append(subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True))
        return started[-1]

    yield start
    for process in started:
        process.kill()
        process.wait()
        if process.stdout is not None:
            process.stdout.close()


def _command(*arguments: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "qualcoder_lite", *map(str, arguments)], capture_output=True, text=True, check=False
    )


def _codings(path: Path) -> set[str]:
    """The codings there are now, after a look that finds the file in good order, and the lock free."""
    checked = _command("check", path, "--json")
    assert json.loads(checked.stdout) == {"ok": True, "problems": []}
    assert checked.returncode == 0
    with Project.open(path) as project:
        return {coding.id for coding in project.codings.of_transcript("elsie")}


@pytest.mark.parametrize("seed", range(5))
def test_each_coding_that_was_reported_is_there_after_a_kill_at_any_moment(
    path: Path, start: Callable[..., subprocess.Popen[str]], seed: int
) -> None:
    coder = start("-c", _CODER, path)
    assert coder.stdout is not None
    reported = [coder.stdout.readline().strip() for _ in range(random.Random(seed).randint(1, 120))]
    coder.kill()
    reported += coder.communicate()[0].split()
    found = _codings(path)
    assert set(reported) <= found
    assert len(found) <= len(reported) + 1  # one may have been saved, and its report cut off


def test_a_single_command_that_said_done_has_saved_before_anything_can_kill_it(path: Path) -> None:
    said = _command(
        "code",
        path,
        "--transcript",
        "elsie",
        "--start",
        7,
        "--end",
        40,
        "--code",
        "Feeling safe",
        "--coder",
        "Kim",
        "--json",
    )
    assert set(json.loads(said.stdout)) == _codings(path)


def _begun(path: Path) -> bool:
    return path.with_name("study.qclite-lock").exists()


def _being_written(path: Path) -> bool:
    """Whether the step is on its way to the disk: one coding's worth of pages is far less than this."""
    return size_of(_wal(path)) > 100_000


def _half_written(path: Path) -> bool:
    return size_of(_wal(path)) > 3_000_000


def _wal(path: Path) -> Path:
    return path.with_name("study.qclite-wal")


@pytest.mark.parametrize("moment", [_begun, _being_written, _half_written])
def test_a_bulk_that_is_killed_is_there_whole_or_not_at_all(
    master: Path, path: Path, start: Callable[..., subprocess.Popen[str]], moment: Callable[[Path], bool]
) -> None:
    bulk = start("-m", "qualcoder_lite", "code", path, "--from", master / "many.csv")
    give_up = time.monotonic() + LONGEST
    while not moment(path) and bulk.poll() is None:
        assert time.monotonic() < give_up
        with suppress(subprocess.TimeoutExpired):
            bulk.wait(0.001)
    bulk.kill()
    said = bulk.communicate()[0]
    found = _codings(path)
    assert len(found) in {0, MANY}
    if "taken in" in said:
        assert len(found) == MANY
    if moment is _begun and not found:  # nothing of it is in the way of doing it again
        assert _command("code", path, "--from", master / "many.csv").returncode == 0
        assert len(_codings(path)) == MANY
