"""Pictures of every page, made by the real command without a screen."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from qualcoder_lite import app, translation
from qualcoder_lite.app import make_application
from qualcoder_lite.cli import run
from qualcoder_lite.domain.errors import UserError
from qualcoder_lite.gui.program.settings import Settings
from qualcoder_lite.gui.window.screenshots import SIZE, take_screenshots, wait_until_calm
from tests.foreign_words import look_up
from tests.gui.windows import EVERY_PAGE


def command(*arguments: object, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the program as a person without a screen does."""
    kept = {name: value for name, value in os.environ.items() if name not in ("QT_QPA_PLATFORM", "DISPLAY")}
    return subprocess.run(
        [sys.executable, "-m", "qualcoder_lite", *map(str, arguments)],
        env=kept | environment,
        capture_output=True,
        text=True,
        timeout=100,
        check=False,
    )


@pytest.mark.parametrize("options", [[], ["--text", "200", "--dark"]])
def test_every_page_is_pictured_and_no_control_is_without_a_name(demonstration, tmp_path, options):
    own = tmp_path / "own.ini"
    before = demonstration.read_bytes()
    answer = command(
        "screenshots", demonstration, "--to", tmp_path / "new" / "pictures", *options, QUALCODER_LITE_SETTINGS=str(own)
    )
    assert (answer.returncode, answer.stderr) == (0, "")
    told = json.loads((tmp_path / "new" / "pictures" / "pages.json").read_text())
    assert [page["page"] for page in told] == EVERY_PAGE
    assert [page["unnamed_widgets"] for page in told] == [[]] * len(EVERY_PAGE)
    assert all(page["first_paint_ms"] > 0 for page in told)
    pictures = [QImage(str(tmp_path / "new" / "pictures" / f"{value}.png")) for value in EVERY_PAGE]
    assert {picture.size() for picture in pictures} == {SIZE}
    light = {picture.pixelColor(SIZE.width() - 3, 3).lightness() > 128 for picture in pictures}
    assert light == {"--dark" not in options}
    assert not own.exists()
    assert demonstration.read_bytes() == before


def test_a_project_without_a_transcript_has_its_pictures_too(qtbot, theme, workspace, tmp_path):
    from qualcoder_lite.service.project import Project

    Project.create(tmp_path / "empty.qclite").close()
    pages = take_screenshots(tmp_path / "empty.qclite", tmp_path / "to", Settings(str(tmp_path / "once.ini")))
    assert [page["unnamed_widgets"] for page in pages] == [[]] * len(EVERY_PAGE)


def test_a_folder_that_cannot_be_made_is_told(qtbot, theme, demonstration, tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(UserError, match="can’t be made"):
        take_screenshots(demonstration, tmp_path / "file" / "to", Settings(str(tmp_path / "once.ini")))


def test_what_is_no_project_is_told_in_one_sentence(tmp_path):
    answer = command("screenshots", tmp_path / "nothing.qclite", "--to", tmp_path)
    assert answer.returncode == 1
    assert answer.stderr.startswith("There is no file")


def test_what_is_wrong_with_a_project_is_said_in_english_whatever_the_window_speaks(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(translation._Spoken, "look_up", None)  # so that it is put back after the test

    def another_language() -> QApplication:
        application = make_application()
        translation.speak(look_up)
        return application

    monkeypatch.setattr(app, "make_application", another_language)
    assert run(["screenshots", str(tmp_path / "nothing.qclite"), "--to", str(tmp_path / "to")]) == 1
    assert capsys.readouterr().err.startswith("There is no file “")


def test_a_system_font_twice_as_large_gives_text_of_200_percent(tmp_path):
    script = (
        "from qualcoder_lite.app import make_application\n"
        "from qualcoder_lite.gui import theme\n"
        "application = make_application()\n"
        "font = application.font(); font.setPixelSize(27); application.setFont(font)\n"
        "print(theme.install(application).look.scale)\n"
    )
    run = subprocess.run(
        [sys.executable, "-c", script],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    assert run.stdout.strip() == "2.0"


def test_what_is_taken_away_while_the_window_goes_on_is_not_waited_for(qtbot, workspace):
    window = QWidget()
    qtbot.addWidget(window)
    window.workspace = workspace
    delay = QTimer(window, singleShot=True)
    delay.setInterval(400)
    delay.start()
    QTimer.singleShot(50, delay.deleteLater)
    wait_until_calm(window)
    assert not isValid(delay)
