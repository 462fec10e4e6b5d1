"""The sampling grid: how many people a study has heard at each site from each client group, against how many it wants.

Somebody is heard once there is a transcript of theirs. Who is recorded as a participant without one is still to come.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from qualcoder_lite.domain.names import folded

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence


class SampledPerson(NamedTuple):
    """A person of the study: where they belong (a site's id and a client group, empty where not said), and if heard."""

    site: str
    client_group: str
    heard: bool


class Cell(NamedTuple):
    """One site and client group: people heard, people still to be heard, and how many are wanted (None: not said)."""

    heard: int = 0
    waiting: int = 0
    wanted: int | None = None

    @property
    def missing(self) -> int:
        """How many more are wanted than were heard."""
        return max(0, (self.wanted or 0) - self.heard)


@dataclass(frozen=True)
class SamplingGrid:
    """Cells by (site id, client group); `groups` in the order given, with "" last where somebody has none."""

    sites: Sequence[str]
    groups: Sequence[str]
    cells: Mapping[tuple[str, str], Cell] = field(default_factory=dict[tuple[str, str], Cell])

    def cell(self, site: str, group: str) -> Cell:
        """One cell; an empty one where nobody is or is wanted."""
        return self.cells.get((site, group), Cell())

    def total(self, *, site: str | None = None, group: str | None = None) -> Cell:
        """The cells of a site, of a group, or all, together."""
        chosen = [c for (s, g), c in self.cells.items() if site in (None, s) and group in (None, g)]
        wanted = [cell.wanted for cell in chosen if cell.wanted is not None]
        return Cell(
            sum(cell.heard for cell in chosen), sum(cell.waiting for cell in chosen), sum(wanted) if wanted else None
        )

    @property
    def unheard(self) -> list[tuple[str, str]]:
        """The cells where people are wanted and nobody was heard yet."""
        return [place for place, cell in self.cells.items() if cell.wanted and not cell.heard]


def sampling_grid(
    sites: Sequence[str],
    groups: Iterable[str],
    people: Iterable[SampledPerson],
    targets: Mapping[tuple[str, str], int],
) -> SamplingGrid:
    """Count people into the grid. `groups` are those to show in any case; further ones are added as they come."""
    spelling: dict[str, str] = {}
    for group in groups:
        spelling.setdefault(folded(group), group)
    heard: Counter[tuple[str, str]] = Counter()
    waiting: Counter[tuple[str, str]] = Counter()
    for person in people:
        group = spelling.setdefault(folded(person.client_group), person.client_group)
        (heard if person.heard else waiting)[person.site, group] += 1
    wanted = {(site, spelling.setdefault(folded(group), group)): n for (site, group), n in targets.items()}
    places = dict.fromkeys([*heard, *waiting, *wanted])
    cells = {place: Cell(heard[place], waiting[place], wanted.get(place)) for place in places}
    known = [*sites, *(("",) if any(not site for site, _ in cells) else ())]
    named = [group for key, group in spelling.items() if key]
    return SamplingGrid(known, [*named, *(("",) if any(not group for _, group in cells) else ())], cells)
