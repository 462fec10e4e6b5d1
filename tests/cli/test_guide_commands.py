"""The commands that the guide and the README tell people to type do what they say."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path

import click
import pytest

from qualcoder_lite.cli.root import command_names, root
from qualcoder_lite.service.program.guide import chapters
from qualcoder_lite.service.program.shipped import guide_folder

ROOT = Path(__file__).resolve().parents[2]
COMMAND = re.compile(r"^ {4}(?:\.venv/bin/)?qualcoder-lite (.+?)(?:  +#.*)?$", re.MULTILINE)
LIST = "| command | what it does |\n|---|---|\n"
README = (ROOT / "README.md").read_text(encoding="utf-8")
TOLD = {chapter.name: COMMAND.findall(chapter.text) for chapter in chapters()}


@pytest.fixture
def folder(samples, tmp_path, monkeypatch) -> Path:
    """A folder with the sample transcripts and their tables, to be in."""
    shutil.copytree(samples, tmp_path / "study")
    monkeypatch.chdir(tmp_path / "study")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "share"))
    monkeypatch.setenv("QUALCODER_LITE_PASSPHRASE", "three small herons")  # it would be asked for
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


def test_the_guide_lists_every_command_with_what_it_does(request):
    """With --golden-update the list is written anew."""
    context = click.Context(root)
    commands = [(name, root.get_command(context, name)) for name in command_names()]
    table = [f"| {name} | {command.get_short_help_str(200)} |" for name, command in commands if command]
    file = guide_folder() / "command-line.md"
    before, head, _ = file.read_text(encoding="utf-8").partition(LIST)
    if request.config.getoption("--golden-update"):
        file.write_text(before + head + "\n".join(table) + "\n", encoding="utf-8")
    assert file.read_text(encoding="utf-8") == before + head + "\n".join(table) + "\n"
