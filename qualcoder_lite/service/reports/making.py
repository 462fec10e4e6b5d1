"""Putting a report together from what is coded in its scope."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from qualcoder_lite.domain.codebook import CodebookKind
from qualcoder_lite.domain.coding import Direction
from qualcoder_lite.domain.cross_reference import Lens
from qualcoder_lite.domain.errors import UserError
from qualcoder_lite.domain.extracts.attribution_guard import PROJECT, SCOPE, identifying
from qualcoder_lite.domain.extracts.voices import PER_PERSON, Voices
from qualcoder_lite.domain.kept_words import in_language
from qualcoder_lite.domain.names import in_order
from qualcoder_lite.domain.passage import united
from qualcoder_lite.domain.people import group_order
from qualcoder_lite.domain.progress import unwatched
from qualcoder_lite.domain.reports.findings import findings_of
from qualcoder_lite.domain.reports.report import (
    Asked,
    FeatureReport,
    Heard,
    OutcomeReport,
    Report,
    Stage,
)
from qualcoder_lite.domain.reports.told import Said, Told, leaning, likeness, said_of_features, told
from qualcoder_lite.domain.schedule import Prompting
from qualcoder_lite.domain.transcript import SpeakerRole
from qualcoder_lite.service.codebook.in_use import codes_in_use
from qualcoder_lite.service.cross_reference.findings import Findings
from qualcoder_lite.service.extracts.listing import ExtractList, described_people, may_quote, respondent_type
from qualcoder_lite.service.extracts.narrowing import spoken_in
from qualcoder_lite.service.reports.register import facts_of, register_at
from qualcoder_lite.service.reports.words import nobody_said_anything, nothing_is_coded
from qualcoder_lite.service.scope import ScopeReader
from qualcoder_lite.service.seen_stars import seen_stars
from qualcoder_lite.service.transcripts.schedule import Schedule
from qualcoder_lite.storage.codebook import codebooks
from qualcoder_lite.storage.cross_reference import counting
from qualcoder_lite.storage.people import people

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from qualcoder_lite.domain.cross_reference import Matrix
    from qualcoder_lite.domain.extracts.attribution_guard import NarrowAttribution
    from qualcoder_lite.domain.extracts.extract import Extract
    from qualcoder_lite.domain.passage import FullRow, Passage
    from qualcoder_lite.domain.people import Site
    from qualcoder_lite.domain.progress import Progress
    from qualcoder_lite.service.placement import Placement
    from qualcoder_lite.service.scope import Scope
    from qualcoder_lite.service.session import Session

# How many quotes stand under one outcome, at most.
_QUOTES = {Stage.SITE: 3, Stage.CLIENT_GROUP: 4, Stage.ACROSS: 4}
_CHAPTERS = 4  # what a report's progress is counted in


class ReportMaker:
    """Makes one report; what several of its chapters need is read once."""

    def __init__(self, session: Session, stage: Stage, scope: Scope, *, per_person: int = PER_PERSON) -> None:
        """Read what is in scope; on one outcome nobody is quoted more often than `per_person`.

        Raises UnknownNameError as a scope does, UserError where nothing there is coded.
        """
        self._session = session
        self._database = session.database
        self._stage = stage
        self._per_person = per_person
        self._reader = ScopeReader(session, scope)
        self._name = "".join((*self._reader.scope.sites, *self._reader.scope.client_groups))
        self._placements = self._reader.placements
        self._outcomes = codes_in_use(self._database, CodebookKind.OUTCOMES)
        self._stars = seen_stars(session)
        self._rows: list[FullRow] = self._reader.rows([code.id for code in self._outcomes])
        order = {transcript: n for n, transcript in enumerate(self._placements)}
        self._passages = sorted(united(self._rows), key=lambda passage: (order[passage.transcript], passage.start))
        if not self._passages:
            raise UserError(self._nothing())

    def report(self, progress: Progress = unwatched, *, table_alone: bool = False) -> Report:
        """The report, with `table_alone` the quotes of its table only. `progress` counts chapters, and may stop it."""
        progress(1, _CHAPTERS)
        parts = self._parts()
        voices = Voices(self._person_of, self._giving_reasons, self._stars)
        outcomes = self._outcome_reports(parts, voices)
        progress(2, _CHAPTERS)
        matrix = self._matrix if self._stage is Stage.ACROSS else None
        findings = findings_of(outcomes, matrix) if matrix else ()
        if table_alone and findings:
            outcomes = [replace(each.outcome, quotes=[each.quote] if each.quote else []) for each in findings]
        quotes = [quote for outcome in outcomes for quote in outcome.quotes]
        progress(3, _CHAPTERS)
        sites = self._sites()
        withheld = [passage for passage in self._passages if not may_quote(self._placements[passage.transcript])]
        return Report(
            stage=self._stage,
            name=self._name,
            heard=self._heard(self._name, self._placements.values()),
            without_participant=sum(place.participant is None for place in self._placements.values()),
            transcripts=len(self._placements),
            parts=parts,
            sites=self._by(_site, key=lambda name: (not name, in_order(name))),
            client_groups=self._by(_client_group, key=group_order),
            respondents=self._by(
                lambda place: in_language(respondent_type(place) or ""), key=lambda name: (not name, name)
            ),
            facts=facts_of(sites[0]) if self._stage is Stage.SITE else (),
            outcomes=outcomes,
            features=self._features(),
            findings=findings,
            notes=[f"{note.outcome}, {note.feature}: {note.note}" for note in matrix.notes if note.table == "published"]
            if matrix
            else (),
            register=register_at(self._database, sites, with_evidence=self._stage is Stage.SITE),
            withheld_passages=len(withheld),
            withheld_people=len({self._person_of(passage) for passage in withheld}),
            per_person=self._per_person,
            quoted=self._quoted(voices),
            warnings=[each.sentence for each in self._narrow(quotes)],
            settled=self._reader.settled,
        )

    # People

    def _narrow(self, quotes: Sequence[Extract]) -> list[NarrowAttribution]:
        """The attributions that fit few of those whom a reader knows the report to be about."""
        among = PROJECT if self._stage is Stage.ACROSS else SCOPE
        return identifying(quotes, described_people(self._placements.values()), among=among)

    def _person_of(self, passage: Passage) -> str:
        return self._placements[passage.transcript].person

    def _heard(self, name: str, placements: Iterable[Placement]) -> Heard:
        placements = list(placements)
        everybody = {place.person for place in placements}
        return Heard(
            name, len(everybody), len({place.person for place in placements if place.transcript.id in self._done})
        )

    @cached_property
    def _done(self) -> set[str]:
        return self._reader.done()

    def _by(self, value: Callable[[Placement], str], key: Callable[[str], tuple[object, ...]]) -> list[Heard]:
        found: defaultdict[str, list[Placement]] = defaultdict(list)
        for place in self._placements.values():
            found[value(place)].append(place)
        return [self._heard(name, found[name]) for name in sorted(found, key=key)]

    def _parts(self) -> list[Heard]:
        """What is compared: the sites of a client group, or the client groups."""
        if self._stage is Stage.SITE:
            return []
        if self._stage is Stage.CLIENT_GROUP:
            return self._by(_site, key=lambda name: (not name, in_order(name)))
        return self._by(_client_group, key=group_order)

    def _quoted(self, voices: Voices) -> list[int]:
        """How often each person is quoted who speaks of an outcome and may be quoted."""
        might = {
            self._person_of(passage) for passage in self._passages if may_quote(self._placements[passage.transcript])
        }
        return sorted((voices.quoted[person] for person in might), reverse=True)

    # Outcomes

    def _outcome_reports(self, parts: Sequence[Heard], voices: Voices) -> list[OutcomeReport]:
        part_of = _site if self._stage is Stage.CLIENT_GROUP else _client_group
        everybody = told(self._passages, self._person_of)
        by_part = {
            part.name: told(
                [p for p in self._passages if part_of(self._placements[p.transcript]) == part.name], self._person_of
            )
            for part in parts
        }
        quotes = self._quotes(voices)
        asked = self._asked()
        reports: list[OutcomeReport] = []
        for code in self._outcomes:
            of_parts = [by_part[part.name].get(code.id, Told()) for part in parts]
            reports.append(
                OutcomeReport(
                    name=code.name,
                    group=code.group,
                    question=code.question,
                    told=everybody.get(code.id, Told()),
                    by_part=of_parts,
                    asked=asked.get(code.id),
                    likeness=likeness(map(leaning, of_parts)) if len(parts) > 1 else None,
                    quotes=quotes.get(code.id, ()),
                )
            )
        return reports

    def _quotes(self, voices: Voices) -> dict[str, list[Extract]]:
        """The quotes of each outcome; only what is quoted is read from the transcripts."""
        quotable = self._quotable()
        chosen = [
            passage
            for code in self._outcomes
            for passage in voices.choose(
                [p for p in quotable if p.code == code.id], _QUOTES[self._stage], self._per_person
            )
        ]
        extracts = ExtractList(self._database, self._placements, self._outcomes, chosen, self._stars)
        found: defaultdict[str, list[Extract]] = defaultdict(list)
        for passage, extract in zip(chosen, extracts.together(), strict=True):
            found[passage.code].append(extract)
        return found

    def _quotable(self) -> list[Passage]:
        """The passages of people who didn't say no, without those in which an interviewer alone speaks."""
        allowed = [passage for passage in self._passages if may_quote(self._placements[passage.transcript])]
        others = [role for role in SpeakerRole if role is not SpeakerRole.INTERVIEWER]
        interviewers = set(spoken_in(self._database, allowed, [SpeakerRole.INTERVIEWER]))
        interviewers -= set(spoken_in(self._database, interviewers, others))
        return [passage for passage in allowed if passage not in interviewers]

    @cached_property
    def _giving_reasons(self) -> frozenset[str]:
        return frozenset(coding for coding, *_ in counting.link_rows(self._database))

    def _asked(self) -> dict[str, Asked]:
        """How each outcome stands with the people in scope; empty where the project has no schedule."""
        schedule = Schedule(self._session).asked()
        if not schedule.known:
            return {}
        interviews: defaultdict[str, list[str]] = defaultdict(list)
        for id_, place in self._placements.items():
            interviews[place.person].append(id_)
        speaking = {(self._person_of(passage), passage.code) for passage in self._passages}
        found: dict[str, Asked] = {}
        for code in self._outcomes:
            counts = Counter(
                schedule.of_person(of_person, code.id, spoke=(person, code.id) in speaking)
                for person, of_person in interviews.items()
            )
            found[code.id] = Asked(counts[Prompting.ASKED], counts[Prompting.UNPROMPTED], counts[Prompting.NOT_ASKED])
        return found

    # Features

    def _features(self) -> list[FeatureReport]:
        """What people say helped or hindered, the features most people speak of first."""
        said = said_of_features(
            self._rows, counting.link_rows(self._database), lambda transcript: self._placements[transcript].person
        )
        nobody = Said()
        found: list[tuple[int, FeatureReport]] = []
        for feature in [code for book in codebooks.read(self._database) for code in book.codes]:
            helped, hindered = (said.get((feature.id, direction), nobody) for direction in Direction)
            if helped.people or hindered.people:
                report = FeatureReport(
                    name=feature.name,
                    group=feature.group,
                    helped=len(helped.people),
                    hindered=len(hindered.people),
                    outcomes_helped=self._named(helped.outcomes),
                    outcomes_hindered=self._named(hindered.outcomes),
                )
                found.append((len(helped.people | hindered.people), report))
        return [report for _, report in sorted(found, key=lambda each: -each[0])]

    def _named(self, outcomes: Iterable[str]) -> list[str]:
        wanted = set(outcomes)
        return [code.name for code in self._outcomes if code.id in wanted]

    @cached_property
    def _matrix(self) -> Matrix:
        return Findings(self._session).matrix(Lens.ATTRIBUTIONS, scope=self._reader.scope)

    # The sites

    def _sites(self) -> list[Site]:
        there = {place.site.id for place in self._placements.values() if place.site}
        return [site for site in people.sites(self._database) if site.id in there]

    def _nothing(self) -> str:
        """Why there is no report."""
        said = nothing_is_coded if self._placements else nobody_said_anything
        return said(self._stage, self._name)


def _site(place: Placement) -> str:
    return place.site.name if place.site else ""


def _client_group(place: Placement) -> str:
    return place.client_group
