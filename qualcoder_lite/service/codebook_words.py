"""What was done to the codebooks, in the words of the history. Names are those that things have now."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

_CODE_FIELDS = {
    "definition": "what it covers",
    "when_to_use": "when to use it",
    "when_not_to_use": "when not to use it",
    "question": "the question",
    "example": "the example",
    "aliases": "the other names",
    "key": "the key",
}
_GROUP_FIELDS = {"name": "the name", "key": "the key", "colour": "the colour", "description": "the description"}

Facts = dict[str, Any]


def codebook_words(
    code: Callable[[str], str], group: Callable[[str], str], passage: Callable[[Facts], str]
) -> dict[str, Callable[[Facts], str]]:
    """What each verb says; `code` and `group` give names for ids, `passage` quotes where a step was."""

    def made(facts: Facts) -> str:
        return f"made the code {code(facts['code'])}" + (f" on {passage(facts)}" if "transcript" in facts else "")

    def moved(facts: Facts) -> str:
        within = facts.get("within", False)
        return f"moved {code(facts['code'])} {'within' if within else 'to'} the group {group(facts['group'])}"

    def merged(facts: Facts) -> str:
        names = _all([code(each) for each in facts["codes"]])
        return f"merged {names} into {code(facts['into'])}, with {number(facts['count'], 'coding')}"

    def split(facts: Facts) -> str:
        new, old = code(facts["new"]), code(facts["code"])
        return f"split {new} off {old}, with {number(facts['count'], 'coding')}"

    return {
        "rename-code": lambda f: f"renamed “{f['before']}” to “{f['after']}”",
        "new-code": made,
        "edit-code": lambda f: f"changed {_fields(f, _CODE_FIELDS)} of {code(f['code'])}",
        "move-code": moved,
        "merge-codes": merged,
        "split-code": split,
        "retire-code": lambda f: f"retired {code(f['code'])}",
        "bring-back-code": lambda f: f"brought {code(f['code'])} back",
        "new-group": lambda f: f"made the group {group(f['group'])}",
        "edit-group": lambda f: f"changed {_fields(f, _GROUP_FIELDS)} of the group {group(f['group'])}",
        "move-group": lambda f: f"moved the group {group(f['group'])}",
        "remove-group": lambda f: f"took the group “{f['name']}” away",
        "update-codebook": lambda f: f"brought the codebook “{f['title']}” up to date from “{f['file']}”",
    }


def number(count: int, noun: str) -> str:
    """A number with its noun."""
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"


def _fields(facts: Facts, words: dict[str, str]) -> str:
    return _all([words.get(field) or field for field in facts["fields"]])


def _all(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
