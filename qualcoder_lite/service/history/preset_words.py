"""Steps on the ways of exporting that a project keeps, in words for the history."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from qualcoder_lite.service.history.step_names import Telling


def preset_words() -> dict[str, Telling]:
    """How each verb is told."""
    return {
        "save-preset": lambda f: tr("kept a way of exporting as “{name}”", name=f["name"]),
        "remove-preset": lambda f: tr("removed the way of exporting “{name}”", name=f["name"]),
    }
