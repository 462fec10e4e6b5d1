"""The cross-reference of a project: outcomes by features, through three lenses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qualcoder_lite.domain.codebook import Code, CodebookKind
from qualcoder_lite.domain.cross_reference import Lens, Study, TranscriptInScope, cross_reference
from qualcoder_lite.domain.errors import UserError
from qualcoder_lite.domain.transcript import paragraphs
from qualcoder_lite.service.codebooks import published
from qualcoder_lite.service.scope import Scope, ScopeReader
from qualcoder_lite.storage import codebooks, counting, people, transcripts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from datetime import date
    from pathlib import Path

    from qualcoder_lite.domain.codebook import Codebook
    from qualcoder_lite.domain.cross_reference import Matrix, Near
    from qualcoder_lite.domain.passage import CodedRow
    from qualcoder_lite.service.session import Session


class Findings:
    """Which features of partnership go with which outcomes."""

    def __init__(self, session: Session) -> None:
        """Work on an open project."""
        self._session = session
        self._database = session.database

    def matrix(self, lens: Lens | str, *, near: Near = "turn", scope: Scope | None = None) -> Matrix:
        """Count the project's outcomes by features.

        Raises UnknownNameError where the scope names something that the project doesn't hold.
        """
        lens = Lens(lens)
        reader = ScopeReader(self._session, scope or Scope())
        books = codebooks.read(self._database)
        outcomes, features = _codes(books, CodebookKind.OUTCOMES), _codes(books, CodebookKind.FEATURES)
        wanted = outcomes if lens in (Lens.SITES, Lens.ATTRIBUTIONS) else [*outcomes, *features]
        linked = lens is Lens.ATTRIBUTIONS
        codes = [code.id for code in wanted]
        codings: Sequence[CodedRow] = reader.rows(codes, linked=True) if linked else reader.lean_rows(codes)
        if linked:  # the people who speak of a feature at all are the denominator, whatever they say of it
            codings = sorted([*codings, *reader.lean_rows([code.id for code in features])])
        study = Study(
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
        return cross_reference(study, lens, near)

    def write(
        self,
        target: Path,
        matrix: Matrix,
        *,
        title: str,
        on: date,
        scope: Scope | None = None,
        who: str = "",
    ) -> None:
        """Write a matrix to a file, whose ending says as what: .csv or .docx.

        Raises UserError where the ending isn't known or the file can't be written.
        """
        ending = target.suffix.lower()
        if ending == ".csv":
            from qualcoder_lite.exporters.matrix import write_matrix_csv

            write_matrix_csv(matrix.as_dict(), target)
        elif ending == ".docx":
            from qualcoder_lite.exporters.word.matrix import MatrixDocument, write_matrix_document

            document = MatrixDocument(
                title="Outcomes and features of partnership",
                study=title,
                date=on,
                who=who,
                matrix=matrix.as_dict(),
                outcome_groups={code.name: code.group for code in matrix.rows},
                feature_groups={column.name: column.group for column in matrix.columns if isinstance(column, Code)},
                scope=[f"{line}." for line in (scope or Scope()).in_words()],
            )
            write_matrix_document(document, target)
        else:
            raise UserError(f"The matrix is written as .csv or .docx, not as “{ending or target.name}”.")

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
        found = transcripts.raw_turns(self._database, {row[0] for row in codings})

        def turns(transcript: str) -> Sequence[tuple[int, int]]:
            known = found.get(transcript)
            return [(turn[0], turn[2]) for turn in known] if known else paragraphs(self._body(transcript))

        return turns

    def _body(self, transcript: str) -> str:
        return transcripts.body(self._database, transcript)


def _codes(books: Iterable[Codebook], kind: CodebookKind) -> list[Code]:
    return [code for book in books if book.kind == kind for code in book.codes]


def _no_turns(_transcript: str) -> Sequence[tuple[int, int]]:
    return ()
