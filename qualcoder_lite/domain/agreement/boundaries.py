"""Agreement on where passages begin and end, code by code, and over a group of codes that exclude each other.

What counts is cut as for characters: what interviewers say (unless asked for), labels and blanks are no part of the
text, so a passage that goes on behind an interviewer's question is one passage.
"""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from qualcoder_lite.domain.agreement import unitizing
from qualcoder_lite.domain.agreement.bootstrap import Draws
from qualcoder_lite.domain.agreement.figure import Family, Figure, Further
from qualcoder_lite.domain.agreement.notes import Used, notes
from qualcoder_lite.domain.agreement.runs import Marks, coincidences_by_transcript, runs
from qualcoder_lite.domain.agreement.study import Unit
from qualcoder_lite.domain.agreement.tables import judged_cells, united_marks
from qualcoder_lite.domain.agreement.unitizing import Definition, Edges, Passages
from qualcoder_lite.domain.agreement.units import Axis
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    import numpy as np
    import numpy.typing as npt

    from qualcoder_lite.domain.agreement.runs import Runs
    from qualcoder_lite.domain.agreement.study import Judged

    Flags = npt.NDArray[np.bool_]
    Ints = npt.NDArray[np.int64]
    Numbers = npt.NDArray[np.float64]


def measure_boundaries(
    study: Judged, definition: Definition, *, all_turns: bool = False, exclusive: Sequence[str] = ()
) -> Further:
    """Measure agreement on passages; `exclusive` are codes (ids) that exclude each other, for the family of 2016.

    By the definition of 2004 only transcripts that all coders judged for a code are compared for it, and there are no
    intervals; instead there is one figure for all codes together.
    """
    text = _laid_out(study, all_turns=all_turns)
    if definition is Definition.EDGES:
        return _by_edges(text)
    draws = Draws()
    found = {code: _one_code(text, n, draws) for n, code in enumerate(study.codes)}
    return Further(codes=found, family=_family(text, exclusive, draws) if exclusive else None)


class _Text(NamedTuple):
    """A study on the line of its characters: who judged what, and the united passages, each with its code's number."""

    study: Judged
    axis: Axis
    judged: Flags
    code: Ints
    marks: Marks

    def of(self, codes: Sequence[int], judged: Flags) -> Marks:
        """The passages of some codes (by number) where they are judged, each with its place in `codes` as its value."""
        import numpy as np

        place = np.full(len(self.study.codes), -1)
        place[list(codes)] = np.arange(len(codes))
        value = place[self.code]
        wanted = (value >= 0) & judged[self.transcript(self.marks.low), self.marks.coder]
        return Marks(*(column[wanted] for column in self.marks._replace(value=value)))

    def transcript(self, units: Ints) -> Ints:
        """The numbers of the transcripts that characters belong to."""
        import numpy as np

        return np.searchsorted(self.axis.offsets, units, side="right") - 1


def _laid_out(study: Judged, *, all_turns: bool) -> _Text:
    axis = Axis(study.transcripts, Unit.CHARACTER, all_turns=all_turns)
    judged = judged_cells(study)
    return _Text(study, axis, judged, *united_marks(study, axis, judged))


# By what passages share (2016)


def _one_code(text: _Text, code: int, draws: Draws) -> Figure:
    judged = text.judged[code]
    marks = text.of([code], judged)
    passages = _passages(text, marks, judged, _cut(text, marks, judged, 1))
    return _figure(text, marks, judged, draws, passages, unitizing.where)


def _cut(text: _Text, marks: Marks, judged: Flags, values: int) -> Runs:
    """The line in runs, told only where a transcript is judged."""
    cut = runs(marks, text.axis.offsets, len(text.study.coders), values)
    return cut._replace(said=cut.said & judged[cut.transcript].T[:, None, :])


def _passages(text: _Text, marks: Marks, judged: Flags, cut: Runs) -> Passages:
    """What the alphas of 2016 need, transcript by transcript."""
    import numpy as np

    transcripts, values = len(text.study.transcripts), cut.said.shape[1]
    coded = cut.said.any(1)
    nothing = (judged[cut.transcript].T & ~coded).sum(0)
    counts = np.concatenate([nothing[None], cut.said.sum(0)]).T.astype(float)
    where, length = text.transcript(marks.low), marks.high - marks.low
    judges = judged.sum(1)
    squares, within = np.zeros((transcripts, values + 1)), np.zeros((transcripts, values))
    squares[:, 0] = judges * text.axis.sizes - np.bincount(where, length, minlength=transcripts)
    np.add.at(squares, (where, marks.value + 1), length**2.0)
    np.add.at(within, (where, marks.value), _shared(marks, cut) / np.maximum(judges[where] - 1, 1))
    return Passages(coincidences_by_transcript(counts, cut.units, cut.transcript, transcripts), squares, within)


def _shared(marks: Marks, cut: Runs) -> Numbers:
    """For each passage the sum, over the other coders, of the square of what one's passages share with it."""
    import numpy as np

    edges = np.concatenate([[0], np.cumsum(cut.units)])
    before = np.pad(np.cumsum(cut.said.any(1) * cut.units, 1), ((0, 0), (1, 0)))  # [coder, edge]
    shared = before[:, np.searchsorted(edges, marks.high)] - before[:, np.searchsorted(edges, marks.low)]
    return np.asarray((shared**2.0).sum(0) - (marks.high - marks.low) ** 2.0)


def _figure(
    text: _Text,
    marks: Marks,
    judged: Flags,
    draws: Draws,
    passages: Passages,
    formula: Callable[[Passages], Numbers],
    *,
    reason: str = "",
) -> Figure:
    """A figure over transcripts; its coverage is the share of what was judged that is in a passage."""
    import numpy as np

    compared = judged.any(1)
    flat = passages.flat[compared]
    alpha = float(formula(passages.from_flat(flat.sum(0))))
    interval = draws.interval(flat, lambda sums: formula(passages.from_flat(sums)))
    total, coded = float(passages.met.sum()), float(passages.met[:, 1:].sum())
    used = Used(
        units=total,
        coded=coded,
        passages=[int(n) for n in np.bincount(marks.coder, minlength=len(text.study.coders))],
        transcripts=int(compared.sum()),
        left_out=int(text.judged.any((0, 2)).sum() - compared.sum()),
        undefined=interval.undefined if interval else 0.0,
    )
    defined = math.isfinite(alpha)
    return Figure(
        alpha=alpha if defined else None,
        ci=(interval.low, interval.high) if interval and defined else None,
        units=int(text.axis.sizes[compared].sum()),
        coverage=coded / total if total else None,
        transcripts=used.transcripts,
        notes=[*([reason] if reason and not defined else []), *notes(used)],
    )


def _family(text: _Text, exclusive: Sequence[str], draws: Draws) -> Family:
    """The figures of codes that exclude each other, in what coders judged for all of them."""
    import numpy as np

    numbers = [n for n, code in enumerate(text.study.codes) if code in exclusive]
    judged = text.judged[numbers].all(0)
    judged &= judged.sum(-1, keepdims=True) > 1
    marks = text.of(numbers, judged)
    cut = _cut(text, marks, judged, len(numbers))
    twice = int((cut.said.sum(1) > 1).any(0).sum())
    codes = [text.study.codes[n] for n in numbers]
    if twice:
        return _not_exclusive(codes, twice)
    passages = _passages(text, marks, judged, cut)

    def figure(formula: Callable[[Passages], Numbers], reason: str = "") -> Figure:
        return _figure(text, marks, judged, draws, passages, formula, reason=reason)

    used = int((np.bincount(marks.value, minlength=len(numbers)) > 0).sum())
    apart = (
        tr("Only one of these codes was used: which one can’t be compared.")
        if used == 1
        else tr("No two coders put any of these codes on the same words.")
    )
    share = float(unitizing.coverage(passages.from_flat(passages.flat.sum(0))))
    shared = share if math.isfinite(share) else None
    of_each = {
        code: figure(lambda met, n=n: unitizing.which_of_each(met)[..., n], apart) for n, code in enumerate(codes)
    }
    return Family(
        both=figure(unitizing.where_and_which),
        where=figure(unitizing.where),
        which=replace(figure(unitizing.which, apart), coverage=shared),
        codes={code: replace(each, coverage=shared) for code, each in of_each.items()},
    )


def _not_exclusive(codes: Sequence[str], places: int) -> Family:
    """A family without figures, because a coder used two of its codes for the same words in some places."""
    none = Figure(alpha=None)
    why = tr(
        "A coder put two of these codes on the same words, in one place: these figures need codes that exclude each "
        "other.",
        "A coder put two of these codes on the same words, in {n:,} places: these figures need codes that exclude each "
        "other.",
        n=places,
    )
    return Family(both=none, where=none, which=none, codes=dict.fromkeys(codes, none), notes=[why])


# By how far their edges lie apart (2004)


def _by_edges(text: _Text) -> Further:
    found = [_edges_of_code(text, n) for n in range(len(text.study.codes))]
    codes = {code: figure for code, (figure, _) in zip(text.study.codes, found, strict=True)}
    used = [apart for figure, apart in found if figure.alpha is not None]
    together = None
    if used:
        alpha = 1 - math.fsum(each.seen for each in used) / math.fsum(each.by_chance for each in used)
        together = Figure(alpha=alpha)
    return Further(codes=codes, together=together)


def _edges_of_code(text: _Text, code: int) -> tuple[Figure, Edges]:
    """A code's figure, and what it is made of."""
    import numpy as np

    whole = text.judged[code].all(-1)
    kept = np.broadcast_to(whole[:, None], text.judged[code].shape)
    marks = text.of([code], kept)
    # The transcripts that count, laid end to end.
    sizes = text.axis.sizes * whole
    offsets = np.concatenate([[0], np.cumsum(sizes)])
    behind = (text.axis.offsets - offsets)[text.transcript(marks.low)]
    of_coders = [
        ((marks.low - behind)[mine], (marks.high - behind)[mine])
        for mine in (marks.coder == n for n in range(len(text.study.coders)))
    ]
    apart = unitizing.edges(of_coders, offsets)
    coded, units = float((marks.high - marks.low).sum()), float(offsets[-1]) * len(of_coders)
    left_out = int(text.judged.any((0, 2)).sum() - whole.sum())
    used = Used(
        units=units,
        coded=coded,
        passages=[starts.size for starts, _ in of_coders],
        transcripts=int(whole.sum()),
        left_out=0,
        undefined=0.0,
    )
    alpha = 1 - apart.seen / apart.by_chance if apart.by_chance > 0 else None
    missing = tr(
        "{n} left out, which not all coders judged for it.",
        "{n} left out, which not all coders judged for it.",
        n=left_out,
    )
    return (
        Figure(
            alpha=alpha,
            units=int(offsets[-1]),
            coverage=coded / units if units else None,
            transcripts=used.transcripts,
            notes=[*notes(used), *([missing] if left_out else [])],
        ),
        apart,
    )
