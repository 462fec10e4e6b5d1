"""Counts and times in the words of a document."""

from __future__ import annotations

from qualcoder_lite.translation import tr


def people(number: int) -> str:
    """So many people: "1 person", "1,200 people"."""
    return tr("{n:,} person", "{n:,} people", n=number)


def quotes(number: int) -> str:
    """So many quotes."""
    return tr("{n:,} quote", "{n:,} quotes", n=number)


def passages(number: int) -> str:
    """So many passages."""
    return tr("{n:,} passage", "{n:,} passages", n=number)


def places(number: int) -> str:
    """So many places in texts."""
    return tr("{n:,} place", "{n:,} places", n=number)


def words_of_text(number: int) -> str:
    """So many words."""
    return tr("{n:,} word", "{n:,} words", n=number)


def sites(number: int) -> str:
    """So many sites."""
    return tr("{n:,} site", "{n:,} sites", n=number)


def client_groups(number: int) -> str:
    """So many client groups."""
    return tr("{n:,} client group", "{n:,} client groups", n=number)


def transcripts(number: int) -> str:
    """So many transcripts."""
    return tr("{n:,} transcript", "{n:,} transcripts", n=number)


def interviews(number: int) -> str:
    """So many interviews."""
    return tr("{n:,} interview", "{n:,} interviews", n=number)


def clock(milliseconds: int) -> str:
    """A place in a recording: "00:14:32"."""
    minutes, seconds = divmod(milliseconds // 1000, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours:02}:{minutes:02}:{seconds:02}"


def unasked_plainly(number: int, of: int) -> str:
    """Of how many quotes of how many people it isn't recorded whether they may be quoted, in plain words."""
    return tr(
        "We have not written down yet whether we may quote {people}: {quotes}", people=people(of), quotes=quotes(number)
    )
