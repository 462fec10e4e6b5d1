"""A small codebook and a few extracts for the tests of what leaves the project."""

from __future__ import annotations

import re
import zipfile
from typing import TYPE_CHECKING, Any

import pytest

from qualcoder_lite.domain.codebook import Code, Codebook, CodebookKind, CodeGroup
from qualcoder_lite.domain.coding import Polarity
from qualcoder_lite.domain.extracts.extract import Extract

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.fixture
def codebook() -> Codebook:
    def group(name: str, *codes: str) -> CodeGroup:
        return CodeGroup(
            id=name,
            name=name,
            key=name[0].lower(),
            colour="blue",
            codes=tuple(
                Code(
                    id=code,
                    name=code,
                    group=name,
                    definition=f"What the person says of {code.lower()}.",
                    when_to_use="The person speaks for themselves.",
                    when_not_to_use="Somebody else supposes it of them.",
                    example="“It was never like that before.”",
                    aliases=(f"{code} (old)", "Another name"),
                    source="Invented for the tests",
                )
                for code in codes
            ),
        )

    return Codebook(
        id="outcomes",
        name="outcomes",
        title="Outcomes framework",
        version=3,
        kind=CodebookKind.OUTCOMES,
        source="Invented for the tests",
        groups=(group("Quality of life", "Feeling safe", "Seeing people"), group("Process", "Choice")),
    )


@pytest.fixture
def extracts() -> list[Extract]:
    def extract(number: int, text: str, code: str, group: str, **known: object) -> Extract:
        return Extract(
            id=f"{number:08x}-0000-4000-8000-000000000000",
            codings=(f"{number:08x}-0000-4000-8000-000000000000",),
            transcript=f"transcript {number}",
            title=f"Interview {number}",
            start=number,
            end=number + len(text),
            text=text,
            code=code,
            group=group,
            coders=("AB", "CD"),
            participant=f"P0{number}",
            **known,  # pyright: ignore[reportArgumentType]
        )

    return [
        extract(
            1,
            "They asked me first.\nNobody had before.",
            "Choice",
            "Process",
            polarity=Polarity.DELIVERED,
            site="Fenmarsh",
            respondent="unpaid carer",
            turn=4,
            memo="Choice comes with being asked.",
        ),
        extract(
            2,
            "I know the same lady will come, so I open the door.",
            "Feeling safe",
            "Quality of life",
            polarity=Polarity.DELIVERED,
            site="Camden",
            respondent="service user",
            turn=42,
            timestamp=872_000,
        ),
        extract(
            3,
            "I don't sleep & I keep the <chain> on 🙂",
            "Feeling safe",
            "Quality of life",
            polarity=Polarity.NOT_DELIVERED,
            site="Alder Bay",
            respondent="service user",
        ),
        extract(4, "It depends on who is there.", "Feeling safe", "Quality of life"),
    ]


@pytest.fixture
def part() -> Callable[[Path, str], str]:
    """A part of a Word file as text, an element a line."""

    def read(file: Path, name: str) -> str:
        with zipfile.ZipFile(file) as package:
            return re.sub("><", ">\n<", package.read(name).decode()) + "\n"

    return read


@pytest.fixture
def matrix() -> Callable[[str], dict[str, Any]]:
    """Three outcomes by three features through a lens, as the command line's JSON has it."""

    def tally(people: int, *divided: int) -> dict[str, int]:
        names = ("delivered", "not_delivered", "mixed", "not_stated")
        return {"people": people, "passages": sum(divided), **dict(zip(names, divided, strict=True))}

    nothing = tally(0, 0, 0, 0, 0)
    found = {
        ("Feeling safe", "Co-location"): tally(2, 2, 1, 0, 1),
        ("Seeing people", "Co-location"): tally(6, 4, 0, 2, 3),
        ("Choice", "Key worker"): tally(1, 0, 0, 0, 1),
    }
    marks = {"Feeling safe": True, "Choice": True, "Seeing people": False}
    outcomes, features = ["Feeling safe", "Seeing people", "Choice"], ["Co-location", "Key worker", "Low staffing"]

    def cell(lens: str, outcome: str, feature: str) -> dict[str, Any]:
        published = marks[outcome] if feature == "Co-location" else None
        published_marks = {
            "published": published,
            "published_2011": outcome == "Feeling safe" if published else published,
        }
        counted = found.get((outcome, feature), nothing)
        if lens == "sites":
            return {"present": counted, "partial": nothing, "absent": nothing, "unknown": nothing, **published_marks}
        if lens == "passages":
            return {**counted, **published_marks}
        verdicts = {"Feeling safe": "supports", "Seeing people": "extends", "Choice": "silent"}
        links = (3, 1, 2, 1) if counted["people"] else (0, 0, 0, 0)
        names = ("helped", "hindered", "people_helped", "people_hindered")
        verdict = verdicts[outcome] if published is not None else None
        return {**counted, **dict(zip(names, links, strict=True)), **published_marks, "verdict": verdict}

    def through(lens: str) -> dict[str, Any]:
        states = {
            "present": {"people": 9, "people_done": 8, "sites": 2},
            "partial": {"people": 0, "people_done": 0, "sites": 0},
            "absent": {"people": 3, "people_done": 3, "sites": 1},
            "unknown": {"people": 0, "people_done": 0, "sites": 0},
        }
        speaking = {"people": 5, "people_done": 4}
        return {
            "lens": lens,
            "near": "turn" if lens == "passages" else None,
            "rows": outcomes,
            "columns": features,
            "cells": [[cell(lens, outcome, feature) for feature in features] for outcome in outcomes],
            "denominators": {
                "people": 12,
                "people_done": 11,
                "people_without_participant": 1,
                "transcripts_without_site": 0,
                "features": dict.fromkeys(features, states if lens == "sites" else speaking),
            },
            "notes": [
                {"outcome": "Choice", "feature": "Co-location", "table": "published", "note": "Said in a remark only."}
            ],
        }

    return through
