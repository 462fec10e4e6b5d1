"""What was done to memos, in the words of the history. A memo's own words never stand there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qualcoder_lite.translation import tr, tr_later

if TYPE_CHECKING:
    from qualcoder_lite.service.history.step_names import Facts, Telling

# By what a memo is about: the steps keep the word on the left.
_WRITTEN = {
    "project": tr_later("wrote a memo about the project"),
    "transcript": tr_later("wrote a memo about a transcript"),
    "passage": tr_later("wrote a memo about a passage"),
    "coding": tr_later("wrote a memo about a coding"),
    "code": tr_later("wrote a memo about a code"),
    "site": tr_later("wrote a memo about a site"),
    "participant": tr_later("wrote a memo about a person"),
}
_CHANGED = {
    "project": tr_later("changed a memo about the project"),
    "transcript": tr_later("changed a memo about a transcript"),
    "passage": tr_later("changed a memo about a passage"),
    "coding": tr_later("changed a memo about a coding"),
    "code": tr_later("changed a memo about a code"),
    "site": tr_later("changed a memo about a site"),
    "participant": tr_later("changed a memo about a person"),
}


def memo_words() -> dict[str, Telling]:
    """What each verb says."""
    return {
        "write-memo": lambda f: tr(_WRITTEN.get(f["about"], tr_later("wrote a memo about something"))),
        "change-memo": lambda f: tr(_CHANGED.get(f["about"], tr_later("changed a memo about something"))),
        "take-comments-back": _taken_back,
        "remove-memos": lambda f: tr("took {n:,} memo away", "took {n:,} memos away", n=f["count"]),
    }


def _taken_back(facts: Facts) -> str:
    return tr(
        "took {n:,} comment back from “{file}”",
        "took {n:,} comments back from “{file}”",
        n=facts["count"],
        file=facts["file"],
    )
