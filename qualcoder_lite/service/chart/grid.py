"""The framework chart as it is looked at: its rows and columns at once, its cells when they are asked for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from qualcoder_lite.domain.chart.cells import Level, Since, Subject, SubjectKind, as_one, since
from qualcoder_lite.domain.codebook import CodebookKind
from qualcoder_lite.domain.names import in_order
from qualcoder_lite.domain.passage import united
from qualcoder_lite.domain.people import group_order
from qualcoder_lite.service.codebook.in_use import codes_in_use
from qualcoder_lite.service.scope import Scope, ScopeReader
from qualcoder_lite.storage import summaries

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from qualcoder_lite.domain.chart.cells import Summary
    from qualcoder_lite.domain.passage import FullRow, Passage
    from qualcoder_lite.service.placement import Placement
    from qualcoder_lite.service.session import Session

_AT_A_TIME = 8  # people whose codings are read together: about as many as are in sight


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartRow:
    """A row: whom it is about, by name, where they are, and the ids of the transcripts and people in it."""

    subject: Subject
    name: str
    place: str
    client_group: str
    transcripts: tuple[str, ...]
    people: tuple[Subject, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _PersonRow(ChartRow):
    site: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartCell:
    """A cell.

    Attributes:
        summary: What was written; None where nothing was.
        by: The name of who wrote it last.
        older: What happened below it since.
        passages: How many passages of the outcome the person has; 0 in a row that rolls people up.
        parts: In a row that rolls people up, what is written of each of them, by name.
        people: How many people such a row has.
    """

    summary: Summary | None
    by: str
    older: Since
    passages: int = 0
    parts: tuple[tuple[str, str], ...] = ()
    people: int = 0


class ChartGrid:
    """A chart of one level. Cells read the codings of some people at a time."""

    def __init__(self, session: Session, level: Level, scope: Scope | None = None) -> None:
        """Take the rows and the summaries; no coding is read yet. Raises UnknownNameError as a scope does.

        A scope narrows whom there is a row for, and nothing else: a summary is written on all that its people said, and
        is older than the coding or isn't, whoever is looked at.
        """
        self._session = session
        self.level = level
        self._reader = ScopeReader(session, Scope())
        wanted = ScopeReader(session, scope).placements.keys() if scope else None
        self.codes = codes_in_use(session.database, CodebookKind.OUTCOMES)
        self._people = _people(self._reader.placements.values())
        rows: Sequence[ChartRow] = self._people if level is Level.PEOPLE else _rolled_up(self._people, level)
        self.rows = [row for row in rows if wanted is None or not wanted.isdisjoint(row.transcripts)]
        self._names = {row.subject: row.name for row in self._people}
        self._summaries = seen_summaries(session)
        self._passages: dict[tuple[str, str], list[Passage]] = {}
        self._read: set[int] = set()

    def cell(self, row: int, column: int) -> ChartCell:
        """One cell, by the numbers of its row and column."""
        return self._person_cell(row, column) if self.level is Level.PEOPLE else self._rolled_up_cell(row, column)

    def passages(self, row: int, column: int) -> list[Passage]:
        """The passages behind a cell, in the order of the transcripts."""
        if self.level is Level.PEOPLE:
            self._read_around(row)
            transcripts = self.rows[row].transcripts
        else:
            transcripts = self.rows[row].transcripts
            self._keep(self._reader.rows([self.codes[column].id], among=transcripts))
        code = self.codes[column].id
        return [passage for transcript in transcripts for passage in self._passages.get((transcript, code), ())]

    def basis(self, row: int, column: int) -> dict[str, str]:
        """What a summary that is written now is written on."""
        if self.level is Level.PEOPLE:
            return _basis(self.passages(row, column))
        parts = ((person, self._written(person, column)) for person in self.rows[row].people)
        return {f"{person.kind}/{person.key}": summary.written_at for person, summary in parts if summary}

    def row_of(self, subject: Subject) -> int:
        """The number of a subject's row; -1 where it has none."""
        return next((n for n, row in enumerate(self.rows) if row.subject == subject), -1)

    def column_of(self, code: str) -> int:
        """The number of a code's column, by its id; -1 where it has none."""
        return next((n for n, each in enumerate(self.codes) if each.id == code), -1)

    def _person_cell(self, row: int, column: int) -> ChartCell:
        summary = self._written(self.rows[row].subject, column)
        passages = self.passages(row, column)
        older = since(summary.basis, _basis(passages)) if summary else Since()
        return ChartCell(summary=summary, by=self._by(summary), older=older, passages=len(passages))

    def _rolled_up_cell(self, row: int, column: int) -> ChartCell:
        people = self.rows[row].people
        summary = self._written(self.rows[row].subject, column)
        parts = tuple(
            (self._names[person], written.body) for person in people if (written := self._written(person, column))
        )
        older = since(summary.basis, self.basis(row, column)) if summary else Since()
        return ChartCell(summary=summary, by=self._by(summary), older=older, parts=parts, people=len(people))

    def _written(self, subject: Subject, column: int) -> Summary | None:
        return as_one(self._summaries.get((subject, self.codes[column].id), ()))

    def _by(self, summary: Summary | None) -> str:
        entry = self._session.directory.coders.by_id.get((summary.coder if summary else None) or "")
        return entry.name if entry else ""

    def _read_around(self, row: int) -> None:
        lot = row // _AT_A_TIME
        if lot not in self._read:
            self._read.add(lot)
            of_lot = self.rows[lot * _AT_A_TIME : (lot + 1) * _AT_A_TIME]
            among = [transcript for each in of_lot for transcript in each.transcripts]
            self._keep(self._reader.rows([code.id for code in self.codes], among=among))

    def _keep(self, rows: list[FullRow]) -> None:
        found: dict[tuple[str, str], list[Passage]] = {}
        for passage in united(rows):
            found.setdefault((passage.transcript, passage.code), []).append(passage)
        self._passages |= found


def seen_summaries(session: Session) -> dict[tuple[Subject, str], list[Summary]]:
    """The summaries that whoever looks sees, by subject and outcome (an id).

    In a round of blind coding somebody sees of the others' summaries none that is about a transcript of the round.
    """

    def read() -> dict[tuple[Subject, str], list[Summary]]:
        hidden = _hidden(session)
        found: dict[tuple[Subject, str], list[Summary]] = {}
        for summary in summaries.read(session.database):
            if summary.coder == session.visibility.viewer or not hidden(summary.subject):
                found.setdefault((summary.subject, summary.code), []).append(summary)
        return found

    return session.kept("summaries", read)


def _hidden(session: Session) -> Callable[[Subject], bool]:
    blind = session.visibility.blind_in()
    if not blind:
        return lambda _subject: False
    touched: set[Subject] = set()
    for transcript in blind:
        place = session.placements()[transcript]
        touched.add(_person(place))
        if place.site:
            touched.add(Subject(SubjectKind.SITE, place.site.id))
        touched.add(Subject(SubjectKind.CLIENT_GROUP, place.client_group))
    return touched.__contains__


def _person(place: Placement) -> Subject:
    if place.participant:
        return Subject(SubjectKind.PARTICIPANT, place.participant.id)
    return Subject(SubjectKind.TRANSCRIPT, place.transcript.id)


def _people(placements: Iterable[Placement]) -> list[_PersonRow]:
    """A row for each person, by site and name."""
    of_person: dict[Subject, list[Placement]] = {}
    for place in placements:
        of_person.setdefault(_person(place), []).append(place)
    rows = [
        _PersonRow(
            subject=subject,
            name=places[0].participant.name if places[0].participant else places[0].transcript.title,
            place=places[0].site.name if places[0].site else "",
            client_group=places[0].client_group,
            transcripts=tuple(place.transcript.id for place in places),
            people=(subject,),
            site=places[0].site.id if places[0].site else "",
        )
        for subject, places in of_person.items()
    ]
    return sorted(rows, key=lambda row: (not row.place, in_order(row.place), in_order(row.name)))


def _rolled_up(people: Iterable[_PersonRow], level: Level) -> list[ChartRow]:
    """A row for each site, or each client group, with the people in it; who has none is in no row."""
    at_sites = level is Level.SITES
    together: dict[str, list[_PersonRow]] = {}
    for person in people:
        key = person.site if at_sites else person.client_group
        if key:
            together.setdefault(key, []).append(person)
    kind = SubjectKind.SITE if at_sites else SubjectKind.CLIENT_GROUP
    rows = [
        ChartRow(
            subject=Subject(kind, key),
            name=rows[0].place if at_sites else key,
            place="",
            client_group="",
            transcripts=tuple(transcript for row in rows for transcript in row.transcripts),
            people=tuple(row.subject for row in rows),
        )
        for key, rows in together.items()
    ]
    if at_sites:
        return sorted(rows, key=lambda row: in_order(row.name))
    return sorted(rows, key=lambda row: group_order(row.name))


def _basis(passages: Iterable[Passage]) -> dict[str, str]:
    """What a person's summary is written on: each coding, with how long its passage is and what it says."""
    return {
        coding: f"{passage.end - passage.start} {passage.polarity}"
        for passage in passages
        for coding in passage.codings
    }
