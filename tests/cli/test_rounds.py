"""The command rounds, and what it blinds."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.cli.helpers import Commands

AILSA, DENNIS = "Ailsa Brodie", "Dennis Okoro"


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
