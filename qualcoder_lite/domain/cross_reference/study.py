"""What the cross-reference is counted from: codebooks, people and codings, already narrowed to what is asked."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from qualcoder_lite.domain.codebook import Code, PublishedFindings, RegisterFeature
    from qualcoder_lite.domain.passage import CodedRow


class Lens(StrEnum):
    """What brings an outcome and a feature together."""

    SITES = "sites"
    PASSAGES = "passages"
    ATTRIBUTIONS = "attributions"


class TranscriptInScope(NamedTuple):
    """A transcript that passes the filters.

    `site` is its own or else its participant's, None where neither names one. Without a participant it counts as a
    person of its own. `done` tells whether some coder in scope declared it done.
    """

    transcript: str
    participant: str | None = None
    site: str | None = None
    done: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Study:
    """The plain inputs of the cross-reference; whoever makes one has applied every filter.

    Attributes:
        outcomes: The rows, in the order of the outcomes framework.
        features: The columns of the lenses `passages` and `attributions`, in the order of the features codebook.
        register: The columns of the lens `sites`.
        states: What is recorded per site: site id, register feature id, `FeatureState` (its value will do); a feature
            that is missing is unknown.
        transcripts: All transcripts in scope, coded or not, each once.
        codings: The codings in scope, those of settled decisions put in their place (`passage.settle`), in order of
            transcript, code, start, end; gone through once a matrix. Rows of other codes or transcripts are passed
            over. The lens `sites` needs the outcomes' rows only, `attributions` those of the outcomes' codings that
            carry links, with their ids, and one of each feature in each transcript that speaks of it.
        links: Attributions as rows of coding id, feature code id, `Direction` (its value will do).
        turns: Gives a transcript's turns as (start, end) in order, or its paragraphs where it has no turns. Asked only
            for transcripts that speak of both an outcome and a feature.
        published: Table 3 of the 2013 paper.
        published_2011: The summary table of the 2011 review.
    """

    outcomes: Sequence[Code]
    features: Sequence[Code]
    register: Sequence[RegisterFeature]
    states: Mapping[str, Mapping[str, str]]
    transcripts: Sequence[TranscriptInScope]
    codings: Iterable[CodedRow]
    links: Iterable[tuple[str, str, str]]
    turns: Callable[[str], Sequence[tuple[int, int]]]
    published: PublishedFindings
    published_2011: PublishedFindings
