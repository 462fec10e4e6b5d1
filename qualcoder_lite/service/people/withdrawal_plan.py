"""What withdrawing a participant would do: all that is theirs, and where else words stand that only they said."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from qualcoder_lite.domain.naming.shared_words import Shared, SharedKind, WordsOf, without
from qualcoder_lite.domain.progress import part
from qualcoder_lite.service.extracts.word_comments import TITLE as COMMENT_TITLE
from qualcoder_lite.service.program.shipped import codebook_texts, ordinary_words
from qualcoder_lite.storage.exports import exports
from qualcoder_lite.storage.people import free_text, people, withdrawals
from qualcoder_lite.storage.transcripts import schedule, texts, transcripts
from qualcoder_lite.storage.upkeep import scrub

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from qualcoder_lite.domain.progress import Progress
    from qualcoder_lite.service.session import Session
    from qualcoder_lite.storage.exports.exports import Export
    from qualcoder_lite.storage.people.free_text import FreeText

_AROUND = 40  # characters of a place's surroundings that are shown
# What is called alike for everybody ("Interview 7"), and repeats what is said in the texts.
_NAMING = frozenset({"participant", "transcript", "speaker"})
# Where a single word says nothing: these are written for everybody, and speak of what all interviews are about.
_COMMON_PLACES = frozenset({"codebook", "code_group", "code", "codebook_change", "register_feature", "question"})
_LONG_ENOUGH = 5  # letters: a shorter word is found by chance in a file's bytes


@dataclass(frozen=True, slots=True)
class SharedPlace:
    """A place outside their transcripts that has words of theirs: a stretch of what somebody wrote.

    `key` names the place when a person decides about it. `kind` tells a run of words from a single one.
    """

    where: FreeText
    start: int
    end: int
    kind: SharedKind

    @property
    def key(self) -> tuple[str, str, str, int]:
        """What tells this place from every other."""
        return self.where.table, self.where.row, self.where.column, self.start

    @property
    def before(self) -> str:
        """What stands before it."""
        return _clipped(self.where.words[: self.start], from_end=True)

    @property
    def words(self) -> str:
        """The words themselves."""
        return self.where.words[self.start : self.end]

    @property
    def after(self) -> str:
        """What stands after it."""
        return _clipped(self.where.words[self.end :])


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawalPlan:
    """What would go: the participant's transcripts by title, how many rows of each noun, places elsewhere, exports.

    `theirs` is what only they said, learnt once: it takes a moment in a large project.
    """

    participant: str
    name: str
    transcripts: Sequence[str]
    words: int
    counts: Mapping[str, int]
    places: Sequence[SharedPlace]
    exports: Sequence[Export]
    backups: int
    theirs: WordsOf = field(repr=False)

    @property
    def files(self) -> Sequence[str]:
        """The files that hold their words, each once."""
        return tuple(dict.fromkeys(export.file for export in self.exports))


class Looked:
    """A participant with all that is theirs, found once.

    Attributes:
        found: The rows that go, ids by table.
        plan: What is shown to a person before anything goes.
    """

    def __init__(self, session: Session, participant: str, progress: Progress, theirs: WordsOf | None = None) -> None:
        """Look for a participant (a name or id); `theirs` is what was learnt before. Raises UnknownNameError."""
        self._database = session.database
        entry = session.directory.participants.find(participant)
        self._id, self._name = entry.id, entry.name
        people = withdrawals.one_with(self._database, "participant", [entry.id])
        self._transcripts = withdrawals.transcripts_of(self._database, people)
        self.found = withdrawals.closure(self._database, {"participant": people, "transcript": self._transcripts})
        self._words = theirs or self._learnt(part(progress, 0, 90))
        self.plan = self._planned()
        progress(100, 100)

    def _learnt(self, progress: Progress) -> WordsOf:
        """What only they said: their texts and what is recorded of them, less everybody else's."""
        database = self._database
        everybody = people.names(database, "participant")
        alone = sum(name.casefold() == self._name.casefold() for _, name in everybody) == 1
        words = WordsOf(names=[self._name] if alone else [], ordinary=ordinary_words())
        for text in self._theirs():
            words.learn(text)
        others = [id_ for id_, _, _ in transcripts.names(database) if id_ not in self._transcripts]
        for n, id_ in enumerate(others):
            progress(n, len(others))
            words.unlearn(texts.body(database, id_))
        for text in codebook_texts():  # what came with the program was nobody's words before it was theirs
            words.unlearn(text)
        for question in schedule.questions(database):  # nor is it theirs what everybody was asked
            words.unlearn(question.wording)
        # Nor the name of a coder or of a site, though they may have said it: a site would go with them otherwise, and
        # its name out of the titles of all who were heard there.
        for name in (*people.names(database, "coder"), *people.names(database, "site")):
            words.unlearn(name[1])
        words.unlearn(COMMENT_TITLE)  # what a memo is called that was a comment in Word
        return words

    def _theirs(self) -> list[str]:
        here = [id_ for id_, _, _ in transcripts.names(self._database) if id_ in self._transcripts]
        prose = (place for place in free_text.read_prose(self._database) if place.table not in _NAMING)
        written = [place.words for place in prose if self._is_theirs(place)]
        return [*texts.bodies(self._database, here).values(), *written]

    def _is_theirs(self, place: FreeText) -> bool:
        return place.row in self.found.get(place.table, ())

    def _planned(self) -> WithdrawalPlan:
        database = self._database
        here = [one for one in transcripts.read(database) if one.id in self._transcripts]
        places = [
            SharedPlace(written, *shared)
            for written in free_text.read_prose(database)
            if not self._is_theirs(written)
            for shared in self._shared(written)
        ]
        return WithdrawalPlan(
            participant=self._id,
            name=self._name,
            transcripts=[one.title for one in here],
            words=sum(one.words for one in here),
            counts={table: len(ids) for table, ids in self.found.items()},
            places=places,
            exports=exports.read(database, self._transcripts),
            backups=scrub.backups_of(database),
            theirs=self._words,
        )

    def _shared(self, written: FreeText) -> list[Shared]:
        return self._words.found_in(written.words, single=written.table not in _COMMON_PLACES)

    def taken_out(self, words: str) -> str:
        """Words of the past without theirs."""
        return without(words, self._words.found_in(words))

    @cached_property
    def only_theirs(self) -> frozenset[str]:
        """The words by which to see whether anything is left: what nobody else uses anywhere in the project."""
        left = WordsOf()
        for word in self._words.distinctive:
            left.learn(word)
        for written in free_text.read(self._database):
            left.unlearn(written.words)
        left.unlearn(scrub.names_in(self._database))
        return frozenset(word for word in left.distinctive if len(word) >= _LONG_ENOUGH)


def _clipped(words: str, *, from_end: bool = False) -> str:
    words = " ".join(words.split())
    if len(words) <= _AROUND:
        return words
    return f"… {words[-_AROUND:].partition(' ')[2]}" if from_end else f"{words[:_AROUND].rpartition(' ')[0]} …"
