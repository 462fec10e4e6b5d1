"""Taking tables of participants in: what a table would do, for a person to see first, and doing it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeAlias

from qualcoder_lite.domain.consent import ConsentAnswer, ConsentSubject
from qualcoder_lite.domain.errors import TableError, UserError
from qualcoder_lite.domain.kept_words import in_language
from qualcoder_lite.domain.names import folded
from qualcoder_lite.domain.people import Consent, Participant
from qualcoder_lite.service.directory import one_line
from qualcoder_lite.service.people.overview import overview_of
from qualcoder_lite.service.placement import refuse_contradictions
from qualcoder_lite.storage.people import consents, sampling
from qualcoder_lite.storage.people import people as stored
from qualcoder_lite.translation import tr, tr_later

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from qualcoder_lite.domain.changes import Changes
    from qualcoder_lite.importers.tables.checked import ParticipantRow
    from qualcoder_lite.service.session import Session

    #: What `ParticipantTables.look_at` gives and `take_in` takes.
    ParticipantRows: TypeAlias = Sequence[ParticipantRow]

_CONSENTS = {
    ConsentSubject.INTERVIEW: tr_later("interview consent"),
    ConsentSubject.RECORDING: tr_later("recording consent"),
    ConsentSubject.QUOTE: tr_later("quote consent"),
    ConsentSubject.ARCHIVE: tr_later("archive consent"),
}
_ANSWERS = {
    Consent.YES: tr_later("yes"),
    Consent.NO: tr_later("no"),
    Consent.NOT_ASKED: tr_later("not asked"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class RowPreview:
    """What a row of a table would do: a new participant, or facts of a known one changed; none if nothing is new.

    `changes` are (what, before, after) in words.
    """

    row: int
    name: str
    is_new: bool
    changes: Sequence[tuple[str, str, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class TablePreview:
    """A table before it is taken in: its rows with what each would do, what is wrong with others, sites to be made."""

    rows: ParticipantRows
    previews: Sequence[RowPreview]
    errors: Sequence[str]
    new_sites: Sequence[str]


class ParticipantTables:
    """Brings participants to what tables say of them."""

    def __init__(self, session: Session) -> None:
        """Work on an open project."""
        self._session = session
        self._database = session.database

    def look_at(self, path: Path) -> TablePreview:
        """What a table of participants would do, for a person to see first; nothing is written.

        Raises UnreadableFileError or TableError where it is no table of participants at all.
        """
        from qualcoder_lite.importers.tables.checked import look_at_participants

        rows, wrong = look_at_participants(path)
        right: list[ParticipantRow] = []
        errors = [str(fault) for fault in wrong]
        for row in rows:
            try:
                self._fitting_row(row)
            except TableError as fault:
                errors.append(str(fault))
            else:
                right.append(row)
        sites = self._session.directory.sites
        new_sites = [row.site for row in right if row.site and sites.seek(row.site) is None]
        return TablePreview(
            rows=right,
            previews=[self._previewed(row) for row in right],
            errors=errors,
            new_sites=list({folded(site): one_line(site) for site in new_sites}.values()),
        )

    def take_in(self, rows: ParticipantRows, file: str, *, coder: str = "") -> Changes:
        """Take participants in, matched by name and brought up to date, as one step. `file` is the table's name."""
        coder = self._session.directory.coder_name(coder)
        with self._session.step("import-participants", {"file": file, "count": len(rows)}, coder=coder) as step:
            known = {person.id: person for person in stored.participants(self._database)}
            sites_made: list[str] = []
            for row in rows:
                sites_made += self._put(row, known, coder)
            refuse_contradictions(self._database)
            step.facts["made"] = len(sites_made)
        return replace(step.changes, made=tuple(sites_made)) if step.changes else step.changes

    def take_in_file(self, path: Path) -> Changes:
        """Take participants in from a table, matched by name and brought up to date. All rows or none.

        Raises TableError naming row, column and value.
        """
        from qualcoder_lite.importers.tables.checked import read_participants

        return self.take_in(read_participants(path), path.name)

    def _put(self, row: ParticipantRow, known: Mapping[str, Participant], coder: str) -> Sequence[str]:
        """Bring one participant to what its row says; returns the sites that were made for it."""
        directory = self._session.directory
        id_ = directory.participant(row.participant)
        directory.made()  # a table of participants is there to make them
        person = known.get(id_) or Participant(id=id_, name=directory.participants.by_id[id_].name)
        said = {
            "site": directory.site(row.site) if row.site else None,
            "client_group": row.client_group,
            "respondent": row.respondent,
            "support_worker_present": row.support_worker_present,
        }
        sites_made = directory.made()
        changed = {name: value for name, value in said.items() if value is not None}
        attributes = {**person.attributes, **self._fitting_row(row)}
        stored.put_participant(self._database, replace(person, **changed, attributes=attributes))
        consents.put(
            self._database, id_, _answers(row, consents.answers(self._database, [id_]).get(id_, {})), coder=coder
        )
        return sites_made

    def _fitting_row(self, row: ParticipantRow) -> dict[str, str]:
        kinds = {
            folded(kind.name): kind
            for kind in self._session.kept("kinds", lambda: sampling.attribute_kinds(self._database))
        }
        fitting: dict[str, str] = {}
        for column, value in row.attributes.items():
            kind = kinds.get(folded(column))
            try:
                fitting[kind.name if kind else column] = kind.fitting(value) if kind else value
            except UserError as fault:
                raise TableError(str(fault), row=row.row, column=column, value=value) from None
        return fitting

    def _previewed(self, row: ParticipantRow) -> RowPreview:
        entry = self._session.directory.participants.seek(row.participant)
        if entry is None:
            return RowPreview(
                row=row.row, name=one_line(row.participant), is_new=True, changes=_said(row, None, "", {})
            )
        overview = self._session.kept("people", lambda: {one.person.id: one for one in overview_of(self._session)})[
            entry.id
        ]
        changes = _said(row, overview.person, overview.site, overview.consent)
        return RowPreview(row=row.row, name=entry.name, is_new=False, changes=changes)


def _answers(row: ParticipantRow, known: Mapping[ConsentSubject, ConsentAnswer]) -> dict[ConsentSubject, ConsentAnswer]:
    """The answers of a row; one that is known already keeps its date unless the row gives one, and its note."""
    answers: dict[ConsentSubject, ConsentAnswer] = {}
    for subject, answer in row.consent.items():
        before = known.get(subject, ConsentAnswer())
        if answer == before.answer:
            answers[subject] = replace(before, date=row.consent_date or before.date)
        else:
            answers[subject] = ConsentAnswer(answer=answer, date=row.consent_date)
    return answers


def _said(
    row: ParticipantRow, person: Participant | None, site: str, consent: Mapping[ConsentSubject, ConsentAnswer]
) -> list[tuple[str, str, str]]:
    """What a row says that isn't known yet, as (what, before, after)."""
    present = {True: tr("yes"), False: tr("no"), None: ""}
    said = [
        (tr("site"), site, row.site or ""),
        (tr("client group"), person.client_group if person else "", row.client_group or ""),
        (
            tr("respondent"),
            in_language(person.respondent or "") if person else "",
            in_language(row.respondent or ""),
        ),
        (
            tr("support worker present"),
            present[person.support_worker_present if person else None],
            present[row.support_worker_present],
        ),
        *(
            (
                tr(_CONSENTS[subject]),
                tr(_ANSWERS[consent[subject].answer]) if subject in consent else "",
                tr(_ANSWERS[answer]),
            )
            for subject, answer in row.consent.items()
        ),
        *((name, person.attributes.get(name, "") if person else "", value) for name, value in row.attributes.items()),
    ]
    return [(what, before, after) for what, before, after in said if after and folded(after) != folded(before)]
