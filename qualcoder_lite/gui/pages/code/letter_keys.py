"""What single letters mean while the text has the focus: a group's key and then a code's, or one of a few commands.

Pure logic: it is told which letter was pressed, and answers what that stands for.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from qualcoder_lite.gui.pages.code.codes import Codes


class Command(StrEnum):
    """What a single key does at once."""

    POLARITY = "V"
    LINK = "L"
    MEMO = "M"
    DOUBT = "N"
    AGAIN = "."
    FIND = "/"


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a key stands for: a command, a group that now waits for a second key, or codes (one, if all is well).

    All empty: the key means nothing here, and a group that waited goes on waiting.
    """

    command: Command | None = None
    group: str = ""
    codes: tuple[str, ...] = ()


class LetterKeys:
    """Remembers the group whose key was pressed until a second key, or `forget`, follows."""

    def __init__(self) -> None:
        """Know no codes yet."""
        self._groups: dict[str, dict[str, list[str]]] = {}
        self._features: dict[str, dict[str, list[str]]] = {}
        self.pending = ""
        self.linking = False

    def set_codes(self, codes: Codes) -> None:
        """Learn the keys of a project's codes; two groups with one key answer to it together."""
        self._groups, self._features = {}, {}
        for shown in codes.all():
            group, key = shown.group.key.upper(), shown.code.key.upper()
            if group and key:
                self._groups.setdefault(group, {}).setdefault(key, []).append(shown.code.id)
                if shown.is_feature:
                    self._features.setdefault(group, {}).setdefault(key, []).append(shown.code.id)
        self.forget()

    def forget(self) -> None:
        """Wait for nothing any more."""
        self.pending = ""
        self.linking = False

    def begin_link(self) -> None:
        """Let the next two keys name a feature instead of a code to put on the passage."""
        self.pending = ""
        self.linking = True

    @property
    def waiting(self) -> bool:
        """Whether a second key, or a feature's keys, are awaited."""
        return bool(self.pending) or self.linking

    def answers_to(self, command: Command) -> bool:
        """Whether a command's key is free: a group of codes with the same key goes before it."""
        return command.value not in self._groups

    def press(self, letter: str) -> Meaning:
        """What a key stands for now."""
        letter = letter.upper()
        groups = self._features if self.linking else self._groups
        if self.pending:
            codes = tuple(groups.get(self.pending, {}).get(letter, ()))
            if codes:
                self.pending = ""
            return Meaning(codes=codes)
        if letter in groups:
            self.pending = letter
            return Meaning(group=letter)
        return Meaning(command=Command(letter)) if letter in set(Command) else Meaning()
