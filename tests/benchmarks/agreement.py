"""Agreement at the size its limits are set for: 40 codes, 230 transcripts, five coders, 250,000 codings."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from qualcoder_lite.domain.agreement import Judgeable, Judged
from qualcoder_lite.domain.transcript import Turn

if TYPE_CHECKING:
    from collections.abc import Callable

    from qualcoder_lite.domain.passage import FullRow

CODES, TRANSCRIPTS, CODERS, CODINGS = 40, 230, 5, 250_000


def make_study(characters: int = 30_000) -> Judged:
    """A study of that size; `characters` is the length of each transcript."""
    chance = random.Random(6)
    codes, coders = [f"code {n}" for n in range(CODES)], [f"coder {n}" for n in range(CODERS)]
    transcripts = [_transcript(chance, f"transcript {n}", characters) for n in range(TRANSCRIPTS)]
    rows: list[FullRow] = []
    for n in range(CODINGS):
        start = chance.randrange(characters - 500)
        place = (chance.choice(transcripts).id, chance.choice(codes), start, start + chance.randint(20, 400))
        rows.append((*place, "not_stated", str(n), chance.choice(coders)))
    # Made anew in order, so that they lie in memory as rows of a database do: one after the other.
    rows = [(t, code, int(str(s)), int(str(e)), p, id_, coder) for t, code, s, e, p, id_, coder in sorted(rows)]
    judges = {each.id: frozenset(coders) for each in transcripts}
    return Judged(coders=coders, codes=codes, transcripts=transcripts, judges=judges, codings=rows)


def _transcript(chance: random.Random, id_: str, characters: int) -> Judgeable:
    turns: list[Turn] = []
    position = 0
    while position < characters - 400:
        length = chance.randint(40, 400)
        turns.append(Turn(position, position + 5, position + length, len(turns) % 2))
        position += length + 1
    text: Callable[[], str] = lambda: "ab cd " * (characters // 6) + "x" * (characters % 6)  # noqa: E731
    return Judgeable(id=id_, characters=characters, turns=turns, asking=frozenset({0}), text=text)
