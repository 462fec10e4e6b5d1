"""Where a transcript belongs: its site, its client group, the person behind it.

A transcript's site is its own, else its participant's; its client group is its own, else its participant's, else its
site's. Two of them that contradict each other are refused when they are recorded, never resolved in silence.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from qualcoder_lite.domain.errors import UserError
from qualcoder_lite.domain.names import folded
from qualcoder_lite.storage.people import people
from qualcoder_lite.storage.transcripts import transcripts
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from qualcoder_lite.domain.people import Participant, Site
    from qualcoder_lite.storage.file.database import Database
    from qualcoder_lite.storage.transcripts.transcripts import Transcript


@dataclass(frozen=True, slots=True)
class Placement:
    """A transcript with the site and participant that hold for it, and the client group that follows."""

    transcript: Transcript
    site: Site | None
    participant: Participant | None
    client_group: str

    @property
    def person(self) -> str:
        """Who counts as one person: the participant, else the transcript itself."""
        return self.participant.id if self.participant else self.transcript.id


def called(places: Sequence[Placement]) -> dict[str, str]:
    """What each transcript is called where people choose one: the person where only one is theirs, else the title."""
    of_people = Counter(place.participant.id for place in places if place.participant)
    return {
        place.transcript.id: place.participant.name
        if place.participant and of_people[place.participant.id] == 1
        else place.transcript.title
        for place in places
    }


def placements(database: Database, among: Iterable[str] | None = None) -> dict[str, Placement]:
    """Every transcript's placement, or that of some, in the order of import."""
    found = transcripts.read(database, among)
    named = None if among is None else [one.participant for one in found if one.participant]
    sites = {site.id: site for site in people.sites(database)}
    participants = {person.id: person for person in people.participants(database, named)}
    return {transcript.id: _placed(transcript, sites, participants) for transcript in found}


def _placed(transcript: Transcript, sites: dict[str, Site], participants: dict[str, Participant]) -> Placement:
    person = participants.get(transcript.participant or "")
    site = sites.get(transcript.site or (person.site if person else None) or "")
    group = transcript.client_group or (person.client_group if person else "") or (site.client_group if site else "")
    return Placement(transcript, site, person, group)


def refuse_contradictions(database: Database, among: Iterable[str] | None = None) -> None:
    """Raise UserError where a transcript, its participant and its site say different things.

    `among` limits the look to these transcripts. Called inside the step, so that refusing undoes it.
    """
    sites = {site.id: site.name for site in people.sites(database)}
    for placement in placements(database, among).values():
        _refuse_two_sites(placement, sites)
        _refuse_two_groups(placement)


def _refuse_two_sites(placement: Placement, sites: dict[str, str]) -> None:
    transcript, person = placement.transcript, placement.participant
    if person and person.site and transcript.site and person.site != transcript.site:
        raise UserError(
            tr(
                "“{title}” is recorded at {site}, but its participant “{name}” at {other}. "
                "Leave one of them blank, or make them agree.",
                title=transcript.title,
                site=sites[transcript.site],
                name=person.name,
                other=sites[person.site],
            )
        )


def _refuse_two_groups(placement: Placement) -> None:
    transcript, person, site = placement.transcript, placement.participant, placement.site
    said = [(tr("the transcript"), transcript.client_group)]
    if person:
        said.append((tr("its participant “{name}”", name=person.name), person.client_group))
    if site:
        said.append((tr("its site {name}", name=site.name), site.client_group))
    groups = [(who, group) for who, group in said if group]
    if len({folded(group) for _, group in groups}) > 1:
        told = "; ".join(f"{who}: {group}" for who, group in groups)
        raise UserError(
            tr(
                "The client groups of “{title}” contradict each other ({told}). Make them agree, or leave all "
                "but one blank.",
                title=transcript.title,
                told=told,
            )
        )
