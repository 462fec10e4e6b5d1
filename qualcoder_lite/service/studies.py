"""What the cross-reference counts, read from an open project: codebooks, register, people, codings in scope."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qualcoder_lite.domain.codebook import Code, CodebookKind
from qualcoder_lite.domain.cross_reference import Lens, Study, TranscriptInScope
from qualcoder_lite.domain.transcript import paragraphs
from qualcoder_lite.service.codebooks import published
from qualcoder_lite.storage import codebooks, codes, counting, people, transcripts

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable, Sequence

    from qualcoder_lite.domain.codebook import Codebook
    from qualcoder_lite.domain.cross_reference import Near
    from qualcoder_lite.domain.passage import CodedRow
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
            links=counting.link_rows(self._database) if lens is Lens.ATTRIBUTIONS else (),
            turns=self._turns(codings) if lens is Lens.PASSAGES and near != "overlap" else _no_turns,
            published=published("published-2013"),
            published_2011=published("published-2011"),
        )

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
        found = self._session.kept(("turn bounds", wanted), lambda: transcripts.turn_bounds(self._database, wanted))

        def turns(transcript: str) -> Sequence[tuple[int, int]]:
            return found.get(transcript) or paragraphs(self._body(transcript))

        return turns

    def _body(self, transcript: str) -> str:
        return transcripts.body(self._database, transcript)


def _codes(books: Iterable[Codebook], kind: CodebookKind, unused: Container[str]) -> list[Code]:
    return [code for book in books if book.kind == kind for code in book.codes if code.id not in unused]


def _no_turns(_transcript: str) -> Sequence[tuple[int, int]]:
    return ()
