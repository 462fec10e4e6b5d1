"""Drawing some things at random so that every kind of them is represented, the same again from the same seed."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

KeyT = TypeVar("KeyT")


def drawn(strata: Mapping[KeyT, Sequence[str]], number: int, seed: int) -> list[str]:
    """Draw a number of ids, from each stratum its share of it (largest remainders first), in the order given.

    Fewer are drawn where there aren't as many. The same strata in the same order and the same seed give the same draw.
    """
    chance = random.Random(seed)  # noqa: S311 - a draw of transcripts is no secret, and must be repeatable
    total = sum(map(len, strata.values()))
    number = min(number, total)
    shares = {key: number * len(ids) / max(total, 1) for key, ids in strata.items()}
    places = {key: int(share) for key, share in shares.items()}
    rest = number - sum(places.values())
    mixed = list(strata)
    chance.shuffle(mixed)  # equal remainders take turns by chance, not by the order of the sites
    for key in sorted(mixed, key=lambda key: places[key] - shares[key])[:rest]:
        places[key] += 1
    wanted = {id_ for key, ids in strata.items() for id_ in chance.sample(list(ids), places[key])}
    return [id_ for ids in strata.values() for id_ in ids if id_ in wanted]
