"""Who speaks where in a transcript: labels found at the start of paragraphs, judged over the whole file.

A possible label counts if it tells by itself (“Interviewer 1:”, “P07:”), if it is repeated, or if it stands once,
shaped like a name, among speakers who are known. A phrase, an everyday word, a heading or a line of the transcript's
head is not a speaker. A key (“MD - Michelle Drumm”) makes labels of the bare initials that open paragraphs.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from qualcoder_lite.domain.errors import listed
from qualcoder_lite.domain.transcript import Found, ReadingChoices, Speaker, Turn
from qualcoder_lite.importers.heads import Head, read_head, roles_stated
from qualcoder_lite.importers.labels import (
    Form,
    Label,
    assured_label_at,
    assured_pattern,
    could_name,
    is_initials,
    is_name,
    is_office,
    is_telling,
    is_titled,
    label_at,
    stamp_alone,
    words_of,
)
from qualcoder_lite.importers.roles import assign_roles, key_of, says_role_plainly

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from qualcoder_lite.importers.file_text import Mark

_LINE = re.compile(r"\S[^\n]*")
_LOWER_CASE_WORD = re.compile(r"[^\W\d_]+")
_SURE_COUNT = 3  # times that an everyday word must be seen as a label ("Grace", "Mark") before it is one
_LONGEST_STAMP = 40  # characters
_MOSTLY = 0.5  # of the lines, where every label is seen once only
_MOST_SEEN_ONCE = 3  # labels; more are a list
_MOST_DOUBTFUL = 8  # labels that are told of though they weren't taken for speakers'
_NEVER_GUESTS = frozenset({Form.OWN_LINE, Form.ARROWS, Form.DASH, Form.BRACKETS})  # too like other lines to be one once
_QUESTION, _QUESTION_OR_ANSWER = re.compile(r"[Qq](\d{1,4})"), re.compile(r"[QqAa]\d{1,4}")
_FEWEST_QUESTIONS = 3
_APART = "="  # begins the key of a spelling that is kept apart; no other key has it
_OWN_LINE_SHARE = 0.2  # of the lines, where names stand on lines of their own


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
    evidence = _Evidence(text, head, {*choices.speakers, *(mark.label for mark in known)})
    if marks:
        found = list(map(_marked, marks))
    else:
        found = _with_known(_labels(text, head, assured_pattern(choices.speakers)), known)
    if not marks:
        found = _questions_and_answers(found)
    for label in found:
        evidence.add(label)
    refused = {key_of(label) for label in choices.not_speakers}
    labels = [label for label in found if label.key not in refused and (marks or evidence.is_accepted(label))]
    taken = {label.key for label in labels}
    labels = _with_joined(_kept_apart(labels, choices.apart), choices.same)
    turns, names = _turns(text, labels, times or {})
    stated = {**roles_stated((fields or {}).items()), **head.roles}
    speakers, turns, guesses = assign_roles(text, names, turns, stated, choices.roles)
    told = _told_of(labels, evidence, sure=bool(marks))
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


def _told_of(labels: Sequence[Label], evidence: _Evidence, *, sure: bool) -> tuple[Found, ...]:
    """Of each speaker, in order of appearance, how the label is written and whether it is beyond doubt."""
    spellings: dict[str, Counter[str]] = {}
    for label in labels:
        spellings.setdefault(label.key, Counter())[label.words] += 1
    return tuple(
        Found(
            label=written.most_common(1)[0][0],
            spellings=dict(written.most_common()),
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
            yield f"{listed([one.label, *others], 'and')} were taken for one speaker."


def _labels(text: str, head: Head, assured: re.Pattern[str] | None) -> Iterator[Label]:
    """Everything that may be a label, line by line; a stamp on a line of its own belongs to the label below it."""
    stamp: tuple[int, int] | None = None
    for line in _LINE.finditer(text):
        start = line.start()
        end = start + len(line.group().rstrip())
        if start in head.fields:
            continue
        label = assured_label_at(text, start, end, assured) if assured else None
        label = label or _bare_initials(text, start, end, head) or label_at(text, start, end)
        if label is not None:
            if stamp is not None and label.timestamp is None:
                label = label._replace(start=stamp[0], timestamp=stamp[1])
            yield label
        time = stamp_alone(text[start:end]) if end - start < _LONGEST_STAMP else None
        stamp = (start, time) if time is not None else None


def _bare_initials(text: str, start: int, end: int, head: Head) -> Label | None:
    """Initials of the key that open a paragraph without a colon."""
    match = head.bare.match(text, start, end) if head.bare else None
    if match is None:
        return None
    return Label(start, match.end(), match["label"], key_of(match["label"]), Form.BARE)


@dataclass
class _Tally:
    """What is known of one label over the whole file."""

    spellings: Counter[str] = field(default_factory=Counter[str])
    forms: Counter[Form] = field(default_factory=Counter[Form])
    speaks: bool = False
    bold: bool = False
    numbered: int = 0
    lower: int = 0

    @property
    def form(self) -> Form:
        return self.forms.most_common(1)[0][0]

    @property
    def count(self) -> int:
        return self.forms.total()

    @property
    def words(self) -> str:
        return self.spellings.most_common(1)[0][0]


class _Evidence:
    """Every possible label of a file, and the judgement on each."""

    def __init__(self, text: str, head: Head, assured: Iterable[str]) -> None:
        self._assured = frozenset(map(key_of, assured))
        self._text = text
        self._head = head
        self._tallies: defaultdict[str, _Tally] = defaultdict(_Tally)
        self._accepted: dict[str, frozenset[Form]] | None = None
        self._lower_case: frozenset[str] | None = None

    def add(self, label: Label) -> None:
        """Take a possible label into account."""
        tally = self._tallies[label.key]
        tally.spellings[label.words] += 1
        tally.forms[label.form] += 1
        tally.speaks = tally.speaks or label.speaks
        tally.bold = tally.bold or label.bold
        tally.numbered += label.numbered
        tally.lower += label.lower

    def is_accepted(self, label: Label) -> bool:
        """Whether a possible label is one, all evidence being in."""
        if self._accepted is None:
            self._accepted = self._judge()
        return label.form in self._accepted.get(label.key, ())

    def _judge(self) -> dict[str, frozenset[Form]]:
        """The labels that are labels, each with the forms in which it is one."""
        sure = {key for key, tally in self._tallies.items() if self._is_sure(key, tally)}
        style = self._style(sure)
        named_lines = style is Form.OWN_LINE and self._names_on_own_lines()
        accepted = {key for key in sure if self._fits(key, style, named_lines=named_lines)}
        if accepted:
            accepted |= {key for key, tally in self._tallies.items() if tally.form is style and self._is_guest(tally)}
        else:
            accepted = self._names_seen_once()
        if len(accepted) == 1 and self._is_hardly_seen(*accepted):
            return {}
        return {key: self._forms(key) for key in accepted}

    def is_beyond_doubt(self, key: str, times: int) -> bool:
        """Whether an accepted label tells by itself or comes so often that nobody need look at it."""
        tally = self._tallies.get(key)
        if tally is None or times >= _SURE_COUNT:
            return True
        return self._is_known(key, tally) or is_telling(tally.words)

    def doubtful(self, taken: Collection[str]) -> tuple[Found, ...]:
        """Labels that were not taken for speakers' although they come again, the commonest first."""
        left = [
            tally
            for key, tally in self._tallies.items()
            if key not in taken and tally.form is not Form.OWN_LINE and tally.count > 1
        ]
        left.sort(key=lambda tally: -tally.count)
        return tuple(
            Found(label=tally.words, spellings=dict(tally.spellings.most_common()), sure=False)
            for tally in left[:_MOST_DOUBTFUL]
        )

    def _is_sure(self, key: str, tally: _Tally) -> bool:
        label = tally.words
        if self._is_known(key, tally):
            return True
        if tally.form in {Form.ARROWS, Form.STOP}:
            return tally.count > 1 and (tally.form is Form.ARROWS or is_titled(label))
        if is_telling(label):
            return tally.form not in {Form.OWN_LINE, Form.BRACKETS} or tally.count > 1
        if tally.form is Form.COLON and is_office(label) and not says_role_plainly(label):
            return tally.count > 1 or "(" in label
        return self._is_repeated_name(tally)

    def _is_repeated_name(self, tally: _Tally) -> bool:
        """Whether a label is a name that comes again; words of every day must come more often."""
        label = tally.words
        if tally.count < (_SURE_COUNT if tally.form is Form.DASH else 2):
            return False
        if not (is_name(label) or self._is_name_in_lower_case(tally)):
            return False
        often = tally.count >= _SURE_COUNT and tally.form not in {Form.DASH, Form.BRACKETS}
        return often or says_role_plainly(label) or not self._is_everyday(label)

    def _is_name_in_lower_case(self, tally: _Tally) -> bool:
        """Whether a word in lower case is somebody's name, being only ever a label: “lee:” again and again."""
        label = tally.words
        if tally.count < _SURE_COUNT or not label.isalpha() or not label.islower() or not could_name(label):
            return False
        words = sum(1 for match in _LOWER_CASE_WORD.finditer(self._text) if match.group() == label)
        return words <= tally.count

    def _is_known(self, key: str, tally: _Tally) -> bool:
        """Whether somebody said that this is a speaker: a person, the transcript's key, or a voice tag."""
        said = key in self._assured or key in self._head.labels
        return said or Form.BARE in tally.forms or Form.VOICE in tally.forms

    def _style(self, sure: set[str]) -> Form:
        """The form that most of the sure labels have."""
        forms: Counter[Form] = Counter()
        for key in sure:
            forms.update(self._tallies[key].forms)
        return forms.most_common(1)[0][0] if forms else Form.COLON

    def _fits(self, key: str, style: Form, *, named_lines: bool) -> bool:
        """Whether a sure label keeps to the file's form; a name in another form is a word in a table or on a line."""
        tally = self._tallies[key]
        if self._is_known(key, tally) or is_telling(tally.words):
            return True
        if tally.form is Form.ARROWS or (tally.form is Form.COLON and is_office(tally.words)):
            return True
        if tally.form is not style:
            return False
        return style is not Form.OWN_LINE or tally.bold or named_lines

    def _names_on_own_lines(self) -> bool:
        """Whether the file gives each speaker's name a line of its own: several names, again and again."""
        repeated = [
            tally
            for tally in self._tallies.values()
            if tally.form is Form.OWN_LINE and tally.count > 1 and is_name(tally.words)
        ]
        lines = sum(1 for _ in _LINE.finditer(self._text))
        return len(repeated) > 1 and sum(tally.count for tally in repeated) > lines * _OWN_LINE_SHARE

    def _is_guest(self, tally: _Tally) -> bool:
        """Whether a label seen once or twice is that of somebody who chips in among the known speakers."""
        label = tally.words
        if tally.form in {Form.OWN_LINE, Form.ARROWS, Form.DASH, Form.BRACKETS} or not (
            tally.speaks or tally.form is Form.STAMP
        ):
            return False
        if tally.form is Form.STOP:
            return is_titled(label)
        if not is_name(label) or tally.lower == tally.count:
            return False
        return says_role_plainly(label) or is_initials(label) or not self._is_everyday(label)

    def _is_hardly_seen(self, key: str) -> bool:
        """Whether a text's only label is just a word before a colon twice, such as “Author”."""
        tally = self._tallies[key]
        known = key in self._head.labels or Form.BARE in tally.forms or is_telling(tally.words)
        return not known and tally.count < _SURE_COUNT

    def _names_seen_once(self) -> set[str]:
        """The labels of a file so short that nobody speaks twice."""
        guests = {key for key, tally in self._tallies.items() if self._is_guest(tally) and tally.form is Form.COLON}
        lines = sum(1 for _ in _LINE.finditer(self._text)) - len(self._head.fields)
        return guests if 1 < len(guests) <= _MOST_SEEN_ONCE and len(guests) >= lines * _MOSTLY else set()

    def _is_everyday(self, label: str) -> bool:
        """Whether every word of the label is also written in lower case in the text, as a name's words are not."""
        if self._lower_case is None:
            words = (match.group() for match in _LOWER_CASE_WORD.finditer(self._text))
            self._lower_case = frozenset(word for word in words if word[0].islower())
        return all(word in self._lower_case for word in words_of(label))

    def _forms(self, key: str) -> frozenset[Form]:
        """The forms in which an accepted label counts: a name alone on a line only if that is how it mostly stands."""
        forms = self._tallies[key].forms
        own = forms[Form.OWN_LINE]
        return frozenset(form for form in forms if form is not Form.OWN_LINE or own * 2 >= forms.total())


def _turns(text: str, labels: list[Label], times: Mapping[int, int]) -> tuple[list[Turn], list[str]]:
    """The turns that the labels open, and each speaker's label as it is mostly written."""
    spellings: dict[str, Counter[str]] = {}
    for label in labels:
        spellings.setdefault(label.key, Counter())[label.words] += 1
    numbers = {key: number for number, key in enumerate(spellings)}
    turns = [
        _turn(text, label, after, numbers[label.key], times)
        for label, after in zip(labels, _next_starts(labels, len(text)), strict=True)
    ]
    return turns, [words.most_common(1)[0][0] for words in spellings.values()]


def _next_starts(labels: list[Label], end: int) -> Iterable[int]:
    yield from (label.start for label in labels[1:])
    if labels:
        yield end


def _turn(text: str, label: Label, after: int, speaker: int, times: Mapping[int, int]) -> Turn:
    """The turn from a label to the last non-blank character before the next one."""
    end = label.start + len(text[label.start : after].rstrip())
    said = text[label.end : end]
    speech = end - len(said.lstrip()) if said else end
    timestamp = times.get(label.start) if label.timestamp is None else label.timestamp
    return Turn(label.start, speech, end, speaker, timestamp)
