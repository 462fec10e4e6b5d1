"""Extracts: passages with what was coded on them, as they leave the project."""

from __future__ import annotations

from dataclasses import dataclass

from qualcoder_lite.domain.coding import Polarity


@dataclass(frozen=True, slots=True, kw_only=True)
class Extract:
    """One passage of one code, united over the coders in scope.

    `id` is the smallest of its codings' ids and so survives a re-export; `text` is the speech alone, labels and time
    stamps left out; `turn` counts from 1 (None where the passage touches no turn). Code, group, coders, site and
    participant are names. `may_quote` is False where the participant said no to being quoted.
    """

    id: str
    codings: tuple[str, ...]
    transcript: str
    title: str
    start: int
    end: int
    text: str
    code: str
    group: str
    coders: tuple[str, ...]
    polarity: Polarity = Polarity.NOT_STATED
    site: str | None = None
    client_group: str | None = None
    respondent: str | None = None
    participant: str | None = None
    speaker: str | None = None
    turn: int | None = None
    timestamp: int | None = None
    memo: str = ""
    may_quote: bool = True
