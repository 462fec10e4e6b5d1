"""The command line speaks English: scripts read what it says."""

from __future__ import annotations

from qualcoder_lite import translation


def test_the_command_line_says_the_same_whatever_language_the_computer_speaks(study, monkeypatch):
    for name in ("LANGUAGE", "LC_ALL", "LANG"):
        monkeypatch.setenv(name, "pl_PL.UTF-8")
    refused = study("show", "moira").sentence
    assert refused == "There is no transcript “moira” in this project. It has “elsie”."
    study.code("I feel safe now", "Feeling safe")
    assert study.ask("history")[0]["what"] == "put Feeling safe on ‘I feel safe now’"
    assert translation.language() == translation.ENGLISH
