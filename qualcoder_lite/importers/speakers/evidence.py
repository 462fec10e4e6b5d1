"""Which of a text's possible labels are speakers': the evidence of the whole file, and the judgement on each.

A possible label counts if it tells by itself (“Interviewer 1:”, “P07:”), if it is repeated, or if it stands once,
shaped like a name, among speakers who are known. A phrase, an everyday word, a heading or a line of the transcript's
head is not a speaker.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from qualcoder_lite.domain.transcript import Found
from qualcoder_lite.importers.speakers.labels import Form, Label
from qualcoder_lite.importers.speakers.roles import key_of, says_role_plainly
from qualcoder_lite.importers.speakers.shapes import (
    could_name,
    is_initials,
    is_name,
    is_office,
    is_telling,
    is_titled,
    words_of,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from qualcoder_lite.importers.speakers.heads import Head

LINE = re.compile(r"\S[^\n]*")
_LOWER_CASE_WORD = re.compile(r"[^\W\d_]+")
_SURE_COUNT = 3  # times that an everyday word must be seen as a label ("Grace", "Mark") before it is one
_MOSTLY = 0.5  # of the lines, where every label is seen once only
_MOST_SEEN_ONCE = 3  # labels; more are a list
_MOST_DOUBTFUL = 8  # labels that are told of though they weren't taken for speakers'
_NEVER_GUESTS = frozenset({Form.ARROWS, Form.DASH, Form.BRACKETS})  # too like other lines to be one once
_OWN_LINE_SHARE = 0.2  # of the lines, where names stand on lines of their own


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


class Evidence:
    """Every possible label of a file, and the judgement on each."""

    def __init__(self, text: str, head: Head, assured: Iterable[str]) -> None:
        """Judge the labels of a text; `assured` are those that somebody said are speakers'."""
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
        lines = sum(1 for _ in LINE.finditer(self._text))
        return len(repeated) > 1 and sum(tally.count for tally in repeated) > lines * _OWN_LINE_SHARE

    def _is_guest(self, tally: _Tally) -> bool:
        """Whether a label seen once or twice is that of somebody who chips in among the known speakers."""
        label = tally.words
        if tally.form is Form.OWN_LINE:  # one word may be all of an answer: “Daughter”
            return says_role_plainly(label) and (tally.bold or " " in label)
        if tally.form in _NEVER_GUESTS or not (tally.speaks or tally.form is Form.STAMP):
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
        lines = sum(1 for _ in LINE.finditer(self._text)) - len(self._head.fields)
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
