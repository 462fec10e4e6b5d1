"""Who speaks where in a transcript: labels found at the start of paragraphs, judged over the whole file.

`evidence.py` has the judgement. A key (“MD - Michelle Drumm”) makes labels of the bare initials that open
paragraphs.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from qualcoder_lite.domain.errors import listed
from qualcoder_lite.domain.transcript import Found, ReadingChoices, Speaker, Turn
from qualcoder_lite.importers.speakers.evidence import LINE, Evidence
from qualcoder_lite.importers.speakers.heads import Head, read_head, roles_stated
from qualcoder_lite.importers.speakers.labels import (
    Form,
    Label,
    assured_label_at,
    assured_pattern,
    bare_pattern,
    label_at,
)
from qualcoder_lite.importers.speakers.roles import assign_roles, key_of
from qualcoder_lite.importers.speakers.stamps import stamp_alone
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from qualcoder_lite.importers.file_text import Mark

_LONGEST_STAMP = 40  # characters
_BEFORE_STAMP = frozenset({Form.OWN_LINE, Form.BRACKETS})  # below these, or after, may stand a stamp on its own
_QUESTION, _QUESTION_OR_ANSWER = re.compile(r"[Qq](\d{1,4})"), re.compile(r"[QqAa]\d{1,4}")
_FEWEST_QUESTIONS = 3
_APART = "="  # begins the key of a spelling that is kept apart; no other key has it


class FoundTurns(NamedTuple):
    """The speakers of a text in order of appearance, and their turns in order of position.

    `guesses` says in sentences what had to be guessed; `found` tells of each speaker's label, `doubtful` of those that
    were not taken for speakers'.
    """

    speakers: tuple[Speaker, ...]
    turns: tuple[Turn, ...]
    guesses: tuple[str, ...] = ()
    found: tuple[Found, ...] = ()
    doubtful: tuple[Found, ...] = ()


def find_turns(
    text: str,
    choices: ReadingChoices | None = None,
    fields: Mapping[str, str] | None = None,
    *,
    marks: Sequence[Mark] = (),
    known: Sequence[Mark] = (),
    times: Mapping[int, int] | None = None,
) -> FoundTurns:
    """Find the speakers' turns in a canonical text.

    Args:
        text: The text of record.
        choices: What a person said of its speakers.
        fields: What the file's metadata says, such as who interviewed.
        marks: Where the file itself says that somebody begins to speak; then nothing is looked for.
        known: Where somebody was found to begin before; others are looked for besides.
        times: Milliseconds by position, for turns that begin there.
    """
    choices = choices or ReadingChoices()
    head = read_head(text)
    evidence = Evidence(text, head, {*choices.speakers, *(mark.label for mark in known)})
    if marks:
        found = list(map(_marked, marks))
    else:
        found = _questions_and_answers(_with_known(_labels(text, head, choices.speakers), known))
    for label in found:
        evidence.add(label)
    refused = {key_of(label) for label in choices.not_speakers}
    labels = [label for label in found if label.key not in refused and (marks or evidence.is_accepted(label))]
    taken = {label.key for label in labels}
    labels = _with_joined(_kept_apart(labels, choices.apart), choices.same)
    shown = {key_of(other): " ".join(other.split()) for other in choices.same.values()}
    turns, names = _turns(text, labels, times or {}, shown)
    stated = {**roles_stated((fields or {}).items()), **head.roles}
    speakers, turns, guesses = assign_roles(text, names, turns, stated, choices.roles)
    told = _told_of(labels, evidence, shown, sure=bool(marks))
    return FoundTurns(
        speakers, turns, (*_joined_sentences(told, choices.same), *guesses), told, evidence.doubtful(taken)
    )


def _marked(mark: Mark) -> Label:
    return Label(mark.start, mark.speech, mark.label, key_of(mark.label) or mark.label, Form.COLON)


def _with_known(labels: Iterable[Label], known: Sequence[Mark]) -> list[Label]:
    """Labels, those that are known and others that don't overlap them, in order of position."""
    if not known:
        return list(labels)
    starts = [mark.start for mark in known]

    def is_new(label: Label) -> bool:
        before = bisect_right(starts, label.start) - 1
        return before < 0 or label.start >= known[before].speech

    return sorted([*map(_marked, known), *filter(is_new, labels)], key=lambda label: label.start)


def _questions_and_answers(labels: list[Label]) -> list[Label]:
    """The labels, questions and answers that are numbered one by one (“Q1.”, “A1.”, “Q2.”) being two speakers'."""
    numbers = [int(match[1]) for label in labels if (match := _QUESTION.fullmatch(label.words))]
    if len(numbers) < _FEWEST_QUESTIONS or numbers != sorted(set(numbers)):
        return labels
    return [
        label._replace(words=label.words[0].upper(), key=label.words[0].lower())
        if _QUESTION_OR_ANSWER.fullmatch(label.words)
        else label
        for label in labels
    ]


def _kept_apart(labels: list[Label], apart: Collection[str]) -> list[Label]:
    """The labels, those of some spellings under keys of their own."""
    return [label._replace(key=_APART + label.words) if label.words in apart else label for label in labels]


def _with_joined(labels: list[Label], same: Mapping[str, str]) -> list[Label]:
    """The labels with those of one person under one key: what a person said, and names with and without brackets."""
    keys = {label.key: label.words for label in labels}
    into = _without_brackets(keys)
    into |= {key_of(one): key_of(other) for one, other in same.items()}
    shown = {key_of(other): " ".join(other.split()) for other in same.values()}
    found: list[Label] = []
    for label in labels:
        key = label.key
        for _ in range(len(into) + 1):  # one joined to another that is joined to a third
            if key not in into or into[key] == label.key:
                break
            key = into[key]
        found.append(label if key == label.key else label._replace(key=key))
    missing = {key: words for key, words in shown.items() if key not in keys}
    return [label._replace(words=missing[label.key]) if label.key in missing else label for label in found]


def _without_brackets(keys: Mapping[str, str]) -> dict[str, str]:
    """Labels that are another one with something in brackets, “Jo Bell (Fenmarsh)” and “Jo Bell”: the one to the other.

    An office with its holder's name, “The Minister (Jo Bell)”, is joined to whichever of the two comes again.
    """
    into: dict[str, str] = {}
    for key, words in keys.items():
        base, bracket, rest = words.partition("(")
        if not bracket or key.startswith(_APART):
            continue
        others = [key_of(base), key_of(rest.partition(")")[0])]
        other = next((other for other in others if other in keys and other != key), None)
        if other is not None:
            into[key] = other
    return {key: other for key, other in into.items() if list(into.values()).count(other) == 1}


def _told_of(labels: Sequence[Label], evidence: Evidence, shown: Mapping[str, str], *, sure: bool) -> tuple[Found, ...]:
    """Of each speaker, in order of appearance, how the label is written and whether it is beyond doubt."""
    spellings: dict[str, Counter[str]] = {}
    for label in labels:
        spellings.setdefault(label.key, Counter())[label.words] += 1
    return tuple(
        Found(
            label=_shown(key, written, shown),
            spellings={_shown(key, written, shown): 0, **dict(written.most_common())},
            sure=sure or evidence.is_beyond_doubt(key, written.total()),
        )
        for key, written in spellings.items()
    )


def _joined_sentences(told: Iterable[Found], said: Collection[str]) -> Iterator[str]:
    """Sentences that say which spellings were taken for one speaker, those aside that a person said are."""
    for one in told:
        known = {one.label.casefold(), *(label.casefold() for label in said)}
        others = [spelling for spelling in one.spellings if spelling.casefold() not in known]
        if others:
            yield tr("{labels} were taken for one speaker.", labels=listed([one.label, *others], "and"))


def _labels(text: str, head: Head, said: Collection[str]) -> Iterator[Label]:
    """Everything that may be a label, line by line; a stamp on a line of its own belongs to the label below it.

    What a person `said` is a label is one whatever it looks like.
    """
    assured = assured_pattern(said)
    bare = bare_pattern(map(str.rstrip, LINE.findall(text)), said) if said else None
    stamp: tuple[int, int] | None = None
    for line in LINE.finditer(text):
        start = line.start()
        end = start + len(line.group().rstrip())
        if start in head.fields:
            continue
        label = assured_label_at(text, start, end, assured) if assured else None
        label = label or _bare(text, start, end, head.bare) or _bare(text, start, end, bare)
        label = label or label_at(text, start, end)
        if label is not None:
            if stamp is not None and label.timestamp is None:
                label = label._replace(start=stamp[0], timestamp=stamp[1])
            yield label
        time = stamp_alone(text[start:end]) if end - start < _LONGEST_STAMP else None
        stamp = (start, time) if time is not None else None


def _bare(text: str, start: int, end: int, pattern: re.Pattern[str] | None) -> Label | None:
    """A label that is known to open paragraphs without a colon, such as initials of the key."""
    match = pattern.match(text, start, end) if pattern else None
    if match is None:
        return None
    return Label(start, match.end(), match["label"], key_of(match["label"]), Form.BARE)


def _shown(key: str, written: Counter[str], shown: Mapping[str, str]) -> str:
    """How a speaker is called: as a person said, else as the label is mostly written."""
    return shown[key] if shown.get(key) in written else written.most_common(1)[0][0]


def _turns(
    text: str, labels: list[Label], times: Mapping[int, int], shown: Mapping[str, str]
) -> tuple[list[Turn], list[str]]:
    """The turns that the labels open, and what each speaker is called."""
    spellings: dict[str, Counter[str]] = {}
    for label in labels:
        spellings.setdefault(label.key, Counter())[label.words] += 1
    numbers = {key: number for number, key in enumerate(spellings)}
    turns = [
        _turn(text, label, after, numbers[label.key], times)
        for label, after in zip(labels, _next_starts(labels, len(text)), strict=True)
    ]
    return turns, [_shown(key, written, shown) for key, written in spellings.items()]


def _next_starts(labels: list[Label], end: int) -> Iterable[int]:
    yield from (label.start for label in labels[1:])
    if labels:
        yield end


def _turn(text: str, label: Label, after: int, speaker: int, times: Mapping[int, int]) -> Turn:
    """The turn from a label to the last non-blank character before the next one."""
    end = label.start + len(text[label.start : after].rstrip())
    said = text[label.end : end]
    timestamp = times.get(label.start) if label.timestamp is None else label.timestamp
    if timestamp is None and label.form in _BEFORE_STAMP:
        first, _, rest = said.strip().partition("\n")
        timestamp = stamp_alone(first.strip()) if len(first) < _LONGEST_STAMP else None
        said = said if timestamp is None else rest
    speech = end - len(said.strip()) if said else end
    return Turn(label.start, speech, end, speaker, timestamp)
