"""What a reader makes of one file, before speakers are looked for; every transcript format gives this."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True, kw_only=True)
class FileText:
    """The words of a file in reading order, not yet canonical.

    `title` is empty where the file states none. `guesses` are sentences about what had to be guessed or left out.
    """

    text: str
    title: str = ""
    metadata: Mapping[str, str] = field(default_factory=dict[str, str])
    guesses: tuple[str, ...] = ()
