"""What stands in place of the heat map while there is nothing to count, with the way on."""

from __future__ import annotations

from qualcoder_lite.gui.widgets.empty_state import EmptyState
from qualcoder_lite.translation import tr


def no_transcripts() -> EmptyState:
    """Nothing was imported yet."""
    words = tr(
        "Findings are counted from what people say. Bring in their transcripts first: one file or a whole folder."
    )
    return _ready(
        "no-transcripts",
        EmptyState("transcript", tr("No transcripts yet"), words),
        tr("Choose files"),
        "import",
    )


def no_codings() -> EmptyState:
    """Nothing was coded yet."""
    words = tr("Mark in the transcripts where people speak of an outcome. What you mark is counted here.")
    return _ready("no-codings", EmptyState("code", tr("Nothing is coded yet"), words), tr("Start coding"), "code")


def no_outcomes() -> EmptyState:
    """The project lacks a codebook of outcomes, or one of features."""
    words = tr("Findings need a codebook of outcomes, such as the outcomes framework, and one of features.")
    return _ready(
        "no-outcomes",
        EmptyState("book", tr("No outcomes or no features to count"), words),
        tr("Go to Codebook"),
        "book",
    )


def no_sites() -> EmptyState:
    """No site is recorded, or nothing of any: the lens of sites would say “nobody” in every cell."""
    words = tr(
        "To see findings by site, say what each partnership has in place. The other two ways of looking need no sites: "
        "Same passage, and People said so."
    )
    return _ready(
        "no-sites", EmptyState("sites", tr("Nothing is recorded of the sites yet"), words), tr("Go to Sites"), "sites"
    )


def _ready(handle: str, state: EmptyState, primary: str = "", icon: str = "") -> EmptyState:
    """Name it, and give it its button now that this has a place: shown before, it would be a window of its own."""
    state.setObjectName(f"findings-{handle}")
    state.primary.setObjectName(f"findings-{handle}-primary")
    if primary:
        state.primary.set_words(primary)
        state.primary.set_icon(icon)
        state.primary.show()
    return state
