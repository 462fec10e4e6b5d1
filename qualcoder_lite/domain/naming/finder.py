"""Proposing what may tell who somebody is: names, places, organisations, dates, numbers. A person decides about each.

Everything is found by rule, on this computer: patterns for what has a form of its own; for names, words that are
written with a capital within a sentence and never without one, what stands around them, and the labels of speakers. It
finds most names that a careful reader would, and some words that are none; what is written small isn't found.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from qualcoder_lite.domain.naming.no_names import OPENERS, ROLES, SAY_NOTHING

if TYPE_CHECKING:
    from collections.abc import Iterable


class NameKind(StrEnum):
    """What a proposal seems to be."""

    PERSON = "person"
    PLACE = "place"
    ORGANISATION = "organisation"
    NAME = "name"
    DATE = "date"
    PHONE = "phone number"
    EMAIL = "e-mail address"
    POSTCODE = "postcode"
    NHS_NUMBER = "NHS number"


class Proposal(NamedTuple):
    """A form found in texts, what it seems to be, and how often it stands there."""

    words: str
    kind: NameKind
    times: int


_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_PATTERNS = {
    NameKind.EMAIL: re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"),
    # The form of GOV.UK's own guidance: one or two letters, a digit, perhaps one more, a blank, a digit, two letters.
    NameKind.POSTCODE: re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b"),
    NameKind.DATE: re.compile(
        rf"\b(?:\d{{1,2}}(?:st|nd|rd|th)?(?: of)? (?:{_MONTHS})(?: \d{{4}})?|(?:{_MONTHS}) \d{{1,2}}(?:st|nd|rd|th)?"
        rf"(?:,? \d{{4}})?|\d{{1,2}}[/.]\d{{1,2}}[/.]\d{{2,4}}|\d{{4}}-\d{{2}}-\d{{2}})\b"
    ),
    NameKind.NHS_NUMBER: re.compile(r"\b\d{3}[ -]?\d{3}[ -]?\d{4}\b"),
    NameKind.PHONE: re.compile(r"(?<!\w)(?:\+44 ?|0)(?:\(0\) ?)?\d{2,4}[ -]?\d{3,4}[ -]?\d{3,4}\b"),
}
_CAPITAL = r"[A-ZÀ-ÖØ-Þ][\w’'-]*"
_NAME = re.compile(rf"(?<![\w’']){_CAPITAL}(?: {_CAPITAL})*")
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_POSSESSIVE = re.compile(r"['’]s?$")
_OPENS = re.compile(r"(?:^|[.!?…:]|[\n\t]|[“\"‘(\[–—])[\s“\"‘(\[–—]*$")
_TITLED = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Dr|PC|Sister|Nurse|Auntie|Aunt|Uncle|called|named|name is|name's)\.? $")
_KIN = re.compile(
    r"\b(?:daughter|son|sister|brother|husband|wife|mother|father|mum|dad|niece|nephew|friend|partner|neighbour|"
    r"carer|worker|social worker|doctor|nurse),? $",
    re.IGNORECASE,
)
_PLACED = re.compile(r"\b(?:in|at|near|from|to|of|around|outside|towards) $", re.IGNORECASE)


def _each(words: str) -> frozenset[str]:
    return frozenset(words.split())


_BODIES = _each(
    "Hospital Council Trust Centre Center Surgery House School College University Society Association Church Clinic "
    "Court Lodge Home Team Service Services Project Foundation Library Club Pharmacy"
)
_STREETS = _each("Road Street Lane Avenue Close Drive Square Crescent Terrace Way Hill Park Gardens Place")
_TITLES = _each("Mr Mrs Ms Miss Dr PC Sister Nurse Auntie Aunt Uncle")
_NEVER = _each(
    "I Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mondays Tuesdays Wednesdays Thursdays Fridays "
    "Saturdays Sundays Christmas Easter God English British NHS TV GP GPs OT OTs CPN CPNs MP UK Q A OK Oh"
) | frozenset(_MONTHS.split("|"))
_SHORTEST = 2  # letters of a name
_BEFORE = 30  # characters before a name that are looked at


@dataclass
class NameFinder:
    """Learns from all texts, then tells what it found. `ordinary` words, written small, name nobody."""

    ordinary: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        """Know nothing yet."""
        self._small: Counter[str] = Counter()
        self._capital: Counter[str] = Counter()
        self._within: Counter[str] = Counter()
        self._around: dict[str, Counter[NameKind]] = {}
        self._patterned: dict[NameKind, Counter[str]] = {kind: Counter() for kind in _PATTERNS}
        self._labels: set[str] = set()

    def learn(self, text: str, labels: Iterable[str] = ()) -> None:
        """Take in a text, and the labels of those who speak in it."""
        self._labels.update({_bare(label) for label in labels} - ROLES)
        self._small.update(word for word in _WORD.findall(text) if word[:1].islower())
        taken: list[tuple[int, int]] = []
        for kind, pattern in _PATTERNS.items():
            for found in pattern.finditer(text):
                apart = all(found.end() <= start or found.start() >= end for start, end in taken)
                if apart and (kind is not NameKind.NHS_NUMBER or is_nhs_number(found.group())):
                    taken.append(found.span())
                    self._patterned[kind][found.group()] += 1
        for found in _NAME.finditer(text):
            if not any(start <= found.start() and found.end() <= end for start, end in taken):  # half a postcode
                self._take_name(text, found)

    def _take_name(self, text: str, found: re.Match[str]) -> None:
        before = text[max(0, found.start() - _BEFORE) : found.start()]
        # At the start of a sentence every word has a capital: only what follows says anything.
        opens = bool(_OPENS.search(before))
        if _TITLED.search(before.replace("\n", " ")):  # “Mrs” at the end of a line that was broken by hand
            opens, before = False, before.replace("\n", " ")
        words = found.group().split(" ")
        while words and _says_nothing(words[0]):
            before, words, opens = f"{before}{words[0]} ", words[1:], False
        while words and _says_nothing(words[-1]):
            words = words[:-1]
        name = _bare(" ".join(words))
        if len(name) < _SHORTEST or _names_nobody(" ".join(words)):
            return
        self._capital[name] += 1
        self._within[name] += not opens or len(words) > 1
        votes = self._around.setdefault(name, Counter())
        if _TITLED.search(before) or _KIN.search(before):
            votes[NameKind.PERSON] += 3
        elif _PLACED.search(before):
            votes[NameKind.PLACE] += 1

    def proposals(self) -> list[Proposal]:
        """What may tell who somebody is, by kind, then commonest first."""
        found = [
            Proposal(words, kind, times) for kind, forms in self._patterned.items() for words, times in forms.items()
        ]
        found += [Proposal(name, self._kind(name), times) for name, times in self._names().items()]
        order = {kind: n for n, kind in enumerate(NameKind)}
        return sorted(found, key=lambda one: (order[one.kind], -one.times, one.words))

    def _names(self) -> Counter[str]:
        """The words that seem to be names, without an ordinary word before them that only began a sentence."""
        names: Counter[str] = Counter()
        for name, times in self._capital.items():
            first, _, rest = name.partition(" ")
            if rest and (_opens(first) if _is_body(name) else self._is_ordinary(first)):
                rest = _untitled(rest)
                self._within[rest] += times
                names[rest] += times
            else:
                names[name] += times
        return Counter({name: times for name, times in names.items() if self._is_name(name)})

    def _is_ordinary(self, word: str) -> bool:
        small = word.lower().replace("’", "'")
        forms = (small, small.replace("'", "’"))
        return _opens(word) or any(self._small[each] or each in self.ordinary for each in forms)

    def _is_name(self, name: str) -> bool:
        if name in self._labels:
            return True
        if not name or _names_nobody(name):
            return False
        words = name.split(" ")
        if _is_body(name):
            return bool(self._within[name])
        return bool(self._within[name]) and not self._is_ordinary(words[0]) and not all(map(self._is_ordinary, words))

    def _kind(self, name: str) -> NameKind:
        last = name.rsplit(" ", maxsplit=1)[-1]
        if last in _BODIES:
            return NameKind.ORGANISATION
        if last in _STREETS and " " in name:
            return NameKind.PLACE
        if name in self._labels:
            return NameKind.PERSON
        votes = self._around.get(name, Counter())
        person, place = votes[NameKind.PERSON], votes[NameKind.PLACE]
        if person == place:
            return NameKind.NAME
        return NameKind.PERSON if person > place else NameKind.PLACE


def is_nhs_number(words: str) -> bool:
    """Whether ten digits are an NHS number: the last is the check digit, modulo 11, of the nine before it."""
    digits = [int(character) for character in words if character.isdigit()]
    weighed = sum(digit * weight for digit, weight in zip(digits[:9], range(10, 1, -1), strict=True))
    check = 11 - weighed % 11
    return (0 if check == 11 else check) == digits[9]


def placeholder(kind: NameKind) -> str:
    """What to put in the place of something of this kind where nothing better is known."""
    return f"[{kind}]"


def _says_nothing(word: str) -> bool:
    """Whether a word has its capital for another reason than that it names somebody."""
    return word[:2] in ("I'", "I’") or _bare(word) in _NEVER or _bare(word) in _TITLES


def _opens(word: str) -> bool:
    """Whether a word, or what it is short for ("Where's"), only begins a sentence."""
    return re.split("['’]", word.lower(), maxsplit=1)[0] in OPENERS


def _is_body(name: str) -> bool:
    """Whether several words end as bodies and streets do: each of them may be an ordinary one by itself."""
    return " " in name and name.rsplit(" ", maxsplit=1)[-1] in _BODIES | _STREETS


def _untitled(name: str) -> str:
    words = name.split(" ")
    while words and words[0] in _TITLES:
        words = words[1:]
    return " ".join(words)


def _names_nobody(name: str) -> bool:
    """Whether it is known to name nobody, as it stands or without its possessive."""
    said = name.replace("’", "'").strip(" .:,")
    return said in SAY_NOTHING or (_bare(said) in SAY_NOTHING) or all(w in SAY_NOTHING for w in said.split(" "))


def _bare(word: str) -> str:
    return _POSSESSIVE.sub("", word.strip(" .:,’'"))
