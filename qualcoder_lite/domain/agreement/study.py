"""What agreement is measured on: transcripts, who judged them, and what was coded."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from qualcoder_lite.domain.agreement.columns import CodingColumns
    from qualcoder_lite.domain.passage import FullRow
    from qualcoder_lite.domain.transcript import Turn


class Unit(StrEnum):
    """What is judged as coded or not."""

    CHARACTER = "character"
    SENTENCE = "sentence"
    PARAGRAPH = "paragraph"
    TURN = "turn"
    TRANSCRIPT = "transcript"


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgeable:
    """A transcript with what its units are made from.

    `asking` holds the numbers of the speakers who are interviewers; `text` is read only where a unit needs it.
    """

    id: str
    characters: int
    turns: Sequence[Turn]
    asking: frozenset[int] = frozenset()
    text: Callable[[], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """Everything that agreement is measured on. All are ids.

    `judges` names, for each transcript, the coders who judged it as a whole; a transcript with fewer than two counts
    for nothing. `not_looked_for` holds (code, transcript, coder) where a coder could not look for a code, because it
    was made after they had declared the transcript done. `columns` gives the same codings as `codings`, and perhaps
    others that aren't in the study, where they can be had without making a row of each.
    """

    coders: Sequence[str]
    codes: Sequence[str]
    transcripts: Sequence[Judgeable]
    judges: Mapping[str, frozenset[str]]
    codings: Sequence[FullRow]
    not_looked_for: frozenset[tuple[str, str, str]] = field(default_factory=frozenset[tuple[str, str, str]])
    columns: Callable[[], CodingColumns] | None = None
