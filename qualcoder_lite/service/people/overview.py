"""A participant as a list shows them, with what their transcripts add to what is recorded of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from qualcoder_lite.storage.people import consents
from qualcoder_lite.storage.people import people as stored

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from qualcoder_lite.domain.consent import ConsentAnswer, ConsentSubject
    from qualcoder_lite.domain.people import Participant
    from qualcoder_lite.service.placement import Placement
    from qualcoder_lite.service.session import Session


@dataclass(frozen=True, slots=True, kw_only=True)
class ParticipantOverview:
    """A participant as a list shows them: the site's name, their transcripts as (id, title), what they agreed to.

    `sites` and `client_groups` are what holds for them: their own, else those of their transcripts.
    """

    person: Participant
    site: str
    sites: Sequence[str]
    client_groups: Sequence[str]
    transcripts: Sequence[tuple[str, str]]
    codings: int
    consent: Mapping[ConsentSubject, ConsentAnswer]


def overview_of(session: Session) -> list[ParticipantOverview]:
    """All participants of a project with their transcripts, by name."""
    sites = {site.id: site.name for site in stored.sites(session.database)}
    counts = session.coding_counts()
    agreed = consents.answers(session.database)
    theirs: dict[str, list[Placement]] = {}
    for placement in session.placements().values():
        if placement.participant is not None:
            theirs.setdefault(placement.participant.id, []).append(placement)
    found: list[ParticipantOverview] = []
    for person in stored.participants(session.database):
        heard, site = theirs.get(person.id, []), sites.get(person.site or "", "")
        at = {site} if site else {each.site.name for each in heard if each.site}
        groups = {person.client_group} if person.client_group else {each.client_group for each in heard}
        found.append(
            ParticipantOverview(
                person=person,
                site=site,
                sites=sorted(at),
                client_groups=sorted(filter(None, groups)),
                transcripts=[(each.transcript.id, each.transcript.title) for each in heard],
                codings=sum(counts.get(each.transcript.id, 0) for each in heard),
                consent=agreed.get(person.id, {}),
            )
        )
    return found
