"""The commands that the guide and the README tell people to type do what they say."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path

import pytest

from qualcoder_lite.cli.root import command_names
from qualcoder_lite.service.guide import chapters

ROOT = Path(__file__).resolve().parents[2]
COMMAND = re.compile(r"^ {4}(?:\.venv/bin/)?qualcoder-lite (.+?)(?:  +#.*)?$", re.MULTILINE)
README = (ROOT / "README.md").read_text(encoding="utf-8")
TOLD = {chapter.name: COMMAND.findall(chapter.text) for chapter in chapters()}


@pytest.fixture
def folder(samples, tmp_path, monkeypatch) -> Path:
    """A folder with the sample transcripts and their tables, to be in."""
    shutil.copytree(samples, tmp_path / "study")
    monkeypatch.chdir(tmp_path / "study")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "share"))
    return tmp_path / "study"


def run_all(run, lines: list[str]) -> None:
    for line in lines:
        answer = run(*shlex.split(line))
        assert answer.code == 0, (line, answer.err)


def test_the_guides_commands_run_one_after_another(run, folder):
    run_all(run, [*TOLD["command-line"], *TOLD["data-protection"]])
    assert {"matrix.docx", "extracts.docx", "fenmarsh.docx", "copy.qclite"} <= {file.name for file in folder.iterdir()}


def test_no_other_chapter_has_commands_that_nothing_tries():
    assert {name for name, lines in TOLD.items() if lines} == {"command-line", "data-protection"}


def test_the_readme_names_commands_of_the_guide():
    lines = COMMAND.findall(README)
    assert len(lines) > 8
    assert set(lines) - set(TOLD["command-line"]) == {"desktop"}


def test_the_guide_lists_every_command_with_what_it_does(run):
    text = next(chapter.text for chapter in chapters() if chapter.name == "command-line")
    listed = re.findall(r"^\| ([a-z-]+) \| (\S.*) \|$", text, re.MULTILINE)
    assert [name for name, _ in listed if name != "command"] == list(command_names())
    shown = " ".join(run("--help").out.split())
    for name, words in listed[1:]:
        assert f"{name} {words}" in shown
