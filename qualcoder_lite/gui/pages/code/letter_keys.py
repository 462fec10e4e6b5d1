"""What single letters mean while the text has the focus: a group's key and then a code's, or one of a few commands.

Pure logic: it is told which letter was pressed, and answers what that stands for.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from qualcoder_lite.gui.program.own_keys import USUAL, Command

if TYPE_CHECKING:
    from collections.abc import Mapping

    from qualcoder_lite.gui.pages.code.codes import Codes


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
        self._commands = {key: command for command, key in USUAL.items()}
        self.pending = ""
        self.linking = self.changing = False

    def set_codes(self, codes: Codes, commands: Mapping[Command, str] = USUAL) -> None:
        """Learn the keys of a project's codes and of the commands; two groups with one key answer to it together."""
        self._commands = {key: command for command, key in commands.items()}
        self._groups, self._features = {}, {}
        for shown in codes.all():
            group, key = shown.group.key.upper(), shown.code.key.upper()
            if group and key and not shown.code.retired:
                self._groups.setdefault(group, {}).setdefault(key, []).append(shown.code.id)
                if shown.is_feature:
                    self._features.setdefault(group, {}).setdefault(key, []).append(shown.code.id)
        self.forget()

    def forget(self) -> None:
        """Wait for nothing any more."""
        self.pending = ""
        self.linking = self.changing = False

    def begin_change(self) -> None:
        """Let the next two keys name the code that takes another one's place."""
        self.pending = ""
        self.linking, self.changing = False, True

    def begin_link(self) -> None:
        """Let the next two keys name a feature instead of a code to put on the passage."""
        self.pending = ""
        self.linking, self.changing = True, False

    @property
    def waiting(self) -> bool:
        """Whether a second key, a feature's keys, or those of another code are awaited."""
        return bool(self.pending) or self.linking or self.changing

    def answers_to(self, command: Command) -> bool:
        """Whether a command's key is free: a group of codes with the same key goes before it."""
        return any(each is command and key not in self._groups for key, each in self._commands.items())

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
        return Meaning(command=self._commands.get(letter))
