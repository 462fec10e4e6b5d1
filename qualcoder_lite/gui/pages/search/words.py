"""What the page says of what was found: in a line, aloud, and over the list."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from qualcoder_lite.service.searching.found_elsewhere import Kind
from qualcoder_lite.service.searching.search import Unit
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qualcoder_lite.service.searching.found_elsewhere import FoundElsewhere
    from qualcoder_lite.service.searching.found_words import FoundWords
    from qualcoder_lite.service.searching.search import Found

#: How the page names what is coded of a hit.
UNITS = {Unit.TURN: tr("The whole turn"), Unit.SENTENCE: tr("The sentence"), Unit.MATCH: tr("Only the words")}

#: How the page names what words are found in outside of transcripts, and the way there.
KINDS = {Kind.CODE: tr("Code"), Kind.SUMMARY: tr("Summary"), Kind.MEMO: tr("Memo")}
GO = {
    Kind.CODE: tr("Go to this code"),
    Kind.SUMMARY: tr("Go to its place in the chart"),
    Kind.MEMO: tr("Go to this memo"),
}


def summary(found: Found) -> str:
    """How much was found and where: "128 places in 12 transcripts, from 11 people"."""
    if not found.hits:
        return tr("Nothing was found in what was said")
    more = "" if found.complete else tr(" so far …")
    where = tr("{n:,} transcript", "{n:,} transcripts", n=found.transcripts)
    return tr(
        "{places} in {where}, from {people}{more}",
        places=tr("{n:,} place", "{n:,} places", n=len(found.hits)),
        where=where,
        people=tr("{n:,} person", "{n:,} people", n=found.people),
        more=more,
    )


def also_in(found: Sequence[FoundElsewhere]) -> str:
    """Where else words were found: "also in 2 codes and 1 memo"; nothing where they weren't."""
    times = Counter(each.kind for each in found)
    codes, summaries, memos = (times[kind] for kind in (Kind.CODE, Kind.SUMMARY, Kind.MEMO))
    parts = [tr("{n:,} code", "{n:,} codes", n=codes)] if codes else []
    parts += [tr("{n:,} summary", "{n:,} summaries", n=summaries)] if summaries else []
    parts += [tr("{n:,} memo", "{n:,} memos", n=memos)] if memos else []
    if not parts:
        return ""
    return tr("also in {places}", places=tr(" and ").join([", ".join(parts[:-1]), parts[-1]] if parts[1:] else parts))


def one_line(words: str) -> str:
    """Words in one line, a blank kept at either end where there was one."""
    if not words.strip():
        return " " if words else ""
    left, right = " " if words[0].isspace() else "", " " if words[-1].isspace() else ""
    return f"{left}{' '.join(words.split())}{right}"


def place(found: FoundWords) -> str:
    """Where it was said: "Elsie, turn 8"."""
    person = found.participant or found.title
    return person if found.turn is None else tr("{person}, turn {turn}", person=person, turn=found.turn)


def source(found: FoundWords) -> str:
    """Where it was said and by whom, in one line."""
    said_by = found.speaker if found.speaker and found.speaker != found.participant else None
    return " · ".join(part for part in (place(found), said_by, found.site, found.client_group) if part)


def spoken(found: FoundWords) -> str:
    """A hit as a screen reader says it."""
    words = "".join(one_line(part) for part in (found.before, found.match, found.after)).strip()
    said_by = tr("{speaker} says", speaker=found.speaker) if found.speaker else tr("outside all turns")
    where = ", ".join(part for part in (place(found), found.site, found.client_group) if part)
    return f"{one_line(found.match).strip()}. {said_by}: {words}. {where}"
