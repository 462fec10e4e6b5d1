"""Cutting a transcript into units, and laying the units of all transcripts on one line.

A unit is coded if a coding overlaps any part of it that counts. What an interviewer says doesn't count unless it is
asked for; labels, time stamps and blanks never do. Words before the first label count as spoken, but make no turn.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from qualcoder_lite.domain.agreement.characters import Characters
from qualcoder_lite.domain.agreement.study import Unit
from qualcoder_lite.domain.sentences import sentences
from qualcoder_lite.domain.transcript import paragraphs

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    import numpy.typing as npt

    from qualcoder_lite.domain.agreement.study import Judgeable

    Ints = npt.NDArray[np.int64]

    #: From where to where, in code points, end exclusive.
    Stretch = tuple[int, int]


class Pieces(NamedTuple):
    """What counts of one transcript, in order: stretches, and the number of the unit to which each belongs."""

    starts: Sequence[int]
    ends: Sequence[int]
    units: Sequence[int]


def pieces(transcript: Judgeable, unit: Unit, *, all_turns: bool) -> Pieces:
    """What counts of a transcript, cut into units larger than characters."""
    if unit is Unit.TURN:
        return _one_each(_turns(transcript, all_turns=all_turns) if transcript.turns else paragraphs(transcript.text()))
    spoken = spoken_stretches(transcript, all_turns=all_turns)
    if unit is Unit.TRANSCRIPT:
        return Pieces([start for start, _ in spoken], [end for _, end in spoken], [0] * len(spoken))
    cut = paragraphs if unit is Unit.PARAGRAPH else sentences
    text = transcript.text()
    return _one_each([found for start, end in spoken for found in cut(text, start, end)])


def spoken_stretches(transcript: Judgeable, *, all_turns: bool) -> list[Stretch]:
    """The stretches that count: the speech of turns, and what stands before the first label."""
    turns = transcript.turns
    if not turns:
        return [(0, transcript.characters)] if transcript.text().strip() else []
    before = len(transcript.text()[: turns[0].start].rstrip()) if turns[0].start else 0
    spoken = _turns(transcript, all_turns=all_turns)
    return [(0, before), *spoken] if before else spoken


def _turns(transcript: Judgeable, *, all_turns: bool) -> list[Stretch]:
    """The speech of each turn that counts; plain pairs, because there are tens of thousands."""
    asking = frozenset[int]() if all_turns else transcript.asking
    return [(speech, end) for _, speech, end, speaker, *_ in transcript.turns if speech < end and speaker not in asking]


def _one_each(stretches: Sequence[Stretch]) -> Pieces:
    return Pieces([start for start, _ in stretches], [end for _, end in stretches], range(len(stretches)))


class Axis:
    """The units of all transcripts on one line.

    Attributes:
        sizes: How many units each transcript has.
        offsets: Where each transcript's units begin on the line; one more entry than transcripts.
    """

    def __init__(self, transcripts: Sequence[Judgeable], unit: Unit, *, all_turns: bool = False) -> None:
        """Cut the transcripts into units."""
        import numpy as np

        lengths = [transcript.characters for transcript in transcripts]
        self.length = sum(lengths)
        self._bases = np.concatenate([[0], np.cumsum(lengths, dtype=np.int64)])[:-1].astype(np.int64)
        if unit is Unit.CHARACTER:
            spoken = (
                (transcript.text(), spoken_stretches(transcript, all_turns=all_turns)) for transcript in transcripts
            )
            self._units = Characters(lengths, spoken)
        else:
            self._units = _Stretches([pieces(each, unit, all_turns=all_turns) for each in transcripts], self._bases)
        self.sizes = self._units.sizes
        self.offsets = np.concatenate([[0], np.cumsum(self.sizes)]).astype(np.int64)

    def positions(self, transcripts: Ints, starts: Ints) -> Ints:
        """Positions of transcripts (by number) on the line of all characters."""
        return self._bases[transcripts] + starts

    def project(self, transcripts: Ints, starts: Ints, ends: Ints) -> tuple[Ints, Ints]:
        """Stretches of transcripts as stretches of units, end exclusive; empty where no unit is touched."""
        return self._units.between(self.positions(transcripts, starts), self.positions(transcripts, ends))

    def transcript(self, unit: int) -> int:
        """The number of the transcript that a unit belongs to."""
        import numpy as np

        return int(np.searchsorted(self.offsets, unit, side="right")) - 1

    def span(self, low: int, high: int) -> tuple[int, int, int]:
        """Where units of one transcript (`low` to before `high`) stand: its number, and from where to where in it."""
        transcript = self.transcript(low)
        start, end = self._units.span(low, high)
        base = int(self._bases[transcript])
        return transcript, start - base, end - base


class _Stretches:
    """The units of all transcripts on one line, where each is one stretch or several."""

    def __init__(self, cut: Sequence[Pieces], bases: Ints) -> None:
        """Lay out what the transcripts were cut into; `bases` are where they begin on the line of all characters."""
        import numpy as np

        self.sizes = np.array([part.units[-1] + 1 if part.units else 0 for part in cut], np.int64)
        self._starts = _joined([part.starts for part in cut], bases)
        self._ends = _joined([part.ends for part in cut], bases)
        self._numbers = _joined([part.units for part in cut], np.cumsum(self.sizes) - self.sizes)

    def between(self, left: Ints, right: Ints) -> tuple[Ints, Ints]:
        """The units that are touched between two positions of all characters, end exclusive; empty where none is."""
        import numpy as np

        if not self._starts.size:
            return np.zeros_like(left), np.zeros_like(left)
        first = np.searchsorted(self._ends, left, side="right")
        last = np.searchsorted(self._starts, right, side="left") - 1
        empty = last < first
        low = self._numbers[np.minimum(first, self._starts.size - 1)]
        high = self._numbers[np.maximum(last, 0)] + 1
        return np.where(empty, 0, low), np.where(empty, 0, high)

    def span(self, low: int, high: int) -> tuple[int, int]:
        """Where units (`low` to before `high`) stand among all characters."""
        import numpy as np

        first = int(np.searchsorted(self._numbers, low, side="left"))
        last = int(np.searchsorted(self._numbers, high - 1, side="right")) - 1
        return int(self._starts[first]), int(self._ends[last])


def _joined(parts: Sequence[Any], offsets: Ints) -> Ints:
    """Parts one after the other, each moved by its offset."""
    import numpy as np

    moved = [np.asarray(part, np.int64) + offset for part, offset in zip(parts, offsets, strict=False)]
    return np.concatenate(moved) if moved else np.zeros(0, np.int64)
