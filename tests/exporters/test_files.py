"""Writing an export: whole or not at all, and the old file left as it was when it can't be."""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path

import pytest

from qualcoder_lite.domain.errors import StorageFullError, UserError
from qualcoder_lite.exporters.files import utf8, write_file

needs_unix = pytest.mark.skipif(sys.platform == "win32", reason="devices and links of Unix")


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_file_is_written_and_nothing_is_left_beside_it(tmp_path):
    write_file(tmp_path / "out.csv", b"new")
    assert (tmp_path / "out.csv").read_bytes() == b"new"
    assert names_in(tmp_path) == ["out.csv"]


def test_a_file_that_was_there_is_replaced(tmp_path):
    (tmp_path / "out.csv").write_bytes(b"something longer than before")
    write_file(tmp_path / "out.csv", b"new")
    assert (tmp_path / "out.csv").read_bytes() == b"new"


def test_a_stream_is_written_to_as_it_is():
    stream = io.BytesIO()
    write_file(stream, b"new")
    assert stream.getvalue() == b"new"


@needs_unix
def test_a_replaced_file_keeps_who_may_read_it(tmp_path):
    (tmp_path / "out.csv").write_bytes(b"old")
    (tmp_path / "out.csv").chmod(0o600)
    write_file(tmp_path / "out.csv", b"new")
    assert (tmp_path / "out.csv").stat().st_mode & 0o777 == 0o600


@needs_unix
def test_a_link_goes_on_pointing_at_the_file_that_is_written(tmp_path):
    (tmp_path / "real.csv").write_bytes(b"old")
    (tmp_path / "link.csv").symlink_to(tmp_path / "real.csv")
    write_file(tmp_path / "link.csv", b"new")
    assert (tmp_path / "link.csv").is_symlink()
    assert (tmp_path / "real.csv").read_bytes() == b"new"


def test_a_folder_that_is_not_there_is_named(tmp_path):
    with pytest.raises(UserError, match=r"There is no folder “.*missing” to write “out\.csv” into"):
        write_file(tmp_path / "missing" / "out.csv", b"new")


def test_a_file_in_the_place_of_a_folder_is_no_folder(tmp_path):
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(UserError, match="There is no folder"):
        write_file(tmp_path / "file" / "out.csv", b"new")


def test_a_folder_is_not_written_over(tmp_path):
    with pytest.raises(UserError, match="is a folder"):
        write_file(tmp_path, b"new")


def test_a_name_that_is_too_long_is_said(tmp_path):
    with pytest.raises(UserError, match=r"too long|couldn't be written"):
        write_file(tmp_path / ("x" * 300 + ".csv"), b"new")


@needs_unix
def test_a_full_disk_is_said():
    with pytest.raises(StorageFullError, match="no room left"):
        write_file(Path("/dev/full"), b"new")


def test_a_write_that_fails_midway_leaves_the_old_file_and_no_half_of_the_new(tmp_path, monkeypatch):
    (tmp_path / "out.csv").write_bytes(b"old")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(StorageFullError):
        write_file(tmp_path / "out.csv", b"new")
    assert (tmp_path / "out.csv").read_bytes() == b"old"
    assert names_in(tmp_path) == ["out.csv"]


def test_a_file_that_is_open_in_another_program_is_left_as_it_was(tmp_path, monkeypatch):
    (tmp_path / "out.docx").write_bytes(b"old")

    def in_use(self: Path, _: Path) -> None:
        raise PermissionError(13, "The process cannot access the file", str(self))

    monkeypatch.setattr(Path, "replace", in_use)
    with pytest.raises(UserError, match="open in another program"):
        write_file(tmp_path / "out.docx", b"new")
    assert (tmp_path / "out.docx").read_bytes() == b"old"
    assert names_in(tmp_path) == ["out.docx"]


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="the administrator may write anywhere")
@pytest.mark.parametrize("guarded", ["file", "folder"])
def test_what_may_only_be_read_is_left_as_it_was(tmp_path, guarded):
    out = tmp_path / "out.csv"
    out.write_bytes(b"old")
    place = out if guarded == "file" else tmp_path
    before = place.stat().st_mode
    place.chmod(0o555)
    try:
        with pytest.raises(UserError, match=r"may only be read|Nothing may be written"):
            write_file(out, b"new")
    finally:
        place.chmod(before)
    assert out.read_bytes() == b"old"


def test_half_a_character_becomes_the_replacement_character():
    assert utf8("a\ud83dé🙂") == "a\ufffdé🙂".encode()
