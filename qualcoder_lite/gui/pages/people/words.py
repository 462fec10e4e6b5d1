"""The words in which the page speaks of all people, and what stands where nothing is recorded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qualcoder_lite.domain.people import Consent
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Iterable

ANSWER_ICONS = {Consent.NOT_ASKED: "help", Consent.YES: "check", Consent.NO: "close"}
NOT_SAID = tr("Not recorded")


def summary(heard: int, people: int, refusing: int) -> str:
    """The page in one line."""
    parts: Iterable[str] = (
        tr("{n:,} participant", "{n:,} participants", n=people),
        tr("{heard:,} heard", heard=heard),
        tr("{refusing:,} said no to being quoted", refusing=refusing) if refusing else "",
    )
    return " · ".join(filter(None, parts))
