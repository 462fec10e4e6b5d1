"""One writer a project; the system holds the lock, and its text says who."""

from __future__ import annotations

import getpass
import re
import socket
from typing import TYPE_CHECKING

import pytest

from qualcoder_lite.domain.errors import ProjectLockedError
from qualcoder_lite.service.project import Project
from qualcoder_lite.storage.file import lock
from qualcoder_lite.storage.file.lock import ProjectLock

if TYPE_CHECKING:
    from pathlib import Path

    from tests.storage.helpers import Child

_HOLDER = """
import sys
from pathlib import Path
from qualcoder_lite.service.project import Project
project = Project.open(Path(sys.argv[1]))
print("open", flush=True)
sys.stdin.read()
"""


def _held(path: Path, child: type[Child]) -> Child:
    holder = child(_HOLDER, path)
    assert holder.line() == "open"
    return holder


def test_who_has_the_project_open_is_named_with_their_computer_and_since_when(path: Path, child: type[Child]) -> None:
    _held(path, child)
    with pytest.raises(ProjectLockedError) as refused:
        Project.open(path)
    who = re.escape(f"{getpass.getuser()} on {socket.gethostname()}")
    assert re.fullmatch(
        rf"{who} \(since \d{{1,2}} \w+, \d\d:\d\d\) has “study\.qclite” open\. Close it there first, or "
        r"work on a copy\. It can still be looked at meanwhile\.",
        str(refused.value),
    )


def test_it_can_be_looked_at_meanwhile(path: Path, child: type[Child]) -> None:
    _held(path, child)
    with Project.look(path) as project:
        assert project.info().codings == 6


def test_the_lock_is_free_as_soon_as_its_holder_is_killed(path: Path, child: type[Child]) -> None:
    holder = _held(path, child)
    holder.kill()
    assert path.with_name("study.qclite-lock").exists()
    Project.open(path).close()
    assert not path.with_name("study.qclite-lock").exists()


def test_a_link_to_a_project_shares_its_lock(path: Path, child: type[Child]) -> None:
    link = path.with_name("link.qclite")
    link.symlink_to(path)
    _held(path, child)
    with pytest.raises(ProjectLockedError):
        Project.open(link)


def test_a_second_opening_in_the_same_program_is_refused_too(project: Project) -> None:
    with pytest.raises(ProjectLockedError):
        Project.open(project.path)


def test_a_lock_that_says_nothing_readable_still_holds(path: Path) -> None:
    holder = ProjectLock(path)
    holder.take()
    holder.path.write_bytes(b"\xff{")
    with pytest.raises(ProjectLockedError, match=r"^Another program has “study.qclite” open"):
        ProjectLock(path).take()
    holder.release()


@pytest.mark.parametrize("since", ["2026-05-01T10:00:00", "1 May, 10:00"])
def test_the_moment_is_said_by_who_reads_it_or_as_an_earlier_version_wrote_it(path: Path, since: str) -> None:
    holder = ProjectLock(path)
    holder.take()
    holder.path.write_text(f'{{"who": "Kim", "host": "attic", "since": "{since}"}}', encoding="utf-8")
    with pytest.raises(ProjectLockedError, match=r"^Kim on attic \(since 1 May, 10:00\) has"):
        ProjectLock(path).take()
    holder.release()


def test_text_left_in_a_free_lock_holds_nobody_up(path: Path) -> None:
    holder = ProjectLock(path)
    holder.path.write_text('{"who": "Kim", "host": "attic", "since": "1 May, 10:00"}', encoding="utf-8")
    holder.take()
    with pytest.raises(ProjectLockedError, match=r"^(?!Kim)"):
        ProjectLock(path).take()
    holder.release()
    assert not holder.path.exists()


def test_releasing_twice_is_harmless_and_the_lock_can_be_taken_again(path: Path) -> None:
    holder = ProjectLock(path)
    for _ in range(2):
        holder.take()
        holder.release()
        holder.release()
    assert not holder.path.exists()


def test_a_refused_opening_leaves_the_holders_lock_alone(path: Path, child: type[Child]) -> None:
    _held(path, child)
    for _ in range(2):
        with pytest.raises(ProjectLockedError):
            Project.open(path)


def test_a_lock_whose_file_its_holder_is_just_taking_away_is_taken_on_the_new_file(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    holder, follower = ProjectLock(path), ProjectLock(path)
    holder.take()
    real = lock._try_lock

    def after_the_holder_left(file: int) -> bool:
        holder.release()
        return real(file)

    monkeypatch.setattr(lock, "_try_lock", after_the_holder_left)
    follower.take()
    with pytest.raises(ProjectLockedError):
        ProjectLock(path).take()
    follower.release()
