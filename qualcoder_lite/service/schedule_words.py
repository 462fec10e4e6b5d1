"""Steps on the interview schedule, in words for the history."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qualcoder_lite.service.codebook_words import number

if TYPE_CHECKING:
    from collections.abc import Callable


def schedule_words() -> dict[str, Callable[[dict[str, Any]], str]]:
    """How each verb is told."""
    return {
        "add-question": lambda _: "added a question to the interview schedule",
        "import-schedule": lambda f: (
            f"took in {number(f['count'], 'question')} of the interview schedule from “{f['file']}”"
        ),
        "change-question": lambda _: "changed a question of the interview schedule",
        "move-question": lambda _: "moved a question of the interview schedule",
        "remove-question": lambda _: "took a question out of the interview schedule",
        "ask": lambda f: (
            f"noted that a question was {'asked' if f['asked'] else 'not asked'} in {number(f['count'], 'interview')}"
        ),
    }
