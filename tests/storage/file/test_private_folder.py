"""The folder for private copies: it goes, and so does one that a killed program left behind."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from qualcoder_lite.storage.file.private_folder import PrivateFolder

_LEAVES_ONE = """
import os
from pathlib import Path
from qualcoder_lite.storage.file.private_folder import PrivateFolder
folder = PrivateFolder()
Path(folder.name, "other.qclite").write_text("Elsie feels safe.")
print(folder.name, flush=True)
os._exit(1)
"""


@pytest.fixture(autouse=True)
def _own_place(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setenv("TEMP", str(tmp_path))


def long_ago(folder: Path) -> None:
    os.utime(folder, (1, 1))


def test_it_goes_with_all_that_is_in_it() -> None:
    with PrivateFolder() as folder:
        Path(folder, "here.qclite").touch()
    assert not Path(folder).exists()


def test_what_a_killed_program_left_behind_is_taken_away_and_what_is_in_use_is_not(tmp_path: Path) -> None:
    left = subprocess.run([sys.executable, "-c", _LEAVES_ONE], capture_output=True, text=True, check=False)
    behind = Path(left.stdout.strip())
    assert Path(behind, "other.qclite").exists()
    with PrivateFolder() as in_use:
        assert behind.exists()  # another program might have made it this moment
        long_ago(behind)
        long_ago(Path(in_use))
        (tmp_path / "qualcoder-lite-private-note").write_text("No folder.")
        with PrivateFolder():
            assert not behind.exists()
            assert Path(in_use).exists()
    assert [left.name for left in tmp_path.iterdir()] == ["qualcoder-lite-private-note"]
