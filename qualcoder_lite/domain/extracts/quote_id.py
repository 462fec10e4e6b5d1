"""Short ids for quotes: made from a coding's id alone, so that they are the same in every copy and every export."""

from __future__ import annotations

import re
import uuid
from functools import lru_cache

# Crockford's base 32: neither I, L, O nor U, so that nothing is misread and no word is spelt.
_DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
# Ten digits hold 48 random bits of a UUID: of 20,000 quotes, two share an id in one project of a million.
_LENGTH = 10
_BITS = 5
_WHOLE = 26  # digits that hold all 128 bits
_SPARE = _WHOLE * _BITS - 128
# Documents have tens of thousands of quotes: digits are written two at a time.
_PAIRS = [first + second for first in _DIGITS for second in _DIGITS]
_PAIR = len(_PAIRS) - 1
# The id is taken apart in two numbers, because large ones are slow to shift: seven pairs, and the six after them.
_SECOND = 12 * _BITS
_SECOND_MOST = (1 << _SECOND) - 1
_SHIFTS = range(_SECOND, -1, -2 * _BITS)
_SECOND_SHIFTS = _SHIFTS[1:]
_UUID = re.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}")


def quote_id(coding: str) -> str:
    """The id that a quote is spoken of by: "7KM2X-B9TQ4". Ids that aren't UUIDs stay as they are."""
    whole = whole_id(coding)
    return f"{whole[:5]}-{whole[5:_LENGTH]}" if whole else coding


@lru_cache(maxsize=64)
def whole_id(coding: str) -> str:
    """All of a UUID in 26 letters and digits, whatever their case; empty for what is no UUID."""
    if not _UUID.fullmatch(coding):
        return ""
    number = int(coding.replace("-", ""), 16) << _SPARE
    first, second = number >> _SECOND, number & _SECOND_MOST
    pairs = [_PAIRS[(first >> shift) & _PAIR] for shift in _SHIFTS]
    pairs += [_PAIRS[(second >> shift) & _PAIR] for shift in _SECOND_SHIFTS]
    return "".join(pairs)


def coding_of(whole: str) -> str:
    """The id of the coding that `whole_id` was made from; empty for what it never makes."""
    number = 0
    for character in whole.upper():
        digit = _DIGITS.find(character)
        if digit < 0:
            return ""
        number = number << _BITS | digit
    if len(whole) != _WHOLE or number & ((1 << _SPARE) - 1):
        return ""
    return str(uuid.UUID(int=number >> _SPARE))
