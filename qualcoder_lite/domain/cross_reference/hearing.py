"""What one transcript says through a lens, counted before anybody knows whose transcript it is or where it was made.

A matrix is put together from what each transcript says. That part depends on the transcript alone, so it can be kept
from one time to the next: of a large project, only what changed is then gone through again.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import count
from typing import TYPE_CHECKING, NamedTuple

from qualcoder_lite.domain.coding import Polarity

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

_POLARITIES = (Polarity.DELIVERED, Polarity.NOT_DELIVERED, Polarity.MIXED, Polarity.NOT_STATED)
# A large project has a hundred thousand counts, six numbers in each. They stand side by side in one, so that adding
# up is one sum; there is room for a million passages in each.
_ROOM = 20
_MOST = (1 << _ROOM) - 1
_PLACES = tuple(range(0, 6 * _ROOM, _ROOM))

#: The parts of a number that `Counted.together` gives in which links stand: nothing is there where there is no link.
HELPED, HINDERED = (_MOST << place for place in _PLACES[4:])


class Heard(NamedTuple):
    """What one transcript says: what it has of each outcome with each feature, and of which features it speaks at all.

    `codes` are ids, and the other lists name codes by their places in it. `outcomes`, `features` and `counts` (see
    `Counted.together`) belong together, place by place. In the lens `sites` there is no feature: its id is empty.
    """

    codes: Sequence[str] = ()
    spoken: Sequence[int] = ()
    outcomes: Sequence[int] = ()
    features: Sequence[int] = ()
    counts: Sequence[int] = ()


#: What each transcript says, by id; one that says nothing may be missing.
Hearing = dict[str, Heard]


class Counted(NamedTuple):
    """Passages by polarity, and the codings that link outcome and feature by helped and by hindered.

    Only the lens `attributions` has links.
    """

    delivered: int
    not_delivered: int
    mixed: int
    not_stated: int
    helped: int = 0
    hindered: int = 0

    @classmethod
    def of(cls, polarities: Sequence[str], helped: int = 0, hindered: int = 0) -> Counted:
        """The passages of these polarities, with links."""
        delivered, not_delivered, mixed, not_stated = map(polarities.count, _POLARITIES)
        return cls(delivered, not_delivered, mixed, not_stated, helped, hindered)

    def together(self) -> int:
        """All six in one number. Sums of such numbers are those of the sums."""
        return sum([number << place for number, place in zip(self, _PLACES, strict=True)])

    @classmethod
    def apart(cls, together: int) -> Counted:
        """The six of one number."""
        return cls(*[together >> place & _MOST for place in _PLACES])


def heard(counts: Mapping[tuple[str, str], Counted], spoken: Iterable[str] = ()) -> Heard:
    """What is counted by outcome and feature, and the features spoken of (ids), as it is kept."""
    numbers: defaultdict[str, int] = defaultdict(count().__next__)
    of_spoken = [numbers[feature] for feature in spoken]
    outcomes = [numbers[outcome] for outcome, _ in counts]
    features = [numbers[feature] for _, feature in counts]
    return Heard(list(numbers), of_spoken, outcomes, features, [each.together() for each in counts.values()])
