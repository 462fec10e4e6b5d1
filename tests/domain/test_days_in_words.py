"""Days and moments in the words of the program's language, whatever the computer's is."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from qualcoder_lite import translation
from qualcoder_lite.domain.days_in_words import (
    day_in_words,
    day_of_the_year,
    day_with_weekday,
    moment_in_words,
    moment_of_the_year,
    short_day,
)

POLISH = {
    "March": "marca",
    "Mar": "mar",
    "Tuesday": "wtorek",
    "{weekday} {day}": "{weekday}, {day}",
    "{day} {month} {year}": "{day} {month} {year} r.",
    "{day}, {time}": "{day} o {time}",
}
MONTHS = [
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
]
WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
DAY = date(2026, 3, 3)
MOMENT = datetime(2026, 3, 3, 14, 5)  # noqa: DTZ001 - the words are of a clock, wherever it hangs


@pytest.fixture
def polish():
    translation.speak(lambda words, several, n: POLISH.get(words, words), "pl")
    yield
    translation.speak(None)


def test_a_day_is_said_in_english():
    assert day_in_words(DAY) == "3 March 2026"
    assert short_day(DAY) == "3 Mar 2026"
    assert day_of_the_year(DAY) == "3 March"
    assert day_with_weekday(DAY) == "Tuesday 3 March 2026"
    assert moment_in_words(MOMENT) == "3 March 2026, 14:05"
    assert moment_of_the_year(MOMENT) == "3 March, 14:05"


@pytest.mark.usefixtures("polish")
def test_names_and_their_order_are_those_of_the_language():
    assert day_in_words(DAY) == "3 marca 2026 r."
    assert short_day(DAY) == "3 mar 2026 r."
    assert day_of_the_year(DAY) == "3 marca"
    assert day_with_weekday(DAY) == "wtorek, 3 marca 2026 r."
    assert moment_in_words(MOMENT) == "3 marca 2026 r. o 14:05"
    assert moment_of_the_year(MOMENT) == "3 marca o 14:05"


def test_every_month_and_weekday_has_its_name():
    days = [date(2026, month, 1) for month in range(1, 13)]
    assert [day_of_the_year(day) for day in days] == [f"1 {month}" for month in MONTHS]
    assert [short_day(day) for day in days] == [f"1 {month[:3]} 2026" for month in MONTHS]
    week = [date(2026, 6, day) for day in range(1, 8)]
    assert [day_with_weekday(day).partition(" ")[0] for day in week] == WEEKDAYS
