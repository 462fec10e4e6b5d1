"""Codings as columns of numbers: hundreds of thousands of them are counted without a row being made of each."""

from __future__ import annotations

from collections import defaultdict
from itertools import count, repeat
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import numpy as np
    import numpy.typing as npt

    from qualcoder_lite.domain.passage import FullRow

    Ints = npt.NDArray[np.int64]

#: A coding packed into one number: where it starts, where it ends, and the coder's number, each in so many bits.
END_BITS, CODER_BITS = 24, 16


class CodingColumns(NamedTuple):
    """Codings of many transcripts and codes: the number of each one's transcript, code and coder, and where it stands.

    The ids that the numbers stand for are in `transcripts`, `codes` and `coders`.
    """

    transcripts: Sequence[str]
    codes: Sequence[str]
    coders: Sequence[str]
    transcript: Ints
    code: Ints
    coder: Ints
    start: Ints
    end: Ints


def unpacked(together: Sequence[tuple[str, str, str]], coders: Mapping[int, str]) -> CodingColumns:
    """Columns from the packed codings of each transcript and code, and the ids of the coders by their number."""
    import numpy as np

    transcripts = list(dict.fromkeys(transcript for transcript, _, _ in together))
    codes = list(dict.fromkeys(code for _, code, _ in together))
    counts = np.array([packed.count(" ") + 1 for _, _, packed in together], np.int64)
    values = np.array(" ".join(packed for _, _, packed in together).split(), np.int64)
    ids = list(coders.values())
    number_of = np.full((1 << CODER_BITS) + 1, -1, np.int64)
    number_of[list(coders)] = np.arange(len(ids))
    return CodingColumns(
        transcripts,
        codes,
        ids,
        np.repeat(_numbers([each[0] for each in together], transcripts), counts),
        np.repeat(_numbers([each[1] for each in together], codes), counts),
        number_of[values & ((1 << CODER_BITS) - 1)],
        values >> (END_BITS + CODER_BITS),
        (values >> CODER_BITS) & ((1 << END_BITS) - 1),
    )


def of_rows(rows: Sequence[FullRow]) -> CodingColumns:
    """Columns from rows."""
    import numpy as np

    def whole(n: int) -> Ints:
        return np.fromiter(map(itemgetter(n), rows), np.int64, len(rows))

    def numbered(n: int) -> tuple[list[str], Ints]:
        # Ids get their numbers as they come up. Loops over so many rows would take five times as long as maps do.
        number: defaultdict[str, int] = defaultdict(count().__next__)
        column = np.fromiter(map(number.__getitem__, map(itemgetter(n), rows)), np.int64, len(rows))
        return list(number), column

    (transcripts, transcript), (codes, code), (coders, coder) = (numbered(n) for n in (0, 1, 6))
    return CodingColumns(transcripts, codes, coders, transcript, code, coder, whole(2), whole(3))


def renumbered(column: Ints, ids: Sequence[str], wanted: Sequence[str]) -> Ints:
    """A column of numbers that stand for `ids` as numbers that stand for those `wanted`; -1 for what isn't wanted."""
    import numpy as np

    numbers = _numbers(ids, wanted)
    return np.append(numbers, -1)[column]


def _numbers(column: Sequence[str], ids: Sequence[str]) -> Ints:
    import numpy as np

    number = {id_: n for n, id_ in enumerate(ids)}
    return np.array(list(map(number.get, column, repeat(-1))), np.int64)
