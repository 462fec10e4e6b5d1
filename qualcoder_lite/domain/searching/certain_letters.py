"""The letters that a text must have for a regular expression to fit in it, read off the expression itself.

They save most of the work of looking for a pattern: what lacks them need not be looked at. So nothing is told of what
might not be meant: groups, sets and escapes are passed over, and an expression with flags or rarer signs tells nothing.
"""

from __future__ import annotations

import re
import string

# Of one character of a text the same in either case, whatever the case of the pattern: i and I fit ı and İ too.
_PLAIN = frozenset(string.ascii_letters + string.digits) - {"i", "I"}
_RARE_GROUP = re.compile(r"\(\?(?![:=!>]|<[=!a-zA-Z_]|P<)")  # flags, conditions, comments, calls
_HARMLESS = frozenset("bBwWdDsS")  # escapes that stand alone and mean no letter


def certain_letters(pattern: str) -> list[str]:
    """Letters in a row, made small, that stand in everything that a pattern fits; as long as they can be told.

    The pattern is one that compiles. Empty where nothing is certain.
    """
    if _RARE_GROUP.search(pattern):
        return []
    found: list[str] = []
    row = ""
    at = 0
    while at < len(pattern):
        sign = pattern[at]
        if sign in _PLAIN:
            row += sign
            at += 1
            continue
        if sign in "*?{":
            row = row[:-1]  # the letter before it may be missing
        found.append(row)
        row = ""
        after = _behind(pattern, at)
        if after is None:
            return []
        at = after
    return [letters.lower() for letters in (*found, row) if letters]


def _behind(pattern: str, at: int) -> int | None:
    """The place behind a sign, or behind what it opens; None where the whole pattern tells nothing."""
    match pattern[at]:
        case "|":
            return None
        case "\\":
            sign = pattern[at + 1 : at + 2]
            return at + 2 if sign in _HARMLESS or not sign.isalnum() else None
        case "(":
            return _behind_group(pattern, at)
        case "[":
            return _behind_set(pattern, at)
        case "{":
            return pattern.find("}", at) + 1 or None
        case _:
            return at + 1


def _behind_group(pattern: str, at: int) -> int | None:
    depth = 0
    while at < len(pattern):
        match pattern[at]:
            case "\\":
                at += 2
                continue
            case "[":
                behind = _behind_set(pattern, at)
                if behind is None:
                    return None
                at = behind
                continue
            case "(":
                depth += 1
            case ")":
                depth -= 1
            case _:
                pass
        at += 1
        if not depth:
            return at
    return None


def _behind_set(pattern: str, at: int) -> int | None:
    at += 1
    if pattern.startswith("^", at):
        at += 1
    first = at
    while at < len(pattern):
        if pattern[at] == "]" and at > first:
            return at + 1
        at += 2 if pattern[at] == "\\" else 1
    return None
