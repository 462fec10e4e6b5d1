"""The head of a transcript: fields such as “Date: 3 May”, and the key that says whose initials are whose.

What the head says of people is not speech, but it tells who interviews whom.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from qualcoder_lite.domain.transcript import paragraphs
from qualcoder_lite.importers.speakers.labels import Form, label_at
from qualcoder_lite.importers.speakers.roles import key_of, role_of
from qualcoder_lite.importers.speakers.shapes import is_initials, is_name, is_telling
from qualcoder_lite.importers.speakers.words import FIELDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from qualcoder_lite.domain.transcript import SpeakerRole

_LONGEST_HEAD = 20_000  # characters in which a head is looked for
_MOST_LINES = 60
_KEY = re.compile(
    r"(?:[*_]{0,3})(?P<label>[^\W\d_][^\W_]{0,3}\d{0,2})(?:[*_]{0,3})[^\S\n]*"
    r"(?P<mark>[-–—=:]|\t)[*_]{0,3}[^\S\n]*(?P<meaning>[^\W_][^\n]{1,59})"
)
_NAME_FIRST = re.compile(r"(?P<meaning>[^\W\d_][^\n()]{2,50}) \((?P<label>[^\W\d_]{2,4})\)")
_WORD = re.compile(r"[^\W\d_]+")
_SENTENCE_END = re.compile(r"[.?!…][\"'”’)]*$")
_NOT_BARE = frozenset({"I", "A", "a"})  # words that open paragraphs
_ASKS, _ANSWERS = "Q", "A"


class _Line(NamedTuple):
    start: int
    words: str
    after_blank: bool


@dataclass(frozen=True, slots=True)
class Head:
    """What the head of a transcript gives.

    `fields` are the positions of its lines, which are no turns; `labels` the keys of the labels that its key explains;
    `bare` finds those that may open a paragraph without a colon; `roles` are by key of label.
    """

    fields: frozenset[int]
    labels: frozenset[str]
    bare: re.Pattern[str] | None
    roles: Mapping[str, SpeakerRole]


def read_head(text: str) -> Head:
    """The head of a canonical text."""
    lines = _top_lines(text)
    legend = _legend(lines, text)
    fields = _field_lines([line for line in lines if line.start not in legend], text)
    roles = roles_stated(_halves(line) for line in fields)
    for label, meaning in legend.values():
        role = role_of(meaning)
        if role is not None:
            roles[key_of(label)] = role
    return Head(
        frozenset({line.start for line in fields} | set(legend)),
        frozenset(key_of(label) for label, _ in legend.values()),
        _bare_pattern([label for label, _ in legend.values()]),
        roles,
    )


def roles_stated(fields: Iterable[tuple[str, str]]) -> dict[str, SpeakerRole]:
    """The roles that fields such as (“Interviewer”, “Jo Reid”) state: by key of whole name, first name and initials."""
    roles: dict[str, SpeakerRole] = {}
    for field, name in fields:
        role = role_of(field)
        words = _WORD.findall(name.partition("(")[0])
        if role is None or not words or not words[0][0].isupper():
            continue
        for label in (" ".join(words), words[0], "".join(word[0] for word in words)):
            roles.setdefault(key_of(label), role)
    return roles


def _top_lines(text: str) -> list[_Line]:
    lines: list[_Line] = []
    end = 0
    for start, after in paragraphs(text, 0, min(len(text), _LONGEST_HEAD))[:_MOST_LINES]:
        lines.append(_Line(start, text[start:after], "\n\n" in text[end:start].replace(" ", "").replace("\t", "")))
        end = after
    return lines


def _legend(lines: list[_Line], text: str) -> dict[int, tuple[str, str]]:
    """The lines of the key: position → label and meaning. A label explained but never used is not one."""
    found: dict[int, tuple[str, str]] = {}
    for line in lines:
        match = _KEY.fullmatch(line.words) or _NAME_FIRST.fullmatch(line.words)
        if match is None or _SENTENCE_END.search(line.words):
            continue
        label, meaning = match["label"], match["meaning"].strip()
        after = line.start + len(line.words)
        if _explains(label, meaning) and re.compile(rf"^[^\S\n]*[*_]*{re.escape(label)}\b", re.MULTILINE).search(
            text, after
        ):
            found[line.start] = (label, meaning)
    return found | _answers(lines, found)


def _answers(lines: list[_Line], found: Mapping[int, tuple[str, str]]) -> dict[int, tuple[str, str]]:
    """The line of a key that says who A is, beside the one that says who Q is: “A - Wren”."""
    for first, second in pairwise(lines):
        match = _KEY.fullmatch(second.words)
        if match and match["label"] == _ANSWERS and found.get(first.start, ("",))[0] == _ASKS:
            return {second.start: (_ANSWERS, match["meaning"].strip())}
    return {}


def _explains(label: str, meaning: str) -> bool:
    """Whether the meaning is a name with those initials, or a role."""
    words = _WORD.findall(meaning)
    if not words or len(words) > 6:
        return False
    initials = "".join(word[0] for word in words if word[0].isupper())
    letters = "".join(char for char in label if char.isalpha())
    if is_initials(label) and len(letters) > 1 and initials.startswith(letters.upper()):
        return True
    said = meaning.rsplit("(", maxsplit=1)[-1].rstrip(")")
    return any(role_of(part) is not None and (is_telling(part) or len(part.split()) < 3) for part in (meaning, said))


def _bare_pattern(labels: list[str]) -> re.Pattern[str] | None:
    not_bare = _NOT_BARE - {_ANSWERS} if _ASKS in labels else _NOT_BARE
    usable = [re.escape(label) for label in labels if label not in not_bare and label.isupper()]
    return re.compile(rf"(?P<label>{'|'.join(usable)})[ \t]+(?=[^\s:\-–—=])") if usable else None


def _field_lines(lines: list[_Line], text: str) -> list[_Line]:
    """The lines of the first blocks that are fields of a form rather than things said."""
    found: list[_Line] = []
    for block in _blocks(lines)[:4]:
        form = _form_lines(block, text)
        names = [_field_name(line, text) for line in form]
        last = max((at for at, name in enumerate(names) if name in FIELDS), default=-1)
        rest = form[last + 1 :]
        found += form[: last + 1]
        if (last >= 0 or len(rest) > 1) and form[-1:] == block[-1:] and all(map(_names_somebody, rest)):
            found += rest
        else:
            found += [line for line in rest if _names_who_speaks(line, text)]
    return found


def _names_who_speaks(line: _Line, text: str) -> bool:
    """Whether a line gives a role to one who speaks under that very name further down: “Participant: Wren”."""
    role, name = (half.strip(" *_") for half in _halves(line))
    if role_of(role) is None or not is_name(name):
        return False
    speaks = re.compile(rf"^[^\S\n]*[*_]*{re.escape(name)}[*_]*[^\S\n]*:", re.MULTILINE)
    return speaks.search(text, line.start + len(line.words)) is not None


def _form_lines(block: list[_Line], text: str) -> list[_Line]:
    """The lines at the top of a block that have a label and a short answer, as in a form."""
    form: list[_Line] = []
    for line in block:
        if _field_name(line, text) is not None and _is_value(line):
            form.append(line)
        elif form:
            break
    return form


def _blocks(lines: list[_Line]) -> list[list[_Line]]:
    blocks: list[list[_Line]] = []
    for line in lines:
        if line.after_blank or not blocks:
            blocks.append([])
        blocks[-1].append(line)
    return blocks


def _halves(line: _Line) -> tuple[str, str]:
    name, _, value = line.words.partition(":")
    return name, value


def _field_name(line: _Line, text: str) -> str | None:
    label = label_at(text, line.start, line.start + len(line.words))
    return label.key if label is not None and label.form in {Form.COLON, Form.TAB} else None


def _is_value(line: _Line) -> bool:
    return len(line.words.split()) < 12 and not line.words.endswith("?")


def _names_somebody(line: _Line) -> bool:
    """Whether a line gives a role's name or code, such as “Interviewer: Jo Reid” or “Participant: P07”."""
    label = re.split(r"[:\t]", line.words, maxsplit=1)
    value = label[1].strip(" *_") if len(label) > 1 else ""
    return (
        role_of(label[0].strip(" *_")) is not None
        and bool(value)
        and not _SENTENCE_END.search(value)
        and (is_telling(value) or is_initials(value) or (len(value.split()) > 1 and is_name(value)))
    )
