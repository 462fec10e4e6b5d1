"""What the transcript list shows: plain data, made from the project's overview, grouped by site."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from qualcoder_lite.domain.kept_words import in_language
from qualcoder_lite.domain.names import folded
from qualcoder_lite.domain.transcript_mark import Marks
from qualcoder_lite.service.placement import called
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from qualcoder_lite.service.transcripts.transcripts import TranscriptOverview

_NO_MARKS = Marks()
NO_SITE = tr("No site yet")


@dataclass(frozen=True, slots=True)
class ListedTranscript:
    """A transcript as the list shows it.

    `name` is the person's where only one transcript is theirs, else the title. `reached` is how far coding has come,
    0 to 1: where the furthest coding ends. `round` names the open round in which whoever codes is to code it.
    """

    id: str
    name: str
    title: str
    respondent: str
    site: str
    client_group: str
    turns: int
    characters: int
    codings: int = 0
    reached: float = 0.0
    done: bool = False
    coders_done: tuple[str, ...] = ()
    put_off: bool = False
    distressing: bool = False
    round: str = ""

    @property
    def state(self) -> str:
        """How far it is, in words."""
        if self.done:
            return tr("Done")
        begun = tr("{n:,} coding", "{n:,} codings", n=self.codings) if self.codings else ""
        if self.put_off:
            return tr("Put off, {begun}", begun=begun) if begun else tr("Put off")
        return begun or tr("Not started")

    @property
    def detail(self) -> str:
        """What stands under the name: two things, because there is no room for three."""
        if self.put_off and not self.done:
            parts = (tr("Distressing"), tr("Put off")) if self.distressing else (self.state,)
        else:
            parts = (tr("Distressing") if self.distressing else self.round or self.respondent, self.state)
        told = " · ".join(part for part in parts if part)
        return f"{told[:1].upper()}{told[1:]}"

    @property
    def spoken(self) -> str:
        """The row in words."""
        warned = tr("marked as distressing") if self.distressing else ""
        parts = (self.title, self.respondent, self.site, self.round, self.state, warned)
        return ", ".join(part for part in parts if part)

    def done_by(self, coder: str) -> bool:
        """Whether a coder (a name) declared it done."""
        return any(folded(name) == folded(coder) for name in self.coders_done)

    def matches(self, wanted: str) -> bool:
        """Whether it has something to do with what somebody typed (folded)."""
        said = (self.title, self.name, self.respondent, self.site, self.client_group, self.round)
        return any(wanted in folded(part) for part in said)


@dataclass(frozen=True, slots=True)
class ListedSite:
    """The heading over a site's transcripts."""

    name: str
    client_group: str
    done: int
    count: int

    @property
    def shown_group(self) -> str:
        """What stands under the name: the client group, or how many there are, whose names the list has no room for."""
        groups = self.client_group.split(", ") if self.client_group else []
        return tr("{groups} client groups", groups=len(groups)) if len(groups) > 1 else self.client_group

    @property
    def tally(self) -> str:
        """How many of its transcripts are done."""
        return tr("{done} of {count} done", done=self.done, count=self.count)

    @property
    def spoken(self) -> str:
        """The heading in words."""
        return ", ".join(part for part in (self.name, self.client_group, self.tally) if part)


def listed(
    overview: Sequence[TranscriptOverview],
    reached: Mapping[str, tuple[int, int]],
    coder: str = "",
    marks: Mapping[str, Marks] | None = None,
    rounds: Mapping[str, str] | None = None,
) -> list[ListedTranscript]:
    """The project's transcripts in the list's order; `coder` narrows done and put off to that one's.

    `rounds` has the names of the open rounds that wait for whoever codes, by transcript.
    """
    names = called([each.placement for each in overview])
    rows: list[ListedTranscript] = []
    for each in overview:
        transcript, person, site = each.transcript, each.placement.participant, each.placement.site
        codings, end = reached.get(transcript.id, (0, 0))
        marked = (marks or {}).get(transcript.id, _NO_MARKS)
        row = ListedTranscript(
            id=transcript.id,
            name=names[transcript.id],
            title=transcript.title,
            respondent=in_language(person.respondent or "") if person else "",
            site=site.name if site else "",
            client_group=each.placement.client_group,
            turns=transcript.turns,
            characters=max(1, transcript.characters),
            codings=codings,
            reached=min(1.0, end / max(1, transcript.characters)),
            coders_done=each.done,
            put_off=bool(coder) and coder in marked.put_off,
            distressing=bool(marked.distressing),
            round=(rounds or {}).get(transcript.id, ""),
        )
        rows.append(replace(row, done=row.done_by(coder) if coder else bool(each.done)))
    rows.sort(key=lambda row: (not row.site, folded(row.site)))
    return rows


def with_headings(rows: Iterable[ListedTranscript]) -> list[ListedSite | ListedTranscript]:
    """The rows with a heading before each site's; rows of one site stand together."""
    by_site: dict[str, list[ListedTranscript]] = {}
    for row in rows:
        by_site.setdefault(row.site, []).append(row)
    shown: list[ListedSite | ListedTranscript] = []
    for site, those in by_site.items():
        groups = ", ".join(dict.fromkeys(row.client_group for row in those if row.client_group))
        shown.append(ListedSite(site or NO_SITE, groups, sum(row.done for row in those), len(those)))
        shown += those
    return shown
