"""Why a figure is missing, or to be taken with care, in sentences."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from qualcoder_lite.translation import tr, tr_later

if TYPE_CHECKING:
    from collections.abc import Sequence

_FEW = 10  # transcripts, or passages, below which a figure moves a good deal with each one more
_ONE_IN_A_HUNDRED = 0.005  # what is told as 1 %
_ONE = tr_later("One transcript: no interval can be given.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Used:
    """How a code was used in scope: judgements in all, those that say it applies, passages of each coder.

    `left_out` counts transcripts in scope that were not compared for this code; `undefined` is the share of the
    bootstrap's draws without an alpha.
    """

    units: float
    coded: float
    passages: Sequence[int]
    transcripts: int
    left_out: int
    undefined: float


def notes(used: Used) -> list[str]:
    """What there is to say of a code's figures; the reason why one is undefined comes first."""
    said = _reason(used)
    if used.left_out:
        said.append(
            tr(
                "{n} transcript left out: the code was made after they were declared done.",
                "{n} transcripts left out: the code was made after they were declared done.",
                n=used.left_out,
            )
        )
    if used.transcripts and used.coded:
        if used.transcripts == 1:
            said.append(tr(_ONE))
        elif used.transcripts < _FEW or sum(used.passages) < _FEW:
            said.append(tr("Unstable: fewer than ten transcripts or passages."))
    return said + _undefined(used.undefined)


def unstable(transcripts: int, units: int, undefined: float) -> list[str]:
    """What there is to say of a figure that is defined, by how many transcripts and units it rests on."""
    said: list[str] = []
    if transcripts == 1:
        said.append(tr(_ONE))
    elif transcripts < _FEW or units < _FEW:
        said.append(tr("Unstable: it rests on fewer than ten transcripts or units."))
    return said + _undefined(undefined)


def _undefined(share: float) -> list[str]:
    if not share:
        return []
    if share < _ONE_IN_A_HUNDRED:
        return [tr("The interval leaves out the less than 1% of draws in which alpha is undefined.")]
    return [tr("The interval leaves out the {share:.0%} of draws in which alpha is undefined.", share=share)]


def _reason(used: Used) -> list[str]:
    """What is first found to be so."""
    reasons = (
        (not used.transcripts, tr("No transcript can be compared for this code.")),
        (not used.units, tr("There is nothing to judge in these transcripts.")),
        (not any(used.passages), tr("Unused: nobody put this code on anything here.")),
        (not used.coded, tr("Used only where it doesn’t count, as in what an interviewer says.")),
        (used.coded == used.units, tr("Everybody coded everything: agreement by chance can’t be told apart.")),
        (sum(1 for passages in used.passages if passages) == 1, tr("Used by one coder only.")),
    )
    return [sentence for holds, sentence in reasons if holds][:1]
