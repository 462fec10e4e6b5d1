"""Makes the project for agreement at its limit: 230 transcripts, 40 codes, five coders, 250,000 codings."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from qualcoder_lite.service.coding.new_coding import NewCoding
from qualcoder_lite.service.project import Project
from qualcoder_lite.service.transcripts.reading import ImportOptions, ReadFile
from tests.benchmarks.agreement import CODERS, CODES, CODINGS, TRANSCRIPTS
from tests.benchmarks.load_project import made_transcript

if TYPE_CHECKING:
    from pathlib import Path


def make_agreement_project(path: Path) -> Path:
    """Write it, unless it is there already."""
    if path.exists():
        return path
    chance = random.Random(6)
    unfinished = path.with_name(f"unfinished-{path.name}")
    unfinished.unlink(missing_ok=True)
    coders = [f"Coder {n}" for n in range(CODERS)]
    with Project.create(unfinished, title="Agreement at its limit") as project:
        lengths: dict[str, int] = {}
        for n in range(TRANSCRIPTS):
            read = ReadFile(path.parent / f"agreement-{n}.txt", f"agreement-{n}", made_transcript(chance, f"Talk {n}"))
            made = project.transcripts.store(read, ImportOptions(done=tuple(coders))).transcript
            lengths[made.id] = made.characters
        codes = [code.id for book in project.codebooks.all() for code in book.codes][:CODES]
        transcripts = list(lengths)
        project.codings.add_many(
            NewCoding(transcript=t, start=start, end=start + chance.randint(20, 400), code=code, coder=coder)
            for _ in range(CODINGS)
            for t, code, coder in [(chance.choice(transcripts), chance.choice(codes), chance.choice(coders))]
            for start in [chance.randrange(lengths[t] - 500)]
        )
    return unfinished.rename(path)
