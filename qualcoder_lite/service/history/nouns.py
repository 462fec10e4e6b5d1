"""What things of a project are called: when they are counted for a person, and when they are gone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qualcoder_lite.domain.series import series
from qualcoder_lite.translation import tr, tr_later

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

# Rows of the project's tables as they are counted, what matters most first.
_COUNTED: dict[str, Callable[[int], str]] = {
    "coding": lambda n: tr("{n:,} coding", "{n:,} codings", n=n),
    "done": lambda n: tr("{n:,} done mark", "{n:,} done marks", n=n),
    "memo": lambda n: tr("{n:,} memo", "{n:,} memos", n=n),
    "decision": lambda n: tr("{n:,} decision", "{n:,} decisions", n=n),
    "transcript": lambda n: tr("{n:,} transcript", "{n:,} transcripts", n=n),
    "participant": lambda n: tr("{n:,} participant", "{n:,} participants", n=n),
    "site": lambda n: tr("{n:,} site", "{n:,} sites", n=n),
    "coder": lambda n: tr("{n:,} coder", "{n:,} coders", n=n),
    "code": lambda n: tr("{n:,} code", "{n:,} codes", n=n),
    "code_group": lambda n: tr("{n:,} group of codes", "{n:,} groups of codes", n=n),
    "codebook": lambda n: tr("{n:,} codebook", "{n:,} codebooks", n=n),
    "register_entry": lambda n: tr("{n:,} recorded feature", "{n:,} recorded features", n=n),
    "attribution": lambda n: tr("{n:,} link to a feature", "{n:,} links to features", n=n),
    "question": lambda n: tr("{n:,} question", "{n:,} questions", n=n),
    "summary": lambda n: tr("{n:,} summary", "{n:,} summaries", n=n),
    "star": lambda n: tr("{n:,} star", "{n:,} stars", n=n),
    "consent": lambda n: tr("{n:,} consent", "{n:,} consents", n=n),
    "attribute": lambda n: tr("{n:,} fact about a participant", "{n:,} facts about participants", n=n),
    "speaker": lambda n: tr("{n:,} speaker", "{n:,} speakers", n=n),
    "meeting": lambda n: tr("{n:,} meeting", "{n:,} meetings", n=n),
    "project": lambda n: tr("{n:,} project detail", "{n:,} project details", n=n),
}
# They come and go with what they belong to: nobody counts them.
_PARTS = frozenset({"meeting_item", "turn_list", "codebook_change", "consent_record", "offset_map"})
# One of them, as a conflict names what it is about.
_ONE = {
    "coding": tr_later("coding"),
    "done": tr_later("done mark"),
    "memo": tr_later("memo"),
    "decision": tr_later("decision"),
    "transcript": tr_later("transcript"),
    "participant": tr_later("participant"),
    "site": tr_later("site"),
    "coder": tr_later("coder"),
    "code": tr_later("code"),
    "code_group": tr_later("group of codes"),
    "codebook": tr_later("codebook"),
    "register_entry": tr_later("recorded feature"),
    "attribution": tr_later("link to a feature"),
    "question": tr_later("question"),
    "summary": tr_later("summary"),
    "star": tr_later("star"),
    "consent": tr_later("consent"),
    "attribute": tr_later("fact about a participant"),
    "speaker": tr_later("speaker"),
    "meeting": tr_later("meeting"),
    "project": tr_later("project detail"),
}
_GONE = {
    "code": tr_later("a code that is gone"),
    "code_group": tr_later("a group that is gone"),
    "coder": tr_later("a coder that is gone"),
    "feature": tr_later("a feature that is gone"),
    "participant": tr_later("a participant that is gone"),
    "site": tr_later("a site that is gone"),
    "transcript": tr_later("a transcript that is gone"),
}


def counted(counts: Mapping[str, int]) -> str:
    """Rows by table as a person would say them: "12 codings, 2 memos and 1 other entry"; empty where there are none."""
    said = [how_many(counts[table], table) for table in _COUNTED if counts.get(table)]
    others = sum(count for table, count in counts.items() if table not in _COUNTED and table not in _PARTS)
    if others:
        said.append(tr("{n:,} other entry", "{n:,} other entries", n=others))
    return series(said)


def how_many(count: int, table: str) -> str:
    """So many rows of a table that is counted: "12 codings"."""
    return _COUNTED[table](count)


def noun(table: str) -> str:
    """What one row of a table is called."""
    return tr(_ONE[table]) if table in _ONE else tr("other entry")


def gone(what: str) -> str:
    """What is said in the place of a name where something of this noun is no longer in the project."""
    return tr(_GONE[what])
