"""The people who were interviewed: what is recorded of them, their transcripts, and taking tables of them in."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeAlias

from qualcoder_lite.domain.consent import ConsentAnswer
from qualcoder_lite.domain.errors import TableError, UserError
from qualcoder_lite.domain.names import folded
from qualcoder_lite.domain.people import Participant
from qualcoder_lite.service.directory import one_line
from qualcoder_lite.service.joining import join_participants
from qualcoder_lite.service.placement import refuse_contradictions
from qualcoder_lite.storage import consents, sampling
from qualcoder_lite.storage import people as stored

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from qualcoder_lite.domain.attributes import AttributeKind
    from qualcoder_lite.domain.changes import Changes
    from qualcoder_lite.domain.consent import ConsentSubject
    from qualcoder_lite.importers.tables import ParticipantRow
    from qualcoder_lite.service.placement import Placement
    from qualcoder_lite.service.session import Session

    #: What `Participants.look_at_table` gives and `take_in` takes.
    ParticipantRows: TypeAlias = Sequence[ParticipantRow]


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


class Participants:
    """The participants of a project."""

    def __init__(self, session: Session) -> None:
        """Work on an open project."""
        self._session = session
        self._database = session.database

    # Looking

    def all(self) -> list[Participant]:
        """All participants, by name."""
        return stored.participants(self._database)

    def overview(self) -> list[ParticipantOverview]:
        """All participants with their transcripts, by name."""
        sites = {site.id: site.name for site in stored.sites(self._database)}
        counts = self._session.coding_counts()
        agreed = consents.answers(self._database)
        theirs: dict[str, list[Placement]] = {}
        for placement in self._session.placements().values():
            if placement.participant is not None:
                theirs.setdefault(placement.participant.id, []).append(placement)
        found: list[ParticipantOverview] = []
        for person in self.all():
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

    def client_groups(self) -> list[str]:
        """The client groups that anybody in the project belongs to, by name, each once."""
        named = [placement.client_group for placement in self._session.placements().values()]
        named += [person.client_group for person in self.all()]
        named += [site.client_group for site in stored.sites(self._database)]
        once: dict[str, str] = {}
        for group in filter(None, named):
            once.setdefault(folded(group), group)
        return sorted(once.values(), key=str.casefold)

    # Changing

    def add(self, name: str) -> Changes:
        """Make a participant of whom nothing is known yet. UserError where the name is blank or taken."""
        self._refuse_taken(name)
        directory = self._session.directory
        with self._session.step("add-participant") as step:
            step.facts["participant"] = directory.participant(name)
            directory.made()  # the step itself says so: nothing made on the way
        return step.changes

    def update(self, person: Participant) -> Changes:
        """Bring a participant to what is given, but for consent; an attribute with a blank value is taken away.

        Raises UserError where the name is blank or taken, a value doesn't fit its attribute, or a transcript of theirs
        is recorded elsewhere.
        """
        person = replace(person, name=one_line(person.name), client_group=one_line(person.client_group))
        self._refuse_taken(person.name, person.id)
        id_ = self._session.directory.participants.find(person.id).id
        (before,) = stored.participants(self._database, [id_])
        attributes = self._fitting(person.attributes)
        gone = [name for name in before.attributes if not attributes.get(name, "")]
        kept = {name: value for name, value in attributes.items() if value}
        with self._session.step("update-participant", {"participant": id_}) as step:
            stored.put_participant(self._database, replace(person, attributes=kept, quote_consent=before.quote_consent))
            stored.take_attributes(self._database, id_, gone)
            refuse_contradictions(self._database)
        return step.changes

    def join(self, other: str, kept: str, *, by: str = "") -> Changes:
        """Let one participant take another's place, where both are one. See `joining.join_participants`."""
        return join_participants(self._session, other, kept, by=by)

    def remove(self, participants: Sequence[str]) -> Changes:
        """Delete participants with what is recorded of them. Their transcripts stay; this can be undone.

        It takes nobody's words out of the file: that is what withdrawing is for.
        """
        ids = [self._session.directory.participants.find(name).id for name in participants]
        with self._session.step("remove-participants", {"count": len(ids)}) as step:
            stored.remove_participants(self._database, ids)
        return step.changes

    # Attributes

    def attribute_kinds(self) -> list[AttributeKind]:
        """The facts that participants of this project may have, in order."""
        return sampling.attribute_kinds(self._database)

    def set_attribute_kind(self, kind: AttributeKind, *, was: str = "") -> Changes:
        """Add a kind of fact, or change the one that was called `was`: its values follow to the new name.

        Raises UserError where the name is blank or taken, a choice has no choices, or a value there is doesn't fit.
        """
        kind = replace(kind, name=one_line(kind.name), choices=tuple(dict.fromkeys(map(one_line, kind.choices))))
        kinds = self.attribute_kinds()
        _refuse_unfit_kind(kind, [known for known in kinds if folded(known.name) != folded(was)])
        values = sampling.attribute_values(self._database, was or kind.name)
        fitting = [(id_, _fitted(kind, value)) for id_, _, value in values]
        places = [n for n, known in enumerate(kinds) if folded(known.name) == folded(was)]
        changed = [*kinds[: places[0]], kind, *kinds[places[0] + 1 :]] if places else [*kinds, kind]
        with self._session.step("set-attribute", {"name": kind.name}) as step:
            sampling.put_attribute_values(self._database, fitting)
            if was and was != kind.name:
                sampling.move_attribute(self._database, was, kind.name)
            sampling.put_attribute_kinds(self._database, changed)
        return step.changes

    def remove_attribute_kind(self, name: str) -> Changes:
        """Take a kind of fact away, with what is recorded of it for everybody. This can be undone."""
        kept = [kind for kind in self.attribute_kinds() if folded(kind.name) != folded(name)]
        values = sampling.attribute_values(self._database, name)
        with self._session.step("remove-attribute", {"name": one_line(name)}) as step:
            sampling.put_attribute_values(self._database, [(id_, "") for id_, _, _ in values])
            sampling.put_attribute_kinds(self._database, kept)
        return step.changes

    def _fitting(self, attributes: Mapping[str, str]) -> dict[str, str]:
        kinds = {folded(kind.name): kind for kind in self.attribute_kinds()}
        return {
            name: kinds[folded(name)].fitting(one_line(value)) if folded(name) in kinds else one_line(value)
            for name, value in attributes.items()
        }

    # Tables

    def look_at_table(self, path: Path) -> TablePreview:
        """What a table of participants would do, for a person to see first; nothing is written.

        Raises UnreadableFileError or TableError where it is no table of participants at all.
        """
        from qualcoder_lite.importers.tables import look_at_participants

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
            known = {person.id: person for person in self.all()}
            sites_made: list[str] = []
            for row in rows:
                sites_made += self._put(row, known, coder)
            refuse_contradictions(self._database)
            step.facts["made"] = len(sites_made)
        return replace(step.changes, made=tuple(sites_made)) if step.changes else step.changes

    def import_table(self, path: Path) -> Changes:
        """Take participants in from a table, matched by name and brought up to date. All rows or none.

        Raises TableError naming row, column and value.
        """
        from qualcoder_lite.importers.tables import read_participants

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
        kinds = {folded(kind.name): kind for kind in self._session.kept("kinds", self.attribute_kinds)}
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
        overview = self._session.kept("people", lambda: {one.person.id: one for one in self.overview()})[entry.id]
        changes = _said(row, overview.person, overview.site, overview.consent)
        return RowPreview(row=row.row, name=entry.name, is_new=False, changes=changes)

    def _refuse_taken(self, name: str, own: str = "") -> None:
        if not one_line(name):
            raise UserError("A participant needs a name: a pseudonym, or a number.")
        found = self._session.directory.participants.seek(name)
        if found is not None and found.id != own:
            raise UserError(f"There is a participant “{found.name}” already. Choose another name.")


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
    present = {True: "yes", False: "no", None: ""}
    said = [
        ("site", site, row.site or ""),
        ("client group", person.client_group if person else "", row.client_group or ""),
        ("respondent", str(person.respondent or "") if person else "", str(row.respondent or "")),
        (
            "support worker present",
            present[person.support_worker_present if person else None],
            present[row.support_worker_present],
        ),
        *(
            (f"{subject} consent", str(consent[subject].answer) if subject in consent else "", str(answer))
            for subject, answer in row.consent.items()
        ),
        *((name, person.attributes.get(name, "") if person else "", value) for name, value in row.attributes.items()),
    ]
    return [(what, before, after) for what, before, after in said if after and folded(after) != folded(before)]


def _refuse_unfit_kind(kind: AttributeKind, others: Iterable[AttributeKind]) -> None:
    from qualcoder_lite.domain.attributes import AttributeType

    if not kind.name:
        raise UserError("A fact needs a name, such as “Age band”.")
    if any(folded(other.name) == folded(kind.name) for other in others):
        raise UserError(f"There is a fact “{kind.name}” already. Choose another name.")
    if kind.type is AttributeType.CHOICE and not any(kind.choices):
        raise UserError("Write the choices that there are, one a line.")


def _fitted(kind: AttributeKind, value: str) -> str:
    try:
        return kind.fitting(value)
    except UserError:
        raise UserError(
            f"Somebody has “{value}” recorded, which is no {kind.type} here. Change that first, or choose “text”."
        ) from None
