"""Counting units by who coded them, code by code and transcript by transcript, in one sweep over all codings.

Each coder's codings of a code are united first, so that overlapping ones count once. Then every coder has a bit, and
walking along the line of units the bits that are set tell who coded the stretch up to the next edge. The cost grows
with the number of codings and not with the length of the texts.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from qualcoder_lite.domain.agreement.columns import of_rows, renumbered
from qualcoder_lite.domain.agreement.runs import Marks
from qualcoder_lite.domain.errors import UserError
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    import numpy.typing as npt

    from qualcoder_lite.domain.agreement.study import Judged
    from qualcoder_lite.domain.agreement.units import Axis

    Ints = npt.NDArray[np.int64]
    Flags = npt.NDArray[np.bool_]
    Numbers = npt.NDArray[np.float64]

_MOST_CODERS = 62  # the bits of a whole number


@dataclass(frozen=True, slots=True)
class Counts:
    """What was counted.

    Attributes:
        coded: Units by code, transcript and pattern of coders.
        patterns: Which coders each pattern stands for, `[pattern, coder]`; nobody's units aren't counted.
        judged: Whether a coder judged a transcript for a code, `[code, transcript, coder]`; only where two did.
        sizes: Units of each transcript.
        passages: United passages by code and coder.
    """

    coded: Numbers
    patterns: Flags
    judged: Flags
    sizes: Ints
    passages: Ints

    @property
    def in_scope(self) -> Flags:
        """Whether a transcript is compared for a code, `[code, transcript]`."""
        import numpy as np

        return np.asarray(self.judged.any(-1))

    def table(self, first: int, second: int) -> Numbers:
        """Two coders (by number) meet on each code of each transcript that both judged: `[code, transcript, 2, 2]`."""
        import numpy as np

        mine, theirs = self.patterns[:, first], self.patterns[:, second]
        both = self.judged[:, :, first] & self.judged[:, :, second]
        cells = [self.coded @ (mine & theirs), self.coded @ (mine & ~theirs), self.coded @ (~mine & theirs)]
        n11, n10, n01 = (cell * both for cell in cells)
        n00 = self.sizes * both - n11 - n10 - n01
        return np.stack([np.stack([n00, n01], -1), np.stack([n10, n11], -1)], -2)


def count(study: Judged, axis: Axis) -> Counts:
    """Count a study's units. UserError where there are more coders than can be told apart."""
    import numpy as np

    if len(study.coders) > _MOST_CODERS:
        raise UserError(
            tr("Agreement can be measured between at most {most} coders. Choose some of them.", most=_MOST_CODERS)
        )
    judged = judged_cells(study)
    code, transcript, coder, start, end = _judged_codings(study, judged)
    shape = (len(study.codes), len(study.transcripts), len(study.coders))
    lane = coder * shape[0] + code  # one line for each coder's use of each code

    low, high = axis.project(transcript, start, end)
    units = int(axis.offsets[-1])
    coded, bits = _swept(_united(lane, low, high, units), axis.offsets, shape)

    characters = axis.length + 1
    left, right = axis.positions(transcript, start), axis.positions(transcript, end)
    lanes = _united(lane, left, right, characters)[0] // characters
    passages = np.bincount(lanes, minlength=shape[2] * shape[0]).reshape(shape[2], shape[0]).T
    patterns = (bits[:, None] >> np.arange(shape[2])) & 1 == 1
    return Counts(coded, patterns, judged, axis.sizes, passages)


def united_marks(study: Judged, axis: Axis, judged: Flags) -> tuple[Ints, Marks]:
    """Each coder's united passages of each code as stretches of units: the numbers of their codes, and where they are.

    Only what stands where its coder judged the code; the marks' values are all 0.
    """
    code, transcript, coder, start, end = _judged_codings(study, judged)
    codes, width = len(study.codes), int(axis.offsets[-1]) + 1
    starts, ends = _united(coder * codes + code, *axis.project(transcript, start, end), width)
    lane = starts // width
    return lane % codes, Marks(lane // codes, lane * 0, starts - lane * width, ends - lane * width)


def passages_by_transcript(study: Judged, axis: Axis, judged: Flags) -> Ints:
    """How many united passages each coder has of each code in each transcript, `[code, transcript, coder]`."""
    import numpy as np

    code, transcript, coder, start, end = _judged_codings(study, judged)
    lane = (code * len(study.transcripts) + transcript) * len(study.coders) + coder
    width = axis.length + 1
    lanes = _united(lane, axis.positions(transcript, start), axis.positions(transcript, end), width)[0] // width
    return np.bincount(lanes, minlength=judged.size).reshape(judged.shape)


def judged_cells(study: Judged) -> Flags:
    """Who judged what, `[code, transcript, coder]`; where only one did, nothing can be compared."""
    import numpy as np

    whole = [[coder in study.judges.get(t.id, ()) for coder in study.coders] for t in study.transcripts]
    judged = np.zeros((len(study.codes), len(study.transcripts), len(study.coders)), bool)
    if whole:
        judged[:] = np.array(whole, bool)
    numbers = [{id_: n for n, id_ in enumerate(ids)} for ids in _ids(study)]
    for cell in study.not_looked_for:
        places = [numbering.get(id_) for numbering, id_ in zip(numbers, cell, strict=True)]
        if None not in places:
            judged[tuple(places)] = False
    judged &= judged.sum(-1, keepdims=True) > 1
    return judged


def _judged_codings(study: Judged, judged: Flags) -> tuple[Ints, Ints, Ints, Ints, Ints]:
    """The codings that count: the numbers of their codes, transcripts and coders, where they start and end."""
    columns = _columns(study)
    code, transcript, coder, _, _ = columns
    known = (code >= 0) & (transcript >= 0) & (coder >= 0)
    code, transcript, coder, start, end = (column[known] for column in columns)
    wanted = judged[code, transcript, coder]
    return code[wanted], transcript[wanted], coder[wanted], start[wanted], end[wanted]


def _ids(study: Judged) -> tuple[Sequence[str], Sequence[str], Sequence[str]]:
    return study.codes, [transcript.id for transcript in study.transcripts], study.coders


def _columns(study: Judged) -> tuple[Ints, Ints, Ints, Ints, Ints]:
    """The codings as columns of numbers: code, transcript, coder, start, end; -1 for what isn't in the study."""
    found = study.columns() if study.columns else of_rows(study.codings)
    codes, transcripts, coders = _ids(study)
    return (
        renumbered(found.code, found.codes, codes),
        renumbered(found.transcript, found.transcripts, transcripts),
        renumbered(found.coder, found.coders, coders),
        found.start,
        found.end,
    )


def _united(lane: Ints, low: Ints, high: Ints, width: int) -> tuple[Ints, Ints]:
    """Stretches of one lane that overlap made one, at `lane * width + position`; those that only touch stay two."""
    import numpy as np

    filled = high > low
    starts, ends = (lane * width + low)[filled], (lane * width + high)[filled]
    order = np.argsort(starts)
    starts, ends = starts[order], np.maximum.accumulate(ends[order])
    fresh = np.ones(starts.size, bool)
    fresh[1:] = starts[1:] >= ends[:-1]
    first = np.flatnonzero(fresh)
    return starts[first], ends[np.append(first[1:], starts.size) - 1] if first.size else ends


def _swept(united: tuple[Ints, Ints], offsets: Ints, shape: tuple[int, int, int]) -> tuple[Numbers, Ints]:
    """Units by code, transcript and pattern, and the patterns as bits of coders."""
    import numpy as np

    codes, transcripts, _ = shape
    units = max(int(offsets[-1]), 1)
    starts, ends = united
    bit = np.left_shift(np.int64(1), starts // (codes * units)) if starts.size else starts
    # A stretch that ends with its code's line ends where the next line begins: its lane is that of its start.
    behind = (starts // units) % codes * units - starts // units * units
    places = np.concatenate([starts + behind, ends + behind])
    order = np.argsort(places)
    places, bits = places[order], np.cumsum(np.concatenate([bit, -bit])[order])
    lengths = np.diff(places)
    runs = np.flatnonzero((bits[:-1] > 0) & (lengths > 0))
    patterns, which = np.unique(bits[runs], return_inverse=True)
    code, unit = np.divmod(places[runs], units)
    cell = code * transcripts + np.searchsorted(offsets, unit, side="right") - 1
    counted = np.bincount(
        cell * patterns.size + which, weights=lengths[runs] * 1.0, minlength=codes * transcripts * patterns.size
    )
    return counted.reshape(codes, transcripts, patterns.size).astype(np.float64), patterns
