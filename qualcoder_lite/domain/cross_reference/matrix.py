"""The cross-reference's result: tallies by outcome and feature with what they are out of, and the same as JSON."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any, TypeAlias

from qualcoder_lite.domain.people import FeatureState

if TYPE_CHECKING:
    from collections.abc import Mapping

    from qualcoder_lite.domain.codebook import Code, RegisterFeature
    from qualcoder_lite.domain.cross_reference.nearness import Near
    from qualcoder_lite.domain.cross_reference.study import Lens
    from qualcoder_lite.domain.cross_reference.verdict import Verdict


@dataclass(frozen=True, slots=True)
class Tally:
    """How many people say it, in how many passages; the last four count passages and add up to them."""

    people: int = 0
    passages: int = 0
    delivered: int = 0
    not_delivered: int = 0
    mixed: int = 0
    not_stated: int = 0

    @classmethod
    def of(cls, people: int, *by_polarity: int) -> Tally:
        """So many people, in so many passages of each polarity: delivered, not delivered, mixed, not stated."""
        return cls(people, sum(by_polarity), *by_polarity)

    def as_dict(self) -> dict[str, Any]:
        """The tally as plain data."""
        return _plain(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class Marks:
    """Whether two publications found the feature to enable the outcome; None where they don't speak of the pair."""

    published: bool | None
    published_2011: bool | None

    def as_dict(self) -> dict[str, Any]:
        """The marks as plain data."""
        return _plain(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteCell:
    """One outcome in the transcripts of the sites that have a feature, have it in part, lack it, or aren't known to."""

    present: Tally
    partial: Tally
    absent: Tally
    unknown: Tally
    marks: Marks

    def as_dict(self) -> dict[str, Any]:
        """The cell as plain data."""
        by_state = {state.value: getattr(self, state).as_dict() for state in FeatureState}
        return {**by_state, **self.marks.as_dict()}


@dataclass(frozen=True, slots=True, kw_only=True)
class PassageCell:
    """The passages of one outcome that are near a passage of the feature."""

    tally: Tally
    marks: Marks

    def as_dict(self) -> dict[str, Any]:
        """The cell as plain data."""
        return {**self.tally.as_dict(), **self.marks.as_dict()}


@dataclass(frozen=True, slots=True, kw_only=True)
class AttributionCell:
    """The passages in which people say that a feature helped or hindered the outcome.

    `helped` and `hindered` count codings, which may be several to a passage; the verdict compares people.
    """

    tally: Tally
    helped: int
    hindered: int
    people_helped: int
    people_hindered: int
    marks: Marks
    verdict: Verdict | None

    def as_dict(self) -> dict[str, Any]:
        """The cell as plain data."""
        return {
            **self.tally.as_dict(),
            "helped": self.helped,
            "hindered": self.hindered,
            "people_helped": self.people_helped,
            "people_hindered": self.people_hindered,
            **self.marks.as_dict(),
            "verdict": self.verdict.value if self.verdict else None,
        }


Cell: TypeAlias = SiteCell | PassageCell | AttributionCell


@dataclass(frozen=True, slots=True, kw_only=True)
class FeatureDenominator:
    """The people who speak of a feature at all, and those of them with a transcript declared done."""

    people: int
    people_done: int

    def as_dict(self) -> dict[str, Any]:
        """The denominator as plain data."""
        return _plain(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class StateDenominator:
    """The people interviewed at the sites with one state of a feature; `people_done` are those read there."""

    people: int
    people_done: int
    sites: int

    def as_dict(self) -> dict[str, Any]:
        """The denominator as plain data."""
        return _plain(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class Denominators:
    """What the cells are out of.

    `people_done` are those with a transcript that a coder in scope declared done: the others are unread, not silent.
    `people_without_participant` of the people are transcripts that name no participant; `transcripts_without_site`
    stand under `unknown` in the lens `sites`. `people_at_several_sites` were interviewed at more than one, and count at
    each. `features` has one entry a column: for the lens `sites` by state.
    """

    people: int
    people_done: int
    people_without_participant: int
    transcripts_without_site: int
    people_at_several_sites: int
    features: tuple[FeatureDenominator | Mapping[FeatureState, StateDenominator], ...]


@dataclass(frozen=True, slots=True)
class Note:
    """What a published table's plain yes or no leaves out; `table` is "published" or "published_2011"."""

    outcome: str
    feature: str
    table: str
    note: str

    def as_dict(self) -> dict[str, Any]:
        """The note as plain data."""
        return _plain(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class Matrix:
    """Outcomes by features through one lens. `cells` holds one tuple a row; `near` is None where it plays no part."""

    lens: Lens
    near: Near | None
    rows: tuple[Code, ...]
    columns: tuple[Code, ...] | tuple[RegisterFeature, ...]
    cells: tuple[tuple[Cell, ...], ...]
    denominators: Denominators
    notes: tuple[Note, ...] = ()

    def as_dict(self) -> dict[str, Any]:
        """The matrix as the command line prints it in JSON, things by their names."""
        return {
            "lens": self.lens.value,
            "near": self.near,
            "rows": [code.name for code in self.rows],
            "columns": [column.name for column in self.columns],
            "cells": [[cell.as_dict() for cell in row] for row in self.cells],
            "denominators": {
                "people": self.denominators.people,
                "people_done": self.denominators.people_done,
                "people_without_participant": self.denominators.people_without_participant,
                "transcripts_without_site": self.denominators.transcripts_without_site,
                "people_at_several_sites": self.denominators.people_at_several_sites,
                "features": {
                    column.name: _of_feature(denominator)
                    for column, denominator in zip(self.columns, self.denominators.features, strict=True)
                },
            },
            "notes": [note.as_dict() for note in self.notes],
        }


def _of_feature(denominator: FeatureDenominator | Mapping[FeatureState, StateDenominator]) -> dict[str, Any]:
    if isinstance(denominator, FeatureDenominator):
        return denominator.as_dict()
    return {state.value: of_state.as_dict() for state, of_state in denominator.items()}


def _plain(record: Tally | Marks | FeatureDenominator | StateDenominator | Note) -> dict[str, Any]:
    return {field.name: getattr(record, field.name) for field in fields(record)}
