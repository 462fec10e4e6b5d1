"""The places behind a figure of agreement, with the words that were said there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from qualcoder_lite.domain.transcript import turn_number
from qualcoder_lite.service.history.nouns import gone
from qualcoder_lite.storage.transcripts import turns

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from qualcoder_lite.domain.agreement import Cell, CellPlace
    from qualcoder_lite.domain.agreement.study import Judgeable
    from qualcoder_lite.service.agreement.material import Material
    from qualcoder_lite.service.agreement.report import AgreementAsked
    from qualcoder_lite.service.session import Session

_LONGEST = 400  # code points of a place's words


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementPlace:
    """A unit of a two by two: where it is, who speaks there and what is said, a long one cut at a word.

    `turn` counts from 1 (0 where it is in none); `units` is more than 1 only for a run of single characters. There are
    no words where the text was withdrawn or replaced since the round was closed.
    """

    transcript: str
    title: str
    turn: int
    speaker: str
    start: int
    end: int
    units: int
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TwoByTwo:
    """What two coders (by id) did with a code: the places of three cells, and how many units neither coded."""

    code: str
    pair: tuple[str, str]
    places: Mapping[Cell, Sequence[AgreementPlace]]
    units: Mapping[Cell, int]
    neither: int


def two_by_two(
    session: Session, material: Material, asked: AgreementAsked, code: str, pair: tuple[str, str]
) -> TwoByTwo:
    """Find the places behind a code and two coders, all by id."""
    from qualcoder_lite.domain.agreement import cells

    found = cells(material.study(), asked.unit, code, pair, all_turns=asked.all_turns)
    told = _Teller(session, material, {place.transcript for places in found.places.values() for place in places})
    return TwoByTwo(
        code=code,
        pair=pair,
        places={cell: [told.place(place) for place in places] for cell, places in found.places.items()},
        units={cell: found.units(cell) for cell in found.places},
        neither=found.neither,
    )


class _Teller:
    """Names places; each transcript is read once."""

    def __init__(self, session: Session, material: Material, wanted: set[str]) -> None:
        self._titles = session.directory.transcripts.by_id
        self._speakers = turns.speakers_of(session.database, wanted)
        self._transcripts: dict[str, tuple[Judgeable, str]] = {
            each.id: (each, each.text()) for each in material.transcripts if each.id in wanted
        }

    def place(self, place: CellPlace) -> AgreementPlace:
        transcript, text = self._transcripts[place.transcript]
        entry = self._titles.get(place.transcript)
        number = turn_number(transcript.turns, place.start)
        speakers = self._speakers.get(place.transcript, [])
        speaker = transcript.turns[number - 1].speaker if number else -1
        return AgreementPlace(
            transcript=place.transcript,
            title=entry.name if entry else gone("transcript"),
            turn=number,
            speaker=speakers[speaker].label if 0 <= speaker < len(speakers) else "",
            start=place.start,
            end=place.end,
            units=place.units,
            words=_cut(text[place.start : place.end]),
        )


def _cut(said: str) -> str:
    words = " ".join(said[: _LONGEST + 1].split())
    return words if len(said) <= _LONGEST else f"{words[:_LONGEST].rsplit(' ', 1)[0]} …"
