"""A temporary folder for copies that hold transcripts. It goes when whoever made it is done.

Where the program is killed, or the power goes, it can't: then the next one that is made takes it away. That no other
program still works in it is known by a lock, which goes with its process.
"""

from __future__ import annotations

import shutil
import tempfile
import time
from contextlib import suppress
from pathlib import Path

from qualcoder_lite.domain.errors import ProjectLockedError
from qualcoder_lite.storage.file.lock import ProjectLock

_PREFIX = "qualcoder-lite-private-"
_FRESH = 600  # seconds for which a folder is left alone: another program may be about to take its lock


class PrivateFolder(tempfile.TemporaryDirectory[str]):
    """A folder of one's own until it is cleaned up."""

    def __init__(self) -> None:
        """Make it, and take away what was left behind."""
        clear_away()
        super().__init__(prefix=_PREFIX, ignore_cleanup_errors=True)
        self._lock = _lock(Path(self.name))
        self._lock.take()

    def cleanup(self) -> None:
        """Take it away with all that is in it."""
        self._lock.release()
        super().cleanup()


def clear_away() -> None:
    """Take away the folders that nobody works in any more."""
    for folder in Path(tempfile.gettempdir()).glob(f"{_PREFIX}*"):
        with suppress(OSError, ProjectLockedError):  # it is in use, or somebody else's, or has just gone
            if folder.is_dir() and not folder.is_symlink() and time.time() - folder.stat().st_mtime > _FRESH:
                lock = _lock(folder)
                lock.take()
                lock.release()
                shutil.rmtree(folder, ignore_errors=True)


def _lock(folder: Path) -> ProjectLock:
    return ProjectLock(folder / "in-use")
