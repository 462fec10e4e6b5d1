"""Stars and summaries in the words of the history; what a summary says never stands there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from qualcoder_lite.service.history.step_names import StepNames, Telling


def chart_words(names: StepNames) -> dict[str, Telling]:
    """How each verb is told."""
    return {
        "star": lambda f: tr("starred {code} on {passage}", code=names.code(f["code"]), passage=names.passage(f)),
        "unstar": lambda f: tr(
            "took the star off {code} on {passage}", code=names.code(f["code"]), passage=names.passage(f)
        ),
        "summarise": lambda f: tr(
            "summarised {code} for {subject}", code=names.code(f["code"]), subject=names.chart_row(f)
        ),
        "clear-summary": lambda f: tr(
            "took away the summary of {code} for {subject}", code=names.code(f["code"]), subject=names.chart_row(f)
        ),
    }
