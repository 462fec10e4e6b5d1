"""What finds a query: words as they are written, or a pattern."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qualcoder_lite.domain.errors import UserError
from qualcoder_lite.domain.search_words import WordsMatcher

if TYPE_CHECKING:
    from qualcoder_lite.domain.search import Matcher, Query


def matcher(query: Query, characters: int = 0) -> Matcher:
    """What finds a query; `characters` says how much is to be looked through, so that a pattern's time is in keeping.

    Raises UserError where nothing is looked for, or a regular expression is wrong; looking for spans raises it where a
    regular expression takes too long.
    """
    if not query.words.strip():
        raise UserError("Say what to look for: a word, or some words in a row.")
    if not query.regex:
        return WordsMatcher(query)
    from qualcoder_lite.domain.search_pattern import PatternMatcher

    return PatternMatcher(query, characters)
