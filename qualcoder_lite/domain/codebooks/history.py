"""The history of a codebook in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qualcoder_lite.translation import tr, tr_later

if TYPE_CHECKING:
    from collections.abc import Mapping

    from qualcoder_lite.domain.codebook import CodebookChange

_LONG = 60  # characters above which a text is named, not quoted

_PLAIN = {
    "retired": tr_later("retired {code}"),
    "brought back": tr_later("brought {code} back"),
    "added": tr_later("added {code}"),
    "moved": tr_later("moved {code} from “{before}” to “{after}”"),
    "merged": tr_later("merged “{before}” into “{after}”"),
    "split": tr_later("split “{after}” off “{before}”"),
    "renamed": tr_later("renamed “{before}” to “{after}”"),
    "group added": tr_later("added the group “{after}”"),
    "group taken away": tr_later("took the group “{before}” away"),
    "group renamed": tr_later("renamed the group “{before}” to “{after}”"),
}
_FIELDS = {
    "definition": tr_later("what {code} covers"),
    "when to use": tr_later("when to use {code}"),
    "when not to use": tr_later("when not to use {code}"),
    "question": tr_later("the question of {code}"),
    "example": tr_later("the example of {code}"),
    "other names": tr_later("the other names of {code}"),
    "key": tr_later("the key of {code}"),
    "group key": tr_later("a group’s key"),
    "group colour": tr_later("a group’s colour"),
    "group description": tr_later("a group’s description"),
}


def told(change: CodebookChange, codes: Mapping[str, str]) -> str:
    """What a change did, as a sentence goes on after a name; `codes` are names by id, as they are now.

    Long texts are not quoted here: `before` and `after` have them whole.
    """
    name = codes.get(change.code or "") or change.after or change.before or tr("a code")
    code = tr("“{name}”", name=name)
    if change.what in _PLAIN:
        return tr(_PLAIN[change.what], code=code, before=change.before, after=change.after)
    if change.what not in _FIELDS:
        return f"{change.what} {code}"
    what = tr(_FIELDS[change.what], code=code)
    return _changed(what, change)


def _changed(what: str, change: CodebookChange) -> str:
    if max(len(change.before), len(change.after)) > _LONG:
        return tr("changed {what}", what=what)
    if change.before and change.after:
        return tr("changed {what} from “{before}” to “{after}”", what=what, before=change.before, after=change.after)
    if change.after:
        return tr("changed {what} to “{after}”", what=what, after=change.after)
    if change.before:
        return tr("changed {what} from “{before}” to nothing", what=what, before=change.before)
    return tr("changed {what} to nothing", what=what)
