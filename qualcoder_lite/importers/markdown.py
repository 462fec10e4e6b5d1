# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false
"""Markdown files: the front matter becomes metadata, everything else stays as it stands, markup included."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, cast

from qualcoder_lite.importers.encodings import decode
from qualcoder_lite.importers.file_text import FileText

if TYPE_CHECKING:
    import yaml

_LONGEST_FRONT_MATTER = 20_000  # characters; real ones have some hundred
_OPENING = re.compile(r"\ufeff?---[ \t]*(?=[\r\n])")
_CLOSING = re.compile(r"[\r\n](?:---|\.\.\.)[ \t]*(?:[\r\n]+|\Z)")


class _NotFrontMatterError(ValueError):
    """What stands between the marks is not a list of fields."""


def read(data: bytes, name: str) -> FileText:
    """The text of a Markdown file without its front matter, whose fields become the metadata.

    What looks like front matter but isn't a list of fields stays in the text, and that is said.

    Raises:
        UnreadableFileError: The file is not text.
    """
    text, guess = decode(data, name)
    guesses = [guess] if guess else []
    metadata: dict[str, str] = {}
    opening = _OPENING.match(text)
    closing = _CLOSING.search(text, opening.end(), opening.end() + _LONGEST_FRONT_MATTER) if opening else None
    if opening and closing:
        try:
            metadata = _fields(text[opening.end() : closing.start()])
            text = text[closing.end() :]
        except _NotFrontMatterError:
            guesses.append(
                "The lines between “---” at the top are not fields that can be read; they were kept as text."
            )
    return FileText(text=text, title=metadata.get("title", ""), metadata=metadata, guesses=tuple(guesses))


def _fields(block: str) -> dict[str, str]:
    """The fields of a front matter as they are written there; a list's items joined by commas."""
    import yaml  # slow to import, and only Markdown needs it

    try:
        root = cast("yaml.Node | None", yaml.compose(block, Loader=yaml.SafeLoader))
        if root is None:
            return {}
        if not isinstance(root, yaml.MappingNode):
            raise _NotFrontMatterError
        if "*" in block and any(isinstance(token, yaml.AliasToken) for token in yaml.scan(block, yaml.SafeLoader)):
            raise _NotFrontMatterError  # an alias may stand for a list of lists of lists without end
        pairs = [(_plain(key), _plain(value)) for key, value in root.value]
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        raise _NotFrontMatterError from error
    fields = dict(pairs)
    if len(fields) < len(pairs):  # one name twice: two people talking, between two rules
        raise _NotFrontMatterError
    return fields


def _plain(node: yaml.Node) -> str:
    """A value as written: a list's items joined by commas, a field within a field as “name: value”."""
    if isinstance(node.value, str):
        return node.value.strip()
    items = cast("list[yaml.Node | tuple[yaml.Node, yaml.Node]]", node.value)
    parts = [": ".join(map(_plain, item)) if isinstance(item, tuple) else _plain(item) for item in items]
    return ", ".join(part for part in parts if part)
