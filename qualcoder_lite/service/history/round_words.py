"""Steps on coders and their rounds of blind coding, in words for the history."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from qualcoder_lite.service.history.step_names import Telling


def round_words() -> dict[str, Telling]:
    """How each verb is told."""
    return {
        "add-coder": lambda _: tr("joined as a coder"),
        "change-coder": lambda _: tr("changed what is known of a coder"),
        "join-coders": lambda f: tr(
            "joined two coders, with {n:,} coding", "joined two coders, with {n:,} codings", n=f["count"]
        ),
        "open-round": lambda f: tr(
            "opened “{round}” for {n:,} coder", "opened “{round}” for {n:,} coders", n=f["coders"], round=f["round"]
        ),
        "close-round": lambda f: tr("closed “{round}”", round=f["round"]),
        "remove-round": lambda f: tr("removed “{round}”", round=f["round"]),
    }
