"""What a reader makes of one file, before speakers are looked for; every transcript format gives this."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping


class Mark(NamedTuple):
    """Where a file itself says that somebody begins to speak.

    The label's text runs from `start` to `speech`, where the words begin; `label` names the speaker.
    """

    start: int
    speech: int
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FileText:
    """The words of a file in reading order.

    Attributes:
        text: The words; not yet canonical, unless there are `marks` or `times`, which are positions in it.
        title: What the file calls itself; empty where it says nothing.
        metadata: Front matter or document properties.
        guesses: Sentences about what had to be guessed or left out.
        marks: The turns, in order, of a file that states them; else they are looked for in the text.
        times: Milliseconds by the position of a line that begins at that time.
        encoding: What the bytes were read as, where that had to be guessed.
        lines_joined: Whether lines broken at a fixed width were put back into paragraphs.
        has_edges: Whether the pages have heads, feet or numbers of their own, which are taken off unless wanted.
        part: Which of several transcripts in one file this is; empty where the file is one transcript.
    """

    text: str
    title: str = ""
    metadata: Mapping[str, str] = field(default_factory=dict[str, str])
    guesses: tuple[str, ...] = ()
    marks: tuple[Mark, ...] = ()
    times: Mapping[int, int] = field(default_factory=dict[int, int])
    encoding: str = ""
    lines_joined: bool = False
    has_edges: bool = False
    part: str = ""
