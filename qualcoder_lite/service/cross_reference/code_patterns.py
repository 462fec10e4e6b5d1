"""How codes are used: how often by what is known of the people, and which come together."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from qualcoder_lite.domain.errors import UserError, listed
from qualcoder_lite.domain.names import folded
from qualcoder_lite.domain.passage import united
from qualcoder_lite.domain.retrieval.co_occurrence import CoOccurrence, co_occurrence
from qualcoder_lite.domain.retrieval.frequencies import Frequencies, Interview, frequencies
from qualcoder_lite.domain.retrieval.mix import Together
from qualcoder_lite.domain.retrieval.near import near_others
from qualcoder_lite.domain.transcript import paragraphs
from qualcoder_lite.service.codebook.in_use import codes_in_use
from qualcoder_lite.service.extracts.listing import ExtractList
from qualcoder_lite.service.scope import Scope, ScopeReader, whose_codings
from qualcoder_lite.service.seen_stars import seen_stars
from qualcoder_lite.storage.transcripts import texts
from qualcoder_lite.storage.transcripts import turns as stored_turns
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

    from qualcoder_lite.domain.codebook import Code
    from qualcoder_lite.domain.cross_reference import Near
    from qualcoder_lite.domain.passage import FullRow, Passage
    from qualcoder_lite.exporters.tables import Sheet
    from qualcoder_lite.service.placement import Placement
    from qualcoder_lite.service.session import Session

#: What is known of every transcript, beside the attributes of its participant.
SITE, CLIENT_GROUP, RESPONDENT, SUPPORT = "site", "client_group", "respondent", "support_worker_present"


class CodePatterns:
    """The patterns in a project's codings. Codes nobody uses and that are retired are left out."""

    def __init__(self, session: Session) -> None:
        """Work on an open project."""
        self._session = session
        self._database = session.database

    def known_of_people(self) -> list[str]:
        """What frequencies can be told by: the four things known of every transcript, then attributes by name."""
        found = {
            name
            for placement in self._session.placements().values()
            if placement.participant
            for name in placement.participant.attributes
        }
        return [SITE, CLIENT_GROUP, RESPONDENT, SUPPORT, *sorted(found, key=folded)]

    def frequencies(self, by: str, scope: Scope | None = None) -> Frequencies:
        """How often each code is used, by site, client group, respondent or an attribute of the participants.

        Raises UserError where no participant has such an attribute, and as `ScopeReader` does.
        """
        reader = ScopeReader(self._session, scope or Scope())
        alone = reader.scope.coders if len(reader.scope.coders) == 1 and not reader.settled else ("",)
        return self._frequencies(reader, by, reader.rows(), *alone)

    def frequencies_by_coder(self, by: str, scope: Scope | None = None) -> list[Frequencies]:
        """The same for each coder in scope who coded, apart; with settled codings in use one table, of no coder.

        Raises UserError as `frequencies` does.
        """
        reader = ScopeReader(self._session, scope or Scope())
        apart = self._by_coder(reader.rows(), together=reader.settled)
        return [self._frequencies(reader, by, own, coder) for coder, own in apart]

    def _frequencies(self, reader: ScopeReader, by: str, rows: Iterable[FullRow], coder: str = "") -> Frequencies:
        wanted = self._known(by)
        interviews = {
            id_: Interview(placement.person, _value(placement, wanted)) for id_, placement in reader.placements.items()
        }
        return frequencies(rows, self._codes(reader), interviews, by=wanted, coder=coder)

    def whose(self, scope: Scope | None = None) -> str:
        """Whose codings `frequencies` counts, in words."""
        return whose_codings(self._session, scope)

    def co_occurrence(self, near: Near = "overlap", scope: Scope | None = None) -> list[CoOccurrence]:
        """Which codes come together, a table for each coder in scope who coded; with settled codings theirs alone."""
        reader = ScopeReader(self._session, scope or Scope())
        rows = _own_rows(reader)
        person = {id_: placement.person for id_, placement in reader.placements.items()}
        codes, turns = self._codes(reader), self._turns(rows, near)
        return [
            co_occurrence(own, codes, person, near=near, turns=turns, coder=coder)
            for coder, own in self._by_coder(rows, together=reader.settled)
        ]

    def extracts_together(
        self, code: str, other: str, near: Near = "overlap", scope: Scope | None = None
    ) -> ExtractList:
        """The passages of a code (name or id) that `co_occurrence` counts with another, of one coder or settled.

        Raises UserError where the scope is neither of one coder nor of settled codings.
        """
        reader = ScopeReader(self._session, scope or Scope())
        if not reader.settled and len(reader.scope.coders) != 1:
            raise UserError(tr("Codes come together for one coder, or where they are settled. Choose whose codings."))
        wanted, beside = (self._session.directory.codes.find(name).id for name in (code, other))
        rows = [row for row in _own_rows(reader) if row[0] in reader.placements]
        passages = united([row for row in rows if row[1] == wanted])
        if wanted != beside:
            others = [row for row in rows if row[1] == beside]
            passages = near_others(passages, others, [Together(codes=(beside,), near=near)], self._turns(rows, near))
        return self._listed(reader, passages)

    def extracts_of(self, code: str, by: str, value: str, scope: Scope | None = None) -> ExtractList:
        """The passages of a code (name or id) that `frequencies` counts for one value of what is known of people."""
        reader = ScopeReader(self._session, scope or Scope())
        wanted, known = self._session.directory.codes.find(code).id, self._known(by)
        there = {id_ for id_, placement in reader.placements.items() if _value(placement, known) == value}
        return self._listed(reader, [p for p in united(reader.rows([wanted])) if p.transcript in there])

    def _listed(self, reader: ScopeReader, passages: Iterable[Passage]) -> ExtractList:
        """Passages of one code in the order of the transcripts."""
        order = {transcript: n for n, transcript in enumerate(reader.placements)}
        in_order = sorted(passages, key=lambda passage: (order[passage.transcript], passage.start))
        codes, stars = codes_in_use(self._database), seen_stars(self._session)
        return ExtractList(self._database, reader.placements, codes, in_order, stars)

    @staticmethod
    def write(target: Path, found: Frequencies | CoOccurrence | Sequence[Frequencies] | Sequence[CoOccurrence]) -> None:
        """Write to a file how codes are used: a row for each code, or pair that comes together, and coder.

        Raises UserError where the ending is neither .csv nor .xlsx, or the file can't be written.
        """
        from qualcoder_lite.exporters.code_patterns import frequencies_table, pairs_table

        tables = [found] if isinstance(found, Frequencies | CoOccurrence) else found
        often = [table for table in tables if isinstance(table, Frequencies)]
        if often:
            _write(target, frequencies_table(often, for_people=target.suffix.lower() == ".xlsx"))
        else:
            _write(target, pairs_table(table for table in tables if isinstance(table, CoOccurrence)))

    def no_co_occurrence(self) -> CoOccurrence:
        """The table of a coder who coded nothing: every code, and nothing together."""
        reader = ScopeReader(self._session, Scope())
        return co_occurrence([], self._codes(reader), {}, near="overlap", turns=lambda _transcript: ())

    def _known(self, by: str) -> str:
        known = self.known_of_people()
        wanted = folded(by.replace("_", " "))
        for name in known:
            if folded(name.replace("_", " ")) == wanted:
                return name
        raise UserError(tr("Nothing is known of people as “{by}”. It can be {names}.", by=by, names=listed(known)))

    def _codes(self, reader: ScopeReader) -> list[Code]:
        return [code for code in codes_in_use(self._database) if reader.codes is None or code.id in reader.codes]

    def _by_coder(self, rows: Sequence[FullRow], *, together: bool) -> list[tuple[str, list[FullRow]]]:
        if together:
            return [("", list(rows))]
        by_coder: defaultdict[str, list[FullRow]] = defaultdict(list)
        for row in rows:
            by_coder[row[6]].append(row)
        names = {id_: self._session.directory.coders.by_id[id_].name for id_ in by_coder}
        return sorted((names[id_], own) for id_, own in by_coder.items())

    def _turns(self, rows: Iterable[FullRow], near: Near) -> Callable[[str], Sequence[tuple[int, int]]]:
        """The turns of coded transcripts, read at once; paragraphs stand in where a transcript has none."""
        wanted = [] if near == "overlap" else sorted({row[0] for row in rows})
        found = stored_turns.bounds(self._database, wanted) if wanted else {}
        return lambda transcript: found.get(transcript) or paragraphs(texts.body(self._database, transcript))


def _own_rows(reader: ScopeReader) -> list[FullRow]:
    """The coders' own codings in scope, or the settled ones alone."""
    return reader.settled_rows() if reader.settled else reader.rows()


def _value(placement: Placement, by: str) -> str:
    """What is known of a transcript, in words; empty where it isn't."""
    person = placement.participant
    if by == SITE:
        return placement.site.name if placement.site else ""
    if by == CLIENT_GROUP:
        return placement.client_group
    if person is None:
        return ""
    if by == RESPONDENT:
        return person.respondent.value if person.respondent else ""
    if by == SUPPORT:
        return {True: "yes", False: "no", None: ""}[person.support_worker_present]
    return person.attributes.get(by, "")


def _write(target: Path, table: Sheet) -> None:
    from qualcoder_lite.exporters.tables import write_csv, write_workbook

    ending = target.suffix.lower()
    if ending == ".csv":
        write_csv(table.rows, table.columns, target)
    elif ending == ".xlsx":
        write_workbook([table], target)
    else:
        raise UserError(
            tr("These tables are written as .csv or .xlsx, not as “{ending}”.", ending=ending or target.name)
        )
