"""A figure of agreement on something other than whether a code applies, code by code."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


def share(value: float | None) -> str:
    """A figure with two digits; n/a where it is undefined."""
    return "n/a" if value is None else f"{round(value, 2) + 0.0:.2f}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A coefficient, from below 0 to 1, with its interval over transcripts; None is undefined, and `notes` say why.

    `units` counts what it rests on, such as characters or turns; `coverage` is the share, from 0 to 1, of all such
    units of which it speaks; `transcripts` counts those compared.
    """

    alpha: float | None
    ci: tuple[float, float] | None = None
    units: int = 0
    coverage: float | None = None
    transcripts: int = 0
    notes: Sequence[str] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """The u-alphas of codes that exclude each other (2016): where and which, where alone, which alone, each code's.

    `which.coverage` is the share of text on which two coders both have one of the codes. `codes` is by the codes' ids.
    """

    both: Figure
    where: Figure
    which: Figure
    codes: Mapping[str, Figure]
    notes: Sequence[str] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Further:
    """Figures of another question than whether a code applies, by the codes' ids.

    `together` is the figure of all codes at once where the definition has one; `family` that of a group of codes that
    exclude each other, where it was asked for.
    """

    codes: Mapping[str, Figure]
    together: Figure | None = None
    family: Family | None = None
