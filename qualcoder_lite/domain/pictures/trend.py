"""Agreement over the rounds of blind coding, as dots: for everything together, and code by code."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qualcoder_lite.domain.agreement.figure import share
from qualcoder_lite.domain.pictures.drawings import Dot, Dots, Head
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from qualcoder_lite.domain.agreement.trend import Trend, TrendPoint

#: Where Krippendorff (2004) draws lines for alpha; a guide to the eye, no verdict.
GUIDES = (0.667, 0.8)


def trend_drawing(trend: Trend) -> Dots:
    """Draw alpha with its interval, round by round."""
    rows = [row for row in trend.rows if any(point.alpha is not None for point in row.points)]
    lowest = min((point.alpha or 0.0 for row in rows for point in row.points), default=0.0)
    return Dots(
        title=tr("Agreement over the rounds"),
        about=[tr("Krippendorff’s alpha, {unit}; all coders of each round.", unit=trend.unit)],
        rows=[Head(row.name) for row in rows],
        columns=[Head(each.name, under=each.in_words) for each in trend.rounds],
        dots=[[_dot(point) for point in row.points] for row in rows],
        guides=GUIDES,
        least=0.0 if lowest >= 0 else max(-1.0, int(lowest * 10 - 1) / 10),
        dot=tr("alpha"),
        hollow=tr("the definition was changed since the round before"),
        span=tr("95 % interval over transcripts"),
        notes=[tr("The lines at .667 and .8 are Krippendorff’s; they are a guide, and no verdict.")],
    )


def _dot(point: TrendPoint) -> Dot:
    return Dot(
        value=point.alpha,
        interval=point.ci,
        end=share(point.alpha),
        told=point.in_words,
        hollow=point.changed,
    )
