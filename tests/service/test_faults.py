"""The log of the program's own faults."""

from __future__ import annotations

import pytest

from qualcoder_lite.service import faults


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
