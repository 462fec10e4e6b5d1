"""What is said of a thing before it is made, and after: plain data, made on another thread."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from qualcoder_lite.domain.paper import Beginning

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from qualcoder_lite.service.project import Project


@dataclass(frozen=True, slots=True, kw_only=True)
class Begins:
    """The beginning of an export: title, how much it is, then pairs of words and what stands under them."""

    title: str
    much: str
    heading: str = ""
    lines: Sequence[tuple[str, str]] = ()
    goes_on: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Missing:
    """Why there is nothing to make, with the way on: "import", "code", "everything", or a page's handle; or none."""

    icon: str
    title: str
    advice: str
    way: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """What would be made, to be looked at before it is.

    Attributes:
        begins: Its beginning in words.
        shown: How the file begins as it will look, where that is known; it is shown in place of the words.
        picture: A picture of it instead, as the bytes of a PNG or SVG file.
        missing: Why there is nothing to make.
        found: Whatever else the making wants to say something of, in `notes_on`.
    """

    begins: Begins | None = None
    shown: Beginning = field(default_factory=Beginning)
    picture: bytes = b""
    missing: Missing | None = None
    found: object = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A file that was written.

    Attributes:
        file: Where it is.
        holds: What is in it: "409 passages from 12 people".
        left_out: What isn't, in a sentence, or nothing.
        record: Lets the open project know of a file with people's words in it.
    """

    file: Path
    holds: str
    left_out: str = ""
    record: Callable[[Project], None] | None = None
