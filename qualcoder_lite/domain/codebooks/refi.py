"""What a REFI-QDA codebook has no place of its own for, written into a description and found in it again."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

NAMESPACE = "urn:QDA-XML:codebook:1.0"


class Field(StrEnum):
    """What begins a line of a description that holds more than the definition."""

    QUESTION = "In plain words"
    WHEN_TO_USE = "When to use"
    WHEN_NOT_TO_USE = "When not to use"
    EXAMPLE = "Example"
    ALIAS = "Also called"
    SOURCE = "Source"
    KEY = "Key"
    NAME = "Name"
    VERSION = "Version"
    KIND = "Kind"


_BEGINS = re.compile(f"({'|'.join(Field)}): ")
# A line that only looks like the beginning of a field is moved in by a space, so that it is none.
_LOOKS_LIKE = re.compile(f" *({'|'.join(Field)}): ")


def described(text: str, fields: Iterable[tuple[Field, str]]) -> str:
    """A description: the text, then each field from a line of its own on. `told_in` gives back what went in."""
    parts = [_moved(text)] if text else []
    parts += [f"{field}: {_moved(value, first=False)}" for field, value in fields]
    return "\n".join(parts)


def told_in(description: str) -> tuple[str, Mapping[Field, Sequence[str]]]:
    """The text and the fields of a description; in one from another program all of it may well be text."""
    text: list[str] = []
    found: dict[Field, list[list[str]]] = {}
    lines = text
    for line in description.split("\n"):
        begins = _BEGINS.match(line)
        if begins:
            lines = [line[begins.end() :]]
            found.setdefault(Field(begins[1]), []).append(lines)
        else:
            lines.append(line[1:] if _LOOKS_LIKE.match(line) else line)
    return "\n".join(text), {field: ["\n".join(value) for value in values] for field, values in found.items()}


def _moved(text: str, *, first: bool = True) -> str:
    lines = text.split("\n")
    return "\n".join(
        f" {line}" if (first or number) and _LOOKS_LIKE.match(line) else line for number, line in enumerate(lines)
    )
