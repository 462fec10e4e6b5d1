"""The history's words for copies that were brought together, and for what was joined."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qualcoder_lite.service.nouns import counted

if TYPE_CHECKING:
    from collections.abc import Callable

    from qualcoder_lite.service.directory import Directory

_NAMED = 3  # coders named in one step


def merge_words(directory: Directory) -> dict[str, Callable[[dict[str, Any]], str]]:
    """How the history tells steps of merging, by verb."""

    def merged(facts: dict[str, Any]) -> str:
        names = [entry.name for coder in facts["coders"] if (entry := directory.coders.by_id.get(coder))]
        files = "a copy" if facts["files"] == 1 else f"{facts['files']:,} copies"
        whose = f" from {_and(names)}" if 0 < len(names) <= _NAMED else ""
        parts = ((facts["added"], "new"), (facts["updated"], "changed"), (facts["deleted"], "gone"))
        news = [f"{said} {word}" for counts, word in parts if (said := counted(counts))]
        return f"brought in {files}{whose}: {'; '.join(news) or 'small changes'}"

    return {"merge": merged, "cut": lambda facts: f"cut this copy for {_coder(directory, facts)}"}


def _coder(directory: Directory, facts: dict[str, Any]) -> str:
    entry = directory.coders.by_id.get(facts["coder"])
    return entry.name if entry else "a coder"


def _and(names: list[str]) -> str:
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)
