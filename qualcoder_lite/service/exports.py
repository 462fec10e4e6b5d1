"""Which files with people's words left the project, so that a certificate of withdrawal can name them."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from qualcoder_lite.storage import exports as stored

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from pathlib import Path

    from qualcoder_lite.service.session import Session
    from qualcoder_lite.storage.exports import Export


class Exports:
    """The files that were exported from a project."""

    def __init__(self, session: Session) -> None:
        """Work on an open project."""
        self._session = session

    def all(self) -> list[Export]:
        """The files that were written, newest first."""
        return stored.read(self._session.database)

    def record(
        self,
        file: Path,
        *,
        transcripts: Collection[str],
        scope: Sequence[str] = (),
        extracts: int = 0,
        people: int = 0,
        coder: str = "",
    ) -> None:
        """Write down that a file was written, with words of these transcripts (ids) in it.

        It is a fact about the world: no step, and not undone. Raises ReadOnlyProjectError.
        """
        self._session.database.refuse_read_only()
        stored.add(
            self._session.database,
            stored.Export(
                file=str(file.resolve()),
                format=file.suffix.lower().lstrip("."),
                scope=tuple(scope),
                sha256=hashlib.sha256(file.read_bytes()).hexdigest() if file.is_file() else "",
                extracts=extracts,
                people=people,
                coder=coder,
                transcripts=tuple(sorted(transcripts)),
            ),
        )
