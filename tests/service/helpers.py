"""A small transcript, and short ways to code it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qualcoder_lite.service.coding.new_coding import NewCoding

if TYPE_CHECKING:
    from qualcoder_lite.service.project import Project

TALK = """\
Moira: Do they come when you ring?

Elsie: They come when I ring. I feel safe now. 🙂

Moira: And the day centre?

Elsie: The bus stopped running. I sit at home, to be honest.
"""


def asked(words: str, code: str = "Feeling safe", coder: str = "Ailsa Brodie", **more: Any) -> NewCoding:
    """A code on words of the small transcript."""
    start = TALK.index(words)
    return NewCoding(transcript="elsie", start=start, end=start + len(words), code=code, coder=coder, **more)


def put(project: Project, words: str, code: str = "Feeling safe", coder: str = "Ailsa Brodie", **more: Any) -> str:
    """Put a code on words of the small transcript, and give the coding's id."""
    (coding,) = project.codings.add(asked(words, code, coder, **more)).of("coding")
    return coding
