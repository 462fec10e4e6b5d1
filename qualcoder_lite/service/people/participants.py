"""The people who were interviewed: what is recorded of them, and their transcripts."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from qualcoder_lite.domain.errors import UserError
from qualcoder_lite.domain.names import folded
from qualcoder_lite.service.directory import one_line
from qualcoder_lite.service.people.attribute_kinds import AttributeKinds
from qualcoder_lite.service.people.joining import join_participants
from qualcoder_lite.service.people.overview import overview_of
from qualcoder_lite.service.placement import refuse_contradictions
from qualcoder_lite.storage.people import people as stored
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from qualcoder_lite.domain.attributes import AttributeKind
    from qualcoder_lite.domain.changes import Changes
    from qualcoder_lite.domain.people import Participant
    from qualcoder_lite.service.people.overview import ParticipantOverview
    from qualcoder_lite.service.people.tables import ParticipantRows, ParticipantTables, TablePreview
    from qualcoder_lite.service.session import Session


class Participants:
    """The participants of a project."""

    def __init__(self, session: Session) -> None:
        """Work on an open project."""
        self._session = session
        self._database = session.database
        self._kinds = AttributeKinds(session)

    # Looking

    def all(self) -> list[Participant]:
        """All participants, by name."""
        return stored.participants(self._database)

    def overview(self) -> list[ParticipantOverview]:
        """All participants with their transcripts, by name."""
        return overview_of(self._session)

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
        attributes = self._kinds.fitting(person.attributes)
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
        return self._kinds.all()

    def set_attribute_kind(self, kind: AttributeKind, *, was: str = "") -> Changes:
        """Add a kind of fact, or change the one that was called `was`. See `AttributeKinds.put`."""
        return self._kinds.put(kind, was=was)

    def remove_attribute_kind(self, name: str) -> Changes:
        """Take a kind of fact away, with what is recorded of it for everybody. This can be undone."""
        return self._kinds.remove(name)

    # Tables

    def look_at_table(self, path: Path) -> TablePreview:
        """What a table of participants would do, for a person to see first. See `ParticipantTables.look_at`."""
        return self._tables.look_at(path)

    def take_in(self, rows: ParticipantRows, file: str, *, coder: str = "") -> Changes:
        """Take participants in, matched by name and brought up to date, as one step. `file` is the table's name."""
        return self._tables.take_in(rows, file, coder=coder)

    def import_table(self, path: Path) -> Changes:
        """Take participants in from a table. All rows or none; raises TableError naming row, column and value."""
        return self._tables.take_in_file(path)

    @cached_property
    def _tables(self) -> ParticipantTables:
        from qualcoder_lite.service.people.tables import ParticipantTables

        return ParticipantTables(self._session)

    def _refuse_taken(self, name: str, own: str = "") -> None:
        if not one_line(name):
            raise UserError(tr("A participant needs a name: a pseudonym, or a number."))
        found = self._session.directory.participants.seek(name)
        if found is not None and found.id != own:
            raise UserError(tr("There is a participant “{name}” already. Choose another name.", name=found.name))
