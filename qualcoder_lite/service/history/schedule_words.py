"""Steps on the interview schedule, in words for the history."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from qualcoder_lite.service.history.step_names import Facts, Telling


def schedule_words() -> dict[str, Telling]:
    """How each verb is told."""
    return {
        "add-question": lambda _: tr("added a question to the interview schedule"),
        "import-schedule": lambda f: tr(
            "took in {n:,} question of the interview schedule from “{file}”",
            "took in {n:,} questions of the interview schedule from “{file}”",
            n=f["count"],
            file=f["file"],
        ),
        "change-question": lambda _: tr("changed a question of the interview schedule"),
        "move-question": lambda _: tr("moved a question of the interview schedule"),
        "remove-question": lambda _: tr("took a question out of the interview schedule"),
        "ask": _asked,
    }


def _asked(facts: Facts) -> str:
    if facts["asked"]:
        return tr(
            "noted that a question was asked in {n:,} interview",
            "noted that a question was asked in {n:,} interviews",
            n=facts["count"],
        )
    return tr(
        "noted that a question was not asked in {n:,} interview",
        "noted that a question was not asked in {n:,} interviews",
        n=facts["count"],
    )
