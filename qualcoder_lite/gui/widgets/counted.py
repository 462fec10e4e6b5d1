"""How many are chosen, in words, for choices that are folded away: a sentence of its own for each kind of thing.

Whole sentences, because in other languages the ending of a word follows its number.
"""

from __future__ import annotations

from qualcoder_lite.translation import tr


def codes(n: int) -> str:
    """So many codes."""
    return tr("{n:,} code", "{n:,} codes", n=n)


def sites(n: int) -> str:
    """So many sites."""
    return tr("{n:,} site", "{n:,} sites", n=n)


def client_groups(n: int) -> str:
    """So many client groups."""
    return tr("{n:,} client group", "{n:,} client groups", n=n)


def respondents(n: int) -> str:
    """So many kinds of people who answer."""
    return tr("{n:,} kind of respondent", "{n:,} kinds of respondent", n=n)


def coders(n: int) -> str:
    """So many coders."""
    return tr("{n:,} coder", "{n:,} coders", n=n)


def answers(n: int) -> str:
    """So many answers to whether an outcome was delivered."""
    return tr("{n:,} answer", "{n:,} answers", n=n)


def speakers(n: int) -> str:
    """So many kinds of speaker."""
    return tr("{n:,} kind of speaker", "{n:,} kinds of speaker", n=n)
