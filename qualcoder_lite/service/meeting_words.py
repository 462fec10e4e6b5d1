"""Steps on meetings, in words for the history."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qualcoder_lite.service.codebook_words import number

if TYPE_CHECKING:
    from collections.abc import Callable


def meeting_words() -> dict[str, Callable[[dict[str, Any]], str]]:
    """How each verb is told."""
    return {
        "begin-meeting": lambda f: f"began the meeting of {f['day']}, with {number(f['people'], 'name')}",
        "note-in-meeting": lambda f: f"noted something for the minutes of {f['day']}",
        "end-meeting": lambda f: f"ended the meeting of {f['day']}",
        "remove-meeting": lambda f: f"removed the meeting of {f['day']}",
    }
