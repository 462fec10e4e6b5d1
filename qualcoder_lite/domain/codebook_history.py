"""The history of a codebook in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from qualcoder_lite.domain.codebook import CodebookChange

_LONG = 60  # characters above which a text is named, not quoted

_PLAIN = {
    "retired": "retired {code}",
    "brought back": "brought {code} back",
    "added": "added {code}",
    "moved": "moved {code} from “{before}” to “{after}”",
    "merged": "merged “{before}” into “{after}”",
    "split": "split “{after}” off “{before}”",
    "renamed": "renamed “{before}” to “{after}”",
    "group added": "added the group “{after}”",
    "group taken away": "took the group “{before}” away",
    "group renamed": "renamed the group “{before}” to “{after}”",
}
_FIELDS = {
    "definition": "what {code} covers",
    "when to use": "when to use {code}",
    "when not to use": "when not to use {code}",
    "question": "the question of {code}",
    "example": "the example of {code}",
    "other names": "the other names of {code}",
    "key": "the key of {code}",
    "group key": "a group’s key",
    "group colour": "a group’s colour",
    "group description": "a group’s description",
}


def told(change: CodebookChange, codes: Mapping[str, str]) -> str:
    """What a change did, as a sentence goes on after a name; `codes` are names by id, as they are now.

    Long texts are not quoted here: `before` and `after` have them whole.
    """
    code = f"“{codes.get(change.code or '') or change.after or change.before or 'a code'}”"
    if change.what in _PLAIN:
        return _PLAIN[change.what].format(code=code, before=change.before, after=change.after)
    if change.what not in _FIELDS:
        return f"{change.what} {code}"
    what = f"changed {_FIELDS[change.what].format(code=code)}"
    if max(len(change.before), len(change.after)) > _LONG:
        return what
    was = f" from “{change.before}”" if change.before else ""
    return f"{what}{was} to “{change.after}”" if change.after else f"{what}{was} to nothing"
