"""How well speakers' turns are found: a corpus of small invented files, one for each form that labels take.

Beside each file stands what is true of it: its turns with their speakers, words and, where there are some, times.
A turn is found if speaker and words are right to the last character that isn't blank.
"""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest

from qualcoder_lite.importers import read_transcript

if TYPE_CHECKING:
    from collections.abc import Callable

CORPUS = Path(__file__).parents[1] / "data" / "turns"
FILES = sorted(path for path in CORPUS.iterdir() if not path.name.endswith(".json") or path.name == "recognised.json")


class Score(NamedTuple):
    """Of the turns of some files: those that were found rightly, all that were found, and all there are."""

    right: int
    found: int
    true: int

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        return self.right / self.true if self.true else 1.0

    @property
    def f1(self) -> float:
        return 2 * self.right / (self.found + self.true) if self.found + self.true else 1.0


def bare(words: str) -> str:
    return "".join(words.split())


def true_turns(path: Path) -> list[dict[str, object]]:
    return json.loads(path.with_name(f"{path.name}.json").read_text(encoding="utf-8"))["turns"]


def score(path: Path) -> Score:
    read = read_transcript(path)
    found = Counter((read.speakers[turn.speaker].label, bare(read.text[turn.speech : turn.end])) for turn in read.turns)
    true = Counter((str(turn["speaker"]), bare(str(turn["speech"]))) for turn in true_turns(path))
    return Score((found & true).total(), found.total(), true.total())


def test_there_are_files_for_forty_forms_and_more() -> None:
    assert len(FILES) >= 40


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_the_turns_of_each_form_are_found(path: Path) -> None:
    found = score(path)
    assert found.f1 >= 0.9, f"precision {found.precision:.2f}, recall {found.recall:.2f}"


def test_nearly_every_turn_of_the_whole_corpus_is_found(record_property: Callable[[str, object], None]) -> None:
    scores = {path.name: score(path) for path in FILES}
    report = [f"{name}: precision {one.precision:.2f}, recall {one.recall:.2f}" for name, one in scores.items()]
    record_property("precision and recall by form", "; ".join(report))
    whole = Score(*map(sum, zip(*scores.values(), strict=True)))
    assert whole.f1 >= 0.98, "\n".join(report)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_times_are_the_turns_time_stamps_and_stay_out_of_the_speech(path: Path) -> None:
    true = true_turns(path)
    read = read_transcript(path)
    if not any("seconds" in turn for turn in true):
        assert all(turn.timestamp is None for turn in read.turns)
        return
    assert [turn.timestamp and turn.timestamp / 1000 for turn in read.turns] == [turn.get("seconds") for turn in true]
