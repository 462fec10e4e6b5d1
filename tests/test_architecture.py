"""What import-linter can't see: SQL text stays in storage, and a command that only reads loads nothing heavy."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[1] / "qualcoder_lite"
MODULES = sorted(PACKAGE.rglob("*.py"))
OUTSIDE_STORAGE = [path for path in MODULES if path.relative_to(PACKAGE).parts[0] != "storage"]

STATEMENT = re.compile(
    r"""\s*(
        select\b .+ \bfrom\b
      | with\b .+ \bas\s*\(
      | (?:insert | replace)\b .* \binto\b
      | update\b .+ \bset\b
      | delete\s+from\b
      | (?:create | alter | drop)\s+ (?:temp\s+ | virtual\s+ | unique\s+)? (?:table | index | view | trigger)\b
      | pragma\s+\w
      | begin\s+(?:immediate | exclusive | deferred)
      | (?:savepoint | release | attach)\s+\w
    )""",
    re.VERBOSE | re.DOTALL | re.IGNORECASE,
)

TOO_HEAVY_TO_READ_WITH = {
    "PIL",
    "PySide6",
    "docx",
    "hypothesis",
    "lxml",
    "matplotlib",
    "numpy",
    "openpyxl",
    "pypdfium2",
    "pytest",
    "regex",
    "sqlite_utils",
    "striprtf",
    "xlsxwriter",
    "yaml",
}
READING_COMMANDS = [
    ["info"],
    ["transcripts"],
    ["codebook"],
    ["history"],
    ["sites"],
    ["participants"],
    ["matrix", "--lens", "sites"],
    ["matrix", "--lens", "passages"],
    ["matrix", "--lens", "attributions"],
    ["search", "safe"],
    ["picture", "coverage"],
    ["check"],
]


def looks_like_sql(text: str) -> bool:
    """Tell SQL from a sentence for a person: "Select a code from the list" begins with one capital."""
    statement = STATEMENT.match(text)
    return statement is not None and not statement[1].split()[0].istitle()


@pytest.mark.parametrize(
    "text",
    [
        "select uuid from coding where code = ?",
        "\n    SELECT body\n    FROM text",
        "insert or ignore into coder values (?, ?)",
        "UPDATE coding SET polarity = ?",
        "delete from coding",
        "create virtual table found using fts5(body)",
        "pragma foreign_keys = on",
    ],
)
def test_a_statement_is_told_as_sql(text: str):
    assert looks_like_sql(text)


@pytest.mark.parametrize(
    "text",
    [
        "Select a code from the list.",
        "Delete from where to where?",
        "Update the site and set its country",
        "create a project",
        "With one coder, as (so far) everybody agrees",
        "selected",
    ],
)
def test_a_sentence_for_a_person_is_not_told_as_sql(text: str):
    assert not looks_like_sql(text)


@pytest.mark.parametrize("path", OUTSIDE_STORAGE, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_sql_is_written_in_storage_only(path: Path):
    strings = [
        node
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    ]
    assert [f"line {node.lineno}: {node.value!r}" for node in strings if looks_like_sql(str(node.value))] == []


def packages_loaded_by(*arguments: str) -> set[str]:
    """Run Python and return the top-level packages that it imported on the way."""
    finished = subprocess.run(
        [sys.executable, "-X", "importtime", *arguments], capture_output=True, text=True, encoding="utf-8", check=False
    )
    lines = finished.stderr.splitlines()
    assert finished.returncode == 0, [line for line in lines if not line.startswith("import time:")]
    modules = [line.rpartition("|")[2].strip() for line in lines if line.startswith("import time:")]
    return {module.partition(".")[0] for module in modules}


@pytest.fixture(scope="module")
def demonstration(tmp_path_factory: pytest.TempPathFactory) -> Path:
    project = tmp_path_factory.mktemp("reading") / "demonstration.qclite"
    packages_loaded_by("-m", "qualcoder_lite", "demo", "--no-window", "--to", str(project))
    return project


def test_the_command_line_starts_without_anything_heavy():
    loaded = packages_loaded_by("-c", "import qualcoder_lite.cli")
    assert "qualcoder_lite" in loaded
    assert loaded & TOO_HEAVY_TO_READ_WITH == set()


@pytest.mark.parametrize("layer", ["importers", "exporters", "service"])
def test_a_layer_is_imported_without_anything_heavy(layer: str):
    loaded = packages_loaded_by("-c", f"import qualcoder_lite.{layer}")
    assert loaded & TOO_HEAVY_TO_READ_WITH == set()


@pytest.mark.parametrize("command", READING_COMMANDS, ids=" ".join)
def test_a_command_that_only_reads_loads_nothing_heavy(command: list[str], demonstration: Path):
    loaded = packages_loaded_by("-m", "qualcoder_lite", *_placed(command, demonstration), "--json")
    assert "sqlite3" in loaded
    assert loaded & TOO_HEAVY_TO_READ_WITH == set()


def _placed(command: list[str], project: Path) -> list[str]:
    """The command with the project where it belongs: after what is drawn, else after its name."""
    words = 2 if command[0] == "picture" else 1
    return [*command[:words], str(project), *command[words:]]


def test_the_window_is_imported_without_what_its_first_picture_does_not_need():
    loaded = packages_loaded_by("-c", "import qualcoder_lite.app, qualcoder_lite.gui.window.main_window")
    assert "PySide6" in loaded
    assert loaded & (TOO_HEAVY_TO_READ_WITH | {"click", "concurrent", "hashlib", "sqlite3", "uuid"}) == {"PySide6"}


def test_a_picture_is_drawn_without_the_window(demonstration: Path, tmp_path: Path):
    drawn = tmp_path / "heat-map.png"
    loaded = packages_loaded_by(
        "-m", "qualcoder_lite", "matrix", str(demonstration), "--lens", "sites", "-o", str(drawn)
    )
    assert drawn.is_file()
    assert loaded & TOO_HEAVY_TO_READ_WITH == {"PIL"}


def test_no_widget_of_qt_is_given_a_property_that_turkish_spells_with_another_capital():
    """PySide looks for "setInterval" by the computer's own capitals, and a Turkish i has a dot on its capital."""
    for path in PACKAGE.rglob("*.py"):
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and re.match("Q[A-Z]", call.func.id):
                assert not [each.arg for each in call.keywords if (each.arg or "").startswith("i")], path
