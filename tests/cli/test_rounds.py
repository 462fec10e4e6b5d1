"""The command rounds, and what it blinds."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.cli.helpers import Commands

AILSA, DENNIS = "Ailsa Brodie", "Dennis Okoro"

#: Questions that tell something of what others did: commands with their options.
TELLING = [
    ("info",),
    ("transcripts",),
    ("progress",),
    ("history",),
    ("memos",),
    ("search", "bus", "--elsewhere"),
    ("matrix", "--lens", "sites"),
    ("matrix", "--lens", "attributions"),
    ("picture outcomes-by-site",),
    ("picture progress",),
    ("frequencies",),
    ("co-occurrence", "--near", "turn"),
    ("agreement", "--scope", "all"),
]


def test_a_round_is_drawn_opened_listed_and_closed(demonstration: Commands) -> None:
    assert demonstration.do("rounds").out == "No round was opened yet.\n"
    done = demonstration.do("rounds open", "Round 1", "--coder", AILSA, "--coder", DENNIS, "--draw", 6, "--seed", 7)
    assert done.out == "Opened “Round 1” for 2 coders. 6 transcripts.\n"
    (opened,) = demonstration.ask("rounds")
    assert (opened["name"], opened["coders"], opened["closed_at"]) == ("Round 1", [AILSA, DENNIS], "")
    assert (len(opened["transcripts"]), opened["draw"]["seed"]) == (6, 7)
    assert "open" in demonstration.do("rounds").out
    before = demonstration.ask("agreement", "--round", "Round 1")
    demonstration.do("rounds close", "Round 1")
    coding = demonstration.ask("show", opened["transcripts"][0])["codings"][0]["id"]
    demonstration.do("uncode", coding)
    assert demonstration.ask("agreement", "--round", "Round 1") == before


def test_wrong_usage_and_mistakes_are_told_apart(demonstration: Commands) -> None:
    both = ["--coder", AILSA, "--coder", DENNIS]
    assert demonstration("rounds open", "Round 1", *both).code == 2
    assert demonstration("rounds open", "Round 1", *both, "--draw", 1, "--transcript", "fenmarsh-elsie.txt").code == 2
    assert "at least two coders" in demonstration("rounds open", "R", "--coder", AILSA, "--draw", 1).sentence
    assert "no one round" in demonstration("rounds close", "Round 9").sentence


def told(study: Commands, *as_whom: str) -> dict[str, str]:
    """What each question is answered; extracts are read from the file they are written to."""
    answers = {}
    for command, *options in TELLING:
        answers[" ".join([command, *options])] = study.do(command, *options, *as_whom, "--json").out
    study.do("extracts", *as_whom, "-o", extracts := study.path.with_name("extracts.json"))
    return answers | {"extracts": extracts.read_text(encoding="utf-8")}


def test_whoever_codes_blind_is_told_nothing_of_the_others_by_any_command(study: Commands) -> None:
    study.code("I feel safe now", "Feeling safe", AILSA)
    study.code("to be honest", "Feeling safe", DENNIS)
    study.do("rounds open", "Round 1", "--coder", AILSA, "--coder", DENNIS, "--transcript", "elsie.txt")
    everything, seen = told(study), told(study, "--as", AILSA)
    said = ["--polarity", "delivered", "--helped", "Key worker", "--memo", "As she said of the bus."]
    coding = study.code("They come when I ring. I feel", "Seeing people", DENNIS, *said)
    study.do("star", coding, "--by", DENNIS)
    study.do("done", "elsie.txt", "--coder", DENNIS)
    assert told(study, "--as", AILSA) == seen
    assert "but those of an open round" in study.do("agreement", "--as", AILSA).out
    changed = told(study)
    assert not [question for question in everything if changed[question] == everything[question]]


def test_nobody_unknown_looks(study: Commands) -> None:
    study.code("I feel safe now", "Feeling safe", AILSA)
    assert study("info", "--as", "Ceri").sentence.startswith("There is no coder “Ceri”")
