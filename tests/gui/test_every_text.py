"""Every text that a person can meet in the window went through `tr`: looked for in the window itself."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from tests.foreign_words import OwnWords

ROOT = Path(__file__).parents[2]

# What isn't the window's own, by the object name of where it is shown.
NOT_THE_WINDOWS = {
    "what the project keeps: a codebook's group": {"new-code-group"},
    "names of typefaces, encodings, files and folders": {
        *("reading-family", "withdraw-certificate", "action of RecentMenu"),
    },
}
ELSEWHERE = set().union(*NOT_THE_WINDOWS.values())


def test_every_text_that_is_met_in_the_window_went_through_tr_and_has_room_for_a_longer_one(demonstration, tmp_path):
    own = OwnWords(demonstration)
    walked = subprocess.run(
        [sys.executable, "-m", "tests.gui.pseudo", str(demonstration), str(tmp_path / "settings.ini")],
        cwd=ROOT,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    met = json.loads(walked.stdout)
    here = {
        text: [each for each in at if each.rpartition(": ")[2] not in ELSEWHERE] for text, at in met["unmarked"].items()
    }
    assert {text: at for text, at in here.items() if at and own.lacks(text)} == {}
    assert met["cut"] == {}
