"""A mix of codes as it is typed: 'Seeing people or (Feeling safe and near Co-location) and not near Transport'.

A name alone is the passage's own code. `beside` asks for a code on the same passage, `near` for one in the same turn,
`within 3 of` for one at most three turns away. `and`, `or`, `not` and brackets put them together; names that have such
a word in them stand in quotation marks.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from qualcoder_lite.domain.errors import UserError
from qualcoder_lite.domain.retrieval.mix import How, Mix, Together
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from qualcoder_lite.domain.retrieval.mix import Condition, Place

_TOKEN = re.compile(r"""\s*(?:(?P<sign>[()])|"(?P<quoted>[^"]*)"|“(?P<curly>[^”]*)”|(?P<word>[^\s()"“”]+))""")
_LINKS = ("and", "or")
_PLACES = ("beside", "near", "within")
_DEEPEST = 50


class _Token(NamedTuple):
    words: str
    is_name: bool = False

    @property
    def sign(self) -> str:
        """What it means as a word of the language; empty for a name in quotation marks."""
        return "" if self.is_name else self.words.lower()


def condition_read(text: str) -> Condition:
    """What somebody typed, as a condition. UserError where it can't be understood."""
    reader = _Reader(_tokens(text))
    found = reader.mix(0)
    if (rest := reader.rest) is not None:
        raise UserError(
            tr(
                "A mix of codes can’t go on with “{rest}” there. Put “and” or “or” before it, or a bracket.",
                rest=rest,
            )
        )
    return found


def _tokens(text: str) -> list[_Token]:
    found: list[_Token] = []
    at = 0
    text = text.strip()
    while at < len(text):
        match = _TOKEN.match(text, at)
        if match is None:
            raise UserError(tr("A quotation mark has no partner in this mix of codes. Close it."))
        quoted = match["quoted"] if match["quoted"] is not None else match["curly"]
        found.append(_Token(match["sign"] or match["word"]) if quoted is None else _Token(quoted, is_name=True))
        at = match.end()
    return found


class _Reader:
    """Goes through what was typed, from the left."""

    def __init__(self, tokens: list[_Token]) -> None:
        self._tokens = tokens
        self._at = 0

    @property
    def rest(self) -> str | None:
        """The word that stands next; None at the end."""
        return self._tokens[self._at].words if self._at < len(self._tokens) else None

    @property
    def sign(self) -> str:
        """What stands next; empty for a name in quotation marks and at the end."""
        return self._tokens[self._at].sign if self._at < len(self._tokens) else ""

    def mix(self, depth: int) -> Condition:
        """Conditions with one and the same link between them."""
        if depth > _DEEPEST:
            raise UserError(tr("This mix of codes has too many brackets within brackets. Make it simpler."))
        parts = [self._one(depth)]
        link = self.sign if self.sign in _LINKS else ""
        while self.sign in _LINKS:
            if self.sign != link:
                raise UserError(
                    tr(
                        "“and” and “or” side by side can be read in two ways. Put brackets around what belongs "
                        "together."
                    )
                )
            self._at += 1
            parts.append(self._one(depth))
        how = How.ANY if link == "or" else How.ALL
        return parts[0] if len(parts) == 1 else Mix(how=how, parts=tuple(parts))

    def _takes(self, sign: str) -> bool:
        """Whether that stands next; it is passed then."""
        stands = self.sign == sign
        self._at += stands
        return stands

    def _one(self, depth: int) -> Condition:
        """A code, or what stands in brackets, with or without a `not`."""
        without = False
        while self._takes("not"):
            without = not without
        if self._takes("("):
            inside = self.mix(depth + 1)
            if not self._takes(")"):
                raise UserError(tr("A bracket isn’t closed in this mix of codes. Close it."))
            return Mix(how=How.NONE, parts=(inside,)) if without else inside
        place = self._place()
        return Together(codes=(self._name(),), near=place, without=without)

    def _place(self) -> Place:
        if self._takes("beside"):
            return "overlap"
        if self._takes("near"):
            return "turn"
        return self._within() if self.sign == "within" else "itself"

    def _within(self) -> Place:
        said = [token.sign for token in self._tokens[self._at + 1 : self._at + 3]]
        if len(said) < 2 or not re.fullmatch("[0-9]{1,6}", said[0]) or said[1] != "of":
            raise UserError(tr("Say how many turns away: “within 3 of Co-location”."))
        self._at += 3
        return int(said[0])

    def _name(self) -> str:
        """A name in quotation marks, or all words up to the next link or bracket."""
        if self._at < len(self._tokens) and self._tokens[self._at].is_name:
            self._at += 1
            return self._tokens[self._at - 1].words
        words: list[str] = []
        while self.sign and self.sign not in (*_LINKS, *_PLACES, "not", "(", ")"):
            words.append(self._tokens[self._at].words)
            self._at += 1
        if not words:
            raise UserError(tr("The name of a code is missing in this mix of codes. Say which code is meant."))
        return " ".join(words)
