"""Facts about participants that a study names itself, such as “age band”: what kind each is, and what fits it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from qualcoder_lite.domain.errors import UserError, listed
from qualcoder_lite.domain.names import folded
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_DAY_FIRST = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})")
_NUMBER = re.compile(r"[+-]?\d+(\.\d+)?")
_YES_NO = {"yes": "yes", "y": "yes", "true": "yes", "no": "no", "n": "no", "false": "no"}


class AttributeType(StrEnum):
    """What an attribute's values are."""

    TEXT = "text"
    NUMBER = "number"
    DATE = "date"
    YES_NO = "yes/no"
    CHOICE = "choice"


@dataclass(frozen=True, slots=True, kw_only=True)
class AttributeKind:
    """An attribute that participants of a project may have; `choices` are the values that a choice allows."""

    name: str
    type: AttributeType = AttributeType.TEXT
    choices: tuple[str, ...] = ()

    def fitting(self, value: str) -> str:
        """A value as it is kept: dates in ISO form, yes or no, a choice as it is written. UserError if it doesn't fit.

        Blank always fits: nothing is said then.
        """
        value = value.strip()
        if not value or self.type is AttributeType.TEXT:
            return value
        return _FITTING[self.type](self.name, value, self.choices)


def _number(name: str, value: str, _choices: Sequence[str]) -> str:
    number = value.replace(",", "")
    if not _NUMBER.fullmatch(number):
        raise UserError(tr("“{name}” is a number, such as 42 or 3.5.", name=name))
    return number


def _date(name: str, value: str, _choices: Sequence[str]) -> str:
    day_first = _DAY_FIRST.fullmatch(value)
    try:
        if day_first:
            day, month, year = map(int, day_first.groups())
            return date(year, month, day).isoformat()
        return date.fromisoformat(value).isoformat()
    except ValueError:
        raise UserError(tr("“{name}” is a date, such as 3/5/2024 or 2024-05-03.", name=name)) from None


def _yes_no(name: str, value: str, _choices: Sequence[str]) -> str:
    if value.casefold() not in _YES_NO:
        raise UserError(tr("“{name}” is yes or no.", name=name))
    return _YES_NO[value.casefold()]


def _choice(name: str, value: str, choices: Sequence[str]) -> str:
    for choice in choices:
        if folded(choice) == folded(value):
            return choice
    raise UserError(
        tr("“{name}” is one of {choices}. Add a choice first if there is another.", name=name, choices=listed(choices))
    )


_FITTING: dict[AttributeType, Callable[[str, str, Sequence[str]], str]] = {
    AttributeType.NUMBER: _number,
    AttributeType.DATE: _date,
    AttributeType.YES_NO: _yes_no,
    AttributeType.CHOICE: _choice,
}
