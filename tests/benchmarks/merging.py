"""Times bringing ten copies of a load project together, each with work of its own coder."""

from __future__ import annotations

import random
import shutil
import time
from dataclasses import replace
from typing import TYPE_CHECKING

from qualcoder_lite.service.project import Project
from tests.benchmarks.load_project import codings_for

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

COPIES, NEW = 10, 2_000


def copies_of(path: Path, folder: Path) -> list[Path]:
    """Ten copies of a load project, in each of which somebody else coded 2,000 passages and declared all done."""
    made: list[Path] = []
    for number in range(COPIES):
        copy = folder / f"copy-{number}.qclite"
        shutil.copyfile(path, copy)
        with Project.open(copy) as project:
            lengths = {one.transcript.id: one.transcript.characters for one in project.transcripts.overview()}
            chance = random.Random(100 + number)
            found = codings_for(chance, project, lengths, NEW)
            project.codings.add_many([replace(coding, coder=f"Coder {number}") for coding in found])
            project.codings.declare_done(f"Coder {number}", list(lengths))
        made.append(copy)
    return made


def measure(path: Path, folder: Path) -> Iterator[tuple[str, float, float]]:
    """(what, seconds of wall time, seconds of CPU time) of looking, bringing in, looking again, and undoing."""
    copies = copies_of(path, folder)
    target = folder / "together.qclite"
    shutil.copyfile(path, target)
    with Project.open(target) as project:

        def timed(what: str, begun: tuple[float, float]) -> tuple[str, float, float]:
            return what, time.perf_counter() - begun[0], time.process_time() - begun[1]

        begun = _now()
        with project.merging.look(copies) as look:
            project.merging.bring(look)
        yield timed("ten copies brought together, with a backup", begun)
        begun = _now()
        with project.merging.look(copies) as look:
            project.merging.bring(look)
        yield timed("the same again, nothing new", begun)
        begun = _now()
        project.history.undo()
        yield timed("undo of bringing ten copies together", begun)


def _now() -> tuple[float, float]:
    return time.perf_counter(), time.process_time()
