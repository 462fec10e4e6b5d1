"""Counting outcomes by features through one of three lenses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qualcoder_lite.domain.cross_reference.attributions_lens import by_attribution
from qualcoder_lite.domain.cross_reference.passages_lens import by_passage
from qualcoder_lite.domain.cross_reference.sites_lens import by_site
from qualcoder_lite.domain.cross_reference.study import Lens

if TYPE_CHECKING:
    from qualcoder_lite.domain.cross_reference.matrix import Matrix
    from qualcoder_lite.domain.cross_reference.nearness import Near
    from qualcoder_lite.domain.cross_reference.study import Study


def cross_reference(study: Study, lens: Lens | str, near: Near = "turn") -> Matrix:
    """Count outcomes by features: people first, then the passages in which they say it.

    Args:
        study: What to count, every filter applied.
        lens: What brings an outcome and a feature together.
        near: How close two passages must be in the lens `passages`; the others pay no heed to it.

    Raises:
        ValueError: There is no such lens, or `near` is neither a word it knows nor a number of turns from 0.
    """
    lens = Lens(lens)
    if near < 0 if isinstance(near, int) else near not in ("overlap", "turn"):
        raise ValueError(f"near is “overlap”, “turn” or a number of turns, not {near!r}")
    if lens is Lens.SITES:
        return by_site(study)
    if lens is Lens.PASSAGES:
        return by_passage(study, near)
    return by_attribution(study)
