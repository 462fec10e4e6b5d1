"""What the page says of what was found: in a line, aloud, and over the list."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from qualcoder_lite.domain.transcript import SpeakerRole
from qualcoder_lite.service.found_elsewhere import Kind
from qualcoder_lite.service.search import Unit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qualcoder_lite.service.found_elsewhere import FoundElsewhere
    from qualcoder_lite.service.found_words import FoundWords
    from qualcoder_lite.service.search import Found

#: How the page names the roles of speakers, in the order in which it offers them.
ROLES = {
    SpeakerRole.PARTICIPANT: "Participants",
    SpeakerRole.CARER: "Carers",
    SpeakerRole.SUPPORT: "Support workers",
    SpeakerRole.INTERVIEWER: "Interviewers",
    SpeakerRole.OTHER: "Others",
}

#: How the page names what is coded of a hit.
UNITS = {Unit.TURN: "The whole turn", Unit.SENTENCE: "The sentence", Unit.MATCH: "Only the words"}

#: How the page names what words are found in outside of transcripts, and the way there.
KINDS = {Kind.CODE: "Code", Kind.SUMMARY: "Summary", Kind.MEMO: "Memo"}
GO = {Kind.CODE: "Go to this code", Kind.SUMMARY: "Go to its place in the chart", Kind.MEMO: "Go to this memo"}
_NOUNS = {Kind.CODE: ("code", "codes"), Kind.SUMMARY: ("summary", "summaries"), Kind.MEMO: ("memo", "memos")}


def counted(number: int, noun: str, nouns: str = "") -> str:
    """A number with its noun: "1 place", "409 places", "2 people"."""
    return f"{number:,} {noun if number == 1 else nouns or f'{noun}s'}"


def summary(found: Found) -> str:
    """How much was found and where: "128 places in 12 transcripts, from 11 people"."""
    if not found.hits:
        return "Nothing was found in what was said"
    more = "" if found.complete else " so far …"
    where = counted(found.transcripts, "transcript")
    return f"{counted(len(found.hits), 'place')} in {where}, from {counted(found.people, 'person', 'people')}{more}"


def also_in(found: Sequence[FoundElsewhere]) -> str:
    """Where else words were found: "also in 2 codes and 1 memo"; nothing where they weren't."""
    times = Counter(each.kind for each in found)
    parts = [counted(times[kind], *nouns) for kind, nouns in _NOUNS.items() if times[kind]]
    if not parts:
        return ""
    return f"also in {' and '.join([', '.join(parts[:-1]), parts[-1]] if parts[1:] else parts)}"


def one_line(words: str) -> str:
    """Words in one line, a blank kept at either end where there was one."""
    if not words.strip():
        return " " if words else ""
    left, right = " " if words[0].isspace() else "", " " if words[-1].isspace() else ""
    return f"{left}{' '.join(words.split())}{right}"


def place(found: FoundWords) -> str:
    """Where it was said: "Elsie, turn 8"."""
    person = found.participant or found.title
    return person if found.turn is None else f"{person}, turn {found.turn}"


def source(found: FoundWords) -> str:
    """Where it was said and by whom, in one line."""
    said_by = found.speaker if found.speaker and found.speaker != found.participant else None
    return " · ".join(part for part in (place(found), said_by, found.site, found.client_group) if part)


def spoken(found: FoundWords) -> str:
    """A hit as a screen reader says it."""
    words = "".join(one_line(part) for part in (found.before, found.match, found.after)).strip()
    said_by = f"{found.speaker} says" if found.speaker else "outside all turns"
    where = ", ".join(part for part in (place(found), found.site, found.client_group) if part)
    return f"{one_line(found.match).strip()}. {said_by}: {words}. {where}"
