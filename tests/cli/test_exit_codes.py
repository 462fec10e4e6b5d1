"""Exit codes and streams of the real program, and what only a process of its own can show."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from qualcoder_lite import cli
from qualcoder_lite.domain.errors import StorageFullError
from qualcoder_lite.service.project import Project
from qualcoder_lite.service.transcripts.transcripts import Transcripts
from tests.cli.helpers import at

WORDS = "They come when I ring"


def program(*arguments: object, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Run the program as a process of its own."""
    command = [sys.executable, "-m", "qualcoder_lite", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, check=False, env={**os.environ, **environment}, timeout=60)


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["info"], 0),
        (["show", "nobody"], 1),
        (["matrix"], 2),
        (["matrix", "--lens", "x"], 2),
        (["info", "--colour"], 2),
    ],
)
def test_the_program_ends_with_the_code_of_its_answer(study, arguments, code):
    name, *rest = arguments
    ended = program(name, study.path, *rest)
    assert ended.returncode == code
    assert bool(ended.stdout) is (code == 0)
    assert bool(ended.stderr) is (code != 0)
    assert b"Traceback" not in ended.stderr


def test_answers_are_utf_8_in_any_locale(study):
    for environment in ({"LC_ALL": "C"}, {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}):
        shown = json.loads(program("show", study.path, "elsie", "--json", **environment).stdout.decode("utf-8"))
        assert "🙂" in shown["text"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such pipes")
def test_a_reader_that_goes_away_is_no_fault(demonstration_file):
    command = f"'{sys.executable}' -m qualcoder_lite show '{demonstration_file}' 'Elsie, Fenmarsh' | (read -r line)"
    script = f"set -o pipefail; for n in 1 2 3; do {command} || exit 9; done"
    ended = subprocess.run(["bash", "-c", script], capture_output=True, check=False, timeout=60)
    assert (ended.returncode, ended.stderr) == (0, b"")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such pipes")
def test_work_is_finished_though_nobody_reads_of_it(study, tmp_path):
    for n in range(3):
        (tmp_path / f"talk {n}.txt").write_text(f"Moira: What then?\n\nHamish: Number {n}.\n")
    files = " ".join(f"'{tmp_path}/talk {n}.txt'" for n in range(3))
    script = f"set -o pipefail; '{sys.executable}' -m qualcoder_lite import '{study.path}' {files} | true"
    ended = subprocess.run(["bash", "-c", script], capture_output=True, check=False, timeout=60)
    assert (ended.returncode, ended.stderr) == (0, b"")
    assert study.ask("info")["transcripts"] == 4


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a disk that is always full")
def test_an_answer_that_finds_no_room_is_a_mistake_told_in_one_sentence(study):
    with Path("/dev/full").open("wb") as full:
        command = [sys.executable, "-m", "qualcoder_lite", "history", str(study.path)]
        ended = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, check=False, timeout=60)
    assert ended.returncode == 1
    assert len(ended.stderr.decode().splitlines()) == 1


def test_reading_commands_load_nothing_heavy(study):
    script = (
        "import sys; from qualcoder_lite.cli import run; code = run(sys.argv[1:]); "
        "heavy = {'PySide6', 'docx', 'lxml', 'openpyxl', 'sqlite_utils', 'yaml', 'numpy'} & set(sys.modules); "
        "sys.exit(f'loaded {heavy}' if heavy else code)"
    )
    for command in ("info", "transcripts", "codebook", "history", "check"):
        ended = subprocess.run(
            [sys.executable, "-c", script, command, str(study.path), "--json"],
            capture_output=True,
            check=False,
            timeout=60,
        )
        assert (ended.returncode, ended.stderr) == (0, b"")


# What others hold, and what can't be written


def test_while_somebody_works_in_a_project_others_read_and_cannot_write(study):
    study.code(WORDS, "Responsiveness")
    with Project.open(study.path):
        before = study.everything()
        assert study.ask("info")["codings"] == 1
        for command in ("transcripts", "codebook", "history", "sites", "participants", "check"):
            study.do(command)
        for arguments in (
            ["undo"],
            ["redo"],
            ["done", "--coder", "AB", "elsie"],
            ["import", study.path],
            ["code", "--transcript", "elsie", *at(WORDS), "--code", "Choice", "--coder", "AB"],
            ["uncode", "x"],
            ["codebook rename", "Choice", "A", "--why", "B"],
        ):
            said = study(*arguments).sentence
            assert "has “study.qclite” open" in said
        assert study.everything() == before
    study.do("undo")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows kills otherwise")
def test_a_project_that_a_killed_program_held_can_be_worked_in_at_once(study):
    script = (
        "import sys, time; from pathlib import Path; from qualcoder_lite.service.project import Project; "
        "p = Project.open(Path(sys.argv[1])); p.coders.add('Carol'); print('open', flush=True); time.sleep(60)"
    )
    with subprocess.Popen([sys.executable, "-c", script, str(study.path)], stdout=subprocess.PIPE) as holder:
        assert holder.stdout
        assert holder.stdout.readline() == b"open\n"
        assert "has “study.qclite” open" in study("undo").sentence
        holder.send_signal(signal.SIGKILL)
        holder.wait(30)
    assert study.ask("info")["coders"] == ["Carol"]
    assert "joined as a coder" in study.do("undo").out


def test_a_read_only_project_is_read_and_not_written(study):
    study.code(WORDS, "Responsiveness")
    before = study.everything()
    study.path.chmod(0o444)
    study.path.parent.chmod(0o555)
    try:
        assert study.ask("info")["codings"] == 1
        assert "can’t be written to" in study("undo").sentence
        assert "No file can be made" in study.run("new", study.path.with_name("other.qclite")).sentence
    finally:
        study.path.parent.chmod(0o755)
        study.path.chmod(0o644)
    assert study.everything() == before


def test_a_disk_that_is_full_is_told_in_a_sentence_and_nothing_is_written(study, monkeypatch):
    before = study.everything()

    def no_room(*_: object) -> None:
        raise StorageFullError("The disk that holds “study.qclite” is full.")

    monkeypatch.setattr("qualcoder_lite.service.coding.codings.stored.add", no_room)
    said = study("code", "--transcript", "elsie", *at(WORDS), "--code", "Choice", "--coder", "New").sentence
    assert "is full" in said
    assert study.everything() == before


# Faults of ours


@pytest.fixture
def broken(monkeypatch):
    """A program with a fault whose message quotes a transcript."""

    def fail(*_: object) -> None:
        raise RuntimeError(WORDS)

    monkeypatch.setattr(Transcripts, "overview", fail)


@pytest.mark.usefixtures("broken")
def test_a_fault_of_the_program_exits_3_and_names_its_log(study, tmp_path):
    answer = study("transcripts")
    assert (answer.code, answer.out) == (3, "")
    (log,) = (tmp_path / "home").rglob("*.log")
    assert f"“{log}”" in answer.err
    assert len(answer.err.splitlines()) == 1


@pytest.mark.usefixtures("broken")
def test_the_log_tells_where_but_never_what_was_said(study, tmp_path):
    study("transcripts", "--json")
    study("transcripts")
    (log,) = (tmp_path / "home").rglob("*.log")
    text = log.read_text(encoding="utf-8")
    assert text.count(" RuntimeError\n") == 2
    assert re.search(r"cli/transcripts\.py:\d+ transcripts\n", text)
    assert WORDS not in text
    assert WORDS not in study("transcripts").err


@pytest.mark.usefixtures("broken")
def test_a_fault_is_told_even_where_there_is_no_home_for_a_log(study, tmp_path, monkeypatch):
    (tmp_path / "file").write_text("")
    (tmp_path / "temporary").mkdir()
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "file"))
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "temporary"))
    assert study("transcripts").code == 3
    assert len(list((tmp_path / "temporary").iterdir())) == 1


def test_stopping_a_command_is_told_and_no_fault(study, monkeypatch):
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Transcripts, "overview", stop)
    assert "Stopped" in study("transcripts").sentence


def test_codes_are_what_scripts_rely_on():
    assert (cli.DONE, cli.MISTAKE, cli.WRONG_USAGE, cli.FAULT) == (0, 1, 2, 3)
