"""The log of the program's own faults, and the report made of it."""

from __future__ import annotations

import subprocess
import sys

import pytest

from qualcoder_lite.service.program import faults


@pytest.fixture
def home(tmp_path, monkeypatch):
    monkeypatch.setattr("platformdirs.user_log_path", lambda *_, **__: tmp_path / "log")
    return tmp_path


def fault(words: str) -> Exception:
    with pytest.raises(ValueError, match=words) as raised:
        int(words)
    return raised.value


def test_a_fault_is_kept_with_its_place_and_without_its_words(home):
    place = faults.log_fault(fault("They come when I ring"))
    assert place.parent == home / "log"
    text = place.read_text(encoding="utf-8")
    assert "ValueError" in text
    assert "test_faults.py" in text
    assert "come when" not in text


def test_what_caused_a_fault_is_kept_too_likewise_without_its_words(home):
    last = LookupError("Elsie")
    last.__cause__ = fault("They come when I ring")
    text = faults.log_fault(last).read_text(encoding="utf-8")
    assert "LookupError" in text
    assert "caused by ValueError" in text
    assert not [words for words in ("come when", "Elsie") if words in text]


def test_the_log_does_not_tell_where_a_person_keeps_the_program(home):
    from qualcoder_lite.domain.passage import Passage

    with pytest.raises(Exception) as raised:  # noqa: PT011 - whichever; what counts is the frame in the package
        Passage(start=2, end="x")  # type: ignore[arg-type, call-arg]
    text = faults.log_fault(raised.value).read_text(encoding="utf-8")
    assert "/" not in text.replace("qualcoder_lite/domain/passage.py", "")


def test_faults_are_added_until_the_log_is_long_then_it_starts_afresh(home, monkeypatch):
    first = faults.log_fault(fault("a"))
    faults.log_fault(fault("b"))
    assert first.read_text().count("version") == 2
    monkeypatch.setattr(faults, "_MOST_BYTES", 10)
    assert faults.log_fault(fault("c")) == first
    assert first.read_text().count("version") == 1
    assert len(list((home / "log").iterdir())) == 2


def test_without_a_home_the_log_goes_to_the_folder_for_passing_things(home, monkeypatch):
    (home / "log").write_text("in the way")
    (home / "passing").mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(home / "passing"))
    assert faults.log_fault(fault("a")).parent == home / "passing"
    assert not faults.watch_for_sudden_end()


def test_the_report_has_the_versions_and_what_is_in_the_log(home):
    assert "No fault of the program" in faults.report()
    faults.log_fault(fault("They come when I ring"))
    told = faults.report()
    assert "ValueError" in told
    assert "sqlite-utils" in told
    assert "come when" not in told


def test_an_end_that_python_cannot_catch_is_told_at_the_next_start(home):
    program = (
        "import faulthandler, sys, pathlib, platformdirs\n"
        f"platformdirs.user_log_path = lambda *_, **__: pathlib.Path({str(home / 'log')!r})\n"
        "from qualcoder_lite.service.program.faults import watch_for_sudden_end\n"
        "print(watch_for_sudden_end(), flush=True)\n"
        "they_come_when_i_ring = 'They come when I ring'\n"
        "if sys.argv[1] == 'end': faulthandler._sigsegv()\n"
    )
    answers = [
        subprocess.run([sys.executable, "-c", program, how], capture_output=True, text=True, check=False).stdout.strip()
        for how in ("end", "stay", "stay")
    ]
    assert answers == ["False", "True", "False"]
    text = (home / "log" / "qualcoder-lite-faults.log").read_text(encoding="utf-8")
    assert "ended suddenly" in text
    assert "come when" not in text
