"""What is said of things that are looked up by name: a whole sentence for each noun, as many languages need it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qualcoder_lite.domain.errors import listed
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Iterable


def unknown(noun: str, name: str) -> str:
    """That nothing goes by a name."""
    said = {
        "code": tr("There is no code “{name}” in this project.", name=name),
        "coder": tr("There is no coder “{name}” in this project.", name=name),
        "site": tr("There is no site “{name}” in this project.", name=name),
        "participant": tr("There is no participant “{name}” in this project.", name=name),
        "feature": tr("There is no feature “{name}” in this project.", name=name),
        "transcript": tr("There is no transcript “{name}” in this project.", name=name),
    }
    return said[noun]


def none_yet(noun: str) -> str:
    """That the project has none at all."""
    said = {
        "code": tr("It has no codes yet."),
        "coder": tr("It has no coders yet."),
        "site": tr("It has no sites yet."),
        "participant": tr("It has no participants yet."),
        "feature": tr("It has no features yet."),
        "transcript": tr("It has no transcripts yet."),
    }
    return said[noun]


def several(noun: str, name: str, ids: list[str]) -> str:
    """That several go by one name."""
    n, of_them = len(ids), {"name": name, "ids": ", ".join(ids)}
    said = {
        "code": tr(
            "There is {n} code that goes by “{name}”. Say which one by its id: {ids}.",
            "There are {n} codes that go by “{name}”. Say which one by its id: {ids}.",
            n=n,
            **of_them,
        ),
        "coder": tr(
            "There is {n} coder that goes by “{name}”. Say which one by its id: {ids}.",
            "There are {n} coders that go by “{name}”. Say which one by its id: {ids}.",
            n=n,
            **of_them,
        ),
        "site": tr(
            "There is {n} site that goes by “{name}”. Say which one by its id: {ids}.",
            "There are {n} sites that go by “{name}”. Say which one by its id: {ids}.",
            n=n,
            **of_them,
        ),
        "participant": tr(
            "There is {n} participant that goes by “{name}”. Say which one by its id: {ids}.",
            "There are {n} participants that go by “{name}”. Say which one by its id: {ids}.",
            n=n,
            **of_them,
        ),
        "feature": tr(
            "There is {n} feature that goes by “{name}”. Say which one by its id: {ids}.",
            "There are {n} features that go by “{name}”. Say which one by its id: {ids}.",
            n=n,
            **of_them,
        ),
        "transcript": tr(
            "There is {n} transcript that goes by “{name}”. Say which one by its id: {ids}.",
            "There are {n} transcripts that go by “{name}”. Say which one by its id: {ids}.",
            n=n,
            **of_them,
        ),
    }
    return said[noun]


def needs_a_name(noun: str) -> str:
    """That one can't be made without a name."""
    said = {
        "coder": tr("A coder needs a name."),
        "site": tr("A site needs a name."),
        "participant": tr("A participant needs a name."),
    }
    return said[noun]


def made(noun: str, name: str) -> str:
    """One that was made on the way: it follows the word "New"."""
    said = {
        "coder": tr("coder “{name}”", name=name),
        "site": tr("site “{name}”", name=name),
        "participant": tr("participant “{name}”", name=name),
    }
    return said[noun]


def did_you_mean(names: Iterable[str]) -> str:
    """The names that are like one that isn't known."""
    return tr("Did you mean {names}?", names=listed(names))
