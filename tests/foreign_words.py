"""A language that nobody speaks, and how words are found that aren't in it: forgotten ones, or a project's own.

What went through `tr` stands in ⟦ ⟧, with accents, a third longer.
"""

from __future__ import annotations

import json
import re
import sqlite3
from contextlib import closing
from functools import cache
from typing import TYPE_CHECKING

from qualcoder_lite.domain.extracts.quote_id import quote_id
from qualcoder_lite.domain.naming.shared_words import TAKEN_OUT
from qualcoder_lite.domain.people import CONTINUUM, ROLES, Respondent
from qualcoder_lite.service.codebook.codebooks import published

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

ACCENTS = str.maketrans("aeiouAEIOUcnsy", "àéîöüÀÉÎÖÜçñšý")
KEPT = re.compile(r"(\{[^{}]*\}|\(\*[^)]*\)|<[^<>]*>|&\w)")
TAGS = re.compile(r"<[^<>]*>|\(\*[^)]*\)")
# A key, a file, a kind of file, a checklist and the program's name are the same in every language.
NO_WORDS = re.compile(
    r"\b((Ctrl|Alt|Shift)\+)+\S+|(?<!\S)/\S+|\b[\w-]+\.csv\b|\b(CSV|Excel|Word|COREQ|SRQR)\b|QualCoder Lite"
)
# What the tables are called that publications of the study have.
PUBLISHED = [published(table).title for table in ("published-2013", "published-2011")]


def pseudo(words: str) -> str:
    """A text in the language: readable, marked, a third longer, its places in braces as they were.

    What is filled in stands outside of ⟦ ⟧: it is to have gone through `tr` itself, or is a name.
    """
    parts = KEPT.split(words)
    said = [part if number % 2 or not part else f"⟦{part.translate(ACCENTS)}⟧" for number, part in enumerate(parts)]
    return f"{''.join(said)}⟦{'·' * (len(words) // 3)}⟧"


def look_up(words: str, several: str, number: int) -> str:
    """A text in the language, the plural where there is one and it isn't one."""
    return pseudo(several if several and number != 1 else words)


def unmarked(text: str) -> str:
    """What of a text didn't go through `tr`: a blank for all that stands in ⟦ ⟧, also where that is cut off inside."""
    depth, rest = 0, ""
    for sign in text:
        if sign == "⟦":
            depth += 1
        elif sign == "⟧":
            depth, rest = max(0, depth - 1), f"{rest} " if depth else ""
        elif not depth:
            rest += sign
    return TAGS.sub("", rest).strip()


class OwnWords:
    """What a project says itself: every text that it keeps, its quotes' ids, and others (`also`) that are nobody's."""

    def __init__(self, project: Path, also: Iterable[str] = ()) -> None:
        """Read a project's file."""
        with closing(sqlite3.connect(f"file:{project}?mode=ro", uri=True)) as database:
            tables = database.execute(
                "select name from sqlite_master where type = 'table' and name not like '%search%'"
            )
            coders = [name for (name,) in database.execute("select name from coder")]
            quotes = [quote_id(coding) for (coding,) in database.execute("select id from coding")]
            rows = [row for (table,) in tables.fetchall() for row in database.execute(f"select * from {table}")]
        kept = {_plain(text) for row in rows for value in row for text in _texts_in(value)}
        # A letter alone, such as a code's key, is in any word.
        kept = {each for each in kept if len(each) > 1 and re.search(r"[A-Z ]", each)}
        kept -= {*ROLES, *Respondent, *CONTINUUM}
        first_names = (name.split()[0] for name in coders)
        self._texts = [TAKEN_OUT, *PUBLISHED, *first_names, *quotes, *map(_plain, also), *kept]
        self._whole = "\n".join(self._texts)
        #: Whether a text holds words that aren't the project's own: whole texts of it, or three words in a row from it.
        self.lacks = cache(self._lacks)

    def _lacks(self, text: str) -> bool:
        text = NO_WORDS.sub(" ", _plain(text))
        words = [found.span() for found in re.finditer(r"\S+", text)]
        if len(words) > 2 and text in self._whole:  # as all of its words in threes are
            return False
        known: set[int] = set()
        for each in (each for each in self._texts if each in text):
            known.update(at for found in re.finditer(re.escape(each), text) for at in range(*found.span()))
        if _has_words(text, known):
            for (start, _), (_, end) in zip(words, words[2:], strict=False):
                if text[start:end].rstrip(".…’") in self._whole:
                    known.update(range(start, end))
        return _has_words(text, known)


def _plain(text: str) -> str:
    """A text without quotation marks and breaks, as it is compared."""
    return re.sub("[“”‘]", "", " ".join(text.split()))


def _texts_in(value: object) -> Iterator[str]:
    """The texts in a value of a project, which may be JSON."""
    if isinstance(value, dict):
        for each in value.values():
            yield from _texts_in(each)
    elif isinstance(value, list):
        for each in value:
            yield from _texts_in(each)
    elif isinstance(value, str):
        yield value
        if value[:1] in ("[", "{"):
            yield from _texts_in(json.loads(value))


def _has_words(text: str, known: set[int]) -> bool:
    """Whether words are left in a text where it isn't known."""
    rest = "".join(sign if at not in known else " " for at, sign in enumerate(text))
    return bool(re.search(r"[^\W\d_]{2,}", rest))
