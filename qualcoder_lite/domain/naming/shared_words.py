"""Finding somebody's words where no key leads to them: in a memo that quotes them, in a note, in a summary.

Words are compared without case and punctuation. A run of four words that they said, and nobody else did, is taken for
a quotation; so are two with a word that only they used and that is no ordinary one. Such a word counts by itself too:
it may be a name. All of it is proposed to a person, who decides.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

#: What is put in the place of somebody's words that are taken out.
TAKEN_OUT = "[withdrawn]"

_WORD = re.compile(r"\w+(?:['’]\w+)*")
_RUN = 4  # words in a row that are a quotation by themselves
_SHORTEST = 3  # letters of a single word that is looked for


class SharedKind(StrEnum):
    """How a stretch was recognised."""

    RUN = "run"
    WORD = "word"


class Shared(NamedTuple):
    """A stretch of a text that has somebody's words."""

    start: int
    end: int
    kind: SharedKind


class Word(NamedTuple):
    """A word of a text in the form in which words are compared, and where it stands."""

    folded: str
    start: int
    end: int


def words_of(text: str) -> list[Word]:
    """The words of a text, in order."""
    return [Word(_folded(found.group()), *found.span()) for found in _WORD.finditer(text)]


def _folded(text: str) -> str:
    return text.casefold().replace("’", "'")


@dataclass
class WordsOf:
    """What only one person said, learnt from their texts and then from everybody else's.

    `names` are words that stand for the person whatever anybody said, such as their pseudonym; `ordinary` words say
    nothing by themselves.
    """

    names: Collection[str] = ()
    ordinary: frozenset[str] = frozenset()
    _pairs: set[tuple[str, ...]] = field(default_factory=set[tuple[str, ...]])
    _runs: set[tuple[str, ...]] = field(default_factory=set[tuple[str, ...]])
    _single: set[str] = field(default_factory=set[str])
    _named: list[list[str]] = field(default_factory=list[list[str]])

    def __post_init__(self) -> None:
        """Know the names as words."""
        self._named = [[word.folded for word in words_of(name)] for name in self.names]

    def learn(self, text: str) -> None:
        """Take in a text of theirs."""
        words = _WORD.findall(_folded(text))
        self._pairs.update(pairwise(words))
        self._runs.update(_runs(words))
        self._single.update(word for word in words if len(word) >= _SHORTEST)

    def unlearn(self, text: str) -> None:
        """Take in a text of somebody else's: what is in it too is not theirs alone."""
        words = _WORD.findall(_folded(text))  # not `words_of`: a large project has a million words to unlearn
        self._runs.difference_update(_runs(words))
        self._single.difference_update(words)

    @property
    def distinctive(self) -> frozenset[str]:
        """The words that nobody else used."""
        return frozenset(self._single)

    def found_in(self, text: str, *, single: bool = True) -> list[Shared]:
        """Where a text has their words, in order and apart; `single` is whether one word alone counts."""
        words = words_of(text)
        kinds: list[SharedKind | None] = [None] * len(words)
        if single:
            for n, word in enumerate(words):
                if self._is_telling(word.folded):
                    kinds[n] = SharedKind.WORD
        for start, end in (*self._shared_runs(words), *self._mentions(words)):
            kinds[start:end] = [SharedKind.RUN] * (end - start)
        return _joined(words, kinds)

    def _is_telling(self, word: str) -> bool:
        return word in self._single and word not in self.ordinary

    def _shared_runs(self, words: Sequence[Word]) -> Iterable[tuple[int, int]]:
        said = [word.folded for word in words]
        for n, run in enumerate(_runs(said)):
            if run in self._runs:
                yield n, n + _RUN
        for n, pair in enumerate(pairwise(said)):
            if pair in self._pairs and any(map(self._is_telling, pair)):
                yield n, n + 2

    def _mentions(self, words: Sequence[Word]) -> Iterable[tuple[int, int]]:
        said = [word.folded for word in words]
        for name in self._named:
            for n in range(len(said) - len(name) + 1):
                if name and said[n : n + len(name)] == name:
                    yield n, n + len(name)


def without(text: str, shared: Sequence[Shared]) -> str:
    """A text with stretches taken out; that something stood there is shown."""
    pieces: list[str] = []
    last = 0
    for start, end, _ in shared:
        pieces += text[last:start], TAKEN_OUT
        last = end
    return "".join([*pieces, text[last:]])


def _runs(words: Sequence[str]) -> Iterable[tuple[str, ...]]:
    return zip(*(words[n:] for n in range(_RUN)), strict=False)


def _joined(words: Sequence[Word], kinds: Sequence[SharedKind | None]) -> list[Shared]:
    found: list[Shared] = []
    for n, (word, kind) in enumerate(zip(words, kinds, strict=True)):
        if kind is None:
            continue
        if n and kinds[n - 1] is not None:
            last = found.pop()
            both = SharedKind.RUN if SharedKind.RUN in (kind, last.kind) else SharedKind.WORD
            found.append(Shared(last.start, word.end, both))
        else:
            found.append(Shared(word.start, word.end, kind))
    return found
