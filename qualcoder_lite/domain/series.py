"""Several things in one sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Sequence


def series(parts: Sequence[str]) -> str:
    """Things as a sentence says them, as they stand: "A, B and C"; empty where there are none."""
    if len(parts) < 2:
        return "".join(parts)
    return tr("{names} and {last}", names=", ".join(parts[:-1]), last=parts[-1])
