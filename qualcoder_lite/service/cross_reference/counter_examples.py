"""Counter-examples to a cell of the cross-reference: the people with whom it was the other way round.

A cell invites the thought that a feature brings an outcome. Who has the feature and went without the outcome, or had
the outcome without the feature, puts that thought to the test; what an analyst makes of them is kept as memos.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from qualcoder_lite.domain.coding import Polarity
from qualcoder_lite.domain.cross_reference import Lens
from qualcoder_lite.domain.memo import About, MemoKind
from qualcoder_lite.service.cross_reference.studies import StudyReader
from qualcoder_lite.service.extracts.listing import ExtractList, respondent_type
from qualcoder_lite.service.memos.listed import MemoFilter
from qualcoder_lite.service.scope import Scope, ScopeReader
from qualcoder_lite.service.seen_stars import seen_stars

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from qualcoder_lite.domain.changes import Changes
    from qualcoder_lite.domain.codebook import Code
    from qualcoder_lite.domain.cross_reference import Near
    from qualcoder_lite.domain.passage import Passage
    from qualcoder_lite.service.memos.listed import ListedMemo
    from qualcoder_lite.service.memos.memos import Memos
    from qualcoder_lite.service.session import Session

_OPPOSED = (Polarity.DELIVERED, Polarity.NOT_DELIVERED)


@dataclass(frozen=True, slots=True, kw_only=True)
class CounterExample:
    """One person with whom it was the other way round.

    `person` is the participant's pseudonym, else the transcript's title; `about` is what a memo on it is about;
    `answers` are the memos that are there, the latest first. `both` tells that they say the opposite elsewhere too.
    """

    person: str
    site: str
    respondent: str
    extracts: ExtractList
    both: bool
    about: About
    answers: Sequence[ListedMemo] = field(default=())


@dataclass(frozen=True, slots=True, kw_only=True)
class CounterExamples:
    """Those with the feature and without the outcome, and those with the outcome and without the feature."""

    outcome: str
    feature: str
    not_delivered_with: Sequence[CounterExample]
    delivered_without: Sequence[CounterExample]

    @property
    def people(self) -> int:
        """How many there are."""
        return len(self.not_delivered_with) + len(self.delivered_without)

    @property
    def unanswered(self) -> int:
        """How many of them nobody has written a memo about."""
        return sum(not each.answers for each in (*self.not_delivered_with, *self.delivered_without))


class CounterExampleFinder:
    """Finds the counter-examples of a project, and keeps what is made of them."""

    def __init__(self, session: Session, memos: Memos) -> None:
        """Work on an open project."""
        self._session = session
        self._memos = memos
        self._studies = StudyReader(session)

    def of_cell(
        self, lens: Lens | str, outcome: str, feature: str, *, near: Near = "turn", scope: Scope | None = None
    ) -> CounterExamples:
        """The counter-examples of one cell, people in the order of their transcripts.

        Who is "with" and "without" is as `StudyReader.with_and_without` has it. A passage speaks against the cell where
        its polarity is plainly the other one; mixed passages don't.

        Raises UnknownNameError where something is named that the project doesn't hold.
        """
        lens = Lens(lens)
        reader = ScopeReader(self._session, scope or Scope())
        directory = self._session.directory
        row = directory.codes.find(outcome)
        column = (directory.features if lens is Lens.SITES else directory.codes).find(feature)
        with_it, without = self._studies.with_and_without(reader, lens, row.id, column.id, near)
        return CounterExamples(
            outcome=row.name,
            feature=column.name,
            not_delivered_with=self._people(reader, with_it, Polarity.NOT_DELIVERED, row.id),
            delivered_without=self._people(reader, without, Polarity.DELIVERED, row.id),
        )

    def answer(self, example: CounterExample, feature: str, body: str, *, coder: str) -> Changes:
        """Write down what an analyst makes of a counter-example: a memo about the person and the outcome.

        Raises UserError where it says nothing, or nobody signs it.
        """
        title = f"Counter-example to {feature}"
        return self._memos.write(example.about, body, coder=coder, kind=MemoKind.CASE, title=title)

    def _people(
        self, reader: ScopeReader, passages: Iterable[Passage], against: Polarity, outcome: str
    ) -> list[CounterExample]:
        """Whoever speaks against the cell, with all passages in which they do."""
        by_person: dict[str, list[Passage]] = {}
        for passage in passages:
            by_person.setdefault(self._person(reader, passage), []).append(passage)
        order = {placement.person: n for n, placement in reversed(list(enumerate(reader.placements.values())))}
        return [
            self._example(reader, by_person[person], against, outcome)
            for person in sorted(by_person, key=order.__getitem__)
            if any(passage.polarity is against for passage in by_person[person])
        ]

    def _example(
        self, reader: ScopeReader, passages: Sequence[Passage], against: Polarity, outcome: str
    ) -> CounterExample:
        placement = reader.placements[passages[0].transcript]
        participant = placement.participant
        about = (
            About(participant=participant.id, code=outcome)
            if participant
            else About(transcript=placement.transcript.id, code=outcome)
        )
        return CounterExample(
            person=participant.name if participant else placement.transcript.title,
            site=placement.site.name if placement.site else "",
            respondent=respondent_type(placement) or "",
            extracts=ExtractList(
                self._session.database,
                reader.placements,
                [self._code(outcome)],
                [passage for passage in passages if passage.polarity is against],
                seen_stars(self._session),
            ),
            both=any(passage.polarity is not against and passage.polarity in _OPPOSED for passage in passages),
            about=about,
            answers=self._answers(about),
        )

    def _code(self, outcome: str) -> Code:
        return next(code for code in self._studies.outcomes_and_features()[0] if code.id == outcome)

    def _answers(self, about: About) -> list[ListedMemo]:
        whose = about.participant or about.transcript
        return [
            memo
            for memo in self._memos.all(MemoFilter(about=whose))
            if memo.memo.about.code == about.code and not memo.is_coding
        ]

    @staticmethod
    def _person(reader: ScopeReader, passage: Passage) -> str:
        return reader.placements[passage.transcript].person
