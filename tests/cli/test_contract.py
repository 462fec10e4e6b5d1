"""What holds for every command: help, options with - or _, names, streams, and the main job from end to end."""

from __future__ import annotations

import csv
import json
import shutil
from itertools import pairwise

import docx
import pytest

from qualcoder_lite.cli.root import command_names
from tests.cli.helpers import Commands, contents

COMMANDS = [
    *(
        "open",
        "demo",
        "screenshots",
        "desktop",
        "new",
        "info",
        "details",
        "import",
        "transcripts",
        "show",
        "speakers",
        "codebook",
        "code",
        "uncode",
        "recode",
        "star",
        "done",
        "progress",
        "mark",
        "schedule",
    ),
    *(
        "undo",
        "redo",
        "take-back",
        "history",
        "sites",
        "participants",
        "withdraw",
        "replace",
        "key",
        "memos",
        "search",
        "matrix",
        "picture",
        "rounds",
        "minutes",
        "agreement",
        "frequencies",
        "co-occurrence",
        "extracts",
        "comments",
        "report",
        "chart",
        "merge",
        "cut",
        "check",
        "backup",
    ),
]
GROUPED = ["codebook show", "codebook add", "codebook import", "codebook export", "codebook rename"]
GROUPED += ["rounds show", "rounds open", "rounds close"]


def test_these_are_the_commands(run):
    assert list(command_names()) == COMMANDS
    shown = run("--help").out
    for command in COMMANDS:
        assert f"\n  {command} " in shown


@pytest.mark.parametrize("command", [*COMMANDS, *GROUPED])
@pytest.mark.parametrize("option", ["--help", "-h"])
def test_each_command_explains_itself(run, command, option):
    shown = run(*command.split(), option)
    assert (shown.code, shown.err) == (0, "")
    assert shown.out.startswith(f"Usage: qualcoder-lite {command} ")
    assert len(shown.out.splitlines()) > 5


def test_the_list_of_commands_is_not_cut_off(run):
    for asked in (["--help"], ["codebook", "--help"]):
        assert not [line for line in run(*asked).out.splitlines()[1:] if line.endswith("...")]


def test_the_version_is_told(run):
    assert run("--version").out.startswith("QualCoder Lite ")


def test_every_document_in_json_is_all_there_is_on_standard_output(shown):
    transcript = shown.ask("transcripts")[0]["title"]
    for command in (
        ["info"],
        ["transcripts"],
        ["show", transcript],
        ["codebook"],
        ["history"],
        ["sites"],
        ["participants"],
        ["check"],
        ["matrix", "--lens", "sites"],
        ["agreement", "--codes", "Choice"],
    ):
        name, *rest = command
        answer = shown(name, "--json", *rest)
        assert (answer.code, answer.err) == (0, "")
        assert answer.json == shown(name, *rest, "--json").json


def test_options_may_stand_anywhere_and_with_an_equals_sign(shown, run):
    path = shown.path
    wanted = shown.ask("matrix", "--lens", "passages", "--client-group", "Older people")
    assert run("matrix", "--json", "--client_group=Older people", "--lens=passages", path).json == wanted
    assert run("matrix", "--lens", "passages", path, "--client_group", "Older people", "--json").json == wanted


def test_a_command_that_is_none_is_wrong_usage(run):
    answer = run("mtrix", "study.qclite2")
    assert answer.code == 2
    assert "mtrix" in answer.err


@pytest.mark.parametrize("command", ["info", "transcripts", "history", "check", "undo", "sites"])
def test_a_project_that_is_not_there_is_a_mistake_not_wrong_usage(run, tmp_path, command):
    assert "There is no file" in run(command, tmp_path / "nowhere.qclite").sentence
    assert not list(tmp_path.iterdir())


def test_half_characters_in_arguments_are_stored_as_what_they_can_be(study):
    # what Python makes of bytes on the command line that are no UTF-8
    coding = study.code("I feel safe now", "Choice", "Fran\udce7oise", "--memo", "caf\udce9")
    assert study.codings()[0]["memo"] == "caf\ufffd"
    assert study.code("I feel safe now", "Feeling safe", "Fran\udce7oise") != coding
    assert study.ask("info")["coders"] == ["Fran\ufffdoise"]
    study.do("codebook rename", "Choice", "\udce7", "--why", "\udce7")
    assert "no coding" in study("uncode", "\udce7").sentence
    assert "no transcript" in study("show", "\udce7").sentence


@pytest.fixture
def job(run, samples, tmp_path) -> Commands:
    """A folder of transcripts with their tables, and an empty project beside it."""
    shutil.copytree(samples, tmp_path / "interviews")
    run("new", tmp_path / "study.qclite", "--title", "Four valleys")
    return Commands(run, tmp_path / "study.qclite")


def test_the_main_job_from_a_folder_of_transcripts_to_a_word_document_and_back(job, tmp_path):
    folder, empty = tmp_path / "interviews", job.nouns()
    job.do("sites", "--from", folder / "sites.csv")
    job.do("participants", "--from", folder / "participants.csv")
    imported = job.ask("transcripts", "--from", folder / "transcripts.csv")
    assert all(report["ok"] for report in imported)
    with (folder / "codings.csv").open(encoding="utf-8", newline="") as file:
        rows = len(list(csv.reader(file))) - 1
    assert f"Put {rows} codings on passages" in job.do("code", "--from", folder / "codings.csv").out
    for lens in ("sites", "passages", "attributions"):
        assert any(_passages(cell) for row in job.ask("matrix", "--lens", lens)["cells"] for cell in row)

    out = tmp_path / "extracts.docx"
    job.do("extracts", "-o", out, "--context", 1)
    job.do("extracts", "-o", out.with_suffix(".json"))
    extracts = json.loads(out.with_suffix(".json").read_text(encoding="utf-8"))
    read = [(each.style.name if each.style else "", each.text) for each in docx.Document(str(out)).paragraphs]
    quoted = {line for extract in extracts for line in extract["text"].split("\n")}
    assert {text for style, text in read if style == "Quote"} <= quoted
    assert sum(style == "Attribution" for style, _ in read) == len(extracts)
    for (style, _), (following, _) in pairwise(read):
        if style == "Quote":
            assert following in ("Quote", "Attribution")

    full, steps = job.nouns(), len(job.ask("history")) - 1
    job.do("undo", steps)
    assert job.nouns() == empty
    job.do("redo", steps)
    assert job.nouns() == full
    assert contents(job.path, full) == full
    assert job.ask("check")["ok"] is True


def _passages(cell: dict) -> int:
    return cell.get("passages", 0) or sum(cell[state]["passages"] for state in ("present", "absent") if state in cell)


def test_the_published_transcript_with_bare_initials_is_imported_and_coded(run, tmp_path):
    talk = tmp_path / "podcast.md"
    talk.write_text(
        "---\ntitle: A talk\n---\n\nMD - Mary Doyle\nAP - Alan Price\n\nMD What did you ask people?\n\n"
        "AP We asked what mattered.\n\nMD And what did?\n\nAP Having somebody who comes.\n",
        encoding="utf-8",
    )
    project = Commands(run, tmp_path / "a.qclite")
    project.do("new")
    (report,) = project.ask("import", talk)
    assert [(speaker["label"], speaker["turns"]) for speaker in report["speakers"]] == [("MD", 2), ("AP", 2)]
    text = project.ask("show", "A talk")["text"]
    start = text.index("Having somebody")
    place = ["--transcript", "A talk", "--start", start, "--end", start + len("Having somebody who comes.")]
    project.do("code", *place, "--code", "Responsiveness", "--coder", "AB")
    project.do("extracts", "-o", tmp_path / "e.json")
    assert json.loads((tmp_path / "e.json").read_text(encoding="utf-8"))[0]["text"] == "Having somebody who comes."
