"""The commands open and demo where there is no screen, and a lone project as a command."""

from __future__ import annotations

import shlex

import docx
import pytest

from qualcoder_lite.cli import screen as screens
from qualcoder_lite.service import demonstration as made_by
from tests.cli.helpers import contents


@pytest.fixture
def windows(monkeypatch):
    """What a window would be opened with, where there is a screen."""
    opened = []
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    monkeypatch.setattr("qualcoder_lite.app.run_window", lambda project: opened.append(project) or 0)
    return opened


@pytest.mark.parametrize("arguments", [[], ["open"], ["open", "a.qclite"], ["a.qclite"]])
def test_without_a_screen_opening_a_window_says_so(run, arguments):
    said = run(*arguments).sentence
    assert "no screen" in said
    assert "--help" in said


@pytest.mark.parametrize("opening", [["open"], []])
def test_a_project_alone_means_open(run, windows, study, opening):
    assert run(*opening, study.path).code == 0
    assert windows == [study.path]


def test_a_file_of_another_name_is_opened_too(run, windows, study, tmp_path):
    other = study.path.rename(tmp_path / "study.old")
    assert run(other).code == 0
    assert windows == [other]


def test_no_project_means_the_start_page(run, windows):
    assert run().code == 0
    assert windows == [None]


def test_demo_only_writes_the_project_when_told_so(run, tmp_path, windows):
    answer = run("demo", "--no-window", "--to", tmp_path / "d.qclite")
    assert (answer.code, answer.err) == (0, "")
    assert f"“{tmp_path}/d.qclite”" in answer.out
    assert windows == []
    assert run("info", tmp_path / "d.qclite", "--json").json["transcripts"] >= 12
    assert not list(tmp_path.glob("*.docx"))


def test_demo_takes_its_options_with_underscores_too(run, tmp_path):
    assert run("demo", "--no_window", "--to", tmp_path / "d.qclite").code == 0


def test_demo_without_a_screen_writes_the_matrix_and_the_extracts_and_says_where(run, tmp_path):
    (tmp_path / "extracts.docx").write_text("my own work")
    place = tmp_path / "my demo.qclite"
    answer = run("demo", "--to", place)
    assert answer.code == 0
    for name in ("my demo-matrix.docx", "my demo-extracts.docx"):
        assert f"“{tmp_path}/{name}”" in answer.out
        assert docx.Document(str(tmp_path / name)).paragraphs
    assert answer.out.splitlines()[-1].endswith(f" open {shlex.quote(str(place))}")
    assert (tmp_path / "extracts.docx").read_text() == "my own work"


def test_demo_opens_what_it_wrote_where_there_is_a_screen(run, tmp_path, windows):
    assert run("demo", "--to", tmp_path / "d.qclite").code == 0
    assert windows == [tmp_path / "d.qclite"]


def test_demo_leaves_a_file_that_is_there_alone(run, study):
    before = study.everything()
    assert "already" in run("demo", "--no-window", "--to", study.path).sentence
    assert study.everything() == before


def test_the_usual_demonstration_is_kept_from_one_time_to_the_next(run):
    run("demo", "--no-window")
    place = made_by.usual_place()
    run("done", place, "--coder", "Me", "fenmarsh-winifred.docx")
    before = contents(place)
    answer = run("demo", "--no-window")
    assert answer.code == 0
    assert str(place) in answer.out
    assert contents(place) == before


def test_a_demonstration_that_cannot_be_finished_leaves_no_half_of_it(run, tmp_path, monkeypatch):
    monkeypatch.setattr(made_by, "samples_folder", lambda: tmp_path / "nowhere")
    assert run("demo", "--no-window", "--to", tmp_path / "d.qclite").sentence
    assert not list(tmp_path.iterdir())


def test_demo_where_no_folder_can_be_made_says_so(run, tmp_path, monkeypatch):
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "file"))
    assert "--to" in run("demo", "--no-window").sentence


@pytest.mark.parametrize(
    ("environment", "screen"),
    [
        ({}, False),
        ({"DISPLAY": ""}, False),
        ({"DISPLAY": ":990"}, False),
        ({"DISPLAY": "elsewhere:10.0"}, True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, True),
        ({"QT_QPA_PLATFORM": "offscreen"}, True),
    ],
)
def test_a_screen_is_there_when_something_answers_for_it(monkeypatch, environment, screen):
    monkeypatch.setattr(screens.sys, "platform", "linux")
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert screens.has_display() is screen
