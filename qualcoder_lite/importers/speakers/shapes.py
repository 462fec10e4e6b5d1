"""What a possible label looks like by itself: a name, a role, a code, an office, initials, or words of any text."""

from __future__ import annotations

import re

from qualcoder_lite.domain.names import folded
from qualcoder_lite.importers.speakers.roles import role_of, says_role_plainly
from qualcoder_lite.importers.speakers.words import (
    IN_NO_LABEL,
    NEVER,
    OFFICE_SMALL,
    OFFICE_TITLES,
    OFFICES,
    PERSON_TITLES,
    SMALL,
    TELLING,
)

_WORD = re.compile(r"[^\W\d_]+")
_TITLE = re.compile(rf"(?:{'|'.join(OFFICE_TITLES)})\b")
_CODE = re.compile(r"(?:p|pt|r|s|sp|spk|su|f|m|id|int|speaker)[ -]?\d{1,4}[a-z]?", re.IGNORECASE)
_INITIALS = re.compile(r"(?:[^\W\d_]\.?){1,4}")
_LONGEST_OFFICE = 24  # words


def words_of(label: str) -> list[str]:
    """The words of a label, folded, without numbers and punctuation."""
    return _WORD.findall(folded(label))


def is_telling(label: str) -> bool:
    """Whether the label tells by itself that it names a speaker: “Interviewer 2”, or a code such as P07."""
    words = words_of(label)
    return bool(_CODE.fullmatch(label)) or (len(words) == 1 and words[0] in TELLING)


def is_name(label: str) -> bool:
    """Whether the label has the shape of a name or a role: a few capitalised words, initials, or “support worker”."""
    label = label.partition("(")[0].partition(",")[0].strip() or label
    if not could_name(label):
        return False
    if role_of(label) is not None:
        return len(words_of(label)) <= 4
    words = _WORD.findall(label)
    capitals = any(word[0].isupper() for word in words)
    return len(words) <= 4 and all(
        not word[0].islower() or (word in SMALL and (at or (capitals and word != "and")))
        for at, word in enumerate(words)
    )


def is_office(label: str) -> bool:
    """Whether the label is an office or a titled name, as in parliaments: “The Minister for Care (Jo Bell)”."""
    words = re.findall(r"[^\W\d_][\w'’-]*", label)
    if not 1 < len(words) <= _LONGEST_OFFICE or not _TITLE.match(label):
        return False
    if words[0] == "The" and words[1].lower() not in OFFICES:
        return False
    return all(not word[0].islower() or word in OFFICE_SMALL for word in words) and not label.endswith((".", "?", "!"))


def is_titled(label: str) -> bool:
    """Whether the label may end in a full stop: a titled name, capitals, a role or a code, or Q and A."""
    words = words_of(label)
    if not words or all(word in NEVER for word in words):
        return False
    titled = label.split(maxsplit=1)[0].rstrip(".") in PERSON_TITLES and len(words) > 1
    capitals = label.isupper() and (len(label) > 3 or label in {"Q", "A"}) and could_name(label)
    return titled or capitals or is_telling(label) or says_role_plainly(label) or is_office(label)


def is_initials(label: str) -> bool:
    """Whether the label is one to four capitals, such as “MD” or “J.K.”."""
    return label.isupper() and bool(_INITIALS.fullmatch(label))


def could_name(label: str) -> bool:
    """Whether the label is more than words that stand before a colon in any text: “Note”, “What I mean is”."""
    words = words_of(label)
    return not any(word in IN_NO_LABEL for word in words) and not all(word in NEVER for word in words)
