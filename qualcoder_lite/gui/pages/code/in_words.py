"""What a coding says in words, where it can only be read: whose it is, whether it happened, why, and the memo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qualcoder_lite.domain.coding import Direction, Polarity
from qualcoder_lite.translation import tr, tr_later

if TYPE_CHECKING:
    from qualcoder_lite.domain.coding import Coding
    from qualcoder_lite.gui.pages.code.codes import Codes

_SAID = {
    Polarity.DELIVERED: tr("Delivered."),
    Polarity.NOT_DELIVERED: tr("Not delivered."),
    Polarity.MIXED: tr("Partly delivered, partly not."),
    Polarity.NOT_STATED: "",
}
_LINKED = {Direction.HELPED: tr_later("{feature} helped."), Direction.HINDERED: tr_later("{feature} hindered.")}


def in_words(coding: Coding, codes: Codes, coder: str) -> str:
    """A coding of somebody else's, who is named, or of all who settled it."""
    whose = (
        tr("Settled together; it can’t be changed here.") if coding.decision else tr("Coded by {coder}.", coder=coder)
    )
    links = [tr(_LINKED[link.direction], feature=codes[link.feature].name) for link in coding.attributions]
    doubt = "" if coding.sure else tr("Not sure.")
    return " ".join(part for part in (whose, _SAID[coding.polarity], *links, doubt, coding.memo) if part)
