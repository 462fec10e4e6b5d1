"""What people said stays in the project: nothing goes over the network, and no word of it into a log or settings.

The program is run as a person runs it, in processes whose own folders are looked through afterwards.
"""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

SENTENCE = "the heron stood by the sluice all that winter"
NAME = "Philippa Quennell"
ANSWER = f"{NAME} told me that {SENTENCE}."
TALK = (
    f"Moira: What do you remember?\n\nPhilippa: {ANSWER}\n\nMoira: Who came?\n\nPhilippa: The nurse came each week.\n"
)

# Whatever Python does with a network tells its audit hooks first. A socket of X's, which has a path, is no network.
NO_NETWORK = """
import sys
def refuse(event, arguments):
    if event in ("socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr", "socket.sendto"):
        raise SystemExit(f"NETWORK {event} {arguments}")
    if event in ("socket.connect", "socket.bind") and isinstance(arguments[1], tuple):
        raise SystemExit(f"NETWORK {event} {arguments}")
sys.addaudithook(refuse)
"""

COMMANDS = """
import sys
from qualcoder_lite.cli import run
for line in sys.argv[1].splitlines():
    code = run(line.split("|"))
    if code:
        sys.exit(f"{line}: {code}")
"""

# Every page is visited, words are looked for, and two things go wrong inside.
WINDOW = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from qualcoder_lite import app
from qualcoder_lite.gui.window import main_window
from qualcoder_lite.gui.window.main_window import MainWindow
from qualcoder_lite.gui.pages.all_pages import EVERY_PAGE
from qualcoder_lite.gui.project.workspace import Visit
answer = sys.argv[2]
class Walked(MainWindow):
    def __init__(self, *given, **named):
        super().__init__(*given, **named)
        self.ready.connect(lambda: QTimer.singleShot(0, self, self.walk))
    def walk(self):
        QTimer.singleShot(900, self, self.close)
        work = self.workspace
        transcript = work.project.transcripts.overview()[0].transcript
        work.set_coder("Ailsa Brodie")
        for entry in EVERY_PAGE:
            self.go(entry.value)
            self.grab()
        work.visit(Visit(page="code", transcript=transcript.id, start=40, end=60))
        search = self.go("search")
        search.findChild(object, "search-words").setText(answer[:30])
        QTimer.singleShot(0, self, lambda: int(answer))
        QTimer.singleShot(0, self, lambda: {}[answer])
main_window.MainWindow = Walked
code = app.run_window(Path(sys.argv[1]))
maps = Path("/proc/self/maps")
if maps.exists() and "Qt6Network" in maps.read_text():
    sys.exit("NETWORK: Qt's library for it is loaded")
print("walked")
sys.exit(code)
"""


# What comes after the making of the project, in the commands of a day.
DAY = [
    "code|study.qclite|--transcript|talk|--start|40|--end|60|--code|Feeling safe|--coder|Dennis Okoro",
    f"search|study.qclite|{SENTENCE}",
    "done|study.qclite|--coder|Ailsa Brodie|talk",
    "matrix|study.qclite|--lens|sites|-o|matrix.docx",
    "extracts|study.qclite|-o|extracts.docx",
    "extracts|study.qclite|-o|extracts.csv",
    "report|site|study.qclite|Fenmarsh|-o|site.docx",
]


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A person's own folders, and a project with their interview beside them."""
    (tmp_path / "home" / "passing").mkdir(parents=True)
    (tmp_path / "home" / "settings.ini").write_text("[General]\nwelcomed=yes\n", encoding="utf-8")
    (tmp_path / "study").mkdir()
    (tmp_path / "study" / "talk.txt").write_text(TALK, encoding="utf-8")
    return tmp_path / "home"


def run(home: Path, script: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a script with all that it may write outside of projects below `home`, and with the network refused."""
    own = {
        "HOME": str(home),
        "USERPROFILE": str(home),
        "TMPDIR": str(home / "passing"),
        "QT_QPA_PLATFORM": "offscreen",
        "QUALCODER_LITE_SETTINGS": str(home / "settings.ini"),
    }
    own |= {f"XDG_{kind}_HOME": str(home / kind.lower()) for kind in ("CONFIG", "DATA", "CACHE", "STATE")}
    return subprocess.run(
        [sys.executable, "-c", NO_NETWORK + script, *arguments],
        env={**{name: kept for name, kept in os.environ.items() if name != "DISPLAY"}, **own},
        cwd=home.parent / "study",
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def make_project(home: Path, *further: str) -> Path:
    lines = [
        "new|study.qclite",
        "import|study.qclite|talk.txt|--participant|Rowan|--site|Fenmarsh",
        f"code|study.qclite|--transcript|talk|--start|40|--end|60|--code|Choice|--coder|Ailsa Brodie|--memo|{NAME}",
        *further,
    ]
    answer = run(home, COMMANDS, "\n".join(lines))
    assert answer.returncode == 0, answer.stderr
    return home.parent / "study" / "study.qclite"


def what_holds(home: Path, *words: str) -> list[tuple[str, str]]:
    """The files below a folder that hold words, or are called so, in any of the encodings that are used here."""
    found: list[tuple[str, str]] = []
    for file in sorted(path for path in home.rglob("*") if path.is_file()):
        content = file.read_bytes()
        for word in words:
            in_file = any(word.encode(how) in content for how in ("utf-8", "utf-16-le", "utf-16-be"))
            if in_file or word in file.name:
                found.append((str(file.relative_to(home)), word))
    return found


BROKEN_SEARCH = """
from qualcoder_lite.service.searching import search
def broken(*_, **__):
    raise RuntimeError(sys.argv[1])
search.Search.find = broken
from qualcoder_lite.cli import run
sys.exit(run(["search", sys.argv[2], "heron"]))
"""


def test_a_days_work_leaves_no_word_of_it_outside_the_project_and_asks_no_network(home):
    project = make_project(home, *DAY)
    walked = run(home, WINDOW, str(project), ANSWER)
    searched = run(home, BROKEN_SEARCH, ANSWER, str(project))
    assert searched.returncode == 3, searched.stderr
    assert (walked.returncode, walked.stdout.strip()[-6:]) == (0, "walked"), walked.stderr
    assert "NETWORK" not in walked.stderr
    log = next(home.rglob("qualcoder-lite-faults.log")).read_text(encoding="utf-8")
    assert all(kind in log for kind in ("ValueError", "KeyError", "RuntimeError"))
    assert "study.qclite" in (home / "settings.ini").read_text(encoding="utf-8")
    assert what_holds(home, SENTENCE[:20], NAME, "Philippa", "Rowan", "sluice") == []
    assert SENTENCE not in walked.stderr + searched.stderr


def test_words_that_were_written_would_be_found(home):
    (home / "log").write_text(f"… {SENTENCE} …", encoding="utf-8")
    assert what_holds(home, SENTENCE[:20])
    assert "NETWORK socket" in run(home, "import socket; socket.create_connection(('127.0.0.1', 9), 1)").stderr
