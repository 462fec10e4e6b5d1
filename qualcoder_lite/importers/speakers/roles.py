"""Who a speaker is in the interview, guessed from the words of the label."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING

from qualcoder_lite.domain.names import folded
from qualcoder_lite.domain.transcript import Speaker, SpeakerRole
from qualcoder_lite.importers.speakers.words import (
    ALONE,
    CARER,
    INTERVIEWER,
    ORDINARY,
    OTHER,
    PARTICIPANT,
    SUPPORT,
    SUPPORT_PHRASES,
)
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from qualcoder_lite.domain.transcript import Turn

_SHORT = 60  # words of a question with its lead-in

_WORD = re.compile(r"[^\W\d_]+")


@lru_cache(maxsize=1000)  # a transcript has few speakers and many turns
def key_of(label: str) -> str:
    """What the spellings of one label share: “Interviewer 1”, “INTERVIEWER1” and “interviewer 1 ” are one speaker."""
    return re.sub(r"[\s._#-]+", "", folded(label))


def role_of(label: str) -> SpeakerRole | None:
    """The role that the words of a label state, None where they state none, as a name does."""
    said = folded(label)
    words = [word for word in _WORD.findall(said) if word != "s"]
    # Short words say a role only by themselves ("I", "P 1"): within a name they are initials or something else.
    telling = {word for word in words if len(words) == 1 or word not in ALONE}
    if telling & SUPPORT or any(phrase in said for phrase in SUPPORT_PHRASES):
        return SpeakerRole.SUPPORT
    if telling & INTERVIEWER:
        return SpeakerRole.INTERVIEWER
    if telling & CARER:
        return SpeakerRole.CARER
    if telling & PARTICIPANT or "service user" in said:
        return SpeakerRole.PARTICIPANT
    return SpeakerRole.OTHER if telling & OTHER else None


def says_role_plainly(label: str) -> bool:
    """Whether the label is a role that other texts hardly ever have before a colon: “Daughter”, not “Support”."""
    return role_of(label) is not None and not all(word in ORDINARY for word in _WORD.findall(folded(label)))


def assign_roles(
    text: str,
    labels: Sequence[str],
    turns: Sequence[Turn],
    stated: Mapping[str, SpeakerRole],
    given: Mapping[str, SpeakerRole],
) -> tuple[tuple[Speaker, ...], tuple[Turn, ...], tuple[str, ...]]:
    """The speakers with their roles, the turns, and sentences about what was guessed.

    What the user gave comes first, then what the head of the transcript states, then the label's own words; where
    nobody is known to interview, the speaker whose turns are mostly short questions.

    Args:
        text: The text of record.
        labels: The speakers' labels.
        turns: Their turns.
        stated: Roles by key of label, from the transcript's head.
        given: Roles by label as a user writes it.
    """
    by_key = {key_of(label): role for label, role in given.items()}
    keys = [key_of(label) for label in labels]
    roles = [by_key.get(key) or stated.get(key) or role_of(label) for key, label in zip(keys, labels, strict=True)]
    guesses = [
        tr("Nobody is labelled “{label}” in this transcript.", label=label)
        for label in given
        if key_of(label) not in keys
    ]
    if len(labels) > 1 and SpeakerRole.INTERVIEWER not in roles:
        asker = _asker(text, turns, [number for number, role in enumerate(roles) if role is None])
        if asker is None:
            guesses.append(tr("No speaker could be told to be the interviewer."))
        else:
            roles[asker] = SpeakerRole.INTERVIEWER
            guesses.append(
                tr("“{label}” was taken to be the interviewer, having mostly short questions.", label=labels[asker])
            )
    speakers = (Speaker(label, role or SpeakerRole.PARTICIPANT) for label, role in zip(labels, roles, strict=True))
    return tuple(speakers), tuple(turns), tuple(guesses)


def _asker(text: str, turns: Sequence[Turn], unknown: Sequence[int]) -> int | None:
    """The speaker of unknown role most of whose turns are short questions, twice as many as anybody else's."""
    asked: Counter[int] = Counter()
    spoken: Counter[int] = Counter()
    for turn in turns:
        said = text[turn.speech : turn.end]
        spoken[turn.speaker] += 1
        asked[turn.speaker] += "?" in said and len(said.split()) <= _SHORT
    askers = sorted((number for number in unknown if asked[number] * 2 > spoken[number]), key=lambda n: -asked[n])
    if not askers or (len(askers) > 1 and asked[askers[0]] < 2 * asked[askers[1]]):
        return None
    return askers[0]
