"""One writer a project: a lock of the operating system on a small file beside it, whose text names the holder.

The system's lock is what holds: it is gone the moment its process is, even after a crash. The text only feeds the
sentence that tells others who has the project open.
"""

from __future__ import annotations

import contextlib
import getpass
import json
import os
import platform
import sys
from datetime import datetime
from typing import TYPE_CHECKING, Any, cast

from qualcoder_lite.domain.days_in_words import moment_of_the_year
from qualcoder_lite.domain.errors import ProjectLockedError
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from pathlib import Path


class ProjectLock:
    """Holds the right to write to one project file, from `take` until `release`."""

    def __init__(self, project: Path) -> None:
        """Name the lock file; nothing is touched yet."""
        self.project = project
        self.path = project.with_name(project.name + "-lock")
        self._file: int | None = None

    def take(self) -> None:
        """Take the lock, or raise ProjectLockedError naming who holds it. OSError where no file can be made there."""
        while self._file is None:
            file = os.open(self.path, os.O_RDWR | os.O_CREAT, 0o666)
            try:
                if not _try_lock(file):
                    raise ProjectLockedError(self._held())
                # The holder before us may have removed the file between our opening and locking it: then we hold
                # the lock of a file that nobody else will ever open.
                if _same_file(file, self.path):
                    self._file, file = file, -1
            finally:
                if file >= 0:
                    os.close(file)
        with contextlib.suppress(OSError):  # a full disk has no room for the text, but the lock holds without it
            os.ftruncate(self._file, 0)
            os.write(self._file, json.dumps(_holder()).encode())

    def release(self) -> None:
        """Give the lock back and take its file away."""
        if self._file is None:
            return
        with contextlib.suppress(OSError):  # Windows can't remove an open file: it stays, unlocked and harmless
            self.path.unlink()
        os.close(self._file)
        self._file = None
        with contextlib.suppress(OSError):
            if sys.platform == "win32":
                self.path.unlink()

    def _held(self) -> str:
        """That the project is open elsewhere; with whom, if the lock tells."""
        name = self.project.name
        try:
            holder = cast("dict[str, Any]", json.loads(self.path.read_text("utf-8")))
            return tr(
                "{who} on {host} (since {since}) has “{name}” open. Close it there first, or work on a copy. "
                "It can still be looked at meanwhile.",
                who=holder["who"] or tr("Somebody"),
                host=holder["host"],
                since=_since(holder["since"]),
                name=name,
            )
        except (OSError, ValueError, KeyError, TypeError):
            return tr(
                "Another program has “{name}” open. Close it there first, or work on a copy. "
                "It can still be looked at meanwhile.",
                name=name,
            )


class BorrowedLock(ProjectLock):
    """The lock of another opening in this program, which alone gives it back."""

    def release(self) -> None:
        """Leave it with its holder."""


def _since(told: str) -> str:
    """Since when, in the words of whoever reads the lock."""
    try:
        return moment_of_the_year(datetime.fromisoformat(told).astimezone())
    except ValueError:  # in words already, by a version that wrote them into the lock
        return told


def _holder() -> dict[str, Any]:
    try:
        who = getpass.getuser()
    except (KeyError, OSError):  # no such user in this system's list, as in a container
        who = ""
    return {
        "who": who,
        "host": platform.node(),
        "pid": os.getpid(),
        "since": datetime.now().astimezone().isoformat(timespec="seconds"),
    }


def _same_file(file: int, path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(file), path.stat())
    except FileNotFoundError:
        return False


if sys.platform == "win32":
    import msvcrt

    # A byte far beyond the text, so that others can still read who holds the lock.
    _BYTE = 1 << 20

    def _try_lock(file: int) -> bool:
        os.lseek(file, _BYTE, os.SEEK_SET)
        try:
            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        finally:
            os.lseek(file, 0, os.SEEK_SET)
        return True
else:
    import fcntl

    def _try_lock(file: int) -> bool:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
