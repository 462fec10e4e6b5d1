"""What finds a query: words as they are written, or a pattern."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qualcoder_lite.domain.errors import UserError
from qualcoder_lite.domain.searching.folding import plainly_small
from qualcoder_lite.domain.searching.search import pieces
from qualcoder_lite.domain.searching.words import WordsMatcher
from qualcoder_lite.domain.transcript import Span
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from qualcoder_lite.domain.searching.search import Matcher, Query


def matcher(query: Query, characters: int = 0) -> Matcher:
    """What finds a query; `characters` says how much is to be looked through, so that a pattern's time is in keeping.

    Raises UserError where nothing is looked for, or a regular expression is wrong; looking for spans raises it where a
    regular expression takes too long.
    """
    if not query.words.strip():
        raise UserError(tr("Say what to look for: a word, or some words in a row."))
    if not query.regex:
        return WordsMatcher(query)
    from qualcoder_lite.domain.searching.pattern import PatternMatcher

    return PatternMatcher(query, characters)


def first_place(match: Matcher, text: str) -> Span | None:
    """Where what is looked for stands first in a text, paragraph by paragraph; None where it doesn't.

    Raises UserError where a regular expression takes too long.
    """
    prepared = match.prepared(plainly_small(text) if match.small else text)
    first = match.first(prepared)
    if first < 0:
        return None
    found = next(match.spans(prepared, pieces(text, None), first), None)
    return None if found is None else Span(*found[:2])
