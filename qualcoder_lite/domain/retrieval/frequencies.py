"""How often each code is used, by what is known of the people: their site, client group, or any attribute."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from qualcoder_lite.domain.passage import stretches

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from qualcoder_lite.domain.codebook import Code
    from qualcoder_lite.domain.passage import CodedRow


class Frequency(NamedTuple):
    """How many people speak of a code, in how many passages."""

    people: int = 0
    passages: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Frequencies:
    """The use of codes, one row a code, one column a value.

    Attributes:
        by: What the columns are values of.
        values: The columns in order; "" stands for those of whom it isn't known, and comes last.
        people: How many people each column is out of, coded or not.
        codes: The rows.
        cells: One tuple a row, with a frequency for each column.
        totals: One frequency a row over all columns. A person with two values counts once here.
        coder: Whose codings are counted; "" stands for several coders' together, and for settled ones.
    """

    by: str
    values: tuple[str, ...]
    people: tuple[int, ...]
    codes: tuple[Code, ...]
    cells: tuple[tuple[Frequency, ...], ...]
    totals: tuple[Frequency, ...]
    coder: str = ""

    def as_dict(self) -> dict[str, Any]:
        """The frequencies as the command line prints them in JSON."""
        return {
            "by": self.by,
            "coder": self.coder,
            "values": [
                {"value": value, "people": people} for value, people in zip(self.values, self.people, strict=True)
            ],
            "rows": [
                {"code": code.name, "group": code.group, **total._asdict(), "cells": [cell._asdict() for cell in cells]}
                for code, total, cells in zip(self.codes, self.totals, self.cells, strict=True)
            ],
        }


class Interview(NamedTuple):
    """What counting needs of a transcript: who speaks (an id), and the value of what is asked about ("" if unknown)."""

    person: str
    value: str


def frequencies(
    rows: Iterable[CodedRow], codes: Sequence[Code], interviews: Mapping[str, Interview], *, by: str, coder: str = ""
) -> Frequencies:
    """Count the passages of each code, and the people who say them, by a value of their transcripts.

    Args:
        rows: Codings in order of transcript, code, start, end; those of other transcripts or codes are passed over.
        codes: The rows of the result.
        interviews: Every transcript in scope by id, coded or not.
        by: What the values are values of, for the result to tell.
        coder: Whose codings the rows are, for the result to tell.
    """
    values = _in_order(interviews.values())
    people: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    passages: Counter[tuple[str, str]] = Counter()
    for transcript, code, *_ in stretches(rows):
        interview = interviews.get(transcript)
        if interview is not None:
            people[code, interview.value].add(interview.person)
            passages[code, interview.value] += 1
    everybody = {value: {each.person for each in interviews.values() if each.value == value} for value in values}
    return Frequencies(
        by=by,
        coder=coder,
        values=values,
        people=tuple(len(everybody[value]) for value in values),
        codes=tuple(codes),
        cells=tuple(
            tuple(Frequency(len(people[code.id, value]), passages[code.id, value]) for value in values)
            for code in codes
        ),
        totals=tuple(
            Frequency(
                len(set[str]().union(*(people[code.id, value] for value in values))),
                sum(passages[code.id, value] for value in values),
            )
            for code in codes
        ),
    )


def _in_order(interviews: Iterable[Interview]) -> tuple[str, ...]:
    found = dict.fromkeys(interview.value for interview in interviews)
    return tuple(sorted(found, key=lambda value: (not value, value.casefold(), value)))
