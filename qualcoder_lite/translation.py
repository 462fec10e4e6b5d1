"""What the program says, in the language of whoever sits at the window: English, unless there is a translation.

Whatever a person sees or hears is written in English where it is said, as a whole sentence, and goes through `tr`:

    tr("Findings")
    tr("Remove {name} from this turn?", name=code.name)
    tr("{n:,} quote", "{n:,} quotes", n=len(quotes))

This module knows no translation. The window puts one in place with `speak` before anything is said; the command line
does not, and so says the same sentences in English. In the layers below the window no text is looked up while its
module is imported, which may be too soon: a text at the top of a module is marked with `tr_later` there, and goes
through `tr` when it is said. `python3 dev.py words` gathers the texts for translators (docs/translating.md).
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    #: A text in another language, found by the English one, its plural (or ""), and the number it depends on (or -1).
    LookUp = Callable[[str, str, int], str]

#: The language that the texts are written in, as documents name it.
ENGLISH = "en-GB"

_log = logging.getLogger(__name__)


class _Spoken:
    look_up: LookUp | None = None
    language: str = ENGLISH


def speak(look_up: LookUp | None, language: str = ENGLISH) -> None:
    """Say everything from now on as `look_up` has it; in English with None.

    Args:
        look_up: Finds a text in another language; gives back the English text where it has none.
        language: That language, as in "pl" or "pt-BR".
    """
    _Spoken.look_up, _Spoken.language = look_up, language


def language() -> str:
    """The language that is spoken now, for documents that tell theirs."""
    return _Spoken.language


def tr(words: str, several: str = "", /, *, n: int = -1, **values: object) -> str:
    """A text in the person's language, with its places in braces filled in as `str.format` does.

    Where the words depend on a number, that is `n`, and `several` is the text for any number but one.
    """
    english = several if several and n != 1 else words
    if n >= 0:
        values["n"] = n
    look_up = _Spoken.look_up
    found = look_up(words, several, n) if look_up else english
    if found is english or found in (words, english):
        return english.format(**values) if values else english
    try:
        return found.format(**values) if values else found
    except (AttributeError, LookupError, ValueError):
        _log.warning("The places in a translation don't fit: %s", found)
        return english.format(**values)


def tr_later(words: str, /) -> str:
    """The text as it is, marked for translators: it goes through `tr` when it is said."""
    return words
