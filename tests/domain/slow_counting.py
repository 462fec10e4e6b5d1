"""The cross-reference counted a second time, slowly and obviously, straight from the words that define it.

A passage is a set of positions here, and every question is put to every pair. Only the inputs are shared with the
program: none of its functions.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from qualcoder_lite.domain.cross_reference import TranscriptInScope
    from qualcoder_lite.domain.passage import DecisionRow, FullRow

STATES = ("present", "partial", "absent", "unknown")
POLARITIES = ("delivered", "not_delivered", "mixed", "not_stated")


class Piece(NamedTuple):
    """What is left of a coding once decisions are heeded: an unbroken run of positions."""

    transcript: str
    code: str
    positions: frozenset[int]
    polarity: str
    coding: str


@dataclass(frozen=True, kw_only=True)
class Inputs:
    """Everything that is counted, by ids; `marks` are the two published tables by (outcome, feature code)."""

    outcomes: Sequence[str]
    features: Sequence[str]
    register: Mapping[str, str]
    states: Mapping[str, Mapping[str, str]]
    transcripts: Sequence[TranscriptInScope]
    rows: Sequence[FullRow]
    decisions: Sequence[DecisionRow]
    settled: Sequence[FullRow]
    links: Sequence[tuple[str, str, str]]
    turns: Mapping[str, Sequence[tuple[int, int]]]
    published: Mapping[tuple[str, str], bool]
    published_2011: Mapping[tuple[str, str], bool]


def runs(positions: Iterable[int]) -> list[frozenset[int]]:
    """Positions as unbroken runs."""
    ordered = sorted(positions)
    breaks = [n + 1 for n, (one, following) in enumerate(pairwise(ordered)) if following != one + 1]
    return [frozenset(ordered[a:b]) for a, b in pairwise([0, *breaks, len(ordered)]) if a < b]


def counted(inputs: Inputs) -> list[Piece]:
    """The coders' codings outside decisions on their code, and the settled ones."""
    pieces: list[Piece] = []
    for transcript, code, start, end, polarity, coding, _ in inputs.rows:
        decided = {
            position
            for where, what, first, last in inputs.decisions
            if (where, what) == (transcript, code)
            for position in range(first, last)
        }
        pieces += [Piece(transcript, code, run, polarity, coding) for run in runs(set(range(start, end)) - decided)]
    for transcript, code, start, end, polarity, coding, _ in inputs.settled:
        pieces.append(Piece(transcript, code, frozenset(range(start, end)), polarity, coding))
    scope = {one.transcript for one in inputs.transcripts}
    return [piece for piece in pieces if piece.transcript in scope]


def passages(pieces: Sequence[Piece], code: str) -> list[list[Piece]]:
    """The pieces of one code that make a passage together: those that share a position, directly or through others."""
    made: list[list[Piece]] = []
    for piece in pieces:
        if piece.code == code:
            joined = [
                passage
                for passage in made
                if any(p.transcript == piece.transcript and p.positions & piece.positions for p in passage)
            ]
            made = [passage for passage in made if passage not in joined]
            made.append([piece, *(p for passage in joined for p in passage)])
    return made


def positions_of(passage: Sequence[Piece]) -> frozenset[int]:
    """All that a passage covers."""
    return frozenset[int]().union(*(piece.positions for piece in passage))


def polarity_of(passage: Sequence[Piece]) -> str:
    """What the codings of a passage say together."""
    stated = {piece.polarity for piece in passage} - {"not_stated"}
    return "not_stated" if not stated else "mixed" if len(stated) > 1 else min(stated)


def are_near(one: Sequence[Piece], other: Sequence[Piece], near: str | int, turns: Sequence[tuple[int, int]]) -> bool:
    """Whether two passages overlap, share a turn, or come within so many turns."""
    if one[0].transcript != other[0].transcript:
        return False
    if near == "overlap":
        return bool(positions_of(one) & positions_of(other))
    of_one, of_other = (
        [n for n, (start, end) in enumerate(turns) if positions_of(passage) & set(range(start, end))]
        for passage in (one, other)
    )
    apart = 0 if near == "turn" else int(near)
    return any(abs(a - b) <= apart for a in of_one for b in of_other)


class Slowly:
    """The whole matrix, as the command line prints it in JSON; names are the ids."""

    def __init__(self, inputs: Inputs) -> None:
        self.inputs = inputs
        self.pieces = counted(inputs)
        self.person = {
            one.transcript: ("participant", one.participant) if one.participant else ("transcript", one.transcript)
            for one in inputs.transcripts
        }

    def tally(self, made: Sequence[Sequence[Piece]]) -> dict[str, int]:
        said = [polarity_of(passage) for passage in made]
        return {
            "people": len({self.person[passage[0].transcript] for passage in made}),
            "passages": len(made),
            **{polarity: said.count(polarity) for polarity in POLARITIES},
        }

    def marks(self, outcome: str, feature: str) -> dict[str, bool | None]:
        return {
            "published": self.inputs.published.get((outcome, feature)),
            "published_2011": self.inputs.published_2011.get((outcome, feature)),
        }

    def state(self, transcript: TranscriptInScope, feature: str) -> str:
        if transcript.site is None:
            return "unknown"
        return self.inputs.states.get(transcript.site, {}).get(feature, "unknown")

    def site_cell(self, outcome: str, feature: str) -> dict[str, Any]:
        made = passages(self.pieces, outcome)
        cell: dict[str, Any] = {}
        for state in STATES:
            there = {one.transcript for one in self.inputs.transcripts if self.state(one, feature) == state}
            cell[state] = self.tally([passage for passage in made if passage[0].transcript in there])
        return cell | self.marks(outcome, self.inputs.register[feature])

    def passage_cell(self, outcome: str, feature: str, near: str | int) -> dict[str, Any]:
        beside = passages(self.pieces, feature)
        made = [
            passage
            for passage in passages(self.pieces, outcome)
            if any(are_near(passage, other, near, self.inputs.turns[passage[0].transcript]) for other in beside)
        ]
        return self.tally(made) | self.marks(outcome, feature)

    def attribution_cell(self, outcome: str, feature: str) -> dict[str, Any]:
        linked = {coding for coding, what, _ in self.inputs.links if what == feature}
        cell: dict[str, Any] = self.tally(passages([p for p in self.pieces if p.coding in linked], outcome))
        for direction in ("helped", "hindered"):
            those = {coding for coding, what, how in self.inputs.links if (what, how) == (feature, direction)}
            carrying = [p for p in self.pieces if p.code == outcome and p.coding in those]
            cell[direction] = len({piece.coding for piece in carrying})
            cell[f"people_{direction}"] = len({self.person[piece.transcript] for piece in carrying})
        cell |= self.marks(outcome, feature)
        return cell | {"verdict": verdict(cell["published"], cell["people_helped"], cell["people_hindered"])}

    def people(self, transcripts: Iterable[TranscriptInScope]) -> dict[str, int]:
        transcripts = list(transcripts)
        return {
            "people": len({self.person[one.transcript] for one in transcripts}),
            "people_done": len({self.person[one.transcript] for one in transcripts if one.done}),
        }

    def speaking(self, feature: str, *, links_too: bool) -> dict[str, int]:
        linked = {coding for coding, what, _ in self.inputs.links if what == feature} if links_too else set[str]()
        people = {
            self.person[piece.transcript]
            for piece in self.pieces
            if piece.code == feature or (piece.coding in linked and piece.code in self.inputs.outcomes)
        }
        done = {self.person[one.transcript] for one in self.inputs.transcripts if one.done}
        return {"people": len(people), "people_done": len(people & done)}

    def of_sites(self, feature: str) -> dict[str, dict[str, int]]:
        found: dict[str, dict[str, int]] = {}
        for state in STATES:
            there = [one for one in self.inputs.transcripts if self.state(one, feature) == state]
            found[state] = self.people(there) | {"sites": len({one.site for one in there} - {None})}
        return found

    def matrix(self, lens: str, near: str | int) -> dict[str, Any]:
        columns = list(self.inputs.register) if lens == "sites" else list(self.inputs.features)
        cells: list[list[dict[str, Any]]] = []
        features: dict[str, Any] = {}
        for outcome in self.inputs.outcomes:
            if lens == "sites":
                cells.append([self.site_cell(outcome, feature) for feature in columns])
            elif lens == "passages":
                cells.append([self.passage_cell(outcome, feature, near) for feature in columns])
            else:
                cells.append([self.attribution_cell(outcome, feature) for feature in columns])
        for feature in columns:
            if lens == "sites":
                features[feature] = self.of_sites(feature)
            else:
                features[feature] = self.speaking(feature, links_too=lens == "attributions")
        return {
            "lens": lens,
            "near": near if lens == "passages" else None,
            "rows": list(self.inputs.outcomes),
            "columns": columns,
            "cells": cells,
            "denominators": {
                **self.people(self.inputs.transcripts),
                "people_without_participant": sum(one.participant is None for one in self.inputs.transcripts),
                "transcripts_without_site": sum(one.site is None for one in self.inputs.transcripts),
                "people_at_several_sites": len(
                    {
                        one.participant
                        for one in self.inputs.transcripts
                        for other in self.inputs.transcripts
                        if one.participant and one.participant == other.participant
                        if one.site and other.site and one.site != other.site
                    }
                ),
                "features": features,
            },
            "notes": [],
        }


def verdict(published: bool | None, helped: int, hindered: int) -> str | None:
    """The verdict's rules, one a line."""
    here = helped > 0 or hindered > 0
    rules = {
        "silent": published is True and not here,
        "differs": published is not None and here and hindered > helped,
        "unclear": published is not None and here and hindered == helped,
        "supports": published is True and here and helped > hindered,
        "extends": published is False and here and helped > hindered,
    }
    return next((name for name, holds in rules.items() if holds), None)
