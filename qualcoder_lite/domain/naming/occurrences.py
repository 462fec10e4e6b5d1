"""Finding a name in texts, in all the forms in which it stands there, for a person to choose which are meant."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from qualcoder_lite.domain.errors import UserError
from qualcoder_lite.domain.offset_map import Replacement
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_EITHER_APOSTROPHE = re.compile("['’]")
_BLANKS = r"[^\S\n]+"


@dataclass(frozen=True, slots=True, kw_only=True)
class NameQuery:
    """What is looked for. Without `whole_words`, longer words with the name in them are found too: Margarets, Annie."""

    words: str
    whole_words: bool = True
    match_case: bool = False

    def forms(self, texts: Iterable[str]) -> Counter[str]:
        """Each form in which the name stands in texts, as it is written there, with how often.

        Raises UserError where there is nothing to look for.
        """
        if not self.words.strip():
            raise UserError(tr("Write the name that is to be replaced."))
        around = "" if self.whole_words else r"\w*"
        wanted = re.compile(
            rf"(?<!\w){around}(?:{_spellings(self.words)}){around}(?!\w)", 0 if self.match_case else re.IGNORECASE
        )
        return Counter(found.group() for text in texts for found in wanted.finditer(text))


class Replacer:
    """Puts other words in the place of forms, each as a whole word and to the letter; longer forms come first."""

    def __init__(self, words: Mapping[str, str]) -> None:
        """`words` are what to put in the place of each form. UserError where one is blank."""
        if not words:
            raise UserError(tr("Choose at least one form of the name."))
        if any(not new.strip() for new in words.values()):
            raise UserError(tr("Say what to put in the place of the name, such as [daughter]."))
        if any(mark in new for new in words.values() for mark in '"\\\n'):
            raise UserError(tr("What stands in the place of a name can’t have quotation marks or backslashes in it."))
        self._words = dict(words)
        in_order = sorted(words, key=len, reverse=True)
        self._pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, in_order))})(?!\w)")

    def places(self, text: str) -> list[Replacement]:
        """Where the forms stand in a text, in order, with what to put there."""
        return [Replacement(*found.span(), self._words[found.group()]) for found in self._pattern.finditer(text)]

    def replaced(self, text: str) -> str:
        """A text with all of them replaced."""
        return self._pattern.sub(lambda found: self._words[found.group()], text)


def _spellings(words: str) -> str:
    """A pattern for a name: either apostrophe, any blanks between its words, accents as one character or as two."""
    forms = dict.fromkeys(unicodedata.normalize(form, " ".join(words.split())) for form in ("NFC", "NFD"))
    return "|".join(
        _BLANKS.join(_EITHER_APOSTROPHE.sub("['’]", re.escape(part)) for part in form.split(" ")) for form in forms
    )
