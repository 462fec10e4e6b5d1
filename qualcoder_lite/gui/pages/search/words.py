"""What the page says of what was found: in a line, aloud, and over the list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qualcoder_lite.domain.transcript import SpeakerRole
from qualcoder_lite.service.search import Unit

if TYPE_CHECKING:
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


def counted(number: int, noun: str, nouns: str = "") -> str:
    """A number with its noun: "1 place", "409 places", "2 people"."""
    return f"{number:,} {noun if number == 1 else nouns or f'{noun}s'}"


def summary(found: Found) -> str:
    """How much was found and where: "128 places in 12 transcripts, from 11 people"."""
    if not found.hits:
        return "Nothing was found"
    more = "" if found.complete else " so far …"
    where = counted(found.transcripts, "transcript")
    return f"{counted(len(found.hits), 'place')} in {where}, from {counted(found.people, 'person', 'people')}{more}"


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
