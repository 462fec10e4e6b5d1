"""Every text that a person can meet in the window went through `tr`: looked for in the window itself."""

from __future__ import annotations

import json
import os
import re
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from qualcoder_lite.domain.people import CONTINUUM, ROLES, Respondent
from qualcoder_lite.domain.shared_words import TAKEN_OUT
from qualcoder_lite.service.codebooks import published

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]

# What isn't the window's own, by the object name of where it is shown.
NOT_THE_WINDOWS = {
    "what the project keeps: a codebook's group": {"new-code-group"},
    "names of typefaces, encodings, files and folders": {
        *("reading-family", "withdraw-certificate", "action of RecentMenu"),
    },
}
ELSEWHERE = set().union(*NOT_THE_WINDOWS.values())
# A key, a file, a kind of file, and the program's name are the same in every language.
NO_WORDS = re.compile(r"\b((Ctrl|Alt|Shift)\+)+\S+|(?<!\S)/\S+|\b[\w-]+\.csv\b|\b(CSV|Excel|Word)\b|QualCoder Lite")
# What the tables are called that publications of the study have.
PUBLISHED = [published(table).title for table in ("published-2013", "published-2011")]


def own_words(project: Path) -> list[str]:
    """All that stands in a project, the longest first."""

    def told(value: object) -> Iterator[str]:
        if isinstance(value, dict):
            for each in value.values():
                yield from told(each)
        elif isinstance(value, list):
            for each in value:
                yield from told(each)
        elif isinstance(value, str):
            yield value
            if value[:1] in ("[", "{"):
                yield from told(json.loads(value))

    with closing(sqlite3.connect(f"file:{project}?mode=ro", uri=True)) as database:
        coders = [name for (name,) in database.execute("select name from coder")]
        tables = database.execute("select name from sqlite_master where type = 'table' and name not like '%search%'")
        rows = [row for (table,) in tables.fetchall() for row in database.execute(f"select * from {table}")]
    words = {plain(text) for row in rows for value in row for text in told(value)}
    own = [each for each in words if re.search(r"[A-Z ]", each) and each not in {*ROLES, *Respondent, *CONTINUUM}]
    return [TAKEN_OUT, *PUBLISHED, *(name.split()[0] for name in coders), *own]


def plain(text: str) -> str:
    """A text in one line, without the marks that quotes stand in."""
    return re.sub("[“”‘]", "", " ".join(text.split()))


def foreign(text: str, own: list[str], whole: str) -> bool:
    """Whether a text holds words that aren't the project's own: whole texts of it, or three words in a row from it."""
    text = NO_WORDS.sub(" ", plain(text))
    known: set[int] = set()
    for each in (each for each in own if each in text):
        known.update(at for found in re.finditer(re.escape(each), text) for at in range(*found.span()))
    words = [found.span() for found in re.finditer(r"\S+", text)]
    for (start, _), (_, end) in zip(words, words[2:], strict=False):
        if text[start:end].rstrip(".…’") in whole:
            known.update(range(start, end))
    rest = "".join(sign if at not in known else " " for at, sign in enumerate(text))
    return bool(re.search(r"[^\W\d_]{2,}", rest))


def test_every_text_that_is_met_in_the_window_went_through_tr_and_has_room_for_a_longer_one(demonstration, tmp_path):
    own = own_words(demonstration)
    whole = "\n".join(own)
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
    assert {text: at for text, at in here.items() if at and foreign(text, own, whole)} == {}
    assert met["cut"] == {}
