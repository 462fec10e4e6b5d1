# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false
"""Front matter: the fields in YAML that a text file may begin with, between two lines of three hyphens."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple, cast

if TYPE_CHECKING:
    import yaml

_LONGEST = 20_000  # characters; real ones have some hundred
_OPENING = re.compile(r"\ufeff?---[ \t]*(?=[\r\n])")
_CLOSING = re.compile(r"[\r\n](?:---|\.\.\.)[ \t]*(?:[\r\n]+|\Z)")


class FrontMatter(NamedTuple):
    """A text's fields and the rest of it; `is_kept` is whether the rest still holds what only looked like fields."""

    fields: dict[str, str]
    rest: str
    is_kept: bool = False


class _NotFrontMatterError(ValueError):
    """What stands between the marks is not a list of fields."""


def split(text: str) -> FrontMatter:
    """The fields at the top of a text, and the text without them.

    What looks like front matter but isn't a list of fields stays in the text; `is_kept` says so.
    """
    opening = _OPENING.match(text)
    closing = _CLOSING.search(text, opening.end(), opening.end() + _LONGEST) if opening else None
    if not opening or not closing:
        return FrontMatter({}, text)
    try:
        return FrontMatter(_fields(text[opening.end() : closing.start()]), text[closing.end() :])
    except _NotFrontMatterError:
        return FrontMatter({}, text, is_kept=True)


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
