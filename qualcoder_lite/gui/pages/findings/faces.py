"""What a cell of the matrix shows: its numbers as plain data, and the words for eye and ear."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from qualcoder_lite.domain.cross_reference import (
    AttributionCell,
    FeatureDenominator,
    Lens,
    SiteCell,
    StateDenominator,
    Tally,
    Verdict,
)
from qualcoder_lite.domain.extracts.extract import FEW_PEOPLE
from qualcoder_lite.domain.people import FeatureState
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Mapping

    from qualcoder_lite.domain.cross_reference import Matrix

STATE_WORDS = {
    FeatureState.PRESENT: tr("Present"),
    FeatureState.PARTIAL: tr("Partly"),
    FeatureState.ABSENT: tr("Absent"),
    FeatureState.UNKNOWN: tr("Not known"),
}

VERDICT_WORDS = {
    Verdict.SUPPORTS: tr("Supports"),
    Verdict.DIFFERS: tr("Differs"),
    Verdict.EXTENDS: tr("Extends"),
    Verdict.UNCLEAR: tr("Unclear"),
    Verdict.SILENT: tr("Silent"),
}

VERDICT_ICONS = {
    Verdict.SUPPORTS: "equal",
    Verdict.DIFFERS: "differs",
    Verdict.EXTENDS: "plus",
    Verdict.UNCLEAR: "help",
    Verdict.SILENT: "minus",
}

_VERDICT_SENTENCES = {
    Verdict.SUPPORTS: tr("Supports the 2013 study: it found this too."),
    Verdict.DIFFERS: tr("Differs: more people here say it got in the way than say it helped."),
    Verdict.EXTENDS: tr("Extends the 2013 study: this is not in Table 3."),
    Verdict.UNCLEAR: tr("Unclear: as many people say it helped as say it got in the way."),
    Verdict.SILENT: tr("Silent: it is in Table 3 of the 2013 study, but nobody here said so."),
}

_STEPS = 5  # of the heat map's shades, above nobody


@dataclass(frozen=True, slots=True)
class Share:
    """Some people of all the people that could have been."""

    people: int
    of: int

    @property
    def words(self) -> str:
        """Such as "22 of 31"; "nobody" where there is nobody at all."""
        return tr("{people} of {of}", people=self.people, of=self.of) if self.of else tr("nobody there")


@dataclass(frozen=True, slots=True, kw_only=True)
class Face:
    """One cell as it is painted."""

    share: Share
    tally: Tally
    published: bool
    verdict: Verdict | None = None

    @property
    def few(self) -> bool:
        """Whether so few people speak here that a reader might know them."""
        return 0 < self.share.people <= FEW_PEOPLE

    @property
    def step(self) -> int:
        """The shade: 0 for nobody, then 1 to 5 by the share of people."""
        if not self.share.people:
            return 0
        return 1 + min(_STEPS - 1, self.share.people * _STEPS // max(self.share.of, 1))

    @property
    def passages(self) -> str:
        """Such as "61 passages"."""
        return tr("{n:,} passage", "{n:,} passages", n=self.tally.passages)


def tally_of(matrix: Matrix, row: int, column: int, state: FeatureState = FeatureState.PRESENT) -> Tally:
    """What one cell counts; through the lens of sites, at those with one state of the feature."""
    cell = matrix.cells[row][column]
    return cast("Tally", getattr(cell, state)) if isinstance(cell, SiteCell) else cell.tally


def out_of(matrix: Matrix, column: int, state: FeatureState = FeatureState.PRESENT) -> tuple[int, int]:
    """The people whom a column is out of, and how many of them are read."""
    found = matrix.denominators.features[column]
    if isinstance(found, FeatureDenominator):
        return found.people, found.people_done
    of_state = cast("Mapping[FeatureState, StateDenominator]", found)[state]
    return of_state.people, of_state.people_done


def sites_with(matrix: Matrix, column: int, state: FeatureState = FeatureState.PRESENT) -> int:
    """How many sites have one state of a feature."""
    found = matrix.denominators.features[column]
    return 0 if isinstance(found, FeatureDenominator) else found[state].sites


def share(matrix: Matrix, row: int, column: int, state: FeatureState = FeatureState.PRESENT) -> Share:
    """The people of a cell, of those whom its column is out of."""
    return Share(tally_of(matrix, row, column, state).people, out_of(matrix, column, state)[0])


def face(matrix: Matrix, row: int, column: int) -> Face:
    """One cell as it is painted."""
    cell = matrix.cells[row][column]
    return Face(
        share=share(matrix, row, column),
        tally=tally_of(matrix, row, column),
        published=bool(cell.marks.published),
        verdict=cell.verdict if isinstance(cell, AttributionCell) else None,
    )


def under_feature(matrix: Matrix, column: int) -> str:
    """What stands under a feature's name: the people that its column is out of."""
    people, _ = out_of(matrix, column)
    if matrix.lens is not Lens.SITES:
        return tr("{n:,} person speaks of it", "{n:,} people speak of it", n=people)
    if not sites_with(matrix, column):
        return tr("at none of the sites")
    return tr(
        "{people} at its site",
        "{people} at its sites",
        n=sites_with(matrix, column),
        people=tr("{n:,} person", "{n:,} people", n=people),
    )


def spoken(matrix: Matrix, row: int, column: int) -> str:
    """One cell in words, for somebody who doesn't see it."""
    shown = face(matrix, row, column)
    who = (
        tr("{share} people, {passages}", share=shown.share.words, passages=shown.passages)
        if shown.share.people
        else tr("nobody")
    )
    parts = [f"{matrix.rows[row].name}, {matrix.columns[column].name}: {who}"]
    if matrix.lens is Lens.SITES:
        parts += [
            f"{words} {of_state.words}"
            for state, words in STATE_WORDS.items()
            if state is not FeatureState.PRESENT and (of_state := share(matrix, row, column, state)).of
        ]
    if shown.few:
        parts.append(tr("few people"))
    if shown.published:
        parts.append(tr("the published study found this too"))
    if shown.verdict is not None:
        parts.append(_VERDICT_SENTENCES[shown.verdict].rstrip("."))
    return " ".join(f"{part[:1].upper()}{part[1:]}." for part in parts)


def verdict_sentence(verdict: Verdict | None) -> str:
    """What a verdict says; empty for none."""
    return _VERDICT_SENTENCES[verdict] if verdict is not None else ""
