"""Days and moments as a sentence says them: "12 March 2026", "12 March 2026, 14:05".

The names of months and weekdays are the program's own, not the computer's: a sentence and the day in it are then in one
language, and a document is the same wherever it was made.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from qualcoder_lite.translation import tr, tr_later

if TYPE_CHECKING:
    from datetime import date, datetime

# As they stand beside a day: many languages inflect them there.
_MONTHS = (
    tr_later("January"),
    tr_later("February"),
    tr_later("March"),
    tr_later("April"),
    tr_later("May"),
    tr_later("June"),
    tr_later("July"),
    tr_later("August"),
    tr_later("September"),
    tr_later("October"),
    tr_later("November"),
    tr_later("December"),
)
_SHORT_MONTHS = (
    tr_later("Jan"),
    tr_later("Feb"),
    tr_later("Mar"),
    tr_later("Apr"),
    tr_later("May"),
    tr_later("Jun"),
    tr_later("Jul"),
    tr_later("Aug"),
    tr_later("Sep"),
    tr_later("Oct"),
    tr_later("Nov"),
    tr_later("Dec"),
)
_WEEKDAYS = (
    tr_later("Monday"),
    tr_later("Tuesday"),
    tr_later("Wednesday"),
    tr_later("Thursday"),
    tr_later("Friday"),
    tr_later("Saturday"),
    tr_later("Sunday"),
)


def day_in_words(day: date) -> str:
    """A day: "3 March 2026"."""
    return tr("{day} {month} {year}", day=day.day, month=_month(day), year=day.year)


def short_day(day: date) -> str:
    """A day where there is little room, as in a table: "3 Mar 2026"."""
    month = tr(_SHORT_MONTHS[day.month - 1])
    return tr("{day} {month} {year}", day=day.day, month=month, year=day.year)


def day_of_the_year(day: date) -> str:
    """A day of a year that is understood: "3 March"."""
    return tr("{day} {month}", day=day.day, month=_month(day))


def day_with_weekday(day: date) -> str:
    """A day to find one's way by: "Tuesday 3 March 2026"."""
    return tr("{weekday} {day}", weekday=tr(_WEEKDAYS[day.weekday()]), day=day_in_words(day))


def moment_in_words(moment: datetime) -> str:
    """A day with its time, as its own clock shows it: "3 March 2026, 14:05"."""
    return tr("{day}, {time}", day=day_in_words(moment), time=f"{moment:%H:%M}")


def moment_of_the_year(moment: datetime) -> str:
    """The same of a year that is understood: "3 March, 14:05"."""
    return tr("{day}, {time}", day=day_of_the_year(moment), time=f"{moment:%H:%M}")


def _month(day: date) -> str:
    return tr(_MONTHS[day.month - 1])
