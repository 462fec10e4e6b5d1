"""Where what comes with the program lies: beside the package in a checkout, inside it in a wheel."""

from __future__ import annotations

from pathlib import Path

from qualcoder_lite.service.program import shipped


def test_in_a_checkout_it_stands_at_the_top_level():
    top = Path(__file__).resolve().parents[3]
    assert shipped.codebooks_folder() == top / "codebooks"
    assert shipped.samples_folder() == top / "sample_transcripts"


def test_in_a_wheel_it_stands_inside_the_package(tmp_path, monkeypatch):
    (tmp_path / "codebooks").mkdir()
    monkeypatch.setattr(shipped, "_IN_WHEEL", tmp_path)
    assert shipped.codebooks_folder() == tmp_path / "codebooks"


def test_every_shipped_file_is_there():
    names = {path.name for path in shipped.codebooks_folder().glob("*.toml")}
    assert names >= {"outcomes-framework.toml", "features.toml", "joint-working.toml", "site-register.toml"}
    assert {"published-2013.toml", "published-2011.toml"} <= names
    tables = {path.name for path in shipped.samples_folder().glob("*.csv")}
    assert tables == {
        *("sites.csv", "participants.csv", "transcripts.csv", "codings.csv"),
        *("schedule.csv", "summaries.csv", "stars.csv"),
    }
