"""Stars and summaries in the words of the history; what a summary says never stands there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    from qualcoder_lite.service.directory import Directory


def chart_words(
    directory: Directory, code: Callable[[str], str], passage: Callable[[dict[str, Any]], str]
) -> dict[str, Callable[[dict[str, Any]], str]]:
    """How each verb is told, with names as they are now."""
    listings = {
        "participant": directory.participants,
        "transcript": directory.transcripts,
        "site": directory.sites,
    }

    def about(facts: dict[str, Any]) -> str:
        listing = listings.get(facts["about"])
        if listing is None:
            return facts["subject"]
        entry = listing.by_id.get(facts["subject"])
        return entry.name if entry else f"a {listing.noun} that is gone"

    return {
        "star": lambda f: f"starred {code(f['code'])} on {passage(f)}",
        "unstar": lambda f: f"took the star off {code(f['code'])} on {passage(f)}",
        "summarise": lambda f: f"summarised {code(f['code'])} for {about(f)}",
        "clear-summary": lambda f: f"took away the summary of {code(f['code'])} for {about(f)}",
    }
