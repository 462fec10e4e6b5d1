"""Where a coding is used: the cells that count it, what was decided and declared, the memos, the files it left in.

Another place that holds codings, or quotes made of them, is added to `WhereUsed.of` as one more field of `Usage`.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from qualcoder_lite.domain.cross_reference import Lens, counted_passages
from qualcoder_lite.domain.disagreement import Outcome
from qualcoder_lite.domain.errors import UserError
from qualcoder_lite.domain.people import FeatureState, RegisterEntry
from qualcoder_lite.service.chart.summaries import Chart
from qualcoder_lite.service.cross_reference.studies import StudyReader
from qualcoder_lite.service.memos.listed import MemoFilter
from qualcoder_lite.service.scope import Scope, ScopeReader
from qualcoder_lite.service.seen_stars import seen_stars
from qualcoder_lite.storage.agreement import decisions, rounds
from qualcoder_lite.storage.coding import codings
from qualcoder_lite.storage.exports import exports
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from qualcoder_lite.domain.codebook import Code, RegisterFeature
    from qualcoder_lite.domain.coding import Coding
    from qualcoder_lite.domain.coding_round import Round
    from qualcoder_lite.domain.cross_reference import Study
    from qualcoder_lite.service.chart.summaries import SummaryUse
    from qualcoder_lite.service.memos.listed import ListedMemo
    from qualcoder_lite.service.memos.memos import Memos
    from qualcoder_lite.service.session import Session
    from qualcoder_lite.storage.exports.exports import Export


@dataclass(frozen=True, slots=True, kw_only=True)
class CellUse:
    """A cell that counts a coding: names and ids of outcome and feature, and through the lens of sites the state."""

    lens: Lens
    outcome: str
    outcome_id: str
    feature: str
    feature_id: str
    state: FeatureState = FeatureState.PRESENT


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """What was decided, in the words of `Outcome`, why, and when (an ISO time in UTC)."""

    outcome: Outcome
    why: str
    at: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Usage:
    """Where codings of one code on one passage are used.

    Attributes:
        codings: The codings that are asked about.
        code: Their code's name.
        title: Their transcript's title.
        cells: The cells that count at least one of them, lens by lens.
        overruled: Whether all of them gave way to what was settled, and so count nowhere.
        decisions: What was decided on the code where the codings are, oldest first.
        rounds: The rounds of blind coding in which their coders worked on the transcript.
        done: The coders (names) of these codings who declared the transcript done.
        starred_by: Who marked the passage as a quote to be shown (names; "" for somebody who is gone).
        summaries: The summaries of the framework chart that refer to them.
        memos: The memos on the codings and on words that they share, the latest first.
        exports: The files that hold words of the transcript, the latest first.
    """

    codings: Sequence[Coding]
    code: str
    title: str
    cells: Sequence[CellUse] = field(default=())
    overruled: bool = False
    decisions: Sequence[Decided] = field(default=())
    rounds: Sequence[Round] = field(default=())
    done: Sequence[str] = field(default=())
    starred_by: Sequence[str] = field(default=())
    summaries: Sequence[SummaryUse] = field(default=())
    memos: Sequence[ListedMemo] = field(default=())
    exports: Sequence[Export] = field(default=())


class WhereUsed:
    """Tells where codings of an open project are used."""

    def __init__(self, session: Session, memos: Memos) -> None:
        """Work on an open project."""
        self._session = session
        self._database = session.database
        self._memos = memos
        self._studies = StudyReader(session)

    def of(self, wanted: Sequence[str]) -> Usage:
        """Where codings (ids) of one code in one transcript are used, as far as who looks may see.

        Raises UserError where none of them is there.
        """
        found = self._session.visibility.codings(codings.by_id(self._database, wanted).values())
        if not found:
            raise UserError(tr("That coding is no longer there. It may have been taken off: see the history."))
        first = found[0]
        here = [each for each in found if (each.transcript, each.code) == (first.transcript, first.code)]
        reader = ScopeReader(self._session, Scope())
        counting = {row[5] for row in reader.rows([first.code], among={first.transcript})}
        ids = {each.id for each in here}
        return Usage(
            codings=here,
            code=self._session.directory.codes.by_id[first.code].name,
            title=self._session.directory.transcripts.by_id[first.transcript].name,
            cells=list(self._cells(reader, first, ids)),
            overruled=ids.isdisjoint(counting),
            decisions=self._decisions(here),
            rounds=self._rounds_of(here),
            done=self._done_by(here),
            starred_by=self._starred_by(here),
            summaries=Chart(self._session).uses(ids),
            memos=self._memos_on(here),
            exports=exports.read(self._database, [first.transcript]),
        )

    def _rounds_of(self, here: Sequence[Coding]) -> list[Round]:
        transcript, coders = here[0].transcript, {each.coder for each in here}
        return [
            each
            for each in rounds.read(self._database)
            if transcript in each.transcripts and not coders.isdisjoint(each.coders)
        ]

    def _done_by(self, here: Sequence[Coding]) -> list[str]:
        coders = {each.coder for each in here}
        done = self._session.done_marks().get(here[0].transcript, ())
        return [self._session.directory.coders.by_id[coder].name for coder in done if coder in coders]

    def _starred_by(self, here: Sequence[Coding]) -> list[str]:
        stars, known = seen_stars(self._session), self._session.directory.coders.by_id
        givers = dict.fromkeys(star.by for coding in here for star in stars.reaching(coding))
        return [known[by].name if by in known else "" for by in givers]

    def _decisions(self, here: Sequence[Coding]) -> list[Decided]:
        first = here[0]
        if first.transcript in self._session.visibility.blind_in():
            return []
        return [
            Decided(outcome=Outcome(each.outcome), why=each.why, at=each.decided_at)
            for each in decisions.read(self._database, [first.transcript])
            if each.code == first.code and _overlap(here, each.start, each.end)
        ]

    def _memos_on(self, here: Sequence[Coding]) -> list[ListedMemo]:
        ids = {each.id for each in here}
        return [
            each
            for each in self._memos.all(MemoFilter(about=here[0].transcript))
            if each.memo.about.coding in ids
            or (not each.is_coding and _overlap(here, each.memo.about.start, each.memo.about.end))
        ]

    # The cells

    def _cells(self, reader: ScopeReader, first: Coding, ids: set[str]) -> Iterator[CellUse]:
        """The cells that count some of the codings, lens by lens, each asked for the very passages that it counts."""
        outcomes, features = self._studies.outcomes_and_features()
        is_outcome = any(code.id == first.code for code in outcomes)
        if is_outcome:
            yield from self._of_sites(reader, first, ids, outcomes)
        elif not any(code.id == first.code for code in features):
            return
        for lens in (Lens.PASSAGES, Lens.ATTRIBUTIONS) if is_outcome else (Lens.PASSAGES,):
            study = self._study(reader, lens, first.transcript, [*outcomes, *features])
            for outcome in study.outcomes:
                for feature in study.features:
                    if first.code in (outcome.id, feature.id) and _counts(study, lens, outcome, feature, first, ids):
                        yield _cell(lens, outcome, feature)

    def _of_sites(
        self, reader: ScopeReader, first: Coding, ids: set[str], outcomes: Sequence[Code]
    ) -> Iterator[CellUse]:
        """A cell for each feature of the register, by what is recorded at the transcript's site."""
        if ids.isdisjoint(row[5] for row in reader.rows([first.code], among={first.transcript})):
            return
        study = self._study(reader, Lens.SITES, first.transcript, outcomes)
        site = reader.placements[first.transcript].site
        recorded = site.register if site else dict[str, RegisterEntry]()
        outcome = next(code for code in outcomes if code.id == first.code)
        for feature in study.register:
            yield _cell(Lens.SITES, outcome, feature, recorded.get(feature.id, RegisterEntry()).state)

    def _study(self, reader: ScopeReader, lens: Lens, transcript: str, codes: Sequence[Code]) -> Study:
        """One transcript as a lens sees it."""
        linked = lens is Lens.ATTRIBUTIONS
        rows = reader.rows([code.id for code in codes], linked=linked, among={transcript})
        study = self._studies.study(reader, lens, "turn", rows)
        return replace(study, transcripts=[one for one in study.transcripts if one.transcript == transcript])


def _counts(study: Study, lens: Lens, outcome: Code, feature: Code, asked: Coding, ids: set[str]) -> bool:
    """Whether a cell counts one of some codings: among its passages, or as the feature that brings these there."""
    if asked.code == outcome.id:
        passages = counted_passages(study, lens, outcome.id, feature.id)
        return any(not ids.isdisjoint(passage.codings) for passage in passages)
    alone = replace(study, codings=[row for row in study.codings if row[1] != feature.id or row[5] in ids])
    return bool(counted_passages(alone, lens, outcome.id, feature.id))


def _cell(
    lens: Lens, outcome: Code, feature: Code | RegisterFeature, state: FeatureState = FeatureState.PRESENT
) -> CellUse:
    return CellUse(
        lens=lens,
        outcome=outcome.name,
        outcome_id=outcome.id,
        feature=feature.name,
        feature_id=feature.id,
        state=state,
    )


def _overlap(here: Sequence[Coding], start: int, end: int) -> bool:
    return any(start < each.end and each.start < end for each in here)
