"""Agreement on values: whether an outcome was delivered, and how many passages of a code a transcript has."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

from qualcoder_lite.domain.agreement.bootstrap import Draws
from qualcoder_lite.domain.agreement.figure import Figure, Further
from qualcoder_lite.domain.agreement.notes import unstable
from qualcoder_lite.domain.agreement.ordered import Metric, alpha
from qualcoder_lite.domain.agreement.runs import Marks, coincidences_by_transcript, runs
from qualcoder_lite.domain.agreement.study import Unit
from qualcoder_lite.domain.agreement.tables import judged_cells, passages_by_transcript
from qualcoder_lite.domain.agreement.units import Axis
from qualcoder_lite.translation import tr, tr_later

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    from qualcoder_lite.domain.agreement.study import Judged

    Flags = npt.NDArray[np.bool_]
    Ints = npt.NDArray[np.int64]
    Numbers = npt.NDArray[np.float64]

#: What a coder says of a unit, in order: that it wasn't delivered, was in part, was.
POLARITIES = ("not_delivered", "mixed", "delivered")
_SAYS_NOT, _SAYS_YES, _CODES = range(3)
_SAID = {"not_delivered": (_SAYS_NOT,), "delivered": (_SAYS_YES,), "mixed": (_SAYS_NOT, _SAYS_YES), "not_stated": ()}
_NOT_CODED = {
    Unit.CHARACTER: tr_later("No two coders put this code on the same character."),
    Unit.SENTENCE: tr_later("No two coders put this code on the same sentence."),
    Unit.PARAGRAPH: tr_later("No two coders put this code on the same paragraph."),
    Unit.TURN: tr_later("No two coders put this code on the same turn."),
    Unit.TRANSCRIPT: tr_later("No two coders put this code on the same transcript."),
}
_NOT_SAID = {
    Unit.CHARACTER: tr_later("No two coders say of the same character whether it was delivered."),
    Unit.SENTENCE: tr_later("No two coders say of the same sentence whether it was delivered."),
    Unit.PARAGRAPH: tr_later("No two coders say of the same paragraph whether it was delivered."),
    Unit.TURN: tr_later("No two coders say of the same turn whether it was delivered."),
    Unit.TRANSCRIPT: tr_later("No two coders say of the same transcript whether it was delivered."),
}


def measure_polarity(study: Judged, unit: Unit, metric: Metric = Metric.ORDINAL, *, all_turns: bool = False) -> Further:
    """Measure agreement on whether what is coded was delivered, in units that two coders say it of.

    Whether a code applies at all is another question: a coder who says nothing of a unit is missing there. Somebody who
    says both of one unit says "mixed". `coverage` is the share, of the units that two coders put the code on, of those
    of which two of them say.
    """
    axis = Axis(study.transcripts, unit, all_turns=all_turns)
    judged, draws = judged_cells(study), Draws()
    by_code = _stated(study, axis)
    return Further(
        codes={
            code: _of_code(by_code[code], axis, judged[n], metric, draws, unit) for n, code in enumerate(study.codes)
        }
    )


def measure_counts(study: Judged, metric: Metric = Metric.RATIO, *, all_turns: bool = False) -> Further:
    """Measure agreement on how many passages of each code a transcript has, none among them."""
    import numpy as np

    axis = Axis(study.transcripts, Unit.TRANSCRIPT, all_turns=all_turns)
    judged, draws = judged_cells(study), Draws()
    passages = passages_by_transcript(study, axis, judged)
    found: dict[str, Figure] = {}
    for n, code in enumerate(study.codes):
        numbers = np.unique(np.append(passages[n][judged[n]], 0)).astype(float)
        counts = ((passages[n][:, :, None] == numbers) & judged[n][:, :, None]).sum(1).astype(float)
        each = np.arange(len(counts))
        met = coincidences_by_transcript(counts, each * 0 + 1, each, len(counts))
        compared = judged[n].any(-1)
        reason = (
            tr("No transcript can be compared for this code.")
            if not compared.any()
            else tr(
                "Everybody has {passages} in every transcript: agreement by chance can’t be told apart.",
                passages=int(numbers[-1]),
            )
        )
        found[code] = _figure(_Values(met, compared, numbers, int(compared.sum()), None, reason), metric, draws)
    return Further(codes=found)


class _Values(NamedTuple):
    """Coincidences by transcript, which of them are compared, and the values; why alpha is undefined, if it is."""

    met: Numbers
    compared: Flags
    values: Numbers
    units: int
    coverage: float | None
    reason: str


def _figure(found: _Values, metric: Metric, draws: Draws) -> Figure:
    cells = found.met[found.compared].reshape(-1, found.values.size**2)
    shape = found.met.shape[1:]
    value = float(alpha(found.met.sum(0), found.values, metric))
    defined = math.isfinite(value)
    interval = (
        draws.interval(cells, lambda drawn: alpha(drawn.reshape(-1, *shape), found.values, metric)) if defined else None
    )
    transcripts = int(found.compared.sum())
    return Figure(
        alpha=value if defined else None,
        ci=(interval.low, interval.high) if interval else None,
        units=found.units,
        coverage=found.coverage,
        transcripts=transcripts,
        notes=unstable(transcripts, found.units, interval.undefined if interval else 0.0)
        if defined
        else [found.reason],
    )


def _of_code(marks: Marks, axis: Axis, judged: Flags, metric: Metric, draws: Draws, unit: Unit) -> Figure:
    import numpy as np

    cut = runs(marks, axis.offsets, judged.shape[1], 3)
    said = cut.said & judged[cut.transcript].T[:, None, :]
    no, yes = said[:, _SAYS_NOT], said[:, _SAYS_YES]
    counts = np.stack([(no & ~yes).sum(0), (no & yes).sum(0), (yes & ~no).sum(0)], 1).astype(float)
    two_coded = int(cut.units[said[:, _CODES].sum(0) > 1].sum())
    two_said = int(cut.units[counts.sum(1) > 1].sum())
    met = coincidences_by_transcript(counts, cut.units, cut.transcript, len(judged))
    reasons = (
        (not judged.any(), tr("No transcript can be compared for this code.")),
        (not two_coded, tr(_NOT_CODED[unit])),
        (not two_said, tr(_NOT_SAID[unit])),
        (True, tr("Everybody said the same everywhere: agreement by chance can’t be told apart.")),
    )
    reason = next(why for holds, why in reasons if holds)
    coverage = two_said / two_coded if two_coded else None
    return _figure(_Values(met, np.asarray(judged.any(1)), np.arange(3.0), two_said, coverage, reason), metric, draws)


def _stated(study: Judged, axis: Axis) -> dict[str, Marks]:
    """What every coder says of whichever units, and which of them they put the code on, by code."""
    import numpy as np

    transcripts = {each.id: n for n, each in enumerate(study.transcripts)}
    coders = {coder: n for n, coder in enumerate(study.coders)}
    rows: dict[str, list[tuple[int, int, int, int, int]]] = {code: [] for code in study.codes}
    for transcript, code, start, end, polarity, _, coder in study.codings:
        if code in rows and transcript in transcripts and coder in coders:
            place = (transcripts[transcript], start, end, coders[coder])
            rows[code] += [(*place, value) for value in (*_SAID[polarity], _CODES)]
    found: dict[str, Marks] = {}
    for code, of_code in rows.items():
        transcript, start, end, coder, value = np.array(of_code or np.zeros((0, 5)), np.int64).T
        found[code] = Marks(coder, value, *axis.project(transcript, start, end))
    return found
