"""The history's words for copies that were brought together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qualcoder_lite.domain.series import series
from qualcoder_lite.service.history.nouns import counted
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from qualcoder_lite.service.history.step_names import Facts, StepNames, Telling

_NAMED = 3  # coders named in one step


def merge_words(names: StepNames) -> dict[str, Telling]:
    """How the history tells steps of merging, by verb."""
    return {
        "merge": lambda f: _merged(f, [name for coder in f["coders"] if (name := names.coder(coder))]),
        "cut": lambda f: tr("cut this copy for {coder}", coder=names.coder(f["coder"]) or tr("a coder")),
    }


def _merged(facts: Facts, whose: list[str]) -> str:
    news = _news(facts)
    if 0 < len(whose) <= _NAMED:
        return tr(
            "brought in a copy from {coders}: {news}",
            "brought in {n:,} copies from {coders}: {news}",
            n=facts["files"],
            coders=series(whose),
            news=news,
        )
    return tr("brought in a copy: {news}", "brought in {n:,} copies: {news}", n=facts["files"], news=news)


def _news(facts: Facts) -> str:
    """What is new, changed and gone by a merge."""
    said: list[str] = []
    if words := counted(facts["added"]):
        said.append(tr("{entries} new", entries=words))
    if words := counted(facts["updated"]):
        said.append(tr("{entries} changed", entries=words))
    if words := counted(facts["deleted"]):
        said.append(tr("{entries} gone", entries=words))
    return "; ".join(said) or tr("small changes")
