"""The program in the menu of a Linux desktop: written for one person, and taken away whole."""

from __future__ import annotations

import shutil
import subprocess
import sys
from configparser import RawConfigParser
from importlib import import_module
from pathlib import Path

import pytest

from qualcoder_lite.domain.errors import UserError
from qualcoder_lite.service.program.desktop import put_on_desktop, take_off_desktop
from qualcoder_lite.service.program.shipped import desktop_folder
from qualcoder_lite.storage.file.place import APPLICATION_ID

pytestmark = pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="Linux desktops alone read these files")


@pytest.fixture
def home(tmp_path, monkeypatch) -> Path:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "share"))
    return tmp_path / "share"


def entry(home: Path) -> dict[str, str]:
    file = RawConfigParser(interpolation=None, delimiters="=")
    file.optionxform = str  # type: ignore[assignment]
    file.read(home / "applications" / "qualcoder-lite.desktop", encoding="utf-8")
    return dict(file["Desktop Entry"])


def test_the_menu_starts_the_program_that_wrote_the_entry(home):
    put_on_desktop()
    command, _, rest = entry(home)["Exec"].partition('" ')
    assert rest.endswith("%f")
    assert Path(command.strip('"')).exists()


def test_a_path_with_special_signs_stays_one_argument(home):
    put_on_desktop('/home/a b/50%/"$x`/qualcoder-lite')
    # once for any value of such a file, and once for an argument in quotes
    assert entry(home)["Exec"] == r'"/home/a b/50%%/\\"\\$x\\`/qualcoder-lite" %f'


def test_what_was_written_goes_without_a_trace(home):
    written = put_on_desktop()
    assert all(file.is_file() and home in file.parents for file in written)
    assert sorted(take_off_desktop()) == sorted(written)
    assert not [file for file in home.rglob("*") if file.is_file() and "qualcoder" in file.name]
    assert take_off_desktop() == []


def test_the_kind_of_file_is_known_by_what_every_project_begins_with(home):
    put_on_desktop()
    kind = import_module("lxml.etree").parse(home / "mime" / "packages" / "qualcoder-lite.xml").getroot()
    told = kind.find(".//{*}match[@offset='68']")
    assert told is not None
    assert int(told.attrib["value"], 16) == APPLICATION_ID
    assert [glob.attrib["pattern"] for glob in kind.findall(".//{*}glob")] == ["*.qclite"]
    name = str(kind.find("{*}mime-type").get("type"))
    assert name in entry(home)["MimeType"].split(";")
    if shutil.which("xdg-mime") and shutil.which("update-mime-database"):
        assert f"{name}:*.qclite" in (home / "mime" / "globs").read_text()


def test_where_it_cannot_be_written_one_sentence_says_so(home):
    home.write_text("in the way")
    with pytest.raises(UserError, match="can’t be written"):
        put_on_desktop()


def test_the_entry_keeps_to_the_standard():
    if not shutil.which("desktop-file-validate"):
        pytest.skip("desktop-file-validate is not installed")
    subprocess.run(["desktop-file-validate", desktop_folder() / "qualcoder-lite.desktop"], check=True)
