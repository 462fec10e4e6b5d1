"""Why a figure is missing, or to be taken with care, in sentences."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_FEW = 10  # transcripts, or passages, below which a figure moves a good deal with each one more


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
            f"{used.left_out} {_plural(used.left_out, 'transcript')} left out: the code was made after they were "
            "declared done."
        )
    if used.transcripts and used.coded:
        if used.transcripts == 1:
            said.append("One transcript: no interval can be given.")
        elif used.transcripts < _FEW or sum(used.passages) < _FEW:
            said.append("Unstable: fewer than ten transcripts or passages.")
    if used.undefined:
        said.append(f"The interval leaves out the {used.undefined:.0%} of draws in which alpha is undefined.")
    return said


def _reason(used: Used) -> list[str]:
    """What is first found to be so."""
    reasons = (
        (not used.transcripts, "No transcript can be compared for this code."),
        (not used.units, "There is nothing to judge in these transcripts."),
        (not any(used.passages), "Unused: nobody put this code on anything here."),
        (not used.coded, "Used only where it doesn't count, as in what an interviewer says."),
        (used.coded == used.units, "Everybody coded everything: agreement by chance can't be told apart."),
        (sum(1 for passages in used.passages if passages) == 1, "Used by one coder only."),
    )
    return [sentence for holds, sentence in reasons if holds][:1]


def _plural(count: int, noun: str) -> str:
    return noun if count == 1 else f"{noun}s"
