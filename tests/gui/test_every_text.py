"""Every text that a person can see or hear goes through `tr`: looked for in the code, and in the window itself."""

from __future__ import annotations

import ast
import json
import os
import re
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import qualcoder_lite.gui
from qualcoder_lite.domain.people import ROLES, Respondent

if TYPE_CHECKING:
    from collections.abc import Iterator

GUI = Path(qualcoder_lite.gui.__file__).parent
MODULES = [
    path
    for path in sorted(GUI.rglob("*.py"))
    # sheets and fonts · what the command line says · a drawing · what only the log reads
    if path.parent.name != "theme" and path.name not in {"screenshots.py", "icons.py", "translation.py"}
]


# Calls whose first argument, and whose arguments of these names, are shown or said.
SHOWS = {
    *("Button", "ChoiceBox", "IconButton", "Label", "LineField", "QAction", "QLabel", "TextBox", "TickBox"),
    *("TickRowView", "action", "addAction", "addItem", "addMenu", "announce", "asked", "say", "setText"),
    *("setAccessibleDescription", "setAccessibleName", "setPlaceholderText", "setStatusTip", "setTitle", "setToolTip"),
    *("setWhatsThis", "setWindowTitle", "set_words", "show_nothing", "warn"),
}
SHOWN = {"advice", "do", "hint", "leave", "name", "note", "other", "primary", "question", "say", "title", "words"}
# Calls whose arguments are for the program, though they may have a blank in them.
FOR_THE_PROGRAM = {"QFont", "RuntimeError", "TypeError", "cast", "setStyleSheet"}
# The program's name; and what is kept in the project, and so the same for coders of whatever language.
KEPT = {
    "QualCoder Lite",
    "Northern Ireland",
    "mixed urban and rural",
    "academic lead",
    "|user-researcher|academic lead",
}

WORDS = re.compile(r"[^\W\d_]{2,}")
SENTENCE = re.compile(r"[^\W\d_]{2,}\S* | \S*[^\W\d_]{2,}")


def literal(node: ast.AST) -> str:
    """A text as it is written, its places empty; empty for anything else."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join(str(part.value) for part in node.values if isinstance(part, ast.Constant))
    return ""


def is_key_or_code(text: str) -> bool:
    """Whether a text is a key, such as Shift+F1, or the beginning of something in a language of its own."""
    return "+" in text or text.startswith(("<", "\x1f"))


def called(node: ast.Call) -> str:
    """The last name of what is called."""
    return ast.unparse(node.func).rpartition(".")[2]


def choices(node: ast.expr) -> list[ast.expr]:
    """What an expression may be, where it chooses."""
    if isinstance(node, ast.IfExp):
        return [*choices(node.body), *choices(node.orelse)]
    if isinstance(node, ast.BoolOp):
        return [one for value in node.values for one in choices(value)]
    return [node]


class Bare(ast.NodeVisitor):
    """Collects the texts of a module that are shown as they stand."""

    def __init__(self) -> None:
        self.found: list[str] = []

    def visit_Expr(self, node: ast.Expr) -> None:
        if not isinstance(node.value, ast.Constant):  # words about the code
            self.generic_visit(node)

    def visit_Call(self, node: ast.Call) -> None:
        name = called(node)
        if name == "tr":
            self._look_into([keyword.value for keyword in node.keywords])
            for keyword in node.keywords:
                self.visit(keyword)
            return
        if name in FOR_THE_PROGRAM:
            return
        shown = node.args[:1] if name in SHOWS else []
        shown += [each.value for each in node.keywords if name[:1].isupper() and each.arg in SHOWN]
        self._look_into(shown)
        self.generic_visit(node)

    def _look_into(self, shown: list[ast.expr]) -> None:
        """Collect single words among what is shown; sentences are found wherever they stand."""
        self.found += [
            f"line {text.lineno}: {words!r}"
            for each in shown
            for text in choices(each)
            if WORDS.search(words := literal(text)) and not SENTENCE.search(words) and not is_key_or_code(words)
        ]

    def generic_visit(self, node: ast.AST) -> None:
        text = literal(node)
        if SENTENCE.search(text) and text not in KEPT and not is_key_or_code(text):
            self.found.append(f"line {getattr(node, 'lineno', 0)}: {text!r}")
        if not isinstance(node, ast.JoinedStr):
            super().generic_visit(node)
            return
        for part in node.values:
            if isinstance(part, ast.FormattedValue):
                self.visit(part.value)


def bare(code: str) -> list[str]:
    """The texts of some code that are shown as they stand."""
    visitor = Bare()
    visitor.visit(ast.parse(code))
    return visitor.found


@pytest.mark.parametrize(
    "code",
    [
        'Label("Findings")',
        'x = f"{n} quotes"',
        'x = ["Nothing is coded yet."]',
        'button.setText("Go" if on else tr("Stop"))',
        'tr("the {which} of them", which="last" if on else tr("first"))',
    ],
)
def test_a_text_that_does_not_go_through_tr_is_found(code):
    assert len(bare(code)) == 1


def test_keys_are_the_same_in_every_language():
    translated = [
        f"{path.name}, line {node.lineno}"
        for path in MODULES
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call) and called(node) == "action"
        if any(isinstance(key, ast.Call) and called(key) == "tr" for key in node.args[2:])
    ]
    assert translated == []


@pytest.mark.parametrize(
    "code",
    [
        'Label(tr("Findings"))',
        'Label("", "heading")',
        'tr("{n:,} quote", "{n:,} quotes", n=n)',
        'x = f"{a} · {b}"',
        "x = 'quote-list'",
    ],
)
def test_what_goes_through_tr_or_is_no_text_is_not_found(code):
    assert bare(code) == []


def test_every_text_in_the_windows_code_goes_through_tr():
    found = {path.relative_to(GUI).as_posix(): bare(path.read_text(encoding="utf-8")) for path in MODULES}
    assert {module: texts for module, texts in found.items() if texts} == {}


# What isn't the window's own, by the object name of where it is shown.
NOT_THE_WINDOWS = {
    "what a step was, in the words of the history": {
        *("action of EditMenu", "history-steps", "history-undo", "history-redo", "toast", "undo", "redo"),
    },
    "what is in a document that is going to be written": {"export-look", "export-example", "export-note"},
    "what the project keeps: who somebody is, and how far partners have come together": {
        *("people-respondent", "people-table", "quotes-respondent", "transcripts", "transcript-detail", "coder-role"),
        *("coder-colour", "site-continuum", "new-code-group"),
    },
    "what figures of agreement are, and rest on": {
        *("agreement-figures", "cross-check-about", "figures-about", "figures-table"),
    },
    "what is said of every document until somebody says otherwise": {"project-notice"},
    "names of typefaces, encodings, files and folders": {
        *("reading-family", "import-encoding", "withdraw-certificate", "action of RecentMenu"),
    },
}
ELSEWHERE = set().union(*NOT_THE_WINDOWS.values())
# A day, a key, a kind of file, and the program's name are the same in every language, or are said by Python.
NO_WORDS = re.compile(r"\d{1,2} [A-Z][a-z]+ \d{4}|\b((Ctrl|Alt|Shift)\+)+\S+|\b(CSV|Excel|Word)\b|QualCoder Lite")


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
        tables = database.execute("select name from sqlite_master where type = 'table' and name not like '%search%'")
        rows = [row for (table,) in tables.fetchall() for row in database.execute(f"select * from {table}")]
    words = {" ".join(text.split()) for row in rows for value in row for text in told(value)}
    return [*ROLES, *Respondent, "carer", "support worker", *(each for each in words if re.search(r"[A-Z ]", each))]


def foreign(text: str, own: list[str], whole: str) -> bool:
    """Whether a text holds words that aren't the project's own: whole texts of it, or three words in a row from it."""
    text = NO_WORDS.sub(" ", re.sub("[“”‘]", "", " ".join(text.split())))
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
        cwd=GUI.parents[1],
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
