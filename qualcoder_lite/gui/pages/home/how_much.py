"""How much a project holds, in a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from qualcoder_lite.service.project_info import ProjectInfo


def how_much(found: ProjectInfo, coders: int) -> str:
    """How much a project holds; of codings nothing is said before there are any."""
    words = [
        tr("{n:,} transcript", "{n:,} transcripts", n=found.transcripts),
        tr("{n:,} person", "{n:,} people", n=found.participants),
        tr("{n:,} site", "{n:,} sites", n=found.sites),
    ]
    if found.codings:
        codings = tr("{n:,} coding", "{n:,} codings", n=found.codings)
        by = tr("{n:,} coder", "{n:,} coders", n=coders)
        words.append(tr("{codings} by {coders}", codings=codings, coders=by))
    return " · ".join(words)
