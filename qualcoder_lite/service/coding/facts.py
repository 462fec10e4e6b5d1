"""What the history is told of codings: never a word of what somebody said, nor of a memo."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qualcoder_lite.domain.coding import Coding


def else_changed(before: Coding, after: Coding) -> dict[str, Any]:
    """What the history tells of a change beside code, edges and polarity: links as [feature, direction or nothing]."""
    were = {link.feature: link.direction for link in before.attributions}
    are = {link.feature: link.direction for link in after.attributions}
    links = [[feature, are.get(feature, "")] for feature in {**were, **are} if were.get(feature) != are.get(feature)]
    facts: dict[str, Any] = {"links": links} if links else {}
    if before.sure != after.sure:
        facts["sure"] = after.sure
    if before.memo != after.memo:
        facts["memo"] = True
    return facts


def place(coding: Coding) -> dict[str, str | int]:
    """What the history needs to tell where a coding was, without quoting it."""
    return {"transcript": coding.transcript, "code": coding.code, "start": coding.start, "end": coding.end}


def all_of(codings: Sequence[Coding]) -> dict[str, Any]:
    """What the history tells of codings that were written together: how many, and whatever they have in common."""
    facts: dict[str, Any] = {"count": len(codings), "transcripts": len({coding.transcript for coding in codings})}
    if len(codings) == 1:
        return {**facts, **place(codings[0])}
    if len({coding.code for coding in codings}) == 1:
        facts["code"] = codings[0].code
    return facts
