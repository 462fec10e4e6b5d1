"""What a new code is called, and which letter it answers to, until a person says otherwise."""

from __future__ import annotations

import string
import unicodedata
from typing import TYPE_CHECKING

from qualcoder_lite.domain.names import natural_id

if TYPE_CHECKING:
    from collections.abc import Collection

#: The codebook and group where codes go that coders make as themes emerge; the same in every copy of a project.
THEMES = "new-themes"
THEMES_TITLE = "New themes"
THEMES_KEY = "T"
THEMES_COLOUR = "themes"
THEMES_BOOK_ID = natural_id("codebook", THEMES)
THEMES_GROUP_ID = natural_id("code-group", THEMES, THEMES)

#: Letters that do something else while coding, unless a group takes them: V is “delivered?”, L “because of” and so on.
COMMAND_LETTERS = frozenset("VLMNRJG")

_LONGEST = 40  # characters of a passage that make a name
_ENDS = ".?!…;:"
_BARE = " \t\n\"'“”‘’«»()[],.;:!?…–—-"


def proposed_name(words: str) -> str:
    """A name for a code in the words of a passage: its first sentence, shortened to some whole words.

    Empty where the passage has no letter or digit.
    """
    line = " ".join(words.split())
    first = next((n for n, c in enumerate(line) if c in _ENDS and n and line[n + 1 : n + 2] in ("", " ")), len(line))
    name = line[:first].strip(_BARE) or line.strip(_BARE)
    if len(name) > _LONGEST:
        whole = name[: _LONGEST + 1].rpartition(" ")[0]
        name = (whole or name[:_LONGEST]).strip(_BARE)
    large = name[:1].upper()
    if len(large) == 1:  # an ß has no capital of its own
        name = large + name[1:]
    return name if any(c.isalnum() for c in name) else ""


def free_key(name: str, taken: Collection[str]) -> str:
    """The letter that best stands for a name among those not taken; empty where all twenty-six are.

    First letters of its words come first, then its other letters, then the alphabet.
    """
    plain = "".join(c for c in unicodedata.normalize("NFD", name).upper() if c in string.ascii_uppercase or c == " ")
    initials = [word[0] for word in plain.split()]
    letters = [*initials, *plain.replace(" ", ""), *string.ascii_uppercase]
    used = {key.upper() for key in taken}
    return next((letter for letter in letters if letter not in used), "")


def free_group_key(name: str, taken: Collection[str]) -> str:
    """The same for a group of codes, which leaves the letters of commands alone while there are others."""
    return free_key(name, {*taken, *COMMAND_LETTERS}) or free_key(name, taken)


def is_key(text: str) -> bool:
    """Whether a text can be a key: one capital letter of the alphabet."""
    return len(text) == 1 and text in string.ascii_uppercase
