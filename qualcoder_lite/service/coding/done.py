"""Declaring transcripts done by a coder: they were coded to the end, by the codebooks as they were then."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from qualcoder_lite.storage.codebook import codebooks
from qualcoder_lite.storage.coding import done as stored

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qualcoder_lite.domain.changes import Changes
    from qualcoder_lite.service.session import Session


def declare(session: Session, coder: str, transcripts: Sequence[str], *, done: bool) -> Changes:
    """Declare transcripts done by a coder (names or ids), or take that back. Raises UnknownNameError."""
    ids = list(dict.fromkeys(session.directory.transcripts.find(name).id for name in transcripts))
    facts = {"count": len(ids), **({"transcript": ids[0]} if len(ids) == 1 else {})}
    who = session.directory.coder_name(coder)
    with session.step("done" if done else "not-done", facts, coder=who) as step:
        if done:
            mark(session, coder, ids)
        else:
            stored.unmark(session.database, session.directory.coders.find(coder).id, ids)
    return step.changes


def mark(session: Session, coder: str, transcripts: Sequence[str]) -> None:
    """Declare transcripts (ids) done by a coder, as a part of a step that is open."""
    versions = json.dumps(dict(codebooks.names_and_versions(session.database)))
    at = datetime.now(UTC).isoformat(timespec="seconds")
    stored.mark(session.database, session.directory.coder(coder), transcripts, at, versions)
