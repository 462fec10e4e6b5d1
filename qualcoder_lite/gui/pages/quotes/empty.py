"""What the page Quotes shows where there is no quote: in the project, or of those that fit the filters."""

from __future__ import annotations

from qualcoder_lite.gui.widgets.empty_state import EmptyState
from qualcoder_lite.translation import tr


def no_quotes() -> EmptyState:
    """Nothing is coded yet."""
    state = EmptyState(
        "quotes",
        tr("No quotes yet"),
        tr("Code a passage and it appears here."),
        primary=tr("Go to Code"),
        primary_icon="code",
    )
    state.setObjectName("quotes-nothing")
    state.primary.setObjectName("quotes-go-to-code")
    return state


def none_fits() -> EmptyState:
    """The filters let none through."""
    state = EmptyState(
        "filter",
        tr("No quote fits"),
        tr("Choose something else above, or see them all."),
        primary=tr("Show all quotes"),
    )
    state.setObjectName("quotes-none-fits")
    state.primary.setObjectName("quotes-show-all")
    return state
