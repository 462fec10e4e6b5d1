"""What was done to memos, in the words of the history. A memo's own words never stand there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qualcoder_lite.service.codebook_words import number

if TYPE_CHECKING:
    from collections.abc import Callable

#: What a memo is about, as a sentence says it; the steps keep the word on the left.
_ABOUT = {
    "project": "the project",
    "transcript": "a transcript",
    "passage": "a passage",
    "coding": "a coding",
    "code": "a code",
    "site": "a site",
    "participant": "a person",
}


def memo_words() -> dict[str, Callable[[dict[str, Any]], str]]:
    """What each verb says."""
    return {
        "write-memo": lambda f: f"wrote a memo about {_ABOUT.get(f['about'], 'something')}",
        "change-memo": lambda f: f"changed a memo about {_ABOUT.get(f['about'], 'something')}",
        "take-comments-back": lambda f: f"took {number(f['count'], 'comment')} back from “{f['file']}”",
        "remove-memos": lambda f: f"took {number(f['count'], 'memo')} away",
    }
