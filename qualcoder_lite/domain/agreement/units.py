"""Cutting a transcript into units, and laying the units of all transcripts on one line.

A unit is coded if a coding overlaps any part of it that counts. What an interviewer says doesn't count unless it is
asked for; labels, time stamps and blanks never do. Words before the first label count as spoken, but make no turn.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from qualcoder_lite.domain.agreement.study import Unit
from qualcoder_lite.domain.sentences import sentences
from qualcoder_lite.domain.transcript import Span, paragraphs

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    import numpy.typing as npt

    from qualcoder_lite.domain.agreement.study import Judgeable

    Ints = npt.NDArray[np.int64]


class Pieces(NamedTuple):
    """What counts of one transcript, in order: stretches, and the number of the unit to which each belongs.

    `units` is None where each character of the stretches is a unit by itself.
    """

    starts: Sequence[int] | Ints
    ends: Sequence[int] | Ints
    units: Sequence[int] | None


def pieces(transcript: Judgeable, unit: Unit, *, all_turns: bool) -> Pieces:
    """What counts of a transcript, cut into units."""
    spoken = _spoken(transcript, all_turns=all_turns)
    if unit is Unit.CHARACTER:
        return _characters(transcript.text(), spoken)
    if unit is Unit.TURN:
        if transcript.turns:
            return _one_each([span for span in spoken if span.start >= transcript.turns[0].start])
        return _one_each(paragraphs(transcript.text()))
    if unit is Unit.TRANSCRIPT:
        return Pieces([span.start for span in spoken], [span.end for span in spoken], [0] * len(spoken))
    cut = paragraphs if unit is Unit.PARAGRAPH else sentences
    text = transcript.text()
    return _one_each([found for span in spoken for found in cut(text, span.start, span.end)])


def _spoken(transcript: Judgeable, *, all_turns: bool) -> list[Span]:
    """The stretches that count: the speech of turns, and what stands before the first label."""
    turns = transcript.turns
    if not turns:
        return [Span(0, transcript.characters)] if transcript.text().strip() else []
    found = [
        Span(turn.speech, turn.end)
        for turn in turns
        if turn.speech < turn.end and (all_turns or turn.speaker not in transcript.asking)
    ]
    before = turns[0].start
    if before and transcript.text()[:before].strip():
        found.insert(0, Span(0, before))
    return found


def _one_each(spans: Sequence[Span]) -> Pieces:
    return Pieces([span.start for span in spans], [span.end for span in spans], range(len(spans)))


def _characters(text: str, spoken: Sequence[Span]) -> Pieces:
    """Runs of characters that are no blanks, within what is spoken."""
    import numpy as np

    points = np.frombuffer(text.encode("utf-32-le"), dtype="<u4")
    counted = np.zeros(len(points) + 2, bool)  # a False at either end, so that every run has two edges
    for span in spoken:
        counted[span.start + 1 : span.end + 1] = True
    counted[1:-1] &= ~_blank()[np.minimum(points, len(_blank()) - 1)]
    edges = np.flatnonzero(counted[1:] != counted[:-1]).astype(np.int64)
    return Pieces(edges[::2], edges[1::2], None)


@cache
def _blank() -> npt.NDArray[np.bool_]:
    """Which code points are blanks; the last entry, which is none, stands for all that come after."""
    import numpy as np

    return np.array([chr(point).isspace() for point in range(0x3002)])


class Axis:
    """The units of all transcripts on one line.

    Attributes:
        sizes: How many units each transcript has.
        offsets: Where each transcript's units begin on the line; one more entry than transcripts.
    """

    def __init__(self, transcripts: Sequence[Judgeable], unit: Unit, *, all_turns: bool = False) -> None:
        """Cut the transcripts into units."""
        import numpy as np

        cut = [pieces(transcript, unit, all_turns=all_turns) for transcript in transcripts]
        lengths = [transcript.characters for transcript in transcripts]
        self.length = sum(lengths)
        self._bases = np.concatenate([[0], np.cumsum(lengths, dtype=np.int64)])[:-1].astype(np.int64)
        self._by_character = unit is Unit.CHARACTER
        self._starts = _joined([part.starts for part in cut], self._bases)
        self._ends = _joined([part.ends for part in cut], self._bases)
        if self._by_character:
            self.sizes = np.array([_total(part) for part in cut], np.int64)
            run_lengths = self._ends - self._starts
            self._first = np.cumsum(run_lengths) - run_lengths
        else:
            self.sizes = np.array([part.units[-1] + 1 if part.units else 0 for part in cut], np.int64)
        self.offsets = np.concatenate([[0], np.cumsum(self.sizes)]).astype(np.int64)
        if not self._by_character:
            self._first = _joined([part.units or () for part in cut], self.offsets)

    def positions(self, transcripts: Ints, starts: Ints) -> Ints:
        """Positions of transcripts (by number) on the line of all characters."""
        return self._bases[transcripts] + starts

    def project(self, transcripts: Ints, starts: Ints, ends: Ints) -> tuple[Ints, Ints]:
        """Stretches of transcripts as stretches of units, end exclusive; empty where no unit is touched."""
        import numpy as np

        if not self._starts.size:
            return np.zeros_like(starts), np.zeros_like(starts)
        left, right = self.positions(transcripts, starts), self.positions(transcripts, ends)
        first = np.searchsorted(self._ends, left, side="right")
        last = np.searchsorted(self._starts, right, side="left") - 1
        empty = last < first
        first, last = np.minimum(first, self._starts.size - 1), np.maximum(last, 0)
        if self._by_character:
            low = self._first[first] + np.maximum(0, left - self._starts[first])
            high = self._first[last] + np.minimum(right, self._ends[last]) - self._starts[last]
        else:
            low, high = self._first[first], self._first[last] + 1
        return np.where(empty, 0, low), np.where(empty, 0, high)

    def transcript(self, unit: int) -> int:
        """The number of the transcript that a unit belongs to."""
        import numpy as np

        return int(np.searchsorted(self.offsets, unit, side="right")) - 1

    def span(self, low: int, high: int) -> tuple[int, int, int]:
        """Where units of one transcript (`low` to before `high`) stand: its number, and from where to where in it."""
        import numpy as np

        transcript = self.transcript(low)
        if self._by_character:
            first, last = (int(np.searchsorted(self._first, n, side="right")) - 1 for n in (low, high - 1))
            start = self._starts[first] + low - self._first[first]
            end = self._starts[last] + high - self._first[last]
        else:
            start = self._starts[int(np.searchsorted(self._first, low, side="left"))]
            end = self._ends[int(np.searchsorted(self._first, high - 1, side="right")) - 1]
        base = self._bases[transcript]
        return transcript, int(start - base), int(end - base)


def _joined(parts: Sequence[Any], offsets: Ints) -> Ints:
    """Parts one after the other, each moved by its offset."""
    import numpy as np

    moved = [np.asarray(part, np.int64) + offset for part, offset in zip(parts, offsets, strict=False)]
    return np.concatenate(moved) if moved else np.zeros(0, np.int64)


def _total(part: Pieces) -> int:
    import numpy as np

    return int((np.asarray(part.ends) - np.asarray(part.starts)).sum())
