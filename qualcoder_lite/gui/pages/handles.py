"""How a choice asks for a thing of the project: by its name, or by its id where two have the same name."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from qualcoder_lite.domain.names import folded

if TYPE_CHECKING:
    from collections.abc import Sequence


def handles(entries: Sequence[tuple[str, str]]) -> dict[str, str]:
    """For each (id, name), by its id, what it is asked for by."""
    times = Counter(folded(name) for _, name in entries)
    return {id_: name if times[folded(name)] == 1 else id_ for id_, name in entries}
