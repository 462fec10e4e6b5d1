"""What a question to the project is narrowed to, with every name turned into what it stands for."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Literal, TypeVar

from qualcoder_lite.domain.errors import UnknownNameError
from qualcoder_lite.domain.kept_words import in_language
from qualcoder_lite.domain.names import folded, nearest
from qualcoder_lite.domain.passage import settle
from qualcoder_lite.domain.polarity_words import POLARITIES
from qualcoder_lite.domain.retrieval.mix import with_codes
from qualcoder_lite.domain.series import series
from qualcoder_lite.domain.transcript import SpeakerRole
from qualcoder_lite.service.coding.again import everybody_once
from qualcoder_lite.service.listing_words import did_you_mean
from qualcoder_lite.service.transcripts.interviewers_words import in_interviewers_words
from qualcoder_lite.storage.agreement import decisions
from qualcoder_lite.storage.coding import marks
from qualcoder_lite.storage.cross_reference import counting
from qualcoder_lite.translation import tr, tr_later

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from qualcoder_lite.domain.coding import Polarity
    from qualcoder_lite.domain.passage import CodedRow, FullRow
    from qualcoder_lite.domain.people import Respondent
    from qualcoder_lite.domain.retrieval.mix import Condition
    from qualcoder_lite.service.directory import Entry, Listing
    from qualcoder_lite.service.placement import Placement
    from qualcoder_lite.service.session import Session


_MOST_NAMED = 6  # coders in a sentence
_ROLES = {
    SpeakerRole.INTERVIEWER: tr_later("interviewer"),
    SpeakerRole.PARTICIPANT: tr_later("participant"),
    SpeakerRole.CARER: tr_later("carer"),
    SpeakerRole.SUPPORT: tr_later("support"),
    SpeakerRole.OTHER: tr_later("other"),
}
RowT = TypeVar("RowT", bound=tuple[Any, ...])


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """Which codings and transcripts a question is about, by name; an empty tuple means all.

    `settled` says whether decisions replace the coders' own codings; None means: once there are any.
    `respondents` keeps to the transcripts of people of these types: one whose person isn't known has none.
    `reflecting` keeps to the transcripts that reflect on how the service is organised. `without_interviewers` leaves
    codings out that lie wholly in what interviewers say. What follows narrows passages
    alone: to those in which somebody of some roles speaks, with other codes near them or not, with a memo on one of
    their codings, with a coding marked "not sure", or with a star.
    """

    codes: tuple[str, ...] = ()
    sites: tuple[str, ...] = ()
    client_groups: tuple[str, ...] = ()
    respondents: tuple[Respondent, ...] = ()
    coders: tuple[str, ...] = ()
    polarities: tuple[Polarity, ...] = ()
    settled: bool | None = None
    reflecting: bool = False
    without_interviewers: bool = False
    roles: tuple[SpeakerRole, ...] = ()
    together: tuple[Condition, ...] = ()
    memo: bool = False
    unsure: bool = False
    starred: bool = False

    def in_words(self) -> list[str]:
        """The scope as a document tells it, one line each; empty when it is everything."""
        parts = [
            (tr("Codes"), self.codes),
            (tr("Sites"), self.sites),
            (tr("Client groups"), self.client_groups),
            (tr("Respondents"), tuple(map(in_language, self.respondents))),
            (tr("Coders"), self.coders),
            (tr("Delivered or not"), tuple(tr(POLARITIES[polarity]) for polarity in self.polarities)),
            (tr("Speaking"), tuple(tr(_ROLES[role]) for role in self.roles)),
        ]
        lines = [f"{what}: {', '.join(names)}" for what, names in parts if names]
        lines += [_capitalised(each.in_words()) for each in self.together]
        said = (
            (self.reflecting, tr("Only people who reflect on how the service is organised")),
            (self.without_interviewers, tr("Without what is coded in interviewers’ words")),
            (self.memo, tr("Only passages with a memo")),
            (self.unsure, tr("Only passages with a coding marked “not sure”")),
            (self.starred, tr("Only quotes with a star")),
        )
        return [*lines, *(words for asked, words in said if asked)]


class ScopeReader:
    """Reads what a scope covers from an open project."""

    def __init__(self, session: Session, scope: Scope) -> None:
        """Turn the scope's names into ids. UnknownNameError where one isn't known."""
        self._session = session
        self._database = session.database
        directory = session.directory
        codes, coders, sites = (
            [listing.find(name) for name in names]
            for listing, names in (
                (directory.codes, scope.codes),
                (directory.coders, scope.coders),
                (directory.sites, scope.sites),
            )
        )
        self.scope = replace(
            scope,
            codes=_names(codes),
            coders=_names(coders),
            sites=_names(sites),
            together=_named(scope.together, directory.codes, "name"),
        )
        #: What else must be coded near a passage, or must not, its codes as ids.
        self.together = _named(scope.together, directory.codes, "id")
        self.codes, self.coders, self._sites = _ids(codes), _ids(coders) or everybody_once(session), _ids(sites)
        has_decisions = decisions.any_settled(self._database)
        self.settled = has_decisions if scope.settled is None else scope.settled
        #: Whether everything that anybody coded counts, as it does unless somebody asks for less.
        counts_all = self.coders is None and not scope.without_interviewers
        self.is_everybodys = counts_all and self.settled == has_decisions
        self.placements = self._placements()

    def _placements(self) -> dict[str, Placement]:
        everything = self._session.placements()
        known = {folded(place.client_group): place.client_group for place in everything.values() if place.client_group}
        groups = dict.fromkeys(folded(group) for group in self.scope.client_groups)
        for group in self.scope.client_groups:
            if folded(group) not in known:
                close = nearest(group, known.values()) or sorted(known.values())
                nobody = tr("No transcript belongs to a client group “{group}”.", group=group)
                raise UnknownNameError(f"{nobody} {did_you_mean(close)}" if close else nobody)
        self.scope = replace(self.scope, client_groups=tuple(known[group] for group in groups))
        reflecting = marks.reflecting(self._database) if self.scope.reflecting else None
        return {
            id_: placement
            for id_, placement in everything.items()
            if (reflecting is None or id_ in reflecting)
            and (self._sites is None or (placement.site is not None and placement.site.id in self._sites))
            and (not groups or folded(placement.client_group) in groups)
            and (not self.scope.respondents or _respondent(placement) in self.scope.respondents)
        }

    def rows(
        self,
        codes: Collection[str] | None = None,
        *,
        linked: bool = False,
        among: Collection[str] | None = None,
        keep: bool = True,
    ) -> list[FullRow]:
        """The codings in scope, in order, `among` some transcripts or all; settled ones where decisions cover them.

        The session keeps them for the next question, unless told that they are large and asked for once.
        """

        def read() -> list[FullRow]:
            return counting.coded_rows(
                self._database, codes=codes, coders=self.coders, transcripts=among, linked=linked
            )

        key = ("rows", _key(codes), _key(self.coders), linked, _key(among))
        rows = self._session.kept(key, read) if keep else read()
        visibility = self._session.visibility
        rows = visibility.rows(rows)
        if self.settled:
            settled = visibility.rows(counting.settled_rows(self._database, codes=codes), settled=True)
            decisions = [row for row in counting.decision_rows(self._database) if row[0] not in visibility.blind_in()]
            rows = settle(rows, decisions, settled)
        return self._in_scope(rows, among)

    def settled_rows(self) -> list[FullRow]:
        """The settled codings in scope alone, in order."""
        found = counting.settled_rows(self._database)
        return self._in_scope(self._session.visibility.rows(found, settled=True), None)

    def lean_rows(self, codes: Collection[str], *, among: Collection[str] | None = None) -> Sequence[CodedRow]:
        """The same as `rows` for counting, without ids where that is quicker."""
        if self.settled or self._session.visibility.blind_in():
            return self.rows(codes, among=among)
        key = ("lean-rows", _key(codes), _key(self.coders), _key(among))
        rows = self._session.kept(
            key,
            lambda: counting.lean_rows(self._database, codes=codes, coders=self.coders, transcripts=among),
        )
        return self._in_scope(rows, among)

    def _in_scope(self, rows: list[RowT], among: Collection[str] | None) -> list[RowT]:
        if self.scope.sites or self.scope.client_groups or self.scope.respondents or self.scope.reflecting:
            rows = [row for row in rows if row[0] in self.placements]
        if among is not None and self.settled:  # settled codings are read for the whole project
            rows = [row for row in rows if row[0] in among]
        if self.scope.without_interviewers:
            asks = in_interviewers_words(self._session, {row[0] for row in rows})
            rows = [row for row in rows if not asks(row[0], row[2], row[3])]
        return rows

    def whose(self) -> str:
        """Whose codings count, in words: of those who are asked for by name, or who coded at all."""
        if self.settled:
            return tr("settled codings, and coders’ own where nothing was settled")
        coded = counting.who_coded(self._database) if not self.scope.coders else ()
        coders = self._session.directory.coders.by_id.values()
        names = self.scope.coders or [
            coder.name for coder in coders if coder.id in coded and (self.coders is None or coder.id in self.coders)
        ]
        if not names:
            return tr("no codings yet")
        if len(names) > _MOST_NAMED:
            return tr(
                "codings of {n} coder; what several coded counts once",
                "codings of {n} coders; what several coded counts once",
                n=len(names),
            )
        if len(names) == 1:
            return tr("codings of {name}", name=names[0])
        return tr("codings of {names}; what several coded counts once", names=series(names))

    def done(self) -> set[str]:
        """The transcripts that some coder in scope declared done."""
        declared = self._session.done_marks()
        return {
            transcript
            for transcript, coders in declared.items()
            if self.coders is None or not self.coders.isdisjoint(coders)
        }


def whose_codings(session: Session, scope: Scope | None = None) -> str:
    """Whose codings count within a scope, in words. UnknownNameError where it names something that isn't known."""
    return ScopeReader(session, scope or Scope()).whose()


def told(session: Session, scope: Scope) -> list[str]:
    """The scope as a document tells it, in sentences, its names as the project writes them."""
    return [f"{line}." for line in ScopeReader(session, scope).scope.in_words()]


def _respondent(placement: Placement) -> Respondent | None:
    return placement.participant.respondent if placement.participant else None


def _named(conditions: Iterable[Condition], codes: Listing, by: Literal["name", "id"]) -> tuple[Condition, ...]:
    """Conditions with their codes by name or by id; those that ask for no code are left out."""
    named = [with_codes(each, lambda names: [getattr(codes.find(name), by) for name in names]) for each in conditions]
    return tuple(each for each in named if each is not None)


def _capitalised(words: str) -> str:
    return words[:1].upper() + words[1:]


def _key(ids: Collection[str] | None) -> frozenset[str] | None:
    return None if ids is None else frozenset(ids)


def _ids(found: Iterable[Entry]) -> set[str] | None:
    return {entry.id for entry in found} or None


def _names(found: Iterable[Entry]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(entry.name for entry in found))
