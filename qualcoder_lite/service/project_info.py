"""A project at a glance."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from qualcoder_lite.storage import projects
from qualcoder_lite.storage.codebook import codebooks
from qualcoder_lite.storage.coding import coders
from qualcoder_lite.storage.transcripts import transcripts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qualcoder_lite.service.session import Session


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectInfo:
    """A project at a glance. `codebooks` holds names and versions, `coders` names."""

    title: str
    uuid: str
    schema_version: int
    codebooks: Sequence[tuple[str, int]]
    transcripts: int
    words: int
    turns: int
    participants: int
    sites: int
    codes: int
    codings: int
    coders: Sequence[str]


def at_a_glance(session: Session) -> ProjectInfo:
    """What whoever looks may know of an open project."""
    database = session.database
    uuid, title = projects.uuid_and_title(database)
    count, words, turns = transcripts.totals(database)
    return ProjectInfo(
        title=title,
        uuid=uuid,
        schema_version=len(database.applied),
        codebooks=codebooks.names_and_versions(database),
        transcripts=count,
        words=words,
        turns=turns,
        participants=len(session.directory.participants.by_id),
        sites=len(session.directory.sites.by_id),
        codes=sum(len(book.codes) for book in codebooks.read(database)),
        codings=session.coding_count(),
        coders=[coder.name for coder in coders.read(database)],
    )
