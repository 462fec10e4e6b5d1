"""Which codings are one and the same: of one coder's code on one passage there is one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from qualcoder_lite.domain.coding import Polarity

if TYPE_CHECKING:
    from qualcoder_lite.domain.coding import Coding

#: What makes two codings the same: transcript, code, coder, start and end.
Key = tuple[str, str, str, int, int]


def key(coding: Coding) -> Key:
    """What is the same in two codings that are one."""
    return (coding.transcript, coding.code, coding.coder, coding.start, coding.end)


def brought_up_to_date(present: Coding, stated: Coding) -> Coding:
    """A coding with what is newly stated of it; what isn't stated stays, be it polarity, links, memo or doubt."""
    directions = {link.direction for link in stated.attributions}
    kept = tuple(link for link in present.attributions if link.direction not in directions)
    return replace(
        present,
        polarity=present.polarity if stated.polarity == Polarity.NOT_STATED else stated.polarity,
        memo=stated.memo or present.memo,
        attributions=kept + stated.attributions if directions else present.attributions,
    )
