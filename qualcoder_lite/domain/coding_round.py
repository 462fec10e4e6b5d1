"""A round of blind coding: who codes which transcripts without seeing each other's work."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """A round of blind coding. Times are ISO, in UTC; `closed_at` is empty while it is open; `due` is a day or empty.

    `transcripts` and `coders` are ids; `versions` holds the codebooks' versions, by name, when it was opened; `draw`
    tells how the transcripts were drawn (number, seed, by what), and is empty where they were chosen by hand.
    """

    id: str
    name: str
    opened_at: str
    closed_at: str = ""
    due: str = ""
    versions: Mapping[str, int] = field(default_factory=dict[str, int])
    draw: Mapping[str, Any] = field(default_factory=dict[str, Any])
    transcripts: tuple[str, ...] = ()
    coders: tuple[str, ...] = ()

    @property
    def is_open(self) -> bool:
        """Whether its coders still work on it."""
        return not self.closed_at
