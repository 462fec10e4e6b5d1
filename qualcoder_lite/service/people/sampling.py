"""Who is heard and who isn't yet: people counted by site and client group, against how many a study wants."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qualcoder_lite.domain.errors import UserError
from qualcoder_lite.domain.names import folded
from qualcoder_lite.domain.people import CLIENT_GROUPS
from qualcoder_lite.domain.sampling import SampledPerson, SamplingGrid, sampling_grid
from qualcoder_lite.service.directory import one_line
from qualcoder_lite.storage.people import people
from qualcoder_lite.storage.people import sampling as stored
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Mapping

    from qualcoder_lite.domain.changes import Changes
    from qualcoder_lite.service.session import Session

_MOST = 100_000


class Sampling:
    """The sampling grid of a project."""

    def __init__(self, session: Session) -> None:
        """Work on an open project."""
        self._session = session
        self._database = session.database

    def grid(self) -> SamplingGrid:
        """Everybody counted where they belong. A transcript without a participant is a person of its own.

        Somebody heard at two sites counts at each.
        """
        sites = [site.id for site in people.sites(self._database)]
        return sampling_grid(sites, CLIENT_GROUPS, self._people(), stored.targets(self._database))

    def _people(self) -> list[SampledPerson]:
        heard = {
            (placement.person, placement.site.id if placement.site else "", folded(placement.client_group)): placement
            for placement in self._session.placements().values()
        }
        known = {person for person, _, _ in heard}
        sites = {site.id: site.client_group for site in people.sites(self._database)}
        waiting = [person for person in people.participants(self._database) if person.id not in known]
        return [
            *(SampledPerson(site, placement.client_group, heard=True) for (_, site, _), placement in heard.items()),
            *(
                SampledPerson(person.site or "", person.client_group or sites.get(person.site or "", ""), heard=False)
                for person in waiting
            ),
        ]

    def set_targets(self, targets: Mapping[tuple[str, str], int | None]) -> Changes:
        """Say how many people are wanted, by (site, client group), as one step; None takes a number back.

        Raises UserError where a number is none, or no client group is named.
        """
        directory = self._session.directory
        found = {(directory.sites.find(site).id, one_line(group)): wanted for (site, group), wanted in targets.items()}
        if any(wanted is not None and not 0 <= wanted <= _MOST for wanted in found.values()):
            raise UserError(tr("How many people are wanted is a number, 0 or more."))
        if any(not group for _, group in found):
            raise UserError(tr("People without a client group can’t be planned for. Name the group first."))
        with self._session.step("set-targets", {"count": len(found)}) as step:
            for (site, group), wanted in found.items():
                stored.put_target(self._database, site, group, wanted)
        return step.changes
