"""The command picture, and the heat map of the command matrix."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize("ending", ["png", "svg"])
def test_the_matrix_is_drawn(shown, tmp_path, ending):
    shown.do("matrix", "--lens", "attributions", "-o", tmp_path / f"map.{ending}")
    assert (tmp_path / f"map.{ending}").stat().st_size > 50_000


def test_pictures_are_told_in_words_and_drawn(shown, tmp_path):
    said = shown.do("picture outcomes-by-client-group", "--outcome", "Feeling safe").out
    assert said.startswith("Feeling safe, by client group\n")
    assert shown.ask("picture coverage")["title"] == "Who has been heard"
    shown.do("picture progress", "-o", tmp_path / "p.svg")
    assert "</svg>" in (tmp_path / "p.svg").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("command", "told"),
    [
        (["coverage", "--coder", "Ailsa Brodie"], "Leave out"),
        (["coverage", "--site", "Fenmarsh"], "Leave out"),
        (["progress", "--site", "Fenmarsh", "--site", "Hallowby"], "one site"),
        (["progress", "--outcome", "Choice"], "but --site"),
        (["outcomes-by-site", "--outcome", "Key worker"], "no such outcome"),
        (["coverage", "-o", "coverage.gif"], "not as “.gif”"),
    ],
)
def test_what_pictures_cannot_show_is_a_sentence(shown, command, told):
    what, *options = command
    assert told in shown(f"picture {what}", *options).sentence
