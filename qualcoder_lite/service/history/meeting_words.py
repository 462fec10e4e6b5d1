"""Steps on meetings, in words for the history."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from qualcoder_lite.service.history.step_names import Telling


def meeting_words() -> dict[str, Telling]:
    """How each verb is told."""
    return {
        "begin-meeting": lambda f: tr(
            "began the meeting of {day}, with {n:,} name",
            "began the meeting of {day}, with {n:,} names",
            n=f["people"],
            day=f["day"],
        ),
        "note-in-meeting": lambda f: tr("noted something for the minutes of {day}", day=f["day"]),
        "end-meeting": lambda f: tr("ended the meeting of {day}", day=f["day"]),
        "remove-meeting": lambda f: tr("removed the meeting of {day}", day=f["day"]),
    }
