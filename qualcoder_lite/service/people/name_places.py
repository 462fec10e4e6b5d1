"""Where names stand in a project: the forms they are written in, and every place of the forms that were chosen."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from qualcoder_lite.domain.naming.finder import NameFinder, NameKind, placeholder
from qualcoder_lite.domain.naming.occurrences import Replacer
from qualcoder_lite.domain.progress import unwatched
from qualcoder_lite.service.directory import one_line
from qualcoder_lite.service.program.shipped import ordinary_words
from qualcoder_lite.storage.people import free_text
from qualcoder_lite.storage.transcripts import texts, transcripts, turns

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from qualcoder_lite.domain.naming.finder import Proposal
    from qualcoder_lite.domain.naming.occurrences import NameQuery
    from qualcoder_lite.domain.offset_map import Replacement
    from qualcoder_lite.domain.progress import Progress
    from qualcoder_lite.storage.file.database import Database

_AROUND = 48  # characters shown before and after a place

#: A place's key: ("transcript", id, "", start), or (table, row, column, start) for one that is written elsewhere.
PlaceKey = tuple[str, str, str, int]

# The first part of the key of a place in a transcript.
_TRANSCRIPT = "transcript"


@dataclass(frozen=True, slots=True, kw_only=True)
class NameForm:
    """A form of a name as it is written in the project: in how many places of the transcripts, and elsewhere.

    `kind` is what it seems to be, where it was suggested.
    """

    words: str
    in_transcripts: int
    elsewhere: int
    kind: NameKind | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NamePlace:
    """One place of a form, with what stands around it and what is to stand there.

    `title` is the transcript's, empty for a place elsewhere, which `table` and `column` then name.
    """

    key: PlaceKey
    title: str
    table: str
    column: str
    before: str
    words: str
    after: str
    new: str

    @property
    def in_transcript(self) -> bool:
        """Whether it stands in what somebody said."""
        return bool(self.title)


def forms(database: Database, query: NameQuery, progress: Progress) -> list[NameForm]:
    """The forms in which a name stands in the project, commonest first. UserError where nothing is looked for."""
    in_transcripts = query.forms(said(database, progress))
    written = query.forms(place.words for place in free_text.read(database))
    found = [
        NameForm(words=words, in_transcripts=in_transcripts[words], elsewhere=written[words])
        for words in dict.fromkeys([*in_transcripts, *written])
    ]
    return sorted(found, key=lambda form: (-form.in_transcripts - form.elsewhere, form.words))


def suggested(database: Database, progress: Progress) -> list[NameForm]:
    """What may tell who somebody is, found by rule; a person decides about each."""
    finder = NameFinder(ordinary_words())
    for id_, _, text in _each_transcript(database, progress):
        finder.learn(text, [speaker.label for speaker in turns.speakers(database, id_)])
    proposals = finder.proposals()
    elsewhere = _elsewhere(database, proposals)
    return [
        NameForm(words=one.words, in_transcripts=one.times, elsewhere=elsewhere[one.words], kind=one.kind)
        for one in proposals
    ]


def _elsewhere(database: Database, proposals: Sequence[Proposal]) -> Counter[str]:
    """How often proposals stand elsewhere than in transcripts."""
    found: Counter[str] = Counter()
    if proposals:
        wanted = Replacer({one.words: placeholder(one.kind) for one in proposals})
        for written in free_text.read(database):
            found.update(written.words[one.start : one.end] for one in wanted.places(written.words))
    return found


def places(database: Database, replacer: Replacer, progress: Progress) -> list[NamePlace]:
    """Every place of the forms that are to be replaced."""
    found: list[NamePlace] = []
    for id_, title, text in _each_transcript(database, progress):
        here = _in_one_turn(database, id_, replacer.places(text))
        found += [_place((_TRANSCRIPT, id_, "", one.start), title, text, one) for one in here]
    for written in free_text.read(database):
        here = replacer.places(written.words)
        found += [_place((*written[:3], one.start), "", written.words, one) for one in here]
    return found


def _in_one_turn(database: Database, transcript: str, places: list[Replacement]) -> list[Replacement]:
    """Those that don't cross the edge of a turn: there two people speak, and it is no name."""
    if not places:
        return places
    edges = sorted({edge for turn in turns.of_transcript(database, transcript) for edge in turn[:3]})
    return [one for one in places if bisect_right(edges, one.start) == bisect_right(edges, one.end - 1)]


def said(database: Database, progress: Progress = unwatched) -> Iterator[str]:
    """The text of each transcript."""
    return (text for _, _, text in _each_transcript(database, progress))


def _each_transcript(database: Database, progress: Progress) -> Iterator[tuple[str, str, str]]:
    """The id, title and text of each."""
    known = transcripts.names(database)
    for n, (id_, title, _) in enumerate(known):
        progress(n, len(known))
        yield id_, title, texts.body(database, id_)
    progress(1, 1)


def replacer(words: Mapping[str, str]) -> Replacer:
    """What replaces forms by their pseudonyms. UserError where one of these is blank."""
    return Replacer({form: one_line(new) for form, new in words.items()})


def _place(key: PlaceKey, title: str, text: str, one: Replacement) -> NamePlace:
    before, after = text[max(0, one.start - _AROUND) : one.start], text[one.end : one.end + _AROUND]
    return NamePlace(
        key=key,
        title=title,
        table=key[0],
        column=key[2],
        before=_one_line(before, cut=one.start > _AROUND, from_end=True),
        words=text[one.start : one.end],
        after=_one_line(after, cut=one.end + _AROUND < len(text)),
        new=one.words,
    )


def _one_line(text: str, *, cut: bool, from_end: bool = False) -> str:
    """A stretch around a place in one line, without half a word at the edge where it was cut."""
    line = text.replace("\n", " ")
    if not cut:
        return line
    return f"… {line.partition(' ')[2]}" if from_end else f"{line.rpartition(' ')[0]} …"
