"""The single keys of coding: what each does unless a person chose otherwise, and what a person chose.

Groups and codes bring their keys from the codebook. A person may give any of them, and any command, another key; that
is kept for the person on this computer and changes no codebook. Keys are compared without regard to case.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from qualcoder_lite.domain.errors import UserError
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from qualcoder_lite.domain.codebook import Codebook, CodeGroup


class Command(StrEnum):
    """What a single key does at once, while the text has the focus."""

    POLARITY = "polarity"
    LINK = "link"
    MEMO = "memo"
    DOUBT = "doubt"
    STAR = "star"
    AGAIN = "again"
    CHANGE = "change"
    START = "start"
    END = "end"
    FIND = "find"
    UNCODED = "uncoded"
    SAME = "same"
    DOUBTED = "doubted"


USUAL: Mapping[Command, str] = {
    Command.POLARITY: "V",
    Command.LINK: "L",
    Command.MEMO: "M",
    Command.DOUBT: "N",
    Command.STAR: "*",
    Command.AGAIN: ".",
    Command.CHANGE: "R",
    Command.START: "[",
    Command.END: "]",
    Command.FIND: "/",
    Command.UNCODED: "J",
    Command.SAME: "G",
    Command.DOUBTED: "?",
}

MEANS: Mapping[Command, str] = {
    Command.POLARITY: tr("Was it delivered? Yes, no, mixed, not said"),
    Command.LINK: tr("Because of a feature: then the feature’s two keys. Again for hindered, and again for off"),
    Command.MEMO: tr("Memo"),
    Command.DOUBT: tr("Not sure"),
    Command.STAR: tr("A star on words worth quoting; again takes it off"),
    Command.AGAIN: tr("The code used last"),
    Command.CHANGE: tr("Another code instead: then its two keys"),
    Command.START: tr("Move the start of the passage"),
    Command.END: tr("Move the end of the passage"),
    Command.FIND: tr("Find a code"),
    Command.UNCODED: tr("The next turn without a code"),
    Command.SAME: tr("The next passage with the same code"),
    Command.DOUBTED: tr("The next passage you weren’t sure of"),
}
"""What each command does, in the words of the list of keys."""


def key_of(typed: str) -> str:
    """A key as it is kept: one character in upper case; empty where what was typed can't be a key."""
    key = typed.strip().upper()
    return key if len(key) == 1 and key.isprintable() else ""


@dataclass(frozen=True, slots=True)
class OwnKeys:
    """The keys a person chose, by what they are for: a command's value, or the id of a group or a code."""

    chosen: Mapping[str, str] = field(default_factory=dict[str, str])

    @classmethod
    def read(cls, kept: str) -> OwnKeys:
        """The keys as `written` wrote them; the usual ones where that is empty or can't be read."""
        try:
            chosen = json.loads(kept or "{}")
        except ValueError:
            return cls()
        if not isinstance(chosen, dict):
            return cls()
        return cls({str(what): key for what, typed in chosen.items() if (key := key_of(str(typed)))})

    def written(self) -> str:
        """The keys as text, to be kept."""
        return json.dumps(dict(self.chosen), ensure_ascii=False)

    def command(self, command: Command) -> str:
        """A command's key."""
        return self.chosen.get(command.value, USUAL[command])

    def commands(self) -> dict[Command, str]:
        """Every command's key."""
        return {command: self.command(command) for command in Command}

    def dressed(self, books: Iterable[Codebook]) -> tuple[Codebook, ...]:
        """Codebooks with the person's keys in place of their own."""
        books = tuple(books)
        if not self.chosen:
            return books
        return tuple(replace(book, groups=tuple(self._group(group) for group in book.groups)) for book in books)

    def _group(self, group: CodeGroup) -> CodeGroup:
        codes = tuple(replace(code, key=self.chosen.get(code.id, code.key)) for code in group.codes)
        return replace(group, key=self.chosen.get(group.id, group.key), codes=codes)

    def with_command(self, command: Command, typed: str, books: Sequence[Codebook]) -> OwnKeys:
        """The keys with another one for a command. UserError where that key does something else already."""
        key = _checked(typed)
        self._refuse_other_first_keys(key, command.value, books)
        return self._with(command.value, key, usual=USUAL[command])

    def with_group(self, group: CodeGroup, typed: str, books: Sequence[Codebook]) -> OwnKeys:
        """The keys with another one for a group. UserError where that key does something else already."""
        key = _checked(typed)
        self._refuse_other_first_keys(key, group.id, books)
        return self._with(group.id, key, usual=group.key)

    def with_code(self, group: CodeGroup, code: str, typed: str) -> OwnKeys:
        """The keys with another one for a code of a group. UserError where another code of the group has it."""
        key = _checked(typed)
        for other in self._group(group).codes:
            if other.id != code and other.key.upper() == key and not other.retired:
                raise _taken(key, tr("“{other}” in the same group", other=other.name))
        usual = next(each.key for each in group.codes if each.id == code)
        return self._with(code, key, usual=usual)

    def _refuse_other_first_keys(self, key: str, mine: str, books: Sequence[Codebook]) -> None:
        for command in Command:
            if command.value != mine and self.command(command) == key:
                raise _taken(key, f"“{MEANS[command].split(':')[0]}”")
        for group in (group for book in self.dressed(books) for group in book.groups):
            if group.id != mine and group.key.upper() == key:
                raise _taken(key, tr("the group “{group}”", group=group.name))

    def _with(self, what: str, key: str, *, usual: str) -> OwnKeys:
        others = {each: chosen for each, chosen in self.chosen.items() if each != what}
        return OwnKeys(others if key == usual.upper() else {**others, what: key})


def _checked(typed: str) -> str:
    key = key_of(typed)
    if not key:
        raise UserError(tr("A key is one letter, digit or sign. Type just one."))
    return key


def _taken(key: str, by: str) -> UserError:
    return UserError(tr("{key} is the key of {by} already. Choose another, or change that one first.", key=key, by=by))
