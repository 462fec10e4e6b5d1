"""How long it takes to bring transcripts in: one long Word document, and a whole study in mixed formats."""

from __future__ import annotations

import resource
import sys
import tempfile
import time
from itertools import cycle
from pathlib import Path
from random import Random
from typing import NamedTuple

from qualcoder_lite.importers import read_transcript_bytes
from qualcoder_lite.service.project import Project
from qualcoder_lite.service.transcripts.reading import ImportOptions
from qualcoder_lite.service.transcripts.transcripts import FailedImport
from tests.importers.every_format import TIMED, WHOLE, Interview

_WORDS = (
    "the bus came late and nobody told us so we went home again with the nurse who knew my name from before they "
    "moved in together under one roof at the surgery where somebody always answers when you ring"
)
_WORDS_A_TURN = 50


class Imported(NamedTuple):
    """What bringing a study in took: wall seconds in all, the longest for one file, and memory at its most."""

    seconds: float
    longest: float
    megabytes: float


def interview(seed: int, words: int) -> Interview:
    """An invented interview of so many words."""
    chance, words_used = Random(seed), _WORDS.split()
    turns = [
        (("Interviewer", "Margaret")[n % 2], [" ".join(chance.choices(words_used, k=_WORDS_A_TURN)).capitalize() + "."])
        for n in range(words // _WORDS_A_TURN)
    ]
    return Interview([f"Interview {seed}"], turns)


def long_word_document(words: int = 40_000) -> float:
    """CPU seconds to read a Word document of so many words, its speakers found; the least of five."""
    data = WHOLE["a.docx"](interview(1, words))
    read_transcript_bytes(data, "warm.docx")
    figures: list[float] = []
    for _ in range(5):
        begun = time.process_time()
        read_transcript_bytes(data, "long.docx")
        figures.append(time.process_time() - begun)
    return min(figures)


def whole_study(transcripts: int = 230, words: int = 5_000) -> Imported:
    """Bring a study in, its files in all formats by turns, each in a step of its own."""
    with tempfile.TemporaryDirectory() as folder:
        files = written(Path(folder), transcripts, words)
        with Project.create(Path(folder, "study.qclite")) as project:
            begun = last = time.perf_counter()
            longest = 0.0
            for result in project.transcripts.import_files([(path, ImportOptions(again=True)) for path in files]):
                if isinstance(result, FailedImport):
                    raise result.error
                now = time.perf_counter()
                longest, last = max(longest, now - last), now
            seconds = time.perf_counter() - begun
    scale = 1 if sys.platform == "darwin" else 1024
    return Imported(seconds, longest, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * scale / 1_000_000)


def written(folder: Path, transcripts: int, words: int) -> list[Path]:
    """The files of an invented study, in all formats by turns."""
    formats = {name: write for name, write in {**WHOLE, **TIMED}.items() if name != "a.xlsx"}
    files: list[Path] = []
    for number, (name, write) in zip(range(transcripts), cycle(formats.items()), strict=False):
        path = folder / f"{number}-{name}"
        path.write_bytes(write(interview(number, words)))
        files.append(path)
    return files


if __name__ == "__main__":
    print(f"40,000 words of Word: {long_word_document():.2f} s")
    print(whole_study())
