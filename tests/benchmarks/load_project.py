"""Makes the load projects: 230 transcripts of 5,000 words, 30 codes, two coders, 20,000 codings; and ten times that."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from qualcoder_lite.domain.coding import Polarity
from qualcoder_lite.domain.people import CLIENT_GROUPS
from qualcoder_lite.domain.transcript import Speaker, SpeakerRole, TranscriptText, Turn
from qualcoder_lite.service.coding.new_coding import NewCoding
from qualcoder_lite.service.project import Project
from qualcoder_lite.service.transcripts.reading import ImportOptions, ReadFile

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

TRANSCRIPTS, WORDS, CODINGS = 230, 5_000, 20_000
SITES, CODERS = 15, ("Coder One", "Coder Two")
SPEAKERS = (Speaker("Interviewer", SpeakerRole.INTERVIEWER), Speaker("Person", SpeakerRole.PARTICIPANT))

_VOCABULARY = """
and the of to a in it was they that for with on at when we she he then so nurse team office number phone
visit morning week house bus stairs door kettle neighbour worker doctor group garden tea wait ring help come
go know ask tell listen feel safe worried better slow early late same different really always never
sometimes because
""".split()  # noqa: SIM905 - a list of these would fill the page


def make_load_project(path: Path, times: int = 1) -> Path:
    """Write a load project, unless it is there already."""
    if path.exists():
        return path
    chance = random.Random(times)
    unfinished = path.with_name(f"unfinished-{path.name}")
    unfinished.unlink(missing_ok=True)
    with Project.create(unfinished, title=f"Load ×{times}") as project:
        lengths: dict[str, int] = {}
        for n in range(TRANSCRIPTS * times):
            read = ReadFile(path.parent / f"load-{n}.txt", f"{times}-{n}", made_transcript(chance, f"Interview {n}"))
            site = f"Site {n % SITES:02}"
            options = ImportOptions(
                site=site,
                participant=f"Person {n}",
                client_group=CLIENT_GROUPS[n % SITES % len(CLIENT_GROUPS)],
                done=CODERS if n % 3 else (),
            )
            made = project.transcripts.store(read, options)
            lengths[made.transcript.id] = made.transcript.characters
        project.codings.add_many(codings_for(chance, project, lengths, CODINGS * times))
    return unfinished.rename(path)


def made_transcript(chance: random.Random, title: str) -> TranscriptText:
    lines: list[str] = []
    turns: list[Turn] = []
    words = position = 0
    while words < WORDS:
        speaker = len(turns) % 2
        count = min(chance.randint(4, 20) if speaker == 0 else chance.randint(20, 120), WORDS - words)
        label = f"{SPEAKERS[speaker].label}: "
        line = label + " ".join(chance.choices(_VOCABULARY, k=count)).capitalize() + "."
        lines.append(line)
        turns.append(Turn(position, position + len(label), position + len(line), speaker))
        position += len(line) + 1
        words += count
    return TranscriptText(title=title, text="\n".join(lines), speakers=SPEAKERS, turns=tuple(turns))


def codings_for(chance: random.Random, project: Project, lengths: dict[str, int], count: int) -> Iterator[NewCoding]:
    codes = {book.name: [code.id for code in book.codes] for book in project.codebooks.all()}
    outcomes, features = codes["outcomes-framework"], codes["features"][:15]
    transcripts = list(lengths)
    for _ in range(count):
        transcript = chance.choice(transcripts)
        length = min(2_000, max(15, int(chance.lognormvariate(5.3, 0.7))))
        start = chance.randrange(lengths[transcript] - length)
        outcome = chance.random() < 0.7
        linked = outcome and chance.random() < 0.2
        yield NewCoding(
            transcript=transcript,
            start=start,
            end=start + length,
            code=chance.choice(outcomes if outcome else features),
            coder=chance.choice(CODERS),
            polarity=chance.choice(list(Polarity)) if outcome else Polarity.NOT_STATED,
            helped=(chance.choice(features),) if linked and chance.random() < 0.7 else (),
            hindered=(chance.choice(features),) if linked and chance.random() < 0.3 else (),
        )
