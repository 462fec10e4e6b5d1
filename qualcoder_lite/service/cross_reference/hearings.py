"""What transcripts say through a lens: as it was kept, and counted anew where something changed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from qualcoder_lite.domain.cross_reference import Heard, Lens, hear
from qualcoder_lite.service.cross_reference.studies import StudyReader
from qualcoder_lite.service.scope import Scope, ScopeReader
from qualcoder_lite.storage.cross_reference import hearing

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from qualcoder_lite.domain.cross_reference import Hearing, Near
    from qualcoder_lite.domain.passage import CodedRow
    from qualcoder_lite.service.session import Session


class Hearings:
    """Hears a project's transcripts; what was heard is kept until something changes."""

    def __init__(self, session: Session) -> None:
        """Work on an open project."""
        self._session = session
        self._database = session.database
        self._studies = StudyReader(session)

    def of(self, reader: ScopeReader, lens: Lens, near: Near = "turn") -> Hearing:
        """What the transcripts in scope say, and maybe others; the scope's codes narrow nothing here."""
        return self._session.kept(
            ("hearing", lens, near if lens is Lens.PASSAGES else None, replace(reader.scope, codes=())),
            lambda: self._hearing(reader, lens, near),
        )

    def keep(self) -> None:
        """Keep for the next time what changed since it was last kept. StorageFullError where there is no room."""
        reader, blind = ScopeReader(self._session, Scope()), self._session.visibility.blind_in()
        for lens in Lens:  # of what is hidden from whoever looks, others know more: it isn't kept for them
            missing = [id_ for id_ in hearing.unheard(self._database, lens) if id_ not in blind]
            if missing:
                fresh = self._hear(reader, lens, "turn", missing)
                hearing.keep(self._database, lens, {id_: fresh.get(id_, Heard()) for id_ in missing})

    def _hearing(self, reader: ScopeReader, lens: Lens, near: Near) -> Hearing:
        """As it was kept, where the question is the usual one.

        What is kept tells of everybody's work, so it is not for whoever may not see all of it.
        """
        if not reader.is_everybodys or (lens is Lens.PASSAGES and near != "turn"):
            return self._hear(reader, lens, near, None)
        blind = self._session.visibility.blind_in()
        fresh = self._hear(reader, lens, near, {*hearing.unheard(self._database, lens), *blind})
        kept = hearing.kept(self._database, lens)
        for transcript in blind:
            kept.pop(transcript, None)
        return kept | fresh

    def _hear(self, reader: ScopeReader, lens: Lens, near: Near, among: Collection[str] | None) -> Hearing:
        """What some transcripts say, or all in scope, from their codings."""
        if among is not None and not among:
            return {}
        outcomes, features = self._studies.outcomes_and_features()
        wanted = [*outcomes, *features] if lens is Lens.PASSAGES else outcomes
        codes = [code.id for code in wanted]
        linked = lens is Lens.ATTRIBUTIONS
        codings: Sequence[CodedRow] = (
            reader.rows(codes, linked=True, among=among) if linked else reader.lean_rows(codes, among=among)
        )
        if linked:  # the people who speak of a feature at all are the denominator, whatever they say of it
            codings = sorted([*codings, *reader.lean_rows([code.id for code in features], among=among)])
        return hear(self._studies.study(reader, lens, near, codings), lens, near)
