"""What the cross-reference counts, read from an open project: codebooks, register, people, codings in scope."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qualcoder_lite.domain.codebook import Code, CodebookKind
from qualcoder_lite.domain.cross_reference import Lens, Study, TranscriptInScope, counted_passages
from qualcoder_lite.domain.passage import united
from qualcoder_lite.domain.people import FeatureState
from qualcoder_lite.domain.transcript import paragraphs
from qualcoder_lite.service.codebook.codebooks import published
from qualcoder_lite.storage.codebook import codebooks, codes
from qualcoder_lite.storage.cross_reference import counting
from qualcoder_lite.storage.people import people
from qualcoder_lite.storage.transcripts import texts
from qualcoder_lite.storage.transcripts import turns as stored_turns

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable, Sequence

    from qualcoder_lite.domain.codebook import Codebook
    from qualcoder_lite.domain.cross_reference import Near
    from qualcoder_lite.domain.passage import CodedRow, Passage
    from qualcoder_lite.service.scope import ScopeReader
    from qualcoder_lite.service.session import Session


class StudyReader:
    """Reads what is counted through a lens."""

    def __init__(self, session: Session) -> None:
        """Read an open project."""
        self._session = session
        self._database = session.database

    def outcomes_and_features(self) -> tuple[list[Code], list[Code]]:
        """The rows, and the columns of the lenses that know no register, without codes that are retired and unused."""
        books = codebooks.read(self._database)
        unused = codes.retired_and_unused(self._database)
        return _codes(books, CodebookKind.OUTCOMES, unused), _codes(books, CodebookKind.FEATURES, unused)

    def study(self, reader: ScopeReader, lens: Lens, near: Near, codings: Sequence[CodedRow]) -> Study:
        """Everything that is counted, or looked up, through a lens."""
        outcomes, features = self.outcomes_and_features()
        return Study(
            outcomes=outcomes,
            features=features,
            register=codebooks.register(self._database),
            states={
                site.id: {feature: entry.state for feature, entry in site.register.items()}
                for site in people.sites(self._database)
            },
            transcripts=self._transcripts(reader),
            codings=codings,
            links=counting.link_rows(self._database) if codings and lens is Lens.ATTRIBUTIONS else (),
            turns=self._turns(codings) if lens is Lens.PASSAGES and near != "overlap" else _no_turns,
            published=published("published-2013"),
            published_2011=published("published-2011"),
        )

    def with_and_without(
        self, reader: ScopeReader, lens: Lens, outcome: str, feature: str, near: Near
    ) -> tuple[list[Passage], list[Passage]]:
        """An outcome's passages of people with a feature, and those of people without it (ids).

        Through the lens `sites`, "with" is where the feature is recorded as present, "without" where it is recorded as
        absent: sites that have it partly, or of which nothing is known, prove nothing either way. Through the others
        "with" is whoever counts in the cell, and "without" everybody else who speaks of the outcome.
        """
        if lens is Lens.SITES:
            study = self.study(reader, lens, near, reader.rows([outcome]))
            present, absent = (
                counted_passages(study, lens, outcome, feature, state=state)
                for state in (FeatureState.PRESENT, FeatureState.ABSENT)
            )
            return present, absent
        codings = reader.rows([outcome], linked=True) if lens is Lens.ATTRIBUTIONS else reader.rows([outcome, feature])
        with_it = counted_passages(self.study(reader, lens, near, codings), lens, outcome, feature, near=near)
        people = {reader.placements[passage.transcript].person for passage in with_it}
        everybody = united(row for row in reader.rows([outcome]) if row[0] in reader.placements)
        return with_it, [each for each in everybody if reader.placements[each.transcript].person not in people]

    @staticmethod
    def _transcripts(reader: ScopeReader) -> list[TranscriptInScope]:
        done = reader.done()
        return [
            TranscriptInScope(
                transcript=id_,
                participant=placement.participant.id if placement.participant else None,
                site=placement.site.id if placement.site else None,
                done=id_ in done,
            )
            for id_, placement in reader.placements.items()
        ]

    def _turns(self, codings: Iterable[CodedRow]) -> Callable[[str], Sequence[tuple[int, int]]]:
        """Turns of coded transcripts, read at once; paragraphs stand in where a transcript has none."""
        wanted = frozenset(row[0] for row in codings)
        found = self._session.kept(("turn-bounds", wanted), lambda: stored_turns.bounds(self._database, wanted))

        def turns(transcript: str) -> Sequence[tuple[int, int]]:
            return found.get(transcript) or paragraphs(self._body(transcript))

        return turns

    def _body(self, transcript: str) -> str:
        return texts.body(self._database, transcript)


def _codes(books: Iterable[Codebook], kind: CodebookKind, unused: Container[str]) -> list[Code]:
    return [code for book in books if book.kind == kind for code in book.codes if code.id not in unused]


def _no_turns(_transcript: str) -> Sequence[tuple[int, int]]:
    return ()
