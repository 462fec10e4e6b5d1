"""The verdict: how what people say themselves stands to what the study published."""

from __future__ import annotations

from enum import StrEnum


class Verdict(StrEnum):
    """How what people say of a feature and an outcome stands to Table 3 of the 2013 paper."""

    SILENT = "silent"
    DIFFERS = "differs"
    UNCLEAR = "unclear"
    SUPPORTS = "supports"
    EXTENDS = "extends"


def verdict(published: bool | None, people_helped: int, people_hindered: int) -> Verdict | None:
    """Compare a published mark with the people who say that the feature helped, and who say that it hindered.

    None where nothing was published of the pair, or where the study found nothing and nobody here speaks of it.
    """
    if published is None:
        return None
    if not people_helped and not people_hindered:
        return Verdict.SILENT if published else None
    if people_hindered > people_helped:
        return Verdict.DIFFERS
    if people_hindered == people_helped:
        return Verdict.UNCLEAR
    return Verdict.SUPPORTS if published else Verdict.EXTENDS
