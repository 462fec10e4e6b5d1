"""Agreement over a project: per code and overall, with the reason wherever a figure can't be given."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from itertools import combinations
from typing import TYPE_CHECKING

from qualcoder_lite.domain.agreement.bootstrap import interval_of_mean, intervals
from qualcoder_lite.domain.agreement.coefficients import (
    ByChance,
    Judgements,
    cohen,
    conger,
    dice,
    krippendorff,
    observed,
)
from qualcoder_lite.domain.agreement.notes import Used, notes
from qualcoder_lite.domain.agreement.quotient import over
from qualcoder_lite.domain.agreement.tables import count
from qualcoder_lite.domain.agreement.units import Axis

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import numpy as np
    import numpy.typing as npt

    from qualcoder_lite.domain.agreement.study import Judged, Unit
    from qualcoder_lite.domain.agreement.tables import Counts

    Numbers = npt.NDArray[np.float64]

#: Two coders, by id, in the order of the study's coders.
Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class PairTable:
    """Two coders and one code: units that both coded, only the first, only the second, neither; and kappa."""

    both: int
    only_first: int
    only_second: int
    neither: int
    kappa: float | None

    @property
    def units(self) -> int:
        """How many units both of them judged."""
        return self.both + self.only_first + self.only_second + self.neither


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeAgreement:
    """Agreement on one code. Shares run from 0 to 1; None is undefined, and `notes` say why.

    `agreement` and `dice` are means over the pairs of coders; `prevalence` is the share of all judgements that say the
    code applies; `transcripts` counts those compared; `pi` is Scott's, for more coders Fleiss's kappa; `conger` is
    Cohen's kappa, for more coders Conger's.
    """

    code: str
    alpha: float | None
    ci: tuple[float, float] | None
    pairs: Mapping[Pair, PairTable]
    agreement: float | None
    dice: float | None
    prevalence: float | None
    pi: float | None
    conger: float | None
    brennan_prediger: float | None
    ac1: float | None
    passages: Mapping[str, int]
    transcripts: int
    notes: Sequence[str] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """Agreement over all codes. `left_out` counts the codes without an alpha; `mean_ci` is `mean_alpha`'s interval."""

    unit: Unit
    units: int
    transcripts: int
    codes: Sequence[CodeAgreement]
    mean_alpha: float | None
    pooled_kappa: float | None
    left_out: int
    coders: Sequence[str] = field(default_factory=list[str])
    mean_ci: tuple[float, float] | None = None


def measure(
    study: Judged,
    unit: Unit,
    *,
    all_turns: bool = False,
    with_intervals: bool = True,
    with_mean_interval: bool = False,
) -> Agreement:
    """Measure how far a study's coders agree, code by code and overall.

    The study's order of coders, codes, transcripts and codings changes no figure, nor do their ids.
    """
    import numpy as np

    axis = Axis(study.transcripts, unit, all_turns=all_turns)
    counts = count(study, axis)
    compared = np.asarray(counts.judged.any((0, 2)))
    tables = {
        (study.coders[a], study.coders[b]): counts.table(a, b).sum(1)
        for a, b in combinations(range(len(study.coders)), 2)
    }
    kappas = {pair: cohen(table) for pair, table in tables.items()}
    codes = _codes(study, counts, tables, kappas, with_intervals=with_intervals)
    alphas = [code.alpha for code in codes if code.alpha is not None]
    of_mean = interval_of_mean(_coincidences(counts), compared) if with_mean_interval else None
    return Agreement(
        unit=unit,
        units=int(counts.sizes[compared].sum()),
        transcripts=int(compared.sum()),
        codes=codes,
        mean_alpha=_mean(alphas),
        pooled_kappa=_pooled(list(kappas.values())),
        left_out=len(codes) - len(alphas),
        coders=study.coders,
        mean_ci=(of_mean.low, of_mean.high) if of_mean else None,
    )


def _codes(
    study: Judged,
    counts: Counts,
    tables: Mapping[Pair, Numbers],
    kappas: Mapping[Pair, ByChance],
    *,
    with_intervals: bool,
) -> list[CodeAgreement]:
    met = _coincidences(counts)
    in_scope = counts.in_scope
    spread = intervals(met, in_scope) if with_intervals else [None] * len(study.codes)
    together = _judgements(counts)
    exact = conger(together.observed, _habits(counts))
    shares = [observed(table) for table in tables.values()]
    alike = [dice(table) for table in tables.values()]
    alphas, values = krippendorff(met.sum(1)), met.sum((1, 2))
    compared = int(counts.judged.any((0, 2)).sum())
    found: list[CodeAgreement] = []
    for n, code in enumerate(study.codes):
        neither, coded = (float(value) for value in values[n])
        interval, transcripts = spread[n], int(in_scope[n].sum())
        used = Used(
            units=neither + coded,
            coded=coded,
            passages=[int(passages) for passages in counts.passages[n]],
            transcripts=transcripts,
            left_out=compared - transcripts,
            undefined=interval.undefined if interval else 0.0,
        )
        found.append(
            CodeAgreement(
                code=code,
                alpha=_number(alphas[n]),
                ci=(interval.low, interval.high) if interval else None,
                pairs={pair: _pair_table(table[n], kappas[pair].corrected[n]) for pair, table in tables.items()},
                agreement=_mean([float(share[n]) for share in shares if math.isfinite(share[n])]),
                dice=_mean([float(share[n]) for share in alike if math.isfinite(share[n])]),
                prevalence=used.coded / used.units if used.units else None,
                pi=_number(together.fleiss[n]),
                conger=_number(exact[n]),
                brennan_prediger=_number(together.brennan_prediger[n]),
                ac1=_number(together.gwet[n]),
                passages=dict(zip(study.coders, used.passages, strict=True)),
                transcripts=transcripts,
                notes=notes(used),
            )
        )
    return found


def _pair_table(table: Numbers, kappa: np.float64) -> PairTable:
    both, only_first, only_second, neither = (int(table[place]) for place in ((1, 1), (1, 0), (0, 1), (0, 0)))
    return PairTable(both, only_first, only_second, neither, _number(kappa))


def _coincidences(counts: Counts) -> Numbers:
    """Coincidences of not coded and coded, `[code, transcript, 2, 2]`."""
    import numpy as np

    judges, once, twice = _sums(counts)
    pairs = np.maximum(judges - 1, 1)
    differing = (judges * once - twice) / pairs
    coded = (twice - once) / pairs
    neither = judges * counts.sizes - coded - 2 * differing
    return np.stack([np.stack([neither, differing], -1), np.stack([differing, coded], -1)], -2)


def _sums(counts: Counts) -> tuple[Numbers, Numbers, Numbers]:
    """By code and transcript: how many judged it, and the sums over units of r and of r², r coders having coded one."""
    coders = counts.patterns.sum(-1) * 1.0
    return counts.judged.sum(-1) * 1.0, counts.coded @ coders, counts.coded @ coders**2


def _judgements(counts: Counts) -> Judgements:
    """The judgements of all coders on each code."""
    import numpy as np

    judges, once, twice = _sums(counts)
    pairs = np.maximum(judges * (judges - 1), 1)
    units = (counts.sizes * (judges > 0)).sum(1)
    agreeing = counts.sizes * (judges > 0) - 2 * (judges * once - twice) / pairs
    whole = np.where(units > 0, units, np.nan)
    share = (once / np.maximum(judges, 1)).sum(1) / whole
    return Judgements(agreeing.sum(1) / whole, np.stack([1 - share, share], -1))


def _habits(counts: Counts) -> Numbers:
    """The shares of each coder's judgements of a code that it doesn't apply, and that it does, `[code, coder, 2]`."""
    import numpy as np

    units = (counts.judged * counts.sizes[:, None]).sum(1) * 1.0
    share = over(counts.coded.sum(1) @ counts.patterns, units)
    return np.stack([1 - share, share], -1)


def _pooled(kappas: Sequence[ByChance]) -> float | None:
    """Pooled kappa: the means of what was observed and expected, over codes and pairs (De Vries et al. 2008)."""
    defined = [
        (float(seen), float(expected))
        for kappa in kappas
        for seen, expected, corrected in zip(kappa.observed, kappa.expected, kappa.corrected, strict=True)
        if math.isfinite(corrected)
    ]
    seen, expected = _mean([pair[0] for pair in defined]), _mean([pair[1] for pair in defined])
    return None if seen is None or expected is None else (seen - expected) / (1 - expected)


def _mean(values: Sequence[float]) -> float | None:
    """The mean, the same in whatever order; None of nothing."""
    return math.fsum(values) / len(values) if values else None


def _number(value: np.float64) -> float | None:
    return float(value) if math.isfinite(value) else None
